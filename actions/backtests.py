"""The proof on the company's own purchases: what its tiers of a quarter ago said, against what was bought since.

Runs in a child process: it counts every history anew as of that day, by the rules of today.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy.orm import Session

import scoring
from storage import records, scores
from storage.database import Database
from storage.models import Standing
from storage.scope import Scope

from . import company as companies
from . import counting
from .company import Company
from .money import converted, minor

if TYPE_CHECKING:
    from .columns import Column

DAYS = 90
"""How long ago the tiers are judged, and how many days are looked at since."""
PREDICTED = (
    "value_points", "activity_points", "rhythm_points", "loyalty_points", "satisfaction_points", "engagement_points",
    "potential_high", "potential_medium", "potential_low", "need_points", "prospect_points", "prospect_days",
    "buying_r", "buying_alpha", "buying_a", "buying_b", "buying_k",
    "value_s0", "value_s1", "value_half_life", "band", "lapses_to_drop", "spans_to_drop", "lapses_at_most",
    "cut_a", "cut_b",
)  # fmt: skip
"""The numbers that prediction sets; cadences and all others stay the company's."""


@dataclass(frozen=True)
class TierLater:
    """What the customers of a tier bought in the days that followed: mean and its 95 % interval in minor units, None
    where there was nobody; their share of all sales in percent."""

    tier: str
    customers: int
    mean: int | None
    low: int | None
    high: int | None
    share: int


@dataclass(frozen=True)
class BacktestShown:
    """The tiers as of `cut` against the `days` days since. `verdict`: ordered, when each tier bought more than the
    next one beyond chance, else unclear. `found`: how often one who bought again stood above one who didn't, in
    percent; `predicted` the same for prediction, None where it can't be told; `better`: by more than its standard
    error."""

    picture: ClassVar[bool] = True
    cut: date
    until: date
    days: int
    customers: int
    verdict: str
    tiers: tuple[TierLater, ...]
    currency: str
    found: int | None
    predicted: int | None
    better: bool


@dataclass(frozen=True)
class TooLittleToTell:
    """Too few customers or repeat purchases as of the cut for any verdict, and how many are needed."""

    cut: date
    customers: int
    customers_needed: int
    repeats: int
    repeats_needed: int


def there(url: str, now: datetime) -> BacktestShown | TooLittleToTell:
    """The back-test of the company in this database."""
    database = Database(url)
    try:
        with database.reading() as db:
            return backtest(db, companies.in_force(db), now)
    finally:
        database.close()


def predicted_there(url: str, now: datetime) -> dict[str, dict[str, Any]]:
    """The rules that prediction proposes today, as values by section."""
    database = Database(url)
    try:
        with database.reading() as db:
            company = companies.in_force(db)
            rules = _predicting(company, _bought(db, company, _rows(db, now)), company.day_of(now))
            return {"rules": {name: getattr(rules, name) for name in PREDICTED}}
    finally:
        database.close()


def backtest(db: Session, company: Company, now: datetime) -> BacktestShown | TooLittleToTell:
    """Judge everybody known a quarter ago by the rules of today, and look at what they bought since."""
    import numpy as np

    from scoring import backtest as proof

    today = company.day_of(now)
    cut = today - timedelta(days=DAYS)
    rows = [row for row in _rows(db, now) if row.created_on <= cut]
    known = [_counted(db, row, company, cut) for row in rows]
    met = [n for n, each in enumerate(known) if each.events]
    rows, known = [rows[n] for n in met], [known[n] for n in met]
    repeats = sum(max(each.purchase_days - 1, 0) for each in known)
    if len(rows) < proof.FEWEST_CUSTOMERS or repeats < proof.FEWEST_REPEATS:
        return TooLittleToTell(cut, len(rows), proof.FEWEST_CUSTOMERS, repeats, proof.FEWEST_REPEATS)
    bought = _bought(db, company, rows)
    spent = np.array([sum(money for on, money in each if cut < on <= today) for each in bought])
    came = np.array([any(cut < on <= today and money >= 0 for on, money in each) for each in bought])
    score = _scores(known, company.rules, cut)
    letters = np.array([_letter(each, points, company.rules) for each, points in zip(known, score, strict=True)])
    figures = {tier: proof.tier_figures(spent, letters == tier) for tier in scoring.TIERS}
    other = _prediction(db, company, rows, bought, cut)
    gain, error = proof.auc_gain(other, score, came) if 0 < came.sum() < len(came) else (0.0, 0.0)
    return BacktestShown(
        cut, today, DAYS, len(rows), _verdict(list(figures.values())),
        tuple(_later(tier, figures[tier], company) for tier in scoring.TIERS),
        company.currency, _percent(proof.auc(score, came)), _percent(proof.auc(other, came)),
        better=company.rules.prospect_points == 0 and gain > error,
    )  # fmt: skip


def _rows(db: Session, now: datetime) -> list[Standing]:
    return list(scores.standings(db, Scope.everything("the back-test: sums, no names", now)))


def _counted(db: Session, row: Standing, company: Company, day: date) -> scoring.Aggregate:
    return counting.counted(counting.history(db, row.customer_id, company), company, day, row)


def _scores(known: Sequence[scoring.Aggregate], rules: scoring.Rules, day: date) -> "Column":
    import numpy as np

    return np.array([scoring.points(each, rules, day).total for each in known])


def _letter(known: scoring.Aggregate, score: float, rules: scoring.Rules) -> str:
    return "C" if known.events < rules.events_to_judge else str(scoring.letter(score, rules))


def _bought(db: Session, company: Company, rows: Sequence[Standing]) -> list[list[tuple[date, float]]]:
    """Each customer's purchases: day and money in the company's currency."""
    return [
        [
            (on, converted(amount, currency, company.currency, company.rates, on))
            for on, amount, currency in records.purchase_rows(db, row.customer_id)
        ]
        for row in rows
    ]


def _prediction(
    db: Session, company: Company, rows: Sequence[Standing], bought: list[list[tuple[date, float]]], cut: date
) -> "Column":
    """Everybody's score as of the cut if prediction were used, fitted to what was known then."""
    then = [[(on, money) for on, money in each if on <= cut] for each in bought]
    predicting = replace(company, rules=_predicting(company, then, cut))
    return _scores([_counted(db, row, predicting, cut) for row in rows], predicting.rules, cut)


def _predicting(company: Company, bought: list[list[tuple[date, float]]], day: date) -> scoring.Rules:
    """The company's rules with prediction, fitted to these purchases."""
    import numpy as np

    from scoring import backtest as proof

    rows = [(n, on, money) for n, each in enumerate(bought) for on, money in each]
    if not rows:
        return company.rules
    who, days, money = (np.array(column) for column in zip(*rows, strict=True))
    history = proof.purchases(who.astype(str), days.astype("datetime64[s]"), money)
    rules = proof.proposed(history, day, DAYS).rules
    return replace(company.rules, **{name: getattr(rules, name) for name in PREDICTED})


def _verdict(figures: Sequence[Any]) -> str:
    """Whether each tier's interval lies wholly above the next one's; tiers without anybody say nothing."""
    there = [each for each in figures if each.low is not None]
    apart = all(better.low > worse.high for better, worse in pairwise(there))
    return "ordered" if len(there) > 1 and apart else "unclear"


def _later(tier: str, figures: Any, company: Company) -> TierLater:
    mean, low, high = (_minor(amount, company) for amount in (figures.mean_revenue, figures.low, figures.high))
    return TierLater(tier, figures.customers, mean, low, high, round(100 * (figures.share_of_revenue or 0.0)))


def _minor(amount: float | None, company: Company) -> int | None:
    return None if amount is None else minor(round(amount), company.currency)


def _percent(part: float | None) -> int | None:
    return None if part is None else round(100 * part)
