"""The day report (日报): already written, to copy or to send to the manager."""

from actions import report
from actions.refusals import OldCard
from actions.report import ReportSent
from parsing import Said
from storage import people

from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> object:
    """/report, or just the word."""
    return report.write(turn.db, turn.who, turn.company, turn.today, turn.now)


def tap_send(turn: Turn) -> None:
    """`report`: send today's report to whoever leads the team."""
    written = report.write(turn.db, turn.who, turn.company, turn.today, turn.now, by=turn.who.name)
    leader = next((one for one in people.leaders_of(turn.db, turn.who.id) if one.telegram_id), None)
    if leader is None:
        raise OldCard
    turn.say(written, to=leader)
    turn.toast(ReportSent(leader.name))
