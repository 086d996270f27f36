"""Business time: what records, due dates and the agenda go by. In a rehearsal it runs ahead of the wall clock.

Machine time (leases, timeouts, rates) is `time.monotonic()` and never moves with it.
"""

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path

FARTHEST = 100 * 366 * 24 * 3600.0
"""Seconds that a rehearsal may run ahead or behind: a century."""


class BusinessClock:
    """Tells the business time; a `file` holds by how many seconds it runs ahead, and may change at any moment."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self._ahead = timedelta()

    def now(self) -> datetime:
        """The business time, aware and in UTC."""
        return datetime.now(UTC) + self.ahead()

    def ahead(self) -> timedelta:
        """By how much business time runs ahead: as before while the file can't be read, at first not at all."""
        if self.file is not None:
            self._ahead = _written(self.file, otherwise=self._ahead)
        return self._ahead


def _written(file: Path, otherwise: timedelta) -> timedelta:
    """The seconds in the file; `otherwise` where there is no file or, half written, no number."""
    try:
        seconds = float(file.read_text("ascii"))
    except (OSError, ValueError):
        return otherwise
    return timedelta(seconds=seconds) if math.fabs(seconds) <= FARTHEST else otherwise
