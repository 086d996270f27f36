"""Hearing what the bot says in one chat, one thing after the other: for tests and transcripts."""

import asyncio

from demo.telegram.events import Listener
from demo.telegram.plain import Plain


class Ear:
    """Waits for what the bot says; what is heard isn't heard again."""

    def __init__(self, chat: int, person: int, listener: Listener) -> None:
        self.chat, self.person, self.listener = chat, person, listener

    async def hear(self, *kinds: str, timeout: float = 10.0) -> Plain:  # noqa: ASYNC109
        """The next event of these kinds (by default a message of the bot's, new or edited); `TimeoutError` if none."""
        async with asyncio.timeout(timeout):
            while True:
                event = await self.listener.get()
                if event is None:
                    raise ConnectionError("the local Telegram has stopped")
                if event.get("chat") == self.chat and self.wanted(event, kinds or ("message", "edit")):
                    return event

    def wanted(self, event: Plain, kinds: tuple[str, ...]) -> bool:
        """Whether that is one to wait for; one's own messages aren't."""
        mine = event.get("message", {}).get("from", {}).get("id") == self.person
        return event["event"] in kinds and not mine
