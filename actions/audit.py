"""What must be answerable for, as an admin reads it: who saw which number, exported, changed what others may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

import reminders
from storage import audit, people, rules
from storage.models import Audit, Person
from storage.scope import Scope

PAGE = 5


@dataclass(frozen=True)
class AuditLine:
    """One thing that was noted, on the reader's clock. `what` and `which` (a role, a setting, what was exported) are
    codes. `customer`: its name where the reader may see it; `masked`: there is one that they may not see."""

    on: date
    at: time
    by: str | None
    what: str
    which: str | None
    subject: str | None
    customer: str | None
    masked: bool


@dataclass(frozen=True)
class AuditPerson:
    """Somebody of whom things were noted."""

    id: int
    name: str


@dataclass(frozen=True)
class AuditShown:
    """A page of what was noted, latest first: of everybody or of one person, of always or of one day."""

    lines: tuple[AuditLine, ...]
    page: int
    more: bool
    count: int
    person: AuditPerson | None
    day: date | None
    today: date


@dataclass(frozen=True)
class AuditPeopleAsked:
    """Whose? Those of whom things were noted; a name may be typed."""

    people: tuple[AuditPerson, ...]
    page: int
    more: bool
    day: date | None


@dataclass(frozen=True)
class AuditFilter:
    """Of whom, and of which day on the reader's calendar; None: all."""

    person: int | None = None
    day: date | None = None


OFFERED = 6


def show(db: Session, who: Person, scope: Scope, wanted: AuditFilter, page: int, now: datetime) -> AuditShown:
    """A page of it. A customer is named only to who may see it: the admin role alone reads no customers."""
    since, until = _span(wanted.day, who.zone)
    rows = audit.page(db, wanted.person, since, until, page * PAGE, PAGE)
    count = audit.count(db, wanted.person, since, until)
    person = db.get(Person, wanted.person) if wanted.person else None
    return AuditShown(
        _lines(db, rows, who, scope), page, count > (page + 1) * PAGE, count,
        AuditPerson(person.id, person.name) if person else None, wanted.day, reminders.local_date(now, who.zone),
    )  # fmt: skip


def people_asked(db: Session, page: int, day: date | None) -> AuditPeopleAsked:
    """Of whom there is something."""
    names = people.named(db, audit.noted_people(db))
    found = [AuditPerson(number, names[number]) for number in sorted(names)]
    part = tuple(found[page * OFFERED : page * OFFERED + OFFERED])
    return AuditPeopleAsked(part, page, len(found) > (page + 1) * OFFERED, day)


def _span(day: date | None, zone: str) -> tuple[datetime | None, datetime | None]:
    """From the day's midnight to the next, on the reader's clock."""
    if day is None:
        return None, None
    first, last = (reminders.local_instant(each, time.min, zone) for each in (day, day + timedelta(days=1)))
    return first, last


def _lines(db: Session, rows: Sequence[Audit], who: Person, scope: Scope) -> tuple[AuditLine, ...]:
    numbers = {number for row in rows for number in (row.person_id, row.subject_id) if number}
    called = people.named(db, list(numbers))
    seen = rules.names(db, scope, [row.customer_id for row in rows if row.customer_id])
    return tuple(_line(row, who.zone, called, seen) for row in rows)


def _line(row: Audit, zone: str, called: dict[int, str], seen: dict[int, str]) -> AuditLine:
    local = reminders.local(row.at, zone)
    what, which = _parts(row.what)
    customer = seen.get(row.customer_id or 0)
    return AuditLine(
        local.date(), local.time().replace(second=0, microsecond=0), called.get(row.person_id or 0), what, which,
        called.get(row.subject_id or 0), customer, row.customer_id is not None and customer is None,
    )  # fmt: skip


def _parts(code: str) -> tuple[str, str | None]:
    """A code's verb, and what it was about where it says so: role given: admin; exported tiers."""
    verb, colon, rest = code.partition(": ")
    if colon:
        return verb, rest
    return ("exported", code.removeprefix("exported ")) if code.startswith("exported ") else (code, None)
