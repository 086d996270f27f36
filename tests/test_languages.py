"""Which language somebody is spoken to, by what their phone says, what they ask for and where they are."""

import pytest

from languages import SPOKEN, TRADITIONAL, chosen, of_phone, tongue


@pytest.mark.parametrize(
    ("code", "zone", "spoken"),
    [
        ("zh-hans", "Asia/Shanghai", "zh"),
        ("zh", "Asia/Shanghai", "zh"),
        ("", "Asia/Shanghai", "zh"),
        ("zh-Hans-HK", "Asia/Hong_Kong", "zh"),
        ("zh-hant", "Asia/Taipei", "zh_tw"),
        ("zh-hant", "Asia/Hong_Kong", "zh_hk"),
        ("zh-Hant-HK", "Asia/Taipei", "zh_hk"),
        ("zh_TW", "Asia/Shanghai", "zh_tw"),
        ("zh-MO", "Asia/Macau", "zh_hk"),
        ("en-GB", "Asia/Shanghai", "en"),
        ("de", "Europe/Berlin", "en"),
    ],
)
def test_a_phone_is_spoken_to_in_its_language(code: str, zone: str, spoken: str) -> None:
    assert of_phone(code, zone) == spoken


def test_traditional_is_that_of_where_one_is() -> None:
    assert (chosen(TRADITIONAL, "Asia/Taipei"), chosen(TRADITIONAL, "Asia/Hong_Kong")) == ("zh_tw", "zh_hk")
    assert [chosen(language, "Asia/Hong_Kong") for language in SPOKEN] == list(SPOKEN)


def test_what_is_not_spoken_is_refused() -> None:
    with pytest.raises(KeyError):
        chosen("fr", "Europe/Paris")


def test_the_companys_own_words_are_in_two_tongues() -> None:
    assert [tongue(language) for language in SPOKEN] == ["zh", "zh", "zh", "en"]
