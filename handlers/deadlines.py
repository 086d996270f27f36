"""By when a customer decides: the follow-up comes some days before, and the words stay on the card."""

import re
from datetime import date, timedelta

from actions.calendars import calendar_of
from parsing import Said

from .turn import Turn

MONTH_END = re.compile(
    r"(?:[这本]个?)?月[底末](?:之?前)?(?:能|就|会)?(?:定|决定|給答[复覆]|给答复|答[复覆]|回[复覆]|签|簽|拍板)下?来?"
)
WORKING_DAYS = 3
"""So long before the day itself: on it, it is too late to influence anything."""
SEARCHED = 15


def words(said: Said) -> str | None:
    """What is said of it."""
    found = MONTH_END.search(said.text) if said.followup and not said.promise else None
    return found[0] if found and found[0] not in (said.summary or "") else None


def in_time(turn: Turn, said: Said, on: date) -> date:
    """When to follow up: some working days before such a deadline, if these lie ahead; else as it was said."""
    if MONTH_END.search(said.text) is None:
        return on
    calendar, day = calendar_of(turn.company, turn.who, turn.today), on
    for _ in range(WORKING_DAYS):
        before = (day - timedelta(days=n) for n in range(1, SEARCHED))
        day = next((one for one in before if calendar.works(one)), day)
    return day if day > turn.today else on
