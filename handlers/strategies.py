"""What to do for customers of each tier: the line on their card, written by an admin in one language or both."""

import re
from dataclasses import dataclass

from actions import company as companies
from actions.refusals import DontUnderstandField, OldCard, WordsTooLong
from languages import tongue
from parsing import Said
from parsing.pairs import own_words
from storage import audit, doings
from storage.models import Question

from .setup import must_be_admin
from .turn import Turn

TIERS = "ABC"
KIND = "strategy"
LONGEST = {"zh": 18, "en": 40}
"""Characters that fit on one line of a phone."""
PLAIN = re.compile(
    r"^(?P<a>[abc])\s?(?:级|級)?\s?(?:的)?(?:做法|策略)\s*(?:[:：=]|改为|改成|改為)?\s*(?P<words>.+)$"
    r"|^(?:strategy (?:for )?(?:an? )?(?P<b>[abc])|(?P<c>[abc]) strategy)\s*(?:[:=]|to)?\s+(?P<words2>.+)$",
    re.IGNORECASE,
)
"""A 级做法：先电话 / call first; strategy for A: call first."""


@dataclass(frozen=True)
class Advice:
    """What to do for a tier, in every language that has words for it."""

    tier: str
    zh: str
    en: str
    zh_tw: str | None = None
    zh_hk: str | None = None


@dataclass(frozen=True)
class StrategiesShown:
    """What to do for each tier. `changed`: the tier whose words just were; `before`: the version before."""

    tiers: tuple[Advice, ...]
    changed: str | None = None
    before: int | None = None


@dataclass(frozen=True)
class StrategyAsked:
    """What should be done for this tier? Typed, in one language or both."""

    tier: str
    zh: str
    en: str


def means(turn: Turn) -> bool:
    """Whether an admin's words say what to do for a tier."""
    return "admin" in turn.roles and PLAIN.match(turn.text) is not None


def asked(turn: Turn, *_: object) -> StrategiesShown:
    """/strategy: what to do for each tier; in plain words, what from now on."""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    found = PLAIN.match(turn.text)
    if found is None:
        return _shown(turn)
    tier = (found["a"] or found["b"] or found["c"]).upper()
    return _set(turn, tier, found["words"] or found["words2"])


def tap_strategy(turn: Turn) -> StrategiesShown | StrategyAsked:
    """`strategy`: all of them; `strategy:tier`: what should it be?"""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    if not turn.args:
        return _shown(turn)
    one = _advice(turn, _tier(turn.args[0]))
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, KIND, {"tier": one.tier}, turn.now)
    return StrategyAsked(one.tier, one.zh, one.en)


def tap_back(turn: Turn) -> StrategiesShown:
    """`strategy_back:version:tier`: the words that this version had."""
    must_be_admin(turn)
    tier, earlier = _tier(turn.args[1]), companies.earlier(turn.db, turn.args.number(0))
    if earlier is None:
        raise OldCard
    _publish(turn, tier, dict(earlier.strategy.get(tier, {})))
    return _shown(turn, tier)


def typed(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed words; False where they ask for something."""
    if said[0].intent == "query" and said[0].query != "card":
        return False
    shown = _set(turn, question.facts["tier"], turn.text)
    question.answered_at = turn.now
    turn.show(shown)
    return True


def _set(turn: Turn, tier: str, words: str) -> StrategiesShown:
    """Words for a tier: a language that isn't said keeps its own."""
    said = own_words(words)
    if not said:
        raise DontUnderstandField("names", words)
    if any(len(each) > LONGEST[tongue(language)] for language, each in said.items()):
        raise WordsTooLong(LONGEST["zh"], LONGEST["en"])
    before, kept = turn.company.version, dict(turn.company.strategy.get(tier, {}))
    _publish(turn, tier, kept | said)
    return _shown(turn, tier, before)


def _publish(turn: Turn, tier: str, words: dict[str, str]) -> None:
    turn.company = companies.change(turn.db, "strategy", {tier: words}, turn.now, turn.who.id)
    audit.note(turn.db, turn.who.id, "company changed: strategy", turn.now)


def _shown(turn: Turn, changed: str | None = None, before: int | None = None) -> StrategiesShown:
    return StrategiesShown(tuple(_advice(turn, tier) for tier in TIERS), changed, before)


def _advice(turn: Turn, tier: str) -> Advice:
    words = turn.company.strategy.get(tier, {})
    return Advice(tier, words.get("zh", ""), words.get("en", ""), words.get("zh_tw"), words.get("zh_hk"))


def _tier(words: str) -> str:
    if len(words) != 1 or words not in TIERS:
        raise OldCard
    return words
