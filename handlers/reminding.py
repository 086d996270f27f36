"""What reminding hears: the agenda, *later*, escalation, day reports, dates of customers, reminders of one's own."""

from collections.abc import Callable

from parsing import Said
from storage.models import Question

from . import absence, agenda, asked, due, escalation, later, occasions, owners, promises, report
from .turn import Turn

TAPS: dict[str, Callable[[Turn], object | None]] = {
    "agenda": agenda.tap_agenda,
    "week": agenda.tap_week,
    "older": agenda.tap_older,
    "line": agenda.tap_line,
    "did": agenda.tap_did,
    "unsettle": agenda.tap_undo,
    "away": agenda.tap_away,
    "here": agenda.tap_here,
    "missed": later.tap_missed,
    "again": later.tap_again,
    "later": later.tap_later,
    "until": later.tap_until,
    "because": later.tap_because,
    "due": due.tap_due,
    "will": escalation.tap_will,
    "reasons": escalation.tap_reasons,
    "reason": escalation.tap_reason,
    "told": escalation.tap_told,
    "late": escalation.tap_list,
    "late_one": escalation.tap_card,
    "ask_all": escalation.tap_ask_all,
    "ask": escalation.tap_ask,
    "unask": escalation.tap_withdraw,
    "ask_list": owners.tap_ask_listed,
    "ask_among": owners.tap_ask_among,
    "ask_one": owners.tap_ask_one,
    "recall": owners.tap_recall,
    "answers": owners.tap_answers,
    "hand": escalation.tap_transfer,
    "hand_to": escalation.tap_transfer_to,
    "unhand": escalation.tap_take_back,
    "today": agenda.today,
    "report": report.tap_send,
    "report_add": report.tap_add,
    "report_of": report.tap_one,
    "occasion": occasions.tap_whose,
    "unmark": occasions.tap_end,
    "mark": occasions.tap_again,
    "life": due.tap_life,
    "reminders": asked.show,
    "unremind": asked.tap_end,
    "again_at": asked.tap_put_off,
    "reminded": asked.tap_done,
    "unkept": promises.tap_unkept,
    "present": absence.tap_end,
}

QUERIES: dict[str, Callable[..., object | None]] = {
    "reminders": asked.show,
    "remind": asked.keep,
    "occasion": occasions.keep,
    "absence": absence.keep,
}

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    "report": report.typed_line,
    "said": lambda turn, question, said: agenda.typed_what_was_said(turn, question, said[0]),
    "later": later.typed_later,
    "because": later.typed_because,
    "reason": escalation.typed_reason,
}


def meant(turn: Turn) -> str | None:
    """The query that plain words are when they state a colleague's leave or a date of a customer, or ask for a
    reminder or their list."""
    if turn.text.lower() in asked.LIST:
        return "reminders"
    if absence.means(turn):
        return "absence"
    if occasions.means(turn):
        return "occasion"
    return "remind" if asked.means(turn) else None
