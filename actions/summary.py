"""The manager's Monday: last week beside the one before, the A customers' states, and whom to see first."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

import scoring
from storage import complaints, counts, people, reviews
from storage.models import Person
from storage.scope import Scope

from .company import Company
from .lists import ListLine, by_silence
from .moves import down, steps, up
from .periods import Period, last_week
from .ringing import Ringing
from .trend import lines
from .wanted import EVERYBODY, Wanted, is_own

SILENT, AT_RISK = Wanted(tier="A", status="silent"), Wanted(tier="A", status="at_risk")
FIRST = (SILENT, AT_RISK, Wanted(status="silent"), Wanted(status="at_risk"))
"""Where the customer to be seen first is looked for."""


@dataclass(frozen=True)
class SummaryShown:
    """Last week in figures; `first`: the customer to see first; `missed_at`: when it should have come, if it is late.

    `best` A customers: on time, due, silent, at risk; `dropping`: with too few points on `grading_on`.
    """

    name: str
    period: Period
    currency: str
    touches: int
    touches_before: int
    new: int
    sales: int
    sales_before: int
    best: int
    on_time: int
    due: int
    silent: int
    risky: int
    up: int
    down: int
    dropping: int
    grading_on: date
    complaints: int
    first: ListLine | None
    first_where: str
    silent_where: str
    risky_where: str
    span: str
    missed_at: time | None = None


@dataclass(frozen=True)
class NothingToSum:
    """There is nobody to speak of yet."""


def say(ringing: Ringing) -> SummaryShown | None:
    """To whoever leads others; nothing to say where nobody has customers."""
    scope = ringing.scope
    if is_own(ringing.who, scope) or not people.roles_include(ringing.db, ringing.who.id, "manager"):
        return None
    missed_at = ringing.who.agenda_at if ringing.late else None
    return show(ringing.db, ringing.who, scope, ringing.company, ringing.row.on, missed_at)


def show(
    db: Session, who: Person, scope: Scope, company: Company, today: date, missed_at: time | None = None
) -> SummaryShown | None:
    """The week before a day's."""
    everybody = EVERYBODY.narrowed(db, today)
    if not counts.count(db, scope, everybody):
        return None
    period = last_week(today)
    now, before = lines(db, scope, company, EVERYBODY, today, [period, period.before])
    moved = steps(db, scope, period, everybody)
    on_time, due, quiet, risky = reviews.states_of_tier(db, scope, Wanted(tier="A").narrowed(db, today), today)
    unheard = (by_silence(db, who, scope, wanted, today) for wanted in FIRST)
    worst = next((one for one in unheard if one.lines), None)
    grading_on = scoring.next_month(today)
    return SummaryShown(
        who.name, period, company.currency, now.touches, before.touches, now.new, now.sales, before.sales,
        on_time + due + quiet + risky, on_time, due, quiet, risky,
        up(moved), down(moved),
        reviews.dropping(db, scope, everybody, least(company.rules), patience(company.rules), grading_on),
        grading_on, complaints.count_open(db, scope, everybody), worst.lines[0] if worst else None,
        worst.where if worst else "", SILENT.where, AT_RISK.where, period.word, missed_at,
    )  # fmt: skip


def least(rules: scoring.Rules) -> dict[str, float]:
    """Tier -> the points below which a grading counts a lapse; nobody drops from the last one."""
    return {tier: rules.cut(tier) - rules.band for tier in scoring.TIERS[:-1]}


def patience(rules: scoring.Rules) -> reviews.Patience:
    """How many gradings below those points a tier outlasts: `scoring.lapses_wanted` for many at once."""
    return reviews.Patience(rules.lapses_to_drop, rules.lapses_at_most, rules.spans_to_drop / scoring.GRADING_DAYS)
