"""The gist: what is left of a message for its card beside names, dates, the main sum and plans."""

import re
from collections.abc import Sequence

from parsing import cities, clauses
from parsing.clauses import Clause
from parsing.masks import BLANK
from parsing.patterns import pattern
from parsing.roles import Role

HEAD = pattern(r"""
    (?:['’]s\b|[\s,，.。:：;；、@&/~·-]|刚才|刚刚|刚|今天|上午|下午|早上|晚上|已经?|又|再|也|就|就是|然后|那边|这边|他们
    |去了?|来了?|过去|在|跟|和|与|同(?![意事时行样步])|给|向|对|到|的|了|过|咗|我们?|拜访|走访|回访|拜会|见到?|见面
    |会面|面谈|打了?个?通?电话|打了?个|打给|致电|电话|来电|打来|通了?个?|通完|打完|完|开了?个|联系|约了?|客户
    |聊了?一?下?聊?(?!得|的)|聊到|谈到|谈了?一?下?谈?(?!得|的|成|妥)|沟通了?一?下?|讨论了?一?下?|交流了?|商量了?
    |对接了?|介绍了?一?下?(?=我们|新|产)|倾咗|新增客户|新建客户|新客户|新客|加个客户|visit了|call了|visit(?=\x00)
    |call(?=\x00)|meeting|demo(?=\s*$)|\b(?:just|got|off|the|an?|and|then|so|with|w/|to|at|in|on|by|for|from|of|had
    |have|has|was|were|is|i|we|he|she|they|it|mr|mrs|ms|dr|visited|visit|met|meet|called|call|phoned|phone|spoke
    |talked|talk|zoom|lunch|dinner|coffee|breakfast|drinks|meeting|about|re|regarding|discussed|dropped|stopped
    |popped|swung|went|saw|bumped|into|emailed|texted|messaged|today|yesterday|morning|afternoon|new|customer|client
    |lead|add|contact|mobile|tel|site|left|voicemail|them|him|her|up|out|over)\b)+
""")
"""Words at the beginning that only say that there was an interaction, and with whom."""

TALK = pattern(r"""
    (?:\s|刚才?|我们?|今天)*(?:聊了?一?下?|谈了?一?下?|沟通了?一?下?|讨论了?一?下?|交流了?|商量了?|对接了?
    |介绍了一?下?|倾咗)(?=\S{2})(?!得|的|成|妥|了)|\s*(?:we |i )?(?:talked about|discussed|spoke about|chatted about
    |went over|re:|regarding)\s(?:the |our |their )?
""")
"""Words before a subject."""

ABOUT = pattern(r"""
    (?:聊|谈|沟通|讨论|交流|商量|对接|介绍|倾|聊到|谈到)(?:[了到咗]|一下)*\s?$|\b(?:about|re:?|regarding|discussed|over)
    (?: the| our| their)?\s$
""")
"""Ends the words that lead to a subject: what follows is a gist, be it a bare word like 报价 or price."""

TELLING = pattern(r"""
    [\s,，:：]*(?:又|再次|一直|今天|来电|打电话|写邮件|客户|那边|他们)*(?:投诉|客诉|抱怨|吐槽|反馈(?!(?:还|很|挺|非常|都|也)?(?:不错|好|可以|行|满意|积极|正面|一般|差|不好|不太))|反映)
    (?:说|了|我们的?|[:：,，\s])*|[\s,:]*(?:is |was |are |were |again |just |has |have |had )*complain(?:ed|s|ing|ts?)?
    (?:(?: again| to (?:me|us))?(?:[\s:,-]+(?:that|about|of|regarding|from|because)\b)?[\s:,-]*)
""")
"""A verb of complaining: what follows it is the gist."""

TAIL = pattern(r"""
    (?:[\s,，.。:：;；、@&/~(（!！-]|[的了过在和跟与给]|把?(?:欠款|余款|尾款|货款)[还付结]了?|左右|大概|约|差不多|大约|预算|报价是?|金额|一共|合计|总共|共
    |总价|单价|是|为|下单|已?付款?|付了|回款|到账|成交|签了?|定金|落单|\b(?:for|at|to|of|with|and|by|on|in|is|the|a
    |around|about|approx|budget|price|total|signed|ordered|paid|bought|order|deal|quote is|worth|each)\b)++$
""")
"""Words at the end that only led to a date, a sum or a name."""

SAYING = pattern(r"""
    \s*(?:他|她|对方|客户|人家|他们)?(?:说|表示)(?=\S{2})(?![法明话服不])[\s:：,，]*|\s*(?:(?:he|she
    |they) )?(?:says?|said)(?: that)?[\s:,]+(?=\S)
""")
"""That somebody said it: what follows is the gist."""

ONLY = pattern(r"""
    (?:左右|上下|以内|以上|以下|大概|大约|差不多|说|表示|吧|呢|啊|哦|嗯|块钱?|元|and|but|so|too|also|says?|said|each
    |roughly|about|around|or so)+|(?:收到|预算|报价|金额|电话|手机|微信|联系人|对接人|地址|名片|单价|每\S|budget|price
    |phone|wechat|total|usd|rmb)[\s:：]*
""")
OPEN = re.compile(rf"[^{BLANK}]+")
SPARE = " ,，.。;；:：、-—~\t\n!！(（"
MOST_CHINESE, MOST_LATIN = 60, 100
"""Letters of a gist."""


def summary(text: str, masked: str, coming: Sequence[Role], promise: str | None = None) -> str | None:
    """The first two phrases that say something of their own, in the writer's words; null when none does."""
    told = [words for phrase in _free(masked, coming) if (words := _words(text, masked, phrase)) and words != promise]
    if not told:
        return None
    chinese = any("\u4e00" <= letter <= "\u9fff" for letter in told[0])
    return "，".join(told[:2])[:MOST_CHINESE] if chinese else ", ".join(told[:2])[:MOST_LATIN]


def _free(masked: str, coming: Sequence[Role]) -> list[Clause]:
    """The phrases that lead to no coming date: neither its own nor the one that follows a bare date (周五 再去)."""
    free: list[Clause] = []
    led = False
    for phrase in clauses.phrases(masked):
        dated = any(phrase.holds(role.day.start) for role in coming)
        if not (dated or led):
            free.append(phrase)
        led = dated and not phrase.words.strip(BLANK + SPARE)
    return free


def _words(text: str, masked: str, clause: Clause) -> str | None:
    """The longest stretch of a clause between names and dates, without the words that only lead to them."""
    inner = OPEN.finditer(clause.words)
    places = [(clause.start + match.start(), clause.start + match.end()) for match in inner]
    named = BLANK in clause.words
    return max((_stretch(text, masked, start, end, named) for start, end in places), key=len, default="") or None


def _stretch(text: str, masked: str, start: int, end: int, named: bool) -> str:
    """One stretch; what leads to a name, a date or a sum is dropped, and what only says who talked to whom."""
    begun, start = start, _after_head(masked, start, end, named)
    tail = TAIL.search(masked, start, end) if masked[end : end + 1] == BLANK else None
    words = text[start : tail.start() if tail else end].strip(SPARE)
    subject = ABOUT.search(masked, begun, start) is not None
    return "" if len(words) < 2 or cities.known(words) or (ONLY.fullmatch(words) and not subject) else words


def _after_head(masked: str, start: int, end: int, named: bool) -> int:
    """Where a stretch begins to say something of its own."""
    head = HEAD.match(masked, start, end)
    if head and (named or head.end() == end):
        start = head.end()
    for words in (TALK, TELLING, SAYING):
        lead = words.match(masked, start, end)
        start = lead.end() if lead else start
    return start
