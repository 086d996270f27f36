"""Every result and refusal has words in every language, within what a phone shows and Telegram takes."""

import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from actions.facts import facts_of
from demo.telegram.html import parse
from handlers import routes
from handlers.texts import Spoken, Voice, hong_kong
from handlers.texts.voice import HERE
from languages import SPOKEN
from tests.facts import classes, made, said

LANGUAGES = SPOKEN
VOICES = {language: Voice(language) for language in LANGUAGES}
SAID = said()
MENUS = {"Menu"}
"""Words that are no message: the descriptions of commands."""
EVIL = '<b>&"\x02tap\x1fFree\x1fundo:1\x03\u202etxet\u2066\n[x](y) <script>{{ 7*7 }}'
TYPED = {
    "name",
    "words",
    "contact",
    "gist",
    "customer",
    "owner",
    "by",
    "complaint",
    "author",
    "need",
    "leader",
    "company",
}
"""Fields that hold what somebody typed."""
CODES = {"parts", "shifts", "sums"}
"""Fields whose names are codes."""
TRIES = 25


def spoken(language: str, name: str, n: int, change: Any = lambda facts: facts) -> Spoken:
    """The words for one of the many shapes that this result may have."""
    facts = facts_of(made(SAID[name], Random(f"{name} {n}")))
    return VOICES[language].speak(name, change(facts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_and_refusal_has_words(language: str) -> None:
    assert VOICES[language].views - MENUS == SAID.keys()


def test_every_name_means_one_result() -> None:
    assert len({one.__qualname__ for one in classes().values()}) == len(classes())


@pytest.mark.parametrize("name", sorted(SAID))
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_within_the_limits(language: str, name: str) -> None:
    for n in range(TRIES):
        said_so = spoken(language, name, n)
        text, _ = parse(said_so.text)
        assert text.strip(), n
        assert not re.search("[!！]|None(?! added)|Undefined", text), (n, text)
        assert len(text) <= 1024, n
        assert_buttons_work(said_so)


@pytest.mark.parametrize("name", sorted(SAID))
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_people_are_never_markup_or_buttons(language: str, name: str) -> None:
    for n in range(TRIES):
        honest, bad = spoken(language, name, n), spoken(language, name, n, poisoned)
        text, entities = parse(bad.text)
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text), n
        assert len(entities) == len(parse(honest.text)[1]), n
        assert [len(row) for row in bad.rows] == [len(row) for row in honest.rows], n
        assert_buttons_work(bad)


def assert_buttons_work(said_so: Spoken) -> None:
    """Telegram takes the keyboard, and every tap is heard by somebody."""
    assert len(said_so.rows) <= 4
    assert all(0 < len(row) <= 8 for row in said_so.rows)
    for tap in [tap for row in said_so.rows for tap in row]:
        assert tap.label.strip()
        assert tap.data is None or len(tap.data.encode()) <= 64
        assert tap.data is None or tap.data.partition(":")[0] in routes.TAPS, tap.data


def poisoned(facts: Any, under: str = "") -> Any:
    """The same facts with everything that a person may have typed made as bad as can be."""
    if isinstance(facts, dict):
        return {name: value if name in CODES else poisoned(value, name) for name, value in facts.items()}
    if isinstance(facts, list):
        return [poisoned(value, under) for value in facts]
    return EVIL if isinstance(facts, str) and under in TYPED else facts


def test_a_fact_longer_than_a_card_is_shown_in_part() -> None:
    assert len(VOICES["en"].speak("CustomerUnknown", {"words": "x" * 5000}).text) < 400


CHINESE = re.compile(r"[\u3400-\u9fff]+")
LOGIC = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)


@pytest.mark.parametrize("file", sorted((HERE / "zh_tw").glob("*.j2")), ids=lambda file: file.name)
def test_traditional_texts_are_written_in_traditional_signs(file: Path) -> None:
    written = file.read_text("utf-8").replace("简体中文", "").replace("简体", "")
    for words in CHINESE.findall(written) + CHINESE.findall(hong_kong.worded(written)):
        assert words.encode("big5hkscs"), words


@pytest.mark.parametrize("file", sorted((HERE / "zh").glob("*.j2")), ids=lambda file: file.name)
def test_traditional_texts_show_what_the_simplified_ones_show(file: Path) -> None:
    logic = [CHINESE.sub("", part) for part in LOGIC.findall(file.read_text("utf-8"))]
    theirs = (HERE / "zh_tw" / file.name).read_text("utf-8")
    assert [CHINESE.sub("", part).replace(" LINE", "").replace("LINE", "") for part in LOGIC.findall(theirs)] == logic


@pytest.mark.parametrize("file", sorted(HERE.glob("*/*.j2")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_list_begins_on_a_line_of_its_own(file: Path) -> None:
    """A tag takes the end of its line with it: a blank line keeps the head of a list apart from its first line."""
    assert not re.findall(r"^.*\S.*\{% endif %\}\n\{% for .*$", file.read_text(), re.MULTILINE)


def test_hong_kong_has_words_of_its_own() -> None:
    asked = {"occurrence": 1, "customer": 1, "name": "海岳", "tier": "A"}
    taps = [speak_line(Voice(language), asked) for language in ("zh_tw", "zh_hk")]
    assert ("傳了 LINE" in taps[0], "沒聯絡上" in taps[0]) == (True, True)
    assert ("發了 WhatsApp" in taps[1], "聯絡不上" in taps[1]) == (True, True)


def speak_line(voice: Voice, known: dict[str, Any]) -> list[str]:
    """The buttons of a line of the morning list."""
    facts = facts_of(made(SAID["LineCard"], Random("line"))) | known
    return [tap.label for row in voice.speak("LineCard", facts).rows for tap in row]
