"""Customers in plain words: "A 沉默 上海", "B 级有哪些", /customers; a page at a time, in place."""

from datetime import date

from actions import lists
from actions.lists import SILENCE, CustomersListed, ListedByPerson, SilentListed, Wanted
from actions.refusals import OldCard
from parsing import Said
from parsing.queries import WORDS

from . import records
from .turn import Turn

STATUSES = {"risk": "at_risk"}
"""A word of the filters -> the status it means."""


def asked(turn: Turn, said: Said | None = None) -> object | None:
    """Customers, narrowed by what was said; a question that names nothing to narrow by is no list."""
    wanted = wanted_of(said) if said else Wanted()
    if said and wanted == Wanted() and not _means_everybody(turn.text):
        records.keep_all(turn, (said,))
        return None
    return show(turn, wanted, 0)


def tap_list(turn: Turn) -> CustomersListed | SilentListed:
    """`list:page:tier:status:owner:days:city`: that page of that list."""
    return show(turn, *_tapped(turn))


def tap_people(turn: Turn) -> ListedByPerson:
    """`people:page:tier:status:owner:days:city`: whose the customers of that list are."""
    wanted, page = _tapped(turn)
    return lists.by_person(turn.db, turn.scope, wanted, company_day(turn), page)


def show(turn: Turn, wanted: Wanted, page: int) -> CustomersListed | SilentListed:
    """Those who were not heard of by their silence, all others by their sales."""
    today = company_day(turn)
    if wanted.status in SILENCE or wanted.days is not None:
        return lists.by_silence(turn.db, turn.who, turn.scope, wanted, today, page)
    return lists.by_sales(turn.db, turn.who, turn.scope, turn.company, wanted, today, page)


def wanted_of(said: Said) -> Wanted:
    """What the words narrow a list to."""
    status = STATUSES.get(said.status or "", said.status)
    return Wanted(said.tier, status, None, said.days, said.city)


def company_day(turn: Turn) -> date:
    """The company's date when this was said: what reports on the team go by."""
    return turn.heard_at.astimezone(turn.company.place).date()


def _means_everybody(text: str) -> bool:
    return text.startswith("/") or WORDS.get(text.strip().strip("?？!！。.").lower()) == "customers"


def _tapped(turn: Turn) -> tuple[Wanted, int]:
    if len(turn.args) != 6:
        raise OldCard
    tier, status, owner, days, city = (None if word == "-" else word for word in turn.args[1:])
    return Wanted(tier, status, _whole(owner), _whole(days), city), turn.args.number(0)


def _whole(word: str | None) -> int | None:
    if word is not None and not word.isdigit():
        raise OldCard
    return None if word is None else int(word)
