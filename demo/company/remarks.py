"""What is known about a customer beside its history: judgements, complaints, plans."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from random import Random

from demo.company.catalogue import PRODUCTS
from demo.company.notes import Notebook, complaints, plans
from demo.company.parts import Part
from demo.company.seeds import SeedComplaint, SeedFact, SeedPlan
from demo.company.workdays import after

CLOSED_COMPLAINTS = 0.04
"""Share of customers who once complained and were helped."""

PLANNED = (0, 1, 1, 2, 2, 3, 4, 5, 6, 8, 10)
"""In how many working days each of a salesperson's plans is due."""

TIMES = (None, None, time(10), None, time(14, 30), None, time(15))


def facts(chance: Random, part: Part, on: Sequence[date], language: str, author: str) -> Iterator[SeedFact]:
    """What was judged on days of contact in the last months."""
    recent, (potential, satisfaction, need) = on[-4:], part.known
    if chance.random() < potential:
        yield SeedFact("potential", chance.choice(part.potential), chance.choice(recent), author)
    if chance.random() < satisfaction:
        yield SeedFact("satisfaction", str(chance.choice(part.satisfaction)), chance.choice(recent), author)
    if chance.random() < need:
        product = chance.choice(PRODUCTS)
        yield SeedFact("need", product.zh if language == "zh" else product.en, chance.choice(recent), author)


def closed_complaint(chance: Random, on: Sequence[date], language: str, book: Notebook, author: str) -> SeedComplaint:
    """A complaint of some weeks ago that was settled within days."""
    opened = on[len(on) // 2]
    words = book.filled(chance.choice(complaints(language)), opened, "")
    return SeedComplaint(opened, min(on[-1], opened + timedelta(days=chance.randint(2, 9))), words, author)


def open_complaint(chance: Random, on: Sequence[date], language: str, book: Notebook, author: str) -> SeedComplaint:
    """A complaint made at the last contact and not settled yet."""
    return SeedComplaint(on[-1], None, book.filled(chance.choice(complaints(language)), on[-1], ""), author)


def plan(
    chance: Random, n: int, made_on: date, start: date, language: str, contact: str, book: Notebook, author: str
) -> SeedPlan:
    """The n-th of a salesperson's open plans, agreed at the last contact."""
    channel, words = chance.choice(plans(language))
    due = after(start, PLANNED[n])
    said = book.filled(words, made_on, contact) if words else None
    return SeedPlan(made_on, due, TIMES[n % len(TIMES)], channel, said, author)
