"""What a command costs before it does anything, beside importing SQLAlchemy."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .figures import Figure

ROOT = Path(__file__).parent.parent
TOKEN = "42:" + "A" * 35
PEER = "import sqlalchemy"


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """`--help` and `check`."""
    configured = ("bot.py", "--config", str(folder / "config.toml"))
    peer = _rounds(rounds, "-c", PEER)
    yield Figure("CPU of --help", "s", _rounds(rounds, "bot.py", "--help"), most=0.2)
    yield Figure("CPU of check", "s", _rounds(rounds, *configured, "check"), PEER, peer, most=1.5)


def _rounds(rounds: int, *command: str) -> list[float]:
    _cpu(*command)  # writes what Python compiles
    return [_cpu(*command) for _ in range(rounds)]


def _cpu(*command: str) -> float:
    """Seconds of CPU of a Python process from start to end; 1 is an honest answer of `check`."""
    environment, nowhere = os.environ | {"HUIFANG_TELEGRAM_TOKEN": TOKEN}, subprocess.DEVNULL
    child = subprocess.Popen((sys.executable, *command), cwd=ROOT, env=environment, stdout=nowhere, stderr=nowhere)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode in (0, 1), f"{command} ended with {child.returncode}"
    return used.ru_utime + used.ru_stime
