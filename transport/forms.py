"""Outbox row and its words -> a Bot API method with its parameters."""

from dataclasses import dataclass, field
from html import unescape
from typing import Any

from telegram import InputFile

from storage.models import Outbox

from .spoken import Button, Spoken

NEW = frozenset({"sendMessage", "sendPhoto", "sendDocument"})
"""The methods that add a message to a chat, so that doing them twice shows it twice."""

SILENT = Spoken()
TOAST_LENGTH = 200
PLAIN = {"is_disabled": True}


@dataclass(frozen=True)
class Form:
    """One call: what it does and with what."""

    method: str
    parameters: dict[str, Any] = field(default_factory=dict)

    @property
    def new(self) -> bool:
        """Whether it adds a message."""
        return self.method in NEW


def form(row: Outbox, spoken: Spoken, target: int | None) -> Form:
    """How to say this row. `target`: the message that it edits, None to say it as a new one."""
    if row.kind == "toast":
        return toast(row.callback_id or "", spoken.text)
    if row.kind == "react":
        return _reaction(row)
    if target is not None:
        return _edit(row.chat_id, target, spoken, only_buttons=row.kind == "buttons")
    return _new(row.chat_id, spoken)


def toast(callback_id: str, text: str = "") -> Form:
    """The answer to a tap: a passing word, or silence that only ends the waiting."""
    words = unescape(text)[:TOAST_LENGTH] or None
    return Form("answerCallbackQuery", {"callback_query_id": callback_id, "text": words})


def _new(chat_id: int, spoken: Spoken) -> Form:
    shared = {"chat_id": chat_id, "parse_mode": "HTML", "reply_markup": _markup(spoken)}
    if spoken.picture is not None:
        picture = InputFile(spoken.picture, filename="picture.png")
        return Form("sendPhoto", shared | {"photo": picture, "caption": spoken.text or None})
    if spoken.document is not None:
        document = InputFile(spoken.document.content, filename=spoken.document.name)
        return Form("sendDocument", shared | {"document": document, "caption": spoken.text or None})
    return Form("sendMessage", shared | {"text": spoken.text, "link_preview_options": PLAIN})


def _edit(chat_id: int, message_id: int, spoken: Spoken, *, only_buttons: bool) -> Form:
    place = {"chat_id": chat_id, "message_id": message_id, "reply_markup": _inline(spoken)}
    if only_buttons:
        return Form("editMessageReplyMarkup", place)
    if spoken.picture is None:
        words = {"text": spoken.text, "parse_mode": "HTML", "link_preview_options": PLAIN}
        return Form("editMessageText", place | words)
    picture = InputFile(spoken.picture, filename="picture.png", attach=True)
    media = {"type": "photo", "media": picture.attach_uri, "caption": spoken.text, "parse_mode": "HTML"}
    return Form("editMessageMedia", place | {"media": media, "picture": picture})


def _reaction(row: Outbox) -> Form:
    facts = row.facts or {}
    signs = [{"type": "emoji", "emoji": facts["sign"]}] if facts.get("sign") else []
    return Form(
        "setMessageReaction", {"chat_id": row.chat_id, "message_id": facts.get("message_id"), "reaction": signs}
    )


def _markup(spoken: Spoken) -> dict[str, Any] | None:
    return _inline(spoken) or (dict(spoken.keyboard) if spoken.keyboard else None)


def _inline(spoken: Spoken) -> dict[str, Any] | None:
    rows = [[_button(button) for button in row] for row in spoken.rows]
    return {"inline_keyboard": rows} if rows else None


def _button(button: Button) -> dict[str, Any]:
    if button.data is not None:
        return {"text": button.label, "callback_data": button.data}
    if button.url is not None:
        return {"text": button.label, "url": button.url}
    return {"text": button.label, "copy_text": {"text": button.copy}}
