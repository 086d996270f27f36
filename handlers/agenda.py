"""Today's list, and settling its lines: by tap, or by typing what happened."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from actions import agenda, cover, leave, opened, records, rewriting, undo, week
from actions.agenda import AgendaShown
from actions.cards import Recorded
from actions.leave import DeputyFree
from actions.opened import LineCard
from actions.records import Record, Source
from actions.refusals import OldCard
from actions.week import WeekShown
from parsing import Said
from storage import doings, occurrences
from storage.models import Doing, Occurrence, Outbox, Question

from . import pool
from .followed import followed
from .keeping import keeping
from .turn import Turn
from .understanding import record_of

CHANNELS = ("visit", "call", "message", "meeting")
NO_LIST = 0
"""In a button: no list waits, the card says itself what became of it."""


@dataclass(frozen=True)
class Away:
    """Not here today: the list waits for the next working day, unless its person comes back."""

    occurrence: int
    until: date


def today(turn: Turn, said: Said | None = None) -> None:
    """/today, `today`, or just the word: what is due today."""
    row, shown = agenda.today(turn.db, turn.who, turn.company, turn.now, turn.today, str(turn.update_id))
    row.outbox_id = turn.say(shown).id


def tap_agenda(turn: Turn) -> object:
    """`agenda:occurrence`: back to the list."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    return shown(turn, _owned(turn))


def tap_week(turn: Turn) -> WeekShown:
    """`week:occurrence:page`: the others that have until Sunday."""
    return _part(turn, "more")


def tap_older(turn: Turn) -> WeekShown:
    """`older:occurrence:page`: the promises of earlier days that are still open."""
    return _part(turn, "older")


def tap_line(turn: Turn) -> LineCard:
    """`line:occurrence:customer`: the line's own card."""
    return opened.card(turn.db, turn.who, turn.company, turn.scope, _owned(turn), customer(turn), turn.now)


def tap_did(turn: Turn) -> object:
    """`did:occurrence:customer:channel`: settled by a tap; what was said may follow, or not."""
    row = place(turn)
    if (channel := turn.args[2]) not in CHANNELS:
        raise OldCard
    recorded = records.record(keeping(turn), tapped(turn, channel), by_tap(turn))
    pool.touched(turn, recorded.customer)
    followed(turn, customer(turn), recorded.name)
    facts = {"doing": recorded.doing, "occurrence": row.id if row else NO_LIST}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "said", facts, turn.now)
    if row is not None:
        closes = recorded.customer if recorded.complaint_open else None
        more = {"asks_about": recorded.name, "undo": recorded.doing, "kept": recorded.kept[:1], "closes": closes}
        return shown(turn, row, **more)
    card(turn, recorded)
    return None


def tap_undo(turn: Turn) -> object:
    """`unsettle:occurrence:doing`: the line waits again."""
    row = _owned(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    undo.undo(keeping(turn), turn.args.number(1), with_later=True)
    return shown(turn, row)


def tap_away(turn: Turn) -> Away:
    """`away:occurrence`: not here today."""
    row = _owned(turn)
    if not cover.away(turn.who, turn.today):
        leave.take(turn.who, turn.today, turn.today)
    return Away(row.id, turn.today)


def tap_here(turn: Turn) -> object:
    """`here:occurrence`: back already; a leave that lies ahead stays."""
    row = _owned(turn)
    if leave.lies_ahead(turn.who, turn.today):
        return shown(turn, row)
    deputy = leave.end(turn.db, turn.who, turn.now)
    if deputy is not None and deputy.telegram_id is not None:
        turn.say(DeputyFree(turn.who.name), to=deputy)
    return shown(turn, row)


def typed_what_was_said(turn: Turn, question: Question, said: Said) -> bool:
    """The line after a bare tap; False where it speaks of another customer or asks something: the list asks no more."""
    doing = turn.db.get(Doing, int(question.facts["doing"]))
    if doing is None or doing.undone_at is not None or doing.customer_id is None:
        return False
    if said.intent == "query" or (said.customer and doing.customer_id not in said.customer_ids):
        changed(turn, doing.customer_id)
        return False
    before = records.kept(turn.db, doing)
    request = record_of(turn, said, doing.customer_id)
    request = replace(request, kind=before.channel, gist=request.gist or said.summary or said.text)
    rewritten = rewriting.rewrite(keeping(turn), doing, request, Source(turn.came.chat_id, turn.came.message_id))
    doing.message_id = turn.came.message_id
    question.answered_at, question.listening = turn.now, False
    turn.say(rewritten, doing.id)
    return True


def touched(turn: Turn, recorded: Recorded) -> None:
    """Something was recorded in words: the line of today's list settles as well."""
    if recorded.customer:
        changed(turn, recorded.customer)


def changed(turn: Turn, customer_id: int) -> None:
    """Something else is so of a customer: today's list says it, if they are on it."""
    row = occurrences.shown_to(turn.db, turn.who.id, turn.today)
    if row is None or customer_id not in agenda.about(turn.db, turn.who, row):
        return
    now_shown = shown(turn, row)
    message = turn.db.get(Outbox, row.outbox_id) if row.outbox_id else None
    if message is not None and isinstance(now_shown, AgendaShown):
        turn.edit(now_shown, message.message_id, outbox_id=message.id)


def complained(turn: Turn, recorded: Recorded) -> None:
    """A complaint of today stands first on today's list."""
    row = occurrences.shown_to(turn.db, turn.who.id, turn.today)
    if row is None or not recorded.customer:
        return
    others = [number for number in row.facts["top"] if number != recorded.customer]
    why = {**row.facts.get("why", {}), str(recorded.customer): (agenda.COMPLAINT, {})}
    row.facts = {**row.facts, "top": [recorded.customer, *others], "why": why}
    changed(turn, recorded.customer)


def shown(turn: Turn, row: Occurrence, **more: Any) -> object:
    """The list as it is now."""
    return agenda.show(turn.db, turn.who, row, turn.now, **more)


def place(turn: Turn) -> Occurrence | None:
    """The list on which a line was tapped; None where the button stands on a card of its own."""
    return _owned(turn) if turn.args.number(0) != NO_LIST else None


def owned(turn: Turn, number: int) -> Occurrence:
    """The list of this number, if it is this person's."""
    return agenda.owned(turn.db, turn.who, number)


def customer(turn: Turn) -> int:
    """The customer of a line's button."""
    return turn.args.number(1)


def card(turn: Turn, recorded: Recorded) -> None:
    """The record itself, where no list shows what became of it."""
    turn.show(recorded, recorded.doing)
    touched(turn, recorded)


def tapped(turn: Turn, channel: str) -> Record:
    """A contact without a word."""
    return Record(channel, customer(turn), turn.today, at=turn.clock, worded=False)


def by_tap(turn: Turn) -> Source:
    """Where the record of a tap comes from."""
    return Source(turn.came.chat_id, None, 0, "tap")


def _part(turn: Turn, part: str) -> WeekShown:
    page = turn.args.number(1) if len(turn.args) > 1 else 0
    return week.show(turn.db, turn.who, _owned(turn), part, page, turn.now)


def _owned(turn: Turn) -> Occurrence:
    return owned(turn, turn.args.number(0))
