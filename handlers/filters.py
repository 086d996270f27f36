"""Whose customers are asked for: the names of colleagues, teams, regions, industries and products in a question."""

import re
from dataclasses import replace
from typing import Any

from actions.wanted import Wanted
from languages import all_words
from parsing.queries import may_narrow
from storage import company, people

from .turn import Turn


def taken_out(turn: Turn, text: str) -> tuple[str, Wanted]:
    """A question without the names in it, and what they narrow it to; the text as it is where it has none."""
    names = _names(turn) if may_narrow(text) or turn.text.startswith("/") else {}
    found: dict[str, Any] = {}
    for name in sorted(names, key=len, reverse=True):
        rest = _without(name, text)
        if rest is not None:
            found[names[name][0]], text = names[name][1], rest
    return text.strip(), replace(Wanted(), **found)


def _names(turn: Turn) -> dict[str, tuple[str, int]]:
    """Name -> which filter, and its value."""
    team = (turn.scope.people or frozenset()) - {turn.who.id}
    owners = {name: ("owner", number) for number, name in people.named(turn.db, list(team)).items()}
    teams = people.team_names(turn.db, people.teams_led_by(turn.db, turn.who.id)) if "manager" in turn.roles else {}
    owners |= {name: ("team", number) for number, name in teams.items()}
    kinds = [(kind, term) for kind in ("region", "industry", "product") for term in company.terms(turn.db, kind)]
    return {name: (kind, term.id) for kind, term in kinds for name in all_words(term)} | owners


def _without(name: str, text: str) -> str | None:
    """The text without a name in it: whole words of Latin letters, anywhere in Chinese; None where it is not there."""
    edge = r"\b" if name.isascii() else ""
    rest, n = re.subn(f"{edge}{re.escape(name)}{edge}(?:'s|的)?", " ", text, count=1, flags=re.IGNORECASE)
    return " ".join(rest.split()) if n else None
