"""Plans: when a customer is due, what a morning's agenda shows, what is pushed when. Plain data in and out."""

from .agenda import Agenda, Line, agenda, sunday_of
from .asked import Asked, Marked
from .cadence import Cadences, Capacity, Coverage, Covered, cadences_at, coverage, load, propose, wanted
from .calendar import Calendar, CountryUnknown, Span, calendar_of
from .due import Due, due, settles
from .escalation import Late, Listener, Stage, listeners, stage
from .known import Known, Later, Plan, Reason
from .later import Choice, choices, needs_reason
from .pushes import Changes, Push, changes, planned, planning_dates, subject_of
from .rules import Rules, RulesInvalid
from .still_true import TO_A_MANAGER, Standing, Verdict, still_true
from .times import local, local_date, local_instant, next_allowed, quiet
from .wanted import Agreed, Nag, Person, Wanted

__all__ = [
    "TO_A_MANAGER",
    "Agenda",
    "Agreed",
    "Asked",
    "Cadences",
    "Calendar",
    "Capacity",
    "Changes",
    "Choice",
    "CountryUnknown",
    "Coverage",
    "Covered",
    "Due",
    "Known",
    "Late",
    "Later",
    "Line",
    "Listener",
    "Marked",
    "Nag",
    "Person",
    "Plan",
    "Push",
    "Reason",
    "Rules",
    "RulesInvalid",
    "Span",
    "Stage",
    "Standing",
    "Verdict",
    "Wanted",
    "agenda",
    "cadences_at",
    "calendar_of",
    "changes",
    "choices",
    "coverage",
    "due",
    "listeners",
    "load",
    "local",
    "local_date",
    "local_instant",
    "needs_reason",
    "next_allowed",
    "planned",
    "planning_dates",
    "propose",
    "quiet",
    "settles",
    "stage",
    "still_true",
    "subject_of",
    "sunday_of",
    "wanted",
]
