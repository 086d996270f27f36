"""Puts a seeded company into a database, and has it judged as if it had been recorded day by day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from actions import company as settings
from actions import money
from actions.replay import replay
from demo.company.catalogue import PRODUCTS
from demo.company.seeds import SeedCompany, SeedCustomer, SeedTouch
from storage import company, imports, people
from storage.imports import Arrival
from storage.models import Complaint, Contact, Fact, Interaction, Plan, Purchase, Row

GRADINGS = 5
"""So many monthly gradings are held over the history, so that tiers have a past and moves to show."""

NIGHT, MORNING, NOON, EVENING = time(0, 5), time(8), time(12), time(18)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Who and what the seeds have become: database ids by key of the person and number of the customer."""

    people: Mapping[str, int]
    customers: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """What turns seeds into rows: whose ids are whose, the zone of their clocks, the currency of their money."""

    people: Mapping[str, int]
    terms: Mapping[tuple[str, str], int]
    zone: ZoneInfo
    currency: str

    def at(self, on: date, clock: time = EVENING) -> datetime:
        """The instant at which it is this day and time there."""
        return datetime.combine(on, clock, self.zone).astimezone(UTC)


def load(db: Session, seeds: SeedCompany, telegram: Mapping[str, int]) -> Loaded:
    """Keep the company's people, catalogue, customers and history, and judge every customer as of its first morning.

    The settings must be in force already. `telegram` is the account of each person, by key; who has none can't talk.
    The caller's transaction keeps everything or nothing.
    """
    now_in_force = settings.in_force(db)
    place = Place(
        _people(db, seeds, telegram, now_in_force.place),
        {(term.kind, term.zh): company.add_term(db, term.kind, term.zh, term.en).id for term in seeds.terms},
        now_in_force.place,
        seeds.currency,
    )
    rows = imports.customers(db, [_arrival(seed, place) for seed in seeds.customers])
    ids = {seed.number: row.id for seed, row in zip(seeds.customers, rows, strict=True)}
    contacts = _contacts(db, seeds, ids, place)
    for seed in seeds.customers:
        db.add_all(_history(seed, ids[seed.number], contacts, place))
    db.flush()
    replay(db, rows, now_in_force, _firsts(seeds.start, GRADINGS), seeds.start, lambda day: place.at(day, NIGHT))
    return Loaded(place.people, ids)


def _people(db: Session, seeds: SeedCompany, telegram: Mapping[str, int], zone: ZoneInfo) -> dict[str, int]:
    """Everybody in one team that the manager leads; here since the first customer was."""
    since = min((seed.created_on for seed in seeds.customers), default=seeds.start)
    joined = datetime.combine(since, MORNING, zone)
    team = people.first_team(db, seeds.name)
    ids = {}
    for seed in seeds.people:
        person = people.add(
            db, seed.name, seed.roles, joined, telegram_id=telegram.get(seed.key), language=seed.language, zone=zone.key
        )
        people.join(db, person, team.id, leads="manager" in seed.roles)
        ids[seed.key] = person.id
    return ids


def _arrival(seed: SeedCustomer, place: Place) -> Arrival:
    """A customer with its other name, as it came in."""
    region, industry = place.terms["region", seed.region], place.terms["industry", seed.industry]
    columns = {"city": seed.city, "region_id": region, "industry_id": industry}
    return Arrival(
        seed.name, place.people[seed.owner], place.at(seed.created_on, NOON), aliases=(seed.alias,), columns=columns
    )


def _contacts(db: Session, seeds: SeedCompany, ids: Mapping[int, int], place: Place) -> dict[tuple[int, str], int]:
    """The people at every customer: their ids by the customer's and the name."""
    rows = [
        Contact(
            customer_id=ids[seed.number],
            name=one.name,
            phone=one.phone,
            created_at=place.at(seed.created_on, NOON),
        )
        for seed in seeds.customers
        for one in seed.contacts
    ]
    db.add_all(rows)
    db.flush()
    return {(row.customer_id, row.name): row.id for row in rows}


def _history(seed: SeedCustomer, customer: int, contacts: Mapping[tuple[int, str], int], place: Place) -> Iterator[Row]:
    """Everything that happened with a customer, as rows."""
    whose = {"customer_id": customer, "first_customer_id": customer}
    for touch in seed.touches:
        yield _interaction(touch, customer, contacts, place)
    for sale in seed.purchases:
        yield Purchase(
            **whose,
            author_id=place.people[sale.author],
            made_on=sale.on,
            recorded_at=place.at(sale.on),
            amount_minor=money.minor(sale.amount, place.currency),
            currency=place.currency,
            product=_product(sale.product, seed.language),
            quantity=str(sale.quantity),
            sources={"all": "text"},
        )
    for grief in seed.complaints:
        yield Complaint(
            **whose,
            author_id=place.people[grief.author],
            opened_on=grief.opened_on,
            closed_on=grief.closed_on,
            recorded_at=place.at(grief.opened_on),
            words=grief.words,
            raw=grief.words,
        )
    yield from _judgements(seed, whose, place)
    yield from _plans(seed, whose, place)


def _interaction(touch: SeedTouch, customer: int, contacts: Mapping[tuple[int, str], int], place: Place) -> Interaction:
    """One contact as it was recorded on its day."""
    return Interaction(
        customer_id=customer,
        first_customer_id=customer,
        contact_id=contacts[customer, touch.contact],
        author_id=place.people[touch.author],
        channel=touch.channel,
        made_on=touch.on,
        made_at=touch.at,
        recorded_at=place.at(touch.on, touch.at),
        answered=touch.answered,
        outcome=touch.words,
        sentiment=touch.sentiment,
        intent=touch.intent,
        raw=touch.words,
        sources={"all": "text"},
    )


def _judgements(seed: SeedCustomer, whose: Mapping[str, int], place: Place) -> Iterator[Fact]:
    """What was judged of a customer."""
    for fact in seed.facts:
        author, at = place.people[fact.author], place.at(fact.on)
        yield Fact(**whose, author_id=author, kind=fact.kind, value=fact.value, stated_on=fact.on, recorded_at=at)


def _plans(seed: SeedCustomer, whose: Mapping[str, int], place: Place) -> Iterator[Plan]:
    """What is planned with a customer."""
    for plan in seed.plans:
        yield Plan(
            **whose,
            author_id=place.people[plan.author],
            due_on=plan.due_on,
            due_at=plan.at,
            zone=place.zone.key,
            channel=plan.channel,
            words=plan.words,
            recorded_at=place.at(plan.made_on),
            sources={"all": "text"},
        )


def _product(zh: str, language: str) -> str:
    """A product by its name in this language."""
    return zh if language == "zh" else next(product.en for product in PRODUCTS if product.zh == zh)


def _firsts(start: date, count: int) -> list[date]:
    """The firsts of the last so many months up to this day, oldest first."""
    months = [divmod(start.year * 12 + start.month - 1 - back, 12) for back in range(count)]
    return [date(year, month + 1, 1) for year, month in reversed(months)]
