"""/teams, 团队设置: teams made, named, nested and led, by an admin."""

from dataclasses import dataclass

from actions import teams
from actions.refusals import OldCard
from actions.teams import LeaderAsked, ParentAsked, TeamCard, TeamsShown
from parsing import Said
from parsing.colleagues import staffing
from storage import doings, people
from storage.models import Person, Question, Team

from .colleagues import must_manage
from .turn import Turn
from .typed_names import LONGEST_NAME, ask, name_in, note, taken_back

NEW, NAMES, RENAMED = "new team", "team name", "team renamed"


@dataclass(frozen=True)
class TeamNameAsked:
    """What is this team called, or (none yet) the new one? Typed. `under`: what the new one is part of."""

    team: int | None
    name: str | None
    under: str | None = None


def asked(turn: Turn, _: Said | None = None) -> object:
    """/teams, or a new one in plain words."""
    must_manage(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    wanted = staffing(turn.text)
    if wanted is None or wanted.what != "new_team":
        return teams.show_all(turn.db, turn.company)
    above = teams.named(turn.db, turn.company, wanted.under) if wanted.under else None
    return _make(turn, wanted.value, above)


def tap_page(turn: Turn) -> TeamsShown:
    """`teams:page`: the tree."""
    must_manage(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return teams.show_all(turn.db, turn.company, turn.args.number(0) if turn.args else 0)


def tap_one(turn: Turn) -> TeamCard:
    """`a_team:id`: one of them."""
    must_manage(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return _card(turn, _named_team(turn))


def tap_new(turn: Turn) -> TeamNameAsked:
    """`new_team`, or `new_team:parent`: what is it called?"""
    must_manage(turn)
    parent = _named_team(turn) if turn.args else None
    ask(turn, NEW, {"parent": parent.id if parent else None})
    return TeamNameAsked(None, None, teams.called(parent, turn.company) if parent else None)


def tap_name(turn: Turn) -> TeamNameAsked:
    """`name_team:id`: what is it called?"""
    must_manage(turn)
    team = _named_team(turn)
    ask(turn, NAMES, {"team": team.id})
    return TeamNameAsked(team.id, teams.called(team, turn.company))


def tap_name_back(turn: Turn) -> TeamCard:
    """`team_was:question`: the name it had before."""
    must_manage(turn)
    facts = taken_back(turn, RENAMED)
    team = teams.one(turn.db, facts["team"])
    teams.rename(turn.db, turn.who, team, facts["old"], turn.now)
    return _card(turn, team, "named")


def tap_lead(turn: Turn) -> LeaderAsked | TeamCard:
    """`leads:id`: who leads it? `leads:id:person:on` or `:off`."""
    must_manage(turn)
    team = _named_team(turn)
    if len(turn.args) == 1:
        managers = people.with_role(turn.db, "manager")
        return teams.leaders_asked(turn.db, turn.company, team, managers)
    person, on = turn.db.get(Person, turn.args.number(1)), turn.args[2] == "on"
    if person is None:
        raise OldCard
    teams.lead(turn.db, turn.who, team, person, on, turn.now)
    return _card(turn, team, "led", f"leads:{team.id}:{person.id}:{'off' if on else 'on'}")


def tap_nest(turn: Turn) -> ParentAsked | TeamCard:
    """`nest:id`: part of which? `nest:id:parent`, 0 for none."""
    must_manage(turn)
    team = _named_team(turn)
    if len(turn.args) == 1:
        return teams.parents_asked(turn.db, turn.company, team)
    number, old = turn.args.number(1), team.parent_id or 0
    teams.nest(turn.db, turn.who, team, teams.one(turn.db, number) if number else None, turn.now)
    return _card(turn, team, "nested", f"nest:{team.id}:{old}")


def tap_remove(turn: Turn) -> TeamsShown:
    """`end_team:id`: it is no more."""
    must_manage(turn)
    team = _named_team(turn)
    name, parent = teams.called(team, turn.company), team.parent_id or 0
    teams.remove(turn.db, turn.who, team, turn.now)
    note(turn, NEW, {"parent": parent or None, "name": name})
    return teams.show_all(turn.db, turn.company, gone=(name, parent))


def tap_bring_back(turn: Turn) -> TeamCard:
    """`back_team`: the one that was taken away last, made again."""
    must_manage(turn)
    for question in doings.noted(turn.db, turn.who.id, NEW):
        if "name" in question.facts and question.answered_at is None:
            question.answered_at = turn.now
            above = turn.db.get(Team, question.facts["parent"]) if question.facts["parent"] else None
            return _made(turn, teams.make(turn.db, turn.who, question.facts["name"], above, turn.now))
    raise OldCard


def typed_new(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed name of a new team; False where the words ask for something."""
    name = name_in(turn, said)
    if name is None:
        return False
    question.answered_at = turn.now
    number = question.facts["parent"]
    turn.show(_make(turn, name, teams.one(turn.db, number) if number else None))
    return True


def typed_name(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed name of a team; False where the words ask for something."""
    name = name_in(turn, said)
    if name is None:
        return False
    team = teams.one(turn.db, question.facts["team"])
    old = teams.rename(turn.db, turn.who, team, name, turn.now)
    question.answered_at = turn.now
    number = note(turn, RENAMED, {"team": team.id, "old": old})
    turn.show(_card(turn, team, "named", f"team_was:{number}"))
    return True


def _make(turn: Turn, name: str, parent: Team | None) -> TeamCard:
    return _made(turn, teams.make(turn.db, turn.who, " ".join(name.split())[:LONGEST_NAME], parent, turn.now))


def _made(turn: Turn, team: Team) -> TeamCard:
    return _card(turn, team, "made", f"end_team:{team.id}")


def _card(turn: Turn, team: Team, changed: str | None = None, undo: str | None = None) -> TeamCard:
    return teams.show(turn.db, turn.company, team, changed, undo)


def _named_team(turn: Turn) -> Team:
    return teams.one(turn.db, turn.args.number(0))
