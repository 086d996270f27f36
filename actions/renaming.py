"""The customers that were named first are written otherwise: one by one, or all at once by an edited message."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

import lookup
from storage import customers, journal, standings
from storage.models import Customer, Doing
from storage.scope import visible

from . import judging
from .naming import FirstCustomers, Important, card, hold, hold_until, numbers, once, speak_for, take
from .records import Keeping
from .refusals import HasRecords, OldCard

ALIKE = 0.5
"""Share of letters from which on one name is another spelling of the other."""


def rename(keeping: Keeping, doing: Doing, number: int, told: Important) -> FirstCustomers:
    """One of them as it should be: name, contact, phone and city as typed; what wasn't typed stays."""
    customer = _one_of(keeping, doing, number)
    journal.resume(keeping.db, doing)
    customers.call(keeping.db, customer, told.name)
    customer.city = told.city or customer.city
    speak_for(keeping, customer, told)
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now, corrected=doing)
    return card(keeping.db, doing, changed=True)


def drop(keeping: Keeping, doing: Doing, number: int) -> FirstCustomers:
    """Not this one: it goes, unless something was recorded about it since; one that was there before stays, unnamed."""
    db, customer = keeping.db, _one_of(keeping, doing, number)
    kept = {**doing.understood, "known": [n for n in doing.understood["known"] if n != number]}
    if number in kept["created"]:
        _remove(keeping, doing, customer)
        kept["created"] = [n for n in kept["created"] if n != number]
    else:
        hold_until(keeping, number, until=None)
    doing.understood = kept
    return card(db, doing, changed=True)


def reword(keeping: Keeping, doing: Doing, wanted: Sequence[Important], raw: str) -> FirstCustomers:
    """The message was edited: another name in the place of one is its name, others come and go."""
    keeping.doing = journal.resume(keeping.db, doing)
    told = {lookup.normal(one.name): one for one in once(wanted)}
    before = {customer.normal: customer for number in numbers(doing) if (customer := keeping.db.get(Customer, number))}
    doing.understood = {**doing.understood, "taken": [one for one in doing.understood["taken"] if _named(one, told)]}
    for name in before.keys() & told.keys():
        speak_for(keeping, before[name], told[name])
    gone = [customer.id for name, customer in before.items() if name not in told]
    others = {lookup.normal(str(one[0])) for one in doing.understood["taken"]}
    come = [one for name, one in told.items() if name not in before and name not in others]
    for number, one in zip_longest(gone, come):
        _instead(keeping, doing, number, one, raw)
    hold(keeping, doing)
    return card(keeping.db, doing, changed=True)


def _named(taken: Sequence[object], told: dict[str, Important]) -> bool:
    return lookup.normal(str(taken[0])) in told


def _instead(keeping: Keeping, doing: Doing, number: int | None, one: Important | None, raw: str) -> None:
    """One that is named in the place of another: the same one, unless that name is there already."""
    free = one is not None and one.customer is None and not customers.same(keeping.db, one.name, None)
    if number is not None and one is not None and free and _is_meant(keeping, doing, number, one):
        rename(keeping, doing, number, one)
        return
    if number is not None and not _has_records(keeping, doing, number):
        drop(keeping, doing, number)
    if one is not None:
        keeping.doing = journal.resume(keeping.db, doing)
        told = take(keeping, one, raw)
        if told:
            kept = doing.understood
            doing.understood = {**kept, "taken": [*kept["taken"], [told.name, told.owner, told.days]]}


def _is_meant(keeping: Keeping, doing: Doing, number: int, one: Important) -> bool:
    """Whether that new customer is this one by another name: of whom something was said since, only by a like one."""
    customer = keeping.db.get(Customer, number)
    if customer is None or number not in doing.understood["created"]:
        return False
    like = SequenceMatcher(None, customer.normal, lookup.normal(one.name)).ratio() >= ALIKE
    return like or not _has_records(keeping, doing, number)


def _has_records(keeping: Keeping, doing: Doing, number: int) -> bool:
    return any(later.customer_id == number for later in journal.built_on(keeping.db, doing))


def _one_of(keeping: Keeping, doing: Doing, number: int) -> Customer:
    customer = visible(keeping.db, keeping.scope, number)
    if customer is None or number not in numbers(doing):
        raise OldCard
    return customer


def _remove(keeping: Keeping, doing: Doing, customer: Customer) -> None:
    """Take away a customer that this doing created, with everything that it wrote of it."""
    db = keeping.db
    if any(later.customer_id == customer.id for later in journal.built_on(db, doing)):
        raise HasRecords(customer.name)
    standings.forget(db, customer.id)
    journal.resume(db, doing)
    customers.remove(db, customer)
