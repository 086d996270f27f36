"""The figures on the gold messages are held."""

import pytest

from tests.parsing.figures import FIELDS, marks_of, share


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_nearly_always_right(field: str) -> None:
    assert share(marks_of("gold")[field]) >= 0.97


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_right_where_something_was_said(field: str) -> None:
    assert share(marks_of("gold")[field + "!"]) >= (0.75 if field == "product" else 0.93)


def test_the_six_core_fields_are_right_together() -> None:
    assert share(marks_of("gold")["core"]) >= 0.94


def test_a_message_without_a_date_gets_none() -> None:
    assert share(marks_of("gold")["dateless"]) == 1
