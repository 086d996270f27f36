""" "No, 60k", "no, it's Harbour Foods": puts right what the last card shows, or the one that is replied to.

Never what another card shows: where the last one is undone, of another day, or of nobody, it is asked which is meant.
"""

import re
from dataclasses import dataclass
from datetime import time

from actions import contacts, corrections
from actions.cards import Recorded, Sum, card
from actions.contacts import PhoneChanged
from actions.facts import facts_of
from actions.money import minor
from actions.refusals import OldCard
from parsing import Correction, Moment
from storage import doings, records, said
from storage.models import Doing

from . import waiting
from .books import book_of
from .instead import another_customer
from .keeping import keeping, source
from .owned import answered, name_of, owned_doing, stands
from .recording import EditedUndone, show, show_changed
from .turn import Turn
from .understanding import correction_from_facts

OFFERED = 3
CLOCK = re.compile("([01][0-9]|2[0-3])[0-5][0-9]")
"""A time of day in a button."""
CORRECTED = ("visit", "call", "meeting", "message", "note", "purchase", "complaint", "new_customer", "plan", "phone")
"""What words put right; all else has buttons of its own."""


@dataclass(frozen=True)
class RecordMeant:
    """A record that may be meant: its customer, and its sum where it has one."""

    doing: int
    name: str
    kind: str
    sum: Sum | None


@dataclass(frozen=True)
class WhichRecord:
    """Which record is put right?"""

    question: int
    entries: tuple[RecordMeant, ...]


def corrected(turn: Turn, meant: Correction) -> bool:
    """Put it right, or ask which record is meant; False where there is none to correct."""
    if turn.came.reply_to is None and waiting.put_right(turn, meant):
        return True
    doing = _meant(turn, meant)
    if doing is None:
        return _ask_which(turn, meant)
    result = _apply(turn, doing, meant)
    if isinstance(result, Recorded | PhoneChanged) and result.doing == doing.id:
        show_changed(turn, doing, result)
    elif result is not None:
        show(turn, result)
    return result is not None


def tap_correct(turn: Turn) -> object | None:
    """`correct:question:doing`: this one is meant."""
    question, doing = answered(turn, "correct"), owned_doing(turn, turn.args.number(1))
    if doing.id not in question.facts["among"]:
        raise OldCard
    shown = _apply(turn, doing, correction_from_facts(question.facts["meant"]))
    if not isinstance(shown, Recorded):
        return shown
    show_changed(turn, doing, shown)
    return None


def tap_at(turn: Turn) -> None:
    """`at:doing:HHMM`: another time on the same day for what a card has agreed."""
    doing = owned_doing(turn, turn.args.number(0))
    planned = next((plan for plan in records.of_doing(turn.db, doing.id)["plans"] if plan.due_at is not None), None)
    if planned is None or not CLOCK.fullmatch(turn.args[1]):
        raise OldCard
    at = time(int(turn.args[1][:2]), int(turn.args[1][2:]))
    show_changed(turn, doing, corrections.change_next(keeping(turn), doing, planned.due_on, at, "tap"))


def change_amount(turn: Turn, doing: Doing, meant: Correction) -> Recorded:
    """Another sum, in the currency that was said or in the company's."""
    currency = meant.currency or turn.company.currency
    assert meant.amount is not None
    return corrections.change_amount(keeping(turn), doing, minor(meant.amount, currency), currency, "reply")


def _another_day(turn: Turn, doing: Doing, day: Moment) -> Recorded:
    """A day gone by is when it happened; one to come is when to be back."""
    if day.on < turn.today:
        return corrections.change_day(keeping(turn), doing, day.on, "reply")
    return corrections.change_next(keeping(turn), doing, day.on, day.at, "reply")


def _apply(turn: Turn, doing: Doing, meant: Correction) -> object | None:
    if meant.amount is not None:
        return change_amount(turn, doing, meant)
    if meant.moment is not None:
        return _another_day(turn, doing, meant.moment)
    if meant.phone is not None and doing.what == contacts.PHONE:
        return contacts.correct(keeping(turn), doing, meant.phone)
    if meant.phone is not None and doing.customer_id:
        return contacts.change_phone(keeping(turn), doing.customer_id, None, meant.phone, source(turn), turn.text)
    if meant.contact is not None and _is_theirs(turn, doing, meant.contact):
        return corrections.change_contact(keeping(turn), doing, meant.contact, "reply")
    if meant.customer is not None:
        return another_customer(turn, doing, meant.customer)
    if meant.intent in ("visit", "call", "note"):
        return corrections.change_kind(keeping(turn), doing, meant.intent, "reply")
    return None


def _is_theirs(turn: Turn, doing: Doing, name: str) -> bool:
    """Somebody at the same customer, or somebody whom nobody knows yet."""
    return contacts.is_there(keeping(turn), doing, name) or not book_of(turn).find(name)


def _meant(turn: Turn, meant: Correction) -> Doing | None:
    """The record that the last card shows, or the one that is replied to; None where that is not clear."""
    if turn.came.reply_to is not None:
        replied = turn.db.get(Doing, doings.shown_by(turn.db, turn.came.chat_id, turn.came.reply_to) or 0)
        return replied if replied and stands(turn, replied) and replied.customer_id else None
    last = turn.db.get(Doing, said.last_card(turn.db, turn.came.chat_id) or 0)
    if last is None or not _open(turn, last) or last.done_at.astimezone(turn.heard_at.tzinfo).date() != turn.today:
        return None
    if said.last_customer(turn.db, turn.came.chat_id) != last.customer_id:
        return None
    wants_none = last.what != "purchase" and _sum(turn, last) is None
    return None if meant.amount is not None and wants_none and _with_sums(turn) else last


def _open(turn: Turn, doing: Doing) -> bool:
    return stands(turn, doing) and doing.customer_id is not None and doing.what in CORRECTED


def _with_sums(turn: Turn) -> list[Doing]:
    return [doing for doing in _recent(turn) if _sum(turn, doing)]


def _recent(turn: Turn) -> list[Doing]:
    """The latest records of today."""
    midnight = turn.heard_at.replace(hour=0, minute=0, second=0, microsecond=0)
    found = doings.since(turn.db, turn.who.id, midnight, CORRECTED)
    return [doing for doing in found if _open(turn, doing)]


def _sum(turn: Turn, doing: Doing) -> Sum | None:
    shown = card(turn.db, doing, turn.today)
    return next((item.sum for item in shown.entries if item.sum), None)


def _ask_which(turn: Turn, meant: Correction) -> bool:
    """Which of today's records? Where the last card is undone and there is no other: shall it count again?"""
    last = turn.db.get(Doing, said.last_card(turn.db, turn.came.chat_id) or 0)
    likely = (_with_sums(turn) if meant.amount is not None else []) or _recent(turn)
    likely = list(dict.fromkeys([last, *likely])) if last and _open(turn, last) else likely
    if not likely and last and last.undone_at is not None and last.person_id == turn.who.id:
        turn.say(EditedUndone(last.id, name_of(turn, last)), last.id)
        return True
    if not likely:
        return False
    entries = tuple(RecordMeant(one.id, name_of(turn, one), one.what, _sum(turn, one)) for one in likely[:OFFERED])
    facts = {"meant": facts_of(meant), "among": [one.doing for one in entries]}
    question = doings.note(turn.db, turn.came.chat_id, turn.who.id, "correct", facts, turn.now)
    turn.say(WhichRecord(question.id, entries))
    return True
