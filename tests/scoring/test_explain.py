"""Why: the sums of the documentation, and what-ifs that a recount confirms."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Facts, Purchase, Rules, Standing, Touch, aggregate, explain, points
from scoring.whatif import bought, friendly, lift, touched, visited
from tests.scoring.meadow import AN_A, MEADOW, TODAY, meadow

RULES = Rules()
A_B = replace(AN_A, tier="B")


def test_meadow_explained() -> None:
    why = explain(MEADOW, AN_A, RULES, TODAY)
    assert (why.tier, why.score, why.cut) == ("A", 78.0, 70.0)
    assert [part.points for part in why.components] == [24.1, 15.3, 18.6, 7.3, 6.7, 6.0]
    assert [part.most for part in why.components] == [30, 20, 20, 10, 10, 10]
    # Rhythm 18.6 -> 20, activity 15.3 -> 16.3, and November becomes an active month: 7.3 -> 7.6.
    assert why.contact_today == 80.7
    assert why.visit_today == 82.3
    assert why.lift is None
    assert not why.little_data


def test_meadow_drops_on_the_first_of_february() -> None:
    drop = explain(MEADOW, AN_A, RULES, TODAY).drop
    assert drop is not None
    assert (drop.on, drop.to) == (date(2027, 2, 1), "B")


def test_every_component_can_be_recomputed_from_its_raw_numbers() -> None:
    value, activity, rhythm, loyalty, engagement, potential = explain(MEADOW, AN_A, RULES, TODAY).components
    assert value.raw == {"spend": 186_000.0}
    assert round(30 * math.log(1 + 186_000 / 30_000) / math.log(1 + 320_000 / 30_000), 1) == value.points
    assert round(20 * (1 - 2 ** (-6.27 / 3)), 1) == activity.points
    assert rhythm.raw["silence"] == 19.0
    assert rhythm.raw["rhythm"] == pytest.approx(200 / 12)
    assert (loyalty.raw["active_months"], loyalty.raw["months"], loyalty.raw["satisfaction"]) == (24.0, 33.0, 4.0)
    assert engagement.raw == {"outcomes": 4.0}
    assert potential.raw == {"potential": "high", "need": False}


def test_what_is_not_known_is_said_and_not_guessed() -> None:
    why = explain(replace(meadow(), satisfaction=None, potential=None, events=1), Standing(), RULES, TODAY)
    assert why.components[3].raw["satisfaction"] is None
    assert why.components[5].raw["potential"] is None
    assert (why.little_data, why.events) == (True, 1)


def test_a_hand_set_tier_falls_when_its_day_comes() -> None:
    ours = Standing("A", since=TODAY, manual_until=TODAY + timedelta(days=90), provisional=False)
    why = explain(meadow(events=1), ours, RULES, TODAY)
    assert why.drop is not None
    assert (why.drop.on, why.drop.to, why.manual_until) == (date(2027, 2, 16), "C", date(2027, 2, 16))


def test_a_c_cannot_drop() -> None:
    assert explain(meadow(spend=0.0, activity=1.0), Standing("C", provisional=False), RULES, TODAY).drop is None


def test_the_smallest_purchase_that_lifts() -> None:
    poor = meadow(spend=20_000.0)
    found = lift(poor, "A", RULES, TODAY)
    assert found.purchase is not None
    assert found.score >= 70.0
    below = max(step for step in range(1_000, int(found.purchase), 1_000) if friendly(step) < found.purchase)
    assert points(bought(poor, below, RULES, TODAY), RULES, TODAY).total < 70.0


def test_a_contact_can_be_enough_and_a_purchase_too_little() -> None:
    assert lift(MEADOW, "A", RULES, TODAY).purchase == 0.0
    bare = meadow(spend=0.0, activity=0.0, outcomes=(), potential=None)
    assert lift(bare, "A", RULES, TODAY).purchase is None


@pytest.mark.parametrize(
    ("amount", "said"), [(-5, 1), (0.3, 1), (1, 1), (17_300, 20_000), (20_000, 20_000), (96_001, 100_000), (130, 150)]
)
def test_amounts_are_rounded_up_to_figures_easily_said(amount: float, said: float) -> None:
    assert friendly(amount) == said


past = st.dates(date(2025, 1, 1), TODAY)
histories = st.tuples(
    st.lists(st.builds(Touch, past, outcome=st.booleans()), max_size=20),
    st.lists(st.builds(Purchase, past, st.floats(-1e5, 1e5)), max_size=20),
)


@given(histories, st.floats(1, 1e6))
def test_what_if_is_what_a_recount_would_find(history: tuple[list[Touch], list[Purchase]], amount: float) -> None:
    touches, purchases = history
    known = aggregate(touches, purchases, Facts(), TODAY, RULES)

    def after(more: list[Touch], spent: list[Purchase]) -> float:
        counted = aggregate(touches + more, purchases + spent, Facts(), TODAY, RULES)
        return float(points(counted, RULES, TODAY).total)

    assert points(touched(known, RULES, TODAY), RULES, TODAY).total == after([Touch(TODAY)], [])
    assert points(visited(known, RULES, TODAY), RULES, TODAY).total == after([Touch(TODAY, outcome=True)], [])
    assert points(bought(known, amount, RULES, TODAY), RULES, TODAY).total == pytest.approx(
        after([], [Purchase(TODAY, amount)]), abs=0.11
    )
