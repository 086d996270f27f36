"""Complaints: the manager hears of one, it is closed by tap or in words, and what was said of it follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions import complaints
from actions.cards import Recorded, card
from storage import journal, people, records, said
from storage.models import Doing, Outbox, Person

from . import agenda
from .keeping import keeping
from .turn import Turn


@dataclass(frozen=True)
class ComplaintHeard:
    """For the manager: a customer complained. `state`: open, closed, or withdrawn where it was taken back."""

    customer: int
    name: str
    tier: str
    words: str
    by: str
    state: str = "open"


def tap_close(turn: Turn) -> None:
    """`close:customer`, on a list `close:customer:list`: the complaint is settled; tier and reminders go by the points
    again."""
    closed = complaints.close_complaint(keeping(turn), turn.args.number(0))
    if len(turn.args) > 1:
        turn.say(closed, closed.doing)
    else:
        turn.show(closed, closed.doing)
    agenda.changed(turn, closed.customer)
    follow(turn, [closed.doing])


def tell(turn: Turn, recorded: Recorded, words: str) -> None:
    """Whoever leads the person who heard it, hears it too."""
    heard = ComplaintHeard(recorded.customer or 0, recorded.name, recorded.tier or "C", words, turn.who.name)
    for leader in people.leaders_of(turn.db, turn.who.id):
        if leader.telegram_id:
            turn.say(heard, recorded.doing, to=leader)


def follow(turn: Turn, doing_ids: Sequence[int]) -> None:
    """The cards of complaints that these doings opened, changed, closed or took back say so, on every phone."""
    touched = journal.changes_to(turn.db, "complaints", doing_ids)
    numbers = dict.fromkeys((one.after or one.before or {}).get("doing_id") for one in touched)
    for doing in (turn.db.get(Doing, number) for number in numbers if number):
        if doing is not None:
            _show_again(turn, doing, doing_ids)
            for row in said.told(turn.db, doing.id, doing.chat_id or 0):
                _retell(turn, doing, row)


def _show_again(turn: Turn, doing: Doing, but: Sequence[int]) -> None:
    """The card on which a complaint was recorded, unless it is being said anyway."""
    place = said.card_of(turn.db, doing.id, doing.chat_id or 0)
    reader = turn.db.get(Person, doing.person_id or 0)
    if doing.id in but or doing.undone_at is not None or place is None or reader is None:
        return
    shown = card(turn.db, doing, turn.today)
    to = None if reader.id == turn.who.id else reader
    turn.edit(shown, place.message_id, doing.id, outbox_id=place.outbox_id, to=to)


def _retell(turn: Turn, doing: Doing, row: Outbox) -> None:
    reader = turn.db.get(Person, row.person_id or 0)
    before = said.facts_by_now(turn.db, row)
    if reader is None or not before:
        return
    now = _now(turn, doing, before)
    if {name: before.get(name) for name in now} != now:
        turn.edit(ComplaintHeard(**{**before, **now}), row.message_id, doing.id, outbox_id=row.id, to=reader)


def _now(turn: Turn, doing: Doing, before: dict[str, object]) -> dict[str, object]:
    """What has become of a complaint that was told."""
    found = records.of_doing(turn.db, doing.id)["complaints"] if doing.undone_at is None else []
    if not found:
        return {"state": "withdrawn"}
    shown = card(turn.db, doing, turn.today)
    state = "closed" if found[0].closed_on else "open"
    return {"state": state, "customer": shown.customer, "name": shown.name, "words": found[0].words}
