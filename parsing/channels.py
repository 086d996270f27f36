"""Channels: how an interaction went on, and whether anybody answered."""

from collections.abc import Sequence
from functools import lru_cache

from parsing.patterns import pattern
from parsing.verbs import Verb

MEETING = pattern(r"""
    见面|会面|面谈|开会|会谈|洽谈|吃\S{0,2}饭|饭局|喝茶|喝咖啡|来访|来\S{0,4}(?:公司|厂|办公室|office|参观)|参观|演示
    |demo|约见|看样|看样品|看新店|(?<!电话)会议|\b(?:meet(?:ing|s)?|met|lunch|dinner|breakfast|coffee|drinks|demo
    |presentation|showroom|golf)\b
""")
CALL = pattern(r"""
    电话|致电|来电|通话|打给|再打|回电|call|phone|\bring\b|rang|zoom|voicemail|video|视频|语音|spoke|talked
""")
MESSAGE = pattern(r"""
    (?<!加)(?:发|回|加|传)?了?(?:微信|短信|简讯|邮件|企微|钉钉|私信|消息)(?!号|[:：]|介绍|[a-z])
    |[传发回]了? ?line(?![a-z])
    |\b(?:whatsapp|wechat(?! ?:)
    |line(?: chat| message)|texted|text(?:ed)? (?:him|her|them)|emailed|e-?mail(?:ed)?|messaged|sms|dm(?:'d|ed)?
    |telegram|viber|message sent)\b
""")
VISIT = pattern(r"拜访|走访|上门|去|巡店|到访|visit|dropped|stopped by|site")
UNANSWERED = pattern(r"""
    没人?接|没人(?=[，,。;；!！\s]|$)|没有接|未接|无人接听|没人听|冇人听|没打通|打不通|关机|占线|拒接|停机|空号|没联[系络]上|联[系络]不上|没见到|没见着
    |没碰到|没遇到|出差了|不在(?!乎|意|话|考虑|同)|扑空|无法接通|忙音|number not in service|not in service
    |never (?:showed|turned up|came)|转语音|没人应|没打通|没堵|没约|没人在|白跑|没回(?!他|她|客户|人家|信给)|不回
    |\b(?:no answer|no reply|no response|not answering|didn'?t (?:answer|pick up|reply)|couldn'?t (?:get (?:through
    |hold)|raise)|(?:phone|mobile|line) (?:is |was )?(?:off|busy|dead|engaged)|switched off|disconnected
    |left (?:\S+ )?(?:a |another )?(?:message|voice ?mail|vm)|(?:hasn'?t|haven'?t|didn'?t|not) (?:called|rung|replied
    |responded|come|got(?:ten)?) back|rang out|went (?:straight )?to voice ?mail|no pick[- ]?up|didn'?t pick
    |no ?one\b.{0,30}\bpicked up|nobody (?:picked|answered)|voice ?mail|lvm|unavailable|not available|wasn'?t (?:in
    |there)|not in (?:today|the office)?|no[- ]show|couldn'?t reach|unreachable
    |(?<!really )(?<!very )(?<!were )(?<!fully )(?<!more )engaged(?! with| in)|line busy|not there)\b
""")
WROTE = pattern(r"""
    (?:微信|短信|邮件|钉钉|群)(?:上|里|中)?(?:跟|和|给|问|说|聊|回|发|转|告诉|催|道)
    |(?:发|回|来|传)了?(?:一?[条个封])? ?(?:微信|短信|简讯|消息|邮件|信息|line(?![a-z]))
    |发来|\b(?:texted|emailed|e-mailed|messaged|whatsapped|wrote|sms'?e?d)\b
""")
"""Something written was sent or came."""
SENT = pattern(r"[发回来传]了|\b(?:texted|emailed|e-mailed|messaged|whatsapped|wrote)\b")
"""It was sent, whatever else is still to come."""
REACHED_OTHER = pattern(r"""
    见了|见到了|接待|met (?:his|her|their|the)|saw (?:his|her|their)|spoke to (?:his|her|their|the)|reception
""")


def of(text: str, intent: str, verbs: Sequence[Verb]) -> str | None:
    """Visit, meeting, call, message or null; of a plan the channel that is planned."""
    if intent in ("query", "new_customer"):
        return None
    if intent == "visit":
        return _face(verbs)
    if intent == "call":
        return _written(text, verbs)
    return _told(text, intent, verbs)


def wrote(text: str) -> bool:
    """Whether something written was sent or came, rather than that somebody likes to be written to."""
    return WROTE.search(text) is not None


def sent(text: str) -> bool:
    """Whether what was written is said to be sent already, also where a day is named."""
    return wrote(text) and SENT.search(text) is not None


@lru_cache(maxsize=16)
def answered(text: str) -> bool:
    """Whether somebody was reached: not 没人接, no answer, 没见到人."""
    return UNANSWERED.search(text) is None or REACHED_OTHER.search(text) is not None


def _face(verbs: Sequence[Verb]) -> str:
    done = [verb.words for verb in verbs if verb.kind == "visit" and verb.happened]
    if any(VISIT.search(words) for words in done):
        return "visit"
    return "meeting" if any(MEETING.search(words) for words in done) else "visit"


def _written(text: str, verbs: Sequence[Verb]) -> str:
    """Called, unless nobody did and something was sent."""
    called = any(verb.happened and verb.kind == "call" and CALL.search(verb.words) for verb in verbs)
    return "message" if not called and MESSAGE.search(text) else "call"


def _told(text: str, intent: str, verbs: Sequence[Verb]) -> str | None:
    """Beside a purchase or complaint the interaction that took place; beside a plan the one to come."""
    wanted = [verb for verb in verbs if verb.kind in ("visit", "call") and (verb.happened or intent == "note")]
    if MESSAGE.search(text) and not any(verb.happened for verb in wanted):
        return "message"
    if not wanted:
        return "meeting" if intent == "note" and MEETING.search(text) else None
    if wanted[0].kind == "call":
        return "call"
    return "meeting" if MEETING.search(wanted[0].words) and not VISIT.search(wanted[0].words) else "visit"
