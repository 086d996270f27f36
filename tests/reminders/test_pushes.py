"""What is planned for a day, and what is still true when it is sent."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from reminders.asked import Asked
from reminders.calendar import Calendar, Span
from reminders.escalation import Stage
from reminders.pushes import Changes, Push, changes, planned, planning_dates
from reminders.rules import Rules
from reminders.still_true import Standing, still_true
from reminders.times import local
from reminders.wanted import Agreed, Nag, Person, Wanted
from tests.reminders.test_times import ZONES

RULES = Rules()
MIA = Person(1, "Asia/Shanghai", Calendar())
THURSDAY = date(2026, 11, 19)
SATURDAY = date(2026, 11, 21)
MEETING = Agreed(7, 70, THURSDAY, time(15), "Asia/Shanghai", "meeting")


def shanghai(text: str) -> datetime:
    """An instant by Shanghai's clocks: "19 15:00" is the 19th of November 2026 at three."""
    day, clock = text.split()
    return datetime.combine(date(2026, 11, int(day)), time.fromisoformat(clock), ZoneInfo("Asia/Shanghai"))


def told(pushes: tuple[Push, ...]) -> list[tuple[str, str, str]]:
    """Kind, subject and Shanghai's clock of each push."""
    return [(push.kind, push.subject, f"{local(push.due_at, 'Asia/Shanghai'):%d %H:%M}") for push in pushes]


def test_a_working_day_has_an_agenda_and_a_day_off_none() -> None:
    assert told(planned(MIA, THURSDAY, Wanted(), RULES)) == [("agenda", "", "19 08:30")]
    assert planned(MIA, SATURDAY, Wanted(), RULES) == ()


def test_reports_and_previews_come_to_those_who_want_them() -> None:
    wishing = replace(MIA, wants_report=True, wants_preview=True)
    assert told(planned(wishing, THURSDAY, Wanted(), RULES)) == [("agenda", "", "19 08:30"), ("report", "", "19 18:00")]
    assert told(planned(wishing, date(2026, 11, 22), Wanted(), RULES)) == [("preview", "", "22 19:00")]
    away = replace(wishing, calendar=Calendar(leave=(Span(THURSDAY, date(2026, 11, 25)),)))
    assert planned(away, date(2026, 11, 22), Wanted(), RULES) == ()


@pytest.mark.parametrize(
    ("agreed", "rings"),
    [
        ({}, "19 14:00"),
        ({"kind": "visit"}, "19 14:00"),
        ({"kind": None}, "19 14:00"),
        ({"kind": "call"}, "19 14:50"),
        ({"ahead": 120}, "19 13:00"),
        ({"at": time(0, 30)}, "18 23:30"),
        ({"zone": "Asia/Tokyo"}, "19 13:00"),
        ({"made_at": shanghai("19 13:00")}, "19 14:00"),
        ({"made_at": shanghai("19 14:30")}, "19 14:50"),
        ({"made_at": shanghai("19 14:55")}, "19 15:00"),
    ],
)
def test_an_agreed_time_rings_ahead_of_itself(agreed: dict[str, Any], rings: str) -> None:
    wanted = Wanted(agreed=(replace(MEETING, **agreed),))
    assert [clock for kind, _, clock in told(planned(MIA, THURSDAY, wanted, RULES)) if kind == "ahead"] == [rings]


def test_an_agreed_time_rings_on_a_day_off_as_well() -> None:
    wanted = Wanted(agreed=(replace(MEETING, on=SATURDAY),))
    assert told(planned(MIA, SATURDAY, wanted, RULES)) == [
        ("ahead", "7@15:00", "21 14:00"),
        ("after", "7@15:00", "21 16:30"),
    ]


def test_what_was_recorded_after_its_time_does_not_ring() -> None:
    wanted = Wanted(agreed=(replace(MEETING, made_at=shanghai("19 16:00")),))
    assert told(planned(MIA, THURSDAY, wanted, RULES)) == [("agenda", "", "19 08:30")]


def test_nags_keep_to_the_budget_and_rest_for_three_days() -> None:
    nags = tuple(Nag(n, "silent", rank=float(n)) for n in range(8))
    heard = Nag(99, "silent", rank=99.0, last_on=date(2026, 11, 17))
    wanted = Wanted(nags=(*nags, heard), nagged=1, own=(Stage(50, "owner", 3, date(2026, 11, 23)),))
    day = planned(MIA, THURSDAY, wanted, RULES)
    assert [push.subject for push in day if push.kind == "nag"] == ["silent:5", "silent:6", "silent:7"]
    rested = replace(wanted, nags=(replace(heard, last_on=date(2026, 11, 16)),))
    assert "silent:99" in [push.subject for push in planned(MIA, THURSDAY, rested, RULES)]


def test_nags_wait_for_the_end_of_the_quiet_hours() -> None:
    late_riser = replace(MIA, quiet_to=time(11), agenda_at=time(9))
    wanted = Wanted(nags=(Nag(1, "silent"),), own=(Stage(2, "owner", 3),))
    assert told(planned(late_riser, THURSDAY, wanted, RULES)) == [
        ("agenda", "", "19 09:00"),
        ("escalation", "owner:2", "19 11:00"),
        ("nag", "silent:1", "19 11:00"),
    ]


def test_a_manager_hears_of_all_late_customers_at_once() -> None:
    wanted = Wanted(team=(Stage(1, "manager", 5), Stage(2, "reassign", 10), Stage(3, "owner", 3)))
    _, push = planned(MIA, THURSDAY, wanted, RULES)
    assert (push.kind, push.subject) == ("escalation", "manager")
    assert push.facts == {"customer_ids": [1, 2], "reassign_ids": [2]}


AGENDA = planned(MIA, THURSDAY, Wanted(), RULES)[0]
AHEAD = planned(MIA, THURSDAY, Wanted(agreed=(MEETING,)), RULES)[1]
NAG = planned(MIA, THURSDAY, Wanted(nags=(Nag(3, "silent"),)), RULES)[1]
REPORT = planned(replace(MIA, wants_report=True), THURSDAY, Wanted(), RULES)[1]
DAWN = planned(MIA, THURSDAY, Wanted(agreed=(replace(MEETING, at=time(6)),)), RULES)[0]


@pytest.mark.parametrize(
    ("push", "now", "standing", "reason"),
    [
        (AGENDA, "19 08:29", {}, "early"),
        (AGENDA, "19 08:30", {}, None),
        (AGENDA, "19 20:59", {}, None),
        (AGENDA, "19 21:30", {}, "quiet"),
        (AGENDA, "20 07:30", {}, "superseded"),
        (AGENDA, "19 08:30", {"nothing": True}, "nothing_due"),
        (AHEAD, "19 14:00", {}, None),
        (AHEAD, "19 14:00", {"settled": True}, "settled"),
        (AHEAD, "19 14:00", {"superseded": True}, "superseded"),
        (AHEAD, "19 16:00", {"stopped": True, "nagged": 9}, None),
        (AHEAD, "19 22:00", {}, "quiet"),
        (AHEAD, "20 13:00", {}, "too_late"),
        (DAWN, "19 05:00", {}, None),
        (DAWN, "19 05:30", {}, None),
        (DAWN, "19 06:30", {}, "quiet"),
        (NAG, "19 10:00", {}, None),
        (NAG, "19 10:00", {"settled": True, "stopped": True}, "settled"),
        (NAG, "19 10:00", {"stopped": True}, "stopped"),
        (NAG, "19 10:00", {"put_off_until": SATURDAY}, "snoozed"),
        (NAG, "19 10:00", {"put_off_until": THURSDAY}, None),
        (NAG, "19 10:00", {"last_on": date(2026, 11, 17)}, "resting"),
        (NAG, "19 10:00", {"last_on": date(2026, 11, 16)}, None),
        (NAG, "19 10:00", {"nagged": 5}, "over_budget"),
        (NAG, "19 21:00", {}, "quiet"),
        (NAG, "20 08:30", {}, "superseded"),
        (REPORT, "19 18:00", {}, None),
        (REPORT, "20 08:00", {}, None),
        (REPORT, "20 18:00", {}, "too_late"),
    ],
)
def test_is_it_still_true(push: Push, now: str, standing: dict[str, Any], reason: str | None) -> None:
    verdict = still_true(push, MIA, Standing(shanghai(now), **standing), RULES)
    assert verdict.reason == reason
    assert bool(verdict) is (reason is None)


@pytest.mark.parametrize(
    ("push", "now", "again"),
    [
        (AGENDA, "19 08:00", "19 08:30"),
        (AGENDA, "19 22:00", None),  # the next agenda carries its lines
        (AHEAD, "19 22:00", None),
        (DAWN, "19 06:30", "19 08:00"),
        (NAG, "19 22:00", None),
        (REPORT, "19 23:00", "20 08:00"),
    ],
)
def test_what_waits_says_until_when(push: Push, now: str, again: str | None) -> None:
    verdict = still_true(push, MIA, Standing(shanghai(now)), RULES)
    assert verdict.again_at == (shanghai(again) if again else None)


def test_somebody_on_leave_hears_only_of_agreed_times() -> None:
    away = replace(MIA, calendar=Calendar(leave=(Span(THURSDAY, THURSDAY),)))
    standing = Standing(shanghai("19 14:00"))
    assert still_true(AGENDA, away, standing, RULES).reason == "on_leave"
    assert still_true(AHEAD, away, standing, RULES)


@pytest.mark.parametrize(("now", "late"), [("19 08:30", False), ("19 08:35", False), ("19 08:36", True)])
def test_what_could_not_be_sent_in_time_is_marked_late(now: str, late: bool) -> None:
    assert still_true(AGENDA, MIA, Standing(shanghai(now)), RULES).late is late


@pytest.mark.parametrize(("now", "missed"), [("19 14:20", False), ("19 15:05", False), ("19 15:06", True)])
def test_an_agreed_time_that_has_gone_by_is_missed(now: str, missed: bool) -> None:
    assert still_true(AHEAD, MIA, Standing(shanghai(now)), RULES).missed is missed


@pytest.mark.parametrize("hours", [1 / 12, 1, 23])
def test_after_an_outage_everything_that_is_due_comes_once_or_is_explained(hours: float) -> None:
    """Down from 13:55 on: the meeting of three, its bell at two, and a day report at six."""
    now = shanghai("19 13:55") + timedelta(hours=hours)
    verdicts = {push.kind: still_true(push, MIA, Standing(now), RULES) for push in (AHEAD, REPORT)}
    explained = {kind for kind, verdict in verdicts.items() if verdict.reason in {"quiet", "early", "too_late"}}
    assert all(verdict or kind in explained for kind, verdict in verdicts.items())


def test_a_day_that_has_not_begun_where_the_person_is_now_waits() -> None:
    moved = replace(MIA, zone="America/New_York")
    verdict = still_true(AGENDA, moved, Standing(shanghai("19 08:30")), RULES)
    assert verdict.reason == "early"
    assert verdict.again_at == datetime(2026, 11, 19, 5, tzinfo=UTC)


def test_planning_again_changes_nothing_and_a_moved_time_is_another_push() -> None:
    day = planned(MIA, THURSDAY, Wanted(agreed=(MEETING,)), RULES)
    waiting = {push.key: push for push in day}
    assert changes(waiting, [], day) == Changes((), (), ())
    assert changes({}, waiting, day) == Changes((), (), ())
    moved = planned(MIA, THURSDAY, Wanted(agreed=(replace(MEETING, at=time(17)),)), RULES)
    found = changes(waiting, [], moved)
    assert [(push.kind, push.subject) for push in found.add] == [("ahead", "7@17:00"), ("after", "7@17:00")]
    assert [key[1:3] for key in found.withdraw] == [("ahead", "7@15:00"), ("after", "7@15:00")]
    assert changes({}, [AHEAD.key], moved).add[-1].subject == "7@17:00"


def test_another_agenda_time_renews_what_waits() -> None:
    earlier = planned(replace(MIA, agenda_at=time(8, 15)), THURSDAY, Wanted(), RULES)
    assert changes({AGENDA.key: AGENDA}, [], earlier) == Changes((), earlier, ())


@pytest.mark.parametrize("zone", ZONES)
def test_one_agenda_a_working_day_for_400_days_whenever_the_clock_ticks(zone: str) -> None:
    person, random = Person(1, zone, Calendar(), agenda_at=time(2, 30)), Random(zone)
    waiting: dict[Any, Push] = {}
    sent: dict[Any, datetime] = {}
    now = datetime(2026, 1, 1, tzinfo=UTC)
    while now < datetime(2027, 2, 5, tzinfo=UTC):
        for on in random.sample(planning_dates(now, zone), 3):
            waiting |= {push.key: push for push in changes(waiting, sent, planned(person, on, Wanted(), RULES)).add}
        for key, push in list(waiting.items()):
            if still_true(push, person, Standing(now), RULES):
                sent[key] = now
                del waiting[key]
        now += timedelta(minutes=random.choice([1, 60, 240, 700]))
    dates = [on for *_, on in sent]
    assert dates == [day for day in Span(dates[0], dates[-1]) if person.calendar.works(day)]
    assert (dates[-1] - dates[0]).days >= 395
    assert all(local(at, zone).date() == key[-1] for key, at in sent.items())


@pytest.mark.parametrize("zone", ZONES)
def test_every_reminder_at_a_local_time_comes_once_on_each_of_its_days_for_400_days(zone: str) -> None:
    days = Span(date(2026, 1, 1), date(2027, 2, 4))
    person = Person(1, zone, Calendar(), time(2, 30), time(0, 15), wants_report=True, wants_preview=True)
    asked = (Asked(1, days.first, time(1, 45), zone, "day"), Asked(2, days.first, time(23, 45), zone, "workday"))
    call = Agreed(1, 1, days.first, time(2, 15), zone, "call")
    wanted = {on: Wanted((replace(call, on=on),), asked=asked) for on in days}
    pushes = [push for on in days for push in planned(person, on, wanted[on], RULES)]
    assert len({push.key for push in pushes}) == len(pushes)
    assert Counter(local(push.due_at, zone).date() - push.on for push in pushes).keys() == {timedelta()}
    working, sundays = sum(person.calendar.works(on) for on in days), sum(on.weekday() == 6 for on in days)
    assert Counter(push.subject.partition("@")[0] if push.kind == "asked" else push.kind for push in pushes) == {
        "agenda": working, "report": working, "preview": sundays, "ahead": days.days, "1": days.days, "2": working,
    }  # fmt: skip


def test_who_moves_keeps_local_hours() -> None:
    for zone in ("America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"):
        moved = replace(MIA, zone=zone)
        every_day = Asked(1, THURSDAY, time(7, 30), zone, "day")
        day = planned(moved, THURSDAY, Wanted(asked=(every_day,)), RULES)
        assert [f"{local(push.due_at, zone):%d %H:%M}" for push in day] == ["19 07:30", "19 08:30"]
