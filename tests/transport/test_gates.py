"""How fast the bot speaks. Times are handed in, nothing waits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transport.gates import Gates, Limits, Pace, Window

PRIVATE, GROUP = 5, -100


def told(gates: Gates, chat: int, times: int, *, new: bool = True) -> list[float]:
    """When so many messages leave, each as early as the gates let it."""
    now, left = 0.0, []
    for _ in range(times):
        now += max(gates.wait(now), gates.wait_in(chat, now, new=new))
        gates.take(chat, now, new=new)
        left.append(now)
    return left


def test_a_private_chat_gets_three_at_once_and_then_one_a_second() -> None:
    assert told(Gates(Limits()), PRIVATE, 6) == pytest.approx([0, 0, 0, 1.05, 2.1, 3.15])


def test_edits_do_not_wait_in_a_private_chat() -> None:
    assert told(Gates(Limits()), PRIVATE, 10, new=False) == [0.0] * 10


def test_a_group_gets_twenty_a_minute_edits_included() -> None:
    left = told(Gates(Limits()), GROUP, 21, new=False)
    assert left[19] < 1
    assert left[20] == pytest.approx(63)


def test_all_chats_together_get_thirty_a_second() -> None:
    gates, now, left = Gates(Limits()), 0.0, []
    for chat in range(1, 91):
        now += gates.wait(now)
        gates.take(chat, now, new=True)
        left.append(now)
    assert left[9] == 0.0
    assert left[10] == pytest.approx(0.034)
    assert left[30] == pytest.approx(1.02)
    assert left[89] == pytest.approx(80 * 0.034, abs=0.4)


@given(st.lists(st.floats(0, 0.6), min_size=120, max_size=120))
def test_messages_that_travel_at_different_speeds_arrive_within_the_limit(travels: list[float]) -> None:
    """Telegram counts what arrives: thirty at once, then one more with each thirtieth of a second."""
    gates, now, arrived = Gates(Limits()), 0.0, []
    for chat, travel in enumerate(travels, 1):
        now += gates.wait(now)
        gates.take(chat, now, new=True)
        arrived.append(now + travel)
    room, before = 30.0, 0.0
    for at in sorted(arrived):
        room, before = min(30.0, room + 30 * (at - before)) - 1, at
        assert room >= -1e-6


def test_leaving_a_little_late_does_not_slow_down_the_others() -> None:
    gates, now, left = Gates(Limits()), 0.0, []
    for chat in range(1, 901):
        now += gates.wait(now)
        now += 0.03 if chat % 30 == 1 else 0.0
        gates.take(chat, now, new=True)
        left.append(now)
    assert left[-1] < 30 * 1.02
    assert all(later - earlier > 0.9 for earlier, later in zip(left, left[30:], strict=False))


def test_nothing_leaves_before_the_time_that_telegram_named() -> None:
    gates = Gates(Limits())
    gates.close(7, now=10)
    gates.close(2, now=11)
    assert gates.wait(12) == 5
    assert gates.wait(17) == 0


def test_chats_that_have_rested_are_forgotten() -> None:
    gates = Gates(Limits(overall=1_000_000))
    for chat in range(1, 10_000):
        gates.take(chat, now=chat * 10.0, new=True)
    assert len(gates._chats) < 5000


@given(st.lists(st.floats(0, 0.5), min_size=1, max_size=200))
def test_no_second_sees_more_than_its_share(pauses: list[float]) -> None:
    window, now, left = Window(5, 1.0), 0.0, []
    for pause in pauses:
        now += pause
        now += window.wait(now)
        window.take(now)
        left.append(now)
    assert all(later - sooner >= 1.0 for sooner, later in zip(left, left[5:], strict=False))


@given(st.lists(st.floats(0, 3), min_size=1, max_size=200))
def test_a_pace_is_never_more_than_its_burst_ahead(pauses: list[float]) -> None:
    pace, now = Pace(3), 0.0
    for pause in pauses:
        now += pause
        now += pace.wait(now)
        pace.take(now)
        assert pace.due - now <= 3 * 1.05 + 1e-9
