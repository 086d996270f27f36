"""Who is meant: a name that is only like a customer's own is worth a question."""

import pytest

from lookup import Book, Entry
from parsing import understand
from tests.parsing.saying import NOW, one

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
