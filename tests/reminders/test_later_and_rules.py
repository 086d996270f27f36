"""Putting off, and the numbers of reminding."""

import tomllib
from dataclasses import fields
from datetime import date, time
from pathlib import Path

import pytest

from reminders.calendar import Calendar
from reminders.later import choices, needs_reason
from reminders.rules import Rules, RulesInvalid

WEEK = Calendar()


def test_the_choices_of_a_thursday() -> None:
    offered = [(choice.code, choice.until) for choice in choices(date(2026, 11, 19), WEEK)]
    assert offered == [
        ("tomorrow", date(2026, 11, 20)),
        ("monday", date(2026, 11, 23)),
        ("two_weeks", date(2026, 12, 3)),
        ("stop", None),
    ]


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (date(2026, 11, 20), ["monday", "two_weeks", "stop"]),  # Friday: nobody works tomorrow
        (date(2026, 11, 22), ["tomorrow", "two_weeks", "stop"]),  # Sunday: Monday is tomorrow
        (date(2026, 11, 23), ["tomorrow", "monday", "two_weeks", "stop"]),
    ],
)
def test_no_day_is_offered_twice(today: date, codes: list[str]) -> None:
    assert [choice.code for choice in choices(today, WEEK)] == codes


@pytest.mark.parametrize(
    ("tier", "until", "asked"),
    [
        ("A", date(2026, 12, 3), False),
        ("A", date(2026, 12, 4), True),
        ("A", None, True),
        ("B", None, False),
        ("C", date(2027, 6, 1), False),
    ],
)
def test_an_a_customer_put_off_beyond_two_weeks_asks_why(tier: str, until: date | None, asked: bool) -> None:
    assert needs_reason(tier, until, date(2026, 11, 19), Rules()) is asked


def test_rules_survive_being_written_down() -> None:
    rules = Rules(agenda_at=time(8, 15), nags_per_day=2, escalate_tiers=("A", "B"))
    assert Rules.from_mapping(rules.to_mapping()) == rules
    assert Rules.from_mapping({}) == Rules()
    assert Rules().to_mapping()["agenda_at"] == "08:30"


def test_everything_that_is_wrong_is_said_at_once() -> None:
    wrong = {
        "agenda_at": "half past",
        "nags_per_day": -1,
        "agenda_lines": True,
        "escalate_tiers": "A",
        "rest_days": 2.5,
    }
    with pytest.raises(RulesInvalid) as refused:
        Rules.from_mapping(wrong)
    assert [name for name, _ in refused.value.problems] == sorted(wrong, key=list(Rules().to_mapping()).index)


def test_stages_of_escalation_must_follow_each_other() -> None:
    with pytest.raises(RulesInvalid):
        Rules.from_mapping({"escalate_manager_days": 2})


def test_settings_of_others_are_passed_over() -> None:
    assert Rules.from_mapping({"undo_hours": 24, "agenda_lines": 4}) == Rules(agenda_lines=4)


def test_the_settings_that_are_shipped_are_the_defaults() -> None:
    shipped = tomllib.loads((Path(__file__).parents[2] / "config.example.toml").read_text("utf-8"))
    assert Rules.from_mapping(shipped["reminders"]) == Rules()
    ours = {each.name for each in fields(Rules)}
    elsewhere = {"no_answers", "provisional_days", "undo_hours", "location_minutes"}
    assert shipped["reminders"].keys() - ours <= elsewhere
