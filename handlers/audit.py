"""/audit, 操作记录: what must be answerable for, by person and by day, page by page; for admins."""

import re
from datetime import date

from actions import audit, colleagues
from actions.audit import AuditFilter, AuditPeopleAsked, AuditShown
from actions.refusals import DontUnderstandField
from parsing import Said, moment
from storage import doings
from storage.models import Question

from .colleagues import must_manage
from .hearing import region_of
from .turn import Turn

HEAD = re.compile(r"^(?:/audit|audit(?: log)?|操作记录|操作紀錄|审计|審計)\b\s*", re.IGNORECASE)
WHOSE = "audit of"


def asked(turn: Turn, _: Said | None = None) -> AuditShown:
    """/audit; with a name, a day or both, only that."""
    must_manage(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return _show(turn, _wanted(turn, HEAD.sub("", turn.text)), 0)


def means(turn: Turn) -> str | None:
    """The query that plain words are when they ask for it, whatever they narrow it to."""
    found = HEAD.match(turn.text)
    return "audit" if found and "admin" in turn.roles and not turn.text.startswith("/") else None


def tap_page(turn: Turn) -> AuditShown:
    """`audit:person:day:page`, 0 and - for all."""
    must_manage(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return _show(turn, _filter(turn), turn.args.number(2))


def tap_whose(turn: Turn) -> AuditPeopleAsked:
    """`audit_of:person:day:page`: whose, for this day? A name or a day may be typed."""
    must_manage(turn)
    facts = {"day": turn.args[1], "person": turn.args.number(0)}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, WHOSE, facts, turn.now)
    return audit.people_asked(turn.db, turn.args.number(2), _filter(turn).day)


def typed(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """A typed name, day, or both; False where the words ask for something."""
    if said[0].intent == "query" and said[0].query != "card":
        return False
    question.answered_at = turn.now
    turn.show(_show(turn, _wanted(turn, turn.text), 0))
    return True


def _wanted(turn: Turn, words: str) -> AuditFilter:
    """A name, a day, or both in either order; anything else isn't understood."""
    words = words.strip()
    for name in sorted(colleagues.names(turn.db), key=len, reverse=True):
        if name and name.casefold() in words.casefold():
            at = words.casefold().index(name.casefold())
            rest = f"{words[:at]} {words[at + len(name) :]}".strip()
            return AuditFilter(colleagues.named(turn.db, name).id, _day(turn, rest))
    return AuditFilter(None, _day(turn, words))


def _day(turn: Turn, words: str) -> date | None:
    """The day that words name; none where there are no words."""
    if not words:
        return None
    found = moment(words, turn.heard_at, region_of(turn))
    if found is None:
        raise DontUnderstandField("day", words)
    return found.on


def _filter(turn: Turn) -> AuditFilter:
    day = None if turn.args[1] == "-" else turn.args.day(1)
    return AuditFilter(turn.args.number(0) or None, day)


def _show(turn: Turn, wanted: AuditFilter, page: int) -> AuditShown:
    return audit.show(turn.db, turn.who, turn.scope, wanted, page, turn.now)
