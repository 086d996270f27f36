"""A list of customers comes in: first it is said what would happen to each line, then all of it is kept or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.orm import Session

import lookup
from languages import all_words
from storage import company as terms
from storage import imports, people
from storage.models import Person
from storage.scope import Scope

REGION, INDUSTRY = "region", "industry"
LONGEST = 60
"""Characters that the name of a region, an industry or a city can have."""


class NobodyYet(Exception):
    """Customers need somebody who is responsible for them, and nobody has joined."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A customer as a line of the list has it; `raw` is the whole line in words, so that nothing is lost."""

    line: int
    name: str
    contact: str | None = None
    phone: str | None = None
    owner: str | None = None
    region: str | None = None
    city: str | None = None
    industry: str | None = None
    touched_on: date | None = None
    bought_on: date | None = None
    amount: Decimal | None = None
    note: str | None = None
    raw: str = ""
    own: tuple[tuple[str, str], ...] = ()
    """(key, value) of the company's own fields."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said about a line. `what`: same_in_list, already_there, owner_unknown, owner_unclear,
    amount_undated, too_long, or what was wrong with the line before it came here; `value` is what it is about."""

    line: int
    what: str
    value: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A line that becomes a customer, with who will be responsible for it."""

    listed: Listed
    owner_id: int


@dataclass
class Planned:
    """What would happen: who comes in, what is to be said, and the regions and industries that are new."""

    newcomers: list[Newcomer] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)
    there: int = 0
    """Lines whose customer is there already, or further up in the list."""


def plan(db: Session, listed: Sequence[Listed], now: datetime) -> Planned:
    """What would become of each line; changes nothing. Raises NobodyYet."""
    owners = Owners(db)
    planned, seen = Planned(), Seen(db, now)
    for each in listed:
        twin = seen.twin(each)
        if twin:
            planned.there += 1
            planned.remarks.append(twin)
            continue
        owner_id, remark = owners.of(each)
        planned.newcomers.append(Newcomer(each, owner_id))
        planned.remarks += [remark] if remark else []
        planned.remarks += _about_amounts(each)
    planned.terms = _new_terms(db, [one.listed for one in planned.newcomers])
    return planned


class Seen:
    """Who is there already, in the database and further up in the list."""

    def __init__(self, db: Session, now: datetime) -> None:
        self._known = imports.known(db, Scope.everything("duplicates before they happen", now))
        self._names: dict[str, int] = {}
        self._phones: dict[str, int] = {}

    def twin(self, each: Listed) -> Remark | None:
        """What is to be said of a line that is somebody else's twin; others are remembered."""
        normal, phone = lookup.normal(each.name), each.phone or ""
        there = self._known.names.get(normal) or self._known.phones.get(phone)
        if there:
            return Remark(each.line, "already_there", there[1])
        above = self._names.get(normal) or self._phones.get(phone)
        if above:
            return Remark(each.line, "same_in_list", str(above))
        self._names[normal] = each.line
        if phone:
            self._phones[phone] = each.line
        return None


class Owners:
    """Who may be responsible, by name; whoever isn't known is stood in for by the first manager."""

    def __init__(self, db: Session) -> None:
        found = imports.owners(db)
        if not found:
            raise NobodyYet
        self._named: dict[str, list[Person]] = {}
        for person in found:
            self._named.setdefault(lookup.normal(person.name), []).append(person)
        managers = [*people.with_role(db, "manager"), *people.with_role(db, "admin"), *found]
        self._otherwise = managers[0].id

    def of(self, each: Listed) -> tuple[int, Remark | None]:
        """The owner of a line, and what is to be said about it."""
        named = self._named.get(lookup.normal(each.owner or ""), [])
        if len(named) == 1:
            return named[0].id, None
        if not each.owner:
            return self._otherwise, None
        return self._otherwise, Remark(each.line, "owner_unclear" if named else "owner_unknown", each.owner)


def term_ids(db: Session) -> Mapping[tuple[str, str], int]:
    """The catalogue's regions and industries by kind and normalised name, in both languages."""
    return {
        (kind, lookup.normal(name)): term.id
        for kind in (REGION, INDUSTRY)
        for term in terms.terms(db, kind)
        for name in reversed(all_words(term))
    }


def _about_amounts(each: Listed) -> list[Remark]:
    undated = each.amount is not None and (each.bought_on or each.touched_on) is None
    return [Remark(each.line, "amount_undated", str(each.amount))] if undated else []


def _new_terms(db: Session, listed: Sequence[Listed]) -> list[tuple[str, str]]:
    """(kind, name) of the regions and industries that the catalogue doesn't have yet, each once."""
    known = term_ids(db)
    wanted = [(REGION, each.region) for each in listed] + [(INDUSTRY, each.industry) for each in listed]
    new = {(kind, lookup.normal(name)): name for kind, name in reversed(wanted) if name}
    return [(kind, name) for (kind, normal), name in sorted(new.items()) if (kind, normal) not in known]
