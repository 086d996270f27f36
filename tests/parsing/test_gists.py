"""The gist of a message, and what was promised: what the card says beside name, date and money."""

import pytest

from tests.parsing.saying import day, one

GISTS = {
    "拜访青屿酒店 聊合同 预算3万 周五回访": "合同",
    "拜访青屿酒店 聊得很好 想要报价 周五 再去": "聊得很好，想要报价",
    "海岳王总电话改成13912345678": None,
    "拜访了海岳食品,聊了报价,下周三再跟进": "报价",
    "跟海岳食品谈了预算，周五再联系": "预算",
    "拜访海岳食品，沟通了价格": "价格",
    "拜訪海岳食品，討論了價格": "價格",
    "visited Meadow, talked about price, follow up next Wed": "price",
    "called Meadow, discussed the budget": "budget",
    "called Seacrest about the price": "price",
    "给百禾乳业打了电话，预算5万": None,
    "called Meadow, budget 50k": None,
    "Meadow complained: the filter leaks": "the filter leaks",
    "Seacrest complains about late delivery": "late delivery",
    "complaint from Meadow - wrong parts delivered": "wrong parts delivered",
    "百禾乳业投诉滤芯漏水": "滤芯漏水",
    "百禾乳業投訴濾芯漏水": "濾芯漏水",
    "海岳食品抱怨送货太慢": "送货太慢",
    "刘姐反馈滤芯漏水": "滤芯漏水",
    "新客户 远帆物流 赵经理 13912340000 宁波": None,
    "新客户 远帆物流 赵经理 13912340000 宁波 想换净水设备": "想换净水设备",
    "new customer Farsail Logistics, Mr Zhao, +65 8123 4567, Jurong": None,
}

PROMISES = {
    "called Meadow, budget 50k, proposal by Friday": ("proposal", "11-20"),
    "visited Meadow, samples by Monday": ("samples", "11-23"),
    "Seacrest: quote by EOM": ("quote", "11-30"),
    "Meadow, revised contract by 30 Nov": ("revised contract", "11-30"),
    "百禾乳业周五前方案": ("方案", "11-20"),
    "拜访海岳食品，周一前样品": ("样品", "11-23"),
    "海岳食品 月底前合同": ("合同", "11-30"),
    "给海岳食品打了电话,预算5万,周五给方案": ("给方案", "11-20"),
    "visited Meadow, they decide by Friday": (None, "11-20"),
    "百禾乳业周五前付款": (None, "11-20"),
}


@pytest.mark.parametrize(("text", "gist"), GISTS.items())
def test_the_gist_is_what_was_said(text: str, gist: str | None) -> None:
    assert one(text).summary == gist


@pytest.mark.parametrize(("text", "want"), PROMISES.items())
def test_a_thing_with_a_deadline_is_promised(text: str, want: tuple[str | None, str]) -> None:
    said = one(text)
    assert (said.promise, day(said.promise_by or said.followup)) == want
