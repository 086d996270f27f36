"""Who is meant: a name that is only like a customer's own is worth a question."""

import pytest

from lookup import Book, Entry
from parsing import understand
from tests.parsing.saying import BOOK, NOW, one

STARS = Book([Entry(1, "华星科技", contacts=("王建国", "李工")), Entry(2, "Globex Inc", contacts=("Hank Scorpio",))])


@pytest.mark.parametrize(
    "text",
    [
        "华兴科技下周三见面",
        "拜访华兴科技",
        "拜访华欣科技，王总不在",
        "华兴科技下单5万",
        "visited Globix today",
        "Globx paid 5k",
        "@华兴科技 #拜访",
    ],
)
def test_a_name_spelt_otherwise_is_asked_for(text: str) -> None:
    said = understand(text, heard=NOW, book=STARS)[0]
    assert (len(said.customer_ids), "fuzzy_customer" in said.doubts) == (1, True)


def test_a_homophone_of_the_first_part_is_asked_for() -> None:
    said = one("海月食品拜访")
    assert (said.customer_ids, said.doubts) == ((1,), ("fuzzy_customer",))


@pytest.mark.parametrize(
    "text",
    [
        "拜访华星科技", "拜访华星", "拜访huaxing科技", "huaxing keji paid 5k", "跟王建国喝茶", "拜访华兴科技王建国",
        "visited Globex today", "Hank Scorpio called", "Globex Inc. paid 5k", "@华星 #拜访",
    ],
)  # fmt: skip
def test_a_name_as_it_is_called_is_certain(text: str) -> None:
    said = understand(text, heard=NOW, book=STARS)[0]
    assert (len(said.customer_ids), said.doubts) == (1, ())


TOWN = Book(
    [
        Entry(1, "海岳食品"),
        Entry(2, "百禾乳业"),
        Entry(3, "知味餐饮"),
        Entry(4, "Acme Corp"),
        Entry(5, "Bolt Logistics"),
        Entry(6, "Sunrise Bakery"),
    ]
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("今天跑了三家 海岳 百禾 知味", [1, 2, 3]),
        ("今天跑了三家：海岳、百禾和知味", [1, 2, 3]),
        ("今天跑了海岳/百禾/知味三家", [1, 2, 3]),
        ("上午拜访了海岳，百禾，还有知味", [1, 2, 3]),
        ("visited Acme, Bolt and Sunrise today", [4, 5, 6]),
        ("visited Acme Bolt Sunrise", [4, 5, 6]),
        ("dropped by Acme & Bolt this morning", [4, 5]),
    ],
)
def test_an_enumeration_is_a_visit_to_each(text: str, ids: list[int]) -> None:
    said = understand(text, heard=NOW, book=TOWN)
    assert [(fact.intent, fact.customer_ids, fact.doubts) for fact in said] == [("visit", (one,), ()) for one in ids]


def test_people_that_are_enumerated_are_met_each() -> None:
    said = understand("见了王总和刘姐", heard=NOW, book=BOOK)
    assert [(fact.customer_ids, fact.contact) for fact in said] == [((1,), "王总"), ((2,), "刘姐")]


def test_one_of_an_enumeration_that_is_spelt_otherwise_is_doubtful() -> None:
    said = understand("今天跑了海岳食品、百和乳业", heard=NOW, book=TOWN)
    assert [(fact.customer_ids, fact.doubts) for fact in said] == [((1,), ()), ((2,), ("fuzzy_customer",))]


@pytest.mark.parametrize(
    "text", ["Mr Chen", "met Mr Chen", "meeting Mr Chen tomorrow 3pm", "called Mrs Tan, no answer"]
)
def test_a_title_and_a_name_alone_are_somebodys_contact(text: str) -> None:
    said = one(text)
    assert (said.customer, said.customer_ids, said.contact) == (
        None,
        (),
        text[text.index("M") :][:7].rstrip(",").strip(),
    )
