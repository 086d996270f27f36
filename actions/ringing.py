"""A reminder whose time has come: what it is judged by, and what it is said with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage.models import Occurrence, Person
from storage.scope import Scope, scope_of

from .company import Company


@dataclass(frozen=True)
class Ringing:
    """One occurrence for one person, at this moment; `late` and `missed` once it is known to be."""

    db: Session
    row: Occurrence
    who: Person
    company: Company
    now: datetime
    late: bool = False
    missed: bool = False

    @property
    def today(self) -> date:
        """The person's local date."""
        return reminders.local_date(self.now, self.who.zone)

    @property
    def scope(self) -> Scope:
        """Which customers the person may see now."""
        return scope_of(self.db, self.who, self.now)

    def number(self, fact: str) -> int:
        """A row's number among the facts."""
        return int(str(self.row.facts[fact]))


@dataclass(frozen=True)
class Kind:
    """What a kind of reminder says (None: nothing is left to say), and how things stand with it: the fields of
    `reminders.Standing` that don't hold as they are."""

    say: Callable[[Ringing], object | None]
    standing: Callable[[Ringing], Mapping[str, Any]] = lambda ringing: {}
