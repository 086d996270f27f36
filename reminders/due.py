"""When a customer is due, and why: one date from everything that matters.

The earliest open plan; else the later of *later* and the earlier of (last touch + cadence) and (last
purchase + own purchase rhythm); a new complaint within one working day; moved to the next working day of
whoever covers the customer. Every candidate is a `Reason`, so that the date can be explained in words.

Codes (`because`) and what their facts hold beside `days`:

- `plan`            plan_id, plan_on, at, kind, promise, promised_on, put_off   an agreed plan
- `plan_far`        plan_id, plan_on, counts_from            the plan lies too far ahead to wait for it in silence
- `complaint`       complaint_on                             a new complaint, not answered yet
- `named`           counts_from                              named as most important at the start, no touch yet
- `new`             counts_from                              created, no touch yet
- `new_again`       counts_from                              new, touched before
- `cadence`         counts_from                              the tier's cadence after the last touch
- `untouched`       counts_from                              the tier's cadence after creation: no touch is known
- `purchase`        counts_from                              the customer's own purchase rhythm
- `later`           until, instead_of                        put off by the person
- `stopped`         (no date)                                the person asked not to be reminded
- `lost`            (no date)                                lost: on the list of the lost, not on the agenda

While a complaint is open the facts of the routine ones hold `halved` (True), and `days` is half the cadence.
All may hold `moved_from` and `off_because` (leave, closure, holiday, weekend) when the date was moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from .calendar import ONE_DAY, Calendar
from .known import Known, Later, Plan, Reason
from .rules import Rules


@dataclass(frozen=True)
class Due:
    """When the customer is due (None: no reminder), why, with which facts, and how many working days late.

    `others` are the reasons that didn't decide, earliest first.
    """

    on: date | None
    because: str
    facts: Mapping[str, object] = field(default_factory=dict)
    late: int = 0
    others: tuple[Reason, ...] = ()

    @property
    def written(self) -> dict[str, object]:
        """The facts as plain JSON values: dates and times in ISO 8601."""
        return {name: fact.isoformat() if isinstance(fact, (date, time)) else fact for name, fact in self.facts.items()}


def due(known: Known, calendar: Calendar, today: date, rules: Rules) -> Due:
    """The due date of a customer; `calendar` is that of whoever covers it today."""
    routine = list(_long_silence(known, rules)) if known.plans else _routine(known, rules)
    wanted = [*_agreed(known, calendar, rules), *_put_off(routine, known.later)]
    if not wanted:
        return Due(None, _silent_because(known), {}, 0, tuple(routine))
    first, *others = sorted(wanted, key=lambda reason: reason.on)
    moved = _on_a_working_day(first, calendar)
    late = calendar.working_days_between(moved.on, today)
    return Due(moved.on, moved.because, moved.facts, late, tuple(others))


def settles(plan_on: date, touch_on: date) -> bool:
    """Does a touch on this day settle a plan of that day? It does for plans dated up to it, never later ones."""
    return plan_on <= touch_on


def _agreed(known: Known, calendar: Calendar, rules: Rules) -> Iterator[Reason]:
    """What was agreed with the customer or is owed to it, which *later* doesn't put off."""
    if known.plans:
        plan = _earliest(known.plans)
        facts = {"plan_id": plan.id, "plan_on": plan.on, "at": plan.at, "kind": plan.kind, "promise": plan.promise}
        facts |= {"promised_on": plan.promised_on, "put_off": _was_put_off(plan, known.later)}
        yield Reason(plan.on, "plan", facts)
    if known.complaint_on and _unanswered(known, known.complaint_on):
        days = rules.complaint_working_days
        on = calendar.after_working_days(known.complaint_on, days)
        yield Reason(on, "complaint", {"complaint_on": known.complaint_on, "days": days})


def _was_put_off(plan: Plan, later: Later | None) -> bool | None:
    """True where the person moved it to its day themselves: nobody agreed on that."""
    return True if later is not None and later.until == plan.on and later.said_on and later.said_on < plan.on else None


def _earliest(plans: tuple[Plan, ...]) -> Plan:
    return min(plans, key=lambda plan: (plan.on, plan.at or time.min))


def _long_silence(known: Known, rules: Rules) -> Iterator[Reason]:
    """The day on which a plan far ahead has silenced the cadence for long enough, if it comes before the plan."""
    plan = _earliest(known.plans)
    counts_from = max(day for day in (known.last_touch_on or known.created_on, plan.made_on) if day)
    days = max(float(rules.plan_days), rules.plan_cadences * known.cadence)
    reason = _after(counts_from, days, "plan_far")
    if reason.on < plan.on:
        yield replace(reason, facts={**reason.facts, "plan_id": plan.id, "plan_on": plan.on})


def _unanswered(known: Known, complaint_on: date) -> bool:
    """Is the complaint new: no touch since, no plan made for it, not put off knowingly?"""
    touched = known.last_touch_on is not None and known.last_touch_on > complaint_on
    planned = any(plan.made_on is not None and plan.made_on >= complaint_on for plan in known.plans)
    put_off = known.later is not None and known.later.said_on is not None and known.later.said_on >= complaint_on
    return not (touched or planned or put_off or known.complaint_answered)


def _routine(known: Known, rules: Rules) -> list[Reason]:
    """What the cadence and the customer's own rhythm ask for, earliest first."""
    if known.status == "lost":
        return []
    touched_on = known.last_touch_on
    reasons = [_first_touch(known, rules) if touched_on is None else _next_touch(known, touched_on, rules)]
    if (purchase := _purchase(known)) is not None:
        reasons.append(purchase)
    return sorted(reasons, key=lambda reason: reason.on)


def _first_touch(known: Known, rules: Rules) -> Reason:
    """Nothing logged yet: counted from the day of creation."""
    if known.named:
        return _after(known.created_on, rules.named_days, "named")
    if known.status == "new":
        return _cadence(known, known.created_on, rules.new_days, "new", rules)
    return _by_cadence(known, known.created_on, "untouched", rules)


def _next_touch(known: Known, last_touch_on: date, rules: Rules) -> Reason:
    """Touched before: the cadence (for a new customer at least every `new_every_days`) after the last touch."""
    usual = _by_cadence(known, last_touch_on, "cadence", rules)
    if known.status != "new":
        return usual
    again = _cadence(known, last_touch_on, rules.new_every_days, "new_again", rules)
    return min(usual, again, key=lambda reason: reason.on)


def _by_cadence(known: Known, counts_from: date, because: str, rules: Rules) -> Reason:
    """The cadence from that day; a shortened one from the day it was shortened, but never later than before."""
    if known.silence_from is None or known.silence_from <= counts_from:
        return _cadence(known, counts_from, known.cadence, because, rules)
    shortened = _cadence(known, known.silence_from, known.cadence, because, rules)
    if known.cadence_before is None:
        return shortened
    before = _cadence(known, counts_from, known.cadence_before, because, rules)
    return min(before, shortened, key=lambda reason: reason.on)


def _cadence(known: Known, counts_from: date, days: float, because: str, rules: Rules) -> Reason:
    """So many days later, half as many while a complaint is open: sooner, but not before the day after it."""
    whole = _after(counts_from, days, because)
    if known.complaint_on is None:
        return whole
    half = _after(counts_from, max(days * rules.complaint_cadence, 1.0), because)
    on = min(whole.on, max(half.on, known.complaint_on + ONE_DAY))
    return Reason(on, because, {**half.facts, "halved": True})


def _purchase(known: Known) -> Reason | None:
    """The day of the next purchase by the customer's own rhythm, unless a touch came on it or since."""
    if known.last_purchase_on is None or known.purchase_rhythm is None:
        return None
    reason = _after(known.last_purchase_on, max(known.purchase_rhythm, 1.0), "purchase")
    touched = known.last_touch_on is not None and known.last_touch_on >= reason.on
    return None if touched else reason


def _after(counts_from: date, days: float, because: str) -> Reason:
    """So many days after that day; part of a day isn't waited for."""
    on = counts_from + timedelta(days=int(days))
    return Reason(on, because, {"counts_from": counts_from, "days": int(days)})


def _put_off(routine: list[Reason], later: Later | None) -> list[Reason]:
    """What is left of the routine after *later*: nothing once stopped, no date before it otherwise."""
    if later is None or not routine:
        return routine
    if later.until is None:
        return []
    if later.until <= routine[0].on:
        return routine
    return [Reason(later.until, "later", {"until": later.until, "instead_of": routine[0].because})]


def _silent_because(known: Known) -> str:
    return "lost" if known.status == "lost" else "stopped"


def _on_a_working_day(reason: Reason, calendar: Calendar) -> Reason:
    """Moved to the next working day, saying from which day and why; a time that was named stays where it is."""
    on = calendar.next_working_day(reason.on)
    if on == reason.on or reason.facts.get("at") is not None:
        return reason
    off_because = calendar.off_because(reason.on)
    return Reason(on, reason.because, {**reason.facts, "moved_from": reason.on, "off_because": off_because})
