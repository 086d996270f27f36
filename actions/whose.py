"""Whose a record is: it was about another customer, or its new customer is called otherwise."""

from typing import Any

from storage import journal
from storage.models import Customer, Doing
from storage.scope import visible

from . import along
from .cards import Recorded
from .corrections import changed
from .records import Keeping, NewCustomer, created, renamed
from .refusals import CustomerUnknown, OldCard
from .rewriting import judge_again


def change_customer(keeping: Keeping, doing: Doing, meant: int | NewCustomer, by: str) -> Recorded:
    """It was about another customer, or somebody new: every row of the record moves there, both are judged anew."""
    keeping.doing = journal.resume(keeping.db, doing)
    customer = _meant(keeping, doing, meant)
    before = keeping.db.get(Customer, doing.customer_id) if doing.customer_id else None

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        for row in [each for noun in rows.values() for each in noun]:
            row.customer_id = row.first_customer_id = customer.id
        doing.customer_id = customer.id
        along.come(keeping, doing, before, customer)
        return name, customer.name

    name = before.name if before else None
    shown = changed(keeping, doing, "customer", alter)
    judge_again(keeping, doing, before if before in keeping.db else None)
    return shown


def rename(keeping: Keeping, doing: Doing, new: NewCustomer) -> Recorded:
    """The customer that came in with this record is called otherwise."""
    keeping.doing = journal.resume(keeping.db, doing)
    customer = keeping.db.get(Customer, doing.customer_id or 0)
    if customer is None or not doing.understood.get("created"):
        raise OldCard
    before = customer.name

    def alter(_: dict[str, list[Any]]) -> tuple[Any, Any]:
        return before, renamed(keeping, customer, new).name

    return changed(keeping, doing, "customer", alter)


def _meant(keeping: Keeping, doing: Doing, meant: int | NewCustomer) -> Customer:
    if isinstance(meant, NewCustomer):
        doing.understood = {**doing.understood, "created": True}
        return created(keeping, meant, doing.understood.get("record", {}).get("raw"))
    customer = visible(keeping.db, keeping.scope, meant)
    if customer is None:
        raise CustomerUnknown
    return customer
