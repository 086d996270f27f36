"""What an admin does: colleagues and their roles, teams, what must be answerable for."""

from collections.abc import Callable

from parsing import Said
from storage.models import Question

from . import audit, colleagues, teams
from .turn import Turn

TAPS: dict[str, Callable[[Turn], object | None]] = {
    "staff": colleagues.tap_page,
    "colleague": colleagues.tap_one,
    "role": colleagues.tap_role,
    "pause": colleagues.tap_pause,
    "in_team": colleagues.tap_team,
    "call": colleagues.tap_name,
    "called": colleagues.tap_name_back,
    "invited": colleagues.tap_invitation,
    "teams": teams.tap_page,
    "a_team": teams.tap_one,
    "new_team": teams.tap_new,
    "name_team": teams.tap_name,
    "team_was": teams.tap_name_back,
    "leads": teams.tap_lead,
    "nest": teams.tap_nest,
    "end_team": teams.tap_remove,
    "back_team": teams.tap_bring_back,
    "audit": audit.tap_page,
    "audit_of": audit.tap_whose,
}

QUERIES: dict[str, Callable[..., object | None]] = {
    "people": colleagues.asked,
    "teams": teams.asked,
    "audit": audit.asked,
}

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    colleagues.NAMES: colleagues.typed_name,
    colleagues.TEAM_OF: colleagues.typed_team,
    teams.NEW: teams.typed_new,
    teams.NAMES: teams.typed_name,
    audit.WHOSE: audit.typed,
}

ROLES = dict.fromkeys(QUERIES, frozenset({"admin"}))


def asked(turn: Turn) -> str | None:
    """The query that plain words are when they want something of a colleague, a new team, or who did what."""
    return audit.means(turn) or colleagues.means(turn)
