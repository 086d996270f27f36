"""More ways to say what happened, what was felt and who was there, each in both languages."""

from decimal import Decimal

import pytest

from parsing import understand
from tests.parsing.figures import book
from tests.parsing.saying import NOW, day, one

KINDS = {
    "带刘姐看了两套样板间": "visit", "王建军今天来我们展厅转了一圈": "visit",
    "去宁波出差顺便看了海岳食品王总": "visit",
    "路过百禾乳业，进去坐了坐": "visit", "百禾刘姐约了三次终于见上了": "visit",
    "Walked the warehouse with Meadow": "visit",
    "Viewing of the penthouse with Ms Low on Nov 14": "visit", "showed Mr Wong the oven yesterday": "visit",
    "Tried to visit Meadow but they were closed": "visit", "周二跟百禾刘姐通电话，她说下月再送": "call",
    "got hold of Ms Low finally": "call", "had Mr Wong on the phone for an hour": "call",
    "No one picks up at Meadow, will try again tmrw": "call", "Telephoned Mr Wong on 16.11.": "call",
    "跟海岳李工喝了个茶": "visit", "路过海岳看了看": "visit", "popped in at Meadow": "visit",
    "请百禾刘姐喝了杯咖啡": "visit",
    "海岳食品下订单了，32万": "purchase", "百禾乳业付尾款34000": "purchase", "刘姐拿货两件，给了1360元": "purchase",
    "Meadow put down 20% on the oven, that's 1,900": "purchase",
    "Ms Low took the health plan, $95 a month": "purchase",
    "visited Meadow, they ordered nothing": "visit", "Meadow won't renew": "note",
    "百禾反映阀门接触不良": "complaint",
    "Meadow says half the paper was soaked": "complaint", "the routers at Meadow keep rebooting": "complaint",
    "本月谁的业绩最好？": "query", "我还有哪些没跟进的客户": "query", "百禾买过什么型号": "query",
    "top 5 customers by revenue?":
    "query", "这个week谁还没paid？": "query", "check一下Meadow的balance": "query",
}  # fmt: skip

FEELINGS = {
    "海岳预算批下来了": "positive", "海岳那边没批下来": "negative", "聊得很开心，海岳": "positive",
    "海岳对报价没意见": "positive", "和海岳的价格谈不下来": "negative", "海岳没看上": "negative",
    "海岳保安没让进": "negative",
    "海岳王总不在": "negative", "海岳王总今天不太高兴": "negative", "Meadow said no to the renewal": "negative",
    "Meadow didn't sign": "negative", "Meadow not convinced": "negative",
    "Meadow going with someone else": "negative",
    "Ms Low adored it": "positive", "海岳那边同意了": "positive",
}  # fmt: skip

PHONES = {
    "百禾刘姐手机一八六 七三一二 零零五九": "+8618673120059",
    "百禾电话幺三八 零五一二 七七八九": "+8613805127789",
    "百禾电话一三九零零一三九零零零": "+8613900139000",
}

SUMS = {
    "报给海岳：每台3800到4200": (3800, [3800, 4200]),
    "Quoted Meadow $75-80k": (75000, [75000, 80000]),
    "海岳报了17万6 周五前出合同": (176000, [176000]),
    "Meadow ordered 12 pumps at S$850 each, S$10,200 all in": (10200, [850, 10200]),
    "百禾要了10袋面粉 一袋98 共980": (980, [98, 980]),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_the_kind_of_record(text: str, kind: str) -> None:
    assert one(text).intent == kind


@pytest.mark.parametrize(("text", "feeling"), FEELINGS.items())
def test_how_it_went(text: str, feeling: str) -> None:
    assert one(text).sentiment == feeling


@pytest.mark.parametrize(("text", "number"), PHONES.items())
def test_a_number_spoken_in_groups(text: str, number: str) -> None:
    said = one(text)
    assert (said.phone, said.followup) == (number, None)


@pytest.mark.parametrize(("text", "want"), SUMS.items())
def test_a_range_and_a_total(text: str, want: tuple[int, list[int]]) -> None:
    said = one(text)
    assert (said.amount, said.amounts) == (Decimal(want[0]), tuple(map(Decimal, want[1])))


@pytest.mark.parametrize(
    ("text", "name", "contact"),
    [
        ("new customer Greenleaf Tea no phone yet", "Greenleaf Tea", None),
        ("Create customer: Delta Knitwear / contact Rosa Lim / +65 9011 2233", "Delta Knitwear", "Rosa Lim"),
        ("new client Kessler Maschinenbau from Stuttgart, ask for Jonas", "Kessler Maschinenbau", "Jonas"),
        ("新客户登记 飞翔户外 联系人贺莉", "飞翔户外", "贺莉"),
        ("加了个新客户 悦来火锅 老板叫简大勇", "悦来火锅", "简大勇"),
        ("new lead：星辉 Logistics，联系人 Amy Zhou", "星辉 Logistics", "Amy Zhou"),
        ("有个新客户 叫老秦 成都的", "老秦", None),
        ("Mrs Khan wants a quote", "Mrs Khan", None),
        ("跟 Sino Fresh 的 Kelly 打了电话", "Sino Fresh", "Kelly"),
        ("打给钱总，没接", "钱总", "钱总"),
    ],
)
def test_strangers_and_who_is_there(text: str, name: str, contact: str | None) -> None:
    said = one(text)
    assert (said.customer, said.contact) == (name, contact)


@pytest.mark.parametrize(
    ("text", "contact"), [("百禾的 wang zong 不在", "wang zong"), ("what's Mr Wong's number?", "Mr Wong")]
)
def test_a_contact_by_pinyin_title_or_before_an_s(text: str, contact: str) -> None:
    assert one(text).contact == contact


def test_a_name_before_an_s_is_a_customer() -> None:
    said = understand("Alice's new mobile is +44 7700 900123", heard=NOW, book=book())[0]
    assert (said.customer, said.customer_ids) == ("Alice", ("C020",))


@pytest.mark.parametrize(
    ("text", "event", "followup"),
    [
        ("周二跟百禾刘姐通电话，她说下月3号再送", "11-17", "12-03"),
        ("met Ms Low Tuesday, she said to call Friday", "11-17", "11-20"),
        ("meadow visit pencilled in for 14/12", None, "12-14"),
        ("send pricing to Meadow by COB Friday", None, "11-20"),
        ("百禾占线，半小时后再打", None, "11-18 10:30"),
        ("海岳同意了 周六上午十点来签", None, "11-21 10:00"),
    ],
)
def test_what_somebody_said_has_happened(text: str, event: str | None, followup: str | None) -> None:
    said = one(text)
    assert (day(said.event), day(said.followup)) == (event, followup)
