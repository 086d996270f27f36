"""One doubt that changes the record is one question: which amount, which day. What was said waits in it."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from actions.cards import Sum
from actions.money import minor
from actions.refusals import OldCard
from parsing import Moment, Said
from storage import doings
from storage.models import Question

from . import records
from .hearing import day_of
from .owned import asked, waited
from .turn import Turn
from .understanding import cause, said_from_facts

DATED = re.compile(r"(?:(?P<year>\d{4})\s*[年/.-]\s*)?(?P<month>\d{1,2})\s*[月/.-]\s*(?P<day>\d{1,2})")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
SPELT = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+(?P<year>\d{{4}}))?", re.IGNORECASE),
    re.compile(rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?", re.IGNORECASE),
)
CHOICES = 4


@dataclass(frozen=True)
class WhichAmount:
    """Two figures, and no word that says which is meant."""

    question: int
    customer: str
    sums: tuple[Sum, ...]


@dataclass(frozen=True)
class WhichDay:
    """A day that the calendar doesn't have; the nearest ones that it has."""

    question: int
    year: int | None
    month: int | None
    day: int | None
    choices: tuple[date, ...]


def ask(turn: Turn, said: Said, n: int = 0) -> WhichAmount | WhichDay | None:
    """The question that a doubt needs, if there is one."""
    if "impossible_date" in said.doubts:
        return _which_day(turn, said, n)
    if "which_amount" in said.doubts and len(set(said.amounts)) > 1:
        return _which_amount(turn, said, n)
    return None


def tap_amount(turn: Turn) -> object | None:
    """`amount:question:figure`: this one."""
    question = asked(turn)
    said = said_from_facts(question.facts["said"])
    if turn.args[1] not in [str(amount) for amount in said.amounts]:
        raise OldCard
    return _go_on(turn, question, replace(said, amount=Decimal(turn.args[1]), doubts=_without(said, "which_amount")))


def tap_day(turn: Turn) -> object | None:
    """`day:question:date`: this day."""
    question = asked(turn)
    return _on_day(turn, question, Moment(turn.args.day(1)))


def typed_day(turn: Turn, question: Question) -> bool:
    """A typed day; False where it is none."""
    when = day_of(turn)
    if when is None:
        return False
    turn.waited = waited(question)
    _on_day(turn, question, when)
    return True


def _on_day(turn: Turn, question: Question, when: Moment) -> object | None:
    said = said_from_facts(question.facts["said"])
    settled = replace(said, doubts=_without(said, "impossible_date"))
    if when.on > turn.today:
        return _go_on(turn, question, replace(settled, followup=when, event=None))
    return _go_on(turn, question, replace(settled, event=when))


def _go_on(turn: Turn, question: Question, said: Said) -> object | None:
    question.answered_at = turn.now
    records.keep_all(turn, (said,))
    return None


def _which_amount(turn: Turn, said: Said, n: int) -> WhichAmount:
    currency = said.currency or turn.company.currency
    sums = tuple(Sum(minor(amount, currency), currency, str(amount)) for amount in dict.fromkeys(said.amounts))
    return WhichAmount(_question(turn, "amount", said, n).id, said.customer or "", sums[:CHOICES])


def _which_day(turn: Turn, said: Said, n: int) -> WhichDay:
    year, month, day = _dated(said.text)
    near = _near(year or turn.today.year, month or 0)
    return WhichDay(_question(turn, "day", said, n).id, year or turn.today.year, month, day, near)


def _dated(text: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as they stand in the text, whether the calendar has them or not."""
    found = next((match for form in (DATED, *SPELT) if (match := form.search(text))), None)
    if found is None:
        return None, None, None
    month = found["month"].lower()
    number = int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1
    return int(found["year"]) if found["year"] else None, number, int(found["day"])


def _near(year: int, month: int) -> tuple[date, ...]:
    """The last day of that month and the first of the next; nothing for a month that isn't one."""
    if not 1 <= month <= 12:
        return ()
    following = date(year + month // 12, month % 12 + 1, 1)
    return (date(year, month, monthrange(year, month)[1]), following)


def _question(turn: Turn, kind: str, said: Said, n: int) -> Question:
    return doings.ask(turn.db, turn.came.chat_id, turn.who.id, kind, cause(turn, said, n), turn.now)


def _without(said: Said, doubt: str) -> tuple[str, ...]:
    return tuple(each for each in said.doubts if each != doubt)
