"""The Bot API's methods, one line each; names are matched whatever their case, as on Telegram."""

from collections.abc import Callable
from functools import partial
from typing import Any

from demo.telegram import about, copying, editing, reacting, sending, webhook
from demo.telegram.asked import Asked
from demo.telegram.telegram import Telegram

Method = Callable[[Telegram, Asked], Any]


def answer_callback(tg: Telegram, asked: Asked) -> bool:
    """answerCallbackQuery."""
    tg.events.tell("toast", **tg.callbacks.answer(asked))
    return True


def set_commands(tg: Telegram, asked: Asked) -> bool:
    """setMyCommands; an open page learns of it."""
    return tg.commands.set(asked) and told(tg)


def delete_commands(tg: Telegram, asked: Asked) -> bool:
    """deleteMyCommands; an open page learns of it."""
    return tg.commands.delete(asked) and told(tg)


def set_menu(tg: Telegram, asked: Asked) -> bool:
    """setChatMenuButton; an open page learns of it."""
    return tg.commands.set_menu(asked) and told(tg)


def told(tg: Telegram) -> bool:
    """Commands or menu buttons are different now."""
    tg.events.tell("commands")
    return True


METHODS: dict[str, Method] = {
    "getMe": about.me,
    "getChat": about.chat,
    "getChatMember": about.member,
    "getChatMemberCount": about.members,
    "leaveChat": about.leave,
    "sendMessage": sending.message,
    "sendPhoto": sending.photo,
    "sendDocument": sending.document,
    "sendVoice": sending.voice,
    "sendAudio": sending.audio,
    "sendVideo": sending.video,
    "sendLocation": sending.location,
    "sendContact": sending.contact,
    "sendChatAction": sending.action,
    "sendMessageDraft": sending.draft,
    "forwardMessage": copying.forward,
    "copyMessage": copying.copy,
    "editMessageText": editing.text,
    "editMessageCaption": editing.caption,
    "editMessageMedia": editing.file,
    "editMessageReplyMarkup": editing.keyboard,
    "deleteMessage": editing.delete,
    "deleteMessages": editing.delete_several,
    "setMessageReaction": reacting.react,
    "answerCallbackQuery": answer_callback,
    "getFile": lambda tg, asked: tg.files.get(asked),
    "setMyCommands": set_commands,
    "getMyCommands": lambda tg, asked: tg.commands.get(asked),
    "deleteMyCommands": delete_commands,
    "setChatMenuButton": set_menu,
    "getChatMenuButton": lambda tg, asked: tg.commands.menu(asked),
    "setWebhook": webhook.set_webhook,
    "deleteWebhook": webhook.delete_webhook,
    "getWebhookInfo": webhook.shown,
    "logOut": lambda tg, asked: True,
    "close": lambda tg, asked: True,
}
for _what, _words in (("name", "Name"), ("description", "Description"), ("short_description", "ShortDescription")):
    METHODS[f"setMy{_words}"] = partial(about.set_text, what=_what)
    METHODS[f"getMy{_words}"] = partial(about.get_text, what=_what)

BY_NAME = {name.lower(): method for name, method in METHODS.items()}
"""Every method but getUpdates, which waits, by its name in lower case."""
