"""A draft of the rules: what would be another number, and what that would do, before anything changes.

There is one draft at a time: whatever is wished for next goes into it. It is a version that nobody published.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import scoring
from storage import company as versions
from storage import rules as kept
from storage.models import RulesVersion

from . import changes, weighing
from . import company as companies
from .changes import NumberChanged
from .company import Company
from .effects import Effects, Mover
from .moves import Step
from .records import Keeping
from .refusals import OldCard, RuleImpossible

PAGE = 5


@dataclass(frozen=True)
class TierChange:
    """A tier's customers before and after."""

    tier: str
    before: int
    after: int


@dataclass(frozen=True)
class DraftShown:
    """The draft that waits: what it changes, who would move, reminders a week before and after.

    `origin` says where it comes from: words, file, preset, cuts, scale, version, prediction; `of` which preset or
    version. `counting`: its effects are being counted and follow. `most` is what a customer could earn at most.
    """

    draft: int
    edition: int
    origin: str
    of: str | None
    changes: tuple[NumberChanged, ...]
    counting: bool
    most: float
    customers: int
    tiers: tuple[TierChange, ...]
    steps: tuple[Step, ...]
    week_before: float
    week_after: float


@dataclass(frozen=True)
class ChangesShown:
    """Everything that a draft or a version changes, a page at a time; `version` 0 for the draft."""

    draft: int
    version: int
    changes: tuple[NumberChanged, ...]
    page: int
    count: int


@dataclass(frozen=True)
class MoverLine:
    """A customer that would move."""

    n: int
    customer: int
    name: str
    old: str
    new: str
    score: float


@dataclass(frozen=True)
class MoversShown:
    """Who would move, as far as the asker may see them; `others` would too."""

    draft: int
    page: int
    count: int
    others: int
    lines: tuple[MoverLine, ...]


@dataclass(frozen=True)
class DraftDropped:
    """The draft is gone; nothing has changed. `another` waits."""

    another: bool


@dataclass(frozen=True)
class Wish:
    """What somebody wants to try: values by section, and where they come from."""

    origin: str
    of: str | None = None
    changes: Mapping[str, Mapping[str, Any]] | None = None


def wish(keeping: Keeping, tried: Wish) -> RulesVersion:
    """Put it into the draft, or begin one. What is as it was leaves the draft; RuleImpossible for what can't be."""
    row, present = kept.waiting(keeping.db), changes.body(keeping.db)
    body = dict(row.body) if row else {"origin": tried.origin, "of": tried.of, "changes": {}, "edition": 0}
    sections = companies.merged(companies.merged(present, body["changes"]), tried.changes or {})
    body["changes"] = companies.differences(present, sections)
    _company(keeping.company.version, sections, tried)
    body |= {"edition": body["edition"] + 1, "effects": None}
    if tried.origin != "words" or row is None:
        body |= {"origin": tried.origin, "of": tried.of}
    if row is None:
        return versions.draft(keeping.db, body, keeping.now, keeping.who.id)
    row.body = body
    keeping.db.flush()
    return row


def show(keeping: Keeping, row: RulesVersion) -> DraftShown:
    """The draft with its effects as of today; those of many customers follow later."""
    found = weighing.weighed(keeping, row)
    company, told = changes.of(keeping.db, row), changes.changed(keeping.db, row.body["changes"])
    there = found or Effects(0, (), (), (), 0.0, 0.0)
    return DraftShown(
        row.id, row.body["edition"], row.body["origin"], row.body["of"], told,
        found is None, changes.most(company.rules), there.customers,
        tuple(TierChange(*each) for each in zip(scoring.TIERS, there.before, there.after, strict=False)),
        there.steps, there.week_before, there.week_after,
    )  # fmt: skip


def waiting(keeping: Keeping, draft: int | None = None) -> RulesVersion:
    """The draft that waits, or this one of an earlier card; OldCard where it is gone."""
    row = kept.waiting(keeping.db) if draft is None else kept.draft(keeping.db, draft)
    if row is None:
        raise OldCard
    return row


def latest(keeping: Keeping) -> RulesVersion | None:
    """The draft that waits, if there is one."""
    return kept.waiting(keeping.db)


def wanted(keeping: Keeping, row: RulesVersion) -> Company:
    """The company as the draft wants it."""
    return changes.of(keeping.db, row)


def drop(keeping: Keeping, draft: int) -> DraftDropped:
    """Nobody wants it."""
    kept.drop(keeping.db, waiting(keeping, draft))
    return DraftDropped(kept.waiting(keeping.db) is not None)


def movers(keeping: Keeping, draft: int, page: int) -> MoversShown:
    """The names behind the counts."""
    row = waiting(keeping, draft)
    found = [Mover(**each) for each in (row.body.get("effects") or {}).get("movers", ())]
    names = kept.names(keeping.db, keeping.scope, [mover.customer for mover in found])
    seen = [mover for mover in found if mover.customer in names]
    first = page * PAGE
    lines = tuple(
        MoverLine(n, mover.customer, names[mover.customer], mover.old, mover.new, mover.score)
        for n, mover in enumerate(seen[first : first + PAGE], first + 1)
    )
    moved = sum(step["customers"] for step in (row.body.get("effects") or {}).get("steps", ()))
    return MoversShown(row.id, page, len(seen), moved - len(seen), lines)


def all_changes(keeping: Keeping, draft: int, page: int) -> ChangesShown:
    """Everything that the draft changes."""
    found = changes.changed(keeping.db, waiting(keeping, draft).body["changes"])
    return ChangesShown(draft, 0, found[page * PAGE : (page + 1) * PAGE], page, len(found))


def counted(keeping: Keeping, draft: int, edition: int, found: dict[str, Any]) -> DraftShown | None:
    """Keep what a child process found; None when the draft has changed since."""
    row = kept.draft(keeping.db, draft)
    if row is None or row.body["edition"] != edition:
        return None
    row.body = {**row.body, "effects": found}
    keeping.db.flush()
    return show(keeping, row)


def _company(version: int, sections: Mapping[str, Any], wanted: Wish) -> Company:
    try:
        return companies.of(version, sections)
    except ValueError as no:
        names = [name for values in (wanted.changes or {}).values() for name in values]
        raise RuleImpossible(changes.part_of(names[0] if names else "")) from no
