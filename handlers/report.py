"""The day report (日报): already written, to copy, to add to, or to send to the manager."""

from dataclasses import replace

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
    return _written(turn)


def tap_add(turn: Turn) -> None:
    """`report_add`: the next line that is typed goes into the report."""
    facts = {"on": turn.today.isoformat(), "card": turn.came.message_id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "report", facts, turn.now)
    turn.say(LineAsked())


def typed_line(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """A line for the report; False where it is a record of its own or asks something."""
    first = said[0]
    if first.intent == "query" or (first.intent in RECORDS and (first.customer_ids or first.customer)):
        return False
    question.answered_at = turn.now
    report.add(turn.db, turn.who, turn.today, turn.text, turn.now)
    turn.edit(_written(turn), question.facts["card"])
    turn.react("👌")
    return True


def tap_send(turn: Turn) -> None:
    """`report`: put today's report among those that whoever leads the team gets in one message."""
    leader = next((one for one in people.leaders_of(turn.db, turn.who.id) if one.telegram_id), None)
    if leader is None:
        raise OldCard
    _written(turn)
    row = report.send(turn.db, turn.who, leader, turn.today, turn.now)
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


def _written(turn: Turn) -> DayReport:
    written = report.write(turn.db, turn.who, turn.company, turn.today, turn.now)
    return replace(written, pushed=turn.who.report_at is not None)
