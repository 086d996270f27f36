"""What other currencies are worth in the company's, kept by an admin: rate USD 7.1 from 2026-11-01."""

from dataclasses import replace
from datetime import datetime

from actions import rates
from actions.rates import RateAsked, RatesShown
from actions.refusals import DontUnderstandField, OldCard
from parsing import Said
from parsing.rates import RateSaid, rate_of, speaks_of
from storage.models import Question

from .hearing import region_of
from .keeping import keeping
from .setup import must_be_admin
from .turn import Turn
from .typed_names import ask, asks

KIND = "rate"


def means(turn: Turn) -> bool:
    """Whether an admin's words say a rate, or ask for the rates."""
    return "admin" in turn.roles and not turn.text.startswith("/") and speaks_of(turn.text)


def asked(turn: Turn, *_: object) -> RatesShown:
    """/rates: all of them; in plain words another one from now on."""
    must_be_admin(turn)
    rest = turn.text.removeprefix("/rates").strip()
    if not any(sign.isdigit() for sign in rest) and len(rest.split()) < 2:
        return rates.shown(keeping(turn))
    return _set(turn, turn.text)


def tap_all(turn: Turn) -> RatesShown:
    """`rates:page`."""
    must_be_admin(turn)
    return rates.shown(keeping(turn), turn.args.number(0))


def tap_one(turn: Turn) -> RateAsked:
    """`rate:code`: what is it worth? `rate:-`: a new one."""
    must_be_admin(turn)
    code = None if turn.args[0] == "-" else turn.args[0]
    if code is not None and code not in turn.company.rates:
        raise OldCard
    ask(turn, KIND, {"of": code})
    return rates.asked(keeping(turn), code)


def tap_end(turn: Turn) -> RatesShown:
    """`end_rate:code`: no rate any more."""
    must_be_admin(turn)
    if turn.args[0] not in turn.company.rates:
        raise OldCard
    return _keep(turn, RateSaid(turn.args[0], None, None))


def tap_back(turn: Turn) -> RatesShown:
    """`rates_back:version:code`: as that version had it."""
    must_be_admin(turn)
    code = turn.args[1]
    turn.company, waiting = rates.put_back(keeping(turn), turn.args.number(0), code)
    return replace(rates.shown(keeping(turn), changed=code), waiting=waiting)


def typed(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed rate, with its currency or of the one that was tapped; False where the words ask for something."""
    if asks(said):
        return False
    of = question.facts["of"]
    words = turn.text if of is None or rate_of(turn.text, *_here(turn)) else f"{of} {turn.text}"
    shown = _set(turn, words)
    question.answered_at = turn.now
    turn.show(shown)
    return True


def _set(turn: Turn, words: str) -> RatesShown:
    said = rate_of(words, *_here(turn))
    if said is None:
        raise DontUnderstandField("rate", words)
    return _keep(turn, said)


def _keep(turn: Turn, said: RateSaid) -> RatesShown:
    before = turn.company.version
    turn.company, waiting = rates.keep(keeping(turn), said.currency, said.worth, said.since)
    return replace(rates.shown(keeping(turn), changed=said.currency, before=before), waiting=waiting)


def _here(turn: Turn) -> tuple[str, datetime, str]:
    return turn.company.currency, turn.heard_at, region_of(turn)
