"""The sentences of a first day, in both languages, with what their cards show."""

from decimal import Decimal

import pytest

from parsing import correction, several_customers
from tests.parsing.saying import NOW, day, one


@pytest.mark.parametrize(
    ("text", "region", "customer", "contact", "gist", "promise"),
    [
        ("拜访海岳王总，聊了滤芯报价，预算5万，周一前给他寄样品，下周三再跟进", "CN", 1, "王总", "滤芯报价", "寄样品"),
        (
            "Visited Mr Wong at Seacrest, filter quote, budget 50k, send samples by Monday, follow up next Wed",
            "SG",
            4,
            "Mr Wong",
            "filter quote",
            "send samples",
        ),
    ],
)
def test_a_first_visit_in_one_sentence(
    text: str, region: str, customer: int, contact: str, gist: str, promise: str
) -> None:
    said = one(text, region=region)
    assert (said.intent, said.customer_ids, said.contact) == ("visit", (customer,), contact)
    assert (said.amount, said.amount_role, said.summary) == (Decimal(50000), "budget", gist)
    assert (said.promise, day(said.promise_by), day(said.followup)) == (promise, "11-23", "11-25")
    assert said.doubts == ()


def test_the_product_of_a_quote_is_what_is_quoted() -> None:
    assert one("拜访海岳王总，聊了滤芯报价").product == "滤芯"


@pytest.mark.parametrize(
    ("text", "region", "names"),
    [
        ("海岳食品 王总 13800138000 宁波，\n澜石机械，松川酒店", "CN", ["海岳食品", "澜石机械", "松川酒店"]),
        (
            "Seacrest Foods, Mr Wong 8123 4567, Jurong; Lanstone; Pinewood Hotel",
            "SG",
            ["Seacrest Foods", "Lanstone", "Pinewood Hotel"],
        ),
        ("1. 海岳食品\n2. 澜石机械\n3. 松川酒店", "CN", ["海岳食品", "澜石机械", "松川酒店"]),
        ("海岳食品、澜石机械、松川酒店", "CN", ["海岳食品", "澜石机械", "松川酒店"]),
        ("Acme, Globex and Initech", "US", ["Acme", "Globex", "Initech"]),
        ("张伟 13900001111；李梅", "CN", ["张伟", "李梅"]),
    ],
)
def test_the_first_customers_come_in_one_message(text: str, region: str, names: list[str]) -> None:
    assert [customer.name for customer in several_customers(text, region=region)] == names


@pytest.mark.parametrize(
    ("text", "region", "want"),
    [
        ("海岳食品 王总 13800138000 宁波，澜石机械", "CN", ("王总", "+8613800138000", "宁波")),
        ("Seacrest Foods, Mr Wong 8123 4567, Jurong; Lanstone", "SG", ("Mr Wong", "+6581234567", "Jurong")),
    ],
)
def test_what_comes_with_a_first_customer_is_kept(text: str, region: str, want: tuple[str, str, str]) -> None:
    first = several_customers(text, region=region)[0]
    assert (first.contact, first.phone, first.city) == want


@pytest.mark.parametrize(
    ("text", "gist"),
    [("价目表收到了，下周二给答复", "价目表收到了"), ("got the prices, will answer next Tue", "got the prices")],
)
def test_a_line_after_a_call(text: str, gist: str) -> None:
    said = one(text)
    assert (said.summary, day(said.followup), said.promise) == (gist, "11-24", None)


@pytest.mark.parametrize(
    ("text", "kind"), [("海岳", "card"), ("seacrest", "card"), ("百禾为什么是A", "why"), ("why is Meadow an A", "why")]
)
def test_a_name_is_its_card_and_why_is_a_question(text: str, kind: str) -> None:
    said = one(text)
    assert (said.intent, said.query, len(said.customer_ids)) == ("query", kind, 1)


@pytest.mark.parametrize(
    ("text", "name", "contact"),
    [
        ("新客户 远舟物流 赵经理，想换净水设备", "远舟物流", "赵经理"),
        ("new customer Harbourline Logistics, Mr Zhao, wants new water units", "Harbourline Logistics", "Mr Zhao"),
    ],
)
def test_a_new_customer_is_introduced(text: str, name: str, contact: str) -> None:
    said = one(text)
    assert (said.intent, said.customer, said.customer_ids, said.contact) == ("new_customer", name, (), contact)
    assert said.need


@pytest.mark.parametrize("text", ["不对，是6万", "no, 60k"])
def test_a_correction_changes_the_sum(text: str) -> None:
    meant = correction(text, heard=NOW)
    assert meant is not None
    assert meant.amount == Decimal(60000)
