"""The company that is measured: a few hundred customers with a year of history, and 64 salespeople who all write."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from actions import company
from config import Settings
from demo.company import SeedCompany, SeedPerson, generate
from demo.company.load import load
from storage.database import Database
from storage.migrations import migrate

PEOPLE = 64
CUSTOMERS = 384
FIRST_PHONE = 1001


@dataclass
class Salesperson:
    """Somebody with a phone, and the customers they visit one after the other."""

    phone: int
    name: str
    customers: list[str]

    def visits(self, number: int) -> str:
        """What they write about their next visit: words that need the names, the dates and the gist."""
        name = self.customers[number % len(self.customers)]
        if name.isascii():
            return f"visited {name}, wants a quote for {number + 2} filters, follow up Friday"
        return f"拜访了{name}，聊了{number + 2}台净水器的报价，下周三再跟进"


def found(file: Path) -> list[Salesperson]:
    """Put the company into a new database; its salespeople."""
    url, now = f"sqlite:///{file}", datetime.now(UTC)
    seeds, staff = _seeds(now)
    migrate(url)
    database = Database(url)
    with database.transaction() as db:
        company.seed(db, Settings().seed(), now)
        load(db, seeds, {one.name: one.phone for one in staff})
    database.close()
    return staff


def _seeds(now: datetime) -> tuple[SeedCompany, list[Salesperson]]:
    grown = generate(seed=1, start=now.date(), customers=CUSTOMERS)
    staff = [Salesperson(FIRST_PHONE + n, f"Seller {n + 1}", []) for n in range(PEOPLE)]
    owned = []
    for customer, owner in zip(grown.customers, cycle(staff), strict=False):
        owner.customers.append(customer.name)
        owned.append(replace(customer, owner=owner.name))
    people = [SeedPerson(one.name, one.name, one.name, ("salesperson",), "zh") for one in staff]
    return replace(grown, people=(*grown.people, *people), customers=tuple(owned)), staff
