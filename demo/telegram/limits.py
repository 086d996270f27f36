"""How fast Telegram lets a bot send, and the silence it imposes on one that was told to wait."""

import math
import time
from dataclasses import dataclass, field

from demo.telegram.ledger import Ledger
from demo.telegram.refusals import too_many

EVERYBODY = 0
"""The scope of a ban on all chats; other scopes are chat ids."""
GRACE = 0.25
"""Seconds in which a call may have been under way already when the bot was told to wait."""


@dataclass(frozen=True)
class Rate:
    """So many a second in the long run, and so many at once."""

    a_second: float
    at_once: int

    def next(self, due: float, now: float) -> float:
        """When the one after this is due, in theory."""
        return max(due, now) + 1 / self.a_second

    def wait(self, due: float, now: float) -> float:
        """Seconds until the next one may go; at most 0 if it may now."""
        return due - now - self.at_once / self.a_second + 1 / self.a_second


@dataclass
class Limits:
    """Telegram's real limits, off until `enforce` is called; bans come from them and from faults alike."""

    ledger: Ledger
    overall: Rate | None = None
    chat: Rate | None = None
    group: Rate | None = None
    penalty: int = 1
    due: dict[int, float] = field(default_factory=dict)
    bans: dict[int, tuple[float, float]] = field(default_factory=dict)

    def enforce(
        self, overall: float = 30, chat: float = 1, group: float = 20, burst: int = 3, penalty: int = 1
    ) -> None:
        """Messages a second overall, a second in a private chat (so many at once), a minute in a group.

        `penalty` is the shortest wait in seconds for who is too fast.
        """
        self.overall = Rate(overall, math.ceil(overall))
        self.chat, self.group = Rate(chat, burst), Rate(group / 60, math.ceil(group))
        self.penalty = penalty

    def lift(self) -> None:
        """No limits and no bans."""
        self.overall = self.chat = self.group = None
        self.due.clear()
        self.bans.clear()

    def check(self, method: str, chat: int | None, counted: bool) -> None:
        """429 if the bot has to be silent; `counted` calls use up what the limits allow."""
        if self.bans:
            self.check_bans(method, chat)
        if self.overall is not None and counted and chat is not None:
            self.check_rates(chat, time.monotonic())

    def check_bans(self, method: str, chat: int | None) -> None:
        """Whoever was told to wait and doesn't is refused again, and it is noted."""
        now = time.monotonic()
        for scope in (EVERYBODY, chat or EVERYBODY):
            until, told = self.bans.get(scope, (0.0, 0.0))
            if now < until:
                if now - told > GRACE:
                    self.ledger.violate(method, chat, until - now, now - told)
                raise too_many(math.ceil(until - now))

    def check_rates(self, chat: int, now: float) -> None:
        """Count this message, or refuse it and impose a silence."""
        scopes = {EVERYBODY: self.overall, chat: self.group if chat < 0 else self.chat}
        for scope, rate in scopes.items():
            wait = rate.wait(self.due.get(scope, 0.0), now) if rate else 0.0
            if wait > 0:
                raise too_many(self.ban(scope, max(self.penalty, math.ceil(wait))))
        for scope, rate in scopes.items():
            self.due[scope] = rate.next(self.due.get(scope, 0.0), now) if rate else 0.0

    def ban(self, scope: int, seconds: int) -> int:
        """Silence for so many seconds, in one chat or for `EVERYBODY`."""
        now = time.monotonic()
        self.bans[scope] = (now + seconds, now)
        return seconds
