"""The sums in docs/scoring.md are those that the demo's bot shows."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from actions import company, why
from actions.facts import facts_of
from config import Settings
from demo.company import generate
from demo.company.load import load
from handlers.texts import Voice
from storage.database import Database
from storage.models import Customer
from storage.scope import Scope

PAGE = Path(__file__).parent.parent.parent / "docs" / "scoring.md"
START = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 1, 41, tzinfo=UTC)
CUSTOMERS = ("澄湖纸业", "百禾乳业", "Mistbay Seafood")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_three_customers_are_shown_as_the_bot_shows_them(database: Database) -> None:
    with database.transaction() as db:
        company.seed(db, Settings().seed(), NOW)
        load(db, generate(seed=1, start=START), {"mia": 101})
    with database.reading() as db:
        scope, settings = Scope.everything("a test", NOW), company.in_force(db)
        for name in CUSTOMERS:
            customer = db.scalars(select(Customer).where(Customer.name == name)).one()
            shown = why.formulas(db, scope, settings, customer.id, START)
            lines = Voice("en").speak("SumsShown", facts_of(shown)).text.splitlines()[1:]
            assert "\n".join(lines) in PAGE.read_text("utf-8")
