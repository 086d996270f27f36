"""Four weeks of a salesperson with sixty customers keep what was promised; the page about them tells of just these."""

import os
import shutil
from contextlib import closing
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from statistics import median

import pytest

from commands.errands import Errands
from storage.database import Database
from storage.models import Ownership, Person

from . import written
from .play import played
from .weeks import ME, Weeks

SOAK = os.environ.get("HUIFANG_SOAK") == "1"
DAYS, EVERYDAY = 28, 5
"""Days that are played at full dose, and every time."""
OTHERS, REST = 2, 3


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path, request: pytest.FixtureRequest) -> Weeks:
    """All four weeks where they are to be written or at full dose, else the first."""
    import asyncio

    folder = tmp_path_factory.mktemp("weeks")
    shutil.copyfile(migrated_file, folder / "huifang.db")
    days = DAYS if SOAK or request.config.getoption("--accept") else EVERYDAY
    with closing(Errands()) as errands:
        return asyncio.run(played(f"sqlite:///{folder / 'huifang.db'}", folder, errands, days))


@pytest.fixture(scope="module")
def me(weeks: Weeks) -> int:
    """Her number."""
    with closing(Database(weeks.url)) as database, database.reading() as db:
        person = db.query(Person).where(Person.name == ME).one()
        assert db.query(Ownership).where(Ownership.person_id == person.id, Ownership.until_at.is_(None)).count() == 60
        return int(person.id)


def test_every_line_was_true_when_it_was_said(weeks: Weeks) -> None:
    assert weeks.truth.checked > 100
    assert weeks.truth.untrue == []


def test_there_is_one_agenda_a_working_day_and_two_other_pushes_at_the_median(weeks: Weeks, me: int) -> None:
    """Over the four weeks: days that aren't played are those of the page, which the last test holds against these."""
    days = written.worked(weeks.truth.said, me)
    agendas, others = written.counts(weeks.truth.said, me, days)
    assert len(days) >= EVERYDAY
    assert set(agendas) == {1}
    played = {f"{on:%A} {on.day} {on:%B}" for on in days}
    page = written.listed(written.PAGE.read_text("utf-8"))
    rest = [count for day, (lists, count) in page.items() if lists and day not in played]
    assert median([*others, *rest]) <= OTHERS


def test_nobody_is_nagged_about_the_same_customer_twice_in_three_days(weeks: Weeks) -> None:
    nags = [one for one in weeks.truth.said if one.kind == "nag" or one.subject.startswith("owner:")]
    for one, other in combinations(nags, 2):
        if one.person == other.person and set(one.customers) & set(other.customers):
            assert abs(other.on - one.on) >= timedelta(days=REST), (one, other)


def test_the_page_is_what_was_played(weeks: Weeks, me: int, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        written.write(weeks.diary.entries, weeks.truth.said, weeks.truth.checked, me)
    found = written.listed(written.PAGE.read_text("utf-8"))
    working = [counted for counted in found.values() if counted[0]]
    assert len(working) >= 18
    assert {agendas for agendas, _ in working} == {1}
    assert median(others for _, others in working) <= OTHERS
    for on in written.worked(weeks.truth.said, me):
        agendas, others = written.counts(weeks.truth.said, me, [on])
        assert found[f"{on:%A} {on.day} {on:%B}"] == (agendas[0], others[0])
