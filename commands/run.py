"""`run`: the bot, until it is told to stop."""

import asyncio
import logging
import os
import signal
import sys
import time
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from actions import company
from actions.joining import set_up_code
from clock import BusinessClock
from storage.backups import BackupImpossible
from storage.condition import Unreachable
from storage.database import DatabaseHeld
from transport.poller import TokenRefused

from .migrate import SchemaTooNew, brought_up
from .settings import settings_of
from .wiring import Bot

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
"""How often one that stands by looks whether it is its turn, and one that talks whether it still is."""


def main(asked: Namespace) -> int:
    """Run until a signal says stop; 1 when the database is held or Telegram refuses the token."""
    settings = settings_of(asked, token_needed=True)
    import log as logs

    logs.set_up(settings.log.level.upper(), documents=settings.log.format == "json", secrets=[settings.telegram.token])
    bot = Bot(settings, BusinessClock(Path(settings.clock.file) if settings.clock.file else None))
    try:
        bot.database.hold()
        stand_by(bot)
        prepare(bot)
        asyncio.run(serve(bot))
    except (DatabaseHeld, TokenRefused, SchemaTooNew, BackupImpossible, Unreachable) as no:
        print(no, file=sys.stderr)
        return 1
    finally:
        bot.close()
    return 0


def stand_by(bot: Bot) -> None:
    """Wait until no other process talks for this database (PostgreSQL); a signal ends the waiting."""
    if bot.database.turn is None or bot.database.turn.take():
        return
    print("Another process talks for this database; standing by.", file=sys.stderr, flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    while not bot.database.turn.take():
        time.sleep(LOOK_SECONDS)


def prepare(bot: Bot) -> None:
    """Schema, settings and, for a company without people, the set-up code on the console."""
    brought_up(bot.database)
    with bot.database.transaction() as db:
        company.seed(db, bot.settings.seed(), bot.clock.now())
        code = set_up_code(db, bot.clock.now())
    if code:
        print(f"Nobody has joined yet. Write to your bot:  /start {code}", flush=True)


async def serve(bot: Bot) -> None:
    """Carry messages and ring alarms until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with bot.line:
        ticking = tick(bot)
        watching = asyncio.create_task(_watch_turn(bot, stop))
        bot.introducing.start()
        bot.lengthy.start()
        log.info("the bot listens", extra={"pid": os.getpid()})
        try:
            await bot.line.until(stop)
            if bot.database.turn is not None and watching.done():
                raise DatabaseHeld("the database let go of this process; another one may talk now")
        finally:
            watching.cancel()
            ticking.remove_all_jobs()
            await bot.alarms.rest()
            ticking.shutdown(wait=False)
            bot.introducing.stop()
            bot.lengthy.stop()


async def _watch_turn(bot: Bot, stop: asyncio.Event) -> None:
    """Stop where the server let go of this process: another one talks by now."""
    while bot.database.turn is not None:
        await asyncio.sleep(LOOK_SECONDS)
        if await asyncio.to_thread(bot.database.turn.lost):
            log.error("the database let go of this process; another one may talk now")
            stop.set()
            return


def tick(bot: Bot) -> "AsyncIOScheduler":
    """Look at once and then every second whether an alarm is to ring: a tick that is missed or late is made up by the
    next."""
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a tick while a night is judged is no trouble
    scheduler = AsyncIOScheduler(timezone="UTC")
    how = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None, "next_run_time": datetime.now(UTC)}
    scheduler.add_job(bot.alarms.tick, "interval", seconds=1, **how)
    scheduler.start()
    return scheduler
