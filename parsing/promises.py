"""Promises: what the speaker is to give or do for a customer by a coming day."""

import re
from collections.abc import Sequence

from parsing import tense
from parsing.patterns import pattern
from parsing.roles import Role

GIVING = pattern(r"""
    寄送?|邮寄|送(?!到货)|发(?!货|票?了|现|生|火|错|展)|报价|报个价|出(?:一?份|个)?(?:方案|报价|合同|图|样)|提供
    |准备好?|做(?:一?份|个)?(?:方案|报价|演示|样)|给\S{0,2}(?:回复|报价|方案|样品|资料|合同|价|准信|他|她|对方|客户)
    |安排|派人|处理|拿(?:样|资料|方案)|带|补|交(?:付|货)|解决|更新|改(?:好|方案|合同)|整理|回复|\b(?:send|give
    |deliver|ship|provide|prepare|share|bring|email|quote|submit|draft|revise|drop off|get (?:him|her|them)|supply
    |forward|mail|post|fix|replace|install|update|work out|present)\b
""")
THING = pattern(r"""
    (?:(?:the|an?|our|new|final|revised|updated|formal|first|full|signed|free|some|\d{1,3}) )*
    (?:[a-z][a-z-]{1,14} ){0,2}(?:proposals?|samples?|quot(?:e|ation)s?|contracts?|brochures?|catalog(?:ue)?s?
    |(?:price ?|packing )?lists?|pricing|prices|invoices?|drawings?|specs?|(?:data ?)?sheets?|reports?|agreements?
    |drafts?|offers?|decks?|slides|presentation|certificates?|proforma|credit note|estimates?|documents?|docs|plans?
    |layout|designs?|demo unit|replacements?|parts|answer|feedback|refund)
    |(?:新|新的|正式|修改后?的?|最终|详细|更新的?|全套|一份|份|个|出|的)*+\h{0,4}?(?:方案书?|报价单?|样品|样机|样本|样册|合同
    |资料|图纸|效果图|价目表|价格表|说明书|目录|计划书?|标书|证书|报告|设计稿?|清单|协议|发票|初稿|ppt|答复|回复)
""")
"""What is given to a customer; with a deadline (proposal by Friday, 周五前方案) it is promised without a verb."""

NEEDED = pattern(r"^(?:needs?|wants?|asked for|asks for|requested|expects?|要|想要|需要)\s?(?!求)")
"""What a customer needs by a day is to be given."""

THEIRS = pattern(r"""
    (?:他|她|对方|客户|\x00)\S{0,3}(?:说|会|要|答应|承诺|给答复|付|定|回复|决定|考虑)|给答复|给(?:我们?|咱们)?(?:答复
    |回复|准信|消息)|答复|(?:他|她|对方)们?(?:会|给)|付款|到货|开标|下单|签|\bwill (?:answer|decide|confirm|reply|let
    |pay|order|get back|check|buy|sign|come)|\b(?:he|she|they)(?:'ll| will)\b|\bdecision\b|\bpay
    |\bsend(?:ing)? (?:us |a |the |me )*(?:po|order|payment|purchase order)\b
""")
"""Then it is the customer who promised."""

LEAD = pattern(r"""
    ^(?:要|让|叫|请|需要|答应|承诺|说好|记得|我们?|我方|他|她|要求|提醒我|得|会|将|再|先|去|来|then|and|i(?:'ll
    | will)|we(?:'ll| will)|will|to|need to|must|promised(?: him| her| them)?(?: to)?|should|please|remind me(?: to)?
    |have to|asked (?:me|us) to|,|\s)+
""")
TO_WHOM = pattern(r"""
    ^(?:给|跟|向|俾|畀)(?:他们?|她们?|对方|客户|佢|\x00)+(?!答复|回复|报价)|(?<=[给寄送发])给?(?:他们?|她们?|对方
    |客户)|[给俾畀](?:佢|他们?|她们?|对方)$|\b(?:him|her|them)\b(?! up)
""")
AGAIN = pattern(r"(?:再|然后)?(?:跟进|联系|回访)|\b(?:and )?follow[- ]?up(?: on)?\b")
DEADLINE = pattern(r"\b(?:by|before|on|until|till|at|due|for)\s*$|(?:之?前|前|内|在)\s*$")
SPARE = " \x00,，。.;；:：、-—~\t\n!！"


def find(text: str, masked: str, coming: Sequence[Role]) -> tuple[str | None, Role | None]:
    """What was promised, in its own words without the day (寄样品, send samples), and the day; nulls for none."""
    for role in coming:
        if words := _promised(text, masked, role):
            return words, role
    return None, None


def _promised(text: str, masked: str, role: Role) -> str | None:
    """The words of the day's clause, those after the day first, if they give something."""
    if THEIRS.search(role.clause.words):
        return None
    start, end = _place(masked, role)
    return _given(text, masked, start, end) or (_thing(text, masked, start, end) if role.day.by else None)


def _given(text: str, masked: str, start: int, end: int) -> str | None:
    """What is to be done or given, without to whom."""
    if not GIVING.search(masked[start:end]):
        return None
    lead = LEAD.match(masked[start:end])
    words = text[start + (lead.end() if lead else 0) : end]
    words = AGAIN.sub("", TO_WHOM.sub("", LEAD.sub("", TO_WHOM.sub("", words))))
    words = re.sub(r"\s{2,}", " ", words).strip(SPARE)
    return words if len(words) > 1 and GIVING.search(words) and not tense.past(words) else None


def _thing(text: str, masked: str, start: int, end: int) -> str | None:
    """The thing that a deadline is set for, when nothing else is said: proposal by Friday."""
    begun = start + len(masked[start:end]) - len(NEEDED.sub("", masked[start:end].lstrip(SPARE)))
    words = text[begun:end].strip(SPARE)
    return words if THING.fullmatch(words) else None


def _place(masked: str, role: Role) -> tuple[int, int]:
    clause, day = role.clause, role.day
    if masked[day.end : clause.end].strip(SPARE):
        return day.end, clause.end
    return clause.start, clause.start + len(DEADLINE.sub("", masked[clause.start : day.start]))
