"""Anything may be typed: every text is answered with at least one fact, and nothing is raised."""

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsing import correction, dates, moment, several_customers, understand
from tests.parsing.figures import gold
from tests.parsing.saying import BOOK, NOW, hear

PIECES = [
    *"0123456789,.:/-+¥$€#@!！，。、（）()'\"\n\t \x00\u0301\u200d",
    "万",
    "亿",
    "千",
    "百",
    "二",
    "十",
    "月",
    "日",
    "周",
    "下",
    "前",
    "后",
    "了",
    "年",
    "点",
    "半",
    "季度",
    "第",
    "两",
    "底",
    "2月30日",
    "99:99",
    "13800138000",
    "海岳",
    "王总",
    "Blue Mill",
    "next",
    "week",
    "in",
    "half",
    "quarter",
    "to",
    "a",
    "999999999999999",
    "万亿",
    "k",
    "m",
    "each",
    "total",
    "拜访",
    "签了",
    "no",
    "不是",
    "新客户",
    "🙂",
    "ﷺ",
    "İ",
    "ß",
    "²",
    "٣",
    "𠮷",
    "上上下下",
    "0月0日",
    "廿",
    "卅",
    "过",
    "小时",
    "days",
    "ago",
]


@settings(max_examples=400)
@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    assert hear(text)


@settings(max_examples=800)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["CN", "US", "DE", "SG", "XX"]))
def test_any_heap_of_the_grammars_own_words_is_answered(text: str, region: str) -> None:
    assert understand(text, heard=NOW, book=BOOK, region=region, currency="EUR")
    correction(text, heard=NOW, region=region)
    moment(text, NOW, region)
    several_customers(text, region=region)


@given(st.data())
def test_any_piece_of_a_real_message_is_answered(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([row["text"] for row in gold()]))
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    assert hear(text[start:end] + text[:start])


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "、",
        "（(",
        "e\u0301",
        "1,",
        "1.2",
        "call ",
        "万",
        "周",
        "下周3点a1,",
        "138 ",
        "王总",
        "one two ",
        "1-1-",
        "拜访",
        "$1 ",
        "#成交 ",
        "3月",
        "三点",
        "a\n",
        "'",
        "\x00",
        "新客户 ",
        "no, ",
    ],
)
def test_the_longest_text_of_one_piece_is_answered(piece: str) -> None:
    assert hear((piece * 4096)[:4096])


@pytest.mark.parametrize(
    "text",
    [
        "9" * 31 + " \n 百", "1-" * 30 + "百", "5日5月" * 12 + "x", "sales " + "nov 1." * 10 + "x",
        "聊了" + "报价是" * 30 + "好海岳食品", "周五前" + "新的" * 30 + "好",
    ],
)  # fmt: skip
def test_what_can_be_cut_into_words_in_many_ways_is_answered(text: str) -> None:
    assert hear(text)


def test_what_is_beyond_the_longest_message_is_not_read() -> None:
    assert hear(" " * 4096 + "拜访了海岳食品")[0].customer is None


def test_the_words_said_are_kept() -> None:
    assert hear("  拜访了海岳食品  ")[0].text == "拜访了海岳食品"
    assert (
        "".join(said.text for said in hear("拜访了海岳食品，聊了。致电百禾乳业没人接"))
        == "拜访了海岳食品，聊了。致电百禾乳业没人接"
    )


@pytest.mark.soak
def test_a_hundred_thousand_random_messages_are_answered() -> None:
    chance, real = Random(20261118), [row["text"] for row in gold()]
    for _ in range(100_000):
        pieces = chance.choices(PIECES, k=chance.randrange(1, 16))
        told = chance.choice(real)
        cut = chance.randrange(len(told))
        text = chance.choice(["".join(pieces), " ".join(pieces), told[cut:] + "".join(pieces) + told[:cut]])
        assert hear(text, region=chance.choice(["CN", "US", "DE", "SG"])), text


COUNTS = (
    "",
    *"一两三七十俩半百〇廿",
    "十一",
    "卅",
    "12",
    "0",
    "99",
    "1000",
    "a",
    "half an",
    "a couple of",
    "fortnight",
)
UNITS = (
    "小时",
    "天",
    "日",
    "周",
    "月",
    "个月",
    "年",
    "季度",
    "工作日",
    "号",
    "点",
    "hours",
    "weeks",
    "months",
    "th",
    "pm",
)
SIDES = ("", "后", "内", "前", " later", " ago", "半", "一刻")


@pytest.mark.parametrize("unit", UNITS)
def test_every_count_of_every_unit_is_a_day_or_none(unit: str) -> None:
    for before, count, side in product(("", "过", "下", "大年初", "去年", "in ", "on the "), COUNTS, SIDES):
        assert isinstance(dates.find(f"{before}{count}{unit}{side}", NOW), tuple)
