"""Undo and redo: after any mixture of recording, changing, undoing and redoing, the records are those of what counts.

What counts is told to a second company, in the same order and without what was undone: both must have the same rows.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from actions import company, counting
from storage import covers, customers
from storage.database import Database
from storage.models import (
    Complaint,
    Contact,
    Customer,
    Doing,
    Fact,
    Interaction,
    Ownership,
    Plan,
    Purchase,
    Standing,
)
from tests.office import Office

TOLD = (
    "拜访了海岳王总，聊了滤芯报价，预算5万，下周三再跟进",
    "海岳成交6万",
    "给海岳打电话，没人接",
    "明天给海岳打电话",
    "海岳投诉漏水",
    "拜访了松川，周五前寄样品",
    "松川成交8000",
    "松川潜力大，想换设备",
    "昨天拜访了海岳",
    "新客户 百禾乳业 刘姐 13900139000",
    "拜访了百禾，聊了价格",
    "随便记一句",
)
CHANGES = ("date", "on", "amount", "note", "customer", "kind", "edit")
STEPS = st.one_of(
    st.tuples(st.just("tell"), st.sampled_from(range(len(TOLD)))),
    st.tuples(st.just("change"), st.integers(0, 9), st.sampled_from(CHANGES)),
    st.tuples(st.just("undo"), st.integers(0, 9)),
    st.tuples(st.just("redo"), st.integers(0, 9)),
)
NOUNS = (Interaction, Purchase, Complaint, Fact, Plan)
PATHS = {"id", "doing_id", "customer_id", "first_customer_id", "contact_id", "author_id", "recorded_at", "sources"}


@dataclass
class Story:
    """One salesperson's messages and what became of each. `deeds`: what was done, with the message it belongs to."""

    office: Office
    deeds: list[tuple[int, tuple[Any, ...]]] = field(default_factory=list)
    doings: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.mia = self.office.hire("陈静", "salesperson")
        for name, contact in (("海岳食品", "王总"), ("松川酒店", "李经理")):
            self.office.customer(self.mia, name, contact)

    def do(self, step: tuple[Any, ...]) -> None:
        """One step, and what it belongs to."""
        self.office.wait(minutes=1)
        if step[0] == "tell":
            self.deeds.append((len(self.doings), step))
            self.tell(step[1])
        elif self.doings:
            n = step[1] % len(self.doings)
            if step[0] == "change":
                if self.undone(n):
                    return
                self.deeds.append((n, step))
            getattr(self, step[0])(n, *step[2:])

    def tell(self, which: int) -> None:
        """A message; its number is that of the message it was."""
        said = self.office.say(self.mia, TOLD[which], message_id=100 + len(self.doings))
        with self.office.database.reading() as db:
            mine = db.scalars(select(Doing.id).where(Doing.message_id == 100 + len(self.doings))).all()
        assert said.rows
        self.doings.append(mine[-1] if mine else 0)

    def change(self, n: int, what: str) -> None:
        """A field of its card, or the message itself."""
        doing = self.doings[n]
        taps = {"date": "set:{}:date:2026-11-30", "on": "set:{}:on:2026-11-17", "kind": "set:{}:kind:call"}
        if what in taps:
            self.office.tap(self.mia, taps[what].format(doing))
        elif what == "customer":
            self.office.tap(self.mia, f"set:{doing}:customer:2")
        elif what == "edit":
            self.office.edit(self.mia, 100 + n, "拜访了海岳，报价9万，12月1日再跟进")
        else:
            self.office.tap(self.mia, f"change:{doing}:{what}")
            self.office.say(self.mia, "7万" if what == "amount" else "补充一句话")

    def undo(self, n: int) -> None:
        """With all that was built on it, where that is asked."""
        self.office.tap(self.mia, f"undo:{self.doings[n]}")
        if not self.undone(n):
            self.office.tap(self.mia, f"undo_with:{self.doings[n]}")

    def redo(self, n: int) -> None:
        """As it was before the undo."""
        self.office.tap(self.mia, f"redo:{self.doings[n]}")

    def undone(self, n: int) -> bool:
        """Whether this message counts no more."""
        with self.office.database.reading() as db:
            doing = db.get(Doing, self.doings[n])
            return doing is not None and doing.undone_at is not None

    def records(self) -> dict[str, list[str]]:
        """Every row by what it says, without the numbers that depend on the way to it."""
        with self.office.database.reading() as db:
            names = {one.id: one.name for one in db.scalars(select(Customer))}
            told = {
                model.__tablename__: sorted(_told(row, names) for row in db.scalars(select(model))) for model in NOUNS
            }
            people = sorted(f"{names[one.customer_id]} {one.name} {one.phone}" for one in db.scalars(select(Contact)))
            return {**told, "customers": sorted(names.values()), "contacts": people}


def _told(row: Any, names: dict[int, str]) -> str:
    columns = {c.key: getattr(row, c.key) for c in row.__table__.columns if c.key not in PATHS}
    return f"{names.get(row.customer_id)} {columns}"


@contextmanager
def story(migrated_file: Path, folder: Path) -> Iterator[Story]:
    """A company of its own."""
    file = folder / f"{uuid4().hex}.db"
    shutil.copyfile(migrated_file, file)
    with closing(Database(f"sqlite:///{file}")) as database:
        yield Story(Office(database))


def test_what_is_undone_was_never_said(migrated_file: Path, tmp_path: Path) -> None:
    @settings(max_examples=20)
    @given(st.lists(STEPS, max_size=9))
    def holds(steps: list[tuple[Any, ...]]) -> None:
        with story(migrated_file, tmp_path) as first, story(migrated_file, tmp_path) as second:
            for step in steps:
                first.do(step)
            counts = [n for n in range(len(first.doings)) if not first.undone(n)]
            for n, (what, *more) in first.deeds:
                second.office.wait(minutes=1)
                if n in counts and what == "tell":
                    second.doings += [0] * (n - len(second.doings))
                    second.tell(*more)
                elif n in counts:
                    second.change(n, more[1])
            assert first.records() == second.records()
            assert_counted_right(first.office)

    holds()


def assert_counted_right(office: Office) -> None:
    """Every aggregate is what a recount of all rows finds."""
    with office.database.reading() as db:
        now = company.in_force(db)
        rows = {row.customer_id: row for row in db.scalars(select(Standing))}
        assert rows.keys() == {one.id for one in db.scalars(select(Customer))}
        for number, row in rows.items():
            counted = counting.counted(counting.history(db, number, now), now, row.as_of, row)
            assert counting.aggregate_of(row) == counted


def test_undo_ends_after_a_day(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "拜访了海岳")
    office.wait(hours=25)
    assert office.tap(mia, "undo:1").text.startswith("超过 24 小时")
    assert office.count(Interaction) == 1


def test_nobody_undoes_what_another_said(database: Database) -> None:
    office = Office(database)
    mia, ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "拜访了海岳")
    assert [row.view for row in office.tap(ben, "undo:1").rows] == ["OldCard"]
    assert office.count(Interaction) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_word_undoes_the_last_thing_and_says_when_there_is_none(database: Database, language: str) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson", language=language)
    office.customer(mia, "海岳食品")
    office.say(mia, "拜访了海岳")
    office.say(mia, "undo")
    assert office.count(Interaction) == 0
    assert [row.view for row in office.say(mia, "撤销").rows] == ["NothingToUndo"]


def test_a_plan_that_was_settled_waits_again_when_the_visit_is_undone(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    number = office.customer(mia, "海岳食品")
    office.say(mia, "明天给海岳打电话")
    office.wait(days=1)
    office.say(mia, "给海岳打了电话，谈好了")
    with database.reading() as db:
        assert db.scalars(select(Plan.settled_on)).one() == date(2026, 11, 19)
    office.say(mia, "撤销")
    with database.reading() as db:
        assert db.scalars(select(Plan.settled_on)).one() is None
        assert db.get_one(Standing, number).due_on == date(2026, 11, 18) + timedelta(days=1)


def test_a_person_there_stays_as_long_as_others_speak_of_them(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "拜访了海岳王总，聊了滤芯报价")
    office.say(mia, "给海岳王总打电话，谈好了")
    assert [row.view for row in office.tap(mia, "undo:1").rows] == ["Undone"]
    assert (office.count(Interaction), office.count(Contact)) == (1, 1)
    office.tap(mia, "undo:2")
    assert (office.count(Interaction), office.count(Contact)) == (0, 0)
    office.tap(mia, "redo:1")
    assert (office.count(Interaction), office.count(Contact)) == (1, 1)


def test_a_customer_goes_with_what_was_moved_to_it(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "拜访了海岳，聊了价格")
    office.say(mia, "新客户 百禾乳业 刘姐 13900139000")
    office.tap(mia, "set:1:customer:2")
    assert [row.view for row in office.tap(mia, "undo:2").rows] == ["UndoWith"]
    office.tap(mia, "undo_with:2")
    assert (office.count(Customer), office.count(Interaction)) == (1, 0)


def test_what_was_undone_together_comes_back_together(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    office.say(mia, "新客户 百禾乳业 刘姐 13900139000")
    office.say(mia, "拜访了百禾，聊了价格")
    office.tap(mia, "undo_with:1")
    assert [row.view for row in office.tap(mia, "redo:2").rows] == ["OldCard"]
    assert [row.view for row in office.tap(mia, "redo:1").rows] == ["Recorded", "Recorded"]
    assert (office.count(Customer), office.count(Interaction)) == (1, 1)


def test_redo_leaves_alone_what_was_changed_meanwhile(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "明天给海岳打电话")
    office.wait(days=1)
    office.say(mia, "给海岳打了电话，谈好了")
    office.tap(mia, "undo:2")
    office.tap(mia, "set:1:date:2026-11-30")
    office.tap(mia, "redo:2")
    with database.reading() as db:
        assert db.scalars(select(Plan.due_on)).one() == date(2026, 11, 30)


def test_a_deputy_keeps_no_customer_that_never_was(database: Database) -> None:
    office = Office(database)
    mia, ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
    office.say(mia, "新客户 百禾乳业 刘姐 13900139000")
    with database.transaction() as db:
        covers.begin(db, mia.id, ben.id, office.now, office.now + timedelta(days=3))
    office.tap(mia, "undo:1")
    assert office.count(Customer) == 0


def test_nobody_undoes_what_a_colleague_built_on_it(database: Database) -> None:
    office = Office(database)
    mia, boss = office.hire("陈静", "salesperson"), office.hire("周航", "manager", "salesperson")
    office.say(mia, "新客户 百禾乳业 刘姐 13900139000")
    office.say(boss, "拜访了百禾，聊了价格")
    assert [row.view for row in office.tap(mia, "undo:1").rows] == ["HasRecords"]
    assert (office.count(Customer), office.count(Interaction)) == (1, 1)


def test_nobody_undoes_or_redoes_what_is_somebody_elses_by_now(database: Database) -> None:
    office = Office(database)
    mia, ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
    number = office.customer(mia, "海岳食品")
    for text in ("拜访了海岳，聊了价格", "海岳成交6万"):
        office.say(mia, text)
    office.tap(mia, "undo:2")
    with database.transaction() as db:
        customers.end_ownership(db, number, office.now)
        db.add(Ownership(customer_id=number, person_id=ben.id, from_at=office.now))
    assert [row.view for row in office.tap(mia, "undo:1").rows] == ["OldCard"]
    assert [row.view for row in office.tap(mia, "redo:2").rows] == ["OldCard"]
