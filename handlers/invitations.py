"""Invitations: who is to come in, a link to hand on to each, and a card that follows what becomes of them."""

from dataclasses import dataclass

from actions import invitations
from actions.invitations import Invited, Wanted
from actions.refusals import OldCard
from parsing.invitees import invitees
from storage.models import Person, Question

from .turn import Turn

ON_A_CARD = 5


@dataclass(frozen=True)
class InviteAsked:
    """Whom? With how to write it."""


def invite(turn: Turn, *_: object) -> object | None:
    """/invite or 邀请, with names and roles in the same line."""
    wanted = [Wanted(one.name, one.roles) for one in invitees(turn.text) or ()]
    if not wanted:
        return InviteAsked()
    for first in range(0, len(wanted), ON_A_CARD):
        _invite(turn, wanted[first : first + ON_A_CARD])
    return None


def tap_resend(turn: Turn) -> Invited:
    """`resend:batch:invitation`: a new link, the old one is no more."""
    batch = _batch(turn)
    invitations.forget_links(turn.db, batch)
    return invitations.renew(turn.db, turn.who, batch, _number(turn), turn.now)


def tap_cancel(turn: Turn) -> Invited:
    """`cancel:batch:invitation`, or `cancel:batch` for all of them."""
    batch = _batch(turn)
    numbers = [_number(turn)] if len(turn.args) > 1 else batch.facts["ids"]
    invitations.forget_links(turn.db, batch)
    return invitations.cancel(turn.db, turn.who, batch, numbers, turn.now)


def tell_giver(turn: Turn) -> None:
    """Somebody came in: the card of who invited them changes."""
    used = invitations.used_by(turn.db, turn.who.id)
    if used is None:
        return
    giver, batch = used
    invitations.forget_links(turn.db, batch)
    if number := batch.facts.get("outbox"):
        turn.edit(invitations.card(turn.db, batch, giver, turn.now), None, outbox_id=number, to=giver)


def giver_of(turn: Turn) -> Person | None:
    """Who invited the person of this turn."""
    used = invitations.used_by(turn.db, turn.who.id)
    return used[0] if used else None


def _invite(turn: Turn, wanted: list[Wanted]) -> None:
    shown = invitations.invite(turn.db, turn.who, wanted, turn.roles, turn.now)
    row = turn.say(shown)
    batch = turn.db.get_one(Question, shown.batch)
    batch.facts = {**batch.facts, "outbox": row.id}


def _batch(turn: Turn) -> Question:
    """The message of a tapped button, if this person gave its invitations."""
    batch = turn.db.get(Question, turn.args.number(0))
    if batch is None or batch.person_id != turn.who.id or batch.kind != invitations.KIND:
        raise OldCard
    return batch


def _number(turn: Turn) -> int:
    number = turn.args.number(1)
    if number not in _batch(turn).facts["ids"]:
        raise OldCard
    return number
