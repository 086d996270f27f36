"""What belongs to the morning list is said in it and not beside it: who stays late, and what has gone by."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import reminders
from storage import late, occurrences
from storage.models import Occurrence, Person

from .agenda import AgendaShown, warned
from .ringing import Ringing

WITH_AGENDA = "with_agenda"


def taken_in(
    ringing: Ringing, shown: AgendaShown, judge: Callable[[Occurrence], reminders.Verdict]
) -> tuple[AgendaShown, list[Occurrence]]:
    """The list with what else was to be said now of its customers, and those reminders: they are said with it."""
    told = {line.customer: str(line.facts.get("at"))[:5] for line in shown.lines}
    waiting = occurrences.due_with_agenda(ringing.db, ringing.who.id, ringing.row.on, ringing.now)
    listed = [row for row in waiting if int(row.facts["customer_id"]) in told]
    found = [row for row in listed if _belongs(row, judge(row), told[int(row.facts["customer_id"])])]
    ringing.row.facts = {**ringing.row.facts, "warned": _warned(ringing, found)}
    return replace(shown, warned=warned(ringing.row, shown.lines)), found


def _belongs(row: Occurrence, verdict: reminders.Verdict, at: str) -> bool:
    """Of agreed times only those that have gone by, and that the customer's line names: the others ring."""
    return bool(verdict) and (row.kind != "ahead" or (verdict.missed and row.subject.endswith(f"@{at}")))


def _warned(ringing: Ringing, rows: Sequence[Occurrence]) -> dict[str, tuple[str, str]]:
    """Customer -> the manager who will see it, and when."""
    told = {str(row.facts["customer_id"]): row.facts.get("manager_on") for row in rows if row.kind == "escalation"}
    above = late.above(ringing.db, ringing.who.id) if told else []
    if not above:
        return {}
    manager = ringing.db.get_one(Person, above[0]).name
    return {number: (manager, str(on)) for number, on in told.items() if on}
