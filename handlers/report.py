"""The day report (日报): already written, to copy, to add to, or to send to the manager."""

from dataclasses import replace
from datetime import date

from actions import report
from actions.refusals import OldCard
from actions.report import DayReport, LineAsked, ReportSent
from parsing import Said
from storage import doings, people
from storage.models import Occurrence, Outbox, Question

from .turn import Turn

RECORDS = frozenset({"visit", "call", "purchase", "complaint", "new_customer"})
"""What is recorded rather than added: it comes into the report by itself."""


def asked(turn: Turn, said: Said | None = None) -> object:
    """/report, or just the word."""
    return _written(turn, turn.today)


def tap_add(turn: Turn) -> None:
    """`report_add:date`: the next line that is typed goes into the report of that day."""
    facts = {"on": _day(turn).isoformat(), "card": turn.came.message_id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "report", facts, turn.now)
    turn.say(LineAsked())


def typed_line(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """A line for the report; False where it is a record of its own or asks something."""
    first = said[0]
    if first.intent == "query" or (first.intent in RECORDS and (first.customer_ids or first.customer)):
        return False
    question.answered_at, on = turn.now, date.fromisoformat(question.facts["on"])
    report.add(turn.db, turn.who, on, turn.text, turn.now)
    turn.edit(_written(turn, on), question.facts["card"])
    turn.react("👌")
    return True


def tap_send(turn: Turn) -> None:
    """`report:date`: put the report of that day among those that whoever leads the team gets in one message."""
    leader = next((one for one in people.leaders_of(turn.db, turn.who.id) if one.telegram_id), None)
    if leader is None:
        raise OldCard
    _written(turn, on := _day(turn))
    row = report.send(turn.db, turn.who, leader, on, turn.now)
    collected = report.collected(turn.db, turn.company, row, turn.now)
    before = turn.db.get(Outbox, row.outbox_id) if row.outbox_id else None
    if before is None:
        row.outbox_id = turn.say(collected, to=leader).id
    else:
        turn.edit(collected, before.message_id, outbox_id=before.id, to=leader)
    turn.toast(ReportSent(leader.name))


def tap_one(turn: Turn) -> None:
    """`report_of:occurrence:person`: one of the reports that the manager got."""
    row = turn.db.get(Occurrence, turn.args.number(0))
    if row is None or row.person_id != turn.who.id or row.kind != "reports":
        raise OldCard
    turn.say(report.one_of(turn.db, turn.company, row, turn.args.number(1), turn.now))


def _day(turn: Turn) -> date:
    """The day of the report on which was tapped; an older button names none."""
    return turn.args.day(0) if turn.args else turn.today


def _written(turn: Turn, on: date) -> DayReport:
    written = report.write(turn.db, turn.who, turn.company, on, turn.now)
    return replace(written, pushed=turn.who.report_at is not None)
