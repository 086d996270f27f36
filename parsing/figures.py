"""Questions about figures: top 5 customers, 谁贡献80%, coverage, 趋势, complaints, 这个月成交, moves last month."""

from parsing.patterns import pattern

_SPAN = r"""
    (?:(?:[本这上当]一?个?(?:月|周|星期|季度?)|今年|去年|今天|昨天
    |\d[\d年月日/.\-]*(?:(?<=月)份|(?<=\d)(?:st|nd|rd|th)\b)?|[从自到至起以来\s\-~]
    |\b(?:this|last|previous|in|since|from|to|until|till|the|of|for|and|week|month|quarter|year|today|yesterday
    |(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)\s?)++
"""
"""Taken whole or not at all: 1-1-1-1 can be cut into days in more ways than anybody has time to try."""
_LONG = r"(?:[本这上当]一?个?(?:月|周|星期|季度?)|今年|去年)"
"""A span for which nobody sells one thing only."""
_COUNT = r"(?:\d{1,3}|[一二三五十]{1,2}|ten|five|three|twenty)"
_BY = (
    r"(?:(?:按|by\s)?\s?(?:人员|人|销售|团队|地区|区域|行业|产品"
    r"|people|person|salespeople|teams?|regions?|industry|industries|products?))"
)
ASKED = (
    (
        "top",
        pattern(rf"""
            (?:top|前)\s?{_COUNT}?\s?(?:大|名|家|个)?\s?(?:的)?(?:客户|customers?|clients?|accounts?|{_BY})?(?:\sby\s{_BY})?
            |(?:谁|哪些客户|哪几家|哪些)\S{{0,4}}贡献\S{{0,3}}(?:80\s?%|八成|大部分成交)
            |who (?:brings|makes|gives us|contributes) (?:80\s?%|most)(?: of (?:the |our )?(?:sales|revenue))?
            |(?:最?大|主要|重要)客户(?:排名|排行|集中度)?|(?:成交|业绩|销售)(?:集中度|排名|排行榜?)|集中度
            |(?:revenue |sales )?(?:concentration|ranking)
            |(?:who are )?(?:our |the )?(?:biggest|best|largest|top) customers?|前几名?(?:大?客户)?|排名|排行榜?
            |谁的?(?:业绩|成交|销售额?)(?:最好|最高|最多)|谁卖得?(?:最好|最多)
            |who (?:sells|sold|is selling) (?:the )?(?:most|best)|按{_BY}?看(?:成交|业绩|销售额?)
            |按?(?:产品|地区|区域|行业)(?:成交|业绩|排行|排名)|(?:sales|revenue|成交|业绩)\s?(?:by\s|按){_BY}
        """),
    ),
    ("coverage", pattern(r"(?:客户)?覆盖(?:率|情况)?|coverage(?: of cadence)?|who (?:covers|is covering) whom")),
    ("trend", pattern(r"(?:成交|联系|销售)?(?:趋势|走势)(?:图)?|(?:sales |contact )?trends?(?: by (?:week|month))?")),
    (
        "complaints",
        pattern(
            r"(?:未结|没结|有哪些|哪些)?(?:客户投诉|投诉|客诉)(?:列表|有哪些|情况)?|谁在(?:投诉|客诉)"
            r"|(?:哪些客户|哪几家|谁)(?:有|在)?投诉了?|(?:any )?(?:open |all )?complaints?(?: list| open)?"
        ),
    ),
    (
        "sales",
        pattern(rf"""
            {_SPAN}(?:的|我们|一?共)*(?:成交额|成交了?多少|业绩|销售额|营收|sales|revenue|turnover)(?:情况|多少|是多少|怎么样)?钱?
            |{_LONG}(?:的)?成交|(?:成交额|业绩|销售额|营收|sales|revenue|turnover)(?:\s?{_SPAN})?|成交\s?{_LONG}
            |what did we sell\s{_SPAN}|how much did we sell\s{_SPAN}
        """),
    ),
    ("summary", pattern(r"(?:周一|上周|周)?小结|(?:monday |weekly |week )?summary")),
    ("review", pattern(r"(?:上个?月|月度|月底)?回顾|(?:month(?:ly)?(?:[- ]end)? )?review")),
    (
        "export",
        pattern(
            r"(?:导出|汇出)(?:\s?.{1,40})?|export(?: (?:all|my|the|customers|clients|silent|[abc]\b|at risk).{0,40})?"
        ),
    ),
    ("moves", pattern(rf"(?:升降|变动|moves|who moved)\s?{_SPAN}|{_SPAN}(?:的|谁)?(?:升降|变动|moves)(?:了)?")),
)
"""Each question with all that it may be; the whole message is one of these forms."""
HINT = pattern(r"top|前|贡献|覆盖|趋势|走势|投诉|客诉|成交|业绩|升降|变动|coverage|trend|complaint|sales|revenue|moves")

HOW = pattern(r"""
    (?:(?:这|本|上)(?:周|个?月)|今天|最近)?\s?(?:做得|干得|业绩)?(?:怎么样|如何)了?
    |\bhow (?:did|is|was|has)\b(?: (?:been )?(?:doing|do))?(?: (?:this|last) (?:week|month)| today)?
""")
"""Words that ask how somebody does."""


def asked(words: str) -> str | None:
    """Which of these questions a short message is, if any."""
    return next((kind for kind, forms in ASKED if forms.fullmatch(words)), None)


def may_be(words: str) -> bool:
    """Whether a text has a word of these questions, so that a name in it may narrow one."""
    return HINT.search(words) is not None or HOW.search(words) is not None


def how(text: str) -> bool:
    """Whether a text without the name in it asks how that person does: 这周怎么样, how did ... do this week."""
    return HOW.fullmatch(" ".join(text.strip().strip("?？!！。.").lower().split())) is not None
