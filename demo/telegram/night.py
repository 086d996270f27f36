"""Pushing the business clock: through every instant at which something falls due, waiting for it to be settled."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from demo.telegram.clock import Clock
from demo.telegram.house import House
from demo.telegram.plain import Plain
from demo.telegram.refusals import bad

MORNING = time(8, 30)
SPANS = {"hour": timedelta(hours=1), "week": timedelta(weeks=1), "ten_weeks": timedelta(weeks=10)}

Tell = Callable[[Plain], None]


def target(name: str, now: datetime) -> datetime:
    """Where a push leads: the next 08:30 by the company's clocks, or an hour, a week, ten weeks on."""
    if name == "morning":
        today = datetime.combine(now.date(), MORNING, now.tzinfo)
        return today if today > now else datetime.combine(now.date() + timedelta(days=1), MORNING, now.tzinfo)
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
        while (due := self.due_after(at)) is not None and at < due <= self.until:
            await self.step(at, due)
            at = due
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
        whole = (self.until - self.since).total_seconds() or 1.0
        done = min((at - self.since).total_seconds() / whole, 1.0)
        spots = {"from": self.since, "until": self.until, "at": at}
        written = {name: one.isoformat(timespec="seconds") for name, one in spots.items()}
        self.tell({"push": self.name, "phase": phase, "done": round(done, 4), "steps": self.steps, **written, **more})
