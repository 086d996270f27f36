"""Plans: when a customer is due, what a morning's agenda shows, what is pushed when. Plain data in and out."""

from .agenda import Agenda, Line, agenda
from .calendar import Calendar, CountryUnknown, Span, calendar_of
from .due import Due, Known, Later, Plan, Reason, due, settles
from .later import Choice, choices, needs_reason
from .rules import Rules, RulesInvalid
from .times import local, local_date, local_instant, next_allowed, quiet

__all__ = [
    "Agenda",
    "Calendar",
    "Choice",
    "CountryUnknown",
    "Due",
    "Known",
    "Later",
    "Line",
    "Plan",
    "Reason",
    "Rules",
    "RulesInvalid",
    "Span",
    "agenda",
    "calendar_of",
    "choices",
    "due",
    "local",
    "local_date",
    "local_instant",
    "needs_reason",
    "next_allowed",
    "quiet",
    "settles",
]
