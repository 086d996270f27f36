"""The process that reminds and is killed: the clock's side of the bot and its sender, forked from one that is loaded.

`python -m tests.kills.ringing DATABASE_URL BASE_URL TOKEN CLOCK` forks a bot for each line on its standard input and
prints its number. A line names a labelled step and how often it is passed before it kills: `before` or `after` one of
`plan`, `ring`, `claim`, `sendMessage`, `settle`; one without a step ends at none.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from sqlalchemy.orm import configure_mappers

import log
from actions.saying import judge_again
from clock import BusinessClock
from commands.alarms import Alarms
from commands.errands import Errands
from commands.wiring import speak, voice_of
from storage import people
from storage.database import Database
from tests.kills.steps import Doom, DoomedDesk
from tests.transport.recording import FAST
from transport.request import AiohttpRequest
from transport.sender import Sender
from transport.telegram import Telegram

STEPS = tuple(
    f"{when} {what}" for what in ("plan", "ring", "claim", "sendMessage", "settle") for when in ("before", "after")
)
LOOK_SECONDS, PLAN_SECONDS = 0.02, 1.0


async def remind(url: str, base_url: str, token: str, clock_file: str, step: str, times: int) -> None:
    """Plan and say reminders until killed."""
    database, clock = Database(url), BusinessClock(Path(clock_file))
    database.hold()
    desk = DoomedDesk(database)
    desk.doom = doom = Doom(step, times)
    telegram = Telegram(AiohttpRequest(), token, base_url)
    call = telegram.call
    telegram.call = lambda method, **asked: doom.around(method, call(method, **asked))  # type: ignore[method-assign]
    sender = Sender(telegram, desk.do, speak, clock.now, FAST)
    sender.delivery.on_undelivered, sender.judge_again = people.undelivered, judge_again
    alarms = Alarms(desk, Errands(), clock.now, sender.hand, every_seconds=PLAN_SECONDS)
    await telegram.open()
    await sender.start()
    while True:
        await alarms.tick()
        await asyncio.sleep(LOOK_SECONDS)


def warm() -> None:
    """Have at hand what a bot reads when it first speaks, so that a life of some tenths of a second is one."""
    configure_mappers()
    coming = {"reminder": 1, "what": "", "customer": None, "every": None, "missed_at": None}
    coming |= {"today": "2027-03-01", "next_on": "2027-03-02"}
    for view, facts in (("NothingDue", {}), ("ReminderComes", coming)):
        voice_of("zh").speak(view, facts)


def fork(url: str, base_url: str, token: str, clock_file: str) -> None:
    """One bot for each line, until the input ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    warm()
    for line in sys.stdin:
        step, _, times = line.strip().rpartition(" ")
        if (child := os.fork()) == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            asyncio.run(remind(url, base_url, token, clock_file, step, int(times)))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    log.set_up("ERROR", secrets=[sys.argv[3]])
    fork(*sys.argv[1:5])
