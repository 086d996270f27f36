"""清源净水 / Clearspring, as it is on the morning of any day one likes: the same seed and day, the same company."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import NamedTuple

from demo.company import cast, history, names, remarks
from demo.company.catalogue import REGIONS, cities, in_english, region_of, terms
from demo.company.contacts import contacts
from demo.company.notes import Notebook
from demo.company.parts import part_of, parts
from demo.company.seeds import SeedCompany, SeedComplaint, SeedCustomer, SeedPurchase, SeedTouch

FOREIGN = {cast.MIA: 0.22, cast.BEN: 0.22, cast.SAM: 0.5, cast.JOY: 0.5}
"""Share of a salesperson's customers who go by a name in the other language than the company's."""

OPEN_COMPLAINTS = 3
"""How many customers beside the one of the story have an open complaint."""

MET, TRIED = 0.5, 0.4
"""Share of new customers who were met already, and of silent ones whom somebody tried to reach."""


class Role(NamedTuple):
    """Who a customer is before anything happened."""

    name: str
    alias: str
    language: str
    industry: str
    city: str
    owner: str
    tier: str
    status: str
    given: tuple[str, ...]
    complaint: bool


def generate(seed: int, start: date, customers: int = 240, language: str = "zh") -> SeedCompany:
    """The company on the morning of `start`, with so many customers; its people read `language` (zh or en).

    Everything follows from these four alone; two thirds of the customers go by a name in the company's language. About
    a fifth of the customers are as good as an A should be, three tenths as a B; a tenth is silent though it matters.
    """
    chance = Random(f"clearspring {seed} {start:%Y-%m-%d} {customers}")
    roles = list(_roles(chance, customers, language))
    grown = [_grown(f"{seed} {start} {number}", number, role, start) for number, role in enumerate(roles, 1)]
    return SeedCompany(
        "清源净水",
        "Clearspring",
        "CNY",
        start,
        cast.people(language),
        terms(),
        tuple(_planned(chance, grown, roles, start)),
    )


def _roles(chance: Random, count: int, language: str) -> Iterator[Role]:
    """The customers of the story first, then as many others as are wanted."""
    told = cast.NAMED[:count]
    yield from (_told(named, language) for named in told)
    rest = parts(chance, count, [(named.tier, named.status) for named in told])[len(told) :]
    aggrieved = [n for n, (tier, status) in enumerate(rest) if status == "active" and tier != "A"][:OPEN_COMPLAINTS]
    for n, (fresh, (tier, status)) in enumerate(zip(names.distinct(chance, len(rest)), rest, strict=True)):
        yield _role(chance, n, fresh, language, (tier, status), n in aggrieved)


def _told(one: cast.Named, language: str) -> Role:
    """A customer of the story: as it is told in the company's language."""
    name, other, city, given = one.zh, one.en, one.city, one.contacts
    if language == "en" and not name.isascii():
        name, other, city, given = one.en, one.zh, in_english(one.city), cast.IN_ENGLISH[one.en]
    script = "en" if name.isascii() else "zh"
    return Role(name, other, script, one.industry, city, one.owner, one.tier, one.status, given, one.complaint)


def _role(chance: Random, n: int, name: names.Named, language: str, part: tuple[str, str], complaint: bool) -> Role:
    """One of the others: whose it is, where, and in which script it is known; `part` is its tier and its status."""
    owner = cast.SALESPEOPLE[n % len(cast.SALESPEOPLE)]
    region = chance.choices(list(REGIONS), (9, 6, 3, 2))[0]
    city, city_in_english = chance.choice(cities(region))
    if (chance.random() < FOREIGN[owner]) == (language == "zh"):
        return Role(name.en, name.zh, "en", name.industry, city_in_english, owner, *part, (), complaint)
    called = names.formal(chance, name.zh, city)
    return Role(called, name.en, "zh", name.industry, city, owner, *part, (), complaint)


def _grown(seed: str, number: int, role: Role, start: date) -> SeedCustomer:
    """A customer with its history; plans come later, when all are known."""
    chance = Random(f"customer {seed}")
    part, book = part_of(role.tier, role.status), Notebook(chance, role.language)
    people = contacts(chance, number, role.language, role.given)
    on = history.days(chance, part, role.status, start)
    bought = tuple(history.purchases(chance, part, on, role.owner))
    return SeedCustomer(
        number, role.name, role.alias, role.language, role.city, region_of(role.city), role.industry, role.owner, on[0],
        people,
        touches=_touches(chance, role, on, bought, history.Scribe(role.owner, people, book), start),
        purchases=bought,
        complaints=tuple(_complaints(chance, role, on, book)),
        facts=tuple(sorted(remarks.facts(chance, part, on, role.language, role.owner), key=lambda fact: fact.on)),
    )  # fmt: skip


def _touches(
    chance: Random, role: Role, on: list[date], bought: tuple[SeedPurchase, ...], scribe: history.Scribe, start: date
) -> tuple[SeedTouch, ...]:
    """Every contact; a new customer may not have been met yet, a silent one may have been tried."""
    met = on if role.status != "new" or chance.random() < MET else []
    touches = history.touches(chance, part_of(role.tier, role.status), met, frozenset(one.on for one in bought), scribe)
    if role.status in {"silent", "at risk"} and chance.random() < TRIED:
        day = on[-1] + (start - on[-1]) * chance.uniform(0.4, 0.8)
        touches.append(history.attempt(chance, day, scribe))
    return tuple(touches)


def _complaints(chance: Random, role: Role, on: list[date], book: Notebook) -> Iterator[SeedComplaint]:
    """Few customers complain; the story says whose complaint is open."""
    if len(on) > 3 and chance.random() < remarks.CLOSED_COMPLAINTS:
        yield remarks.closed_complaint(chance, on, role.language, book, role.owner)
    if role.complaint:
        yield remarks.open_complaint(chance, on, role.language, book, role.owner)


def _planned(chance: Random, grown: list[SeedCustomer], roles: list[Role], start: date) -> Iterator[SeedCustomer]:
    """Every salesperson has a handful of open plans with customers who are alive, the story's first."""
    made: Counter[str] = Counter()
    for customer, role in zip(grown, roles, strict=True):
        n = made[role.owner]
        eligible = role.status == "active" and customer.touches and not role.complaint
        if not eligible or n == len(remarks.PLANNED) or (customer.number > len(cast.NAMED) and chance.random() < 0.5):
            yield customer
            continue
        made[role.owner] += 1
        book = Notebook(Random(f"plan {customer.number}"), role.language)
        last, contact = customer.touches[-1].on, customer.contacts[0].name
        plan = remarks.plan(chance, n, last, start, role.language, contact, book, role.owner)
        yield replace(customer, plans=(plan,))
