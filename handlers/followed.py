"""Who was told that a customer stays late sees it once somebody was in contact: their message says so."""

from dataclasses import dataclass
from datetime import timedelta

from actions import late
from storage import customers, people
from storage import late as told
from storage.models import Occurrence, Person, Standing

from .turn import Turn

DAYS = timedelta(days=7)


@dataclass(frozen=True)
class LateNoMore:
    """To the owner: there was contact, and the manager (none: nobody is above) won't see it."""

    customer: int
    name: str
    manager: str | None


def followed(turn: Turn, customer_id: int, name: str) -> None:
    """Edit what was said of it lately, if it is late no more."""
    row = turn.db.get(Standing, customer_id)
    if row is None or row.tier not in turn.company.reminding.escalate_tiers or row.last_touch_on is None:
        return
    for reminder, message in told.messages_about(turn.db, customer_id, _heard(turn, customer_id), turn.today - DAYS):
        reader = turn.db.get(Person, reminder.person_id)
        if reader is not None and reader.telegram_id is not None and row.last_touch_on >= reminder.on:
            to = None if reader.id == turn.who.id else reader
            turn.edit(_now(turn, reader, reminder, name), message.message_id, outbox_id=message.id, to=to)


def _heard(turn: Turn, customer_id: int) -> list[int]:
    owner = customers.owner_of(turn.db, customer_id)
    return [owner, *told.above(turn.db, owner)] if owner else []


def _now(turn: Turn, reader: Person, reminder: Occurrence, name: str) -> object:
    if numbers := late.numbers_of(reminder):
        return late.shown(turn.db, reader, turn.company, reminder, numbers, turn.now)
    leader = next(iter(people.leaders_of(turn.db, reader.id)), None)
    return LateNoMore(int(reminder.facts["customer_id"]), name, leader.name if leader else None)
