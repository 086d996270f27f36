"""The local Telegram in a process of its own, and what a harness asks of it over HTTP."""

import http.client
import json
import secrets
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .bots import Child
from .company import Salesperson

ROOT = Path(__file__).parent.parent
LOOK_SECONDS = 0.05
QUIET_SECONDS = 0.4
ENOUGH_SECONDS = 120.0


class Telegram:
    """One bot's Telegram with everybody's phone."""

    def __init__(self, staff: Sequence[Salesperson]) -> None:
        self.staff, self.token = staff, f"42:{secrets.token_urlsafe(26)}"
        phones = [word for one in staff for word in ("--person", f"{one.phone}:{one.name}:zh")]
        command = (sys.executable, "-m", "demo.telegram", "--port", "0", "--token", self.token, *phones)
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        where = urlsplit(self._process.stdout.readline().strip())
        self.base_url = f"http://{where.netloc}"
        self._key = parse_qs(where.query)["k"][0]
        self._connection = http.client.HTTPConnection(where.netloc)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()
        self._process.terminate()
        self._process.wait()

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """One question of the harness."""
        headers = {"X-Key": self._key, "Content-Type": "application/json"}
        self._connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = self._connection.getresponse()
        told = json.loads(answer.read())
        assert answer.status == 200, told
        return told

    def slow_down(self, milliseconds: float) -> None:
        """From here on every call takes so long for its round trip."""
        self.ask("POST", "/faults", {"kind": "latency", "ms": milliseconds})

    def say(self, texts: Sequence[tuple[int, str]]) -> None:
        """All this is written at once: phone and words."""
        self.ask("POST", "/api/many", {"do": [{"what": "say", "chat": phone, "text": text} for phone, text in texts]})

    def accepted(self, after: int = 0) -> list[dict[str, Any]]:
        """What the bot has said or changed, with the machine's time of each."""
        lines: list[dict[str, Any]] = self.ask("GET", f"/ledger?after={after}")["accepted"]
        return lines

    def answered(self, least: int) -> list[dict[str, Any]]:
        """What the bot said, once it said so much and has nothing to add; the ledger begins anew with `forget`."""
        patience = time.monotonic() + ENOUGH_SECONDS
        seen, since = -1, time.monotonic()
        while seen < least or time.monotonic() - since < QUIET_SECONDS:
            assert time.monotonic() < patience, f"{seen} of {least} answers"
            time.sleep(LOOK_SECONDS)
            said = self.ask("GET", "/ledger?after=1000000")["said"]
            if said != seen:
                seen, since = said, time.monotonic()
        return self.accepted()

    def forget(self) -> None:
        """The ledger begins anew."""
        self.ask("DELETE", "/ledger")

    def listened_to_by(self, bot: Child) -> None:
        """Wait until this bot answers."""
        self.forget()
        phone = self.staff[0].phone
        self.say([(phone, "/start")])
        self.answered(1)
        assert bot.lives, "the bot ended by itself"
