"""What may be said, by example and by role; who somebody is here; and the command menu of each chat."""

from dataclasses import dataclass
from html import unescape

from actions.joining import FOUNDER
from parsing import smalltalk
from storage import people

from .texts import Voice
from .turn import Turn


@dataclass(frozen=True)
class HelpShown:
    """The accepted forms by example, for these roles and the commands that they have."""

    roles: tuple[str, ...]
    commands: tuple[str, ...]


@dataclass(frozen=True)
class MeShown:
    """Who somebody is here, and how many customers they have."""

    name: str
    roles: tuple[str, ...]
    company: str
    team: str | None
    customers: int


@dataclass(frozen=True)
class Smalltalk:
    """A greeting, thanks or a nod: one line back, and what may be said. Nothing is recorded."""

    kind: str
    name: str


def chat(turn: Turn, *_: object) -> Smalltalk:
    """Hello, thanks, 👍."""
    return Smalltalk(smalltalk(turn.text) or "thanks", turn.who.name)


def show(turn: Turn, commands: tuple[str, ...]) -> HelpShown:
    """/help, for somebody who has these commands."""
    return HelpShown(in_order(turn.roles), commands)


def me(turn: Turn, *_: object) -> MeShown:
    """/me"""
    team = people.team_of(turn.db, turn.who.id)
    name = team.name if team and team.name != turn.company.name else None
    owned = people.owned_count(turn.db, turn.who.id)
    return MeShown(turn.who.name, in_order(turn.roles), turn.company.name, name or None, owned)


def in_order(roles: frozenset[str] | set[str]) -> tuple[str, ...]:
    """Roles, the one that answers for most first."""
    return tuple(role for role in FOUNDER if role in roles)


def menu(voice: Voice, commands: tuple[str, ...]) -> dict[str, str]:
    """Command -> what it does, in words of this voice."""
    lines = unescape(voice.speak("Menu", {"commands": commands}).text).splitlines()
    return {command: meaning for command, _, meaning in (line.partition(" ") for line in lines)}
