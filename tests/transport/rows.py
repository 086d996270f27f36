"""Outbox rows as the tests need them."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from storage.models import Outbox

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
_numbers = count(1)


def row(chat: int = 5, kind: str = "reply", **columns: Any) -> Outbox:
    """A message for a chat, with a key of its own; not in any database yet."""
    number = next(_numbers)
    wanted = {
        "key": f"k{number}",
        "view": "Said",
        "facts": {"text": f"message {number}"},
        "due_at": NOW,
        "created_at": NOW,
    }
    return Outbox(chat_id=chat, kind=kind, state="waiting", attempts=0, late=False, **wanted | columns)
