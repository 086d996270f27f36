"""Scripts: full-width and traditional letters are read as the grammar's own."""

from pathlib import Path

import pytest

from parsing import script
from parsing.script import fold
from tests.parsing.saying import one

ROOT = Path(__file__).parent.parent.parent
EVERY = ROOT / "lookup" / "simplified.txt"


def test_the_grammars_letters_have_their_traditional_ones() -> None:
    parsing = ROOT / "parsing"
    words = "".join(path.read_text("utf-8") for path in [*parsing.glob("*.py"), parsing / "wares.txt"])
    lines = EVERY.read_text("utf-8").splitlines()
    groups = [group for line in lines if not line.startswith("#") for group in line.split()]
    missing = [group for group in groups if group[0] in words and any(fold(letter) != group[0] for letter in group[1:])]
    assert missing == []


@pytest.mark.parametrize(
    ("text", "want"),
    [("１２萬", "12万"), ("ＡＢＣ", "ABC"), ("￥５", "¥5"), ("（深圳）", "(深圳)"), ("週三", "周三"), ("，", "，")],
)
def test_letters_are_folded_one_for_one(text: str, want: str) -> None:
    assert fold(text) == want
    assert len(fold(text)) == len(text)


def test_what_is_shown_stays_as_it_was_written() -> None:
    said = one("拜訪了海嶽食品的陳經理，聊了濾芯報價")
    assert (said.contact, said.summary) == ("陳經理", "濾芯報價")


def test_the_table_is_where_it_should_be() -> None:
    assert script.LETTERS.exists()
