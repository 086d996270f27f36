"""Leave that a manager sets for one of the team: 周航明天请假，许言代; Ben is away until Friday, Sam covers."""

import re
from dataclasses import dataclass
from datetime import date

from actions import routine, settings
from actions.leave import Falls
from actions.refusals import NotForYourRole, OldCard
from parsing import Said
from parsing.wishes import Wish, wish
from storage import people
from storage.models import Person

from .turn import Turn

IS = re.compile(r"^(?:is|will be|'s|’s)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class AbsenceSet:
    """Somebody's leave, as their manager set or ended it (`away_until` None): to the manager, and to them (`told`)."""

    person: int
    name: str
    by: str
    told: bool
    today: date
    away_from: date | None
    away_until: date | None
    deputy: str | None
    falls: tuple[Falls, ...]


def means(turn: Turn) -> bool:
    """Whether a manager's words say that one of the team is away, or back."""
    return "manager" in turn.roles and _meant(turn) is not None


def keep(turn: Turn, _: Said | None = None) -> AbsenceSet:
    """What the words say; whom it concerns hears of it."""
    meant = _meant(turn)
    if meant is None:
        raise OldCard
    return _set(turn, *meant)


def tap_end(turn: Turn) -> AbsenceSet:
    """`present:person`: no leave after all."""
    if "manager" not in turn.roles:
        raise NotForYourRole("team")
    person = turn.db.get(Person, turn.args.number(0))
    if person is None or person.id not in _team(turn):
        raise OldCard
    return _set(turn, person, Wish("away"))


def _meant(turn: Turn) -> tuple[Person, Wish] | None:
    """Whom the words begin with, and what they say of them."""
    for number, name in people.named(turn.db, _team(turn)).items():
        if not turn.text.casefold().startswith(name.casefold()):
            continue
        rest = IS.sub("", turn.text[len(name) :].strip())
        said = wish(rest, turn.heard_at, turn.company.country)
        if said is not None and said.field in ("away", "back"):
            return turn.db.get_one(Person, number), said
    return None


def _team(turn: Turn) -> list[int]:
    return sorted((turn.scope.people or frozenset()) - {turn.who.id})


def _set(turn: Turn, person: Person, wanted: Wish) -> AbsenceSet:
    for one, result in settings.change(turn.db, person, wanted.field, wanted.values, turn.now):
        if one.telegram_id is not None:
            turn.say(result, to=one)
    routine.begin(turn.db, person, turn.company, turn.now)
    if person.telegram_id is not None:
        turn.say(_shown(turn, person, told=True), to=person)
    return _shown(turn, person, told=False)


def _shown(turn: Turn, person: Person, told: bool) -> AbsenceSet:
    now = settings.shown(turn.db, person, turn.today, "away")
    return AbsenceSet(
        person.id, person.name, turn.who.name, told, turn.today, now.away_from, now.away_until, now.deputy, now.falls
    )
