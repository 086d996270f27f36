"""`demo`: a local Telegram, a company to play with, and the same bot as a child process."""

import asyncio
import logging
import secrets
import shutil
import signal
import sys
import tempfile
import webbrowser
from argparse import Namespace
from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import config
import reminders
from actions import company
from config import Settings
from demo.company import generate
from demo.company.load import load
from demo.house import Household, configure
from demo.telegram import LocalTelegram
from storage.database import Database
from storage.migrations import migrate

ZONE = ZoneInfo("Asia/Shanghai")
FIRST_PHONE = 101
MORNING = time(9, 41)


def main(asked: Namespace) -> int:
    """Serve the page until interrupted; 1 when the port is taken."""
    folder = asked.data_dir or Path(tempfile.mkdtemp(prefix="huifang-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    logging.getLogger("aiohttp").setLevel(logging.CRITICAL)  # a bot that is killed leaves its requests open
    try:
        with suppress(KeyboardInterrupt):
            return asyncio.run(serve(asked, folder))
        return 0
    except OSError as no:
        print(f"port {asked.port} is taken ({no.strerror}): choose another with --port N", file=sys.stderr)
        return 1
    finally:
        if asked.data_dir is None:
            shutil.rmtree(folder, ignore_errors=True)


async def serve(asked: Namespace, folder: Path) -> int:
    """The company, the local Telegram, the bot; its address on the first line once both answer."""
    telegram = LocalTelegram(token=_token(folder), folder=folder, zone=str(ZONE), seed=asked.seed)
    await telegram.start(asked.port)
    database = folder / "huifang.db"
    if not database.exists():
        _say("seeding a company ...")
        telegram.clock.begin_at(_start(asked))
        settings = config.load(configure(folder, telegram.base_url), {})
        await asyncio.to_thread(_found, database, asked, settings, telegram.clock.now())
    household = Household(telegram, folder, f"sqlite:///{database}")
    telegram.page.house = household.house()
    household.open_phones()
    stop = _stopped()
    try:
        await household.start_bot()
        print(telegram.page_url, flush=True)
        _say("Ctrl-C ends it")
        if not asked.no_browser:
            await asyncio.to_thread(webbrowser.open, telegram.page_url)
        await stop.wait()
    finally:
        await household.stop_bot()
        await telegram.stop()
    return 0


def _found(database: Path, asked: Namespace, settings: Settings, now: datetime) -> None:
    """Generate the company and put it into a new database, all of it or nothing."""
    unfinished = database.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    seeds = generate(asked.seed, now.astimezone(ZONE).date(), asked.customers, asked.language)
    migrate(f"sqlite:///{unfinished}")
    filled = Database(f"sqlite:///{unfinished}")
    with filled.transaction() as db:
        company.seed(db, settings.seed(), now)
        load(db, seeds, {person.key: FIRST_PHONE + n for n, person in enumerate(seeds.people)})
    filled.close()
    unfinished.rename(database)


def _start(asked: Namespace) -> datetime:
    """When the story begins: as asked (a time without a zone is the company's), else the next working morning."""
    if asked.start:
        at = datetime.fromisoformat(asked.start)
        return at if at.tzinfo else at.replace(tzinfo=ZONE)
    now = datetime.now(ZONE)
    first = now.date() if now.time() < MORNING else now.date() + timedelta(days=1)
    works = reminders.calendar_of("CN", (first.year, first.year + 1)).next_working_day(first)
    return datetime.combine(works, MORNING, ZONE)


def _token(folder: Path) -> str:
    """The demo bot's token, made once per folder."""
    file = folder / "token"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(f"42:{secrets.token_urlsafe(26)}")
    return file.read_text()


def _stopped() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
