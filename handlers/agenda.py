"""Today's list, and settling its lines: by tap, by *later*, or by typing what happened."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from actions import agenda, corrections, records, undo
from actions.agenda import AgendaShown, LineCard, NoAnswerNoted, ReasonAsked
from actions.cards import Recorded
from actions.records import Ahead, Record, Source
from actions.refusals import OldCard
from parsing import Said
from storage import doings, occurrences
from storage.models import Doing, Occurrence, Outbox, Question

from .hearing import day_of
from .keeping import keeping
from .turn import Turn
from .understanding import record_of

CHANNELS = ("visit", "call", "message", "meeting")
NOON = 12
AFTERNOON = time(14)
"""When *this afternoon* is, unless it has begun."""


@dataclass(frozen=True)
class Away:
    """Not here today: the list waits for the next working day."""

    until: date


def today(turn: Turn, said: Said | None = None) -> None:
    """/today, or just the word: what is due today."""
    row, shown = agenda.today(turn.db, turn.who, turn.company, turn.now, turn.today, str(turn.update_id))
    row.outbox_id = turn.say(shown).id


def tap_agenda(turn: Turn) -> object:
    """`agenda:occurrence`: back to the list."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    return _list(turn, _owned(turn))


def tap_week(turn: Turn) -> object:
    """`week:occurrence`: the others that have until Sunday."""
    return agenda.week(turn.db, turn.who, turn.company, _owned(turn), turn.now)


def tap_line(turn: Turn) -> LineCard:
    """`line:occurrence:customer`: the line's own card."""
    return agenda.line(turn.db, turn.who, turn.company, turn.scope, _owned(turn), _customer(turn), turn.now)


def tap_did(turn: Turn) -> object:
    """`did:occurrence:customer:channel`: settled by a tap; what was said may follow, or not."""
    row = _owned(turn)
    channel = turn.args[2]
    if channel not in CHANNELS:
        raise OldCard
    recorded = records.record(keeping(turn), _tapped(turn, channel), _source(turn))
    facts = {"doing": recorded.doing, "occurrence": row.id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "said", facts, turn.now)
    return _list(turn, row, asks_about=recorded.name, undo=recorded.doing)


def tap_missed(turn: Turn) -> object:
    """`missed:occurrence:customer`: a try without an answer; it is no touch."""
    row = _owned(turn)
    recorded = records.record(keeping(turn), replace(_tapped(turn, "call"), answered=False), _source(turn))
    tries = occurrences.tries(turn.db, recorded.customer or 0)
    facts = {"customer": recorded.customer, "occurrence": row.id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "later", facts, turn.now)
    return NoAnswerNoted(
        row.id, recorded.customer or 0, recorded.name, turn.today, tries, recorded.doing, turn.heard_at.hour < NOON + 3
    )


def tap_again(turn: Turn) -> object:
    """`again:occurrence:customer:when`: a new try this afternoon, or by message."""
    row, number = _owned(turn), _customer(turn)
    at = max(AFTERNOON, (turn.heard_at + timedelta(hours=2)).time().replace(minute=0, second=0, microsecond=0))
    channel = "message" if turn.args[2] == "message" else "call"
    plan = Ahead(turn.today, None if channel == "message" else at, None, channel)
    recorded = records.record(keeping(turn), Record("plan", number, turn.today, ahead=(plan,)), _source(turn))
    return _list(turn, row, undo=recorded.doing)


def tap_later(turn: Turn) -> object:
    """`later:occurrence:customer`: until when?"""
    row = _owned(turn)
    asked = agenda.ask_later(turn.db, turn.who, turn.company, turn.scope, row, _customer(turn))
    facts = {"customer": asked.customer, "occurrence": row.id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "later", facts, turn.now)
    return asked


def tap_until(turn: Turn) -> object:
    """`until:occurrence:customer:date`, or `stop` for no more reminders."""
    until = None if turn.args[2] == "stop" else turn.args.day(2)
    return _put_off(turn, _owned(turn), _customer(turn), until, None)


def tap_because(turn: Turn) -> object:
    """`because:occurrence:customer:date:reason`: why an A waits so long."""
    until = None if turn.args[2] == "stop" else turn.args.day(2)
    return _put_off(turn, _owned(turn), _customer(turn), until, turn.args[3])


def tap_undo(turn: Turn) -> object:
    """`unsettle:occurrence:doing`: the line waits again."""

    row = _owned(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    undo.undo(keeping(turn), turn.args.number(1), with_later=True)
    return _list(turn, row)


def tap_away(turn: Turn) -> Away:
    """`away:occurrence`: not here today."""
    _owned(turn)
    turn.who.away_from = turn.who.away_until = turn.today.isoformat()
    return Away(turn.today)


def typed_what_was_said(turn: Turn, question: Question, said: Said) -> bool:
    """The line after a bare tap; False where it speaks of another customer or asks something."""
    doing = turn.db.get(Doing, int(question.facts["doing"]))
    if doing is None or doing.undone_at is not None or said.customer_ids or said.customer or said.intent == "query":
        return False
    before = records.kept(turn.db, doing)
    request = replace(
        record_of(turn, said, doing.customer_id), kind=before.channel, contact=None, gist=said.summary or said.text
    )
    shown = corrections.rewrite(keeping(turn), doing, request, Source(turn.came.chat_id, turn.came.message_id))
    doing.message_id = turn.came.message_id
    question.answered_at, question.listening = turn.now, False
    turn.say(shown, doing.id)
    return True


def typed_later(turn: Turn, question: Question) -> bool:
    """A typed date for *later*; False where it is none."""
    when = day_of(turn)
    if when is None:
        return False
    row = agenda.owned(turn.db, turn.who, int(question.facts["occurrence"]))
    result = _put_off(turn, row, int(question.facts["customer"]), when.on, None)
    question.answered_at, question.listening = turn.now, False
    _edit_list(turn, row, result)
    return True


def touched(turn: Turn, recorded: Recorded) -> None:
    """Something was recorded in words: the line of today's list settles as well."""
    row = occurrences.shown_to(turn.db, turn.who.id, turn.today)
    if row is None or recorded.customer not in [*row.facts["top"], *row.facts["more"]]:
        return
    shown = _list(turn, row)
    if isinstance(shown, AgendaShown):
        _edit_list(turn, row, shown)


def _put_off(turn: Turn, row: Occurrence, customer: int, until: date | None, reason: str | None) -> object:
    doings.stop_listening(turn.db, turn.came.chat_id)
    done = agenda.put_off(keeping(turn), row, customer, until, reason)
    return done if isinstance(done, ReasonAsked) else _list(turn, row, undo=done.id)


def _list(turn: Turn, row: Occurrence, **more: object) -> object:
    return agenda.show(turn.db, turn.who, turn.company, row, turn.now, **more)


def _edit_list(turn: Turn, row: Occurrence, shown: object) -> None:
    message = turn.db.get(Outbox, row.outbox_id) if row.outbox_id else None
    if message is not None:
        turn.edit(shown, message.message_id, outbox_id=message.id)


def _owned(turn: Turn) -> Occurrence:
    return agenda.owned(turn.db, turn.who, turn.args.number(0))


def _customer(turn: Turn) -> int:
    return turn.args.number(1)


def _tapped(turn: Turn, channel: str) -> Record:
    return Record(channel, _customer(turn), turn.today, at=turn.clock, worded=False)


def _source(turn: Turn) -> Source:
    return Source(turn.came.chat_id, None, 0, "tap")
