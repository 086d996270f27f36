"""Families of words: many ways to say each kind of record, one line each as `kind|sentiment|message`."""

import pytest

from parsing import understand
from tests.parsing.figures import MESSAGES, NOW, book

LINES = (MESSAGES / "families.txt").read_text(encoding="utf-8").splitlines()
BOOK = book()


@pytest.mark.parametrize("line", LINES)
def test_the_kind_of_record_and_how_it_went(line: str) -> None:
    kind, sentiment, text = line.split("|", 2)
    said = understand(text, heard=NOW, book=BOOK)[0]
    assert (said.intent, said.sentiment) == (kind, sentiment)
