"""Who would drop at the next grading: what is counted in the database is what grading would do."""

from datetime import date

import scoring
from actions.summary import patience
from storage import reviews
from storage.database import Database
from storage.lists import Narrowed
from storage.models import Standing
from storage.scope import Scope
from tests.handlers.pasts import past
from tests.office import Office

FIRST = date(2026, 12, 1)
SEEN = {"百禾乳业": 9, "澄湖纸业": 30, "云栎包装": 31, "海岳食品": 60}
"""Customers, and every how many days they are seen."""


def test_as_many_gradings_are_wanted_as_of_one(database: Database) -> None:
    office, rules = Office(database), scoring.Rules()
    mia = office.hire("陈静", "salesperson")
    everybody = Scope.everything("a test", office.now)
    numbers = [past(office, mia, name, range(150, 400, every)) for name, every in SEEN.items()]
    for lapses in range(5):
        with office.database.transaction() as db:
            rows = [db.get_one(Standing, number) for number in numbers]
            for row in rows:
                row.tier, row.provisional, row.lapses = "A", False, lapses
            known = [scoring.Aggregate(as_of=FIRST, interval=row.interval) for row in rows]
            found = reviews.dropping(db, everybody, Narrowed(), {"A": 65.0}, patience(rules), FIRST)
        assert found == sum(lapses + 1 >= scoring.lapses_wanted(each, rules) for each in known)
