"""The manager asks the owners of a list, or of one customer; each has one card on which one tap answers."""

from collections.abc import Callable, Sequence
from datetime import date

from actions import answering, asking, owners
from actions import customers as cards
from actions.answering import StatusAnswers
from actions.asking import Asked
from actions.owners import OwnersAsked
from actions.refusals import NotForYourRole
from storage.models import Person, Question

from . import complained, lists, top
from .keeping import keeping
from .turn import Turn


def tap_ask_listed(turn: Turn) -> OwnersAsked:
    """`ask_list:where`: the owners of that list of customers."""
    return _ask(turn, "list", turn.args)


def tap_ask_among(turn: Turn) -> OwnersAsked:
    """`ask_among:listed:where`: the owners of those who complained, or who bought most."""
    return _ask(turn, turn.args[0], turn.args[1:])


def tap_ask_one(turn: Turn) -> None:
    """`ask_one:customer`: the owner of this one; the customer's card stays as it is."""
    _must_lead(turn)
    told, asked = owners.ask_one(keeping(turn), turn.args.number(0))
    say(turn, asked)
    turn.say(told)


def tap_recall(turn: Turn) -> object:
    """`recall:question:where`: those whom that tap asked needn't answer; back to the list."""
    _must_lead(turn)
    first = turn.args.number(0)
    gone = asking.withdraw_since(keeping(turn), first)
    recall(turn, gone)
    facts = turn.db.get_one(Question, first).facts
    if turn.args[1] != "one":
        return SHOWN[facts.get("listed", "list")](turn, turn.args[1:])
    return cards.show(turn.db, turn.who, turn.scope, int(facts["customer"]), turn.now, turn.today)


def tap_answers(turn: Turn) -> StatusAnswers:
    """`answers:day:page`: what came back that day."""
    on: date = turn.args.day(0)
    return answering.shown(turn.db, turn.who, turn.scope, on, turn.args.number(1), turn.now)


SHOWN: dict[str, Callable[[Turn, Sequence[str]], object]] = {
    "list": lambda turn, where: lists.show(turn, lists.wanted_in(where), 0),
    "complaints": lambda turn, where: complained.show(turn, lists.wanted_in(where), 0),
    "top": lambda turn, where: top.show(turn, lists.wanted_in(where), "customer", 0),
}
"""Each list whose owners can be asked, from its beginning."""


def say(turn: Turn, asked: list[Asked]) -> None:
    """The question, on each owner's phone."""
    for one in asked:
        if one.heard is not None:
            card = turn.say(one.heard, to=one.owner)
            one.question.facts = {**one.question.facts, "card": card.id}


def recall(turn: Turn, gone: list[Question]) -> None:
    """The owners' cards say that no answer is needed."""
    for question in gone:
        owner = turn.db.get_one(Person, question.person_id)
        turn.edit(asking.recalled(keeping(turn), question), None, outbox_id=question.facts["card"], to=owner)


def _ask(turn: Turn, listed: str, where: Sequence[str]) -> OwnersAsked:
    _must_lead(turn)
    told, asked = owners.ask_listed(keeping(turn), listed, lists.wanted_in(where), lists.company_day(turn))
    say(turn, asked)
    return told


def _must_lead(turn: Turn) -> None:
    if "manager" not in turn.roles:
        raise NotForYourRole
