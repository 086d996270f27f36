"""The people at a customer: who has another number."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from storage import customers, journal, records
from storage.models import Contact, Customer, Doing, Interaction
from storage.scope import visible

from .records import Keeping, Source
from .refusals import CustomerUnknown, OldCard

PHONE = "phone"
"""What the doing of a changed number is called."""


@dataclass(frozen=True)
class PhoneChanged:
    """Somebody at a customer has another number; the old one stays in the history."""

    doing: int
    customer: int
    name: str
    contact: str | None
    old: str | None
    new: str
    restored: bool = False


def change_phone(
    keeping: Keeping, customer_id: int, contact: str | None, phone: str, source: Source, raw: str
) -> PhoneChanged:
    """Another number for this contact, or for the one that the customer has, or for the customer itself."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    doing = journal.begin(keeping.db, _doing(keeping, customer, source))
    holder = _holder(keeping, customer, contact)
    name = holder.name if isinstance(holder, Contact) else None
    doing.understood = {"contact": name, "old": holder.phone, "new": phone}
    holder.phone = phone
    keeping.db.add(_noted(keeping, doing, raw))
    keeping.db.flush()
    return card(keeping.db, doing)


def card(db: Session, doing: Doing, *, restored: bool = False) -> PhoneChanged:
    """The card of a changed number."""
    customer, kept = db.get(Customer, doing.customer_id or 0), doing.understood
    if customer is None:
        raise OldCard
    return PhoneChanged(doing.id, customer.id, customer.name, kept["contact"], kept["old"], kept["new"], restored)


def correct(keeping: Keeping, doing: Doing, phone: str) -> PhoneChanged:
    """The message was edited: this is the number."""
    journal.resume(keeping.db, doing)
    customer = visible(keeping.db, keeping.scope, doing.customer_id or 0)
    if customer is None:
        raise CustomerUnknown
    _holder(keeping, customer, doing.understood["contact"]).phone = phone
    doing.understood = {**doing.understood, "new": phone}
    for row in records.of_doing(keeping.db, doing.id)["interactions"]:
        row.outcome = _words(doing)
    keeping.db.flush()
    return card(keeping.db, doing)


def is_there(keeping: Keeping, doing: Doing, name: str) -> bool:
    """Whether somebody of this name is at the customer that a record is about."""
    return customers.contact(keeping.db, doing.customer_id or 0, name) is not None


def _doing(keeping: Keeping, customer: Customer, source: Source) -> Doing:
    return Doing(
        person_id=keeping.who.id, chat_id=source.chat_id, message_id=source.message_id, n=source.n, what=PHONE,
        customer_id=customer.id, done_at=keeping.now, understood={},
    )  # fmt: skip


def _holder(keeping: Keeping, customer: Customer, contact: str | None) -> Contact | Customer:
    """Whose number it is."""
    if contact:
        known = customers.contact(keeping.db, customer.id, contact)
        return known or customers.add_contact(keeping.db, customer.id, contact, None, keeping.now)
    there = customers.contacts_of(keeping.db, customer.id)
    return next((one for one in there if one.phone), None) or (customer if customer.phone or not there else there[0])


def _noted(keeping: Keeping, doing: Doing, raw: str) -> Interaction:
    """The old number and the new one, for the history."""
    return Interaction(
        doing_id=doing.id, customer_id=doing.customer_id, first_customer_id=doing.customer_id,
        author_id=keeping.who.id, channel="note", made_on=keeping.today, recorded_at=keeping.now,
        outcome=_words(doing), raw=raw, sources={"all": "text"},
    )  # fmt: skip


def _words(doing: Doing) -> str:
    kept = doing.understood
    numbers = " → ".join(number for number in (kept["old"], kept["new"]) if number)
    return " ".join(part for part in (kept["contact"], numbers) if part)
