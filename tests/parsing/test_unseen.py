"""What the grammar came to on messages it was first measured on unread; see docs/measures.md for the first look."""

import pytest

from tests.parsing.figures import FIELDS, book, measure, share, unseen

MARKS = measure(unseen(), book())


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_nearly_always_right(field: str) -> None:
    assert share(MARKS[field]) >= 0.97


def test_the_six_core_fields_are_right_together() -> None:
    assert share(MARKS["core"]) >= 0.97


def test_a_message_without_a_date_gets_none() -> None:
    assert share(MARKS["dateless"]) >= 0.99
