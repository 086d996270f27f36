"""From a tap to the changed bubble, on a bot that has nothing else to do."""

import time
from statistics import quantiles

from .figures import Figure
from .telegram import Telegram

TAPS = 60
PAUSE_SECONDS = 0.05
LOOK_SECONDS = 0.003
PATIENCE_SECONDS = 10


def until_the_bubble(telegram: Telegram) -> list[Figure]:
    """The middle and the slow end of what people wait for."""
    cards = _cards(telegram)
    waits = [_tap(telegram, *cards[n % len(cards)]) for n in range(TAPS)]
    cuts = quantiles(waits, n=20)
    shape = ("from tap to bubble on an idle bot", "ms")
    return [
        Figure(f"{shape[0]}, p50", shape[1], [cuts[9]]),
        Figure(f"{shape[0]}, p95", shape[1], [cuts[18]], most=300.0),
    ]


def _cards(telegram: Telegram) -> list[tuple[int, int]]:
    """Everybody's last card: chat and number."""
    last = {line["chat"]: line["message_id"] for line in telegram.accepted() if line["method"] == "sendmessage"}
    return list(last.items())


def _tap(telegram: Telegram, chat: int, number: int) -> float:
    """Milliseconds from the tap on the last message's first button to the accepted answer, a change or a new bubble."""
    time.sleep(PAUSE_SECONDS)
    seen = len(telegram.accepted())
    began = time.time()
    telegram.ask("POST", "/api/tap", {"chat": chat, "message_id": number, "row": 0, "column": 0})
    while time.time() < began + PATIENCE_SECONDS:
        time.sleep(LOOK_SECONDS)
        for line in telegram.accepted(seen):
            if line["method"].startswith(("edit", "send")) and line["chat"] == chat:
                return float(line["at"] - began) * 1000
    raise TimeoutError("a tap that nobody answered")
