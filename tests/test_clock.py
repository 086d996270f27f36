"""Business time: the wall clock, and in a rehearsal ahead of it by what a file says."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clock import BusinessClock

WEEK = timedelta(weeks=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the seconds ahead are written."""
    return tmp_path / "ahead"


def test_without_a_file_it_is_the_wall_clock() -> None:
    before = datetime.now(UTC)
    assert before <= BusinessClock().now() <= datetime.now(UTC)


def test_it_runs_ahead_by_what_the_file_says(file: Path) -> None:
    file.write_text(f"{WEEK.total_seconds()}\n")
    before = datetime.now(UTC)
    assert before + WEEK <= BusinessClock(file).now() <= datetime.now(UTC) + WEEK


def test_a_push_is_seen_at_once(file: Path) -> None:
    clock = BusinessClock(file)
    seen = []
    for seconds in ("0", "60", "90", "-30", "0"):
        file.write_text(seconds)
        seen.append(clock.ahead().total_seconds())
    assert seen == [0, 60, 90, -30, 0]


def test_a_file_that_is_not_there_yet_means_no_push(file: Path) -> None:
    assert BusinessClock(file).ahead() == timedelta()


@pytest.mark.parametrize("broken", ["", "soon", "nan", "inf", "1e300", "６０"])
def test_a_half_written_file_changes_nothing(file: Path, broken: str) -> None:
    clock = BusinessClock(file)
    file.write_text("3600")
    assert clock.ahead() == timedelta(hours=1)
    file.write_text(broken, "utf-8")
    assert clock.ahead() == timedelta(hours=1)


def test_it_tells_aware_utc(file: Path) -> None:
    assert BusinessClock(file).now().tzinfo is UTC
