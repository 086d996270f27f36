"""The reason on a line, held against the records."""

import re
from datetime import date, time, timedelta

from sqlalchemy import func, select

from storage.models import (
    Complaint,
    Later,
    Plan,
)

from .about import About

DAYS = re.compile(r"(?:今天满 )?(\d+) 天(?:没联系(?:（休假 (?P<leave>\d+) 天不算）|，平时 \d+)?|，该联系了)$")
TRIED = re.compile(
    r"(\d+) 天没联系，(今天|昨天|上?周.(?:（\d+月\d+日）)?|\d+月\d+日)(?:去过，没见到人|打过，没联系上|发过微信，没回)$"
)
STOCK = re.compile(r"该补货了：上次 (\d+)月(\d+)日，(\d+) 天了，平时 \d+$")
FOLLOW = re.compile(r"(今天|昨天该|(?:上?周.(?:（\d+月\d+日）)?|\d+月\d+日)\s?该)跟进：(.+)$")
COMPLAINT = re.compile(r"投诉第 (\d+) 天")
PROMISED = re.compile(r"答应 \d+月\d+日.+?(?:，已晚 (\d+) 天)?$")
AGREED = re.compile(r"(?:说好|约好|打算)(今天|昨天|上?周.(?:（\d+月\d+日）)?|\s?\d+月\d+日)?\s*(\d\d:\d\d)?\s*(.*)$")
DO = re.compile(r"^(跟进|拜访|见面|打电话|发微信)$")


def holds(told: About, customer: int, because: str) -> bool:
    """Is it so?"""
    silent = _silent(told, customer, because)
    return _other(told, customer, because) if silent is None else silent


def _silent(told: About, customer: int, because: str) -> bool | None:
    """Of what is said of days without contact or a sale; None of anything else."""
    if days := DAYS.match(because):
        left_out = told.away(told.who, customer) if days["leave"] else 0
        return told.silent_for(customer) == int(days[1]) + left_out and left_out == int(days["leave"] or 0)
    if days := TRIED.match(because):
        named = any(_is_day(told, on, days[2]) for on in told.tried(customer))
        return named and told.silent_for(customer) == int(days[1])
    if stock := STOCK.match(because):
        last = told.last_sale(customer)
        said = last is not None and (last.month, last.day) == (int(stock[1]), int(stock[2]))
        return said and last is not None and (told.on - last).days == int(stock[3])
    if follow := FOLLOW.match(because):
        plans = [plan for plan in told.plans(customer) if _that_day(told, plan, follow[1].removesuffix("该").strip())]
        return any(follow[2].rstrip("…") in told.said_with(plan) for plan in plans if not plan.words)
    return None


def _other(told: About, customer: int, because: str) -> bool:
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
    return _is_day(told, plan.due_on, said)


def _is_day(told: About, on: date, said: str) -> bool:
    if said == "今天":
        return on == told.on
    if said == "昨天":
        return on == told.on - timedelta(days=1)
    if "周" in said:
        weeks = (told.on - timedelta(days=told.on.weekday()) - on).days > 0
        day = "周" + "一二三四五六日"[on.weekday()]
        named = f"上{day}" if weeks else f"{day}（{on.month}月{on.day}日）"
        return said == named and 0 < (told.on - on).days < 14
    return said == f"{on.month}月{on.day}日" and on < told.on
