"""What reminding hears beside the agenda: escalation, day reports, dates of customers, reminders of one's own."""

from collections.abc import Callable

from parsing import Said
from storage.models import Question

from . import agenda, escalation, report
from .turn import Turn

TAPS: dict[str, Callable[[Turn], object | None]] = {
    "will": escalation.tap_will,
    "reasons": escalation.tap_reasons,
    "reason": escalation.tap_reason,
    "told": escalation.tap_told,
    "late": escalation.tap_list,
    "late_one": escalation.tap_card,
    "ask_all": escalation.tap_ask_all,
    "ask": escalation.tap_ask,
    "unask": escalation.tap_withdraw,
    "hand": escalation.tap_transfer,
    "hand_to": escalation.tap_transfer_to,
    "unhand": escalation.tap_take_back,
    "today": agenda.today,
    "report_add": report.tap_add,
    "report_of": report.tap_one,
}

QUERIES: dict[str, Callable[..., object | None]] = {}

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    "report": report.typed_line,
}
