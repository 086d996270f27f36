"""The business clock: the machine's time plus an offset that can be pushed forward.

The offset is kept in `clock.json`: seconds, a bare number, which the bot's own business clock reads as it stands.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from demo.telegram.plain import Plain


class Clock:
    """Business time, shared through the file with whoever else looks at it. It never goes back."""

    def __init__(self, folder: Path | None = None, zone: str = "Asia/Shanghai") -> None:
        self.path = folder / "clock.json" if folder else None
        self.zone = ZoneInfo(zone)
        self.offset = timedelta(seconds=self.kept())

    def kept(self) -> float:
        """The offset in the file, in seconds; 0 without a file."""
        return float(self.path.read_text("ascii")) if self.path is not None and self.path.exists() else 0.0

    def now(self) -> datetime:
        """The business instant, in the company's zone."""
        return datetime.now(self.zone) + self.offset

    def stamp(self) -> int:
        """The business instant as Telegram dates messages: whole seconds since 1970."""
        return int(datetime.now(UTC).timestamp() + self.offset.total_seconds())

    def begin_at(self, instant: datetime) -> None:
        """A story begins then, be it in the past or ahead; only before anything was said."""
        self.offset = instant - datetime.now(UTC)
        self.keep()

    def push_to(self, instant: datetime) -> None:
        """Make it that instant now, unless it is later already."""
        ahead = instant - datetime.now(UTC)
        if ahead > self.offset:
            self.offset = ahead
            self.keep()

    def keep(self) -> None:
        """Write the file so that a reader sees the old offset or the new one, never half of it."""
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_suffix(".new")
            fresh.write_text(f"{self.offset.total_seconds()}\n", "ascii")
            fresh.replace(self.path)

    def shown(self) -> Plain:
        """What the page shows."""
        offset = self.offset.total_seconds()
        return {"now": self.now().isoformat(timespec="seconds"), "offset_seconds": offset, "zone": str(self.zone)}
