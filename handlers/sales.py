"""Sales of a span of days: sales this month, 上个月成交, revenue last week."""

from actions import sales
from actions.periods import Period, month_of, of_word, period
from actions.refusals import OldCard
from actions.sales import SalesShown
from parsing import Said
from parsing.spans import span

from .lists import company_day, wanted_in, whose
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> SalesShown:
    """Of the span that the words name, else of this month."""
    return sales.show(turn.db, turn.who, turn.scope, turn.company, whose(turn, said), named(turn))


def tap_sales(turn: Turn) -> SalesShown:
    """`sales:page:span:where`."""
    page, wanted = turn.args.number(0), wanted_in(turn.args[2:])
    return sales.show(turn.db, turn.who, turn.scope, turn.company, wanted, tapped(turn, turn.args[1]), page)


def named(turn: Turn) -> Period:
    """The span that the words name, in the company's days; this month where they name none."""
    today = company_day(turn)
    found = span(turn.text, turn.heard_at.astimezone(turn.company.place), turn.company.country)
    return period(found.first, found.last, today) if found else month_of(today)


def tapped(turn: Turn, word: str) -> Period:
    """The span that a button says."""
    try:
        return of_word(word, company_day(turn))
    except ValueError:
        raise OldCard from None
