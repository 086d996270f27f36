"""Names and the words typed for them meet at a key."""

import pytest

from lookup import Entry, keys, rank


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("海岳", "宁波海岳食品有限公司"),
        ("海岳食品", "宁波海岳食品有限公司"),
        ("海嶽食品", "海岳食品"),
        ("haiyue", "海岳食品"),
        ("haiyueshipin", "海岳食品"),
        ("海月", "海岳食品"),
        ("hysp", "海岳食品"),
        ("王健国", "王建国"),
        ("wangjianguo", "王建国"),
        ("wjg", "王建国"),
        ("zengyong", "曾勇"),
        ("changan", "长安配件"),
        ("天津港务", "天津港务物流"),
        ("acme", "Acme Corp"),
        ("ACME Pte Ltd", "Acme Corp"),
        ("globx", "Globex Inc"),
        ("Soylnet", "Soylent Foods"),
        ("tak", "Tan Ah Kow Trading"),
        ("蓝天坏保", "蓝天环保"),
    ],
)
def test_words_share_a_key_with_the_name_they_mean(words: str, name: str) -> None:
    assert keys(words) & keys(name)


@pytest.mark.parametrize(("words", "name"), [("海岳", "百禾乳业"), ("Acme", "Globex"), ("", "Acme"), ("…", "海岳")])
def test_strangers_share_none(words: str, name: str) -> None:
    assert not keys(words) & keys(name)


def test_keys_are_few_and_short() -> None:
    assert all(len(keys(name)) <= 30 for name in ("宁波海岳食品有限公司", "Tan Ah Kow Trading Pte Ltd", "长乐重行"))


def test_the_likeliest_candidate_comes_first() -> None:
    entries = [
        Entry(1, "华兴科技"),
        Entry(2, "华星食品"),
        Entry(3, "华星科技"),
        Entry(4, "苏州华星科技有限公司"),
        Entry(5, "百禾"),
    ]
    ranked = rank("华星科技", entries)
    assert [candidate.id for candidate in ranked[:2]] == [3, 4]
    assert {candidate.id: candidate.certainty for candidate in ranked}.get(1, 0) <= 0.6
    assert 5 not in {candidate.id for candidate in ranked}


def test_a_brand_shared_by_two_trades_means_neither_for_sure() -> None:
    assert all(c.certainty < 0.8 for c in rank("华星科技", [Entry(2, "华星食品")]))
    assert [c.certainty for c in rank("华星", [Entry(2, "华星食品"), Entry(3, "华星科技")])] == [0.9, 0.9]


def test_only_so_many_are_ranked_as_are_asked_for() -> None:
    assert len(rank("Acme", [Entry(n, "Acme Corp") for n in range(20)], limit=3)) == 3
