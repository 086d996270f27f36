"""What an admin does: colleagues and their roles, teams, what must be answerable for, the catalogue, own fields."""

from collections.abc import Callable

from parsing import Said
from storage.models import Question

from . import audit, catalogue, colleagues, own_fields, own_values, rates, strategies, teams
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
    "catalogue": catalogue.tap_all,
    "term": catalogue.tap_one,
    "add_term": catalogue.tap_add,
    "name_term": catalogue.tap_name,
    "end_term": catalogue.tap_remove,
    "terms_back": catalogue.tap_back,
    "strategy": strategies.tap_strategy,
    "strategy_back": strategies.tap_back,
    "fields": own_fields.tap_all,
    "a_field": own_fields.tap_one,
    "add_field": own_fields.tap_add,
    "name_field": own_fields.tap_name,
    "end_field": own_fields.tap_remove,
    "fields_back": own_fields.tap_back,
    "own_field": own_values.tap_whose,
    "rates": rates.tap_all,
    "rate": rates.tap_one,
    "end_rate": rates.tap_end,
    "rates_back": rates.tap_back,
}

QUERIES: dict[str, Callable[..., object | None]] = {
    "people": colleagues.asked,
    "teams": teams.asked,
    "audit": audit.asked,
    "catalogue": catalogue.asked,
    "strategy": strategies.asked,
    "fields": own_fields.asked,
    "rates": rates.asked,
    "own_field": own_values.keep,
}

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    colleagues.NAMES: colleagues.typed_name,
    colleagues.TEAM_OF: colleagues.typed_team,
    teams.NEW: teams.typed_new,
    teams.NAMES: teams.typed_name,
    audit.WHOSE: audit.typed,
    catalogue.NEW: catalogue.typed_new,
    catalogue.NAMES: catalogue.typed_name,
    strategies.KIND: strategies.typed,
    rates.KIND: rates.typed,
    own_fields.NEW: own_fields.typed_new,
    own_fields.NAMES: own_fields.typed_name,
}

ADMINS = ("people", "teams", "audit", "catalogue", "strategy", "fields", "rates")
ROLES = dict.fromkeys(ADMINS, frozenset({"admin"}))


def asked(turn: Turn) -> str | None:
    """The query that plain words are when they want something of a colleague, a team, the company's own words, or set a
    field of a customer."""
    if catalogue.means(turn):
        return "catalogue"
    if strategies.means(turn):
        return "strategy"
    if own_fields.means(turn):
        return "fields"
    if rates.means(turn):
        return "rates"
    return audit.means(turn) or colleagues.means(turn) or ("own_field" if own_values.means(turn) else None)
