"""The processes that are measured: the production bot and its peer, with their CPU and memory."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .telegram import Telegram

ROOT = Path(__file__).parent.parent
CONFIGURATION = """\
[telegram]
base_url = "{base_url}"

[database]
url = "sqlite:///{folder}/huifang.db"

[alarms]
every_seconds = 60

[log]
level = "warning"
"""
"""The alarms ring for the first time after a minute: nothing is reminded of while visits are measured."""


class Child:
    """A process of ours that is measured from outside (Linux)."""

    def __init__(self, *command: str, **secrets: str) -> None:
        self._process = subprocess.Popen((sys.executable, *command), cwd=ROOT, env=os.environ | secrets)

    @property
    def lives(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    @property
    def cpu(self) -> float:
        """Seconds of CPU that it has used, in all its threads."""
        return time.clock_gettime(~self._process.pid << 3 | 2)  # the kernel's clock of another process

    @property
    def megabytes(self) -> float:
        """Its resident memory."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii", "replace")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

    def close(self) -> None:
        """End it in good order."""
        self._process.terminate()
        self._process.wait()


def huifang(telegram: "Telegram", folder: Path, how: str = "unhurried") -> Child:
    """The production bot, on a database that exists; `uncounted`: nothing is computed of its customers."""
    file = folder / "config.toml"
    file.write_text(CONFIGURATION.format(base_url=telegram.base_url, folder=folder))
    return Child("-m", f"bench.{how}", "--config", str(file), "run", HUIFANG_TELEGRAM_TOKEN=telegram.token)


def echo(telegram: "Telegram") -> Child:
    """python-telegram-bot's echo bot."""
    return Child("-m", "bench.echo", telegram.base_url, BENCH_TOKEN=telegram.token)
