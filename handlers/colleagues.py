"""/people, 同事: who is here, invited or gone; their roles, team, name and pauses, changed by an admin."""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from actions import awaited, colleagues, teams
from actions.awaited import InvitationShown
from actions.colleagues import AdminGivenUp, ColleagueShown, ColleaguesShown, OwnAdminAsked
from actions.refusals import NotForYourRole, OldCard
from actions.teams import Candidate
from parsing import Said
from parsing.colleagues import Staffing, staffing
from storage import doings
from storage.models import Person, Question, Team

from .turn import Turn
from .typed_names import LONGEST_NAME, ask, name_in, note, taken_back

NAMES, RENAMED = "colleague name", "colleague renamed"
TEAM_OF = "team of"
OFFERED = 6
BETWEEN = ("lead", "move", "name", "new_team")
"""What other people's words may say of something else: only an admin means colleagues by it."""


@dataclass(frozen=True)
class ColleagueNameAsked:
    """What is this colleague called? Typed."""

    id: int
    name: str


@dataclass(frozen=True)
class TeamOfAsked:
    """Which team is this colleague in? Teams as buttons; the name of a new one may be typed."""

    id: int
    name: str
    teams: tuple[Candidate, ...]
    home: int | None


def asked(turn: Turn, _: Said | None = None) -> object | None:
    """/people, or what an admin wants of one of them in plain words."""
    must_manage(turn)
    wanted = staffing(turn.text)
    doings.stop_listening(turn.db, turn.came.chat_id)
    if wanted is None or not wanted.who:
        return _page(turn, "here", 0)
    return _grant(turn, wanted)


def means(turn: Turn) -> str | None:
    """The query that plain words are when they name a colleague and what is wanted of them, or make a team."""
    wanted = staffing(turn.text)
    if wanted is None or turn.text.startswith("/") or (wanted.what in BETWEEN and "admin" not in turn.roles):
        return None
    if wanted.what == "new_team":
        return "teams"
    if wanted.what in ("lead", "move") and teams.named(turn.db, turn.company, wanted.value) is None:
        return None
    return "people" if colleagues.is_one(turn.db, wanted.who) else None


def tap_page(turn: Turn) -> ColleaguesShown:
    """`staff:shown:page`: a page of those who are here, invited, or gone."""
    must_manage(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return _page(turn, turn.args[0], turn.args.number(1))


def tap_one(turn: Turn) -> ColleagueShown:
    """`colleague:id`: one of them; `colleague:id:more`: their name, and their leaving."""
    must_manage(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return replace(_card(turn, _person(turn)), more=len(turn.args) > 1)


def tap_role(turn: Turn) -> object:
    """`role:id:role:on` or `:off`; taking one's own admin role asks first, `:sure` then."""
    must_manage(turn)
    person, role, how = _person(turn), turn.args[1], turn.args[2]
    if how not in ("on", "off", "sure"):
        raise OldCard
    return _set_role(turn, person, role, how)


def tap_pause(turn: Turn) -> ColleagueShown:
    """`pause:id:on` or `:off`."""
    must_manage(turn)
    return _pause(turn, _person(turn), paused=turn.args[1] == "on")


def tap_team(turn: Turn) -> object:
    """`in_team:id`: which team? `in_team:id:team`: this one."""
    must_manage(turn)
    person = _person(turn)
    if len(turn.args) > 1:
        return _place(turn, person, teams.one(turn.db, turn.args.number(1)))
    ask(turn, TEAM_OF, {"person": person.id})
    choices = teams.choices(turn.db, turn.company)[:OFFERED]
    return TeamOfAsked(person.id, person.name, choices, teams.home_of(turn.db, person))


def tap_name(turn: Turn) -> ColleagueNameAsked:
    """`call:id`: what are they called?"""
    must_manage(turn)
    person = _person(turn)
    ask(turn, NAMES, {"person": person.id})
    return ColleagueNameAsked(person.id, person.name)


def tap_name_back(turn: Turn) -> ColleagueShown:
    """`called:question`: the name they had before."""
    must_manage(turn)
    facts = taken_back(turn, RENAMED)
    person = colleagues.one(turn.db, facts["person"])
    colleagues.rename(turn.db, turn.who, person, facts["old"], turn.now)
    return _card(turn, person, "named")


def tap_invitation(turn: Turn) -> InvitationShown:
    """`invited:id`: an invitation that nobody has used; `:off` cancels it, `:on` takes that back."""
    must_manage(turn)
    number = turn.args.number(0)
    if len(turn.args) > 1:
        awaited.cancel(turn.db, turn.who, number, turn.args[1] == "off", turn.now)
    return awaited.show(turn.db, number, turn.who, turn.now)


def typed_name(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed name of a colleague; False where the words ask for something."""
    name = name_in(turn, said)
    if name is None:
        return False
    question.answered_at = turn.now
    turn.show(_rename(turn, colleagues.one(turn.db, question.facts["person"]), name))
    return True


def typed_team(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed name of the team of a colleague, a new one where there is none; False where the words ask something."""
    name = name_in(turn, said)
    if name is None:
        return False
    question.answered_at = turn.now
    turn.show(_place(turn, colleagues.one(turn.db, question.facts["person"]), _team(turn, name)))
    return True


def must_manage(turn: Turn) -> None:
    """Only an admin sees and changes who may do what."""
    if "admin" not in turn.roles:
        raise NotForYourRole("people")


def _grant(turn: Turn, wanted: Staffing) -> object:
    """One wish about one colleague."""
    person = colleagues.named(turn.db, wanted.who)
    if wanted.what in ("pause", "resume"):
        return _pause(turn, person, paused=wanted.what == "pause")
    if wanted.what in ("give", "take"):
        return _set_role(turn, person, wanted.value, "on" if wanted.what == "give" else "off")
    if wanted.what == "name":
        return _rename(turn, person, " ".join(wanted.value.split())[:LONGEST_NAME])
    if wanted.what == "move":
        return _place(turn, person, _team(turn, wanted.value))
    if wanted.what == "lead":
        teams.lead(turn.db, turn.who, _team(turn, wanted.value), person, True, turn.now)
        return _card(turn, person, "leads")
    return _card(turn, person)


def _set_role(turn: Turn, person: Person, role: str, how: str) -> object:
    if how == "off" and role == "admin" and person.id == turn.who.id:
        return OwnAdminAsked(person.id)
    changed = colleagues.set_role(turn.db, turn.who, person, role, how == "on", turn.now)
    if how == "sure":
        return AdminGivenUp(colleagues.others_who_manage(turn.db, person))
    back = f"role:{person.id}:{role}:{'off' if how == 'on' else 'on'}"
    return _card(turn, person, f"{role} {how}" if changed else None, back if changed else None)


def _pause(turn: Turn, person: Person, *, paused: bool) -> ColleagueShown:
    if paused:
        colleagues.pause(turn.db, turn.who, person, turn.now)
        return _card(turn, person, "paused", f"pause:{person.id}:off")
    colleagues.resume(turn.db, turn.who, person, turn.now)
    return _card(turn, person, "resumed", f"pause:{person.id}:on")


def _place(turn: Turn, person: Person, team: Team) -> ColleagueShown:
    doings.stop_listening(turn.db, turn.came.chat_id)
    old = teams.place(turn.db, turn.who, person, team, turn.now)
    changed = old != team.id
    back = f"in_team:{person.id}:{old}" if changed and old is not None else None
    return _card(turn, person, "moved" if changed else None, back)


def _team(turn: Turn, name: str) -> Team:
    """The team of this name, made where there is none."""
    name = " ".join(name.split())[:LONGEST_NAME]
    return teams.named(turn.db, turn.company, name) or teams.make(turn.db, turn.who, name, None, turn.now)


def _rename(turn: Turn, person: Person, name: str) -> ColleagueShown:
    old = colleagues.rename(turn.db, turn.who, person, name, turn.now)
    number = note(turn, RENAMED, {"person": person.id, "old": old})
    return _card(turn, person, "named", f"called:{number}")


def _card(turn: Turn, person: Person, changed: str | None = None, undo: str | None = None) -> ColleagueShown:
    return colleagues.show(turn.db, person, turn.who, turn.now, changed, undo)


def _page(turn: Turn, shown: str, page: int) -> ColleaguesShown:
    return colleagues.show_all(turn.db, shown, page, ZoneInfo(turn.who.zone), turn.now)


def _person(turn: Turn) -> Person:
    return colleagues.one(turn.db, turn.args.number(0))
