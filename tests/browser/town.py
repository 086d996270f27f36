"""A local Telegram that runs beside a test, with a house that can be pushed and a bot that says what it is told."""

import asyncio
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Self, TypeVar

from demo.telegram import House, LocalTelegram, Phone

T = TypeVar("T")
TOKEN = "42:browser"
MORNING, TEN = time(8, 30), time(10)
PATIENCE = 20.0


class Town:
    """A `LocalTelegram` in a thread of its own, because a browser is driven from a thread that waits."""

    def __init__(self, house: House | None = None) -> None:
        self.house = house or House()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        self.open()
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    def open(self, port: int = 0) -> None:
        """Begin to serve at ten in the morning, on a free port unless one is named."""
        self.telegram = LocalTelegram(TOKEN, house=self.house, key="key")
        self.wait(self.telegram.start(port))
        now = self.telegram.clock.now()
        self.do(self.telegram.clock.push_to, datetime.combine(now.date() + timedelta(days=1), TEN, now.tzinfo))

    def close(self) -> None:
        """Hang up on everybody."""
        self.wait(self.telegram.stop())

    def again(self, *people: dict[str, Any]) -> None:
        """Serve anew on the same port, with nothing remembered but these people."""
        port = int(self.telegram.base_url.rpartition(":")[2])
        self.open(port)
        for person in people:
            self.person(**person)

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine on Telegram's loop and wait for its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)

    def do(self, act: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Call something of Telegram's where Telegram lives."""

        async def call() -> T:
            return act(*args, **kwargs)

        return self.wait(call())

    def person(self, first_name: str, **user: Any) -> Phone:
        """Somebody new, as `LocalTelegram.person`."""
        return self.do(self.telegram.person, first_name, **user)


class Bot:
    """A bot without a mind of its own: plain Bot API calls, one after the other."""

    def __init__(self, town: Town) -> None:
        self.town, self.offset = town, 0

    def call(self, method: str, **asked: Any) -> Any:
        """One Bot API method; the result, or an `AssertionError` in Telegram's words."""
        url = f"{self.town.telegram.base_url}/bot{TOKEN}/{method}"
        request = urllib.request.Request(url, json.dumps(asked).encode(), {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["result"]
        except urllib.error.HTTPError as refusal:
            with refusal:
                raise AssertionError(json.load(refusal)["description"]) from None

    def hear(self) -> dict[str, Any]:
        """The next update, waiting for it."""
        updates = self.call("getUpdates", offset=self.offset, limit=1, timeout=10)
        assert updates, "nobody said anything"
        self.offset = updates[0]["update_id"] + 1
        return dict(updates[0])

    def say(self, chat: int, text: str, *rows: list[str | dict[str, Any]], **more: Any) -> int:
        """Send a text with rows of buttons (a label is its own data); the message's id."""
        keys = [[key(one) for one in row] for row in rows]
        markup = {"reply_markup": {"inline_keyboard": keys}} if keys else {}
        return int(self.call("sendMessage", chat_id=chat, text=text, **markup, **more)["message_id"])


def key(given: str | dict[str, Any]) -> dict[str, Any]:
    """An inline button; a bare label is its own callback data."""
    return {"text": given, "callback_data": given} if isinstance(given, str) else given


@dataclass
class Mornings:
    """A house in which something happens every morning at 08:30, and whose bot has a plug."""

    plugs: int = 0
    spoken: list[tuple[int, str]] = field(default_factory=list)

    def house(self) -> House:
        """What the page may ask for."""
        answers: dict[str, Any] = {
            "counters": lambda: {"lost": 0, "doubled": 0},
            "bot": lambda: {"running": True, "pid": 1},
        }
        pushed: dict[str, Any] = {"next_due": self.next_due, "settled": self.settled, "report": self.report}
        return House(plug=self.plug, speak=self.speak, **answers, **pushed)

    def next_due(self, after: datetime) -> datetime:
        """The next 08:30."""
        today = datetime.combine(after.date(), MORNING, after.tzinfo)
        return today if today > after else today + timedelta(days=1)

    async def settled(self, at: datetime) -> None:
        """Nothing takes long here."""

    def report(self, since: datetime, until: datetime) -> dict[str, int] | None:
        """Each night, told at 08:30, judges 200 customers; one goes up."""
        due, nights = self.next_due(since), 0
        while due <= until:
            due, nights = self.next_due(due), nights + 1
        return {"judged": 200, "moves": nights, "up": nights, "down": 0, "reminders": 3 * nights} if nights else None

    async def plug(self) -> None:
        """Out and in again."""
        self.plugs += 1
        await asyncio.sleep(0.2)

    async def speak(self, person: int, language: str) -> None:
        """Remember who wanted which language."""
        self.spoken.append((person, language))
