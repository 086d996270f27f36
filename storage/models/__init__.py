"""The tables, by noun."""

from .asked import DayLine, Occasion, Reminder
from .carried import Change, Correction, Doing, Inbox, Occurrence, Outbox, Question
from .company import Field, Mark, Night, RulesVersion, Term
from .customers import Access, Alias, Audit, Contact, Customer, NameKey, Ownership
from .judged import Grading, Move, Standing
from .owning import Fall, Protection, Request
from .people import Invitation, Membership, Person, Role, Team
from .records import Attachment, Complaint, Fact, Interaction, Later, Plan, Purchase
from .row import Row
from .tallied import DueTally, Tally

__all__ = [
    "Access", "Alias", "Attachment", "Audit", "Change", "Complaint", "Contact", "Correction", "Customer", "DayLine",
    "Doing", "DueTally", "Fact", "Fall", "Field", "Grading", "Inbox", "Interaction", "Invitation", "Later", "Mark",
    "Membership", "Move", "NameKey", "Night", "Occasion", "Occurrence", "Outbox", "Ownership", "Person", "Plan",
    "Protection", "Purchase", "Question", "Reminder", "Request", "Role", "Row", "RulesVersion", "Standing", "Tally",
    "Team", "Term",
]  # fmt: skip

for _table in Row.metadata.tables.values():
    if [column.name for column in _table.primary_key] == ["id"]:
        _table.dialect_kwargs["sqlite_autoincrement"] = True  # what is undone leaves its number to nobody else
