"""Dates of customers and reminders of one's own, understood; every other message is left alone."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lookup import Book, Entry
from parsing.occasions import occasion
from parsing.remindme import remind

HEARD = datetime(2026, 11, 18, 9, 41, tzinfo=ZoneInfo("Asia/Shanghai"))
BOOK = Book([Entry(1, "海岳食品", (), ("王总",)), Entry(2, "Acme", (), ("Mr Wong",))])


@pytest.mark.parametrize(
    ("text", "words", "on", "yearly", "ahead", "ids"),
    [
        ("王总生日 3月8日", "王总生日", "2027-03-08", True, 0, (1,)),
        ("王总生日是1980年3月8日", "王总生日", "2027-03-08", True, 0, (1,)),
        ("王总的生日3月8日，提前一周提醒", "王总的生日", "2027-03-08", True, 7, (1,)),
        ("海岳合同 2027-06-30 到期, 提前30天提醒", "合同到期", "2027-06-30", False, 30, (1,)),
        ("合同 2027-06-30 到期, 提前两个月提醒", "合同到期", "2027-06-30", False, 60, ()),
        (
            "Acme contract ends 30 June 2027, remind me 30 days before",
            "contract ends",
            "2027-06-30",
            False,
            30,
            (2,),
        ),
        ("Mr Wong's birthday is 8 March", "Mr Wong's birthday", "2027-03-08", True, 0, (2,)),
        ("Acme's lease expires on 1 Jan 2027", "lease expires", "2027-01-01", False, 30, (2,)),
    ],
)
def test_a_date_of_a_customer(text: str, words: str, on: str, yearly: bool, ahead: int, ids: tuple[int, ...]) -> None:
    said = occasion(text, HEARD, BOOK)
    assert said is not None
    assert (said.words, str(said.on), said.yearly, said.ahead, said.customer_ids) == (words, on, yearly, ahead, ids)


@pytest.mark.parametrize(
    "text",
    [
        "拜访海岳，合同12月1日到期，聊了续约", "海岳合同签了，12月1日", "下周三跟王总过生日", "王总生日",
        "海岳 下周三跟进", "Acme signed the contract on 1 December", "visited Acme, contract ends 30 June 2027",
    ],
)  # fmt: skip
def test_what_says_more_or_less_is_no_date(text: str) -> None:
    assert occasion(text, HEARD, BOOK) is None


@pytest.mark.parametrize(
    ("text", "words", "on", "at", "every"),
    [
        ("每周五提醒我整理报价", "整理报价", "2026-11-20", "09:00", "week"),
        ("每周三8点提醒我开会", "开会", "2026-11-25", "08:00", "week"),
        ("每天下午5点提醒我写日报", "写日报", "2026-11-18", "17:00", "day"),
        ("每个工作日9点提醒我看邮件", "看邮件", "2026-11-19", "09:00", "workday"),
        ("每月1号提醒我对账", "对账", "2026-12-01", "09:00", "month"),
        ("明天下午3点提醒我寄样品", "寄样品", "2026-11-19", "15:00", None),
        ("半小时后提醒我开会", "开会", "2026-11-18", "10:11", None),
        ("remind me in 2 hours to call Acme", "call Acme", "2026-11-18", "11:41", None),
        ("remind me to send samples tomorrow at 3pm", "send samples", "2026-11-19", "15:00", None),
        ("every Friday remind me to tidy the quotes", "tidy the quotes", "2026-11-20", "09:00", "week"),
        ("remind me daily at 9 to stretch", "stretch", "2026-11-19", "09:00", "day"),
        ("remind me monthly on the 31st to check stock", "check stock", "2026-12-31", "09:00", "month"),
    ],
)
def test_a_reminder_of_ones_own(text: str, words: str, on: str, at: str, every: str | None) -> None:
    said = remind(text, HEARD)
    assert said is not None
    assert (said.words, str(said.on), said.at.isoformat("minutes"), said.every) == (words, on, at, every)


@pytest.mark.parametrize(
    "text",
    [
        "提醒我买票",
        "8:15 提醒我",
        "每天8点提醒我",
        "拜访海岳，他让我提醒我下周寄样品",
        "remind me at 8:15",
        "海岳 下周三跟进",
    ],
)
def test_what_asks_for_nothing_or_for_something_else_is_no_reminder(text: str) -> None:
    assert remind(text, HEARD) is None
