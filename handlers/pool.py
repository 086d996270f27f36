"""/pool, 公海: countdowns stopped or put off, customers taken and given back; switched by a manager or an admin."""

from actions import countdowns, exempting, switching, taking
from actions.countdowns import FallCard, FallPutOff, FallsAnnounced
from actions.exempting import LetIn, WaitingCard, WaitingShown
from actions.records import Keeping
from actions.refusals import NotForYourRole, OldCard
from actions.switching import PoolProposed, PoolSwitched
from actions.taking import PoolReturned, PoolShown, PoolTaken
from parsing import Said
from storage import pool

from . import kept, requests
from .keeping import keeping
from .turn import Turn


def asked(turn: Turn, _: Said | None = None) -> PoolShown:
    """The pool, as this person may see it."""
    return taking.shown(keeping(turn), turn.roles)


def tap_page(turn: Turn) -> PoolShown:
    """`pool:page`."""
    return taking.shown(keeping(turn), turn.roles, turn.args.number(0))


def tap_propose(turn: Turn) -> PoolProposed:
    """`pool_on`: what would it do?"""
    _switches(turn)
    return switching.proposed(keeping(turn))


def tap_switch(turn: Turn) -> PoolSwitched:
    """`pool_set:on` or `off`."""
    _switches(turn)
    if turn.args[0] not in ("on", "off"):
        raise OldCard
    return switching.switch(keeping(turn), turn.args[0] == "on")


def tap_falls(turn: Turn) -> FallsAnnounced:
    """`falls:page`: one's own countdowns."""
    return countdowns.announced(keeping(turn), turn.args.number(0) if turn.args else 0)


def tap_fall(turn: Turn) -> FallCard:
    """`fall:number`: one of them."""
    return countdowns.card(keeping(turn), turn.args.number(0))


def tap_extend(turn: Turn) -> FallPutOff:
    """`extend:number`: more time."""
    return countdowns.extend(keeping(turn), turn.args.number(0))


def tap_not_extended(turn: Turn) -> FallCard:
    """`unextend:doing`: the countdown runs again."""
    return countdowns.not_extended(keeping(turn), countdowns.extension(keeping(turn), turn.args.number(0)))


def tap_take(turn: Turn) -> PoolTaken:
    """`take:number`: theirs."""
    if "salesperson" not in turn.roles:
        raise NotForYourRole("pool")
    return taking.take(keeping(turn), turn.args.number(0))


def tap_take_met(turn: Turn) -> PoolTaken:
    """`take_met:question`: the one that was met as a double; what was said of it is recorded."""
    if "salesperson" not in turn.roles:
        raise NotForYourRole("pool")
    question = requests.question(turn)
    fall, taking_it = pool.fallen(turn.db, int(question.facts["customer"])), keeping(turn)
    if fall is None:
        raise OldCard
    taken = taking.take(taking_it, fall.id)
    kept.record(turn, taking_it.doing, taken.customer, turn.who)
    return taken


def tap_return(turn: Turn) -> PoolReturned:
    """`return:number`: back into the pool."""
    return taking.give_back(keeping(turn), turn.args.number(0))


def tap_waiting(turn: Turn) -> WaitingShown:
    """`pool_a`: the best customers, which fall only by a manager's word."""
    return exempting.waiting(_managing(turn))


def tap_waiting_one(turn: Turn) -> WaitingCard:
    """`pool_one:customer`."""
    return exempting.waiting_card(_managing(turn), turn.args.number(0))


def tap_let_in(turn: Turn) -> LetIn:
    """`let_in:customer`."""
    return exempting.let_in(_managing(turn), turn.args.number(0))


def tap_lock(turn: Turn) -> WaitingCard:
    """`lock:customer:on` or `off`."""
    if turn.args[1] not in ("on", "off"):
        raise OldCard
    return exempting.lock(_managing(turn), turn.args.number(0), turn.args[1] == "on")


def touched(turn: Turn, customer: int | None) -> None:
    """A record of contact stops the countdown of its customer: say so."""
    stopped = countdowns.touched(keeping(turn), customer) if customer else None
    if stopped is not None:
        turn.say(stopped)


def _switches(turn: Turn) -> None:
    if not turn.roles & {"manager", "admin"}:
        raise NotForYourRole("pool")


def _managing(turn: Turn) -> Keeping:
    if "manager" not in turn.roles:
        raise NotForYourRole("pool")
    return keeping(turn)
