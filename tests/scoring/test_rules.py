"""The rules: every number named, explained and checked before it is used."""

from __future__ import annotations

import json

import pytest

from scoring import Rules, RulesInvalid, changes, meanings, recount_needed


def test_rules_go_to_a_mapping_and_back() -> None:
    rules = Rules(cut_a=68.5, cadence_b=21.0)
    assert Rules.from_mapping(json.loads(json.dumps(rules.to_mapping()))) == rules


def test_what_is_not_named_keeps_its_default() -> None:
    assert Rules.from_mapping({"cut_a": 75}) == Rules(cut_a=75.0)


def test_every_number_is_explained_in_one_sentence() -> None:
    for name, meaning in meanings(Rules).items():
        assert meaning.endswith("."), name


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(RulesInvalid) as refused:
        Rules.from_mapping({"cut_a": "high", "cut_z": 3, "band": -1, "engagement_visits": 2.5, "share_a": True})
    assert refused.value.problems == (
        "cut_z: no such number in the rules",
        "cut_a: 'high' is not a number",
        "band: -1 is not between 0 and 50",
        "engagement_visits: 2.5 is not a whole number",
        "share_a: True is not a number",
    )


def test_numbers_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(RulesInvalid, match="cut_b must be below cut_a"):
        Rules(cut_a=40.0, cut_b=40.0)
    with pytest.raises(RulesInvalid, match="add up to more than 1"):
        Rules(share_a=0.6, share_b=0.5)


def test_not_a_number_is_refused() -> None:
    with pytest.raises(RulesInvalid, match="nan is not between"):
        Rules.from_mapping({"band": float("nan")})


def test_changes_name_what_differs() -> None:
    assert changes(Rules(), Rules(cut_a=65.0)) == {"cut_a": (70.0, 65.0)}


def test_only_what_is_counted_with_asks_for_a_recount() -> None:
    assert not recount_needed(Rules(), Rules(cut_a=65.0))
    assert recount_needed(Rules(), Rules(value_half_life=120.0))


def test_the_points_of_the_components_are_a_hundred() -> None:
    rules = Rules()
    business = rules.value_points + rules.activity_points + rules.rhythm_points
    bond = rules.loyalty_points + rules.satisfaction_points + rules.engagement_points
    assert business + bond + rules.potential_high + rules.need_points == 100
