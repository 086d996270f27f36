"""Queries in plain words, and what is none."""

import pytest

from tests.parsing.saying import one

KINDS = {
    "今天": "today", "等级": "tiers", "沉默": "silent", "团队": "team", "流失预警": "risk", "日报": "report",
    "设置": "settings", "帮助": "help", "撤销": "undo", "today": "today", "tiers": "tiers", "silent": "silent",
    "team": "team", "risk": "risk", "report": "report", "settings": "settings", "help": "help", "undo": "undo",
    "等級": "tiers", "團隊": "team", "設定": "settings", "幫助": "help", "撤銷": "undo", "Today?": "today",
    "周报": "week", "?": "help", "百禾为什么是A": "why", "why is Meadow an A": "why", "海岳为什么是 B 级": "why",
    "海岳为什么是这个等级": "why", "为啥百禾是B": "why", "海岳怎么是C": "why", "百禾怎么变成C级了": "why",
    "海岳為什麼是這個等級": "why", "为什么海岳是A": "why", "why is Meadow a B?": "why",
    "how come Meadow is a C": "why",
    "Seacrest why B": "why", "why did Meadow drop to C": "why", "who is overdue": "overdue", "谁逾期了": "overdue",
    "上次什么时候去的海岳": "last_touch",
    "when did I last see Meadow": "last_touch", "海岳": "card", "meadow": "card",
    "what is the status of Meadow?": "card", "查一下海岳最近的记录": "card", "哪些客户超过30天没跟进？": "silent",
    "who hasn't been contacted in 30 days?": "silent", "海岳什么时候该跟进": "due",
    "海岳什么时候该联系": "due", "海岳该什么时候联系": "due",
    "weekly report 给我发一下": "week", "今天要拜访谁": "today", "海岳的发票开好了吗": "card",
    "this month's numbers?": "customers", "any update on Meadow?": "card", "谁的客户最多": "customers",
    "哪些客戶超過30天沒聯絡": "silent", "快流失的客户": "risk", "哪些客户快流失了？": "risk",
    "customers we are losing": "risk", "公司": "company", "前几名客户": "top", "排名": "top", "谁的业绩最好？": "top",
    "who sells most?": "top", "谁卖得最好": "top",
    "按区域看成交": "top", "按產品看業績": "top", "who are our best customers?": "top", "哪些客户投诉了": "complaints",
    "complaints open": "complaints", "any open complaints?": "complaints",
}  # fmt: skip

FILTERS = {
    "A 沉默 上海": ("customers", "A", "silent", "上海"),
    "A silent": ("customers", "A", "silent", None),
    "B级 流失风险": ("customers", "B", "risk", None),
    "silent": ("silent", None, None, None),
    "A级客户": ("customers", "A", None, None),
    "silent A in Boston": ("customers", "A", "silent", "Boston"),
    "宁波 A类": ("customers", "A", None, "宁波"),
    "show me silent B customers": ("customers", "B", "silent", None),
    "A silent Shanghai": ("customers", "A", "silent", "Shanghai"),
    "a silent dublin": ("customers", "A", "silent", "Dublin"),
    "tiers Shanghai": ("tiers", None, None, "Shanghai"),
    "tiers in Hong Kong": ("tiers", None, None, "Hong Kong"),
    "等级 上海": ("tiers", None, None, "上海"),
    "上海客户": ("customers", None, None, "上海"),
    "customers A Shanghai": ("customers", "A", None, "Shanghai"),
    "customers Shanghai": ("customers", None, None, "Shanghai"),
}

NO_QUERIES = (
    "海岳来电咨询空调价格",
    "客户问什么时候到货",
    "Meadow asked when we can deliver",
    "今天拜访了海岳",
    "海岳说要看看",
    "visited Meadow today",
    "A customer called",
    "谁都没见到，去海岳白跑一趟",
    "下周问问海岳要不要货",
    "海岳问为什么这么贵",
    "Meadow asked why it is late",
    "百禾王总问怎么是B型的",
)


@pytest.mark.parametrize(("text", "want"), KINDS.items())
def test_plain_words_ask(text: str, want: str) -> None:
    said = one(text)
    assert (said.intent, said.query) == ("query", want)


@pytest.mark.parametrize("text", [text for text, kind in KINDS.items() if kind == "why"])
def test_why_is_asked_of_a_customer(text: str) -> None:
    assert len(one(text).customer_ids) == 1


@pytest.mark.parametrize(("text", "want"), FILTERS.items())
def test_filters_are_a_question(text: str, want: tuple[str, str | None, str | None, str | None]) -> None:
    said = one(text)
    assert (said.query, said.tier, said.status, said.city) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("silent 30 days", ("silent", None, 30)),
        ("沉默 30天", ("silent", None, 30)),
        ("A 沉默 两周", ("customers", "A", 14)),
        ("30天没联系", ("silent", None, 30)),
        ("30天沒聯絡", ("silent", None, 30)),
        ("no contact 30 days", ("silent", None, 30)),
        ("Shanghai without contact for 2 weeks", ("customers", None, 14)),
        ("上海 60天没联系的客户", ("customers", None, 60)),
    ],
)
def test_days_are_a_filter(text: str, want: tuple[str, str | None, int]) -> None:
    said = one(text)
    assert (said.query, said.tier, said.days) == want


@pytest.mark.parametrize("text", NO_QUERIES)
def test_what_a_customer_asks_is_no_query(text: str) -> None:
    assert one(text).intent != "query"


def test_a_question_has_no_dates() -> None:
    said = one("海岳今年成交额多少")
    assert (said.intent, said.event, said.followup) == ("query", None, None)
    assert one("哪些客户超过30天没跟进？").days == 30
