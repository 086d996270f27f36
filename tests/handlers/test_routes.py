"""The routes: a verb of a button, a question or an answer that is waited for belongs to one room of handlers alone."""

from collections import Counter

import pytest

from handlers import administration, affairs, dealings, overview, ownership, reminding, routes

HOMES = (administration, affairs, dealings, overview, ownership, reminding)


@pytest.mark.parametrize("table", ["TAPS", "QUERIES", "LISTENERS"])
def test_nobody_takes_anothers_verb(table: str) -> None:
    verbs = Counter(verb for home in HOMES for verb in getattr(home, table, {}))
    assert {verb for verb, homes in verbs.items() if homes > 1} == set()
    assert verbs.keys() <= getattr(routes, table).keys()
