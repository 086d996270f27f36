"""Pictures are drawn by a child process, which is awake in time and replaced when it was killed."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing

import pytest

from commands.drawing import matplotlib, picture
from commands.errands import Errands
from tests.pictures.test_pictures import tiers


@pytest.fixture
def errands() -> Iterator[Errands]:
    with closing(Errands()) as opened:
        yield opened


def test_a_picture_is_drawn_over_there(errands: Errands) -> None:
    errands.expect(matplotlib)
    assert errands.send(picture, "TiersPicture", tiers(1, 2, 3), "zh").result().startswith(b"\x89PNG")
    assert errands.send(os.getpid).result() != os.getpid()


def test_who_expects_something_wakes_nobody_twice(errands: Errands) -> None:
    child = errands.send(os.getpid).result()
    errands.expect(matplotlib)
    assert errands.send(os.getpid).result() == child


def test_a_child_that_was_killed_is_replaced(errands: Errands) -> None:
    child = errands.send(os.getpid).result()
    os.kill(child, signal.SIGKILL)
    answers = (_answer(errands) for _ in range(10))
    assert next(answer for answer in answers if answer is not None) != child


def _answer(errands: Errands) -> int | None:
    """Which process answers; None where it is gone and that is only noticed now."""
    try:
        return errands.send(os.getpid).result()
    except BrokenProcessPool:
        return None
