"""People at a customer, and the common words that only look like some."""

import pytest

from parsing import people
from tests.parsing.saying import one

COMMON = [
    "给海岳食品打了电话,预算5万,周五给方案",
    "周五给方案",
    "跟海岳食品聊方式",
    "和百禾乳业谈金额，成本高",
    "给百禾乳业看高度，温度要够",
    "跟海岳食品谈毛利，沟通程序",
    "找百禾乳业，马上要货，钱款已到",
    "给海岳食品介绍了小程序",
    "和百禾乳业保持老关系",
    "給海岳食品發方案",
    "给海岳食品方案书，确认",
]


@pytest.mark.parametrize("text", COMMON)
def test_a_common_word_is_nobody(text: str) -> None:
    said = one(text)
    assert said.contact is None
    assert said.customer in (None, "海岳食品", "百禾乳业")


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("给海岳食品的方敏打了电话", "方敏"),
        ("拜访百禾乳业，见了高建国", "高建国"),
        ("跟海岳食品的小方聊了方案", "小方"),
        ("和百禾乳业成总谈成本", "成总"),
        ("给海岳食品马工打电话", "马工"),
    ],
)
def test_a_person_of_that_surname_is_somebody(text: str, contact: str) -> None:
    assert one(text).contact == contact


@pytest.mark.parametrize(
    "name", ["方案", "高度", "金额", "毛利", "成本", "温度", "马上", "钱款", "程序", "常用", "任务"]
)
def test_common_words_are_no_names(name: str) -> None:
    assert not people.is_person(name)


@pytest.mark.parametrize("name", ["方敏", "高建国", "马云飞", "成龙", "欧阳娜", "向前进"])
def test_names_are_names(name: str) -> None:
    assert people.is_person(name)
