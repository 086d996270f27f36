"""Random journeys of one salesperson through the real core: whatever is recorded, put off, undone or moved, whatever
the clock does and however often the alarms ring, reminders keep their promises.

Every occurrence that fell due was enqueued exactly once or says why not; nothing was said before its time; nags stayed
out of quiet hours; and what was said was true at that moment.
"""

import os
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

import reminders
from actions import agenda, alarms, company, cover, lines
from storage.database import Database
from storage.models import Occasion, Occurrence, Outbox, Person, Plan, Reminder, Standing
from tests.office import Office

START = datetime(2026, 11, 13, 0, tzinfo=UTC)
NAMES = ("海岳食品", "百禾乳业", "澜石机械", "知味餐饮", "青屿酒店")
ZONES = {"上海": "Asia/Shanghai", "伦敦": "Europe/London", "纽约": "America/New_York", "东京": "Asia/Tokyo"}
TOLD = (
    "拜访了{}，聊了报价",
    "给{}打了电话",
    "{}没人接",
    "给{}发了微信，周五前答复",
    "{}投诉漏水",
    "{}投诉解决了",
    "{}签了2万",
)
SOAK = os.environ.get("HUIFANG_SOAK") == "1"
EXPLAINED = {
    "settled", "superseded", "stopped", "snoozed", "on_leave", "nothing_due", "resting", "over_budget", "too_late",
    "quiet", "with_agenda",
}  # fmt: skip
"""Why a reminder was not said."""
NAGS = ("escalation", "nag")


def _belongs(standing: Standing, on: date) -> bool:
    """Due by that day, or with an open complaint, which has its place on every list until it is closed."""
    return standing.complaint_on is not None or (standing.due_on is not None and standing.due_on <= on)


class Journey(RuleBasedStateMachine):
    """One salesperson with a manager and five customers; the clock is ours."""

    def __init__(self, migrated: Path) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copyfile(migrated, self.folder / "huifang.db")
        self.database = Database(f"sqlite:///{self.folder / 'huifang.db'}")
        self.office = Office(self.database, START)
        self.mia = self.office.hire("陈静", "salesperson")
        self.ben = self.office.hire("周航", "salesperson")
        self.office.hire("林岚", "manager")
        self.cards: list[str] = []

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    @initialize(late=st.integers(0, 4))
    def customers_are_there(self, late: int) -> None:
        for n, name in enumerate(NAMES):
            number = self.office.customer(self.mia, name)
            with self.database.transaction() as db:
                standing = db.get_one(Standing, number)
                standing.status, standing.tier = "active", "A" if n < 2 else "B"
                standing.due_on, standing.due_because = date(2026, 11, 16 - late + n), "cadence"
        self.office.ring()

    # what the person does

    @rule(name=st.sampled_from(NAMES), what=st.sampled_from(TOLD))
    def something_is_recorded(self, name: str, what: str) -> None:
        self._say(what.format(name))

    @rule(name=st.sampled_from(NAMES), days=st.integers(0, 3), hour=st.integers(0, 23))
    def a_time_is_agreed(self, name: str, days: int, hour: int) -> None:
        on = self._today + timedelta(days=days)
        self._say(f"约了{name} {on.year}年{on.month}月{on.day}日 {hour:02d}:30 见面")

    @rule(hour=st.integers(0, 23), again=st.sampled_from(["每天", "每周五", "每个工作日", "明天"]))
    def a_reminder_is_asked_for(self, hour: int, again: str) -> None:
        self._say(f"{again}{hour:02d}:15提醒我看邮件")

    @precondition(lambda self: self.cards)
    @rule(data=st.data())
    def a_button_is_tapped(self, data: st.DataObject) -> None:
        button = data.draw(st.sampled_from(sorted(set(self.cards))[-20:]))
        said = self.office.tap(self._mia, button)
        self._keep(said)

    @rule()
    def the_last_is_undone(self) -> None:
        self._say("撤销")

    @rule(words=st.sampled_from(["明天起休假到周五", "明天不在", "明天起休假到周五，周航代", "我回来了"]))
    def leave_is_taken(self, words: str) -> None:
        self._say(words)

    @rule(place=st.sampled_from(sorted(ZONES)))
    def the_person_moves(self, place: str) -> None:
        self._say(f"时区 {place}")

    @rule(
        words=st.sampled_from(["每天6点发日报", "不要日报", "周日发下周预览", "7:15 提醒我", "安静时间 20:00 到 9:00"])
    )
    def a_wish_is_changed(self, words: str) -> None:
        self._say(words)

    @rule(name=st.sampled_from(NAMES), days=st.integers(0, 3))
    def a_date_is_kept(self, name: str, days: int) -> None:
        on = self._today + timedelta(days=days)
        self._say(f"{name}周年 {on.month}月{on.day}日")

    @rule(lines=st.integers(3, 5), owner=st.integers(1, 4), nags=st.integers(0, 5), rest=st.integers(3, 5))
    def the_rules_are_changed(self, lines: int, owner: int, nags: int, rest: int) -> None:
        numbers = {"agenda_lines": lines, "escalate_owner_days": owner, "nags_per_day": nags, "rest_days": rest}
        with self.database.transaction() as db:
            company.publish(db, {"reminders": numbers}, self.office.now)

    # what the clock does

    @rule(minutes=st.sampled_from([1, 9, 45, 180, 600, 23 * 60]))
    def the_bot_was_down(self, minutes: int) -> None:
        self.office.wait(minutes=minutes)

    @rule(hours=st.sampled_from([1, 5, 24, 60]))
    def time_passes(self, hours: int) -> None:
        end = self.office.now + timedelta(hours=hours)
        while self.office.now < end:
            with self.database.reading() as db:
                due = alarms.next_due(db, company.in_force(db), self.office.now)
            self.office.now = min(end, due)
            self._ring()

    @rule()
    def the_alarms_ring_twice(self) -> None:
        self._ring()
        before = self.office.count(Outbox)
        self._ring()
        assert self.office.count(Outbox) == before

    # what must hold

    @invariant()
    def everything_that_fell_due_was_enqueued_once_or_says_why_not(self) -> None:
        with self.database.reading() as db:
            rows = db.scalars(select(Occurrence).where(Occurrence.kind != "today")).all()
            keys = [(row.person_id, row.kind, row.subject, row.on) for row in rows]
            assert len(keys) == len(set(keys))
            for row in rows:
                said = db.scalars(select(Outbox).where(Outbox.key == f"o{row.id}")).all()
                assert len(said) == (row.state == "sent" and row.kind != "reports"), row.kind
                assert row.state in EXPLAINED | {"sent", "planned"}

    def _ring(self) -> None:
        """The alarms ring; what they say is judged against how things stand."""
        for said in self.office.ring():
            self._keep(said)
            with self.database.reading() as db:
                message = said.rows[0]
                row = db.get_one(Occurrence, int(message.key.removeprefix("o")))
                who = db.get_one(Person, row.person_id)
                self._was_in_time(row, who)
                self._was_true(db, row, who)
        with self.database.reading() as db:
            waiting = select(Occurrence).where(Occurrence.state == "planned", Occurrence.due_at <= self.office.now)
            assert all(row.again_at and row.again_at > self.office.now for row in db.scalars(waiting))

    def _was_in_time(self, row: Occurrence, who: Person) -> None:
        assert row.due_at <= self.office.now
        assert self.office.now - row.due_at < timedelta(hours=24)
        if row.kind in NAGS:
            assert not reminders.quiet(self.office.now, who.zone, who.quiet_from, who.quiet_to)
        if row.kind in ("agenda", "report", "escalation", "occasion"):
            assert not cover.away(who, row.on)

    def _was_true(self, db: Any, row: Occurrence, who: Person) -> None:
        if row.kind == "agenda":
            agreed = lines.agreed(db, who, row.on)
            top = agenda.choose(db, who, company.in_force(db), row.on, self.office.now, agreed).top
            assert tuple(row.facts["top"]) == top
            assert all(_belongs(db.get_one(Standing, number), row.on) for number in top)
        if row.kind == "ahead":
            plan = db.get_one(Plan, int(row.facts["plan_id"]))
            assert plan.settled_on is None
            assert plan.due_at is not None
            assert row.subject == f"{plan.id}@{plan.due_at:%H:%M}"
        if row.kind == "occasion":
            occasion = db.get_one(Occasion, int(row.facts["occasion_id"]))
            assert occasion.ended_at is None
            assert (occasion.on.month, occasion.on.day) == (row.on.month, row.on.day)
        if row.kind == "asked":
            assert db.get_one(Reminder, int(row.facts["reminder_id"])).ended_at is None
        if row.kind == "escalation" and row.subject.startswith("owner:"):
            standing = db.get_one(Standing, int(row.facts["customer_id"]))
            assert standing.due_on is not None
            assert standing.due_on < row.on

    def _say(self, words: str) -> None:
        self._keep(self.office.say(self._mia, words))

    def _keep(self, said: Any) -> None:
        self.cards += [data for data in said.buttons.values() if data and not data.startswith(("put:", "setting"))]

    @property
    def _mia(self) -> Person:
        with self.database.reading() as db:
            return db.get_one(Person, self.mia.id)

    @property
    def _today(self) -> date:
        return reminders.local_date(self.office.now, self._mia.zone)


def test_any_journey_keeps_every_promise(migrated_file: Path) -> None:
    journeys, steps = (300, 60) if SOAK else (6, 12)
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        lambda: Journey(migrated_file),  # type: ignore[arg-type]  # any maker of machines will do
        settings=settings(
            max_examples=journeys, stateful_step_count=steps, deadline=None, suppress_health_check=checks
        ),
    )
