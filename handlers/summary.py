"""The manager's Monday and month: by themselves, or asked for; and what became of the reminders."""

from actions import review, summary
from actions.periods import last_month
from actions.refusals import NotForYourRole
from actions.review import HappenedShown
from parsing import Said

from .lists import company_day
from .sales import tapped
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> object:
    """/summary, 周一小结: last week."""
    return summary.show(turn.db, turn.who, turn.scope, turn.company, company_day(turn)) or _nobody()


def reviewed(turn: Turn, said: Said | None = None) -> object:
    """/review, 上月回顾: the month behind."""
    period = last_month(company_day(turn))
    return review.show(turn.db, turn.who, turn.scope, turn.company, period) or _nobody()


def tap_happened(turn: Turn) -> HappenedShown:
    """`happened:page:span`."""
    if "manager" not in turn.roles:
        raise NotForYourRole("review")
    return review.happened(turn.db, turn.scope, turn.company, tapped(turn, turn.args[1]), turn.args.number(0))


def _nobody() -> summary.NothingToSum:
    return summary.NothingToSum()
