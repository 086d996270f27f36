"""Waiting for something that another task or process does."""

import asyncio
from collections.abc import Callable

from demo.telegram import Phone

ENOUGH_SECONDS = 90


async def until(true: Callable[[], bool]) -> None:
    """Wait until that is so; `TimeoutError` if it never is."""
    async with asyncio.timeout(ENOUGH_SECONDS):
        while not true():  # noqa: ASYNC110 - what is waited for rings no bell
            await asyncio.sleep(0.01)


async def hears(phone: Phone, *texts: str) -> None:
    """Wait until the bot has said these things in this chat, in this order."""
    await until(lambda: said(phone)[: len(texts)] == list(texts))


def said(phone: Phone) -> list[str]:
    """What the bot has said in this chat."""
    lines = phone.tg.ledger.accepted
    return [line["text"] for line in lines if line["chat"] == phone.chat and line["method"].startswith("send")]
