"""Taps on inline buttons: each may be answered once, and not too late."""

import secrets
import time
from dataclasses import dataclass, field

from demo.telegram.asked import Asked
from demo.telegram.plain import Plain, units
from demo.telegram.refusals import Refused, bad

LONGEST_TOAST = 200


@dataclass
class Callbacks:
    """Open taps by id: the chat, and when (machine seconds) somebody tapped."""

    patience: float = 60.0
    open: dict[str, tuple[int, float]] = field(default_factory=dict)

    def add(self, chat: int) -> str:
        """A tap in that chat; its id."""
        number = str(secrets.randbits(63))
        self.open[number] = (chat, time.monotonic())
        return number

    def answer(self, asked: Asked) -> Plain:
        """answerCallbackQuery: what the person sees; 400 if it was answered, or waited for too long."""
        if units(asked.text("text")) > LONGEST_TOAST:
            raise bad("MESSAGE_TOO_LONG")
        number = asked.text("callback_query_id")
        chat, tapped_at = self.open.pop(number, (0, 0.0))
        if not chat or time.monotonic() - tapped_at > self.patience:
            raise stale()
        toast = {"chat": chat, "callback_id": number, "text": asked.text("text"), "alert": asked.flag("show_alert")}
        return {**toast, "url": asked.text("url")} if asked.text("url") else toast


def stale() -> Refused:
    """Nobody waits for that answer."""
    return bad("query is too old and response timeout expired or query ID is invalid")
