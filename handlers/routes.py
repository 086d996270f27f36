"""Which handler hears what: commands, taps, plain words, everything else."""

from collections.abc import Callable
from dataclasses import replace

from actions.refusals import AccountPaused, CommandUnknown, MessageTooLong, NotForYourRole, OldCard, OnlyInPrivate
from actions.wanted import Wanted
from parsing import Said
from parsing.figures import how
from storage import company, doings, rules
from storage.models import Question

from . import (
    administration,
    affairs,
    agenda,
    attachments,
    corrections,
    dealings,
    due,
    edits,
    filters,
    joining,
    overview,
    ownership,
    records,
    reminding,
    report,
)
from . import help as helping
from .buttons import button
from .hearing import heard, put_right
from .turn import Beside, Turn

MANY = 20_000
"""With more customers, looking at all of them takes so long that a visit should not wait for it."""
LONGEST = 4096
Heard = Callable[..., object | None]

TAPS: dict[str, Heard] = {
    **dealings.TAPS,
    **affairs.TAPS,
    **overview.TAPS,
    **reminding.TAPS,
    **ownership.TAPS,
    **administration.TAPS,
}
"""The first word of a button's data -> its handler; the rest are the turn's `args`."""

QUERIES: dict[str, Heard] = {
    "today": agenda.today,
    "week": agenda.today,
    "due": due.asked,
    "report": report.asked,
    "help": lambda turn, said: helping.show(turn, commands_of(turn.roles)),
    **dealings.QUERIES,
    **affairs.QUERIES,
    **overview.QUERIES,
    **reminding.QUERIES,
    **ownership.QUERIES,
    **administration.QUERIES,
}
"""What a plain-words query or a command asks -> its handler(turn, said)."""

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    **dealings.LISTENERS,
    **affairs.LISTENERS,
    **reminding.LISTENERS,
    **ownership.LISTENERS,
    **administration.LISTENERS,
}
"""What the bot waits for -> who takes the typed words as its answer; False: they say something else."""

ROLES: dict[str, frozenset[str]] = {**affairs.ROLES, **overview.ROLES, **ownership.ROLES, **administration.ROLES}
"""Queries that need one of these roles; what is not named here is everybody's."""

NARROWED = frozenset({*overview.FIGURES, "team", "overdue"}) - {"export"}
"""Questions that the names of colleagues, regions and industries narrow."""

MENU = (
    "today", "new", "why", "due", "undo", "report", "tiers", "silent", "risk", "moves", "top", "sales", "trend",
    "coverage", "complaints", "team", "customers", "export",
    "disputes", "duplicates", "handover", "pool", "rules",
    "invite", "people", "teams", "audit", "company", "settings", "help", "me",
)  # fmt: skip
"""The commands in the order in which a menu shows those that are there."""


def commands_of(roles: frozenset[str] | set[str]) -> tuple[str, ...]:
    """The commands of a menu for somebody with these roles."""
    wanted = {**ROLES, **overview.MENU_ROLES}
    return tuple(name for name in MENU if name in QUERIES and (name not in wanted or wanted[name] & roles))


def handle(turn: Turn) -> object | None:
    """Hear what came and hand it to its handler."""
    if turn.came.blocked is not None:
        return None
    if not turn.came.private:
        return _in_a_group(turn)
    if turn.who.stage == "stranger":
        return joining.knock(turn)
    if turn.who.paused_at is not None:
        raise AccountPaused
    if turn.came.tapped is not None:
        return _tapped(turn)
    if turn.text.startswith("/"):
        return _command(turn)
    if not turn.text:
        return None if turn.came.edited else attachments.heard(turn)  # a live place is edited every few seconds
    return _words(turn)


def _in_a_group(turn: Turn) -> object | None:
    """In a group nothing is recorded and no customer is named: one line, and only where the bot is spoken to."""
    if turn.came.tapped is None and turn.text.startswith("/"):
        raise OnlyInPrivate(company.mark(turn.db, "bot") or "")
    return None


def _tapped(turn: Turn) -> object | None:
    verb, turn.args = button(turn.came.tapped or "")
    if verb not in TAPS:
        raise OldCard
    _beside(turn, verb)
    return TAPS[verb](turn)


def _command(turn: Turn) -> object | None:
    name, _, rest = turn.text[1:].partition(" ")
    name = name.partition("@")[0].lower()
    if name not in QUERIES:
        raise CommandUnknown(name)
    if rest and name in NARROWED:
        return query(turn, name, _list_about(turn, name, rest))
    return query(turn, name, _about(turn, rest) if rest else None)


def query(turn: Turn, name: str, said: Said | None) -> object | None:
    """Answer a question, if this person's roles have it."""
    wanted = ROLES.get(name)
    if wanted and not wanted & turn.roles:
        raise NotForYourRole(name)
    _beside(turn, name)
    return QUERIES[name](turn, said)


def _beside(turn: Turn, name: str) -> None:
    """Put aside what only looks, where there is very much to look at."""
    if name in overview.READS and not turn.beside and "manager" in turn.roles and rules.many(turn.db, MANY):
        raise Beside


def _words(turn: Turn) -> object | None:
    if len(turn.text) > LONGEST:
        raise MessageTooLong(LONGEST)
    if not turn.came.edited and (about := _meant(turn)):
        return query(turn, about, None)
    if not turn.came.edited and (narrowed := _narrowed(turn)):
        return query(turn, narrowed.query or "customers", narrowed)
    said = heard(turn, turn.text)
    if turn.came.edited:
        return None if edits.edited(turn, said) else _anew(turn, said)
    if _answers(turn, said):
        return None
    meant = put_right(turn)
    if meant and corrections.corrected(turn, meant):
        return None
    return _understood(turn, said)


def _meant(turn: Turn) -> str | None:
    """The query that words are which one of the rooms knows as its own."""
    return dealings.asked(turn) or affairs.asked(turn) or administration.asked(turn) or reminding.meant(turn)


def _narrowed(turn: Turn) -> Said | None:
    """A question about a list that names a colleague, a region or an industry."""
    rest, among = filters.taken_out(turn, turn.text)
    said = _about(turn, rest) if rest and among != Wanted() else None
    if said is not None and among.owner is not None and "manager" in turn.roles and how(rest):
        said = replace(said, intent="query", query="team")
    if said is None or said.intent != "query" or said.query not in NARROWED:
        return None
    turn.among = among
    return said


def _anew(turn: Turn, said: tuple[Said, ...]) -> object | None:
    """An edited message of which nothing was recorded: as if it were said now, but what came with it is kept."""
    if turn.came.file:
        records.keep_all(turn, () if attachments.only_shows(said) else said)
        return None
    return None if (meant := put_right(turn)) and corrections.corrected(turn, meant) else _understood(turn, said)


def _answers(turn: Turn, said: tuple[Said, ...]) -> bool:
    """Whether the words answer what was asked; whatever they say else, nobody listens for that answer any more."""
    question = doings.listening(turn.db, turn.came.chat_id)
    if question is None or question.kind not in LISTENERS:
        return False
    question.listening = False
    return LISTENERS[question.kind](turn, question, said)


def _understood(turn: Turn, said: tuple[Said, ...]) -> object | None:
    first = said[0]
    if first.intent == "query" and first.query in QUERIES:
        return query(turn, first.query, first)
    attachments.captioned(turn, said) if turn.came.file else records.keep_all(turn, said)
    return None


def _list_about(turn: Turn, name: str, rest: str) -> Said | None:
    """The filters after a list's command; or whatever else stands there."""
    rest, turn.among = filters.taken_out(turn, rest)
    if not rest:
        return None
    said = _about(turn, f"{name} {rest}")
    return said if said.intent == "query" else _about(turn, rest)


def _about(turn: Turn, rest: str) -> Said:
    """The words after a command, as far as they name a customer or a filter."""
    return heard(turn, rest)[0]
