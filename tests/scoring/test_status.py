"""Status: silence measured by the customer's own rhythm."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Rules, away_days, closures, due_cadence, rhythm, silence_began, status
from tests.scoring.meadow import MEADOW, TODAY, meadow

RULES = Rules()
LAST = date(2026, 10, 30)


def after(days: int, **changes: object) -> str:
    return str(status(meadow(**changes), "A", RULES, LAST + timedelta(days=days)).word)


def test_the_rhythm_is_the_own_one_drawn_to_the_cadence() -> None:
    assert rhythm(MEADOW, "A", RULES) == pytest.approx((10 * 14 + 2 * 7) / 12)
    assert rhythm(meadow(interval=None, intervals=0), "B", RULES) == 14.0


def test_the_rhythm_is_never_below_half_the_cadence() -> None:
    assert rhythm(meadow(interval=1.0, intervals=50), "C", RULES) == 15.0


def test_silence_goes_from_active_to_lost() -> None:
    # Usual are 12.83 days: silent above 25.67, at risk above 38.5, lost above 365.
    words = [after(days) for days in (0, 25, 26, 38, 39, 365, 366)]
    assert words == ["active", "active", "silent", "silent", "at_risk", "at_risk", "lost"]


def test_a_slow_rhythm_is_lost_later_than_a_year() -> None:
    slow = {"interval": 90.0, "intervals": 20}
    usual = (20 * 90 + 2 * 7) / 22
    assert after(int(6 * usual), **slow) == "at_risk"
    assert after(int(6 * usual) + 1, **slow) == "lost"


def test_the_card_tells_the_days_from_one_and_a_half_rhythms() -> None:
    assert not status(MEADOW, "A", RULES, LAST + timedelta(days=19)).tells
    assert status(MEADOW, "A", RULES, LAST + timedelta(days=20)).tells


def test_new_until_the_second_event_for_sixty_days_at_most() -> None:
    new = {"events": 1, "created_on": LAST, "interval": None, "intervals": 0}
    assert [after(days, **new) for days in (0, 60, 61)] == ["new", "new", "at_risk"]
    assert after(0, events=2, created_on=LAST) == "active"


def test_never_touched_counts_from_its_creation() -> None:
    never = meadow(events=0, last_touch_on=None, first_on=None, interval=None, intervals=0, created_on=LAST)
    assert silence_began(never) == LAST
    seen = status(never, "C", RULES, LAST + timedelta(days=61))
    assert (seen.word, seen.silence) == ("silent", 61.0)


def test_a_shortened_cadence_makes_nobody_silent_overnight() -> None:
    shortened = LAST + timedelta(days=26)
    assert after(26, silence_from=shortened) == "active"
    assert after(52, silence_from=shortened) == "silent"


def test_closures_and_leave_do_not_count() -> None:
    festival = [(LAST + timedelta(days=3), LAST + timedelta(days=9)), (LAST + timedelta(days=7), LAST + timedelta(11))]
    away = away_days(LAST, LAST + timedelta(days=26), festival)
    assert away == 9
    assert status(MEADOW, "A", RULES, LAST + timedelta(days=26), away).word == "active"


def test_days_off_count_only_after_the_touch_and_up_to_today() -> None:
    off = [(LAST - timedelta(days=5), LAST + timedelta(days=2))]
    assert away_days(LAST, LAST + timedelta(days=1), off) == 1
    assert away_days(LAST, LAST + timedelta(days=20), off) == 2
    assert away_days(LAST, LAST, [(LAST + timedelta(days=5), LAST + timedelta(days=9))]) == 0


def test_short_closures_count_as_silence() -> None:
    assert closures([(LAST, LAST + timedelta(days=1)), (LAST, LAST + timedelta(days=2))], RULES) == [
        (LAST, LAST + timedelta(days=2))
    ]


def test_a_complaint_halves_the_cadence_of_the_due_date_only() -> None:
    complaining = meadow(complaint_on=TODAY)
    assert due_cadence("A", complaining, RULES) == 3.5
    assert rhythm(complaining, "A", RULES) == rhythm(MEADOW, "A", RULES)


def test_a_letter_that_is_no_tier_is_refused() -> None:
    with pytest.raises(ValueError):
        status(MEADOW, "D", RULES, TODAY)


ORDER = ["active", "silent", "at_risk", "lost"]


@given(st.floats(1, 400), st.integers(0, 40), st.integers(0, 1500), st.integers(0, 600))
def test_silence_only_ever_worsens_the_status(interval: float, intervals: int, days: int, more: int) -> None:
    known = {"interval": interval, "intervals": intervals}
    assert ORDER.index(after(days, **known)) <= ORDER.index(after(days + more, **known))
