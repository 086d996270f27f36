"""Setting the company up: its name, its currency, place and days, what its letters mean, and cadences that fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage import audit, people, teams
from storage.models import Person

from . import changes, rules, weighing
from . import company as companies
from .company import Company
from .records import Keeping
from .refusals import DontUnderstandField, OldCard
from .weighing import TRADES

LETTERS = {"value": "value", "likelihood": "likelihood", "none": "value"}
"""What the team says its letters mean -> what is kept; who doesn't use letters gets them for value."""
SECTION = {"agenda_at": "reminders"}
"""The section of a setting, where it is not the company's own."""


@dataclass(frozen=True)
class SettingsProposed:
    """The company's settings, as they are proposed or as they are. `settled`: nothing is asked any more."""

    name: str
    currency: str
    zone: str
    country: str
    working_days: tuple[int, ...]
    agenda_at: time
    settled: bool = False
    in_use: bool = False
    """Set-up is over: they are shown because somebody looks them up."""
    languages: tuple[str, ...] = ()
    changed: str | None = None
    """The one that was just changed."""
    before: int | None = None
    """The version that had the one before."""


@dataclass(frozen=True)
class CadencesProposed:
    """Days between touches for each tier that one person can keep, with so many customers and touches a day."""

    customers: int
    a_day: int
    a: int
    b: int
    c: int
    asked: float
    """Touches a working day that these cadences ask for."""
    fits: bool
    step: int
    tightest: bool
    loosest: bool
    settled: bool = False


def proposed(
    company: Company,
    *,
    settled: bool = False,
    in_use: bool = False,
    changed: str | None = None,
    before: int | None = None,
) -> SettingsProposed:
    """The company's settings as a card shows them."""
    return SettingsProposed(
        company.name, company.currency, company.zone, company.country, company.working_days,
        company.reminding.agenda_at, settled, in_use, company.languages, changed, before,
    )  # fmt: skip


def change(db: Session, who: Person, company: Company, field: str, value: Any, now: datetime) -> Company:
    """Another value for one setting of the company; people who had the company's follow it."""
    _must_be_known(field, value, now)
    plain = value.isoformat("minutes") if isinstance(value, time) else value
    changed = companies.change(db, SECTION.get(field, "company"), {field: plain}, now, who.id)
    audit.note(db, who.id, f"company changed: {field}", now)
    if field == "name":
        teams.rename(db, company.name, value)
    for person in people.here(db):
        if field == "zone" and person.zone == company.zone:
            person.zone = value
        if field == "agenda_at" and person.agenda_at == company.reminding.agenda_at:
            person.agenda_at = value
    return changed


def put_back(db: Session, who: Person, company: Company, number: int, field: str, now: datetime) -> Company:
    """One setting as an earlier version had it. OldCard for a version that there is none of."""
    earlier = companies.earlier(db, number)
    if earlier is None:
        raise OldCard
    value = earlier.reminding.agenda_at if field == "agenda_at" else getattr(earlier, field)
    return change(db, who, company, field, list(value) if isinstance(value, tuple) else value, now)


def begin_with(keeping: Keeping, trade: str) -> Company:
    """The rules of a trade from the first day; whoever is there already is judged by them. OldCard for no trade."""
    if trade not in TRADES:
        raise OldCard
    wanted = weighing.proposed(keeping.db, keeping.company, keeping.now, "preset", trade)
    changed = companies.differences(changes.body(keeping.db), wanted)
    if changed:
        rules.take_hold(keeping, changed)
    return companies.in_force(keeping.db)


def decide_letters(db: Session, who: Person, meaning: str, now: datetime) -> Company:
    """What A/B/C mean from now on."""
    return companies.change(db, "company", {"letters": LETTERS[meaning]}, now, who.id)


def propose(company: Company, customers: int, a_day: int, step: int | None = None) -> CadencesProposed:
    """The tightest cadences that fit and are no tighter than the trade's, or those of a step of the ladder."""
    week = len(company.working_days)
    base = {tier: customers * share for tier, share in _shares(company).items()}
    if step is None:
        found = reminders.propose(customers, a_day, week, _shares(company), company.rules.cadence_a)
    else:
        found = reminders.cadences_at(step, base, a_day, week)
    days = found.days
    next_one = reminders.cadences_at(found.step + 1, base, a_day, week)
    return CadencesProposed(
        customers, a_day, days["A"], days["B"], days["C"], found.touches_per_day, found.fits, found.step,
        tightest=found.step == 0, loosest=next_one.step == found.step,
    )  # fmt: skip


def adopt(db: Session, who: Person, chosen: CadencesProposed, now: datetime) -> Company:
    """These cadences from now on, and how many touches a day are realistic."""
    cadences: Mapping[str, float] = {"cadence_a": chosen.a, "cadence_b": chosen.b, "cadence_c": chosen.c}
    return companies.publish(db, {"rules": cadences, "reminders": {"touches_per_day": chosen.a_day}}, now, who.id)


def _shares(company: Company) -> dict[str, float]:
    a, b = company.rules.share_a, company.rules.share_b
    return {"A": a, "B": b, "C": 1 - a - b}


def _must_be_known(field: str, value: Any, now: datetime) -> None:
    if field == "country":
        try:
            reminders.calendar_of(value, (now.year,))
        except reminders.CountryUnknown:
            raise DontUnderstandField(field, value) from None
