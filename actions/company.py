"""The company's settings and rules in force, and how they come from the file."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

import reminders
import scoring
from languages import SPOKEN
from storage import company as kept
from storage import own_fields
from storage import rules as drafts

from .money import Rates, rates_of

SECTIONS = ("company", "rules", "reminders", "strategy", "ownership")


@dataclass(frozen=True)
class Owning:
    """How long answers about whose a customer is may take, and the rules of the pool; `config.example.toml` explains
    each."""

    answer_days: int = 2
    bare_days: int = 30
    appeal_days: int = 7
    pool: bool = False
    pool_tiers: Sequence[str] = ("B", "C")
    pool_cadences: int = 3
    pool_notice_days: int = 3
    pool_extend_days: int = 14
    pool_protected_days: int = 30
    pool_takes_per_day: int = 3
    pool_bar_days: int = 30


@dataclass(frozen=True)
class Company:
    """What the company has decided: one published version of settings and rules."""

    version: int
    name: str
    currency: str
    zone: str
    country: str
    working_days: tuple[int, ...]
    """ISO weekdays, Monday 1."""
    rules: scoring.Rules
    reminding: reminders.Rules
    strategy: Mapping[str, Mapping[str, str]]
    """tier -> language -> what to do with customers of that tier."""
    rates: Rates
    """What other currencies are worth in the company's, by day."""
    owning: Owning = Owning()
    languages: tuple[str, ...] = SPOKEN
    """Those that people can choose from."""
    letters: str = "value"
    """What A/B/C mean in this team: value, or likelihood to buy; then tiers are said in words."""

    def advice(self, tier: str, status: str) -> Mapping[str, str]:
        """What to do for a customer, by language: by its status where the company has said so, else by its tier."""
        return self.strategy.get(status) or self.strategy.get(tier, {})

    @property
    def place(self) -> ZoneInfo:
        """The company's time zone."""
        return ZoneInfo(self.zone)

    def day_of(self, moment: datetime) -> date:
        """The company's date of a moment: what everybody is judged as of."""
        return moment.astimezone(self.place).date()


def in_force(db: Session) -> Company:
    """The settings and rules that hold now."""
    number = kept.version_in_force(db)
    if number is None:
        raise LookupError("no settings are published yet: seed them from the configuration first")
    return _of_version(number, str(db.get_bind().engine.url), lambda: kept.version(db, number).body)


def version(db: Session, number: int) -> Company:
    """The settings and rules of one published version: those that made a past verdict."""
    return _of_version(number, str(db.get_bind().engine.url), lambda: kept.version(db, number).body)


def earlier(db: Session, number: int) -> Company | None:
    """The settings and rules of a version, if that was ever published."""
    row = kept.published(db, number)
    return of(row.id, row.body) if row is not None else None


def told_rates(db: Session, number: int) -> dict[str, Any] | None:
    """The rates of a version, if that was ever published, as it tells them."""
    row = kept.published(db, number)
    return dict(row.body["company"].get("rates", {})) if row is not None else None


def seed(db: Session, settings: Mapping[str, Any], now: datetime) -> bool:
    """Take the file's settings as the first version; later changes of the file become a draft. True: a draft waits."""
    wanted = {section: dict(settings.get(section, {})) for section in SECTIONS}
    wanted["rules"] = scoring.Rules.from_mapping(wanted["rules"]).to_mapping()
    wanted["reminders"] = reminders.Rules.from_mapping(wanted["reminders"]).to_mapping()
    if kept.version_in_force(db) is None:
        kept.publish(db, {**wanted, "file": wanted}, now)
        _add_catalogue(db, settings.get("catalogue", {}))
        return False
    return _draft_if_changed(db, wanted, now)


def change(db: Session, section: str, values: Mapping[str, Any], now: datetime, by: int | None = None) -> Company:
    """Publish a version with other values in one section."""
    return publish(db, {section: values}, now, by)


def publish(db: Session, sections: Mapping[str, Mapping[str, Any]], now: datetime, by: int | None = None) -> Company:
    """Publish a version with other values in some sections."""
    number = kept.version_in_force(db)
    row = kept.publish(db, merged(kept.version(db, number).body if number else {}, sections), now, by)
    return of(row.id, row.body)


def of(number: int, body: Mapping[str, Any]) -> Company:
    """A version's body as the company that it describes."""
    told = body["company"]
    return Company(
        version=number,
        name=told["name"],
        currency=told["currency"],
        zone=told["zone"],
        country=told.get("country", "CN"),
        working_days=tuple(told.get("working_days", (1, 2, 3, 4, 5))),
        rules=scoring.Rules.from_mapping(body.get("rules", {})),
        reminding=reminders.Rules.from_mapping(body.get("reminders", {})),
        strategy=body.get("strategy", {}),
        rates=rates_of(told.get("rates", {})),
        owning=Owning(**body.get("ownership", {})),
        languages=tuple(told.get("languages", SPOKEN)),
        letters=told.get("letters", "value"),
    )


def merged(body: Mapping[str, Any], sections: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A version's body with other values in some sections."""
    return {**body, **{section: {**body.get(section, {}), **values} for section, values in sections.items()}}


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Section -> name -> the new value, where two bodies differ."""
    found = {
        section: {name: value for name, value in new[section].items() if old.get(section, {}).get(name) != value}
        for section in SECTIONS
        if section in new
    }
    return {section: values for section, values in found.items() if values}


def _draft_if_changed(db: Session, wanted: dict[str, Any], now: datetime) -> bool:
    """A draft of what changed in the file since it was last taken over; one that somebody dropped stays away."""
    said = hashlib.md5(repr(sorted(wanted.items())).encode(), usedforsecurity=False).hexdigest()
    if kept.mark(db, "file") == said:
        return False
    for overtaken in drafts.drafts_from(db, "file"):
        drafts.drop(db, overtaken)
    changed = differences(kept.version(db, kept.version_in_force(db) or 1).body.get("file", {}), wanted)
    kept.set_mark(db, "file", said)
    if not changed:
        return False
    kept.draft(db, {"origin": "file", "of": None, "changes": changed, "file": wanted, "edition": 1}, now)
    return True


def _add_catalogue(db: Session, catalogue: Mapping[str, Any]) -> None:
    for section, kind in (("regions", "region"), ("industries", "industry"), ("products", "product")):
        for term in catalogue.get(section, ()):
            kept.add_term(db, kind, term["zh"], term["en"], term.get("zh_tw"), term.get("zh_hk"))
    for each in catalogue.get("fields", ()):
        own_fields.add(db, each["zh"], each["en"], each["kind"], zh_tw=each.get("zh_tw"), zh_hk=each.get("zh_hk"))


@lru_cache(maxsize=32)
def _cached(number: int, where: str) -> list[Company]:
    return []


def _of_version(number: int, where: str, body: Any) -> Company:
    """Published versions never change, so each is read once per process and database."""
    held = _cached(number, where)
    if not held:
        held.append(of(number, body()))
    return held[0]
