"""The seeded company in a database: complete, findable, judged as if it had been recorded day by day."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions import company as settings
from actions import counting, night
from demo.company import SeedCompany, generate
from demo.company.load import Loaded, load
from demo.examples import examples
from storage.database import Database
from storage.models import (
    Complaint,
    Contact,
    Customer,
    Fact,
    Grading,
    Interaction,
    Membership,
    Move,
    NameKey,
    Ownership,
    Person,
    Plan,
    Purchase,
    Role,
    Standing,
)

START = date(2026, 11, 18)
SETTINGS = {"company": {"name": "清源净水", "currency": "CNY", "zone": "Asia/Shanghai", "country": "CN"}}
SEEDS = generate(7, START, 20)


@pytest.fixture
def loaded(database: Database) -> Iterator[tuple[Session, Loaded]]:
    """The company, kept, and a look at it."""
    with database.transaction() as db:
        settings.seed(db, SETTINGS, datetime(2025, 11, 1, tzinfo=UTC))
        kept = load(db, SEEDS, {"mia": 101, "grace": 102})
    with database.reading() as db:
        yield db, kept


def count(db: Session, model: type) -> int:
    return db.scalar(select(func.count()).select_from(model)) or 0


def events(seeds: SeedCompany, noun: str) -> int:
    return sum(len(getattr(customer, noun)) for customer in seeds.customers)


def test_everything_that_was_generated_is_kept(loaded: tuple[Session, Loaded]) -> None:
    db, _ = loaded
    assert count(db, Customer) == len(SEEDS.customers)
    assert count(db, Interaction) == events(SEEDS, "touches")
    assert count(db, Purchase) == events(SEEDS, "purchases")
    assert count(db, Complaint) == events(SEEDS, "complaints")
    assert count(db, Plan) == events(SEEDS, "plans")
    assert count(db, Fact) == events(SEEDS, "facts")
    assert count(db, Contact) == events(SEEDS, "contacts")


def test_customers_belong_to_their_salespeople(loaded: tuple[Session, Loaded]) -> None:
    db, kept = loaded
    owners = Counter(db.scalars(select(Ownership.person_id)))
    assert owners == Counter(kept.people[customer.owner] for customer in SEEDS.customers)


def test_people_have_roles_phones_and_a_team_that_the_manager_leads(loaded: tuple[Session, Loaded]) -> None:
    db, kept = loaded
    assert db.get_one(Person, kept.people["mia"]).telegram_id == 101
    assert db.get_one(Person, kept.people["ben"]).telegram_id is None
    assert Counter(db.scalars(select(Role.role))) == {"salesperson": 4, "manager": 1, "admin": 1}
    assert db.scalars(select(Membership.person_id).where(Membership.leads)).all() == [kept.people["grace"]]


def test_customers_are_findable_by_both_names(loaded: tuple[Session, Loaded]) -> None:
    db, kept = loaded
    for key in ("c:百禾", "c:meadow", "p:baihe"):
        assert kept.customers[1] in db.scalars(select(NameKey.customer_id).where(NameKey.key == key)).all()


def test_everybody_is_judged_as_of_the_first_morning(loaded: tuple[Session, Loaded]) -> None:
    db, _ = loaded
    rows = db.scalars(select(Standing)).all()
    assert len(rows) == len(SEEDS.customers)
    assert {row.judged_on for row in rows} == {START}
    assert {row.tier for row in rows} == {"A", "B", "C"}
    assert all(row.due_on for row in rows if row.status != "lost")


def test_the_judging_is_that_of_the_rows(loaded: tuple[Session, Loaded]) -> None:
    db, _ = loaded
    in_force = settings.in_force(db)
    for row in db.scalars(select(Standing)):
        known = counting.counted(counting.history(db, row.customer_id, in_force), in_force, START, row)
        assert row.spend == pytest.approx(known.spend)
        assert row.events == known.events


def test_tiers_have_a_past(loaded: tuple[Session, Loaded]) -> None:
    db, _ = loaded
    graded = set(db.scalars(select(Grading.graded_on)))
    assert graded == {date(2026, month, 1) for month in (7, 8, 9, 10, 11)}
    assert count(db, Move) > 0
    assert max(db.scalars(select(Move.moved_on))) <= START


def test_the_night_of_the_first_morning_is_done_and_the_next_grades_nobody(loaded: tuple[Session, Loaded]) -> None:
    db, _ = loaded
    assert not night.due(db, settings.in_force(db), START)
    assert night.due(db, settings.in_force(db), date(2026, 11, 19))


def test_who_fell_silent_stays_silent(loaded: tuple[Session, Loaded]) -> None:
    db, kept = loaded
    numbers = {customer.name: customer.number for customer in SEEDS.customers}
    for name in ("澄湖纸业", "Acme Trading"):
        row = db.get_one(Standing, kept.customers[numbers[name]])
        assert (row.tier, row.status) == ("A", "silent")


def test_an_empty_company_is_kept_too(database: Database) -> None:
    with database.transaction() as db:
        settings.seed(db, SETTINGS, datetime(2025, 11, 1, tzinfo=UTC))
        assert load(db, generate(1, START, 0), {}).customers == {}


def test_the_sentences_to_tap_speak_of_ones_own_customers(loaded: tuple[Session, Loaded]) -> None:
    db, _ = loaded
    offered = examples(db)["people"]["101"]
    assert "华星科技" in offered["zh"][0]
    assert "Acme" in offered["en"][0]
    assert [len(sentences) for sentences in offered.values()] == [5, 5]
    assert not [sentence for sentences in offered.values() for sentence in sentences if "{" in sentence]
