"""What comes by the clock to those who want it: nothing is made up for from before it was wanted."""

from datetime import datetime

from sqlalchemy.orm import Session

import reminders
from storage import occurrences
from storage.models import Person

from .company import Company
from .planning import reminded

COME = frozenset({"report", "preview", "summary", "review"})


def begin(db: Session, who: Person, company: Company, now: datetime) -> None:
    """What would have come by itself before this moment counts as withdrawn."""
    yesterday, today, _ = reminders.planning_dates(now, who.zone)
    person = reminded(company, who, today, leads=who.id in occurrences.leaders(db))
    for on in (yesterday, today):
        for push in reminders.planned(person, on, reminders.Wanted(), company.reminding):
            if push.kind in COME and push.due_at <= now:
                occurrences.ensure(db, who.id, push.kind, "", on, push.due_at, state="superseded")
