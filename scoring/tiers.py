"""Tiers: which letter a score has, and how a customer's standing moves without flickering.

Up at once; down only after successive gradings below the band, more of them where a customer is seldom seen.
The functions take a `Standing` and give back the new one, with the `Move` that was made or None;
running one again moves nobody twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Any, Literal, cast

from scoring.aggregate import Aggregate, decay
from scoring.amounts import known_at_least, named
from scoring.figures import figures
from scoring.points import points_of, tenth
from scoring.rules import TIERS, Rules, Tier
from scoring.status import status

GRADING_DAYS = 30

Reason = Literal["automatic", "rules", "manual", "corrected"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A customer's tier and what has to be remembered about it.

    `lapses` counts successive gradings below the band, the last one being that of `graded_on`.
    Until `manual_until` the tier is the one that a person set. `kept_tier` is the tier whose
    cadence goes on after a drop that silence alone caused. `provisional` says little data.
    """

    tier: Tier = "C"
    since: date | None = None
    lapses: int = 0
    graded_on: date | None = None
    manual_until: date | None = None
    kept_tier: Tier | None = None
    provisional: bool = True

    @property
    def cadence_tier(self) -> Tier:
        """The tier whose cadence this customer has, and on whose list of the silent it stands."""
        return self.kept_tier or self.tier

    def manual(self, today: date) -> bool:
        """Whether a person's word still stands above the points."""
        return self.manual_until is not None and today < self.manual_until

    def for_now(self, today: date) -> bool:
        """Whether the tier is said to be for now: little data, or a person's word."""
        return self.provisional or self.manual(today)


@dataclass(frozen=True, slots=True)
class Move:
    """A change of tier: from `before.tier` to `to`, why, and the score it was made with."""

    before: Standing
    to: Tier
    on: date
    reason: Reason
    score: float

    @property
    def rises(self) -> bool:
        """Whether the customer moved up."""
        return self.to < self.before.tier


def letter(score: Any, rules: Rules) -> Any:
    """The tier of a score by the cuts alone; a column of scores gives a column of letters."""
    return _below(score, rules.cut_a, rules.cut_b)


def held(score: Any, rules: Rules) -> Any:
    """The best tier that a score can hold: one whose cut it misses by no more than the band."""
    return _below(score, tenth(rules.cut_a - rules.band), tenth(rules.cut_b - rules.band))


def grade(
    standing: Standing, score: float, known: Aggregate, rules: Rules, today: date, grading: date | None = None
) -> tuple[Standing, Move | None]:
    """The standing after a record, a night, or (with its day as `grading`) a monthly grading.

    Moves up at once, unless a complaint is open; at a grading, down when it was more than the band below
    the cut at as many in succession as `lapses_wanted`. A grading that was already counted isn't again.
    """
    if standing.manual(today):
        return standing, None
    standing = _released(standing, known, rules, today)
    if known.events < rules.events_to_judge:
        return _unjudged(standing, score, today)
    if standing.manual_until is not None or standing.provisional:
        return _by_points(standing, score, known, rules, today)
    if letter(score, rules) < standing.tier:
        return _risen(standing, score, known, rules, today)
    if grading is not None and (standing.graded_on is None or standing.graded_on < grading):
        return _graded(replace(standing, graded_on=grading), score, known, rules, today)
    return standing, None


def lapses_wanted(known: Aggregate, rules: Rules) -> int:
    """How many gradings in succession below the band it takes to lose a tier.

    As many as the rules say, and for who is seen more rarely as many months as two of its own usual intervals last
    (the median without the assumed rhythm): a silence that is usual with a customer moves nobody.
    """
    own = ceil(rules.spans_to_drop * (known.interval or 0.0) / GRADING_DAYS)
    return max(rules.lapses_to_drop, min(own, rules.lapses_at_most))


def by_hand(standing: Standing, tier: Tier, until: date, score: float, today: date) -> tuple[Standing, Move | None]:
    """A person sets the tier until a date, from which the points decide again."""
    move = None if tier == standing.tier else Move(standing, tier, today, "manual", score)
    since_when = today if move else standing.since
    return Standing(tier, since_when, graded_on=standing.graded_on, manual_until=until, provisional=False), move


def by_rules(
    standing: Standing, score: float, known: Aggregate, rules: Rules, today: date
) -> tuple[Standing, Move | None]:
    """The standing under new rules, at once and by the cuts alone, so that the wanted shares come out."""
    if standing.manual(today) or known.events < rules.events_to_judge:
        return standing, None
    return _moved(standing, _unfrozen(standing, letter(score, rules), known), score, today, "rules")


def reversed_move(
    standing: Standing, move: Move, score: float, rules: Rules, today: date
) -> tuple[Standing, Move | None]:
    """What becomes of a move whose record was undone or corrected: taken back if the points no longer carry it.

    `score` is the one without the record. A standing that has moved on since stays as it is.
    """
    carries = letter(score, rules) <= move.to if move.rises else held(score, rules) > move.to
    if carries or standing.tier != move.to or standing.since != move.on:
        return standing, None
    return move.before, Move(standing, move.before.tier, today, "corrected", score)


def silent_since(before: float, after: float, known: Aggregate, today: date) -> date | None:
    """From which day silence counts, the cadence having gone from `before` to `after` days: today when shortened."""
    return today if after < before else known.silence_from


def without_silence(known: Aggregate, rules: Rules, today: date) -> float:
    """The score if the silence had cost nothing: rhythm and activity as on the day of the last touch."""
    seen = figures(known, rules, today)
    restored = seen.activity / decay(known_at_least(seen.silence, 0.0), rules.activity_half_life)
    lifted = replace(seen, silence=seen.silence * 0.0, activity=restored)
    return cast("float", points_of(lifted, rules).total)


def _below(score: Any, a: float, b: float) -> Any:
    """A from `a` points, B from `b`, else C."""
    return named(1 * (score < a) + 1 * (score < b), TIERS)


def _unjudged(standing: Standing, score: float, today: date) -> tuple[Standing, Move | None]:
    """C with little data; whoever had more lost it to a correction."""
    provisional = Standing("C", standing.since or today, graded_on=standing.graded_on)
    if standing.tier == "C":
        return provisional, None
    reason: Reason = "automatic" if standing.manual_until else "corrected"
    return replace(provisional, since=today), Move(standing, "C", today, reason, score)


def _by_points(
    standing: Standing, score: float, known: Aggregate, rules: Rules, today: date
) -> tuple[Standing, Move | None]:
    """The points take over: the letter of the score, or a lower one still held within the band."""
    risen = _unfrozen(standing, letter(score, rules), known)
    target = risen if risen < standing.tier else max(standing.tier, held(score, rules))
    return _moved(standing, target, score, today, "automatic")


def _risen(
    standing: Standing, score: float, known: Aggregate, rules: Rules, today: date
) -> tuple[Standing, Move | None]:
    """Up at once, unless a complaint is open."""
    if known.complaint_on is not None:
        return standing, None
    return _moved(standing, letter(score, rules), score, today, "automatic")


def _graded(
    standing: Standing, score: float, known: Aggregate, rules: Rules, today: date
) -> tuple[Standing, Move | None]:
    """One more grading: a lapse when the tier isn't held, a drop when there have been enough of them."""
    target = held(score, rules)
    counted = replace(standing, lapses=standing.lapses + 1 if target > standing.tier else 0)
    if counted.lapses < lapses_wanted(known, rules):
        return counted, None
    dropped, move = _moved(counted, target, score, today, "automatic")
    kept = held(without_silence(known, rules, today), rules) <= standing.tier
    return replace(dropped, kept_tier=standing.cadence_tier if kept else None), move


def _moved(standing: Standing, tier: Tier, score: float, today: date, reason: Reason) -> tuple[Standing, Move | None]:
    """The standing at this tier, and the move if it is another one."""
    if tier == standing.tier:
        return replace(standing, manual_until=None, provisional=False), None
    moved = Standing(tier, today, graded_on=standing.graded_on, provisional=False)
    return moved, Move(standing, tier, today, reason, score)


def _unfrozen(standing: Standing, tier: Tier, known: Aggregate) -> Tier:
    """The tier, or the present one where an open complaint forbids the rise."""
    return standing.tier if known.complaint_on is not None and tier < standing.tier else tier


def _released(standing: Standing, known: Aggregate, rules: Rules, today: date) -> Standing:
    """The kept cadence ends with the next touch, or when the customer is lost."""
    if standing.kept_tier is None or standing.since is None:
        return standing
    touched = known.last_touch_on is not None and known.last_touch_on >= standing.since
    lost = status(known, standing.kept_tier, rules, today).word == "lost"
    return replace(standing, kept_tier=None) if touched or lost else standing
