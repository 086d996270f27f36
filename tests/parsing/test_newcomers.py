"""A new customer told in few words: the name first, then who is there, a number as its country writes it, the place."""

import pytest

from tests.parsing.saying import one

TOLD = {
    "New acct: Harbour Lane Dental, contact Priya Nair, 020 7946 0812, London": (
        "Harbour Lane Dental", "Priya Nair", "+442079460812", "London",
    ),
    "new one from the trade show: Oak & Ember Cafe, Tomasz, 07400 123456, Leeds": (
        "Oak & Ember Cafe", "Tomasz", "+447400123456", "Leeds",
    ),
    "add prospect Lim Wei Ting, hp 9127 4480, Singapore": ("Lim Wei Ting", None, "+6591274480", "Singapore"),
    "录个新的 童画幼儿园 园长叫沈月 昆明 15288340716": ("童画幼儿园", "沈月", "+8615288340716", "昆明"),
    "加个lead：启明双语学校 Mr Brooks 重庆": ("启明双语学校", "Mr Brooks", None, "重庆"),
    "new客户 Sunrise Bakery，老板娘Grace Koh，+65 8123 7745": ("Sunrise Bakery", "Grace Koh", "+6581237745", None),
    "香港的新客户 陈生 13800138000": ("陈生", None, "+8613800138000", "香港"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "want"), TOLD.items())
def test_a_new_customer_is_introduced(text: str, want: tuple[str | None, ...]) -> None:
    said = one(text)
    assert said.intent == "new_customer"
    assert (said.customer, said.contact, said.phone, said.city) == want


def test_something_new_is_no_new_customer() -> None:
    assert one("Meadow has a new one, called him").customer == "Meadow"
