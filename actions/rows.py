"""The rows that say a fact: who was met, what was bought, complained about, planned and judged."""

from typing import TYPE_CHECKING

from storage import customers
from storage.models import Complaint, Customer, Fact, Interaction, Plan, Purchase, Row

if TYPE_CHECKING:
    from .records import Ahead, Keeping, Record, Source

CHANNELS = ("visit", "meeting", "call", "message", "note")


def rows_of(keeping: "Keeping", request: "Record", customer: Customer | None, source: "Source") -> list[Row]:
    """The rows that say this fact, not yet kept; who was met is kept already."""
    contact_id = _contact(keeping, request, customer)
    channel = request.kind if request.kind in CHANNELS else request.met
    met = [_interaction(keeping, request, customer, channel, contact_id, source)] if channel else []
    return [*met, *_rows_for(keeping, request, customer, source)] if customer else [*met]


def _rows_for(keeping: "Keeping", request: "Record", customer: Customer, source: "Source") -> list[Row]:
    bought = [_purchase(keeping, request, customer, source)] if request.kind == "purchase" else []
    complained = [_complaint(keeping, request, customer)] if request.kind == "complaint" else []
    plans = [_plan(keeping, ahead, customer, source) for ahead in request.ahead]
    return [*bought, *complained, *plans, *_facts(keeping, request, customer)]


def _contact(keeping: "Keeping", request: "Record", customer: Customer | None) -> int | None:
    if customer is None or not request.contact:
        return None
    known = customers.contact(keeping.db, customer.id, request.contact)
    if known is None:
        known = customers.add_contact(keeping.db, customer.id, request.contact, request.contact_phone, keeping.now)
    elif request.contact_phone and not known.phone:
        known.phone = request.contact_phone
    return known.id


def _interaction(
    keeping: "Keeping",
    request: "Record",
    customer: Customer | None,
    channel: str,
    contact_id: int | None,
    source: "Source",
) -> Interaction:
    sold = request.kind == "purchase"
    return Interaction(
        doing_id=keeping.doing.id,
        customer_id=customer.id if customer else None,
        first_customer_id=customer.id if customer else None,
        contact_id=contact_id,
        author_id=keeping.who.id,
        channel=channel,
        made_on=request.on,
        made_at=request.at,
        recorded_at=keeping.now,
        answered=request.answered,
        worded=request.worded,
        outcome=None if request.kind == "complaint" else request.gist,
        amount_minor=None if sold else request.amount_minor,
        currency=None if sold else request.currency,
        amount_role=None if sold else request.amount_role,
        sentiment=request.sentiment,
        intent=request.intent,
        raw=request.raw,
        sources={"all": source.by},
    )


def _purchase(keeping: "Keeping", request: "Record", customer: Customer, source: "Source") -> Purchase:
    return Purchase(
        doing_id=keeping.doing.id,
        customer_id=customer.id,
        first_customer_id=customer.id,
        author_id=keeping.who.id,
        made_on=request.on,
        recorded_at=keeping.now,
        amount_minor=request.amount_minor or 0,
        currency=request.currency or keeping.company.currency,
        product=request.product,
        quantity=request.quantity,
        raw=request.raw,
        sources={"all": source.by},
    )


def _complaint(keeping: "Keeping", request: "Record", customer: Customer) -> Complaint:
    return Complaint(
        doing_id=keeping.doing.id,
        customer_id=customer.id,
        first_customer_id=customer.id,
        author_id=keeping.who.id,
        opened_on=request.on,
        recorded_at=keeping.now,
        words=request.gist or request.raw or "",
        raw=request.raw,
    )


def _plan(keeping: "Keeping", ahead: "Ahead", customer: Customer, source: "Source") -> Plan:
    return Plan(
        doing_id=keeping.doing.id,
        customer_id=customer.id,
        first_customer_id=customer.id,
        author_id=keeping.who.id,
        due_on=ahead.on,
        due_at=ahead.at,
        zone=keeping.who.zone,
        channel=ahead.channel,
        words=ahead.words,
        recorded_at=keeping.now,
        sources={"all": source.by},
    )


def _facts(keeping: "Keeping", request: "Record", customer: Customer) -> list[Fact]:
    stated = {"need": request.need, "potential": request.potential, "satisfaction": request.satisfaction}
    return [
        Fact(
            doing_id=keeping.doing.id,
            customer_id=customer.id,
            first_customer_id=customer.id,
            author_id=keeping.who.id,
            kind=kind,
            value=str(value),
            stated_on=request.on,
            recorded_at=keeping.now,
        )
        for kind, value in stated.items()
        if value is not None
    ]
