"""The queue of updates: numbered, kept until the bot confirms them, given to one poller at a time."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from itertools import islice

from demo.telegram.asked import Asked
from demo.telegram.faults import Faults
from demo.telegram.plain import Plain, encode
from demo.telegram.refusals import Refused, conflict
from demo.telegram.shelf import Shelf

FIRST_ID = 500_000_001
MOST = 100
LONGEST_WAIT = 50
KEPT_SECONDS = 24 * 3600
ON_REQUEST = {"message_reaction", "message_reaction_count", "chat_member"}
"""Kinds that come only to a bot that names them."""
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

Waiting = tuple[int, bytes, float]
"""An update's number, its JSON, and when (machine seconds since 1970) it came."""


class Updates:
    """Updates that the bot has not confirmed, oldest first."""

    def __init__(self, shelf: Shelf, faults: Faults) -> None:
        self.shelf, self.faults = shelf, faults
        self.pending: deque[Waiting] = deque((key, said.encode(), at) for key, (said, at) in shelf.all("update"))
        self.confirmed: deque[Waiting] = deque(maxlen=20)
        self.confirmed_through = int(shelf.get("number", "confirmed", FIRST_ID - 1))
        self.last = max([self.confirmed_through, *(one[0] for one in self.pending)])
        self.allowed: list[str] | None = shelf.get("number", "allowed", None)
        self.poller: asyncio.Future[Refused | None] | None = None
        self.woken: list[Callable[[], None]] = []

    def add(self, kind: str, thing: Plain) -> int | None:
        """Something for the bot to know; None if it doesn't want to hear of that kind."""
        if not self.wanted(kind):
            return None
        self.last += 1
        waiting = (self.last, encode({"update_id": self.last, kind: thing}), time.time())
        self.pending.append(waiting)
        self.shelf.put("update", self.last, (waiting[1].decode("utf-8", "replace"), waiting[2]))
        self.wake(None)
        return self.last

    def wanted(self, kind: str) -> bool:
        """Whether the bot asked for that kind."""
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def allow(self, asked: Asked) -> None:
        """Remember which kinds the bot wants from now on; without the parameter it stays as it was."""
        if "allowed_updates" in asked.given:
            self.allowed = [str(kind) for kind in asked.list("allowed_updates")] or None
            self.shelf.put("number", "allowed", self.allowed)

    def wake(self, refused: Refused | None) -> None:
        """Tell the poller, if one waits: there is something, or it is refused."""
        if self.poller is not None and not self.poller.done():
            self.poller.set_result(refused)
        for call in self.woken:
            call()

    def confirm(self, offset: int) -> None:
        """Everything before `offset` has arrived; a negative one keeps only the last few."""
        if offset < 0:
            offset = self.pending[offset][0] if -offset <= len(self.pending) else 0
        while self.pending and self.pending[0][0] < offset:
            self.confirmed.append(self.pending.popleft())
            self.confirmed_through = self.confirmed[-1][0]
        if self.shelf.database is not None:
            self.shelf.put("number", "confirmed", self.confirmed_through)
            self.shelf.drop_below("update", offset)

    def expire(self) -> None:
        """Telegram keeps an update for a day."""
        while self.pending and self.pending[0][2] < time.time() - KEPT_SECONDS:
            self.pending.popleft()

    async def poll(self, asked: Asked) -> bytes:
        """The next updates as a JSON array: at once if there are any, else when one comes or the time is over."""
        self.wake(conflict(OTHER_POLLER))
        self.allow(asked)
        self.expire()
        if offset := asked.number("offset"):
            self.confirm(offset)
        wait = min(asked.number("timeout") or 0, LONGEST_WAIT)
        if not self.pending and wait > 0:
            await self.wait(wait)
        return self.batch(asked)

    async def wait(self, seconds: float) -> None:
        """Until something comes, or the time is over; 409 if somebody else comes to poll."""
        mine = self.poller = asyncio.get_running_loop().create_future()
        await asyncio.wait([mine], timeout=seconds)
        if mine.done() and (refused := mine.result()):
            raise refused
        mine.cancel()

    def batch(self, asked: Asked) -> bytes:
        """The oldest updates as a JSON array."""
        most = asked.number("limit") or MOST
        batch = list(islice(self.pending, min(max(most, 1), MOST)))
        if self.faults.waiting:
            batch = self.faults.disturbed(batch, list(self.confirmed), asked)
        return b"[" + b",".join(one[1] for one in batch) + b"]"

    def clear(self) -> None:
        """Drop everything that waits."""
        self.confirm(self.last + 1)
