"""What the grammar came to on messages it was first measured on unread; see docs/measures.md for the first look.

These nine sets have been read and learnt from since.
"""

import pytest

from tests.parsing.figures import FIELDS, marks_of, share

SETS = (
    "unseen",
    "unseen_two",
    "unseen_three",
    "unseen_four",
    "unseen_five",
    "unseen_six",
    "unseen_seven",
    "unseen_eight",
    "unseen_nine",
)
HARDER = {"unseen_nine": 0.96}
"""A set whose kinds and wares two people would label differently more often."""


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_nearly_always_right(name: str, field: str) -> None:
    assert share(marks_of(name)[field]) >= HARDER.get(name, 0.97)


@pytest.mark.parametrize("name", SETS)
def test_the_six_core_fields_are_right_together(name: str) -> None:
    assert share(marks_of(name)["core"]) >= HARDER.get(name, 0.97)


@pytest.mark.parametrize("name", SETS)
def test_a_message_without_a_date_gets_none(name: str) -> None:
    assert share(marks_of(name)["dateless"]) >= 0.99
