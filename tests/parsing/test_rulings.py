"""Rules changed in words, and words that change no rules."""

import pytest

from parsing.rulings import Ruling, ruling

CHANGES = {
    "A 70 改 75": ("cut_a", 75), "A70改75": ("cut_a", 75), "cut A 75": ("cut_a", 75), "A 分数线改到75": ("cut_a", 75),
    "A 级 70 分改成 72.5 分": ("cut_a", 72.5), "A cut 75": ("cut_a", 75), "set A 70 to 75": ("cut_a", 75),
    "B级线 42": ("cut_b", 42), "A 70 → 75": ("cut_a", 75), "A 改 75 分": ("cut_a", 75), "Ａ７０改７５": ("cut_a", 75),
    "A 周期 10 天": ("cadence_a", 10), "C周期60": ("cadence_c", 60), "A 7 天改 10 天": ("cadence_a", 10),
    "A 周期 7 改 10 天": ("cadence_a", 10), "cadence A 10": ("cadence_a", 10), "B every 14 days": ("cadence_b", 14),
    "成交权重 40": ("value_points", 40), "成交权重 30 改 40": ("value_points", 40),
    "潜力权重改成8": ("potential_high", 8),
    "weight sales 40": ("value_points", 40), "visits weight 5": ("engagement_points", 5),
    "半衰期 120 天": ("value_half_life", 120), "half-life 90 to 120 days": ("value_half_life", 120),
}  # fmt: skip


@pytest.mark.parametrize("text", CHANGES)
def test_a_change_is_understood(text: str) -> None:
    assert ruling(text) == Ruling(*CHANGES[text])


@pytest.mark.parametrize(
    "text",
    [
        "A 75",
        "A 10",
        "成交 40",
        "成交 30 改 40",
        "拜访A 70",
        "华星改75",
        "C 30 改 40",
        "A 沉默",
        "不对，是6万",
        "改 75",
        "A",
        "",
    ],
)
def test_other_words_change_no_rules(text: str) -> None:
    assert ruling(text) is None


@pytest.mark.parametrize(
    ("text", "about", "name", "value"),
    [
        ("A 75", "cuts", "cut_a", 75),
        ("b 45分", "cuts", "cut_b", 45),
        ("A 10", "cadences", "cadence_a", 10),
        ("C 60 天", "cadences", "cadence_c", 60),
        ("成交 40", "weights", "value_points", 40),
        ("sales 40", "weights", "value_points", 40),
        ("A 周期 10 天", "cuts", "cadence_a", 10),
    ],
)
def test_less_is_enough_once_it_was_asked_for(text: str, about: str, name: str, value: float) -> None:
    assert ruling(text, about) == Ruling(name, value)


def test_there_is_no_cut_for_c() -> None:
    assert ruling("C 20", "cuts") is None
