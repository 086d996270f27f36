"""Everything of somebody goes to one or several successors: all of it, a tier or a city at a time."""

from dataclasses import dataclass
from datetime import timedelta

from languages import all_words
from lookup import same_city
from storage import company, customers, handover, journal, people
from storage.models import Customer, Doing, Person

from . import giving, judging
from .records import Keeping
from .refusals import ColleagueUnknown, NothingToHandOver, OldCard, UndoTooLate

HANDOVER, UNDO_HOURS, OFFERED = "handover", 24, 6
TIERS = ("A", "B", "C")


@dataclass(frozen=True)
class Heir:
    """Somebody who may take over, and how many they have."""

    id: int
    name: str
    customers: int


@dataclass(frozen=True)
class TierCount:
    """How many of a tier."""

    tier: str
    count: int


@dataclass(frozen=True)
class HandoverShown:
    """What somebody leaves behind: by tier, with what is promised and planned. `left`: their access is closed."""

    person: int
    name: str
    left: bool
    count: int
    tiers: tuple[TierCount, ...]
    promises: int
    plans: int
    cancelled: int = 0
    """So many invitations that they had given were cancelled."""


@dataclass(frozen=True)
class HeirsOffered:
    """To whom? `part`: all, a tier, a region, an industry or a city."""

    person: int
    name: str
    part: str
    count: int
    choices: tuple[Heir, ...]


@dataclass(frozen=True)
class HandoverDone:
    """To who handed over: how many went to whom, and how many are left."""

    doing: int
    person: int
    name: str
    to: str
    count: int
    rest: int
    left: bool


@dataclass(frozen=True)
class HandoverUndone:
    """Back with who had it: to who handed over, and to the successor (`told`)."""

    person: int
    name: str
    to: str
    count: int
    told: bool


@dataclass(frozen=True)
class AccessOpen:
    """Somebody whose access was closed is back."""

    person: int
    name: str


def named(keeping: Keeping, name: str) -> Person:
    """The colleague of this name, here or gone with something left behind."""
    found = handover.called(keeping.db, name)
    if len(found) != 1:
        raise ColleagueUnknown(name)
    return found[0]


def shown(keeping: Keeping, person: Person) -> HandoverShown:
    """What they leave behind; no customer is named."""
    counts = handover.tiers(keeping.db, person.id)
    tiers = tuple(TierCount(tier, counts[tier]) for tier in TIERS if counts.get(tier))
    promises, plans = handover.ahead(keeping.db, person.id)
    closing = handover.closing_of(keeping.db, person.id) if person.left_at is not None else None
    cancelled = len(closing.understood.get("invitations", ())) if closing else 0
    return HandoverShown(
        person.id, person.name, person.left_at is not None, sum(counts.values()), tiers, promises, plans, cancelled
    )


def heirs(keeping: Keeping, person: Person, part: str) -> HeirsOffered:
    """Who may take this part, those with the fewest first."""
    found = handover.successors(keeping.db, person.id)
    choices = [Heir(one.id, one.name, people.owned_count(keeping.db, one.id)) for one in found]
    ranked = tuple(sorted(choices, key=lambda one: (one.customers, one.id))[:OFFERED])
    return HeirsOffered(person.id, person.name, part, len(_part(keeping, person, part)), ranked)


def must_have(keeping: Keeping, person: Person, part: str) -> None:
    """A part that was typed: do they have any customer of it?"""
    if not _part(keeping, person, part):
        raise NothingToHandOver(person.name, part)


def give(keeping: Keeping, person: Person, part: str, heir_id: int) -> HandoverDone:
    """Give this part to a successor, in one doing."""
    heir = next((one for one in handover.successors(keeping.db, person.id) if one.id == heir_id), None)
    numbers = _part(keeping, person, part)
    if heir is None or not numbers:
        raise OldCard
    doing = giving.begin(keeping, HANDOVER, None, old=person.id, new=heir.id, customers=numbers)
    for number in numbers:
        giving.give(keeping, keeping.db.get_one(Customer, number), heir)
    rest = people.owned_count(keeping.db, person.id)
    return HandoverDone(doing.id, person.id, person.name, heir.name, len(numbers), rest, person.left_at is not None)


def take_back(keeping: Keeping, number: int) -> tuple[HandoverUndone, Person]:
    """As before, within a day, by who handed it over."""
    doing = keeping.db.get(Doing, number)
    if doing is None or doing.what != HANDOVER or doing.person_id != keeping.who.id or doing.undone_at is not None:
        raise OldCard
    if keeping.now - doing.done_at > timedelta(hours=UNDO_HOURS):
        raise UndoTooLate(UNDO_HOURS)
    heir, person = (keeping.db.get_one(Person, doing.understood[side]) for side in ("new", "old"))
    numbers = doing.understood["customers"]
    if any(customers.owner_of(keeping.db, one) != heir.id for one in numbers):
        raise OldCard
    journal.revert(keeping.db, [doing], keeping.now)
    for one in numbers:
        customer = keeping.db.get_one(Customer, one)
        judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now)
    customers.names_changed(keeping.db)
    return HandoverUndone(person.id, person.name, heir.name, len(numbers), False), heir


def _part(keeping: Keeping, person: Person, part: str) -> list[int]:
    """The customers of a part: all, a tier, a region, an industry or a city."""
    if part == "all":
        return handover.owned(keeping.db, person.id, keeping.now)
    if part in TIERS:
        return handover.owned(keeping.db, person.id, keeping.now, tier=part)
    region, industry = _entry(keeping, "region", part), _entry(keeping, "industry", part)
    cities = () if region or industry else same_city(part)
    return handover.owned(keeping.db, person.id, keeping.now, cities=cities, region=region, industry=industry)


def _entry(keeping: Keeping, kind: str, part: str) -> int | None:
    """The entry of the company's catalogue that a part is called after."""
    called = ((term.id, all_words(term)) for term in company.terms(keeping.db, kind))
    return next((number for number, words in called if part.casefold() in map(str.casefold, words)), None)
