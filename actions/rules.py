"""The rules that people own: those in force said plainly, a draft published, a version brought back, their history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

import scoring
from storage import company as versions
from storage import rules as kept
from storage import scores
from storage.models import Person, RulesVersion

from . import changes, drafts, weighing
from . import company as companies
from .changes import NumberChanged
from .company import Company
from .drafts import ChangesShown, DraftShown, Wish
from .money import minor
from .records import Keeping
from .refusals import OldCard

PAGE = 5
RULED = ("rules", "reminders", "strategy")
"""The sections that a version brings back."""


@dataclass(frozen=True)
class Weight:
    """The most points that a component can have."""

    part: str
    most: float


@dataclass(frozen=True)
class RulesShown:
    """The rules in force. `version` counts what was published, `since` when these numbers came, `by` whom (None: the
    configuration file). The scale of value is in minor units. `drafted`: a draft waits."""

    version: int
    since: date
    by: str | None
    weights: tuple[Weight, ...]
    cut_a: float
    cut_b: float
    band: float
    cadence_a: float
    cadence_b: float
    cadence_c: float
    half_life: float
    top: int
    currency: str
    drafted: bool


@dataclass(frozen=True)
class RulesPublished:
    """A version is in force; `back`: an earlier one's numbers are again. `up` and `down` count moves between tiers;
    `waiting` is how many customers are still to be judged."""

    version: int
    number: int
    back: bool
    changes: tuple[NumberChanged, ...]
    count: int
    up: int
    down: int
    waiting: int


@dataclass(frozen=True)
class Regraded:
    """Everybody has been judged by the rules of this version."""

    version: int
    customers: int
    up: int
    down: int


@dataclass(frozen=True)
class VersionLine:
    """A published version: what it changed first, and how much in all."""

    n: int
    version: int
    number: int
    on: date
    by: str | None
    first: NumberChanged | None
    count: int


@dataclass(frozen=True)
class VersionsShown:
    """The history, latest first."""

    page: int
    count: int
    lines: tuple[VersionLine, ...]


def show(keeping: Keeping) -> RulesShown:
    """The rules in force, said plainly."""
    company, row = keeping.company, _since(keeping.db)
    rules = company.rules
    return RulesShown(
        kept.place(keeping.db, row.id), _on(row, company), _by(keeping.db, row), weights(rules),
        rules.cut_a, rules.cut_b, rules.band, rules.cadence_a, rules.cadence_b, rules.cadence_c,
        rules.value_half_life, minor(round(rules.value_s1), company.currency), company.currency,
        kept.waiting(keeping.db) is not None,
    )  # fmt: skip


def weights(rules: scoring.Rules) -> tuple[Weight, ...]:
    """Each component with the most that it can have; those that count for nothing are left out."""
    found = (
        ("value", rules.value_points), ("activity", rules.activity_points), ("rhythm", rules.rhythm_points),
        ("loyalty", rules.loyalty_points + rules.satisfaction_points), ("engagement", rules.engagement_points),
        ("potential", rules.potential_high + rules.need_points), ("prospect", rules.prospect_points),
    )  # fmt: skip
    return tuple(Weight(*each) for each in found if each[1])


def publish(keeping: Keeping, draft: int, edition: int) -> RulesPublished | DraftShown:
    """Put the draft in force and judge everybody by it; shown once more where its effects aren't those that were
    shown. OldCard where it was changed, dropped or published since."""
    row = drafts.waiting(keeping, draft)
    if row.body["edition"] != edition or not row.body["changes"]:
        raise OldCard
    if not weighing.fresh(keeping, row):
        return drafts.show(keeping, row)
    wanted, file = row.body["changes"], row.body.get("file")
    kept.drop(keeping.db, row)
    return take_hold(keeping, wanted, {**wanted, "file": file} if file else wanted)


def roll_back(keeping: Keeping, number: int) -> RulesPublished:
    """The numbers of the version before this one, which must be in force."""
    if number != keeping.company.version:
        raise OldCard
    return take_hold(keeping, _against(keeping, kept.before(keeping.db, number)), back=True)


def try_version(keeping: Keeping, number: int) -> RulesVersion:
    """An earlier version as a draft."""
    row = _published(keeping.db, number)
    return drafts.wish(keeping, Wish("version", str(kept.place(keeping.db, number)), _against(keeping, row)))


def history(keeping: Keeping, page: int) -> VersionsShown:
    """What was published, latest first."""
    found = kept.published(keeping.db, page * PAGE, PAGE)
    lines = tuple(_line(keeping, n, row) for n, row in enumerate(found, page * PAGE + 1))
    return VersionsShown(page, kept.count(keeping.db), lines)


def version(keeping: Keeping, number: int, page: int) -> ChangesShown:
    """What a version changed against the one before."""
    found = _changes(keeping.db, _published(keeping.db, number))
    return ChangesShown(0, number, found[page * PAGE : (page + 1) * PAGE], page, len(found))


def propose(keeping: Keeping, what: str, of: str | None = None) -> RulesVersion | None:
    """A draft from the company's own customers (`cuts`, `scale`) or from a trade (`preset`); None: it follows."""
    if weighing.is_large(keeping.db, keeping.company, keeping.company):
        weighing.errand(keeping, "propose", of=of, proposal=what)
        return None
    found = weighing.proposed(keeping.db, keeping.company, keeping.now, what, of)
    return drafts.wish(keeping, Wish(what, of, found))


def regraded(keeping: Keeping, number: int) -> Regraded:
    """What judging everybody by a version came to."""
    row = _published(keeping.db, number)
    up, down = _moved(keeping.db, row.published_at or keeping.now)
    return Regraded(kept.place(keeping.db, number), kept.size(keeping.db), up, down)


def take_hold(
    keeping: Keeping, wanted: Mapping[str, Any], sections: Mapping[str, Any] | None = None, back: bool = False
) -> RulesPublished:
    """Publish these values by section and judge: at once where there are few customers, else in chunks after this."""
    from . import regrading

    if not wanted:
        raise OldCard
    db, old = keeping.db, keeping.company
    told = changes.changed(db, wanted)
    new = companies.publish(db, sections or wanted, keeping.now, keeping.who.id)
    waiting = kept.size(db) if kept.size(db) > regrading.SMALL else 0
    if waiting:
        weighing.errand(keeping, "regrade", old=old.version, new=new.version)
    else:
        on = new.day_of(keeping.now)
        regrading.keep(db, old, new, on, keeping.now, regrading.verdicts(db, old, new, on, keeping.now))
    up, down = _moved(db, keeping.now)
    return RulesPublished(kept.place(db, new.version), new.version, back, told[:PAGE], len(told), up, down, waiting)


def _moved(db: Session, at: datetime) -> tuple[int, int]:
    """How many customers the rules moved up and down at this moment."""
    moved = [move for move in scores.moves_at(db, at) if move.axis == "tier" and move.reason == "rules"]
    return sum(move.new < move.old for move in moved), sum(move.new > move.old for move in moved)


def _against(keeping: Keeping, row: RulesVersion | None) -> dict[str, Any]:
    """What a version has other than the one in force."""
    if row is None:
        raise OldCard
    found = companies.differences(changes.body(keeping.db), row.body)
    return {section: values for section, values in found.items() if section in RULED}


def _published(db: Session, number: int) -> RulesVersion:
    row = db.get(RulesVersion, number)
    if row is None or row.published_at is None:
        raise OldCard
    return row


def _line(keeping: Keeping, n: int, row: RulesVersion) -> VersionLine:
    found = _changes(keeping.db, row)
    return VersionLine(
        n, kept.place(keeping.db, row.id), row.id, _on(row, keeping.company), _by(keeping.db, row),
        found[0] if found else None, len(found),
    )  # fmt: skip


def _changes(db: Session, row: RulesVersion) -> tuple[NumberChanged, ...]:
    before = kept.before(db, row.id)
    return changes.between(before.body, companies.differences(before.body, row.body)) if before else ()


def _since(db: Session) -> RulesVersion:
    """The version that brought the numbers in force."""
    row = versions.version(db, versions.version_in_force(db) or 1)
    before = kept.before(db, row.id)
    while before is not None and before.body.get("rules") == row.body.get("rules"):
        row, before = before, kept.before(db, before.id)
    return row


def _on(row: RulesVersion, company: Company) -> date:
    return company.day_of(row.published_at or row.created_at)


def _by(db: Session, row: RulesVersion) -> str | None:
    person = db.get(Person, row.created_by) if row.created_by else None
    return person.name if person else None
