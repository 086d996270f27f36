"""What people want of their own settings, in both languages; and what is no such wish."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from parsing.capacities import capacity_of, weekdays_of
from parsing.places import country_of, currency_of, zone_of
from parsing.wishes import Wish, answer, wish

WEDNESDAY = datetime(2026, 11, 18, 9, 41, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("8:15 提醒我", "agenda", ("08:15",)),
        ("每天早上8点15提醒我", "agenda", ("08:15",)),
        ("每天下午3点提醒我", "agenda", ("15:00",)),
        ("send it at 8:15", "agenda", ("08:15",)),
        ("remind me at 7:45am", "agenda", ("07:45",)),
        ("明天起休假到周五", "away", ("2026-11-19", "2026-11-20")),
        ("下周一到下周三休假", "away", ("2026-11-23", "2026-11-25")),
        ("周五请假", "away", ("2026-11-20", "2026-11-20")),
        ("我明天不在", "away", ("2026-11-19", "2026-11-19")),
        ("away until Friday", "away", ("2026-11-18", "2026-11-20")),
        ("away from Monday to Friday", "away", ("2026-11-23", "2026-11-27")),
        ("back on Monday", "away", ("2026-11-18", "2026-11-22")),
        ("I'm back", "back", ()),
        ("明天起休假两天", "away", ("2026-11-19", "2026-11-20")),
        ("away from Friday for 2 days", "away", ("2026-11-20", "2026-11-23")),
        ("下周一休假一周", "away", ("2026-11-23", "2026-11-29")),
        ("取消休假", "away", ()),
        ("中文", "language", ("zh",)),
        ("简体中文", "language", ("zh",)),
        ("English", "language", ("en",)),
        ("語言 繁體中文", "language", ("zh_hant",)),
        ("切換成英文", "language", ("en",)),
        ("switch to English", "language", ("en",)),
        ("language: chinese", "language", ("zh",)),
        ("安静时间 22:00 到 7:30", "quiet", ("22:00", "07:30")),
        ("quiet 10pm to 7am", "quiet", ("22:00", "07:00")),
        ("no quiet hours", "quiet", ("00:00", "00:00")),
        ("时区 新加坡", "zone", ("Asia/Singapore",)),
        ("time zone New York", "zone", ("America/New_York",)),
    ],
)
def test_a_wish_in_plain_words_names_its_setting(text: str, field: str, values: tuple[str, ...]) -> None:
    assert wish(text, WEDNESDAY) == Wish(field, values)


@pytest.mark.parametrize(
    "text",
    [
        "王总不在", "客户不在", "我不在", "3点提醒我给王总打电话", "下午3点提醒我", "remind me at 3pm", "提醒我",
        "off the record", "周一上班", "拜访了华星，聊了报价", "time zone Atlantis", "away", "中文合同寄给海岳了",
    ],
)  # fmt: skip
def test_other_messages_are_no_wishes(text: str) -> None:
    assert wish(text, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("agenda", "8点一刻", ("08:15",)),
        ("agenda", "0815", ("08:15",)),
        ("agenda", "8.30", ("08:30",)),
        ("quiet", "22:00-7:00", ("22:00", "07:00")),
        ("zone", "东京", ("Asia/Tokyo",)),
        ("away", "到周五", ("2026-11-18", "2026-11-20")),
        ("away", "Thursday to Friday", ("2026-11-19", "2026-11-20")),
    ],
)
def test_a_bare_value_answers_the_setting_that_was_asked_for(field: str, text: str, values: tuple[str, ...]) -> None:
    assert answer(field, text, WEDNESDAY) == Wish(field, values)


def test_a_value_that_fits_nothing_is_no_answer() -> None:
    assert answer("agenda", "25:70", WEDNESDAY) is None
    assert answer("zone", "Atlantis", WEDNESDAY) is None


def test_capacity_is_two_numbers_in_either_order() -> None:
    assert capacity_of("80 家，一天 5 家") == capacity_of("5 a day, 80 each") == (80, 5)
    assert capacity_of("80") is None
    assert capacity_of("0 0") is None


def test_working_days_are_a_range_or_a_list() -> None:
    assert weekdays_of("周一到周六") == weekdays_of("Mon-Sat") == (1, 2, 3, 4, 5, 6)
    assert weekdays_of("sun to thu") == (1, 2, 3, 4, 7)
    assert weekdays_of("周一、周三") == (1, 3)
    assert weekdays_of("华星") is None


def test_places_are_known_by_the_names_people_give_them() -> None:
    assert zone_of("新加坡") == zone_of("Singapore") == "Asia/Singapore"
    assert zone_of("asia/tokyo") == "Asia/Tokyo"
    assert (country_of("新加坡"), country_of("de-by"), country_of("nowhere")) == ("SG", "DE-BY", None)
    assert (currency_of("S$", "CNY"), currency_of("美元", "CNY"), currency_of("香蕉", "CNY")) == ("SGD", "USD", None)
