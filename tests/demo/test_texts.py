"""Texts and captions: what Telegram trims, measures and spots by itself."""

from typing import Any

import pytest

from demo.telegram.asked import Asked
from demo.telegram.entities import caption_of, heard, text_of
from demo.telegram.refusals import Refused

FOUND = [
    ("/today", "bot_command", "/today"),
    ("看 /today 吧", "bot_command", "/today"),
    ("/today@huifang_demo_bot now", "bot_command", "/today@huifang_demo_bot"),
    ("ask @mia_tan", "mention", "@mia_tan"),
    ("#成交 5万", "hashtag", "#成交"),
    ("see https://x.example/a?b=1.", "url", "https://x.example/a?b=1"),
    ("mail a.b@x.example now", "email", "a.b@x.example"),
    ("call +65 9123 4567", "phone_number", "+65 9123 4567"),
]
NOTHING = ["1/2", "and/or", "#1", "/start你好", "http://", "@ab", "</b>", "a@b", "plain"]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_telegram_spots_it_by_itself(text: str, kind: str, words: str) -> None:
    _, [entity] = heard(text)
    assert entity["type"] == kind
    assert cut(text, entity) == words


@pytest.mark.parametrize("text", NOTHING)
def test_telegram_spots_nothing(text: str) -> None:
    assert heard(text) == (text, [])


def test_nothing_is_spotted_inside_code_and_links() -> None:
    said = text_of(Asked({"text": "<code>/today</code> <a href='x.example'>/why</a>", "parse_mode": "HTML"}))
    assert [entity["type"] for entity in said["entities"]] == ["code", "text_link"]


def test_a_text_comes_back_trimmed_and_its_entities_move_along() -> None:
    said = text_of(Asked({"text": "\n <b> 华星</b>\r\n", "parse_mode": "HTML"}))
    assert said == {"text": "华星", "entities": [{"type": "bold", "offset": 0, "length": 2}]}


def test_control_characters_become_spaces() -> None:
    assert text_of(Asked({"text": "a\x07b\u202ec"})) == {"text": "a bc"}


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Refused, match="strings must be encoded in UTF-8"):
        text_of(Asked({"text": "half \ud83c"}))


def test_entities_given_outright_are_kept_within_the_text() -> None:
    marks = [{"type": "bold", "offset": 1, "length": 90}, {"type": "mention", "offset": 0, "length": 1}]
    said = text_of(Asked({"text": " ab", "entities": marks}))
    assert said == {"text": "ab", "entities": [{"type": "bold", "offset": 0, "length": 2}]}


def test_length_is_counted_after_the_markup_was_read_and_in_utf_16_units() -> None:
    assert text_of(Asked({"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "html"}))
    assert text_of(Asked({"text": "🏟" * 2048}))
    with pytest.raises(Refused, match="message is too long"):
        text_of(Asked({"text": "🏟" * 2048 + "x"}))


def test_a_caption_may_be_missing_but_not_too_long() -> None:
    assert caption_of(Asked({})) == {}
    assert caption_of(Asked({"caption": "界" * 1024}))
    with pytest.raises(Refused, match="message caption is too long"):
        caption_of(Asked({"caption": "界" * 1025}))


@pytest.mark.parametrize("text", ["", "  \n", "<b> </b>"])
def test_a_text_is_not_empty(text: str) -> None:
    with pytest.raises(Refused, match="message text is empty"):
        text_of(Asked({"text": text, "parse_mode": "HTML"}))


def test_only_html_is_spoken() -> None:
    with pytest.raises(Refused, match="unsupported parse_mode"):
        text_of(Asked({"text": "x", "parse_mode": "Fancy"}))


def cut(text: str, entity: dict[str, Any]) -> str:
    units = text.encode("utf-16-le")
    return units[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")
