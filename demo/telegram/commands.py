"""The bot's commands, menu button and descriptions, by scope and language."""

import re
from typing import Any

from demo.telegram.asked import Asked
from demo.telegram.chats import Chats
from demo.telegram.plain import Plain
from demo.telegram.refusals import bad
from demo.telegram.shelf import Shelf

WORD = re.compile("[a-z0-9_]{1,32}")
LANGUAGE = re.compile("([a-z]{2})?")
MOST = 100
LONGEST_DESCRIPTION = 256
EVERYWHERE = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
IN_ONE_CHAT = {"chat", "chat_administrators", "chat_member"}


class Commands:
    """Lists of commands and other settings under keys of the form `what/scope/language`."""

    def __init__(self, shelf: Shelf, chats: Chats) -> None:
        self.shelf, self.chats = shelf, chats
        self.kept: dict[str, Any] = dict(shelf.all("setting"))

    def set(self, asked: Asked) -> bool:
        """setMyCommands; an empty list is as good as none."""
        commands = [checked(one) for one in asked.list("commands")]
        if len(commands) > MOST:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        return self.keep(self.key(asked), commands)

    def get(self, asked: Asked) -> list[Plain]:
        """getMyCommands: exactly those set for the scope and language."""
        return list(self.kept.get(self.key(asked), []))

    def delete(self, asked: Asked) -> bool:
        """deleteMyCommands."""
        return self.keep(self.key(asked), [])

    def keep(self, key: str, value: Any) -> bool:
        """Remember a setting."""
        self.kept[key] = value
        self.shelf.put("setting", key, value)
        return True

    def key(self, asked: Asked) -> str:
        """Where a call's commands are kept."""
        language = asked.text("language_code")
        if not LANGUAGE.fullmatch(language):
            raise bad("invalid language_code specified")
        return f"commands/{self.scope(asked.object('scope') or {'type': 'default'})}/{language}"

    def scope(self, scope: Plain) -> str:
        """A scope as part of a key; its chat must exist."""
        kind = scope.get("type")
        if kind in EVERYWHERE:
            return str(kind)
        if kind not in IN_ONE_CHAT:
            raise bad("can't parse BotCommandScope: unsupported type specified")
        parts = [str(kind), str(self.chats.named(Asked(scope)))]
        return " ".join([*parts, str(scope.get("user_id"))] if kind == "chat_member" else parts)

    def shown(self, chat: int, language: str) -> list[Plain]:
        """What the menu of that chat lists for somebody whose phone speaks that language."""
        general = "all_private_chats" if chat > 0 else "all_group_chats"
        for scope in (f"chat {chat}", general, "default"):
            for tongue in (language[:2], ""):
                if found := self.kept.get(f"commands/{scope}/{tongue}"):
                    return list(found)
        return []

    def set_menu(self, asked: Asked) -> bool:
        """setChatMenuButton, for one chat or for all."""
        button = asked.object("menu_button") or {"type": "default"}
        if button.get("type") not in {"commands", "web_app", "default"}:
            raise bad("can't parse menu button: unsupported type specified")
        return self.keep(f"menu/{self.menu_chat(asked)}", button)

    def menu(self, asked: Asked) -> Plain:
        """getChatMenuButton."""
        return self.menu_in(self.menu_chat(asked))

    def menu_in(self, chat: int | str) -> Plain:
        """The menu button that a chat shows."""
        found: Plain = self.kept.get(f"menu/{chat}") or self.kept.get("menu/") or {"type": "commands"}
        return found

    def menu_chat(self, asked: Asked) -> int | str:
        """The chat that a call about the menu button names, or nothing for all."""
        return self.chats.named(asked) if "chat_id" in asked.given else ""


def checked(command: object) -> Plain:
    """A command: a word of lower-case letters, digits and underscores, and what it does."""
    if not isinstance(command, dict):
        raise bad("can't parse BotCommand: expected an Object")
    word, description = str(command.get("command", "")).removeprefix("/"), str(command.get("description", "")).strip()
    if not WORD.fullmatch(word):
        raise bad("BOT_COMMAND_INVALID")
    if not 0 < len(description) <= LONGEST_DESCRIPTION:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": word, "description": description}
