"""The rules of scoring: every number by which customers are judged, named and explained.

A `Rules` is one immutable set; publishing a change means a new `Rules` with a new version
kept by the caller. Points are out of 100, spans are days, money is in major units of the
company's currency. The defaults are those of B2B field sales.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

from scoring.number import RulesInvalid, number, read

Tier = Literal["A", "B", "C"]
TIERS: tuple[Tier, ...] = ("A", "B", "C")
COMPONENTS = ("value", "activity", "rhythm", "loyalty", "engagement", "potential", "prospect")

# What the kept aggregates are counted with: when one of these changes, they are counted anew.
_COUNTED_WITH = (
    "value_half_life",
    "activity_half_life",
    "engagement_visits",
    "rhythm_prior_days",
    "rhythm_prior_weight",
)


@dataclass(frozen=True, slots=True)
class Rules:
    """One set of rules; see `scoring.number.meanings(Rules)` for the sentences."""

    value_points: float = number(30.0, "Most points for what the customer bought.", high=100)
    value_s0: float = number(
        30_000.0, "Decayed spend of a middling customer: the scale on which spend is read.", low=0.01
    )
    value_s1: float = number(320_000.0, "Decayed spend that earns all points for value: a top customer.", low=0.01)
    value_half_life: float = number(
        90.0, "Days after which a purchase counts half: 90, or 1.5 usual repurchase intervals.", low=1
    )

    activity_points: float = number(20.0, "Most points for how often there was contact.", high=100)
    activity_half_life: float = number(90.0, "Days after which a day of contact counts half.", low=1)
    activity_half_days: float = number(3.0, "Recent days of contact that earn half the points for activity.", low=0.1)

    rhythm_points: float = number(20.0, "Most points for contact in the customer's own rhythm.", high=100)
    rhythm_full: float = number(1.0, "Silence, in own rhythms, up to which rhythm has all its points.")
    rhythm_gone: float = number(3.0, "Silence, in own rhythms, from which rhythm has no points.")
    rhythm_prior_days: float = number(
        30.0, "Rhythm assumed for a customer without a history, whatever the tier.", low=1
    )
    rhythm_prior_weight: float = number(2.0, "How many intervals of its own outweigh the assumed rhythm.", low=0.1)

    loyalty_points: float = number(7.0, "Most points for years of steady business.", high=100)
    loyalty_days: float = number(730.0, "Days since the first event that count as long-standing.", low=1)
    satisfaction_points: float = number(3.0, "Most points for satisfaction; none asked is none given.", high=100)

    engagement_points: float = number(10.0, "Most points for visits that had an outcome.", high=100)
    engagement_days: int = number(180, "Days for which a visit with an outcome counts.", low=1)
    engagement_visits: int = number(6, "Visits with an outcome that earn all the points.", low=1, high=50)

    potential_high: float = number(6.0, "Points for high potential.", high=100)
    potential_medium: float = number(3.0, "Points for medium potential.", high=100)
    potential_low: float = number(0.0, "Points for low potential.", high=100)
    need_points: float = number(4.0, "Points for an open need.", high=100)
    potential_days: int = number(180, "Days after which what was said of potential and need is gone.", low=1)

    prospect_points: float = number(
        0.0, "Most points for the chance to buy again; 0 until purchases earn a model.", high=100
    )
    prospect_days: float = number(90.0, "Days ahead for which the chance to buy again is told.", low=1)
    buying_r: float = number(0.5, "Shape r of how purchase rates differ between customers, fitted.", low=1e-6)
    buying_alpha: float = number(45.0, "Scale alpha, in days, of those rates, fitted.", low=1e-6)
    buying_a: float = number(0.9, "Weight a of stopping after a purchase, fitted.", low=1e-6)
    buying_b: float = number(1.7, "Weight b of going on after a purchase, fitted.", low=1e-6)
    buying_k: int = number(
        1, "How regular purchases are, fitted: 1 is at random, more is by the clock.", low=1, high=12
    )

    cut_a: float = number(70.0, "Score from which a customer is an A.", high=100)
    cut_b: float = number(40.0, "Score from which a customer is a B.", high=100)
    share_a: float = number(0.2, "Share of customers wanted as A when cuts are proposed.", high=1)
    share_b: float = number(0.3, "Share of customers wanted as B when cuts are proposed.", high=1)
    band: float = number(5.0, "Points a score may lie below its tier's cut before a grading counts it.", high=50)
    lapses_to_drop: int = number(2, "Successive gradings below the band after which a tier is lost.", low=1, high=12)
    spans_to_drop: float = number(
        2.0, "Own usual intervals that those gradings last at least, 30 days each; 0 asks for none.", high=12
    )
    lapses_at_most: int = number(
        12, "Successive gradings below the band that are enough however rarely the customer is seen.", low=1, high=36
    )
    events_to_judge: int = number(2, "Events below which a customer is C with little data.", low=1, high=20)

    cadence_a: float = number(7.0, "Days between contacts wanted for an A.", low=1)
    cadence_b: float = number(14.0, "Days between contacts wanted for a B.", low=1)
    cadence_c: float = number(30.0, "Days between contacts wanted for a C.", low=1)
    complaint_cadence: float = number(0.5, "What an open complaint makes of the cadence.", low=0.05, high=1)

    rhythm_floor: float = number(0.5, "Part of the cadence below which a rhythm never falls.", high=1)
    status_tell: float = number(1.5, "Rhythms of silence from which a card names the days.", low=0.1)
    status_silent: float = number(2.0, "Rhythms of silence above which a customer is silent.", low=0.1)
    status_risk: float = number(3.0, "Rhythms of silence above which a customer is at risk.", low=0.1)
    status_lost: float = number(6.0, "Rhythms of silence above which a customer can be lost.", low=0.1)
    lost_days: float = number(365.0, "Days of silence below which nobody is lost.", low=1)
    new_days: int = number(60, "Days after creation for which a customer can be new.")
    closure_days: int = number(3, "Length from which a closure of the company doesn't count as silence.", low=1)

    def __post_init__(self) -> None:
        problems = _contradictions(self)
        if problems:
            raise RulesInvalid(problems)

    @classmethod
    def from_mapping(cls, given: Mapping[str, object]) -> Rules:
        """Rules from a configuration's table; what isn't named keeps its default.

        Raises RulesInvalid listing every problem: unknown names, values out of their limits,
        numbers that contradict each other.
        """
        return cls(**read(cls, given))  # type: ignore[arg-type]

    def to_mapping(self) -> dict[str, float]:
        """Every number by its name, fit for JSON and for `from_mapping`."""
        return asdict(self)

    def cut(self, tier: Tier) -> float:
        """The score from which a customer has this tier."""
        return {"A": self.cut_a, "B": self.cut_b, "C": 0.0}[tier]

    def cadence(self, tier: Tier) -> float:
        """Days between contacts wanted for this tier."""
        return {"A": self.cadence_a, "B": self.cadence_b, "C": self.cadence_c}[tier]


def changes(old: Rules, new: Rules) -> dict[str, tuple[float, float]]:
    """The numbers that differ: name -> (old, new)."""
    before, after = old.to_mapping(), new.to_mapping()
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def recount_needed(old: Rules, new: Rules) -> bool:
    """Whether aggregates counted under `old` must be counted anew for `new`."""
    return any(name in _COUNTED_WITH for name in changes(old, new))


def _contradictions(rules: Rules) -> tuple[str, ...]:
    """What can't hold together, in sentences that name the numbers."""
    pairs = (
        ("cut_b", "cut_a"),
        ("value_s0", "value_s1"),
        ("rhythm_full", "rhythm_gone"),
        ("status_tell", "status_silent"),
        ("status_silent", "status_risk"),
        ("status_risk", "status_lost"),
    )
    problems = [f"{low} must be below {high}" for low, high in pairs if getattr(rules, low) >= getattr(rules, high)]
    if rules.share_a + rules.share_b > 1:
        problems.append("share_a and share_b must not add up to more than 1")
    return tuple(problems)
