"""Dates of customers, in words: 王总生日 3月8日. And by tap, when they come."""

from dataclasses import asdict, dataclass, replace
from datetime import date

from actions import occasions
from actions.facts import plain
from actions.occasions import DateToKeep, OccasionEnded, OccasionKept
from actions.refusals import CommandUnknown, OldCard
from parsing import Said
from parsing.occasions import OccasionSaid, occasion
from storage import customers, doings
from storage.models import Question

from .books import book_of
from .keeping import keeping, source
from .turn import Turn
from .whose import Choice

KIND = "occasion"
OFFERED = 4


@dataclass(frozen=True)
class WhoseDate:
    """Whose date is it? The likely customers as buttons."""

    question: int
    what: str
    choices: tuple[Choice, ...]


def means(turn: Turn) -> OccasionSaid | None:
    """The date of a customer that a message states, if it says nothing else."""
    return occasion(turn.text, turn.heard_at, book_of(turn), turn.company.country)


def keep(turn: Turn, _: Said | None = None) -> None:
    """Keep the date, or ask whose it is."""
    said = means(turn)
    if said is None:
        raise CommandUnknown(KIND)
    numbers = [int(number) for number in said.customer_ids]
    found = customers.by_ids(turn.db, turn.scope, numbers)
    date_to_keep = DateToKeep(said.words, said.on, said.yearly, said.ahead)
    if len(found) == 1:
        _say(turn, occasions.keep(keeping(turn), found[0].id, date_to_keep, source(turn)))
        return
    likely = found or list(customers.recent(turn.db, turn.scope, turn.who.id, OFFERED))
    facts = plain(asdict(date_to_keep))
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, KIND, facts, turn.now)
    turn.say(WhoseDate(question.id, said.words, tuple(Choice(one.id, one.name) for one in likely[:OFFERED])))


def tap_whose(turn: Turn) -> OccasionKept:
    """`occasion:question:customer`."""
    question = turn.db.get(Question, turn.args.number(0))
    theirs = question is not None and question.person_id == turn.who.id and question.kind == KIND
    if question is None or not theirs or question.answered_at is not None:
        raise OldCard
    question.answered_at = turn.now
    facts = {**question.facts, "on": date.fromisoformat(question.facts["on"])}
    return occasions.keep(keeping(turn), turn.args.number(1), DateToKeep(**facts), source(turn))


def tap_end(turn: Turn) -> OccasionEnded:
    """`unmark:occasion`: no more of it."""
    return occasions.end(turn.db, keeping(turn), turn.args.number(0))


def tap_again(turn: Turn) -> object:
    """`mark:occasion`: after all."""
    ended = occasions.end(turn.db, keeping(turn), turn.args.number(0), again=True)
    return replace(ended, back=True)


def _say(turn: Turn, kept: OccasionKept) -> None:
    turn.say(kept, kept.doing)
