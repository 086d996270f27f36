"""What the page shows: the phones, the clock, the bot's process, the counters."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from demo.telegram.asked import Asked
from demo.telegram.house import House
from demo.telegram.phone import Phone
from demo.telegram.plain import Plain
from demo.telegram.telegram import Telegram

SHOWN = 200
NEWS_EVERY = 1.0
MOST_AT_ONCE = 10_000

Deed = Callable[["Page", Asked], Plain | Awaitable[Plain]]


class Page:
    """The chats as the page sees them, and the house behind the bot."""

    def __init__(self, tg: Telegram, house: House) -> None:
        self.tg, self.house = tg, house
        self.push: asyncio.Task[Plain] | None = None
        self.unplugged = False
        self.news: Plain = {}

    def state(self, asked: Asked) -> Plain:
        """Everything that the page needs to begin with."""
        most = asked.number("messages") or SHOWN
        chats = list(self.tg.chats.kept)
        return {
            "me": self.tg.me,
            "people": [Phone(self.tg, number).shown() for number in self.tg.people.everyone()],
            "groups": [self.tg.chats.shown(chat) for chat in chats if chat < 0],
            "chats": {str(chat): self.tg.messages.before(chat, None, most) for chat in chats},
            "keyboards": {str(chat): self.tg.chats.kept[chat].get("keyboard") for chat in chats},
            **self.menus(),
            "clock": self.clock(),
            "bot": self.bot(),
            "counters": self.counters(),
            "examples": dict(self.house.examples),
            "house": {"pushes": self.house.pushes, "plug": self.house.plug is not None},
        }

    def menus(self) -> Plain:
        """The commands and the menu button that each chat shows."""
        users, kept = self.tg.people.users, set(self.tg.chats.kept) | set(self.tg.people.users)
        tongues = {chat: users.get(chat, {}).get("language_code", "") for chat in kept}
        commands = {str(chat): self.tg.commands.shown(chat, tongue) for chat, tongue in tongues.items()}
        return {"commands": commands, "menu": {str(chat): self.tg.commands.menu_in(chat) for chat in kept}}

    def clock(self) -> Plain:
        """The business clock."""
        return {**self.tg.clock.shown(), "pushing": self.push is not None and not self.push.done()}

    def bot(self) -> Plain:
        """The bot's process; while the plug is out it doesn't run, whatever was known of it before."""
        return {"running": False, "pid": None} if self.unplugged else {"running": True, "pid": None, **self.house.bot()}

    def counters(self) -> Plain:
        """What was said and heard, and what of it was lost or doubled."""
        ledger = self.tg.ledger
        return {"sent": ledger.said, "received": ledger.received, **self.house.counters()}

    def older(self, asked: Asked) -> Plain:
        """Messages from before one that is shown."""
        chat, number = self.tg.chats.named(Asked({"chat_id": asked.text("chat")})), asked.number("before")
        return {"messages": self.tg.messages.before(chat, number, min(asked.number("limit") or 50, SHOWN))}

    def told(self, event: Plain) -> Plain:
        """An event as the page gets it: changed commands bring all of them along."""
        return {**event, **self.menus()} if event["event"] == "commands" else event

    async def watch(self) -> None:
        """Tell the page of the bot's process and the counters when they change; runs until it is cancelled."""
        while True:
            if self.tg.events.listeners:
                self.tell_news()
            await asyncio.sleep(NEWS_EVERY)

    def tell_news(self) -> None:
        """What changed since the page was last told."""
        for name, now in (("bot", self.bot()), ("counters", self.counters())):
            if self.news.get(name) != now:
                self.news[name] = now
                self.tg.events.tell(name, **{name: now})

    async def stop(self) -> None:
        """Give up a push that is under way."""
        if self.push is not None:
            self.push.cancel()
            await asyncio.gather(self.push, return_exceptions=True)


QUESTIONS: dict[str, Callable[[Page, Asked], Any]] = {"state": Page.state, "messages": Page.older}
