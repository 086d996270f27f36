"""A tier set by hand until a day, with a reason; from that day the points decide again."""

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta

import scoring
from storage import customers, journal, moves, standings
from storage.models import Customer, Doing, Move, Standing
from storage.scope import visible

from . import counting, judging
from .askable import leads
from .facts import plain
from .records import Keeping
from .refusals import CustomerUnknown, NotForYourRole, OldCard

HELD = "held"
"""What such a doing is called."""
REASONS = ("deal", "strategic", "other")
SPANS = ("month", "quarter")
MONTHS = {"month": 1, "quarter": 3}


@dataclass(frozen=True)
class HoldAsked:
    """Why keep the old tier, and until when? What was chosen already is marked."""

    move: int
    name: str
    tier: str
    reason: str | None
    span: str | None


@dataclass(frozen=True)
class TierHeld:
    """A tier is set; the points decide again from `until`, which is today where they do at once."""

    doing: int
    customer: int
    name: str
    tier: str
    today: date
    until: date
    reason: str
    restored: bool = False


def hold(keeping: Keeping, move_id: int, reason: str | None, span: str | None) -> HoldAsked | TierHeld:
    """Keep the tier that this move took away, as soon as a reason and an end are chosen."""
    found = moves.one(keeping.db, keeping.scope, move_id)
    if found is None:
        raise CustomerUnknown
    move, customer = found
    if judging.standing(keeping.db, customer.id).tier <= move.old:
        raise OldCard
    if reason not in REASONS or span not in SPANS:
        return HoldAsked(
            move.id, customer.name, move.old, reason if reason in REASONS else None, span if span in SPANS else None
        )
    return _hold(keeping, customer, move.old, reason, end_of(span, keeping.today))


@dataclass(frozen=True)
class TierAsked:
    """A tier that somebody set: which one instead, or the points from now on?"""

    customer: int
    name: str
    tier: str
    until: date


def change(keeping: Keeping, customer_id: int, wanted: str | None) -> TierAsked | TierHeld:
    """Another tier for one that was set by hand, until the same day; or `points`, which decide at once."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    row = judging.standing(keeping.db, customer.id)
    if row.manual_until is None or row.manual_until <= keeping.today:
        raise OldCard
    if wanted == "points":
        return _hold(keeping, customer, row.tier, row.manual_reason or "other", keeping.today)
    if wanted not in scoring.TIERS or wanted == row.tier:
        return TierAsked(customer.id, customer.name, row.tier, row.manual_until)
    return _hold(keeping, customer, wanted, row.manual_reason or "other", row.manual_until)


@dataclass(frozen=True)
class TierByHand:
    """Which tier by hand, why and until when? What was chosen already is marked; `now` is the tier it has."""

    customer: int
    name: str
    now: str
    tier: str | None
    reason: str | None
    span: str | None


def by_hand(keeping: Keeping, customer_id: int, tier: str, reason: str, span: str) -> TierByHand | TierHeld:
    """Set a tier for a customer of one's people, as soon as tier, reason and end are chosen."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    if not leads(keeping.who, keeping.scope, customers.owner_of(keeping.db, customer.id)):
        raise NotForYourRole("moves")
    if tier in scoring.TIERS and reason in REASONS and span in SPANS:
        return _hold(keeping, customer, tier, reason, end_of(span, keeping.today))
    return TierByHand(
        customer.id, customer.name, judging.standing(keeping.db, customer.id).tier,
        *(one if one in known else None for one, known in ((tier, scoring.TIERS), (reason, REASONS), (span, SPANS))),
    )  # fmt: skip


def end_of(span: str, today: date) -> date:
    """The day from which the points decide again: the first of next month, or the same day three months on."""
    if span == "month":
        return scoring.next_month(today)
    first = today.replace(day=1)
    for _ in range(MONTHS[span]):
        first = scoring.next_month(first)
    last = scoring.next_month(first) - timedelta(days=1)
    return first.replace(day=min(today.day, last.day))


def release(keeping: Keeping, doing: Doing) -> None:
    """As if it had never been kept: the tier of before, unless something else moved it since."""
    row, customer = _of(keeping, doing)
    if row.tier != doing.understood["became"]:
        raise OldCard
    before = _standing(doing.understood["before"])
    _note(keeping, row, before.tier, "corrected", doing)
    judging.keep_standing(row, before, keeping.today)
    row.manual_reason = doing.understood["before"]["reason"]
    doing.undone_at = keeping.now
    _judge(keeping, customer)


def again(keeping: Keeping, doing: Doing) -> TierHeld:
    """Keep it after all."""
    doing.undone_at = None
    return replace(_set(keeping, doing), restored=True)


def _hold(keeping: Keeping, customer: Customer, tier: str, reason: str, until: date) -> TierHeld:
    row = judging.standing(keeping.db, customer.id)
    before = plain(asdict(judging.standing_of(row))) | {"reason": row.manual_reason}
    understood = {"tier": tier, "reason": reason, "until": until.isoformat(), "before": before}
    who = keeping.who
    doing = Doing(person_id=who.id, chat_id=who.telegram_id, what=HELD, customer_id=customer.id)
    doing.done_at, doing.understood = keeping.now, understood
    return _set(keeping, journal.begin(keeping.db, doing))


def _set(keeping: Keeping, doing: Doing) -> TierHeld:
    row, customer = _of(keeping, doing)
    kept, until = doing.understood, date.fromisoformat(doing.understood["until"])
    before = judging.standing_of(row)
    after, moved = scoring.by_hand(before, kept["tier"], until, row.score, keeping.today)
    if moved:
        _note(keeping, row, moved.to, "manual", doing)
    judging.keep_standing(row, after, keeping.today)
    row.manual_reason = kept["reason"]
    known = counting.aggregate_of(row)
    judging.shortened(row, known, before.cadence_tier, after.cadence_tier, keeping.company, keeping.today)
    _judge(keeping, customer)
    doing.understood = {**kept, "became": row.tier}
    return TierHeld(doing.id, customer.id, customer.name, row.tier, keeping.today, until, kept["reason"])


def _judge(keeping: Keeping, customer: Customer) -> None:
    """Status and due date follow the tier."""
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now)


def _note(keeping: Keeping, row: Standing, new: str, reason: str, doing: Doing) -> None:
    """Keep the move."""
    move = Move(
        doing_id=doing.id, customer_id=row.customer_id, axis="tier", old=row.tier, new=new, reason=reason,
        score=row.score, points=row.points or {}, rules_version=keeping.company.version, moved_on=keeping.today,
        recorded_at=keeping.now,
    )  # fmt: skip
    keeping.db.add(move)


def _of(keeping: Keeping, doing: Doing) -> tuple[Standing, Customer]:
    customer = keeping.db.get(Customer, doing.customer_id)
    row = standings.of(keeping.db, customer.id) if customer else None
    if customer is None or row is None:
        raise OldCard
    return row, customer


def _standing(kept: dict[str, object]) -> scoring.Standing:
    """A tier as it was before, from the facts of the doing."""
    days = {
        name: date.fromisoformat(str(kept[name])) if kept[name] else None
        for name in ("since", "graded_on", "manual_until")
    }
    rest = {name: kept[name] for name in ("tier", "lapses", "kept_tier", "provisional")}
    return scoring.Standing(**rest, **days)  # type: ignore[arg-type]
