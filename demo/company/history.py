"""A year with one customer: when there was contact, what was said, what was bought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from demo.company.catalogue import PRODUCTS, Product
from demo.company.notes import SENTIMENTS, Notebook
from demo.company.parts import SILENCE, Part
from demo.company.seeds import SeedContact, SeedPurchase, SeedTouch
from demo.company.workdays import at_or_before

YEAR = 365
CHANNELS = ("visit", "call", "message", "meeting")
SIGNS = ("+", "=", "-")
INTENTS = {"positive": ("hot", "warm", "warm", None), "neutral": ("warm", None, None, None), "negative": ("cold", None)}
HOURS = (9, 9, 10, 10, 11, 13, 14, 14, 15, 16, 17)
UNANSWERED = 0.05
"""Share of contacts that were preceded by a call that nobody took."""


@dataclass(frozen=True, slots=True)
class Scribe:
    """Who writes about whom: the salesperson, the customer's people, and the sentences for them."""

    author: str
    people: tuple[SeedContact, ...]
    book: Notebook

    def contact(self, chance: Random) -> str:
        """One of the people, the first ones more often."""
        return chance.choices(self.people, range(len(self.people), 0, -1))[0].name


def days(chance: Random, part: Part, status: str, start: date) -> list[date]:
    """The days of contact, oldest first, all before `start`; the first is the day on which the customer was met."""
    if status == "new":
        return [at_or_before(start - timedelta(days=chance.randint(3, 24)))]
    if status == "lost":
        return _back(chance, part, start - timedelta(days=chance.randint(395, 450)), start - timedelta(days=560))
    every = chance.randint(*part.every)
    silence = max(1, round(every * chance.uniform(*SILENCE[status])))
    met = start - timedelta(days=chance.randint(240, YEAR))
    return _back(chance, part, start - timedelta(days=silence), min(met, start - timedelta(days=silence + 100)), every)


def _back(chance: Random, part: Part, last: date, first: date, every: int = 0) -> list[date]:
    """Working days from the last one back to the first, about `every` days apart."""
    pace = every or chance.randint(*part.every)
    found = [at_or_before(last)]
    while found[-1] > first:
        gap = max(1, round(chance.gauss(pace, pace / 4)))
        found.append(at_or_before(found[-1] - timedelta(days=gap)))
    return found[::-1]


def touches(chance: Random, part: Part, on: Sequence[date], bought: frozenset[date], scribe: Scribe) -> list[SeedTouch]:
    """What was said on each of these days, in order: the customer was met in person, and buys when it is content."""
    found = []
    for n, day in enumerate(on):
        if n and chance.random() < UNANSWERED:
            found.append(attempt(chance, day - timedelta(days=1), scribe))
        channel = chance.choices(CHANNELS, part.channels)[0] if n else "visit"
        sign = "+" if day in bought else chance.choices(SIGNS, part.moods)[0]
        found.append(_touch(chance, day, channel, sign, scribe))
    return sorted(found, key=lambda touch: (touch.on, touch.at))


def attempt(chance: Random, day: date, scribe: Scribe) -> SeedTouch:
    """A call that nobody took, or a visit that found nobody."""
    return _touch(chance, at_or_before(day), chance.choice(("call", "call", "call", "visit")), "x", scribe)


def _touch(chance: Random, day: date, channel: str, sign: str, scribe: Scribe) -> SeedTouch:
    """One contact, or an attempt at one."""
    sentiment, contact = SENTIMENTS[sign], scribe.contact(chance)
    return SeedTouch(
        on=day,
        at=time(chance.choice(HOURS), chance.randrange(0, 60, 5)),
        channel=channel,
        answered=sign != "x",
        words=scribe.book.filled(scribe.book.line(channel, sign).words, day, contact),
        contact=contact,
        sentiment=sentiment,
        intent=chance.choice(INTENTS[sentiment]),
        author=scribe.author,
    )


def purchases(chance: Random, part: Part, on: Sequence[date], author: str) -> Iterator[SeedPurchase]:
    """What was bought, always on a day of contact; the larger the customer the sooner again."""
    pause = chance.randint(*part.buys)
    level = chance.uniform(0.75, 1.25)
    last, lately = on[0] - timedelta(days=chance.randint(0, pause)), ""
    for day in on[1:]:
        if (day - last).days >= pause * chance.uniform(0.8, 1.2):
            product, quantity = _basket(chance, chance.uniform(*part.spends) * level, lately)
            yield SeedPurchase(day, product.price * quantity, product.zh, quantity, author)
            last, lately = day, product.zh


def _basket(chance: Random, budget: float, lately: str) -> tuple[Product, int]:
    """So many of one product as come near the budget, not the same product twice running."""
    near = [(product, _quantity(product, budget)) for product in PRODUCTS if product.zh != lately]
    ranked = sorted(near, key=lambda pick: abs(pick[0].price * pick[1] - budget))
    return chance.choice(ranked[:5])


def _quantity(product: Product, budget: float) -> int:
    """How many of it a customer takes for this money, in round numbers where it takes many."""
    wanted = max(1, min(product.many, round(budget / product.price)))
    return wanted if wanted < 20 else round(wanted / 10) * 10
