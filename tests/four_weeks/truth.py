"""Every line of every push held against the records at the moment at which it is said, without asking what chose it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.cover import away, covered_by
from commands.wiring import speak
from storage import occurrences
from storage.models import (
    Complaint,
    Customer,
    Interaction,
    Later,
    Occasion,
    Occurrence,
    Outbox,
    Ownership,
    Person,
    Plan,
    Purchase,
    Reminder,
    Standing,
)

ZONE, SATURDAY = ZoneInfo("Asia/Shanghai"), 5
LINE = re.compile(r"\d (?P<name>.+) (?P<tier>[ABC]) · (?P<because>.+)$")
SILENT = re.compile(r"(?P<name>.+) (?P<tier>[ABC]) · (?P<because>.+)$")
LATE = re.compile(r"(?P<name>.+) (?P<tier>[ABC])，(?P<because>.+?)。$")
TEAM = re.compile(r"\d (?P<name>.+) · (?P<days>\d+) 天 · (?P<owner>\S+)")
DAYS = re.compile(r"(?:今天满 )?(\d+) 天(?:没联系(?:，平时 \d+)?|，该联系了)$")
COMPLAINT = re.compile(r"投诉第 (\d+) 天")
PROMISED = re.compile(r"答应 \d+月\d+日.+?(?:，已晚 (\d+) 天)?$")
AGREED = re.compile(r"(?:说好|约好)(今天|昨天|上?周.(?:（\d+月\d+日）)?|\s?\d+月\d+日)?\s*(\d\d:\d\d)?\s*(.*)$")
DO = re.compile(r"^(跟进|拜访|见面|打电话|发微信)$")
COUNTED = re.compile(r"(拜访|会面|电话|微信) (\d+) [家次]：|(明天)：")
CHANNEL = {"拜访": "visit", "会面": "meeting", "电话": "call", "微信": "message"}


@dataclass(frozen=True)
class Said:
    """One push that was said: to whom, of what kind, about what, for which date, and when."""

    person: int
    kind: str
    subject: str
    on: date
    at: datetime
    customers: tuple[int, ...]


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

    def _judge(self, told: "About", lines: list[str]) -> None:
        judge, which = JUDGES.get(told.row.kind, (_anything, None))
        judged = [line for line in lines if which is None or which.match(line)]
        if not judged:
            self.untrue.append(f"{told.row.kind}: nothing could be judged in {lines}")
        for line in judged if which else ["\n".join(lines)]:
            self.checked += 1
            if not judge(told, line):
                self.untrue.append(f"{told.on} {told.row.kind} to {told.who.name}: {line}")


@dataclass(frozen=True)
class About:
    """One push with what it is judged by."""

    db: Session
    who: Person
    row: Occurrence
    now: datetime

    @property
    def on(self) -> date:
        """The reader's date."""
        return self.now.astimezone(ZONE).date()

    def said(self) -> Said:
        """What is counted of it."""
        facts = self.row.facts
        about = [*facts.get("top", ()), *facts.get("customer_ids", ()), facts.get("customer_id", 0)]
        return Said(
            self.who.id, self.row.kind, self.row.subject, self.row.on, self.now,
            tuple(int(number) for number in about if number),
        )  # fmt: skip

    def customer(self, name: str) -> int | None:
        """The customer of this name whom the reader covers."""
        covered = covered_by(self.who, occurrences.deputies(self.db), self.on)
        mine = select(Customer.id).join(Ownership, Ownership.customer_id == Customer.id)
        mine = mine.where(Ownership.until_at.is_(None), Ownership.person_id.in_(covered))
        return self.db.scalar(mine.where(Customer.name == name, Customer.merged_into_id.is_(None)))

    def last_touch(self, customer: int) -> date | None:
        """The day of the last contact or sale."""
        met = select(func.max(Interaction.made_on)).where(Interaction.customer_id == customer)
        met = met.where(Interaction.answered, Interaction.channel != "note")
        sold = select(func.max(Purchase.made_on)).where(Purchase.customer_id == customer, Purchase.amount_minor >= 0)
        return max((on for on in (self.db.scalar(met), self.db.scalar(sold)) if on), default=None)

    def silent_for(self, customer: int) -> int | None:
        """Days since then."""
        last = self.last_touch(customer)
        return (self.on - last).days if last else None

    def plans(self, customer: int) -> list[Plan]:
        """What is agreed and open."""
        return list(self.db.scalars(select(Plan).where(Plan.customer_id == customer, Plan.settled_on.is_(None))))


def _line(told: About, line: str) -> bool:
    """A customer with its tier and the reason why it is there."""
    found = LINE.match(line) or SILENT.match(line) or LATE.match(line)
    customer = told.customer(found["name"]) if found else None
    if found is None or customer is None:
        return False
    touched = told.silent_for(customer) == 0
    tier = told.db.get_one(Standing, customer).tier
    return tier == found["tier"] and not touched and _because(told, customer, found["because"])


def _because(told: About, customer: int, because: str) -> bool:
    if days := DAYS.match(because):
        return told.silent_for(customer) == int(days[1])
    if because == "还没有记录":
        return told.last_touch(customer) is None
    if days := COMPLAINT.match(because):
        waits = select(func.min(Complaint.opened_on)).where(Complaint.customer_id == customer)
        opened = told.db.scalar(waits.where(Complaint.closed_on.is_(None)))
        return opened is not None and (told.on - opened).days + 1 == int(days[1])
    if kept := PROMISED.match(because):
        days_late = [(told.on - plan.promised_on).days for plan in told.plans(customer) if plan.promised_on]
        return int(kept[1] or 0) in days_late
    if because.startswith("推迟到"):
        put_off = select(Later.until_on).where(Later.customer_id == customer).order_by(Later.id.desc()).limit(1)
        until = told.db.scalar(put_off)
        return until is not None and until <= told.on
    if because.startswith("该补货了"):
        return told.silent_for(customer) is not None
    return _agreed(told, customer, because)


def _agreed(told: About, customer: int, because: str) -> bool:
    """Is exactly this agreed, and still open?"""
    found = AGREED.match(because)
    if found is None:
        return False
    at = time.fromisoformat(found[2]) if found[2] else None
    words = DO.sub("", found[3].strip())
    plans = [plan for plan in told.plans(customer) if (plan.words or "").strip() == words and plan.due_at == at]
    return any(_that_day(told, plan, (found[1] or "今天").strip()) for plan in plans)


def _that_day(told: About, plan: Plan, said: str) -> bool:
    if said == "今天":
        return plan.due_on == told.on
    if said == "昨天":
        return plan.due_on == told.on - timedelta(days=1)
    if "周" in said:
        weeks = (told.on - timedelta(days=told.on.weekday()) - plan.due_on).days > 0
        day = "周" + "一二三四五六日"[plan.due_on.weekday()]
        named = f"上{day}" if weeks else f"{day}（{plan.due_on.month}月{plan.due_on.day}日）"
        return said == named and 0 < (told.on - plan.due_on).days < 14
    return said == f"{plan.due_on.month}月{plan.due_on.day}日" and plan.due_on < told.on


def _team(told: About, line: str) -> bool:
    """One customer of the team that stays late, with its owner."""
    found = TEAM.match(line)
    if found is None:
        return False
    named = select(Customer.id).join(Ownership, Ownership.customer_id == Customer.id)
    named = named.join(Person, Person.id == Ownership.person_id).where(Ownership.until_at.is_(None))
    customer = told.db.scalar(named.where(Customer.name == found["name"], Person.name == found["owner"]))
    return customer is not None and told.silent_for(customer) == int(found["days"])


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
    "agenda": (_line, LINE),
    "nag": (_line, SILENT),
    "escalation": (_escalation, re.compile(r"\d .+ · \d+ 天 · |.+ [ABC]，")),
    "ahead": (_ahead, None),
    "asked": (_asked, None),
    "occasion": (_occasion, None),
    "report": (_report, COUNTED),
}
"""What judges a kind of push, line by line where a pattern says which lines state something; of others no line does."""
