"""What came from Telegram, reduced to what a handler needs to hear."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

MESSAGE_KINDS = ("message", "edited_message")
FILE_KINDS = ("photo", "document", "voice", "audio", "video", "video_note")


@dataclass(frozen=True)
class File:
    """Something that was sent along: its kind and Telegram's id for it."""

    kind: str
    file_id: str


@dataclass(frozen=True)
class Came:
    """One update in plain words. `sent_at` is when Telegram received it: the message's own clock."""

    chat_id: int
    telegram_id: int
    first_name: str
    language_code: str
    sent_at: datetime | None
    private: bool = True
    message_id: int | None = None
    text: str = ""
    edited: bool = False
    tapped: str | None = None
    callback_id: str | None = None
    reply_to: int | None = None
    contact: dict[str, Any] | None = None
    place: tuple[float, float] | None = None
    file: File | None = None
    sticker: bool = False
    blocked: bool | None = None
    """True when the person blocked the bot, False when they let it in again."""


def came(update: dict[str, Any]) -> Came | None:
    """What this update says, or None where it says nothing to us (a channel post, a poll, a machine's message)."""
    if tap := update.get("callback_query"):
        return _tapped(tap)
    if member := update.get("my_chat_member"):
        return _member(member)
    for kind in MESSAGE_KINDS:
        if message := update.get(kind):
            return _written(message, edited=kind == "edited_message")
    return None


def _written(message: dict[str, Any], edited: bool) -> Came | None:
    sender = message.get("from")
    if not sender or sender.get("is_bot") or message.get("sender_chat"):
        return None
    return Came(
        **_who(sender, message["chat"]),
        sent_at=datetime.fromtimestamp(message["date"], UTC),  # an edit says the same day's *today* in better words
        message_id=message["message_id"],
        text=message.get("text") or message.get("caption") or "",
        edited=edited,
        reply_to=(message.get("reply_to_message") or {}).get("message_id"),
        contact=message.get("contact"),
        place=_place(message.get("location")),
        file=_file(message),
        sticker=bool(message.get("sticker") or message.get("dice") or message.get("animation")),
    )


def _tapped(tap: dict[str, Any]) -> Came | None:
    message = tap.get("message")
    if not message or "data" not in tap:
        return None
    return Came(
        **_who(tap["from"], message["chat"]),
        sent_at=None,
        message_id=message["message_id"],
        tapped=tap["data"],
        callback_id=str(tap["id"]),
    )


def _member(member: dict[str, Any]) -> Came:
    status = member["new_chat_member"]["status"]
    sent_at = datetime.fromtimestamp(member["date"], UTC)
    return Came(**_who(member["from"], member["chat"]), sent_at=sent_at, blocked=status in ("kicked", "left"))


def _who(sender: dict[str, Any], chat: dict[str, Any]) -> dict[str, Any]:
    return {
        "chat_id": chat["id"],
        "telegram_id": sender["id"],
        "first_name": sender.get("first_name", ""),
        "language_code": sender.get("language_code") or "",
        "private": chat["type"] == "private",
    }


def _place(location: dict[str, Any] | None) -> tuple[float, float] | None:
    return (location["latitude"], location["longitude"]) if location else None


def _file(message: dict[str, Any]) -> File | None:
    for kind in FILE_KINDS:
        if found := message.get(kind):
            largest = found[-1] if isinstance(found, list) else found
            return File(kind, largest["file_id"])
    return None
