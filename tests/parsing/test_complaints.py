"""Complaints that are made and complaints that are over, and money that is asked for or paid back."""

from decimal import Decimal

import pytest

from tests.parsing.saying import day, one

SOLVED = [
    "complaint closed Meadow", "Meadow complaint solved", "Seacrest's complaint has been resolved",
    "closed the complaint from Meadow", "close Meadow complaint", "Meadow: complaint settled, all good now",
    "sorted out the Meadow complaint today", "the complaint at Seacrest is finally dealt with",
    "海岳食品投诉结案了", "投诉处理好了 百禾", "百禾的投诉解决了", "海岳投诉已处理完毕", "解决了海岳食品的投诉",
    "百禾乳业客诉已关闭", "海岳结案", "百禾投诉的事搞定了", "海岳投诉撤销了", "百禾投訴處理完了",
    "海岳上次的投诉已经解决，王总很满意",
]  # fmt: skip

STILL_OPEN = [
    "Meadow complaint not solved yet", "Meadow complained: the filter leaks", "Seacrest wants the complaint solved",
    "complaint from Meadow still to be resolved", "will close the Seacrest complaint on Friday",
    "海岳投诉还没解决", "百禾投诉要尽快处理好", "海岳投诉滤芯漏水", "百禾的投诉周五前解决", "海岳催我们把投诉解决了",
    "百禾上次的投诉解决了，今天又投诉漏水",
]  # fmt: skip

NONE = ["没有投诉，海岳很满意", "no complaints from Meadow"]


@pytest.mark.parametrize("text", SOLVED)
def test_a_complaint_is_over(text: str) -> None:
    said = one(text)
    assert (said.intent, said.solved, len(said.customer_ids)) == ("complaint", True, 1)
    assert said.sentiment != "negative"


@pytest.mark.parametrize("text", STILL_OPEN)
def test_a_complaint_is_open(text: str) -> None:
    said = one(text)
    assert (said.intent, said.solved, said.sentiment) == ("complaint", False, "negative")


@pytest.mark.parametrize("text", NONE)
def test_there_is_no_complaint(text: str) -> None:
    said = one(text)
    assert (said.intent, said.solved) == ("note", False)


@pytest.mark.parametrize(
    ("text", "sum_", "on"),
    [
        ("refund Meadow 2000", 2000, None),
        ("refunded Seacrest 2,000 yesterday", 2000, "11-17"),
        ("Meadow refund 2000", 2000, None),
        ("gave Meadow a refund of 2000", 2000, None),
        ("给海岳退款2000", 2000, None),
        ("海岳食品退款 2000", 2000, None),
        ("昨天退了海岳2000块", 2000, "11-17"),
        ("给百禾退了2千", 2000, None),
        ("退还百禾乳业货款1.2万", 12000, None),
    ],
)
def test_money_paid_back_is_a_sale_below_zero(text: str, sum_: int, on: str | None) -> None:
    said = one(text)
    assert (said.intent, said.amount_role, len(said.customer_ids)) == ("purchase", "refund", 1)
    assert (said.amount, said.amounts, day(said.event)) == (Decimal(-sum_), (Decimal(sum_),), on)
    assert said.sentiment != "positive"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Meadow wants a refund of 2000", "complaint"),
        ("海岳要求退款2000", "complaint"),
        ("will refund Meadow 2000 on Friday", "note"),
        ("周五给海岳退款2000", "note"),
        ("答应给海岳退款2000", "note"),
        ("海岳下单5万，上次的退款2000", "purchase"),
    ],
)
def test_money_that_is_not_paid_back_stays_above_zero(text: str, intent: str) -> None:
    said = one(text)
    assert said.intent == intent
    assert said.amount is not None
    assert said.amount > 0
