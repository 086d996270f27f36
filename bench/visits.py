"""A visit from the message to its card (parse, durable transaction, score, reply), beside an echo."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from storage.database import Database
from storage.models import Interaction

from .bots import Child
from .figures import Figure
from .telegram import Telegram

EACH = 3
"""Messages of each of the 64 people in one round, all written at once."""
REST_SECONDS = 0.5

ECHO = "python-telegram-bot's echo"


@dataclass
class Rounds:
    """What came of each round: milliseconds of the bot's CPU for a message, and messages answered in a second."""

    cpu: list[float] = field(default_factory=list)
    rate: list[float] = field(default_factory=list)


def echoed(telegram: Telegram, bot: Child, rounds: int) -> Rounds:
    """The peer's rounds."""
    return _rounds(telegram, bot, rounds)


def recorded(telegram: Telegram, bot: Child, rounds: int, file: Path) -> Rounds:
    """Our rounds; every single visit must be in the database."""
    before = _visits(file)
    taken = _rounds(telegram, bot, rounds)
    written = EACH * len(telegram.staff) * (rounds + 1)
    assert _visits(file) - before == written, f"{_visits(file) - before} of {written} visits were recorded"
    return taken


def compared(ours: Rounds, peers: Rounds, milliseconds: int) -> Iterator[Figure]:
    """The two figures at one round trip."""
    at = f"at {milliseconds} ms"
    yield Figure(f"CPU of a recorded visit {at}", "ms", ours.cpu, ECHO, peers.cpu, most=2.0)
    least = 1.0 if milliseconds else None
    yield Figure(f"visits in a second {at}, 64 chats in flight", "/s", ours.rate, ECHO, peers.rate, least=least)


def counted(ours: Rounds, bare: Rounds) -> Figure:
    """What it costs that a customer's aggregate, score, tier and due date are always those of its records."""
    what = "a recorded visit with everything computed of the customer"
    return Figure(what, "ms CPU", ours.cpu, "nothing computed", bare.cpu, most=1.3)


def memory(bot: Child) -> Figure:
    """What the bot holds after all these messages."""
    return Figure("memory after more than 100 messages", "MB", [bot.megabytes], most=150.0)


def _rounds(telegram: Telegram, bot: Child, rounds: int) -> Rounds:
    taken = Rounds()
    for number in range(rounds + 1):
        cpu, rate = _round(telegram, bot, number)
        if number:  # the first one warms up
            taken.cpu.append(cpu)
            taken.rate.append(rate)
    return taken


def _round(telegram: Telegram, bot: Child, number: int) -> tuple[float, float]:
    """Everybody writes three times; milliseconds of CPU for a message, messages answered in a second."""
    texts = [(one.phone, one.visits(EACH * number + n)) for n in range(EACH) for one in telegram.staff]
    telegram.forget()
    time.sleep(REST_SECONDS)
    began, cpu = time.time(), bot.cpu
    telegram.say(texts)
    lines = telegram.answered(len(texts))
    return (bot.cpu - cpu) * 1000 / len(texts), len(texts) / (lines[-1]["at"] - began)


def _visits(file: Path) -> int:
    with closing(Database(f"sqlite:///{file}")) as database, database.reading() as db:
        return db.scalar(select(func.count()).where(Interaction.channel == "visit")) or 0
