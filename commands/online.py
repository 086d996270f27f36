"""What `check --online` asks Telegram: whether it knows the bot, and what time it is there."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

from config.settings import Telegram

from .findings import Finding, ok, problem, warning

PATIENCE = 10.0
APART = 60.0
"""Seconds that two clocks may be apart."""


def telegram(settings: Telegram) -> Iterator[Finding]:
    """Ask getMe; the token stays out of every word."""
    try:
        answer, at = _asked(settings)
        name = answer["result"]["username"]
    except HTTPError as no:
        do = "take the token from @BotFather again" if no.code in (401, 404) else "try again later"
        yield problem("telegram", f"the bot is refused ({no.code})", do)
    except (OSError, HTTPException, ValueError, LookupError, TypeError) as no:
        why = getattr(no, "reason", no)
        yield problem("telegram", f"{settings.base_url} gives no answer ({type(why).__name__})", "look at the network")
    else:
        yield ok("telegram", f"the bot is @{name}")
        yield from _clocks(at)


def _asked(settings: Telegram) -> tuple[dict[str, Any], str | None]:
    proxies = {"http": settings.proxy, "https": settings.proxy} if settings.proxy else None
    address = f"{settings.base_url}/bot{settings.token}/getMe"
    with build_opener(ProxyHandler(proxies)).open(address, timeout=PATIENCE) as said:
        return json.load(said), said.headers["Date"]


def _clocks(at: str | None) -> Iterator[Finding]:
    if at is None:
        return
    apart = (datetime.now(UTC) - parsedate_to_datetime(at)).total_seconds()
    if abs(apart) > APART:
        yield warning("clock", f"it is {apart:+.0f} seconds off Telegram's", "set the machine's clock")
