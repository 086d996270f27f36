"""Several customers told differently in one message: each with its own words, and what the round was."""

from decimal import Decimal

import pytest

from tests.parsing.saying import day, hear, one

ROUNDS = {
    "上午去了百禾和海岳,百禾刘姐要续约,海岳王总说再看看": [("visit", 2, "neutral"), ("visit", 1, "neutral")],
    "visited Meadow and Seacrest; Meadow ordered 8.4k, Seacrest not interested": [
        ("purchase", 5, "positive"),
        ("visit", 4, "negative"),
    ],
    "拜访海岳,谈了价格;百禾,送了样品;澜石,没见到人": [
        ("visit", 1, "neutral"),
        ("visit", 2, "neutral"),
        ("visit", 3, "negative"),
    ],
    "海岳付了3万，百禾还没付": [("purchase", 1, "positive"), ("note", 2, "neutral")],
    "拜访海岳，聊得不错。百禾要报价，周五前给": [("visit", 1, "positive"), ("note", 2, "neutral")],
    "海岳：签了3万；百禾：下周再谈；澜石：没人": [
        ("purchase", 1, "positive"),
        ("note", 2, "neutral"),
        ("note", 3, "negative"),
    ],
    "拜访海岳、百禾都要续约": [("visit", 1, "positive"), ("visit", 2, "positive")],
    "拜访海岳王总，聊了价格，百禾介绍的": [("visit", 1, "neutral")],
    "visited Meadow and Seacrest, both happy": [("visit", 5, "positive"), ("visit", 4, "positive")],
}


@pytest.mark.parametrize(("text", "want"), ROUNDS.items())
def test_each_customer_of_a_round_is_told_of_for_itself(text: str, want: list[tuple[str, int, str]]) -> None:
    assert [(said.intent, said.customer_ids[0], said.sentiment) for said in hear(text)] == want


@pytest.mark.parametrize(
    "text", ["明天上午10点去百禾，10点一刻给海岳打电话", "tomorrow visit Meadow 10am and call Seacrest at 10:15"]
)
def test_a_time_alone_is_of_the_coming_day_spoken_of_before(text: str) -> None:
    assert [(str(said.followup.on), str(said.followup.at)) for said in hear(text) if said.followup] == [
        ("2026-11-19", "10:00:00"),
        ("2026-11-19", "10:15:00"),
    ]


def test_what_one_bought_is_not_the_others() -> None:
    first, second = hear(
        "visited Meadow and Seacrest; Meadow ordered 3 ovens, 8.4k, Seacrest wants a call next Tuesday"
    )
    assert (first.customer, first.amount, first.product, first.followup) == ("Meadow", Decimal(8400), "ovens", None)
    assert (second.customer, second.amount, second.product, day(second.followup)) == ("Seacrest", None, None, "11-24")


def test_the_words_of_a_round_are_kept() -> None:
    text = "上午去了百禾和海岳,百禾刘姐要续约,海岳王总说再看看"
    assert "".join(said.text for said in hear(text)) == text
    assert [said.summary for said in hear(text)] == ["要续约", "再看看"]


@pytest.mark.parametrize("text", ["sold Meadow 3 softeners at 7200 each", "百禾买了3台软水机，每台7200"])
def test_pieces_at_a_price_come_to_a_total(text: str) -> None:
    said = one(text)
    assert (said.intent, said.amount, said.amount_role, said.total) == (
        "purchase",
        Decimal(7200),
        "price",
        Decimal(21600),
    )


@pytest.mark.parametrize("text", ["百禾要3台空压机，每台8600", "Meadow wants 3 ovens at 700 each"])
def test_what_is_only_wished_at_a_price_is_not_sold(text: str) -> None:
    assert (one(text).intent, one(text).total) == ("note", None)


@pytest.mark.parametrize(
    "text",
    [
        "百禾转给周航",
        "give 海岳食品 to Sam",
        "hand Meadow over to Peter",
        "百禾改成B级",
        "把百禾调到A级",
        "make Meadow a B",
        "把海嶽食品轉給張偉",
        "海岳轉畀阿May",
        "百禾調到Ａ級",
        "move Meadow to Ben",
        "give Meadow to José",
        "give Meadow to 周航",
        "reassign Meadow to Ben",
        "move Meadow to tier B",
    ],
)
def test_what_is_asked_of_a_customer_opens_its_card(text: str) -> None:
    assert (one(text).intent, one(text).query) == ("query", "card")


@pytest.mark.parametrize(
    "text",
    [
        "百禾转给财务3万",
        "Meadow gave the order to Sam",
        "百禾改成周五交货",
        "move Meadow to Friday",
        "move Meadow to the top",
    ],
)
def test_what_a_customer_did_opens_none(text: str) -> None:
    assert one(text).intent != "query"


@pytest.mark.parametrize(("text", "asked"), [("撤消", "undo"), ("语言", "settings"), ("language", "settings")])
def test_other_words_for_the_same(text: str, asked: str) -> None:
    assert one(text).query == asked


@pytest.mark.parametrize(
    ("text", "gist"),
    [("拜访海岳，说再考虑一下", "再考虑一下"), ("called Meadow, said the price is fine", "the price is fine")],
)
def test_a_gist_says_what_was_said(text: str, gist: str) -> None:
    assert one(text).summary == gist
