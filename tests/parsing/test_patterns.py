"""Patterns are compiled late, so here is where a wrong one is found."""

import pkgutil
import re
from importlib import import_module

import pytest

import parsing
from parsing import indispensable
from parsing.beginnings import glancing, letters
from parsing.patterns import Choice, Pattern, pattern
from tests.parsing.figures import gold

MODULES = [f"parsing.{module.name}" for module in pkgutil.iter_modules(parsing.__path__)]


def patterns(kept: object) -> list[Pattern]:
    """All patterns in something that a module keeps."""
    if isinstance(kept, Pattern):
        return [kept]
    several = kept.values() if isinstance(kept, dict) else kept if isinstance(kept, tuple | list) else ()
    return [found for one in several for found in patterns(one)]


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_compiles(module: str) -> None:
    for found in patterns(list(vars(import_module(module)).values())):
        assert found.flags


@pytest.mark.parametrize("module", MODULES)
def test_a_glance_at_the_first_letter_changes_no_pattern(module: str) -> None:
    texts = [row["text"] for row in gold()[::8]]
    texts += [text.title() for text in texts[::5]] + [text.replace(" ", "\x00") for text in texts[::5]]
    for found in patterns(list(vars(import_module(module)).values())):
        plain, choice = re.compile(found.written, found.flags), Choice([found])  # type: ignore[list-item]
        for text in texts:
            assert [*choice.of(set(text))] or not plain.search(text)
            assert [match.span() for match in found.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_of_many_patterns_those_are_chosen_in_their_order_that_may_find_something() -> None:
    choice = Choice(map(pattern, (r"\d+号", "ab|cd", ".", "号", "x?y")))
    assert list(choice.of(set("12号"))) == [0, 2, 3]
    assert list(choice.of(set("y?"))) == [2, 4]


def test_what_may_begin_with_anything_is_left_as_it_is() -> None:
    for words in ("a*", r"\b|b", "[^a]b", "(?i:a)b", r"(?=a)", ".b", "^ab", "[ab]c", "ab"):
        assert glancing(words, re.ASCII) == words


def test_the_letters_of_all_ways_are_looked_for() -> None:
    words = r"(?:ab?|[c-e]\d)|f?-|(?<!g)\s"
    assert glancing(words, re.ASCII) == rf"(?=[\-\sac-ef])(?:{words})"
    assert letters(words, re.ASCII) == {*"acdef- \t\n\r\f\v"}


def test_what_every_find_holds_is_looked_for() -> None:
    assert indispensable.letters(r"(?P<n>\d+|十)?月(?:底|初)?", re.ASCII) == {"月"}
    assert indispensable.letters(r"(?:a|季)度?", re.ASCII | re.IGNORECASE) == {"a", "A", "季"}
    assert indispensable.letters(r"[^a]b?|c", re.ASCII) == frozenset()
    assert indispensable.letters(r"\d{2,4}(?=号)", re.ASCII) == {"号"}


def test_letters_of_a_words_border_are_looked_for_there() -> None:
    assert glancing(r"\bab|cd|e?\bf", re.ASCII) == r"(?:(?=[ce])|\b(?=[af]))(?:\bab|cd|e?\bf)"
    assert glancing(r"\b(?:a|[b-c])\d", re.ASCII) == r"\b(?=[ab-c])(?:\b(?:a|[b-c])\d)"
