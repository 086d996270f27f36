"""A field of a card is changed: by tap, by the typed value, by "no, 60k", or by editing the message."""

from dataclasses import dataclass
from datetime import date, timedelta

from actions import corrections
from actions.cards import Recorded, card
from actions.money import minor
from actions.refusals import DontUnderstandField, OldCard
from parsing import Correction, Said
from storage import customers, doings
from storage.models import Doing, Question

from . import records, undo
from .books import book_of
from .hearing import day_of, put_right
from .keeping import keeping, source
from .owned import owned_doing, stands
from .turn import Turn
from .understanding import record_of
from .whose import Choice, ask_whose

OUT_OF_SIGHT = 5
CHOICES = 4
FIELDS = ("amount", "date", "on", "customer", "note", "more")
"""What a card's buttons change."""
KINDS = ("visit", "call", "meeting", "message")
RECORDED = ("visit", "call", "meeting", "message", "note", "purchase", "complaint", "new_customer")
"""What an edited message corrects; all else has buttons of its own."""


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


@dataclass(frozen=True)
class ChangedAbove:
    """The card was changed, but it is out of sight."""

    doing: int
    name: str


@dataclass(frozen=True)
class EditedUndone:
    """The message of something undone was edited: shall it count again?"""

    doing: int
    name: str


def ask_field(turn: Turn) -> object:
    """`change:doing:field`: show the question on the card itself."""
    doing = owned_doing(turn, turn.args.number(0))
    name = _name(turn, doing)
    field = turn.args[1]
    if field not in FIELDS:
        raise OldCard
    if field == "more":
        return MoreFields(doing.id, name, doing.what)
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "field", {"doing": doing.id, "field": field}, turn.now)
    return FieldAsked(doing.id, field, name, turn.today, _dates(turn, field), _choices(turn, doing, field))


def set_field(turn: Turn) -> object | None:
    """`set:doing:field:value`: a tapped answer."""
    doing = owned_doing(turn, turn.args.number(0))
    field = turn.args[1]
    doings.stop_listening(turn.db, turn.came.chat_id)
    if field == "customer":
        return corrections.change_customer(keeping(turn), doing, turn.args.number(2), "tap")
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
    _show_changed(turn, doing, shown)
    return True


def _speaks_of_another(doing: Doing, said: tuple[Said, ...]) -> bool:
    """Whether words name another customer, or ask something."""
    return any(
        fact.intent == "query" or (fact.customer_ids and doing.customer_id not in fact.customer_ids) for fact in said
    )


def _typed(turn: Turn, doing: Doing, field: str, said: tuple[Said, ...]) -> Recorded | None:
    if field == "note":
        return corrections.add_note(keeping(turn), doing, turn.text, "reply")
    if field == "customer":
        found = book_of(turn).find(turn.text)
        sure = [one for one in found if one.certainty >= found[0].certainty][:2]
        return corrections.change_customer(keeping(turn), doing, int(sure[0].id), "reply") if len(sure) == 1 else None
    if field in ("date", "on"):
        return _typed_day(turn, doing, field)
    meant = put_right(turn)
    if meant is not None and meant.amount is not None:
        return _amount(turn, doing, meant)
    if any(fact.customer or fact.customer_ids for fact in said):
        return None
    raise DontUnderstandField(field, turn.text)


def _typed_day(turn: Turn, doing: Doing, field: str) -> Recorded | None:
    when = day_of(turn)
    if when is None:
        return None
    if field == "on":
        return corrections.change_day(keeping(turn), doing, when.on, "reply")
    return corrections.change_next(keeping(turn), doing, when.on, when.at, "reply")


def corrected(turn: Turn, meant: Correction) -> bool:
    """ "No, 60k": the last card is meant, or the one that is replied to; False where there is none to correct."""
    doing = _meant(turn, meant)
    if doing is None:
        return False
    shown = _apply(turn, doing, meant)
    if shown is None:
        return False
    _show_changed(turn, doing, shown)
    return True


def _apply(turn: Turn, doing: Doing, meant: Correction) -> Recorded | None:
    if meant.amount is not None:
        return _amount(turn, doing, meant)
    if meant.moment is not None:
        return corrections.change_next(keeping(turn), doing, meant.moment.on, meant.moment.at, "reply")
    if meant.customer is not None and (found := book_of(turn).find(meant.customer)):
        return corrections.change_customer(keeping(turn), doing, int(found[0].id), "reply")
    if meant.intent in ("visit", "call", "note"):
        return corrections.change_kind(keeping(turn), doing, meant.intent, "reply")
    return None


def _amount(turn: Turn, doing: Doing, meant: Correction) -> Recorded:
    currency = meant.currency or turn.company.currency
    assert meant.amount is not None
    return corrections.change_amount(keeping(turn), doing, minor(meant.amount, currency), currency, "reply")


def _meant(turn: Turn, meant: Correction) -> Doing | None:
    if turn.came.reply_to is not None:
        number = doings.shown_by(turn.db, turn.came.chat_id, turn.came.reply_to)
        doing = turn.db.get(Doing, number) if number else None
    elif meant.amount is not None:
        doing = doings.latest_with_amount(turn.db, turn.who.id)
    else:
        doing = doings.latest_record(turn.db, turn.who.id)
    return doing if doing and stands(turn, doing) else None


def edited(turn: Turn, said: tuple[Said, ...]) -> bool:
    """An edited message corrects its records, each by its place; of something undone it asks.

    What it says now for the first time, or was only asked about, is recorded; what it says no more is undone. False
    where it said nothing that was to be recorded.
    """
    chat_id, message_id = turn.came.chat_id, turn.came.message_id or 0
    recorded = {doing.n: doing for doing in doings.of_message(turn.db, chat_id, message_id)}
    waited = doings.withdraw(turn.db, chat_id, message_id, turn.now)
    for n, fact in enumerate(said if recorded or waited else ()):
        _edit(turn, recorded[n], fact) if n in recorded else records.keep_all(turn, (fact,), n)
    for n, doing in recorded.items():
        if n >= len(said) and doing.undone_at is None:
            undo.withdraw(turn, doing.id)
    return bool(recorded or waited)


def _edit(turn: Turn, doing: Doing, said: Said) -> None:
    name = _name(turn, doing)
    if doing.undone_at is not None:
        turn.say(EditedUndone(doing.id, name), doing.id)
    elif doing.what in RECORDED and _names_another(doing, said):
        ask_whose(turn, said, doing.n, doing.id)
    elif doing.what in RECORDED:
        customer = int(said.customer_ids[0]) if len(said.customer_ids) == 1 else None
        shown = corrections.rewrite(keeping(turn), doing, record_of(turn, said, customer), source(turn))
        _show_changed(turn, doing, shown)


def _names_another(doing: Doing, said: Said) -> bool:
    """Whether an edit names a customer who isn't known for sure, and isn't whom the message named before."""
    before = (doing.understood.get("record") or {}).get("raw") or ""
    if doing.understood.get("created") or not said.customer or said.customer in before:
        return False
    return len(said.customer_ids) != 1 and doing.customer_id not in said.customer_ids


def _show_changed(turn: Turn, doing: Doing, shown: Recorded) -> None:
    """Edit the card and put a sign on the message; one short line only where the card is out of sight."""
    shown_by = doings.card_of(turn.db, doing.id)
    if shown_by is None:
        turn.say(shown, doing.id)
        return
    turn.edit(shown, shown_by.message_id, doing.id, outbox_id=shown_by.id)
    turn.react("👌")
    if doings.messages_since(turn.db, turn.came.chat_id, shown_by.id) >= OUT_OF_SIGHT:
        turn.say(ChangedAbove(doing.id, shown.name))


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


def _name(turn: Turn, doing: Doing) -> str:
    found = customers.by_ids(turn.db, turn.scope, [doing.customer_id]) if doing.customer_id else []
    if doing.customer_id and not found:
        raise OldCard
    return found[0].name if found else ""
