"""Many customers at once are kept like one after the other."""

from datetime import UTC, datetime

from sqlalchemy import select

from storage import customers, imports, people
from storage.database import Database
from storage.imports import Arrival
from storage.models import Alias, Customer, NameKey

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)


def keys(database: Database, name: str) -> set[str]:
    """The keys of the customer of this name."""
    with database.reading() as db:
        number = select(Customer.id).where(Customer.name == name).scalar_subquery()
        return set(db.scalars(select(NameKey.key).where(NameKey.customer_id == number)))


def test_customers_who_come_together_are_findable_as_if_they_had_come_alone(database: Database) -> None:
    with database.transaction() as db:
        mia = people.add(db, "Mia", ["salesperson"], NOW).id
        alone = customers.add(db, "海岳食品", mia, NOW)
        db.add(Alias(customer_id=alone.id, name="Seacrest Foods"))
        customers.index(db, alone)
        arrivals = [
            Arrival("海岳食品 ", mia, NOW, aliases=("Seacrest Foods",), columns={"city": "宁波"}),
            Arrival("Acme Corp", mia, NOW),
        ]
        rows = imports.customers(db, arrivals)
        assert [(row.normal, row.city) for row in rows] == [("海岳食品", "宁波"), ("acme corp", None)]
        assert customers.owners_of(db, [row.id for row in rows]) == dict.fromkeys((row.id for row in rows), mia)
    assert keys(database, "海岳食品 ") == keys(database, "海岳食品") != set()
    assert "c:acme" in keys(database, "Acme Corp")


def test_nobody_may_come(database: Database) -> None:
    with database.transaction() as db:
        assert imports.customers(db, []) == []
