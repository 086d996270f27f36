"""Queries in plain words: 今天, 等级, A 沉默 上海, why is Meadow an A, who is overdue, 上次什么时候去的华星."""

import re
from dataclasses import dataclass

from parsing import cities, figures
from parsing.patterns import pattern

PLAIN = {
    "today": "今天 今日 今日跟进 今天跟进谁 今天要跟进谁 今天要做什么 今天有什么 今天有哪些 今天的安排 今日安排 待办"
    "|agenda|today|todo|to do|what's today|what is today|whats today|what's on today|what do i have today|my day",
    "tiers": "等级 客户等级 分级 级别 评级|tiers|tier|levels|grades",
    "silent": "沉默 沉默客户 沉睡 沉睡客户 哪些客户沉默了|silent|silent customers|who is silent|who's silent|quiet",
    "risk": "流失预警 流失风险 预警 风险 风险客户 要流失的客户 快流失的客户 快要流失的客户 哪些客户快流失了"
    "|risk|at risk|churn|who is at risk|who's at risk|who are we losing|customers we are losing",
    "team": "团队 团队情况 本周团队 团队本周 团队今天怎么样 小组"
    "|team|my team|how is the team|team week|team this week|team today",
    "report": "日报 今天的日报 写日报 报告|report|day report|daily report|my report",
    "week": "周报 本周报告 本周总结|week|weekly|weekly report|week report",
    "settings": "设置 设定 语言 切换语言 换语言|settings|setting|preferences|options|language|languages",
    "help": "帮助 怎么用 使用说明 说明 ？ ?|help|how does this work|commands|what can you do",
    "undo": "撤销 撤消 撤回 取消上一条 复原|undo|take that back",
    "rules": "规则 评分规则 等级规则 怎么评分|rules|the rules|scoring rules",
    "backtest": "回测 准不准 等级准不准|backtest|back-test|back test",
    "moves": "升降 变动 谁升了 谁降了|moves|who moved",
    "customers": "客户 我的客户 客户列表 所有客户|customers|my customers|all customers",
    "due": "到期 谁到期了 该联系谁 该跟进谁|due|what's due|who is due|who's due|who should i call",
    "overdue": "逾期 超期 谁逾期了 谁超期了|overdue|who is overdue|who's overdue|late",
    "export": "导出 导出客户 汇出 汇出客户|export",
    "people": "同事 同事们 员工 人员|people|colleagues|staff",
    "company": "公司设置 公司设定 公司|company|company settings",
    "audit": "操作记录 操作纪录 审计 审计记录|audit|audit log",
    "teams": "团队设置 团队设定 分组|teams",
    "me": "我 我的 我的情况|me|my numbers|how am i doing",
    "start": "开始|start",
    "disputes": "归属 归属待定 撞单 待定的归属|disputes|ownership|ownership open",
    "duplicates": "查重 重复 重复客户 找重复|duplicates|doubles|find duplicates",
    "pool": "公海 公海客户|pool|the pool",
    "handover": "交接|handover|hand-over|hand over",
    "new": "新客户 新建客户 新增客户|new|new customer",
}
"""Each query with the words that are nothing else."""

WORDS = {
    word.strip().lower(): query
    for query, line in PLAIN.items()
    for group, words in enumerate(line.split("|"))
    for word in (words.split() if group == 0 and any(letter > "\u2e80" for letter in words) else [words])
}
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "why",
        pattern(r"""
            为什么|为啥|凭什么|怎么(?:会|就|又|才|突然|还|只)*(?:是|变|成|升|降|掉|跌|属于|评|定|算)|\bwhy\b
            |\bhow come\b
        """),
    ),
    (
        "last_touch",
        pattern(r"""
            (?:上次|最近一次|最后一次|上一次)\S{0,12}(?:什么时候|几号|哪天|何时)|(?:(?<!该)什么时候(?!\S{0,2}[该要再应])|多久没)\S{0,6}(?:去
            |拜访|联系|联络|见|打)\S{0,3}|\bwhen (?:did|was)\b.{0,40}\b(?:last|see|visit|call|meet|contact)
            |\blast (?:visit|call|contact|meeting|time)\b
        """),
    ),
    (
        "due",
        pattern(r"""
            (?:下次|什么时候)\S{0,6}(?:跟进|联系|联络|回访|拜访)|\bwhen (?:is|should|do)\b.{0,40}\b(?:due|next|call
            |follow)|\bnext (?:date|follow[- ]?up)\b
        """),
    ),
    (
        "overdue",
        pattern(r"""
            (?:谁|哪些|哪家|哪个)\S{0,6}(?:到期|逾期|超期|该联系|该跟进)|\b(?:who|which|what)\b.{0,20}\b(?:overdue
            |late)\b
        """),
    ),
    (
        "silent",
        pattern(r"""
            (?:没|未)(?:有)?(?:跟进|联系|联络|拜访|动静|下单)|沉默|沉睡|\b(?:silent|hasn'?t been
            |haven'?t (?:been )?(?:contacted|seen|called|visited|heard)|not (?:been )?contacted|no contact|quiet)\b
        """),
    ),
    ("risk", pattern(r"流失|风险|\b(?:at risk|churn)")),
    ("week", pattern(r"周报|本周总结|\bweekly report")),
    ("report", pattern(r"日报|\b(?:daily|day) report|\breport\b")),
    ("team", pattern(r"团队|\bteam\b")),
    ("tiers", pattern(r"多少\S{0,4}[abc]级|等级分布|\bhow many [abc]\b|\btiers?\b")),
    ("today", pattern(r"今天\S{0,6}(?:谁|哪些|什么|哪家)|\b(?:who|what).{0,20}\btoday\b")),
)
"""Questions by what they are about, the particular before the general."""

FIGURES = frozenset({"top", "coverage", "trend", "complaints", "sales", "moves"})
PLACED = frozenset({"tiers", "customers", "silent", "risk", *FIGURES})
"""Questions that a city narrows."""
NARROWED = tuple(word for word, query in WORDS.items() if query in {*PLACED, "overdue", "team"})
"""The words of the questions that a person or one of the company's own words narrows."""

LONGEST = 60
"""A query in plain words is no longer."""

LEADS = pattern(r"""
    ^(?:请|麻烦|帮我)?\s?(?:查询?一?下?|看一?下?|看看|显示|列出|给我看?|show(?: me)?|list|find)?\s?(?:我的|所有|全部
    |all|my|the)?\s?
""")
TIER = pattern(r"""
    (?<![a-z])([abc])(?:\s?[级类客](?:客?户)?|\b|(?=\h))(?! (?:customer|client)s? (?:call|complain))
""")
STATUSES = (
    ("silent", pattern(r"沉默|沉睡|\bsilent\b|\bquiet\b")),
    ("risk", pattern(r"流失风险|风险|预警|\bat risk\b|\brisk\b")),
    ("lost", pattern(r"已?流失(?!风险|预警)|\blost\b")),
    ("new", pattern(r"新客户?|\bnew\b")),
    ("active", pattern(r"活跃|\bactive\b")),
)
DAYS = pattern(r"""
    (?:超过|超|近|最近|过去|over|more than|in|for|last|past|the last)?\s?(\d{1,4}|[一二两三半]个?)\s?(天|日|周
    |个?星期|个?礼拜|个?月|days?|weeks?|months?)
""")
UNTOUCHED = pattern(r"没|\b(?:no|without) contact\b|\bnot contacted\b")
FILLER = pattern(r"""
    客户|的|有哪些|哪些|谁|级|类|没(?:有)?(?:联系|联络|拜访|跟进)过?|超过|\b(?:customers?|clients?|accounts?|in|from|at|of|by|the|and|or|this
    |no contact|without contact|not contacted|for)\b
    |[,，、/?？]
""")


@dataclass(frozen=True)
class Query:
    """A question: what is asked, and the tier, status, city and days it is narrowed to."""

    kind: str
    tier: str | None = None
    status: str | None = None
    city: str | None = None
    days: int | None = None


def plain(text: str) -> Query | None:
    """A message that is nothing but a query's own words, or a list of filters; null for anything else."""
    if len(text) > LONGEST:
        return None
    words = text.strip().strip("/?？!！。.").strip().lower()
    if text.strip() in ("?", "？"):
        return Query("help")
    if kind := WORDS.get(words) or figures.asked(words):
        return Query(kind)
    return filters(words)


def filters(words: str) -> Query | None:
    """A 沉默 上海 / silent A in Boston / silent 30 days: filters alone, at least one of them a tier or a status;
    or a city beside a query's own words: tiers Shanghai, 上海客户.
    """
    rest = LEADS.sub("", words, count=1)
    tier, status = _tier(rest), _status(rest)
    untouched = UNTOUCHED.search(rest) is not None and _days(rest) is not None
    if not (tier or status or untouched):
        return _placed(words)
    left = DAYS.sub(" ", TIER.sub(" ", rest))
    for _, status_words in STATUSES:
        left = status_words.sub(" ", left)
    left = " ".join(FILLER.sub(" ", left).split())
    city = cities.known(left)
    if left and not city:
        return None
    alone = (status == "silent" or untouched) and not (tier or city)
    return Query("silent" if alone else "customers", tier, status, city, _days(rest))


def may_narrow(text: str) -> bool:
    """Whether a text may be a question that a name or one of the company's own words narrows: short, of such words."""
    words = text.strip().lower()
    asks = any(word in words for word in NARROWED) or any(status.search(words) for _, status in STATUSES)
    asks = asks or figures.may_be(words)
    return len(words) <= LONGEST // 2 and (asks or TIER.search(words) is not None)


def _placed(words: str) -> Query | None:
    """A city before or after a query's words."""
    for word in _ends(words):
        if not (city := cities.known(word)):
            continue
        rest = " ".join(words.replace(word, " ", 1).split()).removeprefix("in ").removesuffix(" in").strip()
        if (kind := WORDS.get(rest) or figures.asked(rest)) in PLACED:
            return Query(str(kind), city=city)
    return None


def _ends(words: str) -> list[str]:
    """What a query may begin or end with: some of its words, or of a Chinese one some letters."""
    parts = words.split()
    some = [" ".join(end) for n in (1, 2, 3) for end in (parts[:n], parts[-n:])]
    return some + [end for size in (2, 3, 4) for end in (words[:size], words[-size:])]


def asked(text: str, has_customer: bool) -> Query:
    """What a question is about; about one customer it is its card unless the words say more."""
    days = _days(text)
    for kind, words in PATTERNS:
        if words.search(text) and not (
            has_customer and kind in ("silent", "overdue", "risk", "today", "team", "tiers")
        ):
            return Query(kind, None if kind == "why" else _tier(text), _status(text), None, days)
    return Query(
        "card" if has_customer else "customers",
        None if has_customer else _tier(text),
        None if has_customer else _status(text),
        None,
        days,
    )


def _tier(words: str) -> str | None:
    found = TIER.search(words)
    if found is None or (
        re.match(r"a [a-z]{3,}", words[found.start() :], re.IGNORECASE | re.ASCII)
        and not re.match(
            r"a (?:silent|risk|at|lost|new|active|quiet|customer|client|in)",
            words[found.start() :],
            re.IGNORECASE | re.ASCII,
        )
        and not cities.known(words[found.end() :].strip())
    ):
        return None
    return found[1].upper()


def _status(words: str) -> str | None:
    return next((name for name, status_words in STATUSES if status_words.search(words)), None)


def _days(text: str) -> int | None:
    found = DAYS.search(text)
    if found is None:
        return None
    count = {"一": 1, "二": 2, "两": 2, "三": 3, "半": 0.5}.get(found[1][0]) or float(found[1])
    unit = found[2].lower().lstrip("个")
    return int(count * (30 if unit[0] in "月m" else 7 if unit[0] in "周星礼w" else 1))
