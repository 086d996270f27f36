"""Whole messages, in many styles: what kind of record, whose, how it went."""

from decimal import Decimal

import pytest

from parsing import Said, understand
from tests.parsing.figures import NOW, book

BOOK = book()


def heard(text: str) -> Said:
    """The first fact of a message about the customers of the gold messages."""
    return understand(text, heard=NOW, book=BOOK)[0]


RECORDS = [
    ("剛剛拜訪了華星科技的王總，他對新款激光器很有興趣，下禮拜三再去一趟", "visit", "C001", "positive", "visit"),
    ("今日去咗遠洋貿易見周總，傾得幾好，聽日send quotation俾佢", "visit", "C009", "neutral", "visit"),
    ("打電話俾恆大地產，冇人聽，聽日再打", "call", "C003", "negative", "call"),
    ("跟林總約咗後日下晝三點開會", "note", "C016", "neutral", "meeting"),
    ("早上去华强电子，林总出差了，下周一上午十点再去", "visit", "C016", "negative", "visit"),
    ("刚跟蓝天环保孙总通完电话，对方说价格可以，等合同，11月底前签", "call", "C012", "positive", "call"),
    ("宇通配件冯工要加 200 套轴承，单价 85，总共 1.7万", "purchase", "C035", "positive", None),
    ("明天上午 10:30 拜访宇通配件", "note", "C035", "neutral", "visit"),
    ("昨天下午和唐总喝茶，聊到明年的框架协议，预算差不多两百来万", "visit", "C028", "neutral", "meeting"),
    ("上周三去的云锦纺织，徐姐说年后再定", "visit", "C029", "neutral", "visit"),
    ("海之蓝食品 吴经理 微信聊了下，要报价单，明天发", "note", "C019", "neutral", "message"),
    ("华星科技续签了，三年合同，每年12万，共36万", "purchase", "C001", "positive", None),
    ("鼎盛石材尾款3.2万已收", "purchase", "C030", "positive", None),
    ("曾总退货了 5件，退款 4500", "complaint", "C040", "negative", None),
    ("三一配套罗总让我29号之前把样品寄过去", "note", "C034", "neutral", None),
    ("长安配件的订单黄了", "note", "C028", "negative", None),
    ("远洋贸易说暂时不签，等领导批", "note", "C009", "negative", None),
    ("华兴科技王磊答应月底前付款", "note", "C002", "neutral", None),
    ("没有投诉，光谷激光很满意", "note", "C022", "positive", None),
    ("Acme called, they want to move the meeting to Thursday 2pm", "call", "C004", "neutral", "call"),
    ("Just got off the phone with Hank at Globex, happy with the price", "call", "C005", "positive", "call"),
    ("Dropped in on Initech today, Bill was out, left brochures with reception", "visit", "C010", "negative", "visit"),
    ("Quoted Stark Industries 45,000 for 180 sensors, waiting", "note", "C013", "neutral", None),
    ("Hooli cancelled the order", "note", "C026", "negative", None),
    ("Lunch w/ Jim Halpert tmr 12:30", "note", "C032", "neutral", "meeting"),
    ("Vandelay paid 50% deposit, $300", "purchase", "C031", "positive", None),
    ("Emailed Nina Sharp the proposal, follow up in a week", "note", "C037", "neutral", "message"),
    (
        "Coffee with Alice Wong on Monday went really well, she's ready to sign, £12k",
        "visit",
        "C020",
        "positive",
        "meeting",
    ),
    ("need to send the contract to O'Reilly by the 25th", "note", "C017", "neutral", None),
    (
        "Umbrella Corp complained about late delivery again, promised a credit note of £200",
        "complaint",
        "C020",
        "negative",
        None,
    ),
    ("had a zoom with Gavin, demo booked for 24 Nov 3pm", "call", "C026", "neutral", "call"),
    ("刚从光谷激光出来，郑总基本同意了，15w，周五签合同", "visit", "C022", "positive", "visit"),
    ("陪领导拜访恒大地产，对方态度冷淡", "visit", "C003", "negative", "visit"),
    ("老马面馆 续费成功 1999", "purchase", "C039", "positive", None),
    ("海之蓝食品要求换货，3箱过期了", "complaint", "C019", "negative", None),
    ("No show at Tyrell today", "visit", "C038", "negative", "visit"),
    ("Dunder Mifflin asked for 60 day payment terms", "note", "C032", "neutral", None),
    ("demo for Massive Dynamic moved from 20 Nov to 27 Nov", "note", "C037", "neutral", "meeting"),
    ("Initech renewal closed, 3 years, $120k", "purchase", "C010", "positive", None),
    ("left a voicemail for Lucius Fox", "call", "C014", "negative", "call"),
    ("Bob Lee, Acme, moved our call to 4:15pm today", "note", "C004", "neutral", "call"),
    ("Won! Massive Dynamic signed for 1.2 million", "purchase", "C037", "positive", None),
    ("visit华星科技，王总ok了，PO next week，大概 15w", "visit", "C001", "positive", "visit"),
    ("跟Alice call完，她要more time，Dec 5 再 check", "call", "C020", "neutral", "call"),
    ("明天 2pm 跟 Bob zoom", "note", "C004", "neutral", "call"),
    ("Globex 投诉 delivery 晚了 3 天", "complaint", "C005", "negative", None),
    ("华强 林总 lunch 很愉快，quote 给他 follow up on 周五", "visit", "C016", "positive", "meeting"),
]


@pytest.mark.parametrize(("text", "intent", "customer", "sentiment", "channel"), RECORDS)
def test_a_message_becomes_its_record(
    text: str, intent: str, customer: str, sentiment: str, channel: str | None
) -> None:
    said = heard(text)
    assert (said.intent, said.customer_ids) == (intent, (customer,))
    assert (said.sentiment, said.channel) == (sentiment, channel)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("11月10号拜访了光谷激光，郑总不在，见了他们采购小刘", "小刘"),
        ("Met the new buyer at Hooli, Laurie Bream, 650-555-0187", "Laurie Bream"),
        ("华强电子对接人改成小周", "小周"),
        ("今日去咗遠洋貿易見周總", "周總"),
        ("拜访李梅，聊得不错", None),
        ("visited Acme, spoke to Bob", "Bob"),
        ("Called Initech, Bill not available", "Bill"),
        ("给蓝天环保的孙立打了电话", "孙立"),
    ],
)
def test_the_contact_is_who_was_there(text: str, contact: str | None) -> None:
    assert heard(text).contact == contact


@pytest.mark.parametrize(
    "text",
    [
        "电话恒大地产没人接",
        "去三一配套没见到人",
        "called Acme, no answer",
        "Hooli - left a voicemail",
        "打给李姐，关机",
        "Bill at Initech not available, called twice",
    ],
)
def test_nobody_answered(text: str) -> None:
    assert not heard(text).answered


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("华星科技意向很强", "hot"),
        ("华星科技不感兴趣", "cold"),
        ("Acme very interested", "hot"),
        ("Acme is considering it", "warm"),
        ("唐军意向中等", "warm"),
        ("Acme not interested", "cold"),
        ("拜访了华星科技", None),
    ],
)
def test_the_level_of_interest(text: str, level: str | None) -> None:
    assert heard(text).level == level


def test_satisfaction_and_potential_are_marks() -> None:
    assert heard("华星科技满意度4分").satisfaction == 4
    assert heard("Acme rated us 5/5").satisfaction == 5
    assert heard("华星科技潜力很大").potential == "high"
    assert heard("Acme has low potential").potential == "low"


@pytest.mark.parametrize(
    ("text", "product", "quantity"),
    [
        ("味道餐饮下单了20台收银机", "收银机", 20),
        ("罗总询价液压油缸5根", "液压油缸", 5),
        ("Acme wants 3 pumps", "pumps", 3),
        ("黄总来问大理石价格", "大理石", None),
        ("Jane Doe asked for brochure", "brochure", None),
        ("宇通配件要三百套轴承", "轴承", 300),
    ],
)
def test_a_product_is_the_noun_that_is_sold(text: str, product: str, quantity: int | None) -> None:
    said = heard(text)
    assert (said.product, said.product_known) == (product, False)
    assert said.quantity == (None if quantity is None else Decimal(quantity))


def test_the_companys_own_catalogue_comes_first() -> None:
    said = understand(
        "华星科技要3台K200净水机和滤芯", heard=NOW, book=BOOK, catalogue=("净水机", "K200净水机", "Filter cartridge")
    )[0]
    assert (said.product, said.product_known) == ("K200净水机", True)
    english = understand("Acme wants 3 filter cartridges", heard=NOW, book=BOOK, catalogue=("Filter cartridge",))[0]
    assert (english.product, english.product_known, english.quantity) == ("Filter cartridge", True, Decimal(3))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("上午拜访了华星科技，签了5万。下午去恒大地产，投诉包装破损", [("purchase", "C001"), ("complaint", "C003")]),
        ("Visited Acme this morning, signed 20k. Called Globex, no answer", [("purchase", "C004"), ("call", "C005")]),
        (
            "今天跑了三家：华星科技、蓝天环保、光谷激光，都没见到人",
            [("visit", "C001"), ("visit", "C012"), ("visit", "C022")],
        ),
        ("visited Acme and Globex today", [("visit", "C004"), ("visit", "C005")]),
        (
            "拜访华星科技\n致电蓝天环保没人接\n远洋贸易下单3万",
            [("visit", "C001"), ("call", "C012"), ("purchase", "C009")],
        ),
        ("拜访了远洋贸易，竞争对手是华兴科技", [("visit", "C009")]),
        ("Bob Lee at Acme signed, 55k", [("purchase", "C004")]),
    ],
)
def test_several_customers_become_several_facts(text: str, want: list[tuple[str, str]]) -> None:
    said = understand(text, heard=NOW, book=BOOK)
    assert [(fact.intent, fact.customer_ids[0]) for fact in said] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("#成交 @华星科技 ¥5万 !周五", ("purchase", ("C001",), 50000, "2026-11-20")),
        ("#visit @Acme great talk !next Wed", ("visit", ("C004",), None, "2026-11-25")),
        ("#visit @Acme today 3pm", ("visit", ("C004",), None, "2026-11-18")),
        ("@华星科技 随便聊聊 #备注", ("note", ("C001",), None, None)),
    ],
)
def test_tags_are_certain(text: str, want: tuple[str, tuple[str, ...], int | None, str | None]) -> None:
    said = heard(text)
    assert (said.intent, said.customer_ids, said.amount, said.followup and said.followup.on.isoformat()) == want


@pytest.mark.parametrize(
    ("text", "name", "contact", "city"),
    [
        ("新增客户：苏州迈创机械，联系人李明，电话 0512-66668888", "苏州迈创机械", "李明", "苏州"),
        ("成都新客户 杨帆 做火锅连锁 想要报价", "杨帆", None, "成都"),
        (
            "New customer: Bluth Company, Michael Bluth, +1 415 555 2671, San Francisco",
            "Bluth Company",
            "Michael Bluth",
            "San Francisco",
        ),
        ("add lead Sarah Connor 310-555-0142 LA", "Sarah Connor", None, "LA"),
        ("新客户 Kevin Chan，香港，+852 9123 4567", "Kevin Chan", None, "香港"),
        ("新客戶 永豐餘紙業 林小姐 台北", "永豐餘紙業", "林小姐", "台北"),
    ],
)
def test_a_new_customer_comes_with_what_is_known(text: str, name: str, contact: str | None, city: str | None) -> None:
    said = heard(text)
    assert (said.intent, said.customer, said.customer_ids) == ("new_customer", name, ())
    assert (said.contact, said.city) == (contact, city)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("拜访了天成机械的李工，聊得不错", "天成机械"),
        ("visited Foobar Ltd yesterday", "Foobar Ltd"),
        ("打给钱总，没接", "钱总"),
    ],
)
def test_a_customer_that_no_book_knows_keeps_its_words(text: str, name: str) -> None:
    said = heard(text)
    assert (said.customer, said.customer_ids) == (name, ())


def test_two_that_fit_leave_a_doubt() -> None:
    assert heard("打给张伟，关机").doubts == ("which_customer",)
    assert heard("拜访了华星科技").doubts == ()
