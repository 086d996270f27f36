"""Set-up by the first person: the company's name, then five taps."""

from dataclasses import dataclass, replace

from actions import company as companies
from actions import setup
from actions.refusals import DontUnderstandField, NotForYourRole, OldCard
from actions.setup import CadencesProposed
from actions.weighing import TRADES
from parsing import Said
from parsing.capacities import capacity_of
from storage import doings
from storage.models import Question

from . import rules
from .keeping import keeping
from .turn import Turn
from .typed_names import asks

STAGES = ("company", "terms", "trade", "letters", "capacity")
"""The steps of set-up that a person may stand at, in their order."""
LONGEST_NAME = 40


@dataclass(frozen=True)
class CompanyAsked:
    """The first person is in, with all roles; what is the company called?"""

    name: str


@dataclass(frozen=True)
class TradeAsked:
    """What does the company sell, and to whom? Explained once one is `chosen`; another may still be."""

    trades: tuple[str, ...]
    chosen: str | None = None


@dataclass(frozen=True)
class LettersAsked:
    """What do A, B and C mean in this team? `chosen` once it is answered."""

    chosen: str | None = None


@dataclass(frozen=True)
class CapacityAsked:
    """How many customers does a person have, and how many do they reach a day? `typing`: type it."""

    typing: bool = False
    chosen: tuple[int, int] | None = None


@dataclass(frozen=True)
class SetUpDone:
    """The company is set up: how colleagues come in; then a language, unless it is `chosen`, and work."""

    languages: tuple[str, ...]
    chosen: bool = False


def done(turn: Turn, *, chosen: bool = False) -> SetUpDone:
    """The company is set up."""
    return SetUpDone(turn.company.languages, chosen)


def step(turn: Turn) -> object:
    """The question at which set-up stands."""
    stage = turn.who.stage
    if stage == "company":
        doings.ask(turn.db, turn.came.chat_id, turn.who.id, "company name", {}, turn.now)
        return CompanyAsked(turn.who.name)
    if stage == "terms":
        return setup.proposed(turn.company)
    if stage == "trade":
        return TradeAsked(TRADES)
    return LettersAsked() if stage == "letters" else _ask_capacity(turn)


def typed_name(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """What the company is called; False where the words ask for something."""
    name = " ".join(turn.text.split())
    if asks(said) or len(name) > LONGEST_NAME:
        question.listening = True
        return False
    question.answered_at = turn.now
    turn.company = companies.change(turn.db, "company", {"name": name}, turn.now, turn.who.id)
    turn.who.stage = "terms"
    turn.say(setup.proposed(turn.company))
    return True


def tap_fine(turn: Turn) -> None:
    """`fine`: these settings it is; then the trade."""
    must_be_admin(turn)
    turn.show(setup.proposed(turn.company, settled=True))
    if turn.who.stage == "terms":
        turn.who.stage = "trade"
        turn.say(step(turn))


def tap_trade(turn: Turn) -> object | None:
    """`trade`: which one? `trade:name`: this one's rules, explained; then the letters.

    Once set-up is over, trades are tried as a draft.
    """
    must_be_admin(turn)
    if turn.who.stage not in STAGES:
        return rules.tap_trades(turn)
    if not turn.args:
        return TradeAsked(TRADES)
    turn.company = setup.begin_with(keeping(turn), turn.args[0])
    turn.show(TradeAsked(TRADES, turn.args[0]))
    if turn.who.stage == "trade":
        turn.who.stage = "letters"
        turn.say(step(turn))
    return None


def tap_letters(turn: Turn) -> None:
    """`letters:meaning`: what the letters mean; then how much a person can do."""
    must_be_admin(turn)
    if turn.args[0] not in setup.LETTERS:
        raise OldCard
    turn.company = setup.decide_letters(turn.db, turn.who, turn.args[0], turn.now)
    turn.show(LettersAsked(turn.args[0]))
    if turn.who.stage == "letters":
        turn.who.stage = "capacity"
        turn.say(step(turn))


def tap_capacity(turn: Turn) -> object | None:
    """`capacity:customers:a day`, or `capacity:type`."""
    must_be_admin(turn)
    if turn.args == ("type",):
        doings.ask(turn.db, turn.came.chat_id, turn.who.id, "capacity", {}, turn.now)
        return CapacityAsked(typing=True)
    customers, a_day = _numbers(turn, 2)
    turn.show(CapacityAsked(chosen=(customers, a_day)))
    turn.say(setup.propose(turn.company, customers, a_day))
    return None


def typed_capacity(turn: Turn, question: Question) -> bool:
    """Two typed numbers; anything else is something else, unless it has figures."""
    found = capacity_of(turn.text)
    if found is None and any(sign.isdigit() for sign in turn.text):
        raise DontUnderstandField("capacity", turn.text)
    if found is None:
        return False
    question.answered_at = turn.now
    turn.say(setup.propose(turn.company, *found))
    return True


def tap_cadence(turn: Turn) -> CadencesProposed:
    """`cadence:customers:a day:step`: looser or tighter ones, on the same card."""
    must_be_admin(turn)
    customers, a_day, ladder = _numbers(turn, 3)
    return setup.propose(turn.company, customers, a_day, ladder)


def tap_adopt(turn: Turn) -> None:
    """`adopt:customers:a day:step`: these it is; then the person's own language and customers."""
    must_be_admin(turn)
    customers, a_day, ladder = _numbers(turn, 3)
    chosen = setup.propose(turn.company, customers, a_day, ladder)
    turn.company = setup.adopt(turn.db, turn.who, chosen, turn.now)
    turn.show(replace(chosen, settled=True))
    if turn.who.stage in STAGES:
        turn.who.stage = "language"
        turn.say(done(turn))


def _ask_capacity(turn: Turn) -> CapacityAsked:
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "capacity", {}, turn.now)
    return CapacityAsked()


def _numbers(turn: Turn, count: int) -> tuple[int, ...]:
    found = tuple(turn.args.number(place) for place in range(count))
    if len(turn.args) != count or not all(found[:2]):
        raise OldCard
    return found


def must_be_admin(turn: Turn) -> None:
    if "admin" not in turn.roles:
        raise NotForYourRole("company")
