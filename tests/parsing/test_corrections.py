"""Corrections: an opening and the new value, or the new value alone."""

from decimal import Decimal

import pytest

from parsing import correction
from tests.parsing.saying import NOW, day

SUMS = [
    "不对，是6万",
    "不是，是6万",
    "应该是6万",
    "6万",
    "预算6万",
    "改成6万",
    "错了，6万",
    "預算是6萬",
    "不是5万，是6万",
    "唔系，6萬",
    "no, 60k",
    "No 60k",
    "should be 60k",
    "actually 60k",
    "60k, not 50k",
    "make it 60k",
    "wrong, 60000",
    "60k",
    "it's 60k",
]
DAYS = {
    "不是,下周三": "11-25",
    "不对，周五": "11-20",
    "改到下周一": "11-23",
    "下周五": "11-27",
    "no, Friday": "11-20",
    "make it Friday 3pm": "11-20 15:00",
    "not Monday, Tuesday": "11-24",
    "明天": "11-19",
    "改成下午3点": "11-18 15:00",
}
NAMES = {
    "不是华兴，是华星": "华星",
    "不对，客户是百禾": "百禾",
    "it's Acme not Globex": "Acme",
    "no, Meadow": "Meadow",
    "I meant Blue Mill": "Blue Mill",
    "我是说百禾": "百禾",
    "客户是百禾": "百禾",
    "是百禾，不是海岳": "百禾",
    "Acme, not Globex": "Acme",
    "not Acme, Globex": "Globex",
}
NOTHING = [
    "拜访了华星",
    "no budget",
    "不是不想买",
    "今天",
    "等级",
    "visited Acme",
    "撤销",
    "",
    "no answer",
    "海岳",
    "下周三再跟进海岳食品王总",
    "not interested at all in our new products",
    "Acme, not interested",
    "Meadow not happy",
    "百禾，不是很满意",
    "不是价格问题，是交期",
    "不是不想买，是没预算",
    "客户 很满意",
    "客户 海岳食品 6万成交",
    "price too high",
    "budget approved",
    "contact Bob tomorrow",
    "next week call Acme",
    "follow-up Meadow Friday",
    "电话 百禾 下周三",
    "海岳食品 6万",
    "百禾 下周五",
    "Acme 60k",
    "Meadow on Friday",
    "no, Acme signed 60k",
    "sorry, Acme wants 60k",
    "actually Acme paid 60k",
    "it's going well at Acme",
    "it's Meadow's birthday on Friday",
    "that's 60k from Meadow",
    "wait, Meadow called about the quote on Friday",
    "是的，海岳签了6万",
    "应该周五能到货",
    "Should be fine by Friday",
    "联系人换了",
    "预算6万，周五给方案",
]


@pytest.mark.parametrize("text", SUMS)
def test_the_sum_is_put_right(text: str) -> None:
    meant = correction(text, heard=NOW)
    assert meant is not None
    assert meant.amount == Decimal(60000)


@pytest.mark.parametrize(("text", "want"), DAYS.items())
def test_the_day_is_put_right(text: str, want: str) -> None:
    meant = correction(text, heard=NOW)
    assert meant is not None
    assert day(meant.moment) == want


@pytest.mark.parametrize(("text", "want"), NAMES.items())
def test_the_customer_is_put_right(text: str, want: str) -> None:
    meant = correction(text, heard=NOW)
    assert meant is not None
    assert meant.customer == want


@pytest.mark.parametrize(
    ("text", "want"), [("不对，是电话", "call"), ("no, it was a visit", "visit"), ("不是，是投诉", "complaint")]
)
def test_the_kind_is_put_right(text: str, want: str) -> None:
    meant = correction(text, heard=NOW)
    assert meant is not None
    assert meant.intent == want


def test_the_phone_is_put_right() -> None:
    meant = correction("电话是139 0013 9000", heard=NOW)
    assert meant is not None
    assert meant.phone == "+8613900139000"


@pytest.mark.parametrize("text", NOTHING)
def test_other_messages_correct_nothing(text: str) -> None:
    assert correction(text, heard=NOW) is None
