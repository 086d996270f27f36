"""Is it still true? What is asked of every push when its time has come, just before it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .pushes import Push, resting
from .rules import Rules
from .times import local_date, local_instant, next_allowed, quiet
from .wanted import Person

NAGS = frozenset({"nag", "escalation", "after"})
OF_A_DAY = NAGS | {"agenda"}
CHOSEN = frozenset({"ahead", "asked"})
"""Times that the person named: they ring on leave too."""
LASTING = frozenset({"request", "pool"})
"""What somebody waits for: it is said on leave too, and late rather than never."""
TO_A_MANAGER = "manager"


@dataclass(frozen=True)
class Standing:
    """How things stand at `now` for the subject of a push.

    `settled`: touched, done or answered since it was planned. `superseded`: the plan was moved or undone, the
    customer handed over or erased. `stopped` and `put_off_until`: the person's *later*. `nothing`: no line,
    record or customer is left to speak of. `last_on`: the date on which the same nag was heard last.
    `nagged`: nags heard on this local date.
    """

    now: datetime
    settled: bool = False
    superseded: bool = False
    stopped: bool = False
    put_off_until: date | None = None
    nothing: bool = False
    last_on: date | None = None
    nagged: int = 0


@dataclass(frozen=True)
class Verdict:
    """Whether to send it (so it can be asked `if verdict:`), and if so whether it is `late`, or the agreed time that
    it was to ring ahead of has gone by (`missed`).

    If not, `reason`: early, settled, superseded, stopped, snoozed, on_leave, nothing_due, resting,
    over_budget, too_late, quiet. With `again_at` it is asked again then; without, that is its end.
    """

    reason: str | None = None
    again_at: datetime | None = None
    late: bool = False
    missed: bool = False

    def __bool__(self) -> bool:
        return self.reason is None


def still_true(push: Push, person: Person, standing: Standing, rules: Rules) -> Verdict:
    """Judge a push when it comes to be sent."""
    if (ready_at := _ready_at(push, person)) > standing.now:
        return Verdict("early", again_at=ready_at)
    if (over := _over(push, person, standing, rules)) is not None:
        return Verdict(over)
    late = standing.now - push.due_at > timedelta(minutes=rules.late_minutes)
    if _wakes(push, person, standing.now, late):
        return _after_the_night(push, person, standing.now, rules)
    return Verdict(late=late, missed=_gone_by(push, standing.now, rules))


def _gone_by(push: Push, now: datetime, rules: Rules) -> bool:
    """Is the agreed time over, and not just now?"""
    return push.begins_at is not None and now - push.begins_at > timedelta(minutes=rules.late_minutes)


def _belongs_to_a_day(push: Push, now: datetime, rules: Rules) -> bool:
    """Is it worth saying on its own date only? An agreed time that has gone by is, later the next agenda has it."""
    return push.kind in OF_A_DAY or _gone_by(push, now, rules)


def _ready_at(push: Push, person: Person) -> datetime:
    """Its time; and what belongs to a date waits for that date, also for somebody who moved to another zone."""
    return max(push.due_at, local_instant(push.on, time.min, person.zone)) if push.kind in OF_A_DAY else push.due_at


def _over(push: Push, person: Person, standing: Standing, rules: Rules) -> str | None:
    """The reason why it is not to be sent at all, the plainest first."""
    today = local_date(standing.now, person.zone)
    reasons = {
        "settled": standing.settled,
        "superseded": standing.superseded or (push.kind in OF_A_DAY and today != push.on),
        "too_late": (push.kind not in LASTING and standing.now - push.due_at >= timedelta(hours=rules.late_hours))
        or (_gone_by(push, standing.now, rules) and today != push.on),
        "nothing_due": standing.nothing,
        "on_leave": push.kind not in CHOSEN | LASTING and person.calendar.off_because(push.on) == "leave",
        **(_nag_reasons(push, standing, today, rules) if push.kind in NAGS else {}),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _nag_reasons(push: Push, standing: Standing, today: date, rules: Rules) -> dict[str, bool]:
    """What holds back a nag, but nothing that was asked for. A manager's stages have no budget."""
    snoozed = standing.put_off_until is not None and standing.put_off_until > today
    counted = push.subject != TO_A_MANAGER
    return {
        "stopped": standing.stopped,
        "snoozed": snoozed,
        "resting": resting(standing.last_on, today, rules),
        "over_budget": counted and standing.nagged >= rules.nags_per_day,
    }


def _wakes(push: Push, person: Person, now: datetime, late: bool) -> bool:
    """Would it disturb quiet hours? What comes at the time that was asked for doesn't; nags and late ones do.

    An agreed time that lies ahead rings even when it is late.
    """
    if push.begins_at is not None and now <= push.begins_at:
        return False
    return (late or push.kind in NAGS) and quiet(now, person.zone, person.quiet_from, person.quiet_to)


def _after_the_night(push: Push, person: Person, now: datetime, rules: Rules) -> Verdict:
    """Wait for the end of the quiet hours, unless it will be over by then."""
    again_at = next_allowed(now, person.zone, person.quiet_from, person.quiet_to)
    same_day = not _belongs_to_a_day(push, again_at, rules) or local_date(again_at, person.zone) == push.on
    in_time = push.kind in LASTING or again_at - push.due_at < timedelta(hours=rules.late_hours)
    return Verdict("quiet", again_at=again_at if same_day and in_time else None)
