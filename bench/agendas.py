"""Half past eight among 5,000 people: how close to Telegram's limit their agendas leave, and whether anybody waits."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions import company, judging
from actions.calendars import calendar_of
from actions.company import Company
from config import Settings
from storage import customers, nights, people
from storage.database import Database
from storage.migrations import migrate
from storage.models import Occurrence

from .bots import Child
from .company import Salesperson
from .figures import Figure
from .telegram import Telegram

PEOPLE = 5_000
A_SECOND = 30.0
"""New messages that Telegram takes from a bot in a second."""
MOST_CPU = 1000 / A_SECOND / 2
"""Milliseconds of CPU that one may cost: half of the time that it has, so that a busy machine keeps pace."""
BLOCKED = range(0, PEOPLE, 100)
"""Who has blocked the bot: one in a hundred."""
FIRST_PHONE = 10_001
ZONE = ZoneInfo("Asia/Shanghai")
DAWN, BEFORE, STRIKE = clock(7), clock(8, 29, 58), clock(8, 30)
LOOK_SECONDS = 0.5
ENOUGH_SECONDS = 600.0
CONFIGURATION = """\
[telegram]
base_url = "{base_url}"

[database]
url = "sqlite:///{folder}/huifang.db"
backups = 0

[clock]
file = "{folder}/clock.json"

[log]
level = "error"
"""


def figures(folder: Path) -> Iterator[Figure]:
    """One morning."""
    folder = folder / "morning"
    folder.mkdir()
    staff = [Salesperson(FIRST_PHONE + n, f"Seller {n}", []) for n in range(PEOPLE)]
    on = _found(folder / "huifang.db", staff)
    with closing(Telegram(staff)) as telegram:
        _limit(telegram, staff)
        _set(folder, on, DAWN)
        with closing(_bot(telegram, folder)) as bot:
            _wait_until(lambda: _planned(folder / "huifang.db", on) == PEOPLE, bot)
            _set(folder, on, BEFORE)
            began, spent = _instant(on, STRIKE).timestamp() - _ahead(folder), bot.cpu
            _wait_until(lambda: _answered(telegram) >= PEOPLE, bot)
            each = 1000 * (bot.cpu - spent) / PEOPLE
            yield from _told(telegram, staff, began)
    yield Figure(f"CPU of the bot for each of {PEOPLE:,} agendas", "ms", [each], most=MOST_CPU)


def _told(telegram: Telegram, staff: list[Salesperson], began: float) -> Iterator[Figure]:
    ledger = telegram.ask("GET", "/ledger")
    heard = {line["chat"] for line in ledger["accepted"]}
    share = 100 * PEOPLE / (max(line["at"] for line in ledger["accepted"]) - began) / A_SECOND
    waiting = sum(one.phone not in heard for n, one in enumerate(staff) if n not in BLOCKED)
    morning = f"{PEOPLE:,} agendas at 08:30"
    yield Figure(f"{morning}, of the {A_SECOND:g} a second that Telegram takes", "%", [share], least=95.0)
    yield Figure(f"{morning}, answered with 429", "", [float(ledger["refused"].get("429", 0))], most=0.0)
    yield Figure(f"{morning}, said twice", "", [float(len(ledger["accepted"]) - len(heard))], most=0.0)
    yield Figure(f"{morning}, never said, {len(BLOCKED)} people having blocked the bot", "", [float(waiting)], most=0.0)


def _found(file: Path, staff: list[Salesperson]) -> date:
    """A company in which everybody has somebody to see; the next working day."""
    url, now = f"sqlite:///{file}", datetime.now(ZONE)
    migrate(url)
    with closing(Database(url)) as database, database.transaction() as db:
        company.seed(db, Settings().seed(), now)
        in_force = company.in_force(db)
        on = calendar_of(in_force, None, now.date()).next_working_day(now.date() + timedelta(days=1))
        nights.begin(db, on, now).finished_at = now
        team = people.first_team(db, "").id
        for one in staff:
            seller = people.add(db, one.name, ("salesperson",), now, telegram_id=one.phone, language="zh")
            people.join(db, seller, team, leads=False)
            _customer(db, in_force, seller.id, f"客户{one.phone}", on)
    return on


def _customer(db: Session, in_force: Company, seller: int, name: str, on: date) -> None:
    created = datetime.combine(on - timedelta(days=60), DAWN, ZONE)
    row = customers.add(db, name, seller, created, fields={})
    judging.refresh(db, row, in_force, on, created)


def _limit(telegram: Telegram, staff: list[Salesperson]) -> None:
    telegram.ask("POST", "/faults", {"kind": "limits"})
    blocked = {"kind": "refuse", "method": "sendMessage", "code": 403, "times": None}
    for n in BLOCKED:
        telegram.ask("POST", "/faults", {**blocked, "chat": staff[n].phone})


def _bot(telegram: Telegram, folder: Path) -> Child:
    file = folder / "config.toml"
    file.write_text(CONFIGURATION.format(base_url=telegram.base_url, folder=folder))
    return Child("bot.py", "--config", str(file), "run", HUIFANG_TELEGRAM_TOKEN=telegram.token)


def _set(folder: Path, on: date, at: clock) -> None:
    """The business clock shows that time."""
    fresh = folder / "clock.new"
    fresh.write_text(str(_instant(on, at).timestamp() - time.time()))
    fresh.replace(folder / "clock.json")


def _ahead(folder: Path) -> float:
    return float((folder / "clock.json").read_text())


def _instant(on: date, at: clock) -> datetime:
    return datetime.combine(on, at, ZONE)


def _planned(file: Path, on: date) -> int:
    with closing(Database(f"sqlite:///{file}")) as database, database.reading() as db:
        return db.scalar(select(func.count()).where(Occurrence.kind == "agenda", Occurrence.on == on)) or 0


def _answered(telegram: Telegram) -> int:
    """Agendas accepted, or refused for good: who is told to wait is heard of again."""
    ledger = telegram.ask("GET", "/ledger?after=1000000")
    return int(ledger["calls"].get("sendmessage", 0)) - int(ledger["refused"].get("429", 0))


def _wait_until(so: Callable[[], bool], bot: Child) -> None:
    patience = time.monotonic() + ENOUGH_SECONDS
    while not so():
        assert bot.lives, "the bot ended by itself"
        assert time.monotonic() < patience, "it takes too long"
        time.sleep(LOOK_SECONDS)
