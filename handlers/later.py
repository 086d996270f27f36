"""Not now, by tap or by a typed date; and a try without an answer, after which it is asked when again."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from actions import later, records
from actions.cards import Recorded
from actions.later import LaterAsked, NoAnswerNoted, PutOff, ReasonAsked
from actions.records import Ahead, Record
from actions.refusals import CustomerUnknown
from parsing import Said
from storage import doings
from storage.models import Occurrence, Outbox, Question

from . import agenda
from .agenda import NO_LIST
from .hearing import day_of
from .keeping import keeping
from .turn import Turn

AFTERNOON = time(14)
"""When *this afternoon* is, unless it has begun."""
AFTERNOON_ENDS = 15
"""The hour from which *this afternoon* isn't offered any more."""
TALKS = ("call", "visit", "meeting")
HAPPENED = frozenset({"call", "visit", "purchase", "complaint"})
"""What words are that are a record of their own, although a date stands in them."""


def tap_missed(turn: Turn) -> NoAnswerNoted:
    """`missed:occurrence:customer[:channel]`: a try without an answer, by phone unless it says; it is no touch."""
    row = agenda.place(turn)
    channel = turn.args[2] if len(turn.args) > 2 and turn.args[2] in agenda.CHANNELS else "call"
    request = replace(agenda.tapped(turn, channel), answered=False)
    recorded = records.record(keeping(turn), request, agenda.by_tap(turn))
    return _when_again(turn, recorded, row.id if row else NO_LIST)


def in_vain(turn: Turn, recorded: Recorded) -> Recorded:
    """Somebody wrote that nobody answered: its card asks when again."""
    tries = [entry for entry in recorded.entries if entry.kind in TALKS and not entry.answered]
    planned = recorded.next or recorded.changed or recorded.restored or recorded.created
    if tries and recorded.customer and not planned and tries[0].on == turn.today:
        _listen(turn, "later", recorded.customer, NO_LIST)
        afternoon = turn.heard_at.hour < AFTERNOON_ENDS
        return replace(recorded, again=later.when_again(keeping(turn), recorded.customer, afternoon))
    return recorded


def tap_again(turn: Turn) -> object:
    """`again:occurrence:customer:when`: a new try this afternoon, or by message."""
    row, channel = agenda.place(turn), "message" if turn.args[2] == "message" else "call"
    plan = Ahead(turn.today, _this_afternoon(turn.heard_at) if channel == "call" else None, None, channel)
    request = Record("plan", agenda.customer(turn), turn.today, ahead=(plan,))
    recorded = records.record(keeping(turn), request, agenda.by_tap(turn))
    if row is not None:
        return agenda.shown(turn, row, undo=recorded.doing)
    agenda.card(turn, recorded)
    return None


def tap_later(turn: Turn) -> LaterAsked:
    """`later:occurrence:customer`: until when?"""
    row = agenda.place(turn)
    asked = later.ask(keeping(turn), row.id if row else NO_LIST, agenda.customer(turn))
    _listen(turn, "later", asked.customer, asked.occurrence)
    return asked


def tap_until(turn: Turn) -> object:
    """`until:occurrence:customer:date`, or `stop` for no more reminders."""
    return _put_off(turn, agenda.place(turn), agenda.customer(turn), _until(turn), None)


def tap_because(turn: Turn) -> object:
    """`because:occurrence:customer:date:reason`: why an A waits so long."""
    return _put_off(turn, agenda.place(turn), agenda.customer(turn), _until(turn), turn.args[3])


def typed_later(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """A typed date for *later*; False where it is none, or stands in words that tell of something else."""
    if means_something_else(said) or any(each.intent in HAPPENED for each in said):
        return False
    when = day_of(turn)
    return when is not None and _typed(turn, question, when.on, None)


def typed_because(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """Why an A waits so long, in words; False where they say something else."""
    if means_something_else(said):
        return False
    until = question.facts["until"]
    return _typed(turn, question, date.fromisoformat(until) if until else None, turn.text)


def means_something_else(said: tuple[Said, ...]) -> bool:
    """Do words that may be a reason name a customer or ask something?"""
    return any(each.intent == "query" or each.customer_ids or each.intent == "new_customer" for each in said)


def _typed(turn: Turn, question: Question, until: date | None, reason: str | None) -> bool:
    number, row = int(question.facts["customer"]), None
    if question.facts.get("occurrence"):
        row = agenda.owned(turn, int(question.facts["occurrence"]))
    result = _put_off(turn, row, number, until, reason)
    question.answered_at, question.listening = turn.now, False
    message = turn.db.get(Outbox, row.outbox_id) if row is not None and row.outbox_id else None
    if message is not None:
        turn.edit(result, message.message_id, outbox_id=message.id)
    elif result is not None:
        turn.say(result)
    return True


def _put_off(turn: Turn, row: Occurrence | None, customer: int, until: date | None, reason: str | None) -> object:
    doings.stop_listening(turn.db, turn.came.chat_id)
    done = later.put_off(keeping(turn), row.id if row else NO_LIST, customer, until, reason)
    if isinstance(done, ReasonAsked):
        _listen(turn, "because", customer, done.occurrence, until=until.isoformat() if until else None)
        return done
    return agenda.shown(turn, row, undo=done.doing) if row is not None else _without_a_list(turn, done)


def _without_a_list(turn: Turn, done: PutOff) -> PutOff:
    """The card says it itself; where the customer is on today's list as well, that says it too."""
    agenda.changed(turn, done.customer)
    return done


def _when_again(turn: Turn, recorded: Recorded, occurrence: int) -> NoAnswerNoted:
    if recorded.customer is None:
        raise CustomerUnknown
    _listen(turn, "later", recorded.customer, occurrence)
    afternoon = turn.heard_at.hour < AFTERNOON_ENDS
    return later.no_answer(keeping(turn), occurrence, recorded.customer, recorded.doing, afternoon)


def _listen(turn: Turn, kind: str, customer: int, occurrence: int, **more: object) -> None:
    facts = {"customer": customer, "occurrence": occurrence, **more}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, kind, facts, turn.now)


def _until(turn: Turn) -> date | None:
    return None if turn.args[2] == "stop" else turn.args.day(2)


def _this_afternoon(heard_at: datetime) -> time:
    return max(AFTERNOON, (heard_at + timedelta(hours=2)).time().replace(minute=0, second=0, microsecond=0))
