"""Every line of every push held against the records at the moment at which it is said, without asking what chose it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.cover import away
from commands.wiring import speak
from storage.models import (
    Customer,
    Interaction,
    Occasion,
    Occurrence,
    Outbox,
    Ownership,
    Person,
    Plan,
    Reminder,
    Standing,
)

from .about import About, Said
from .reasons import holds

SATURDAY = 5
LINE = re.compile(r"\d (?P<name>.+) (?P<tier>[ABC]) · (?P<because>.+)$")
SILENT = re.compile(r"(?P<name>.+) (?P<tier>[ABC]) · (?P<because>.+)$")
LATE = re.compile(r"(?P<name>.+) (?P<tier>[ABC])，(?P<because>.+?)。$")
TEAM = re.compile(r"\d (?P<name>.+) · (?P<days>\d+) 天 · (?P<owner>[^\s，]+)(?:，(?P<month>\d+)月(?P<day>\d+)日.+)?$")
WARNED = re.compile(r"(?P<name>.+)：(?:明天|周.|\d+月\d+日)会列给(?P<manager>.+)看。$")
BACK = re.compile(r"休假时|约好的还有 \d+ 件没做")
COUNTED = re.compile(r"(拜访|会面|电话|微信) (\d+) [家次]：|(明天)：|本周联系 (\d+) 次")
CHANNEL = {"拜访": "visit", "会面": "meeting", "电话": "call", "微信": "message"}


@dataclass
class Truth:
    """Looks at whatever was said since it looked last."""

    last: int = 0
    said: list[Said] = field(default_factory=list)
    checked: int = 0
    untrue: list[str] = field(default_factory=list)

    def look(self, db: Session, now: datetime) -> None:
        """Judge what was said since, as things stand."""
        fresh = select(Outbox).where(Outbox.id > self.last, Outbox.key.like("o%")).order_by(Outbox.id)
        for row in db.scalars(fresh).all():
            self.last = row.id
            occurrence = db.get(Occurrence, int(row.key[1:])) if row.key[1:].isdigit() else None
            spoken = speak(row)
            if occurrence is None or spoken is None:
                continue
            told = About(db, db.get_one(Person, occurrence.person_id), occurrence, now)
            self.said.append(told.said())
            self._judge(told, spoken.text.split("\n"))

    def _judge(self, told: About, lines: list[str]) -> None:
        judge, which = JUDGES.get(told.row.kind, (_anything, None))
        judged = [line for line in lines if which is None or which.match(line)]
        if not judged:
            self.untrue.append(f"{told.row.kind}: nothing could be judged in {lines}")
        for line in judged if which else ["\n".join(lines)]:
            self.checked += 1
            if not judge(told, line):
                self.untrue.append(f"{told.on} {told.row.kind} to {told.who.name}: {line}")


def _line(told: About, line: str) -> bool:
    """A customer with its tier and the reason why it is there."""
    found = LINE.match(line) or SILENT.match(line) or LATE.match(line)
    customer = told.customer(found["name"]) if found else None
    if found is None or customer is None:
        return False
    touched = told.silent_for(customer) == 0
    tier = told.db.get_one(Standing, customer).tier
    return tier == found["tier"] and not touched and holds(told, customer, found["because"])


def _agenda(told: About, line: str) -> bool:
    """A line; that a manager will see one; or what became of a leave."""
    if warned := WARNED.match(line):
        customer = told.customer(warned["name"])
        return (
            customer is not None and told.db.get_one(Standing, customer).tier == "A" and told.silent_for(customer) != 0
        )
    if BACK.match(line):
        ended = date.fromisoformat(told.who.away_until or "")
        return ended < told.on and not away(told.who, told.on)
    return _line(told, line)


def _passed(told: About, text: str) -> bool:
    """A time of today that has gone by, and nothing says what became of it."""
    return _ahead(told, text) and told.now > _begins(told.db.get_one(Plan, int(told.row.facts["plan_id"])))


def _begins(plan: Plan) -> datetime:
    return datetime.combine(plan.due_on, plan.due_at or time.min, ZoneInfo(plan.zone))


def _team(told: About, line: str) -> bool:
    """One customer of the team that stays late, with its owner."""
    found = TEAM.match(line)
    if found is None:
        return False
    named = select(Customer.id).join(Ownership, Ownership.customer_id == Customer.id)
    named = named.join(Person, Person.id == Ownership.person_id).where(Ownership.until_at.is_(None))
    customer = told.db.scalar(named.where(Customer.name == found["name"], Person.name == found["owner"]))
    if customer is None:
        return False
    owner = told.db.scalars(select(Person).where(Person.name == found["owner"])).one()
    tries = {(on.month, on.day) for on in told.tried(customer)}
    tried = found["month"] is None or (int(found["month"]), int(found["day"])) in tries
    return tried and told.silent_for(customer) == int(found["days"]) + told.away(owner, customer)


def _ahead(told: About, text: str) -> bool:
    """A time that is agreed for today with this customer, and open."""
    plan = told.db.get_one(Plan, int(told.row.facts["plan_id"]))
    name = told.db.get_one(Customer, plan.customer_id).name
    agreed = plan.settled_on is None and plan.due_on == told.on and plan.due_at is not None
    return agreed and text.startswith(f"{plan.due_at:%H:%M} {name}")


def _asked(told: About, text: str) -> bool:
    row = told.db.get_one(Reminder, int(told.row.facts["reminder_id"]))
    return row.ended_at is None and row.words in text


def _occasion(told: About, text: str) -> bool:
    row = told.db.get_one(Occasion, int(told.row.facts["occasion_id"]))
    today = (row.on.month, row.on.day) == (told.on.month, told.on.day)
    return row.ended_at is None and row.words in text and ("就是今天" in text) is today


def _report(told: About, line: str) -> bool:
    """As many contacts of a kind as were recorded for today; tomorrow, where that is a working day."""
    found = COUNTED.match(line)
    if found is None:
        return False
    if found[4]:
        monday = told.on - timedelta(days=told.on.weekday())
        mine = select(func.count()).where(Interaction.author_id == told.who.id, Interaction.made_on >= monday)
        return told.db.scalar(mine.where(Interaction.answered, Interaction.channel != "note")) == int(found[4])
    if found[3]:
        return (told.on + timedelta(days=1)).weekday() < SATURDAY and not away(told.who, told.on + timedelta(days=1))
    mine = select(func.count()).where(Interaction.author_id == told.who.id, Interaction.made_on == told.on)
    mine = mine.where(Interaction.answered, Interaction.channel == CHANNEL[found[1]])
    return told.db.scalar(mine) == int(found[2])


def _anything(told: About, text: str) -> bool:
    return bool(text)


def _escalation(told: About, line: str) -> bool:
    return _team(told, line) if told.row.subject == "manager" else _line(told, line)


Judge = Callable[[About, str], bool]
JUDGES: dict[str, tuple[Judge, re.Pattern[str] | None]] = {
    "agenda": (_agenda, re.compile(f"{LINE.pattern}|{WARNED.pattern.replace('name', 'warned')}|{BACK.pattern}")),
    "after": (_passed, None),
    "nag": (_line, SILENT),
    "escalation": (_escalation, re.compile(r"\d .+ · \d+ 天 · |.+ [ABC]，")),
    "ahead": (_ahead, None),
    "asked": (_asked, None),
    "occasion": (_occasion, None),
    "report": (_report, COUNTED),
}
"""What judges a kind of push, line by line where a pattern says which lines state something; of others no line does."""
