"""Which lines a morning shows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reminders.agenda import Line, agenda
from reminders.rules import Rules

RULES = Rules()
TODAY = date(2026, 11, 19)  # a Thursday


def line(customer_id: int | str, tier: str = "B", **facts: Any) -> Line:
    usual: dict[str, Any] = {"score": 50.0, "due_on": TODAY, "because": "cadence", "late": 0, "cadence": 14}
    return Line(customer_id, tier, **(usual | facts))


def ids(lines: Iterable[Line]) -> list[Any]:
    return [each.customer_id for each in lines]


def test_the_score_the_lateness_and_the_cadence_decide() -> None:
    """50 x 1/14 = 3.6, 80 x 1/7 = 11.4, 50 x 5/14 = 17.9."""
    lines = [line("usual"), line("good", "A", score=80.0, cadence=7), line("late", late=4)]
    assert ids(agenda(lines, TODAY, RULES).top) == ["late", "good", "usual"]


def test_three_lines_a_day_and_up_to_five_when_they_are_late() -> None:
    on_time = [line(n) for n in range(6)]
    assert len(agenda(on_time, TODAY, RULES).top) == 3
    late = [line(n, late=1) for n in range(8)]
    found = agenda(late, TODAY, RULES)
    assert (len(found.top), len(found.more_this_week)) == (5, 3)


def test_what_was_agreed_is_always_in_however_much_there_is() -> None:
    agreed = [line(f"agreed {n}", score=1.0, agreed=True) for n in range(7)]
    found = agenda([*agreed, line("late", late=90)], TODAY, RULES)
    assert sorted(ids(found.top)) == sorted(ids(agreed))
    assert ids(found.more_this_week) == ["late"]


def test_older_promises_come_before_silence_and_what_is_left_of_them_stands_apart() -> None:
    earlier = TODAY - timedelta(days=9)
    promised = [line(f"promised {n}", due_on=earlier, late=n, promised=True) for n in range(8)]
    found = agenda([line("today", score=1.0, agreed=True), *promised, line("better", late=30)], TODAY, RULES)
    assert ids(found.top) == ["promised 7", "promised 6", "promised 5", "promised 4", "today"]
    assert ids(found.older) == [f"promised {n}" for n in (3, 2, 1, 0)]
    assert ids(found.more_this_week) == ["better"]


def test_a_complaint_is_first_until_it_is_closed() -> None:
    agreed = [line(f"agreed {n}", agreed=True) for n in range(6)]
    found = agenda([*agreed, line("complains", score=1.0, complains=True), line("late", late=30)], TODAY, RULES)
    assert ids(found.top)[0] == "complains"


def test_who_is_silent_just_as_usual_ranks_after_the_late() -> None:
    usual = line("usual", score=90.0, late=1, rhythm=8.0, days_silent=8)
    found = agenda([usual, line("late", score=20.0, late=1, rhythm=8.0, days_silent=9)], TODAY, RULES)
    assert ids(found.top) == ["late", "usual"]


def test_at_most_two_new_customers() -> None:
    new = [line(f"new {n}", score=90.0, is_new=True) for n in range(4)]
    assert ids(agenda([*new, line("old", score=1.0)], TODAY, RULES).top) == ["new 0", "new 1", "old"]


def test_this_week_ends_on_sunday() -> None:
    lines = [line(n, due_on=TODAY + timedelta(days=n)) for n in range(1, 9)]
    found = agenda(lines, TODAY, RULES)
    assert found.top == ()
    assert ids(found.more_this_week) == [1, 2, 3]


def test_beyond_capacity_c_fills_the_places_that_are_free() -> None:
    busy = [line(n, score=30.0, late=1) for n in range(4)]
    many_c = [line(f"c{n}", "C", score=39.0, late=30) for n in range(4)]
    found = agenda([*busy, *many_c], TODAY, RULES)
    assert found.over_capacity
    assert ids(found.top) == [0, 1, 2, 3, "c0"]
    assert not agenda(many_c, TODAY, RULES).over_capacity


LINES = st.lists(
    st.builds(
        Line,
        customer_id=st.integers(),
        tier=st.sampled_from("ABC"),
        score=st.floats(0, 100),
        due_on=st.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=30)),
        because=st.just("cadence"),
        late=st.integers(0, 40),
        cadence=st.integers(1, 90),
        is_new=st.booleans(),
        agreed=st.booleans(),
        promised=st.booleans(),
    ),
    max_size=40,
    unique_by=lambda each: each.customer_id,
)


@given(LINES, st.randoms())
def test_the_order_in_which_lines_arrive_does_not_matter(lines: list[Line], random: Random) -> None:
    shuffled = random.sample(lines, len(lines))
    assert agenda(shuffled, TODAY, RULES) == agenda(lines, TODAY, RULES)


@given(LINES)
def test_every_line_of_the_week_is_shown_once_and_nothing_before_it_is_due(lines: list[Line]) -> None:
    found = agenda(lines, TODAY, RULES)
    sunday = date(2026, 11, 22)
    assert sorted(ids([*found.top, *found.older, *found.more_this_week])) == sorted(
        ids(e for e in lines if e.due_on <= sunday)
    )
    assert all(each.due_on <= TODAY for each in found.top)
    agreed = [each for each in lines if each.agreed and each.due_on <= TODAY]
    assert len(found.top) <= max(RULES.agenda_lines, len(agreed))
    assert set(ids(agreed)) <= set(ids(found.top))


@given(LINES, st.integers(1, 30))
def test_more_lateness_never_costs_a_line_its_place(lines: list[Line], more: int) -> None:
    due = [each for each in lines if each.due_on <= TODAY]
    for number, each in enumerate(due):
        if each in agenda(due, TODAY, RULES).top:
            worse = [*due[:number], replace(each, late=each.late + more), *due[number + 1 :]]
            assert each.customer_id in ids(agenda(worse, TODAY, RULES).top)
