"""The manager asks the owners of a list, or of one customer; each has one card on which one tap answers."""

from datetime import date

from actions import answering, asking, owners
from actions import customers as cards
from actions.answering import StatusAnswers
from actions.asking import Asked
from actions.owners import OwnersAsked
from actions.refusals import NotForYourRole
from storage.models import Person, Question

from . import lists
from .keeping import keeping
from .turn import Turn


def tap_ask_listed(turn: Turn) -> OwnersAsked:
    """`ask_list:where`: the owners of that list."""
    _must_lead(turn)
    told, asked = owners.ask_listed(keeping(turn), lists.wanted_in(turn.args), lists.company_day(turn))
    say(turn, asked)
    return told


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
    if turn.args[1] != "one":
        return lists.show(turn, lists.wanted_in(turn.args[1:]), 0)
    customer = int(turn.db.get_one(Question, first).facts["customer"])
    return cards.show(turn.db, turn.who, turn.scope, customer, turn.now, turn.today)


def tap_answers(turn: Turn) -> StatusAnswers:
    """`answers:day:page`: what came back that day."""
    on: date = turn.args.day(0)
    return answering.shown(turn.db, turn.who, turn.scope, on, turn.args.number(1), turn.now)


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


def _must_lead(turn: Turn) -> None:
    if "manager" not in turn.roles:
        raise NotForYourRole
