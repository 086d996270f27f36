"""Words are understood by the company's own country and products."""

import pytest
from sqlalchemy import select

from config import Settings
from handlers import books
from storage.company import add_term
from storage.database import Database
from storage.models import Plan, Purchase
from tests.office import Office


def test_the_order_of_a_dates_numbers_is_the_companys_own(database: Database) -> None:
    office = Office(database, company=Settings().seed()["company"] | {"country": "DE-BY"})
    ben = office.hire("Ben", "salesperson", language="en")
    office.customer(ben, "Blue Mill")
    office.say(ben, "visited Blue Mill, follow up 3.12.")
    with database.reading() as db:
        assert [plan.due_on.isoformat() for plan in db.scalars(select(Plan))] == ["2026-12-03"]


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Blue Mill ordered 3 filter cartridges, 900", "filter cartridge"),
        ("Blue Mill 下单净水滤芯3个，共900", "净水滤芯"),
    ],
)
def test_the_companys_own_products_are_known(database: Database, text: str, product: str) -> None:
    office = Office(database)
    ben = office.hire("Ben", "salesperson", language="en")
    office.customer(ben, "Blue Mill")
    with database.transaction() as db:
        add_term(db, "product", "净水滤芯", "filter cartridge")
    office.say(ben, text)
    with database.reading() as db:
        assert [sale.product for sale in db.scalars(select(Purchase))] == [product]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("拜访了海岳食品，聊了报价", "海岳食品 · 第 1 次拜访"),
        ("海岳", "海岳食品"),
        ("visited Acme, wants a quote", "Acme Trading · 第 1 次拜访"),
        ("/why haiyue", "海岳食品"),
    ],
)
def test_who_sees_more_customers_than_a_book_holds_is_understood_the_same(
    database: Database, monkeypatch: pytest.MonkeyPatch, words: str, expected: str
) -> None:
    monkeypatch.setattr(books, "THICKEST", 1)
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    for name in ("海岳食品", "华星科技", "Acme Trading"):
        office.customer(mia, name)
    assert expected in office.say(mia, words).text
