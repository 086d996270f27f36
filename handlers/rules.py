"""/rules, 规则: the rules in force; others tried as a draft before anything changes; published, brought back."""

from dataclasses import dataclass
from typing import Any

from actions import changes, drafts, rules, weighing
from actions.drafts import ChangesShown, DraftDropped, DraftShown, MoversShown, Wish
from actions.refusals import NotForYourRole, OldCard
from actions.rules import RulesPublished, VersionsShown
from parsing import Said
from parsing.rulings import Ruling, ruling
from storage import doings
from storage.models import Question, RulesVersion

from .keeping import keeping
from .turn import Turn

PARTS = ("cuts", "cadences", "weights")


@dataclass(frozen=True)
class PartAsked:
    """One part of the rules as it is (or as the draft has it): what should it be? Taps change it, typing works too."""

    part: str
    cut_a: float
    cut_b: float
    cadence_a: float
    cadence_b: float
    cadence_c: float
    value: float
    activity: float
    rhythm: float


@dataclass(frozen=True)
class TradesShown:
    """Presets for trades, one of them explained where it is `chosen`."""

    trades: tuple[str, ...]
    chosen: str | None = None


@dataclass(frozen=True)
class Counting:
    """It takes a moment; the answer comes by itself. `what`: backtest, proposal or prediction."""

    what: str


def asked(turn: Turn, said: Said | None = None) -> DraftShown | None:
    """The rules in force and the draft that waits; words that change a rule make one."""
    wanted = ruling(turn.text)
    if wanted is not None:
        return _wish(turn, wanted)
    turn.show(rules.show(keeping(turn)))
    if turn.came.tapped is None and (row := _waiting(turn)):
        turn.say(drafts.show(keeping(turn), row))
    return None


def means(turn: Turn) -> bool:
    """Whether a manager's words change a rule."""
    return "manager" in turn.roles and ruling(turn.text) is not None


def tap_rules(turn: Turn) -> object:
    """`rules`: back to those in force; `rules:part`: change a part of them."""
    _must_lead(turn)
    if not turn.args:
        return rules.show(keeping(turn))
    return _part(turn, turn.args[0])


def tap_set(turn: Turn) -> DraftShown:
    """`rule:number:value`, as often as there are numbers: a tapped change."""
    _must_lead(turn)
    values = {turn.args[n]: float(turn.args.number(n + 1)) for n in range(0, len(turn.args), 2)}
    if not values or not all(name in changes.NUMBERS and changes.part_of(name) in PARTS for name in values):
        raise OldCard
    return _draft(turn, drafts.wish(keeping(turn), Wish("words", None, {"rules": values})))


def typed(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed value of a part that was asked for; False where the words say something else."""
    wanted = ruling(turn.text, question.facts["part"])
    if wanted is None:
        return False
    question.answered_at = turn.now
    turn.say(_wish(turn, wanted))
    return True


def tap_propose(turn: Turn) -> DraftShown | Counting:
    """`propose:cuts`, `propose:scale`, `propose:preset:name`: a draft from the company's own customers or a trade."""
    _must_lead(turn)
    row = rules.propose(keeping(turn), turn.args[0], turn.args[1] if len(turn.args) > 1 else None)
    return Counting("proposal") if row is None else _draft(turn, row)


def tap_trades(turn: Turn) -> TradesShown:
    """`trades`, `trades:name`: presets, and one explained."""
    _must_lead(turn)
    chosen = turn.args[0] if turn.args else None
    if chosen is not None and chosen not in weighing.TRADES:
        raise OldCard
    return TradesShown(weighing.TRADES, chosen)


def tap_draft(turn: Turn) -> DraftShown:
    """`draft`: the one that waits."""
    _must_lead(turn)
    return _draft(turn, drafts.waiting(keeping(turn)))


def tap_publish(turn: Turn) -> RulesPublished | DraftShown:
    """`publish:draft:edition`: from now on."""
    _must_lead(turn)
    return rules.publish(keeping(turn), turn.args.number(0), turn.args.number(1))


def tap_drop(turn: Turn) -> DraftDropped:
    """`drop:draft`: nobody wants it."""
    _must_lead(turn)
    return drafts.drop(keeping(turn), turn.args.number(0))


def tap_movers(turn: Turn) -> MoversShown:
    """`movers:draft:page`: who would move."""
    _must_lead(turn)
    return drafts.movers(keeping(turn), turn.args.number(0), turn.args.number(1))


def tap_changes(turn: Turn) -> ChangesShown:
    """`changes:draft:version:page`: everything that a draft (or, with 0 for it, a version) changes."""
    _must_lead(turn)
    draft, version, page = (turn.args.number(place) for place in range(3))
    if draft:
        return drafts.all_changes(keeping(turn), draft, page)
    return rules.version(keeping(turn), version, page)


def tap_versions(turn: Turn) -> VersionsShown:
    """`versions:page`: the history."""
    _must_lead(turn)
    return rules.history(keeping(turn), turn.args.number(0))


def tap_try(turn: Turn) -> DraftShown:
    """`try:version`: an earlier version as a draft."""
    _must_lead(turn)
    return _draft(turn, rules.try_version(keeping(turn), turn.args.number(0)))


def tap_roll_back(turn: Turn) -> RulesPublished:
    """`rollback:version`: as it was before that version, which is in force."""
    _must_lead(turn)
    return rules.roll_back(keeping(turn), turn.args.number(0))


def tap_backtest(turn: Turn) -> None:
    """`backtest`: the proof on the company's own purchases, as a message of its own."""
    _must_lead(turn)
    turn.say(_later(turn, "backtest"))


def tap_predict(turn: Turn) -> None:
    """`predict`: prediction as a draft."""
    _must_lead(turn)
    turn.say(_later(turn, "prediction"))


def backtest(turn: Turn, said: Said | None = None) -> Counting:
    """/backtest, 回测"""
    return _later(turn, "backtest")


def _later(turn: Turn, what: str) -> Counting:
    weighing.errand(keeping(turn), what)
    return Counting(what)


def _part(turn: Turn, part: str) -> PartAsked:
    if part not in PARTS:
        raise OldCard
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "rule", {"part": part}, turn.now)
    row = _waiting(turn)
    now = drafts.wanted(keeping(turn), row).rules if row else turn.company.rules
    return PartAsked(
        part, now.cut_a, now.cut_b, now.cadence_a, now.cadence_b, now.cadence_c,
        now.value_points, now.activity_points, now.rhythm_points,
    )  # fmt: skip


def _wish(turn: Turn, wanted: Ruling) -> DraftShown:
    tried: dict[str, dict[str, Any]] = {"rules": {wanted.name: wanted.value}}
    return drafts.show(keeping(turn), drafts.wish(keeping(turn), Wish("words", None, tried)))


def _draft(turn: Turn, row: RulesVersion) -> DraftShown:
    return drafts.show(keeping(turn), row)


def _waiting(turn: Turn) -> RulesVersion | None:
    return drafts.latest(keeping(turn))


def _must_lead(turn: Turn) -> None:
    if "manager" not in turn.roles:
        raise NotForYourRole("rules")
