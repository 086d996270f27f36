"""A field of a card is asked for on the card itself, and changed by tap or by the typed value."""

from dataclasses import dataclass
from datetime import date, timedelta

from actions import corrections, whose
from actions.cards import Recorded, card
from actions.refusals import DontUnderstandField, OldCard
from parsing import Said
from storage import customers, doings
from storage.models import Doing, Question

from .corrections import change_amount
from .hearing import day_of, put_right
from .instead import another_customer
from .keeping import keeping
from .owned import name_of, owned_doing, stands
from .recording import show_changed
from .turn import Turn
from .whose import Choice

CHOICES = 4
FIELDS = ("amount", "date", "on", "customer", "note", "more")
"""What a card's buttons change."""
KINDS = ("visit", "call", "meeting", "message")


@dataclass(frozen=True)
class FieldAsked:
    """What should it be? The likely answers as buttons; typing always works too."""

    doing: int
    field: str
    name: str
    today: date
    dates: tuple[date, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class MoreFields:
    """The fields that are changed more rarely."""

    doing: int
    name: str
    kind: str


def ask_field(turn: Turn) -> object:
    """`change:doing:field`: show the question on the card itself."""
    doing = owned_doing(turn, turn.args.number(0))
    name = name_of(turn, doing)
    field = turn.args[1]
    if field not in FIELDS:
        raise OldCard
    if field == "more":
        return MoreFields(doing.id, name, doing.what)
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "field", {"doing": doing.id, "field": field}, turn.now)
    return FieldAsked(doing.id, field, name, turn.today, _dates(turn, field), _choices(turn, doing, field))


def set_field(turn: Turn) -> None:
    """`set:doing:field:value`: a tapped answer."""
    doing = owned_doing(turn, turn.args.number(0))
    doings.stop_listening(turn.db, turn.came.chat_id)
    turn.show(_set(turn, doing, turn.args[1]), doing.id)


def _set(turn: Turn, doing: Doing, field: str) -> Recorded:
    if field == "customer":
        return whose.change_customer(keeping(turn), doing, turn.args.number(2), "tap")
    if field == "kind" and turn.args[2] in KINDS:
        return corrections.change_kind(keeping(turn), doing, turn.args[2], "tap")
    if field == "on":
        return corrections.change_day(keeping(turn), doing, turn.args.day(2), "tap")
    if field != "date":
        raise OldCard
    return corrections.change_next(keeping(turn), doing, turn.args.day(2), None, "tap")


def back(turn: Turn) -> object:
    """`card:doing`: the card again, nothing changed."""
    doing = owned_doing(turn, turn.args.number(0))
    doings.stop_listening(turn.db, turn.came.chat_id)
    return card(turn.db, doing, turn.today)


def typed_answer(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed value for a field that was asked; False where it reads as something else."""
    doing = turn.db.get_one(Doing, int(question.facts["doing"]))
    field = question.facts["field"]
    if not stands(turn, doing) or (field != "customer" and _speaks_of_another(doing, said)):
        return False
    shown = _typed(turn, doing, field, said)
    if shown is None:
        return False
    question.answered_at, question.listening = turn.now, False
    if isinstance(shown, Recorded):
        show_changed(turn, doing, shown)
    else:
        turn.say(shown)
    return True


def _speaks_of_another(doing: Doing, said: tuple[Said, ...]) -> bool:
    """Whether words name another customer, or ask something."""
    return any(
        fact.intent == "query" or (fact.customer_ids and doing.customer_id not in fact.customer_ids) for fact in said
    )


def _typed(turn: Turn, doing: Doing, field: str, said: tuple[Said, ...]) -> object | None:
    if field == "note":
        return corrections.add_note(keeping(turn), doing, turn.text, "reply")
    if field == "customer":
        return _named(turn, doing, said)
    if field in ("date", "on"):
        return _typed_day(turn, doing, field)
    meant = put_right(turn)
    if meant is not None and meant.amount is not None:
        return change_amount(turn, doing, meant)
    if any(fact.customer or fact.customer_ids for fact in said):
        return None
    raise DontUnderstandField(field, turn.text)


def _named(turn: Turn, doing: Doing, said: tuple[Said, ...]) -> object | None:
    """Another customer by name; a sentence is none."""
    tells = any(fact.intent not in ("note", "query") or (fact.query or "card") != "card" for fact in said)
    return None if tells else another_customer(turn, doing, turn.text)


def _typed_day(turn: Turn, doing: Doing, field: str) -> Recorded | None:
    when = day_of(turn)
    if when is None:
        return None
    if field == "on":
        return corrections.change_day(keeping(turn), doing, when.on, "reply")
    return corrections.change_next(keeping(turn), doing, when.on, when.at, "reply")


def _dates(turn: Turn, field: str) -> tuple[date, ...]:
    today = turn.today
    if field == "on":
        return tuple(today - timedelta(days=days) for days in (0, 1, 2))
    if field != "date":
        return ()
    monday = today + timedelta(days=7 - today.weekday())
    return (today + timedelta(days=1), monday, today + timedelta(days=14))


def _choices(turn: Turn, doing: Doing, field: str) -> tuple[Choice, ...]:
    if field != "customer":
        return ()
    likely = customers.recent(turn.db, turn.scope, turn.who.id, CHOICES + 1)
    return tuple(Choice(one.id, one.name) for one in likely if one.id != doing.customer_id)[:CHOICES]
