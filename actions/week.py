"""What an agenda doesn't show: older promises that are still open, and who else is due by Sunday; by pages."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from storage.models import Occurrence, Person

from . import agenda, lines
from .lines import AgendaLine

PAGE = 5
PARTS = ("older", "more")


@dataclass(frozen=True)
class WeekShown:
    """A page of what else waits: `part` is older (promises of earlier days) or more (due by Sunday)."""

    occurrence: int
    today: date
    part: str
    lines: tuple[AgendaLine, ...]
    page: int
    count: int


def show(db: Session, who: Person, row: Occurrence, part: str, page: int, now: datetime) -> WeekShown:
    """A page of these lines; the last one where there are fewer by now."""
    of_today = lines.agreed(db, who, row.on)
    found = lines.lines(db, who, row, agenda.left_out(row, part, of_today), now, of_today)
    page = min(page, max(len(found) - 1, 0) // PAGE)
    return WeekShown(row.id, row.on, part, tuple(found[page * PAGE : (page + 1) * PAGE]), page, len(found))
