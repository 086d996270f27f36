"""The gist: what is left of a message for its card, and what was promised."""

import re
from collections.abc import Sequence

from parsing import clauses, tense
from parsing.clauses import Clause
from parsing.patterns import pattern
from parsing.roles import Role

GIVING = pattern(r"""
    寄送?|邮寄|送(?!到货)|发(?!货|票?了|现|生|火|错|展)|报价|报个价|出(?:一?份|个)?(?:方案|报价|合同|图|样)|提供
    |准备好?|做(?:一?份|个)?(?:方案|报价|演示|样)|给\S{0,2}(?:答复|回复|报价|方案|样品|资料|合同|价|准信|他|她|对方
    |客户)|安排|派人|处理|拿(?:样|资料|方案)|带|补|交(?:付|货)|解决|更新|改(?:好|方案|合同)|整理|回(?:复|电)
    |\b(?:send|give|deliver|ship|provide|prepare|share|bring|email|quote|submit|draft|revise|drop off|get (?:him|her
    |them)|supply|forward|mail|post|fix|replace|install|update|work out|present)\b
""")
THEIRS = pattern(r"""
    (?:他|她|对方|客户|\x00)\S{0,3}(?:说|会|要|答应|承诺|给答复|付|定|回复|决定|考虑)|给答复|给(?:我们?
    |咱们)?(?:答复|回复|准信|消息)|答复|(?:他|她|对方)们?(?:会|给)|付款|到货|开标|下单|签|\bwill (?:answer|decide
    |confirm|reply|let|pay|order|get back|check|buy|sign|come)|\b(?:he|she|they)(?:'ll| will)\b|\bdecision\b|\bpay
""")
LEAD = pattern(r"""
    ^(?:要|让|叫|请|需要|答应|承诺|说好|记得|我们?|我方|他|她|要求|提醒我|得|会|将|再|先|去|来|then|and|i(?:'ll
    | will)|we(?:'ll| will)|will|to|need to|must|promised(?: him| her| them)?(?: to)?|should|please
    |remind me(?: to)?|have to|asked (?:me|us) to|,|\s)+
""")
TO_WHOM = pattern(r"""
    ^(?:给|跟|向)(?:他们?|她们?|对方|客户|\x00)+(?!答复|回复|报价)|(?<=[给寄送发])(?:给)?(?:他们?|她们?|对方|客户)
    |\b(?:him|her|them)\b(?! up)
""")
DEADLINE = pattern(r"\b(?:by|before|on|until|till|at|due|for)\s*$|(?:之?前|前|内|在)\s*$")
TALK = pattern(r"""
    ^(?:今天|刚才?|刚刚)?(?:去|来)?(?:了)?(?:聊了?(?:一下|聊)?|谈了?(?:一下|谈)?|沟通了?(?:一下)?|讨论了?(?:一下)?
    |说了?(?=\S{2})|介绍了?|交流了?|商量了?|了解了?|对接了?)(?!得|的|不错)|^(?:we |i )?(?:talked about|discussed
    |spoke about|chatted about|went over|re:?|about|regarding)\s
""")
EMPTY = pattern(r"""
    ^(?:(?:今天|下午|上午|刚刚?|去|来|跟|和|给|在|到|的|了|过|我|又|再|与|于|预算|报价|金额|大概|约|一共|共|合计
    |总共|单价|每\S?|下单|付了?|回款|到账|成交|签了?|合同额?|定金|联系人|电话|手机|微信|对接人|新?客户|拜访|走访
    |回访|电话|打了?|打电话|致电|来电|见了?|见到|会面|开会|跟进|联系|左右|多|万|元|打给|约了?|call了?|visit了?
    |visited|visit|met|meet|called|call|phoned|spoke|talked|to|with|at|in|on|by|for|from|the|a|an|and|mr|ms|mrs|dr
    |budget|around|about|approx|total|price|paid|deal|follow|up|follow-up|next|back|again|see|w/|@|quote)
    |[\s\x00,.:：，。()（）/~&-])*$
""")
HEAD = pattern(r"""
    ^(?:(?:(?:刚|刚刚|今天|上午|下午)?(?:去|来)?(?:拜访|走访|回访|见|打电话|电话|打|致电|联系)(?:了|过|到)?|在|给|跟
    |和|的|\x00|,|，|:|：|visited|visit|met with|met|called|call|phoned|spoke (?:to|with)|talked to|with|at|@|from|-
    |mr|ms|mrs|dr|\s)+)(?=\S)
""")
TRIM = " \x00,，。.;；:：、-—~\t\n!！"


def summary(text: str, masked: str, coming: Sequence[Role]) -> str | None:
    """The first clauses that say something beside names, dates, sums and plans, in the writer's own words."""
    busy = {role.clause.start for role in coming}
    kept = [
        words
        for clause in clauses.split(masked)
        if clause.start not in busy and (words := _words(text, masked, clause))
    ]
    return (
        "，".join(kept[:2])[:60]
        if kept and any(letter >= "\u4e00" for letter in kept[0])
        else ", ".join(kept[:2])[:80] or None
    )


def _words(text: str, masked: str, clause: Clause) -> str | None:
    """A clause without its head of verb and names; null when nothing is left."""
    if EMPTY.match(clause.words):
        return None
    start = clause.start + _length(HEAD.match(clause.words))
    start += _length(TALK.match(masked[start : clause.end]))
    end = start + len(masked[start : clause.end].rstrip(TRIM))
    words = text[start:end].strip(TRIM)
    return words if len(words) > 1 and not EMPTY.match(masked[start:end]) else None


def _length(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def promise(text: str, masked: str, coming: Sequence[Role]) -> tuple[str | None, Role | None]:
    """What the speaker is to give or do by a coming day, in its own words without the day: 寄样品, send samples."""
    for role in coming:
        words = _promised(text, masked, role)
        if words:
            return words, role
    return None, None


def _promised(text: str, masked: str, role: Role) -> str | None:
    clause, day = role.clause, role.day
    before = DEADLINE.sub("", masked[clause.start : day.start])
    after = masked[day.end : clause.end]
    start, end = (day.end, clause.end) if after.strip(TRIM) else (clause.start, clause.start + len(before))
    if not GIVING.search(masked[start:end]) or THEIRS.search(clause.words):
        return None
    start += _length(LEAD.match(masked[start:end]))
    words = TO_WHOM.sub("", LEAD.sub("", TO_WHOM.sub("", text[start:end])))
    words = re.sub(r"\s{2,}", " ", words).strip(TRIM)
    return words if len(words) > 1 and not tense.past(words) else None
