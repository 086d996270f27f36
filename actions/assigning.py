"""What was kept without a customer is given to one: from then on it counts as what it says."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

from storage.models import Doing

from .cards import Recorded
from .facts import plain
from .records import Ahead, Keeping, NewCustomer, Record, Source, record
from .refusals import OldCard
from .rewriting import rewrite

MEANT = "meant"
"""Under this a doing remembers what its note would have been, had it named a customer."""


def keep(keeping: Keeping, note: Record, meant: Record, source: Source) -> Recorded:
    """Keep what names no customer as a note."""
    shown = record(keeping, note, source)
    keeping.doing.understood = {**keeping.doing.understood, MEANT: plain(meant)}
    return shown


def assign(keeping: Keeping, doing: Doing, customer: int | NewCustomer) -> Recorded:
    """It belongs to this customer, known or new."""
    if doing.customer_id is not None:
        raise OldCard
    kept = doing.understood.get(MEANT) or doing.understood["record"]
    request = replace(_recalled(kept), customer=customer)
    return rewrite(keeping, doing, request, Source(doing.chat_id or 0, doing.message_id))


def _recalled(kept: Mapping[str, Any]) -> Record:
    """A record back from plain facts."""
    ahead = tuple(
        Ahead(**{**one, "on": date.fromisoformat(one["on"]), "at": _clock(one["at"])}) for one in kept["ahead"]
    )
    return Record(**{**kept, "on": date.fromisoformat(kept["on"]), "at": _clock(kept["at"]), "ahead": ahead})


def _clock(iso: str | None) -> time | None:
    return time.fromisoformat(iso) if iso else None
