"""How long nobody was in contact with a customer, as others are told it: the owner's leave is taken out."""

from datetime import date

from sqlalchemy.orm import Session

from storage import records
from storage.models import Person, Standing

from .calendars import calendar_of
from .company import Company
from .customers import LastTime, last_time


def silence(row: Standing, company: Company, owner: Person | None, today: date) -> tuple[int | None, int]:
    """Days without contact and without the days of leave among them, and how many these were."""
    if row.last_touch_on is None:
        return None, 0
    days = (today - row.last_touch_on).days
    spans = calendar_of(company, owner, today).leave
    away = sum(row.last_touch_on < day <= today for span in spans for day in span)
    return days - away, away


def tried(db: Session, row: Standing) -> LastTime | None:
    """The last try, where nobody was reached since."""
    last = last_time(records.last_interaction(db, row.customer_id))
    return last if last is not None and not last.answered else None
