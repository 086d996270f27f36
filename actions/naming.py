"""The customers that somebody names as their most important ones: A for now, by their own word, for 90 days."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

import lookup
import scoring
from storage import customers, journal, standings
from storage.models import Customer, Doing
from storage.scope import visible

from . import judging
from .customers import Claim, claimed_by
from .records import Keeping, Source

NAMED = "named"
"""What such a doing is called, and the reason that its tier carries: counted separately from earned ones."""
CLAIMS = "claims"
"""Under this such a doing remembers whose customers were named: what `claims` gives back."""
DAYS = 90
MOST = 5


@dataclass(frozen=True)
class Important:
    """A customer that was named, with what came with it; `customer` where it is one of theirs already."""

    name: str
    contact: str | None = None
    phone: str | None = None
    city: str | None = None
    customer: int | None = None


@dataclass(frozen=True)
class NamedOne:
    """One line of the card."""

    customer: int
    name: str
    contact: str | None
    city: str | None
    created: bool


@dataclass(frozen=True)
class Taken:
    """A customer that a colleague has: its name as it was typed, the owner, days since the last touch."""

    name: str
    owner: str
    days: int | None


@dataclass(frozen=True)
class FirstCustomers:
    """The customers that matter most, as they were named; those that a colleague has were not created."""

    doing: int
    entries: tuple[NamedOne, ...]
    taken: tuple[Taken, ...]
    until: date
    changed: bool = False
    restored: bool = False


def name_first(keeping: Keeping, wanted: Sequence[Important], source: Source, raw: str) -> FirstCustomers:
    """Create the customers that nobody has, hold all of them as A; the first five, the others come as usual."""
    db = keeping.db
    doing = journal.begin(db, _doing(keeping, source))
    keeping.doing = doing
    taken = [told for told in (take(keeping, one, raw) for one in once(wanted)) if told]
    doing.understood = {**doing.understood, "taken": [(one.name, one.owner, one.days) for one in taken]}
    hold(keeping, doing)
    return card(db, doing)


def hold(keeping: Keeping, doing: Doing) -> None:
    """A for now: until its last day no points move them."""
    for number in numbers(doing)[:MOST]:
        hold_until(keeping, number, until=_until(doing))
    for number in numbers(doing)[MOST:]:
        if number in doing.understood["created"]:
            hold_until(keeping, number, until=None)


def release(keeping: Keeping, doing: Doing) -> None:
    """The points decide again about those that were there before; undone ones are no more."""
    for number in doing.understood["known"]:
        hold_until(keeping, number, until=None)


def card(db: Session, doing: Doing, *, changed: bool = False, restored: bool = False) -> FirstCustomers:
    """The card of such a doing as of now."""
    kept = doing.understood
    created = set(kept["created"])
    entries = [_entry(db, number, number in created) for number in numbers(doing)]
    taken = tuple(Taken(*one) for one in kept["taken"])
    return FirstCustomers(doing.id, tuple(one for one in entries if one), taken, _until(doing), changed, restored)


def _doing(keeping: Keeping, source: Source) -> Doing:
    until = keeping.today + timedelta(days=DAYS)
    understood = {"created": [], "known": [], "taken": [], "until": until.isoformat()}
    return Doing(
        person_id=keeping.who.id, chat_id=source.chat_id, message_id=source.message_id, n=source.n, what=NAMED,
        done_at=keeping.now, understood=understood,
    )  # fmt: skip


def once(wanted: Sequence[Important]) -> Iterator[Important]:
    """Each name once."""
    seen = set()
    for one in wanted:
        if (key := lookup.normal(one.name)) not in seen:
            seen.add(key)
            yield one


def take(keeping: Keeping, one: Important, raw: str) -> Taken | None:
    """Name or create this one; tells of it where a colleague has it."""
    same = [one.customer] if one.customer else [c.id for c in customers.same(keeping.db, one.name, one.phone)]
    mine = next((number for number in same if visible(keeping.db, keeping.scope, number)), None)
    if mine is not None:
        _remember(keeping, "known", mine)
    elif same:
        return _claimed(keeping, one, same[0])
    else:
        _remember(keeping, "created", _create(keeping, one, raw))
    return None


def _claimed(keeping: Keeping, one: Important, number: int) -> Taken:
    """A colleague's; who is to hear of it is remembered."""
    place = ZoneInfo(keeping.who.zone)
    claim = claimed_by(keeping.db, keeping.who, number, keeping.now, keeping.now.astimezone(place))
    kept = keeping.doing.understood
    told = [*astuple(claim), one.name, one.contact, one.phone, one.city]
    keeping.doing.understood = {**kept, CLAIMS: [*kept.get(CLAIMS, ()), told]}
    return Taken(one.name, claim.owner or "", claim.days)


def claims(db: Session, number: int) -> list[tuple[Claim, Important]]:
    """The colleagues' customers that such a doing came upon since this was asked last, each as it was typed."""
    doing = db.get_one(Doing, number)
    new = doing.understood.get(CLAIMS, ())
    doing.understood = {**doing.understood, CLAIMS: []}
    return [(Claim(*told[:5]), Important(*told[5:])) for told in new]


def _create(keeping: Keeping, one: Important, raw: str) -> int:
    phone = None if one.contact else one.phone
    customer = customers.add(
        keeping.db, one.name, keeping.who.id, keeping.now, phone=phone, city=one.city, raw=raw, fields={}
    )
    speak_for(keeping, customer, one)
    return customer.id


def speak_for(keeping: Keeping, customer: Customer, told: Important) -> None:
    """The contact that came with the name: theirs from now on, in the place of one that was misread."""
    people = customers.contacts_of(keeping.db, customer.id)
    if told.contact and people:
        people[0].name, people[0].phone = told.contact, told.phone or people[0].phone
    elif told.contact:
        customers.add_contact(keeping.db, customer.id, told.contact, told.phone, keeping.now)
    elif told.phone:
        customer.phone = told.phone
    keeping.db.flush()


def _remember(keeping: Keeping, where: str, number: int) -> None:
    kept = keeping.doing.understood
    keeping.doing.understood = {**kept, where: [*kept[where], number]}


def hold_until(keeping: Keeping, number: int, until: date | None) -> None:
    """Judge it, as A until that day or by its points; somebody else's word on its tier is left alone."""
    customer = visible(keeping.db, keeping.scope, number)
    if customer is None:
        return
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now)
    row = standings.of(keeping.db, number)
    if row is None or (row.manual_until is not None and row.manual_reason != NAMED):
        return
    if until is None:
        row.manual_until = keeping.today if row.manual_until else None
    elif row.tier != "A" or row.provisional:
        standing, _ = scoring.by_hand(judging.standing_of(row), "A", until, row.score, keeping.today)
        judging.keep_standing(row, standing, keeping.today)
        row.manual_reason = NAMED
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now)


def _entry(db: Session, number: int, created: bool) -> NamedOne | None:
    customer = db.get(Customer, number)
    if customer is None:
        return None
    contact = next(iter(customers.contacts_of(db, number)), None)
    return NamedOne(number, customer.name, contact.name if contact else None, customer.city, created)


def numbers(doing: Doing) -> list[int]:
    """The customers that were named, those that were there before first."""
    return [*doing.understood["known"], *doing.understood["created"]]


def _until(doing: Doing) -> date:
    return date.fromisoformat(doing.understood["until"])
