"""What comes by the clock to those who want it: nothing is made up for from before it was wanted."""

from datetime import datetime

from sqlalchemy.orm import Session

import reminders
from storage import occurrences
from storage.models import Person

from .company import Company
from .planning import reminded

SUNDAY = 6


def begin(db: Session, who: Person, company: Company, now: datetime) -> None:
    """The report and the preview that would have come before this moment count as withdrawn."""
    yesterday, today, _ = reminders.planning_dates(now, who.zone)
    person = reminded(company, who, today)
    wanted = {
        "report": person.report_at if person.wants_report else None,
        "preview": company.reminding.preview_at if person.wants_preview else None,
    }
    for kind, at in wanted.items():
        if at is None:
            continue
        for on in (yesterday, today):
            due_at = reminders.local_instant(on, at, who.zone)
            if due_at <= now and (kind == "report" or on.weekday() == SUNDAY):
                occurrences.ensure(db, who.id, kind, "", on, due_at, state="superseded")
