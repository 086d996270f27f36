"""What a sum is for: budget, quote, deal, deposit, paid, owed, refund, freight, the price of one piece or the total."""

import re

from parsing.patterns import pattern

EACH = pattern(r"""
    \s?(?:each\b|apiece\b|an? (?:piece|case|box|bag|unit|set|pair|head|pop|seat|user|bottle|carton|crate|drum|pallet
    |roll|sheet|kg|kilo|ton|tonne|metre|meter|sqm|litre|liter|day|week|year|hour|night|session|shift|person)\b|per\b
    |/\s?(?:unit|pc|month|mo|yr|year|kg|台|个|件|月|年|套|平|吨|公?斤|米
    |方|箱|桶|袋|卷|张|片|支|瓶|盒|包|人|天|次|根|块)|a month\b|一[台个件套箱吨斤平米]|每[台个件套月])
""")
PER = pattern(r"""
    (?:单价|均价|价格|每\S{0,2}|[一@]\s?[台个件套箱吨斤平米桶袋瓶包盒卷块组张份支根]?
    |\d\s?[台个件套箱吨斤平米桶袋瓶包盒卷块组张份支根]\s?[×x*]|\bat|@|\beach|\bper (?:unit
    |piece))\s?(?:是|为|[:：])?\s?$
""")
SEVERAL_BLANKS = pattern(r"\x00+")
ROLES = (
    (
        "total",
        pattern(r"(?:合计|总价|总额|总计|总共|一共|共计?|\btotal(?:ing)?|altogether|in all|也就是)\D{0,6}$"),
    ),
    (
        "deposit",
        pattern(r"(?:[定订]金|首[付款]|预付款?|\bdeposit|down ?payment|upfront)\D{0,12}$"),
    ),
    (
        "shipping",
        pattern(r"(?:运费|快递费|邮费|安装费|\bshipping|freight|delivery)\D{0,8}$"),
    ),
    ("refund", pattern(r"(?:退款|退了?|赔偿?|\brefund(?:ed)?|credit note)\D{0,8}$")),
    (
        "owed",
        pattern(r"(?:欠款?|尾款|应收|没付|\bow(?:es?|ed|ing)|outstanding|overdue|unpaid|balance)\D{0,8}$"),
    ),
    ("budget", pattern(r"(?:预算|\bbudget(?:ed)?)\D{0,12}$")),
    (
        "paid",
        pattern(r"(?:[付回收打汇]款|到账|支付|付[了清]|付$|\bpaid|payment|received|transferred)\D{0,12}$"),
    ),
    (
        "quote",
        pattern(r"(?:报价?了?|让到|降到|\bquot(?:e|ed|ation)|offer(?:ed)?|proposal|pric(?:e|ed))\D{0,12}$"),
    ),
    (
        "deal",
        pattern(r"""
            (?:成交|签了?|合同额?|下单|订单?|单子|\bdeal|order(?:ed)?|signed|contract|worth|bought|po)\D{0,16}$
        """),
    ),
)
"""What a sum is for, by the words before it in its own clause."""

BEHIND = (
    ("deposit", pattern(r"\s?(?:的?[定订]金|的?首付|的?预付款?|deposit|down ?payment)")),
    ("budget", pattern(r"\s?(?:的?预算|budget)")),
    ("paid", pattern(r"\s?(?:已?到账|已?付款?|的?回款|paid|received)")),
    ("deal", pattern(r"\s?(?:的?合同|的?订单|的?单子?|deal|order|contract|po\b)")),
    ("refund", pattern(r"\s?(?:的?退款|refund)")),
)
TOTAL = pattern(
    r"\s?(?:in )?(?:total|altogether|in all|all in|all up|总共|一共|合计)"
    r"(?!\s?[:：=是]?\s?(?:[$¥€£₹]|[\d一二两三四五六七八九十]))"
)
RANK = {
    "total": 0,
    "deal": 1,
    "paid": 1,
    "quote": 1,
    "budget": 1,
    "owed": 1,
    "deposit": 2,
    "refund": 2,
    "price": 3,
    "shipping": 4,
}
"""Which sum is the main figure: the total before all, a piece's price and the freight last."""


def of(plain: str, start: int, end: int) -> str | None:
    clause = _clause(before(plain, start, 32))
    nearest = max(((match.start(), role) for role, words in ROLES if (match := words.search(clause))), default=None)
    if TOTAL.match(plain, end):
        return "total"
    if EACH.match(plain, end) or PER.search(clause):
        return "price"
    if nearest:
        return nearest[1]
    return next((role for role, words in BEHIND if words.match(plain, end)), None)


def before(plain: str, place: int, length: int) -> str:
    """So many letters before a place, every masked name counted as one."""
    return SEVERAL_BLANKS.sub("\x00", plain[max(0, place - 2 * length) : place])[-length:]


def _clause(before: str) -> str:
    """The words before a sum in its own clause, or those of the clause before where it stands alone."""
    parts = re.split(r"[,，;；。\n!！]", before)
    return parts[-1] if parts[-1].strip() or len(parts) == 1 else parts[-2] + parts[-1]
