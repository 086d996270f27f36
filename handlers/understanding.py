"""From what was said to what is to be recorded: one `Record` per fact, for a customer that is known by now."""

import re
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from actions.facts import facts_of
from actions.money import minor
from actions.records import Ahead, NewCustomer, Record
from parsing import Correction, Moment, Said
from parsing.channels import UNANSWERED, sent, wrote
from parsing.moved import is_moved, kind_ahead
from storage.models import Doing

from . import deadlines
from .turn import Turn

MORE_THAN_A_TRY = re.compile(
    r"\b(?!(?:again|still|but|just|yet|he|she|they|was|were|him|her)\b)[a-z]{2,}|(?![又还是仍然也再一直都了呢])[\u4e00-\u9fff]",
    re.IGNORECASE,
)
"""A word beside *no answer* that says more than that it was tried."""

OVER = re.compile(
    r"""(?:已经?|都)?(?:解决|处理|搞定|结案|关闭|了结|撤销)(?:好|完|掉)?了?
    |(?:is|was|has\ been|got|now)?\s*(?:now\s)?(?:all\s)?
    (?:solved|resolved|closed|settled|sorted|fixed|handled|done|over|withdrawn)(?:\ (?:now|out))?""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says that a complaint is over, and not how."""
SOLD = re.compile(
    r"""成交|下了?单|[签付退订买][了款单约]?|采购|回款|合同|了|\b(?:order(?:ed|s)?|bought|buys?|purchased?|paid|signed|closed
    |deal|contract|refund(?:ed)?|took|takes?|won|a|the)\b|[\W\d_]|(?<=\d)[km]\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says that something was sold, and not what."""
SOLD_FIRST = re.compile(rf"^(?:{SOLD.pattern})+", SOLD.flags)
WROTE = re.compile(
    r"(?:又|再|已经?)?(?:给.{0,20})?(?:发了?个?条?|传了?|回了?)(?:微信|消息|信息|讯息|LINE|WhatsApp)了?"
    r"|(?:messaged|texted|wrote to|sent (?:a |them a )?(?:message|text))(?: \S+){0,3}",
    re.IGNORECASE,
)
"""What only says that something was written."""
KINDS = {"visit": "visit", "call": "call", "purchase": "purchase", "complaint": "complaint", "note": "note"}
CHANNELS = ("visit", "meeting", "call", "message")


def record_of(turn: Turn, said: Said, customer: int | NewCustomer | None) -> Record:
    """The fact as it is to be kept; what names no day happened on the day on which it was heard."""
    currency = said.currency or turn.company.currency
    amount = said.amount if said.total is None else said.total
    return Record(
        kind=kind_of(said),
        customer=customer,
        on=said.event.on if said.event else turn.spoken().heard_at.date(),
        at=said.event.at if said.event else None,
        contact=said.contact,
        contact_phone=said.phone if said.contact else None,
        answered=said.answered,
        gist=_gist(said),
        amount_minor=minor(amount, currency) if amount is not None else None,
        currency=currency if amount is not None else None,
        amount_role=said.amount_role,
        product=said.product if said.product_known else _sold(said),
        quantity=_quantity(said.quantity),
        sentiment=said.sentiment,
        intent=said.level,
        need=said.need,
        potential=said.potential,
        satisfaction=said.satisfaction,
        ahead=_ahead(turn, said),
        raw=said.text,
        met=_met(said),
        solves=said.solved,
        instead=said.intent == "note" and said.followup is not None and is_moved(said.text),
    )


def kind_of(said: Said) -> str:
    """Under which noun a fact is kept."""
    if said.solved and said.intent == "complaint":
        return said.channel if said.channel in CHANNELS and said.answered else "note"
    if said.intent in ("visit", "call", "note") and said.channel in ("meeting", "message") and _took_place(said):
        return said.channel
    if said.intent == "note" and said.answered and said.followup is None and said.event is None and sent(said.text):
        return "message"
    if said.intent == "visit" and said.channel == "meeting":
        return "meeting"
    return KINDS.get(said.intent, "new_customer" if said.intent == "new_customer" else "note")


def _took_place(said: Said) -> bool:
    """Something written was sent; anything else on a day that is known."""
    written = said.intent == "call" or sent(said.text) or (said.followup is None and wrote(said.text))
    return said.event is not None or (said.channel == "message" and said.answered and written)


def _met(said: Said) -> str | None:
    """The contact in which a purchase or a complaint came about; a complaint that only came in is none."""
    if not said.answered or said.intent not in ("purchase", "complaint") or said.solved:
        return None
    return said.channel if said.intent == "purchase" or said.channel in ("visit", "meeting") else None


def _sold(said: Said) -> str | None:
    """What it is about in the words that were said, where the catalogue doesn't have it."""
    words = said.product or (said.summary if said.intent == "purchase" and not _met(said) else None)
    return SOLD_FIRST.sub("", words) or None if words and SOLD.sub("", words) else None


def _gist(said: Said) -> str | None:
    """What was said, unless it only says what the card says anyway: nobody answered, signed, it is over."""
    if not said.answered and said.summary and not MORE_THAN_A_TRY.search(UNANSWERED.sub("", said.summary)):
        return None
    if said.intent == "purchase" and said.summary and not SOLD.sub("", said.summary):
        return None
    if kind_of(said) == "message" and said.summary and WROTE.fullmatch(said.summary):
        return None
    if said.solved and said.summary and OVER.fullmatch(said.summary):
        return None
    if by := deadlines.words(said):
        return "，".join(part for part in (said.summary, by) if part)
    whole = kind_of(said) in ("note", "complaint") and not said.followup
    return said.summary or (said.text if whole else None)


def _ahead(turn: Turn, said: Said) -> tuple[Ahead, ...]:
    channel = said.channel if said.intent == "note" and said.channel in CHANNELS else None
    channel = kind_ahead(said.text) or (None if channel == "message" and _took_place(said) else channel)
    promised = _plan(said.promise_by or said.followup, said.promise, None) if said.promise else None
    follows = said.followup if not said.promise or said.promise_by else None
    follows = replace(follows, on=deadlines.in_time(turn, said, follows.on)) if follows else None
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


def correction_from_facts(facts: dict[str, Any]) -> Correction:
    """What was put right, back from a question that waited."""
    amount = Decimal(facts["amount"]) if facts.get("amount") is not None else None
    return Correction(**{**facts, "amount": amount, "moment": _moment(facts.get("moment"))})


def said_again(doing: Doing, customer: str) -> Said:
    """What a record said, of a customer that is called so."""
    raw = (doing.understood.get("record") or {}).get("raw") or ""
    return Said(text=raw or customer, intent="note", customer=customer)
