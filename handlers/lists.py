"""Customers in plain words: "A 沉默 上海", "B 级有哪些", /customers 周航; a page at a time, in place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from actions import lists
from actions.lists import SILENCE, CustomersListed, FilterOffered, ListedByPerson, SilentListed
from actions.refusals import OldCard
from actions.wanted import Wanted
from actions.wanted import wanted_of as wanted_in_words
from parsing import Said
from parsing.queries import WORDS

from . import customers, records
from .turn import Turn

STATUSES = {"risk": "at_risk"}
"""A word of the filters -> the status it means."""


def asked(turn: Turn, said: Said | None = None) -> object | None:
    """Customers, narrowed by what was said; a question that names nothing to narrow by is no list."""
    wanted = wanted_of(turn, said)
    if said and wanted == Wanted() and turn.text.startswith("/"):
        return customers.card(turn, said)
    if said and wanted == Wanted() and not _means_everybody(turn.text):
        records.keep_all(turn, (said,))
        return None
    return show(turn, wanted, 0)


def tap_list(turn: Turn) -> CustomersListed | SilentListed:
    """`list:page:where`: that page of that list."""
    return show(turn, wanted_in(turn.args[1:]), turn.args.number(0))


def tap_people(turn: Turn) -> ListedByPerson:
    """`people:page:where`: whose the customers of that list are."""
    wanted = wanted_in(turn.args[1:])
    return lists.by_person(turn.db, turn.scope, wanted, company_day(turn), turn.args.number(0))


def tap_filter(turn: Turn) -> FilterOffered:
    """`filter:where`: what may narrow that list further."""
    return lists.filters(turn.db, turn.scope, wanted_in(turn.args), company_day(turn))


def show(turn: Turn, wanted: Wanted, page: int) -> CustomersListed | SilentListed:
    """Those who were not heard of by their silence, all others by their sales."""
    today = company_day(turn)
    if wanted.status in SILENCE or wanted.days is not None:
        return lists.by_silence(turn.db, turn.who, turn.scope, wanted, today, page)
    return lists.by_sales(turn.db, turn.who, turn.scope, turn.company, wanted, today, page)


def wanted_of(turn: Turn, said: Said | None) -> Wanted:
    """What the words narrow a list to; what was asked for by name of a colleague or entry is in `turn.among`."""
    if said is None:
        return turn.among
    status = STATUSES.get(said.status or "", said.status)
    return replace(turn.among, tier=said.tier, status=status, days=said.days, city=said.city)


def with_status(wanted: Wanted, status: str) -> Wanted:
    """The same customers, as far as they are in this status or state."""
    return replace(wanted, status=status)


def whose(turn: Turn, said: Said | None) -> Wanted:
    """The same for figures of all tiers and states."""
    return replace(turn.among, city=said.city if said else None, tier=None, status=None, days=None)


def company_day(turn: Turn) -> date:
    """The company's date when this was said: what reports on the team go by."""
    return turn.company.day_of(turn.heard_at)


def _means_everybody(text: str) -> bool:
    return text.startswith("/") or WORDS.get(text.strip().strip("?？!！。.").lower()) == "customers"


def wanted_in(where: Sequence[str]) -> Wanted:
    """What a button carries: tier, status, owner, days, city, region, industry, product; `-` for what isn't named."""
    try:
        return wanted_in_words(tuple(where))
    except ValueError:
        raise OldCard from None
