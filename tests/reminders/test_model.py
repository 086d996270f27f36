"""Random journeys of one person's reminders, checked against what was promised.

Whatever the order of ticks, restarts, moved plans, leave, moves to other zones and jumps of the clock: every push
is planned once per key, sent at most once and never early, nags never in quiet hours, nothing that was settled,
and in the end everything has been sent or explained.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reminders.calendar import Calendar, Span
from reminders.pushes import Key, Push, changes, planned, planning_dates, subject_of
from reminders.rules import Rules
from reminders.still_true import Standing, Verdict, still_true
from reminders.times import local_date, quiet
from reminders.wanted import Agreed, Nag, Person, Wanted

RULES = Rules(nags_per_day=2)
ZONES = ["Asia/Shanghai", "Asia/Kolkata", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Midway"]
CUSTOMERS = st.sampled_from(range(5))
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
KINDS = st.sampled_from(["visit", "call"])


class Journey(RuleBasedStateMachine):
    """The rows that a database would hold, and the person whose reminders they are."""

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 10, 20, 1, tzinfo=UTC)
        self.person = Person(1, "Asia/Shanghai", Calendar(), wants_report=True)
        self.plans: dict[int, Agreed] = {}
        self.plans_made = 0
        self.silent: set[int] = set()
        self.heard: dict[int, date] = {}
        self.nagged_on: list[date] = []
        self.waiting: dict[Key, Push] = {}
        self.done: dict[Key, str] = {}
        self.sent: list[tuple[Push, datetime]] = []

    @property
    def today(self) -> date:
        """The person's local date."""
        return local_date(self.now, self.person.zone)

    # what the world does

    @rule(minutes=st.sampled_from([1, 7, 30, 60, 300, 23 * 60, 3 * 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(customer=CUSTOMERS, days=st.integers(0, 3), at=CLOCKS, kind=KINDS)
    def a_time_is_agreed(self, customer: int, days: int, at: time, kind: str) -> None:
        on = self.today + timedelta(days=days)
        self.plans_made += 1
        made = Agreed(self.plans_made, customer, on, at, self.person.zone, kind, made_at=self.now)
        self.plans[self.plans_made] = made

    @precondition(lambda self: self.plans)
    @rule(data=st.data(), at=CLOCKS)
    def a_time_is_moved(self, data: st.DataObject, at: time) -> None:
        plan_id = data.draw(st.sampled_from(sorted(self.plans)))
        self.plans[plan_id] = replace(self.plans[plan_id], at=at, made_at=self.now)

    @rule(customer=CUSTOMERS)
    def a_customer_is_touched(self, customer: int) -> None:
        self.silent.discard(customer)
        self.plans = {n: each for n, each in self.plans.items() if each.customer_id != customer or each.on > self.today}

    @rule(customer=CUSTOMERS)
    def customers_fall_silent(self, customer: int) -> None:
        self.silent |= {customer, (customer + 1) % 5}

    @rule(first=st.integers(0, 3), days=st.integers(0, 4))
    def leave_is_taken(self, first: int, days: int) -> None:
        begins = self.today + timedelta(days=first)
        self.person = replace(self.person, calendar=Calendar(leave=(Span(begins, begins + timedelta(days=days)),)))

    @rule(zone=st.sampled_from(ZONES))
    def the_person_travels(self, zone: str) -> None:
        self.person = replace(self.person, zone=zone)

    @rule(at=st.builds(time, st.integers(6, 10), st.sampled_from([0, 15, 30])))
    def the_agenda_is_moved(self, at: time) -> None:
        self.person = replace(self.person, agenda_at=at)

    # what the bot does

    @rule(data=st.data(), times=st.integers(1, 2))
    def the_day_is_planned(self, data: st.DataObject, times: int) -> None:
        """In any order of dates, perhaps twice; withdrawn and added ones as the rows would be written."""
        dates = data.draw(st.permutations(planning_dates(self.now, self.person.zone))) * times
        for on in dates:
            waiting = {key: push for key, push in self.waiting.items() if push.on == on}
            found = changes(waiting, self.done, planned(self.person, on, self._wanted(on), RULES))
            assert not {push.key for push in found.add} & (self.waiting.keys() | self.done.keys())
            self.waiting |= {push.key: push for push in (*found.add, *found.renew)}
            for key in found.withdraw:
                del self.waiting[key]

    @rule()
    def what_is_due_is_sent(self) -> None:
        for push in sorted(self.waiting.values(), key=lambda push: push.due_at):
            verdict = still_true(push, self.person, self._standing(push), RULES)
            if verdict:
                self._send(push, verdict)
            elif verdict.again_at is None:
                self._explain(push, verdict)

    @precondition(lambda self: self.waiting)
    @rule(elsewhere=st.sampled_from(["nothing", "the same", "another"]))
    def the_next_push_comes_due(self, elsewhere: str) -> None:
        """Perhaps just after another process, which had planned as well, sent the same nag or another."""
        self.now = max(self.now, min(push.due_at for push in self.waiting.values()))
        nags: list[Any] = [push.facts["customer_id"] for push in self.waiting.values() if push.kind == "nag"]
        if nags and elsewhere != "nothing" and self.nagged_on.count(self.today) < RULES.nags_per_day:
            self.heard[nags[0] if elsewhere == "the same" else -1] = self.today
            self.nagged_on.append(self.today)
        self.what_is_due_is_sent()

    def _wanted(self, on: date) -> Wanted:
        nags = tuple(Nag(customer, "silent", last_on=self.heard.get(customer)) for customer in self.silent)
        today = nags if on == self.today else ()
        return Wanted(tuple(self.plans.values()), today, nagged=self.nagged_on.count(on))

    def _standing(self, push: Push) -> Standing:
        if push.kind == "nag":
            customer = int(str(push.facts["customer_id"]))
            nagged = self.nagged_on.count(self.today)
            return Standing(
                self.now, settled=customer not in self.silent, last_on=self.heard.get(customer), nagged=nagged
            )
        return Standing(self.now, superseded=push.kind == "ahead" and push.subject not in self._subjects())

    def _subjects(self) -> set[str]:
        return {subject_of(each) for each in self.plans.values()}

    def _send(self, push: Push, verdict: Verdict) -> None:
        """Everything that was promised of a push that leaves, asked anew."""
        assert push.due_at <= self.now
        assert verdict.late is (self.now - push.due_at > timedelta(minutes=RULES.late_minutes))
        assert push.kind in {"ahead", "report"} or push.on == self.today
        if push.kind == "nag":
            self._nag(push)
        if push.kind == "ahead":
            assert push.subject in self._subjects()
        self._finish(push, "sent")
        self.sent.append((push, self.now))

    def _nag(self, push: Push) -> None:
        customer: Any = push.facts["customer_id"]
        assert customer in self.silent
        assert not quiet(self.now, self.person.zone, self.person.quiet_from, self.person.quiet_to)
        assert customer not in self.heard or (self.today - self.heard[customer]).days >= RULES.rest_days
        self.heard[customer] = self.today
        self.nagged_on.append(self.today)

    def _explain(self, push: Push, verdict: Verdict) -> None:
        self._finish(push, verdict.reason or "")

    def _finish(self, push: Push, state: str) -> None:
        assert push.key not in self.done
        self.done[push.key] = state
        del self.waiting[push.key]

    # what must hold at any moment

    @invariant()
    def nothing_is_sent_twice(self) -> None:
        keys = [push.key for push, _ in self.sent]
        assert len(keys) == len(set(keys))

    @invariant()
    def the_budget_is_kept(self) -> None:
        assert all(self.nagged_on.count(day) <= RULES.nags_per_day for day in self.nagged_on)

    def teardown(self) -> None:
        """Three more days of ticks: by then nothing of the past waits, and nobody was rung up for nothing."""
        before = self.now
        for _ in range(3 * 24):
            self.now += timedelta(hours=1)
            self.what_is_due_is_sent()
        assert not [push for push in self.waiting.values() if push.due_at < before]
        assert set(self.done.values()) <= {
            "sent", "settled", "superseded", "too_late", "quiet", "on_leave", "resting", "over_budget",
        }  # fmt: skip


TestJourney = Journey.TestCase
TestJourney.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
