"""The command menu of each chat, in its person's language, told to Telegram only when it changes."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from telegram.error import TelegramError

from .outcomes import reason
from .silence import Silence
from .telegram import Telegram

log = logging.getLogger(__name__)

Menu = Mapping[str, str]
"""Command without its slash -> what it does, in the order in which they are shown."""


class Menus:
    """Keeps what Telegram shows equal to what each person may use."""

    def __init__(self, telegram: Telegram, silence: Silence) -> None:
        self._telegram, self._silence = telegram, silence
        self._shown: dict[int | None, list[dict[str, str]]] = {}
        self._one_at_a_time = asyncio.Lock()

    async def show(self, menu: Menu, chat_id: int | None = None) -> bool:
        """Give a chat this menu, or everybody where `chat_id` is None; says whether Telegram had to be told.

        A refusal is logged and leaves the old menu: the commands work without it.
        """
        commands = [{"command": name, "description": meaning} for name, meaning in menu.items()]
        scope = {"type": "default"} if chat_id is None else {"type": "chat", "chat_id": chat_id}
        if self._shown.get(chat_id) == commands:
            return False
        async with self._one_at_a_time:
            try:
                return await self._tell(scope, commands, chat_id)
            except TelegramError as error:
                log.warning("a menu could not be set", extra={"chat_id": chat_id, "reason": reason(error)})
                return False

    async def _tell(self, scope: Mapping[str, Any], commands: list[dict[str, str]], chat_id: int | None) -> bool:
        known = self._shown.get(chat_id)
        if known is None:
            known = await self._silence.heed(self._telegram, "getMyCommands", scope=scope)
        if known != commands:
            await self._silence.heed(self._telegram, "setMyCommands", scope=scope, commands=commands)
        self._shown[chat_id] = commands
        return known != commands
