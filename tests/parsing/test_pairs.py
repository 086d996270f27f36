"""The company's own words in several languages, as an admin types them on one line."""

import pytest

from parsing.pairs import own_words


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("滤芯 / Filters", {"zh": "滤芯", "en": "Filters"}),
        ("滤芯 / 濾芯 / Filters", {"zh": "滤芯", "zh_tw": "濾芯", "en": "Filters"}),
        ("Filters / 滤芯 / 台灣：濾心 / 港: 濾芯", {"zh": "滤芯", "zh_tw": "濾心", "zh_hk": "濾芯", "en": "Filters"}),
        ("繁：濾心", {"zh_tw": "濾心"}),
        ("濾心", {"zh": "濾心"}),
        ("HK: 濾芯; EN: Filters", {"zh_hk": "濾芯", "en": "Filters"}),
        ("滤芯 / 净水 / Filters", {}),
    ],
)
def test_own_words_are_told_apart(words: str, called: dict[str, str]) -> None:
    assert own_words(words) == called
