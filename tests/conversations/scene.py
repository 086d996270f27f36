"""The company that a transcript begins with: people, customers, and what happened with them before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from actions import company as companies
from actions import judging, naming, replay
from actions.joining import SET_UP_CODE, hashed
from actions.naming import Important
from actions.records import Keeping, Source
from config import Settings
from config.settings import Company
from storage import customers, nights, people
from storage.company import set_mark
from storage.models import Customer, Interaction, Person, Plan, Purchase, Row
from storage.scope import scope_of

from .transcript import NotATranscript

ROLES = ("salesperson", "manager", "admin")
PLACES = {
    "English": ("Clearspring", "SGD", "Asia/Singapore", "SG"),
    "Chinese": ("清源净水", "CNY", "Asia/Shanghai", "CN"),
}
LANGUAGES = {"English": "en", "Chinese": "zh"}
FIRST_ID = 100
PAST = re.compile(
    r"(?P<what>visit|call|meeting|message|sale of \d+|promise|plan|potential|need)"
    r"(?: (?P<times>\d+) times, every (?P<every>\d+) days,)?"
    r" (?:on|until) (?P<on>\d+ \w+ \d{4})(?P<unanswered>, no answer)?(?:: (?P<words>.+))?$"
)


@dataclass(frozen=True)
class Actor:
    """Somebody of the cast: the name, the roles, and how far they have come in."""

    name: str
    roles: tuple[str, ...]
    id: int
    stage: str = "ready"


@dataclass
class Owned:
    """A customer of the cast with its past."""

    name: str
    owner: str
    contact: str | None = None
    phone: str | None = None
    city: str | None = None
    named: bool = False
    past: list[str] = field(default_factory=list)


@dataclass
class Scene:
    """Everything that stands above the first line of a conversation."""

    language: str = "English"
    company: tuple[str, str, str, str] = PLACES["English"]
    actors: dict[str, Actor] = field(default_factory=dict)
    customers: list[Owned] = field(default_factory=list)
    code: str | None = None
    """What the console printed for the first person of a company in which nobody is yet."""

    @property
    def zone(self) -> ZoneInfo:
        """The company's zone: the clock of the transcript."""
        return ZoneInfo(self.company[2])

    def settings(self, url: str, base_url: str, token: str) -> Settings:
        """The configuration that this company runs with."""
        from config.settings import Database, Telegram

        name, currency, zone, country = self.company
        return Settings(
            telegram=Telegram(base_url=base_url, token=token),
            database=Database(url=url),
            company=Company(name=name, currency=currency, zone=zone, country=country),
        )


def scene_of(cast: list[tuple[str, str, list[str]]]) -> Scene:
    """The scene that the cast describes."""
    scene = Scene()
    for kind, words, lines in cast:
        if kind == "language":
            scene.language, scene.company = words, PLACES[words]
        elif kind == "company":
            scene.company = _company(words, scene.company)
        elif kind == "set-up code":
            scene.code = words
        elif kind == "people":
            scene.actors = {actor.name: actor for actor in _actors(words)}
        elif kind == "customer":
            scene.customers.append(_owned(words, lines))
    return scene


def furnish(db: Session, scene: Scene, settings: Settings, now: datetime) -> None:
    """Put the scene into an empty database."""
    companies.seed(db, settings.seed(), now)
    company = companies.in_force(db)
    today = now.astimezone(company.place).date()
    nights.begin(db, today, now).finished_at = now
    here = {actor.name: _hire(db, actor, scene, now) for actor in scene.actors.values() if actor.roles}
    if scene.code:
        set_mark(db, SET_UP_CODE, hashed(scene.code))
    for owned in scene.customers:
        _keep(db, owned, here[owned.owner], company, now)
    for person in here.values():
        _name_important(db, person, [one for one in scene.customers if one.owner == person.name and one.named], now)


def _company(words: str, otherwise: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    given = [part.strip() for part in words.split(",")]
    name, currency, zone, country = (*given, *otherwise[len(given) :])
    return name, currency, zone, country


def _actors(words: str) -> Iterator[Actor]:
    for n, (name, about) in enumerate(re.findall(r"([^,(，（]+?)\s*[(（]([^)）]*)[)）]", words)):
        told = [part.strip() for part in re.split("[,，]", about)]
        stage = next((part.removeprefix("at ") for part in told if part.startswith("at ")), "ready")
        yield Actor(name.strip(" ,，"), tuple(role for role in ROLES if role in told), FIRST_ID + n, stage)


def _owned(words: str, past: list[str]) -> Owned:
    found = re.match(r"(?P<facts>.+?)\s*[(（](?P<owner>[^)）]+)[)）]$", words)
    if found is None:
        raise NotATranscript(f"customer: {words}: who has them? (in brackets at the end)")
    name, *facts = [part.strip() for part in re.split("[,，]", found["facts"])]
    owner, *more = [part.strip() for part in re.split("[,，]", found["owner"])]
    owned = Owned(name, owner, named="A for now" in more, past=past)
    for fact in facts:
        if number := re.search(r"\+\d[\d ]+$", fact):
            owned.contact, owned.phone = fact[: number.start()].strip() or None, number[0].replace(" ", "")
        else:
            owned.city = fact
    return owned


def _hire(db: Session, actor: Actor, scene: Scene, now: datetime) -> Person:
    zone = scene.company[2]
    person = people.add(
        db,
        actor.name,
        actor.roles,
        now,
        telegram_id=actor.id,
        language=LANGUAGES[scene.language],
        zone=zone,
        stage=actor.stage,
    )
    people.join(db, person, people.first_team(db, scene.company[0]).id, leads="manager" in actor.roles)
    return person


def _keep(db: Session, owned: Owned, owner: Person, company: companies.Company, now: datetime) -> None:
    rows = [row for line in owned.past for row in _past(line)]
    today = now.astimezone(company.place).date()
    began = min([on for _, on, _ in rows if on < today], default=today)
    created = datetime.combine(began, time(8), company.place).astimezone(UTC) if began < today else now
    customer = customers.add(
        db, owned.name, owner.id, created, phone=None if owned.contact else owned.phone, city=owned.city, fields={}
    )
    if owned.contact:
        customers.add_contact(db, customer.id, owned.contact, owned.phone, created)
    db.add_all(_row(customer, owner, company, what, on, words) for what, on, words in rows)
    db.flush()
    _judge(db, customer, company, began, today, now)


def _judge(
    db: Session, customer: Customer, company: companies.Company, began: date, today: date, now: datetime
) -> None:
    """As of today; with a past, graded at the first of every month."""
    if began == today:
        judging.refresh(db, customer, company, today, now)
        return
    firsts = {day.replace(day=1) for day in (began + timedelta(days=n) for n in range(32, (today - began).days + 1))}
    at = lambda day: datetime.combine(day, time(0, 5), company.place)  # noqa: E731
    replay.replay(db, [customer], company, sorted(firsts), today, at)


def _past(line: str) -> Iterator[tuple[str, date, str | None]]:
    """The things that a line of a customer's past stands for: kind, day, words."""
    found = PAST.match(line)
    if found is None:
        raise NotATranscript(f"a past like this can't be read: {line}")
    last = datetime.strptime(found["on"], "%d %b %Y").date()  # noqa: DTZ007
    times, every = int(found["times"] or 1), int(found["every"] or 0)
    what = found["what"] + ("?" if found["unanswered"] else "")
    for n in range(times):
        yield what, last - timedelta(days=every * n), found["words"]


def _row(customer: Customer, owner: Person, company: companies.Company, what: str, on: date, words: str | None) -> Row:
    at = datetime.combine(on, time(17), company.place).astimezone(UTC)
    mine: dict[str, Any] = {
        "customer_id": customer.id,
        "first_customer_id": customer.id,
        "author_id": owner.id,
        "recorded_at": at,
    }
    if what.startswith("sale"):
        return Purchase(
            **mine, made_on=on, amount_minor=int(what.split()[-1]) * 100, currency=company.currency, sources={}
        )
    if what in ("promise", "plan"):
        return Plan(
            **{**mine, "recorded_at": customer.created_at}, due_on=on, zone=company.zone, words=words, sources={}
        )
    return Interaction(
        **mine, channel=what.rstrip("?"), made_on=on, answered=not what.endswith("?"), worded=True, outcome=words,
        raw=words, sources={},
    )  # fmt: skip


def _name_important(db: Session, person: Person, wanted: list[Owned], now: datetime) -> None:
    if not wanted:
        return
    company = companies.in_force(db)
    today = now.astimezone(company.place).date()
    keeping = Keeping(db, person, company, scope_of(db, person, now), now, today)
    assert person.telegram_id is not None
    naming.name_first(keeping, [Important(one.name) for one in wanted], Source(person.telegram_id, None), "")
