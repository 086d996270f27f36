"""Pushing the business clock: through every instant at which something falls due, waiting for it to be settled."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from demo.telegram.clock import Clock
from demo.telegram.house import House
from demo.telegram.plain import Plain
from demo.telegram.refusals import bad

MORNING = time(8, 30)
DAY = timedelta(days=1)
SPANS = {"week": 7 * DAY, "ten_weeks": 70 * DAY}

Tell = Callable[[Plain], None]


def target(name: str, now: datetime) -> datetime:
    """Where a push leads: an hour on, or by the company's clocks the next 08:30, this time in a week or in ten."""
    if name == "hour":
        return (now.astimezone(UTC) + timedelta(hours=1)).astimezone(now.tzinfo)
    if name == "morning":
        today = datetime.combine(now.date(), MORNING, now.tzinfo)
        return today if today > now else today + DAY
    if name not in SPANS:
        raise bad(f"the clock can't be pushed by {name}")
    return now + SPANS[name]


@dataclass
class Push:
    """One push, from where the clock stands to `until`; `tell` hears of every step."""

    name: str
    clock: Clock
    house: House
    until: datetime
    tell: Tell

    async def run(self) -> Plain:
        """Step through what falls due, then to the end; what the nights in between did."""
        self.since, self.steps = self.clock.now(), 0
        self.progress("started", self.since)
        try:
            await self.walk()
        except Exception as error:
            self.progress("failed", self.clock.now(), error=f"{type(error).__name__}: {error}")
            raise
        night = self.house.report(self.since, self.until) or {}
        self.progress("done", self.until, night=night)
        return night

    async def walk(self) -> None:
        """Every due instant in turn, and the end itself."""
        at = self.since
        while (due := self.due_after(at)) is not None and seconds(at, due) > 0 <= seconds(due, self.until):
            await self.step(at, due)
            at = due
        if seconds(at, self.until) > 0:
            await self.step(at, self.until)

    def due_after(self, at: datetime) -> datetime | None:
        """The next instant at which something falls due, by the company's clocks."""
        due = self.house.next_due(at) if self.house.next_due else None
        return None if due is None else due.astimezone(self.clock.zone)

    async def step(self, before: datetime, at: datetime) -> None:
        """To one instant, and until all is settled there."""
        self.clock.push_to(at)
        if self.house.settled:
            await self.house.settled(at)
        self.steps += 1
        if night := self.house.report(before, at):
            self.progress("night", at, night=night)
        self.progress("step", at)

    def progress(self, phase: str, at: datetime, **more: object) -> None:
        """Say how far it is, from 0 to 1."""
        done = min(seconds(self.since, at) / (seconds(self.since, self.until) or 1.0), 1.0)
        spots = {"from": self.since, "until": self.until, "at": at}
        written = {name: one.isoformat(timespec="seconds") for name, one in spots.items()}
        self.tell({"push": self.name, "phase": phase, "done": round(done, 4), "steps": self.steps, **written, **more})


def seconds(before: datetime, after: datetime) -> float:
    """How long it is from one instant to another; clock faces alone would be wrong in a night when clocks change."""
    return (after.astimezone(UTC) - before.astimezone(UTC)).total_seconds()
