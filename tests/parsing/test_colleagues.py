"""What an admin wants of colleagues and teams, and the company's own words, as they are typed."""

import pytest

from parsing.colleagues import Staffing, staffing
from parsing.own_fields import FieldSaid, number_of, own_field
from parsing.pairs import pair

NAMES = (("合同号", "contract number"), ("到期", "expiry"))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("暂停 周航", Staffing("pause", "周航")),
        ("pause Ben Tan", Staffing("pause", "Ben Tan")),
        ("恢復周航", Staffing("resume", "周航")),
        ("周航 设为主管", Staffing("give", "周航", "manager")),
        ("make Ben an admin", Staffing("give", "Ben", "admin")),
        ("取消周航的主管", Staffing("take", "周航", "manager")),
        ("周航不再是管理员", Staffing("take", "周航", "admin")),
        ("Ben is no longer a manager", Staffing("take", "Ben", "manager")),
        ("周航 带 华东组", Staffing("lead", "周航", "华东组")),
        ("Ben leads East", Staffing("lead", "Ben", "East")),
        ("周航 调到 华东组", Staffing("move", "周航", "华东组")),
        ("move Ben to East", Staffing("move", "Ben", "East")),
        ("rename Ben to Benjamin", Staffing("name", "Ben", "Benjamin")),
        ("同事 周航", Staffing("open", "周航")),
        ("people Ben", Staffing("open", "Ben")),
        ("新团队 上海组 属于 华东组", Staffing("new_team", "", "上海组", "华东组")),
        ("new team Shanghai under East", Staffing("new_team", "", "Shanghai", "East")),
    ],
)
def test_a_wish_about_a_colleague_or_a_team(words: str, wanted: Staffing) -> None:
    assert staffing(words) == wanted


@pytest.mark.parametrize("words", ["", "暂停", "拜访了海岳，报价5万", "Ben is a manager at Acme", "a" * 200])
def test_other_words_are_none(words: str) -> None:
    assert staffing(words) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("海岳 合同号 A-17", FieldSaid("海岳", 0, "A-17")),
        ("海岳的合同号是A-17", FieldSaid("海岳", 0, "A-17")),
        ("海岳 合同號：A-17", FieldSaid("海岳", 0, "A-17")),
        ("Seacrest's Contract Number is A-17", FieldSaid("Seacrest", 0, "A-17")),
        ("Seacrest expiry 1 May 2027", FieldSaid("Seacrest", 1, "1 May 2027")),
        ("海岳 合同号 无", FieldSaid("海岳", 0, None)),
        ("合同号 A-17", None),
        ("海岳 合同号", None),
        ("海岳 发票号 A-17", None),
    ],
)
def test_a_field_of_a_customer(words: str, wanted: FieldSaid | None) -> None:
    assert own_field(words, NAMES) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("1,200", "1200"), ("3.50", "3.5"), ("12万", "120000"), ("-4", "-4"), ("2k", "2000"), ("很多", None), ("", None)],
)
def test_a_number_as_it_is_kept(words: str, wanted: str | None) -> None:
    assert number_of(words) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("滤芯 / Filters", ("滤芯", "Filters")),
        ("Filters/滤芯", ("滤芯", "Filters")),
        ("滤芯", ("滤芯", None)),
        ("Filters", (None, "Filters")),
        ("a / b / c", (None, None)),
        ("", (None, None)),
    ],
)
def test_the_same_words_in_two_languages(words: str, wanted: tuple[str | None, str | None]) -> None:
    assert pair(words) == wanted
