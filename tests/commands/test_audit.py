"""`audit verify` finds what was changed, taken away or put in behind the bot's back."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from actions import seals
from storage import audit
from storage.database import Database
from storage.models import Audit
from tests.commands.conftest import Machine

NOW = datetime(2026, 11, 18, 1, 41, 3, 250, tzinfo=UTC)


@pytest.fixture
def sealed(staffed: Machine, database: Database) -> Machine:
    """A machine with five sealed lines and one that waits."""
    with database.transaction() as db:
        for what in ("phone shown", "role given: admin", "exported list", "paused", "resumed"):
            audit.note(db, 1, what, NOW, subject=2)
        seals.seal(db)
        audit.note(db, 1, "renamed", NOW)
    return staffed


def test_an_untouched_log_is_intact_and_a_noted_seal_is_found_again(sealed: Machine, database: Database) -> None:
    told = sealed.document("audit", "verify")
    assert (told["sealed"], told["waiting"], told["broken"], told["intact"]) == (5, 1, None, True)
    with database.transaction() as db:
        seals.seal(db)
    again = sealed.document("audit", "verify", "--seal", told["seal"])
    assert (again["sealed"], again["noted"], again["intact"]) == (6, True, True)
    assert sealed.type("audit", "verify", "--seal", "0" * 64) == 1
    assert sealed.type("audit", "verify") == 0
    assert sealed.out.startswith("intact: 6 lines sealed, 0 since")
    assert sealed.type("audit") == 2


def changed(db: Session) -> None:
    db.execute(update(Audit).where(Audit.link == 3).values(person_id=2))


def gone(db: Session) -> None:
    db.execute(delete(Audit).where(Audit.link == 3))


def later(db: Session) -> None:
    db.execute(update(Audit).where(Audit.link == 3).values(at=NOW.replace(microsecond=251)))


def swapped(db: Session) -> None:
    db.execute(update(Audit).where(Audit.link == 3).values(link=99))
    db.execute(update(Audit).where(Audit.link == 4).values(link=3))
    db.execute(update(Audit).where(Audit.link == 99).values(link=4))


@pytest.mark.parametrize("deed", [changed, gone, later, swapped])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_was_done_behind_the_bots_back_is_found(
    sealed: Machine, database: Database, deed: Callable[[Session], None]
) -> None:
    with database.transaction() as db:
        deed(db)
    told = sealed.document("audit", "verify")
    assert (told["broken"], told["intact"]) == (3, False)
    assert sealed.type("audit", "verify") == 1
    assert "line 3 of the audit log" in sealed.out


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_last_lines_taken_away_are_missed(sealed: Machine, database: Database) -> None:
    with database.transaction() as db:
        db.execute(delete(Audit).where(Audit.link == 5))
    assert sealed.document("audit", "verify")["broken"] == 5
