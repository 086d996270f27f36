"""How names sound: surnames first, second readings kept, careless typing forgiven."""

import pytest

from lookup.readings import OTHERS, initials, loose, pinyin, readings, table
from lookup.surnames import COMPOUND, SURNAMES, surname
from lookup.writing import words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("曾勇", "zengyong"),
        ("单国强", "shanguoqiang"),
        ("仇英", "qiuying"),
        ("查良", "zhaliang"),
        ("朴俊", "piaojun"),
        ("区志明", "ouzhiming"),
        ("翟天", "zhaitian"),
        ("解雯", "xiewen"),
        ("尉迟敬", "yuchijing"),
        ("单于明", "chanyuming"),
        ("欧阳锋", "ouyangfeng"),
        ("吕布", "lvbu"),
        ("覃勇", "qinyong"),
        ("華星", "huaxing"),
        ("宁波银行", "ningboyinxing"),
        ("Acme", "acme"),
        ("", ""),
    ],
)
def test_the_likeliest_reading(name: str, expected: str) -> None:
    assert pinyin(words(name)) == expected


def test_a_character_with_two_readings_is_found_by_either() -> None:
    assert {"".join(way) for way in readings(words("长安"))} == {"changan", "zhangan"}
    assert {"".join(way) for way in readings(words("嘉乐商行"))} >= {"jialeshanghang", "jiayueshangxing"}


@pytest.mark.parametrize(
    ("one", "other"), [("huaxing", "huaxin"), ("zhang", "zan"), ("shi", "si"), ("lvye", "luye"), ("chuang", "cuan")]
)
def test_careless_spellings_are_one(one: str, other: str) -> None:
    assert loose(one) == loose(other)


@pytest.mark.parametrize(("name", "expected"), [("王建国", "wjg"), ("Tan Ah Kow", "tak"), ("曾总", "zz"), ("", "")])
def test_initials(name: str, expected: str) -> None:
    assert initials(words(name)) == expected


def test_every_surname_has_a_reading_of_letters_and_is_a_known_character() -> None:
    assert all(reading.isascii() and reading.isalpha() for reading in SURNAMES.values())
    assert set(SURNAMES) | set("".join(COMPOUND)) <= set(table())


@pytest.mark.parametrize(("name", "expected"), [("欧阳锋", "欧阳"), ("王总", "王"), ("澜石", None), ("Wong", None)])
def test_the_surname_at_the_head_of_a_name(name: str, expected: str | None) -> None:
    assert surname(words(name)) == expected


def test_a_second_reading_is_another_one() -> None:
    assert not [character for character, other in OTHERS.items() if table()[character] == other]
