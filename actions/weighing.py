"""What a draft would do, kept with it: counted at once for few customers, by a child process for many."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

import scoring
from storage import doings
from storage import rules as kept
from storage.database import Database
from storage.models import RulesVersion
from storage.scope import Scope

from . import company as companies
from .changes import of
from .company import Company
from .effects import Effects
from .facts import facts_of
from .money import rate
from .moves import Step
from .records import Keeping
from .refusals import OldCard

if TYPE_CHECKING:
    from .columns import Column

AT_ONCE = 2000
"""So many customers are tried while somebody waits; more of them by a child process."""
RECOUNTED_AT_ONCE = 200
"""The same where their histories have to be counted anew."""
TRADES = tuple(scoring.PRESETS)
"""The trades that there are presets for."""


def weighed(keeping: Keeping, row: RulesVersion) -> Effects | None:
    """The effects of a draft as of today; None while they are being counted."""
    if not fresh(keeping, row):
        if is_large(keeping.db, keeping.company, of(keeping.db, row)):
            errand(keeping, "weigh", draft=row.id, edition=row.body["edition"])
            return None
        on = keeping.company.day_of(keeping.now)
        row.body = {**row.body, "effects": _effects(keeping.db, row, keeping.company, on, keeping.now)}
        keeping.db.flush()
    found = row.body["effects"]
    steps = tuple(Step(**step) for step in found["steps"])
    return Effects(
        found["customers"],
        tuple(found["before"]),
        tuple(found["after"]),
        steps,
        found["week_before"],
        found["week_after"],
    )


def fresh(keeping: Keeping, row: RulesVersion) -> bool:
    """Whether the effects that the draft keeps are those of today and of the rules in force."""
    found = row.body.get("effects")
    on = keeping.company.day_of(keeping.now)
    return found is not None and found["weighed"] == [keeping.company.version, on.isoformat()]


def is_large(db: Session, present: Company, wanted: Company) -> bool:
    """Whether there are too many customers to try something on while somebody waits."""
    from . import columns

    return kept.size(db) > (RECOUNTED_AT_ONCE if columns.recount_needed(present, wanted) else AT_ONCE)


def errand(keeping: Keeping, what: str, **facts: Any) -> None:
    """Have it done by a child process; who asked hears of it. One of each kind at a time."""
    kept.put_off(keeping.db, what, keeping.now)
    chat = keeping.who.telegram_id or 0
    doings.note(keeping.db, chat, keeping.who.id, kept.ERRAND, {"what": what, **facts}, keeping.now)


def weigh_there(url: str, draft: int, now: datetime) -> dict[str, Any] | None:
    """The effects of a draft, found in a process of its own; None when it is gone."""
    database = Database(url)
    try:
        with database.reading() as db:
            row, present = kept.draft(db, draft), companies.in_force(db)
            return _effects(db, row, present, present.day_of(now), now) if row else None
    finally:
        database.close()


def _effects(db: Session, row: RulesVersion, present: Company, on: date, now: datetime) -> dict[str, Any]:
    from . import whatif

    scope = Scope.everything("rules are everybody's: counts, no names", now)
    found = whatif.effects(db, scope, present, of(db, row), on)
    return {**facts_of(found), "weighed": [present.version, on.isoformat()]}


def proposed(db: Session, present: Company, now: datetime, what: str, trade: str | None) -> dict[str, dict[str, Any]]:
    """Values by section that the company's own customers propose (`cuts`, `scale`), or a trade (`preset`)."""
    from . import whatif

    row = kept.waiting(db)
    wanted, on = (of(db, row) if row else present), present.day_of(now)
    scope = Scope.everything("rules are everybody's: sums, no names", now)
    if what == "cuts":
        return {"rules": dict(whatif.proposed_cuts(db, scope, wanted, on, present))}
    if what == "scale":
        return {"rules": dict(whatif.proposed_scale(db, scope, wanted, on, present))}
    if what != "preset" or trade is None or trade not in scoring.PRESETS:
        raise OldCard
    return _of_trade(scoring.PRESETS[trade], present, whatif.spends(db, scope, present, on, present), on)


def proposed_there(url: str, now: datetime, what: str, trade: str | None) -> dict[str, dict[str, Any]]:
    """The same in a process of its own."""
    database = Database(url)
    try:
        with database.reading() as db:
            return proposed(db, companies.in_force(db), now, what, trade)
    finally:
        database.close()


def _of_trade(preset: scoring.Preset, present: Company, spends: "Column", on: date) -> dict[str, dict[str, Any]]:
    """A preset as values by section; offers that the trade doesn't have are emptied."""
    from scoring import everybody

    rules = everybody.adopted(preset, present.rules, spends, _worth(present, on))
    strategy: dict[str, dict[str, str]] = {whom: {} for whom in present.strategy if whom not in preset.strategy}
    strategy |= {whom: dict(words) for whom, words in preset.strategy.items()}
    return {"rules": rules.to_mapping(), "strategy": strategy}


def _worth(company: Company, on: date) -> float | None:
    """What one unit of the presets' money is worth in the company's; None where nobody has said."""
    own = company.currency == scoring.SCALE_CURRENCY
    return 1.0 if own else rate(company.rates, scoring.SCALE_CURRENCY, on)
