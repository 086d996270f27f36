"""Intents: a message is a query, a new customer, a complaint, a purchase, a visit, a call or a note."""

import re
from collections.abc import Sequence

from parsing import complaints, tense
from parsing.money import Money
from parsing.newcomers import MARK
from parsing.patterns import pattern
from parsing.verbs import Verb

QUESTION = pattern(r"""
    (?:多少|几[个家次]|哪[些家个位里]|谁|什么时候|啥时候|什么|怎么样|怎样|如何|吗|呢|没有|没|多久|几号|进展
    |没\S{1,4})[了的]?\s?[?？]\s*$|(?:谁|哪些|哪家|哪个|几个|多少)[^，,。]{0,12}[?？]\s*$|^我?还?有哪些
    |来着\s*[?？]?\s*$|过(?:什么|哪些|几次|多少)\S{0,4}[?？]?\s*$|\S最(?:好|多|高|大|差|少|久)\s?[?？]\s*$|^(?:top
    |bottom) (?:\d|five|ten|three)|^(?:帮我|请)?\s?check\s?(?:一下)|(?:有多少|多少\S{0,4}|有几[个家]|怎么样|有哪些
    |是谁|到哪了|什么时候\S{1,8})[?？]?\s*$|^(?:帮我|请|麻烦)?(?:再)?(?:查询?|看一?下|看看|列出?|显示|统计|汇总|导出
    |搜索?|找一?下|翻一?下|告诉我|给我(?:看|列|发|查))(?!了)|^(?:上次|最近一次|最后一次)\S{0,12}(?:什么时候|几号|哪天
    |多少|谁)|^(?:this|last) (?:week|month|year|quarter)(?:'s)? (?:numbers|sales|figures|results|revenue|deals)\b
    |^(?:谁(?!都|也)|哪些|哪家|哪个|有哪些|多少|什么时候)|[吗呢谁][?？]?\s*$|(?:好|到|付|签|发|批|定
    |完)了?没有?[?？]?\s*$|^(?:本月|这个?月|上个?月|今年|去年|本周|这周|上周|今天|昨天|\x00)\S{0,8}(?:情况|进度|明细
    |记录|排名|业绩|数据)\s*$|帮我\s?(?:check|查|看|找|拉)|给我发一?下|发我一?[下份]|发给我\s*$|业绩\S{0,4}(?:第几
    |多少|怎么样)|(?<!没)(?<!没有)(?<!不)(?:了|过|是|要|有|干|做|买|聊|说)(?:啥|什么|哪些)\s?[?？]?\s*$
    |有没有\S{0,5}\s?[?？]?\s*$|^还?有多少\S{0,8}(?:没|未)\S{1,4}\s?[?？]?$|什么情况\s?[?？]?$
    |(?<![好这那])几[单笔家]\s?[?？]?$|第几[名位]?\s?[?？]?$|(?:翻翻|查查|找找)(?!\S{0,3}了)|(?:号码?|电话|地址|资料
    |记录|联系方式|微信|名单|清单|报价)\S{0,3}?(?:给我|发我|发给我|告诉我|是多少|是啥)\S{0,3}\s?[?？]?$|^(?:any
    |anything|anyone|anybody|remind me what|what)\b.{0,80}\?\s*$|^为什么|为啥|(?:为什么|怎么|凭什么)(?:会|就|又|才
    |突然|还|只)*(?:是|变成?|成了?|升到?|降到?|掉到?|跌到?|属于|评为?|定为?|算)了?[^，,。]{0,4}?(?:[abc](?![a-z])
    |等级|级别|[一二三]级|这个?级)|为什么\S{0,12}?(?:[abc](?![a-z])级?|等级|级别)\s?[?？]?$
    |\bwhy\b.{0,40}\b[abc]\s?\??$|^how come\b|^(?:please |pls |kindly )?(?:share|send me) (?:me )?(?:the )?(?:last
    |latest|history|details|orders?|status)\b
    |^(?:please |pls |can you |could you |hey |hi )?(?:show|list|find|search
    |look up|give me|tell me|pull up|get me|display|what|what's|whats|who|who's|whom|when|when's|which|where|how many
    |how much|how's|how is|how are|why|is there|are there|any update|any news|status of|status on|did (?:we|i)
    |do (?:we|i) have|have (?:we|i)|has)\b|^(?:am i|is|was|does|did|will|can)\b.{0,80}\?\s*$
""")
REPORTED = pattern(r"""
    (?:来|打\S{0,3}|电话|他|她|客户|对方|\x00\S{0,4})(?:问|咨询|想知道|想了解)|\b(?:asked|asks|asking|wonder(?:s|ed)
    |wants to know)\b
""")
WANTS = pattern(r"""
    (?<!需)(?<!不)(?<!求)要(?:了|再|下|订|买|加|多|追加|补)*(?=\s?(?:\d|\x00|[一二两三四五六七八九十百]))
    |\bwants?\b(?= (?:\d|\x00|to (?:re-?)?order|to buy|another|a dozen))|\b(?:takes?|took|taking|needs?)\b(?= \d)
    |\b(?:took|taking|went for|going for|goes for)\b(?= (?:the|our|an?) )
""")
WISH = pattern(r"要|wants?|needs?")
QUOTING = pattern(r"""
    报个?价|询价|问价|样品|预算|考虑|意向|方案|\b(?:quot(?:e|ation)|budget|samples?|proposal|offer|pricing|interested
    |brochure|trial)\b
""")


NOT_BOUGHT = pattern(r"""
    没(?:有)?(?:成交|下单|签(?!收)|谈成|订|买|拿下)|(?:取消|撤)了?\S{0,3}(?:订单|合同|单子)
    |(?:订单|单子|合同)\S{0,4}(?:取消|黄了)
    |(?:暂停|终止|停止|结束|不再)合作|还欠|欠我们|欠款(?!(?:都|也|已经?)?[还付结清打转])|\bowes?\b
    |\b(?:no|not|didn'?t|never) (?:\w+ )?(?:sale|buy|bought|order|ordered|sign|signed)\b
    |\b(?:cancel(?:l?ed|s)?|pulled) (?:the|their|his|her|an?|that) (?:\w+ )?(?:order|contract|po|deal)\b
""")
"""Words of a sale that did not come about, or of money that is still to come."""

UNPAID = pattern(r"""
    (?:款|钱|账|万|千|\x00|\d)\S{0,6}?(?:还|一直|都)?(?:没结|没付|没打|未结|未付|没到账|没收到)|还有\S{0,12}?没(?:结|付)
    |\bchas(?:ed|ing)\b.{0,40}\b(?:payment|invoice|money)|[\d\x00]k? (?:is |are |still )*(?:outstanding|overdue|unpaid)
    |\bstill (?:outstanding|overdue|unpaid|waiting for (?:the )?payment)\b
""")
"""Money that is still to come."""
PRICED = pattern(r"""
    (?:什么价|怎么卖|多少钱|问价|询价|问.{1,16}?价|起订量?|最小起订|报了?个?(?:价(?!单)|[\d\x00]))
    |\b(?:quoted|min(?:imum)? order|moq
    |ask(?:ed|s|ing)? (?:what|how much|about|the price|for (?:a |the )?(?:price|quote|pricing))|what .{1,40} costs?
    |how much)\b
""")
"""A price was asked or told: nothing was sold yet, unless that is said too."""

DEALS = ("purchase", "refund")
"""Kinds of verbs that change what a customer has bought."""


def of(text: str, masked: str, verbs: Sequence[Verb], sums: Sequence[Money]) -> str:
    """The intent of a folded text; `masked` hides its names, phones, sums and dates.

    A question comes first, then a new customer, a complaint or its end, what was bought or paid back, and the first
    visit or call that took place; what is only planned is a note.
    """
    if asks(text, masked):
        return "query"
    if MARK.search(masked) and not re.search(r"没有?\S{0,3}(?:新|意向)", masked):
        return "new_customer"
    if complaints.complains(text) or complaints.solved(text) or complaints.wants_money_back(text):
        return "complaint"
    if _bought(verbs, sums) or _orders(masked, sums, verbs):
        return "purchase"
    done = [verb.kind for verb in verbs if verb.happened and verb.kind not in DEALS]
    return ("visit" if "visit" in done and not _first_call(done, verbs) else done[0]) if done else "note"


def asks(text: str, masked: str) -> bool:
    """Whether the speaker asks the bot, rather than telling what a customer asked."""
    return QUESTION.search(text.strip()) is not None and not reports(masked)


def barred(text: str, masked: str, verbs: Sequence[Verb], sums: Sequence[Money]) -> set[str]:
    """What a message is not, whatever its words lean to.

    What a customer asked is no query, money that is only promised nothing bought, no complaint none, and 拜访了 no mere
    note.
    """
    planned = [verb for verb in verbs if verb.kind in DEALS and verb.planned]
    bought = any(verb.happened and verb.kind in DEALS for verb in verbs) or _orders(masked, sums, verbs)
    found = {"query"} if reports(masked) else set()
    unsold = bool(NOT_BOUGHT.search(text) or UNPAID.search(text))
    unsold = unsold or (not bought and bool(planned or _wished(masked, sums) or PRICED.search(text)))
    found |= {"purchase"} if unsold else set()
    found |= {"note"} if any(_is_done(masked, verb) for verb in verbs) else set()
    return found | ({"complaint"} if complaints.denied(text) else set())


def _is_done(masked: str, verb: Verb) -> bool:
    """Was somebody visited or called, in so many words?"""
    return verb.happened and verb.kind in ("visit", "call") and tense.completed(masked, verb.end)


def reports(masked: str) -> bool:
    """Whether it is told that somebody asked."""
    return REPORTED.search(masked) is not None


def _bought(verbs: Sequence[Verb], sums: Sequence[Money]) -> bool:
    """Something was bought, or a sum paid back."""
    return any(verb.happened and (verb.kind == "purchase" or (verb.kind == "refund" and sums)) for verb in verbs)


def _first_call(done: Sequence[str], verbs: Sequence[Verb]) -> bool:
    return done[0] == "call" and any(
        verb.kind == "call" and verb.happened and verb.words not in ("speak", "talk") for verb in verbs
    )


def _wished(masked: str, sums: Sequence[Money]) -> bool:
    """Things are wanted, and of the money only the price of one is told: nothing was sold yet."""
    wants = WANTS.search(masked)
    return bool(wants and WISH.fullmatch(wants[0].strip()) and sums) and all(one.role == "price" for one in sums)


def _orders(masked: str, sums: Sequence[Money], verbs: Sequence[Verb]) -> bool:
    """Wanting a stated number of things for a stated sum is an order, unless it is about a quote."""
    wants = WANTS.search(masked)
    return (
        bool(wants and sums)
        and not _wished(masked, sums)
        and not QUOTING.search(masked)
        and not any(verb.happened and verb.kind not in DEALS for verb in verbs)
    )
