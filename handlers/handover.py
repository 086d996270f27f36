"""交接, hand over: everything of somebody to one or several successors; and somebody who goes."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from actions import briefs, handover, leaving
from actions.briefs import HandoverBrief, HandoverReceived
from actions.handover import AccessOpen, HandoverDone, HandoverShown, HandoverUndone, HeirsOffered
from actions.refusals import ColleagueUnknown, NotForYourRole, OldCard
from parsing import Said, cities
from storage.handover import called
from storage.models import Doing, Person
from storage.scope import scope_of

from .keeping import keeping
from .turn import Turn

CAN = frozenset({"manager", "admin"})
PART = r"(?P<part>全部|所有|all|everything|[abc] ?级?(?:客户)?|\S{2,12}?)?"
VERB = r"(?:give|move|transfer|hand(?: ?over)?|reassign|assign|pass)"
CLIENTS = r"(?:customers?|clients?|accounts?)"
FORMS = (
    re.compile(rf"(?:/handover|交接)\s*(?P<who>\S+?)\s*(?:的)?\s*{PART}\s*(?:给|转给)\s*(?P<heir>\S+)", re.IGNORECASE),
    re.compile(rf"(?:/handover|hand ?over)\s+(?P<who>\S+?)(?:'s)?\s+(?:{PART}\s+)?to\s+(?P<heir>\S+)", re.IGNORECASE),
    re.compile(
        rf"(?:请|麻烦|帮我)?(?:把|将)?\s*(?P<who>\S+?)\s*(?:名下|手上|手里)?(?:的|在)\s*{PART}\s*的?(?:客户|客戶)\s*"
        r"(?:全部|全都|全|都)?\s*(?:转|轉|移|交|分|移交|交接)?[给給]\s*(?P<heir>\S+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:please )?{VERB} (?:all (?:of )?)?(?P<who>\S+?)['’]s? (?:{PART} )?{CLIENTS} (?:in (?P<place>\S+) )?"
        r"to (?P<heir>\S+)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:please )?{VERB} all (?:the )?{CLIENTS} (?:of|from) (?P<who>\S+) to (?P<heir>\S+)", re.IGNORECASE),
    re.compile(r"(?:/handover|交接|hand ?over)\s*(?P<who>\S+)", re.IGNORECASE),
    re.compile(r"(?P<who>\S+?)\s*(?:离职|要离职|要走|辞职)了?", re.IGNORECASE),
    re.compile(r"(?P<who>\S+) (?:is leaving|has left|left us|leaves us|is gone)", re.IGNORECASE),
)
EVERYTHING = ("全部", "所有", "all", "everything")


class Wish(NamedTuple):
    """What the words want: whose customers, which part, to whom."""

    who: str
    part: str
    heir: str | None


@dataclass(frozen=True)
class HandoverAsked:
    """Whose customers? With how to write it."""


def meant(turn: Turn) -> str | None:
    """Whether plain words hand over a colleague's customers, or say that one goes; only to who may do that."""
    found = _wish(turn.text) if turn.roles & CAN and not turn.text.startswith("/") else None
    return "handover" if found and called(turn.db, found.who) else None


def asked(turn: Turn, _: Said | None = None) -> object | None:
    """What somebody leaves behind; with a successor in the same line it goes there at once."""
    wanted = _wish(turn.text)
    if wanted is None:
        return HandoverAsked()
    person = _mine(turn, handover.named(keeping(turn), wanted.who))
    if wanted.heir is None:
        return handover.shown(keeping(turn), person)
    heirs = called(turn.db, wanted.heir)
    if len(heirs) != 1:
        raise ColleagueUnknown(wanted.heir)
    handover.must_have(keeping(turn), person, wanted.part)
    return _give(turn, person, wanted.part, heirs[0].id)


def tap_shown(turn: Turn) -> HandoverShown:
    """`leaver:person`."""
    return handover.shown(keeping(turn), _person(turn))


def tap_close(turn: Turn) -> HandoverShown:
    """`shut:person`: they are out from now on."""
    person = _person(turn)
    for one in leaving.close(keeping(turn), person):
        if one.person.telegram_id is not None and one.card is None:
            turn.say(one.result, to=one.person)
        elif one.card is not None:
            turn.edit(one.result, None, outbox_id=one.card, to=one.person)
    return handover.shown(keeping(turn), person)


def tap_open(turn: Turn) -> AccessOpen:
    """`unshut:person`: that was a mistake."""
    person = leaving.open_again(keeping(turn), _person(turn).id)
    return AccessOpen(person.id, person.name)


def tap_part(turn: Turn) -> HeirsOffered:
    """`part:person:part`: to whom?"""
    return handover.heirs(keeping(turn), _person(turn), turn.args[1])


def tap_give(turn: Turn) -> HandoverDone:
    """`heir:person:part:successor`: theirs from now on; they get a brief on each."""
    return _give(turn, _person(turn), turn.args[1], turn.args.number(2))


def tap_undo(turn: Turn) -> HandoverUndone:
    """`unheir:doing`: as before."""
    undone, heir = handover.take_back(keeping(turn), turn.args.number(0))
    if heir.telegram_id is not None and heir.id != turn.who.id:
        told = HandoverUndone(undone.person, undone.name, undone.to, undone.count, True)
        turn.say(told, to=heir)
    return undone


def tap_briefs(turn: Turn) -> HandoverReceived:
    """`briefs:doing:page`: what came."""
    doing = briefs.of_successor(keeping(turn), turn.args.number(0))
    return briefs.received(keeping(turn), doing, turn.args.number(1))


def tap_brief(turn: Turn) -> HandoverBrief:
    """`brief:doing:customer`: one of them."""
    doing = briefs.of_successor(keeping(turn), turn.args.number(0))
    return briefs.brief(keeping(turn), doing, turn.args.number(1))


def _give(turn: Turn, person: Person, part: str, heir_id: int) -> HandoverDone:
    done = handover.give(keeping(turn), person, part, heir_id)
    heir, doing = turn.db.get_one(Person, heir_id), turn.db.get_one(Doing, done.doing)
    told = replace(keeping(turn), who=heir, scope=scope_of(turn.db, heir, turn.now))
    if heir.telegram_id is not None:
        turn.say(briefs.received(told, doing), to=heir)
    return done


def _wish(text: str) -> Wish | None:
    plain = " ".join(text.split()).rstrip("。.!！")
    found = next((match for form in FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        return None
    groups = found.groupdict()
    part = groups.get("part") or groups.get("place") or "all"
    return Wish(groups["who"], _part(part), groups.get("heir"))


def _part(word: str) -> str:
    if word.lower() in EVERYTHING:
        return "all"
    letter = re.fullmatch(r"([abc]) ?级?(?:客户)?", word, re.IGNORECASE)
    return letter[1].upper() if letter else cities.known(word) or word


def _person(turn: Turn) -> Person:
    person = turn.db.get(Person, turn.args.number(0))
    if not turn.roles & CAN:
        raise NotForYourRole("handover")
    if person is None:
        raise OldCard
    return _mine(turn, person)


def _mine(turn: Turn, person: Person) -> Person:
    leaving.may_close(keeping(turn), person, turn.roles)
    return person
