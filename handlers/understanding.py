"""From what was said to what is to be recorded: one `Record` per fact, for a customer that is known by now."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from actions.facts import facts_of
from actions.money import minor
from actions.records import Ahead, NewCustomer, Record
from parsing import Moment, Said

from .turn import Turn

KINDS = {"visit": "visit", "call": "call", "purchase": "purchase", "complaint": "complaint", "note": "note"}
AHEAD_CHANNELS = {"visit": "visit", "meeting": "meeting", "call": "call", "message": "message"}


def record_of(turn: Turn, said: Said, customer: int | NewCustomer | None) -> Record:
    """The fact as it is to be kept; what names no day happened on the day on which it was heard."""
    currency = said.currency or turn.company.currency
    return Record(
        kind=kind_of(said),
        customer=customer,
        on=said.event.on if said.event else turn.spoken().heard_at.date(),
        at=said.event.at if said.event else None,
        contact=said.contact,
        contact_phone=said.phone if said.contact else None,
        answered=said.answered,
        gist=said.summary or (said.text if kind_of(said) in ("note", "complaint") else None),
        amount_minor=minor(said.amount, currency) if said.amount is not None else None,
        currency=currency if said.amount is not None else None,
        amount_role=said.amount_role,
        product=said.product,
        quantity=_quantity(said.quantity),
        sentiment=said.sentiment,
        intent=said.level,
        need=said.need,
        potential=said.potential,
        satisfaction=said.satisfaction,
        ahead=_ahead(said),
        raw=said.text,
    )


def kind_of(said: Said) -> str:
    """Under which noun a fact is kept."""
    if said.intent in ("visit", "call", "note") and said.channel in ("meeting", "message") and said.event is not None:
        return said.channel
    if said.intent == "visit" and said.channel == "meeting":
        return "meeting"
    return KINDS.get(said.intent, "new_customer" if said.intent == "new_customer" else "note")


def _ahead(said: Said) -> tuple[Ahead, ...]:
    channel = AHEAD_CHANNELS.get(said.channel or "") if said.intent == "note" else None
    promised = _plan(said.promise_by or said.followup, said.promise, None) if said.promise else None
    follows = said.followup if not said.promise or said.promise_by else None
    return tuple(plan for plan in (promised, _plan(follows, None, channel)) if plan)


def _plan(moment: Moment | None, words: str | None, channel: str | None) -> Ahead | None:
    return Ahead(moment.on, moment.at, words, channel) if moment else None


def _quantity(quantity: Decimal | None) -> str | None:
    return f"{quantity.normalize():f}" if quantity is not None else None


def cause(turn: Turn, said: Said, n: int = 0) -> dict[str, Any]:
    """What a question keeps of the words that wait for its answer."""
    spoken = turn.spoken(n)
    kept = {"said": said_as_facts(said), "message_id": spoken.message_id, "heard_at": spoken.heard_at.isoformat()}
    return {**kept, "n": spoken.n, "doing": spoken.doing}


def said_as_facts(said: Said) -> dict[str, Any]:
    """What was said as plain facts, to wait in a question."""

    return facts_of(said)


def said_from_facts(facts: dict[str, Any]) -> Said:
    """What was said, back from a question that waited."""
    values = dict(facts)
    for name in ("event", "followup", "promise_by"):
        values[name] = _moment(values.get(name))
    for name in ("amount", "quantity"):
        values[name] = Decimal(values[name]) if values.get(name) is not None else None
    values["amounts"] = tuple(Decimal(amount) for amount in values.get("amounts", ()))
    for name in ("customer_ids", "doubts"):
        values[name] = tuple(values.get(name, ()))
    return Said(**values)


def _moment(facts: dict[str, Any] | None) -> Moment | None:

    if not facts:
        return None
    return Moment(date.fromisoformat(facts["on"]), time.fromisoformat(facts["at"]) if facts.get("at") else None)
