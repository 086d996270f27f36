"""A customer that stays late, by tap: its owner says today or why not, the manager asks or gives it away."""

from actions import answering, asking, late, plans, transfer, undo
from actions.answering import Answered
from actions.late import LateCard, TeamLate
from actions.plans import ReasonsOffered
from actions.refusals import NotForYourRole, OldCard
from actions.transfer import TransferAsked
from parsing import Said
from storage import doings
from storage.models import Doing, Occurrence, Person, Question

from . import customers, deeds, later, owners
from .keeping import keeping
from .turn import Turn

QUICK = ("did", "help")
"""Answers to the manager that keep nothing else."""


def tap_will(turn: Turn) -> object:
    """`will:customer:question`: planned for today."""
    _answer(turn, "today")
    return plans.will_today(keeping(turn), turn.args.number(0))


def tap_reasons(turn: Turn) -> ReasonsOffered:
    """`reasons:customer:question`: the usual ones; words that are typed next are a reason as well."""
    offered = plans.reasons(keeping(turn), turn.args.number(0), turn.args.number(1))
    facts = {"customer": offered.customer, "question": offered.question, "card": turn.came.message_id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "reason", facts, turn.now)
    return offered


def tap_reason(turn: Turn) -> object:
    """`reason:customer:question:code`: it waits, for that reason."""
    if (reason := turn.args[2]) not in plans.REASONS:
        raise OldCard
    _answer(turn, "reason", reason)
    return plans.wait(keeping(turn), turn.args.number(0), reason)


def typed_reason(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """Why it waits, in words; False where they say something else."""
    if later.means_something_else(said):
        return False
    question.answered_at = turn.now
    if number := int(question.facts["question"]):
        answering.answer(keeping(turn), number, "reason", turn.text)
    turn.edit(plans.wait(keeping(turn), int(question.facts["customer"]), turn.text), question.facts["card"])
    turn.react("👌")
    return True


def tap_told(turn: Turn) -> object | None:
    """`told:customer:question:what`: touched but not written down yet, or help is needed."""
    what = turn.args[2]
    if what not in QUICK or not turn.args.number(1):
        raise OldCard
    by = _answer(turn, what)
    if what == "did":
        return customers.tap_log(turn)
    return Answered(by, what)


def tap_list(turn: Turn) -> TeamLate:
    """`late:occurrence`: the manager's list, as it is now."""
    row = _owned(turn)
    return _list(turn, row)


def tap_card(turn: Turn) -> LateCard:
    """`late_one:occurrence:customer`: one of the list."""
    return late.card(turn.db, turn.who, turn.company, _owned(turn), turn.args.number(1), turn.now)


def tap_ask_all(turn: Turn) -> TeamLate:
    """`ask_all:occurrence`: ask the owners of the whole list."""
    row = _owned(turn)
    return late.with_told(_list(turn, row), _ask(turn, late.numbers_of(row)))


def tap_ask(turn: Turn) -> LateCard:
    """`ask:occurrence:customer`: ask the owner of this one."""
    _ask(turn, [turn.args.number(1)])
    return tap_card(turn)


def tap_withdraw(turn: Turn) -> TeamLate:
    """`unask:occurrence`: the owners needn't answer."""
    row = _owned(turn)
    owners.recall(turn, asking.withdraw(keeping(turn), late.numbers_of(row)))
    return _list(turn, row)


def tap_transfer(turn: Turn) -> TransferAsked:
    """`hand:occurrence:customer`: to whom? `hand:0:customer` comes from its card."""
    _leads(turn)
    return transfer.offered(keeping(turn), turn.args.number(0), turn.args.number(1))


def tap_transfer_to(turn: Turn) -> object:
    """`hand_to:occurrence:customer:person`: the customer is theirs; both are told."""
    _leads(turn)
    return deeds.give(turn, turn.args.number(1), turn.args.number(2))


def tap_take_back(turn: Turn) -> object:
    """`unhand:doing`: as if it had never been given away; both are told."""
    doing = turn.db.get(Doing, turn.args.number(0))
    if doing is None or doing.what != transfer.TRANSFER:
        raise OldCard
    undone = undo.undo(keeping(turn), doing.id, with_later=True)
    deeds.tell(turn, transfer.told_back(keeping(turn), doing))
    return undone


def _list(turn: Turn, row: Occurrence) -> TeamLate:
    return late.shown(turn.db, turn.who, turn.company, row, late.numbers_of(row), turn.now)


def _ask(turn: Turn, numbers: list[int]) -> tuple[str, ...]:
    """Ask; the names of who was asked."""
    asked = asking.ask(keeping(turn), numbers)
    owners.say(turn, asked)
    return tuple(dict.fromkeys(one.owner.name for one in asked))


def _answer(turn: Turn, what: str, reason: str | None = None) -> str:
    """Keep the answer where the manager asked; the manager's name."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    if not (number := turn.args.number(1)):
        return ""
    question = answering.answer(keeping(turn), number, what, reason)
    return turn.db.get_one(Person, int(question.facts["by"])).name


def _owned(turn: Turn) -> Occurrence:
    return late.owned(turn.db, turn.who, turn.args.number(0))


def _leads(turn: Turn) -> None:
    if "manager" not in turn.roles:
        raise NotForYourRole
    if turn.args.number(0):
        _owned(turn)
