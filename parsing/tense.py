"""Tense: what has happened, what is intended, what is history; told by particles, verb forms and adverbs."""

from parsing.days import Day
from parsing.patterns import pattern

DONE = pattern(r"(?:了(?!解)|过(?!来|去|期|年|两天)|完(?!成后|后)|好了|咗|到了|成功|回来)")
PAST = pattern(r"""
    了(?!解|吗)|(?<!再)(?<!通)(?<!超)(?<!\x00)(?<!\x00\s)过(?!来|去(?!了)|期|年|两|几|一|\d|后|\x00)|刚|认识(?!一下)|已经?|曾|咗|完(?!成)|没接
    |没人?接|没人? ?jie|mei ?ren|没见|没空|来电|打来|收到|到账|不在|关机|(?:聊|谈|见|拜访|沟通|反馈|说|问|催|觉得
    |表示|介绍|去|来)得?(?=很|不错|还|挺)|(?<!再)说(?!好|定)|签的|买的|送的|下的单|订的|付的|来的|去的|见的|换的|修的
    |\b(?:visited|met|called|phoned|spoke|talked|saw|went|had|ordered|paid|signed|bought|received|was|were|did|sent
    |came|got|told|said|rang|took|gave|held|made|won|lost|left|ran|sat|caught|swung|showed|placed|closed
    |(?<!the\s)(?<!our\s)(?!need
    |updated|revised|interested|expected|scheduled|speed|feed|exceed|proceed|based|related|limited|planned|wanted
    |revised|delayed|required|agreed|used|excited)[a-z]{2,14}ed)\b
""")
INTENT = pattern(r"""
    再|来签|(?:要|会|想)(?:过)?来(?!样|电|访了)|[等拖推放留延挪]到|\b(?:pencil+ed in|booked in|slated|set for
    |lined up)\b|(?<!大)(?<!预)(?<!签)(?<!节)约(?!定|了(?:30|\d)|\x00|\d|束)|准备|打算|计划|预计|安排|提醒|记[得着]
    |别忘|希望我[方们]
    |下次|到时|改天|回头|待会|等下|要去|会去|得去|想去|去不去|明天|需要去|需去|将|争取|改到|改期|推迟到|延到|尽快
    |有空|抽空|稍后|晚一?点|争取|\b(?:will|'ll|to(?! \x00| the| our| a\b| my| his| her| their)|should|must|need|needs
    |remind|reminder|(?:re)?schedule[d]?|moved|postponed|pushed|book(?:ed)?|plan(?:s|ned|ning)?|going|gonna|let'?s
    |next|again|try|follow[- ]?up|arrange[d]?|set up|todo|to-do|due|tentative|can we|have to|wants? to|asked (?:me
    |us) to|promised)\b
""")
BASE = pattern(r"""
    (?:call|phone|ring|visit|meet|see|talk|speak|drop by|stop by|pop in|pop by|swing by|catch up|sit down|call back)$
""")
REPORTED = pattern(r"""
    [\s,，.。;；]{0,3}(?:他|她|佢|他们|对方|客户|人家|\x00{1,20})(?:\h{0,2})\s?(?:说(?!好)|话|表示|反映|觉得|反馈|嫌|ask)
    |[\s,，.。;；]{0,3}佢(?:哋)?[想要]
    |[\s,.;]{0,3}(?:and |but )?(?:he|she|they|\x00{1,20})\s?(?:said|says|told|mentioned|complained|thinks|felt
    |asked)\b
""")
GOES_ON = pattern(r"[\s,.;]{0,3}(?:and |then )?(?:(?!need)[a-z]{3,}ed|met|ran|took|gave|had|got|left|saw|did|went)\b")
"""What somebody went on to do: , swapped the gauge."""
MOVED = pattern(r"""
    \b(?:pencil+ed in|slated|lined up|booked|set|scheduled|fixed) for\b|改到|改期|推迟到|延到|提前到|顺延|\b(?:(?:pre
    |post)poned|moved|shifted|rescheduled|postponed|pushed|brought forward)\b
""")
FOLLOW = pattern(r"""
    再|跟进|回访|联系|联络|回复|回电|复访|约(?!定了)|提醒|见面|拜访|打给|打电话|再打|再聊|再谈|再去|再来|看看|催|碰头
    |开会|再说|\b(?:follow(?:[- ]?(?:up|ing))?|fu\b|call(?: him| her| them)?(?: back)?|ring|ping|chase
    |check[- ]?(?:in|back)?|touch base|revisit|circle back|try(?: again)?|meet(?:ing)?|visit|back|again|remind
    |reconnect|catch up|next (?:call|visit|meeting|step)|get back|reach out|contact|nudge|return)\b
""")
PLAN = pattern(r"""
    再|跟进|回访|约|提醒|下次|准备|打算|计划|预计|安排|记得|要(?!求了)|将|(?<![拜聚开约展])会(?!议|面|上)|等
    |(?<!打)给|续约|续签|交货|送到|发货|截止|需要?|必须|答复|决定|定|开会|开标|投标|付|签|出|寄|送|发|验收|上线|到期
    |改|见面|演示|试用|培训|\b(?:will|'ll|to|follow|next|(?<!drop )(?<!stop )(?<!pop )(?<!swing )by|call|ping|remind
    |schedule|book|plan|due|until|before|send
    |decide|decision|meet|visit|again|expect|ship|deliver|delivery|should|must|need|wants?|demo|trial|renew|renewal
    |deadline|start|sign|pay|try|back|reply|answer|quote|come|coming|go|going|start)\b
""")
AT_ONCE = pattern(r"""
    \s?(?:要(?!求|了)|得(?!了)|准备|打算|[把将](?!\S{0,12}[了完])\S{1,8}[送带寄发给交拿退](?!\S{0,3}了)
    |给\S{0,3}?[报送发寄回打答](?!\S{0,2}[了过完])
    |\bto (?:pick up|collect|drop|deliver|discuss|review|go over|sign)\b)
""")
"""Right after a day: what is to be done then."""
BIDDEN = pattern(r"(?:[让叫请催]|要求|约)(?:我们|咱们|咱|我|他|她|你)?(?:在)?\s?$")
"""Right before a day: somebody is asked to do something then."""
CALLED_OFF = pattern(r"取消|cancel|作废|call(?:ed)? off|不[来去开]了")
LASTED = pattern(r"\b(?:only )?(?:free|available|open|reachable|in) (?:after|from|until|before) ?$|\bafter ?$")
HABIT = pattern(r"""
    \bonly (?:takes?|accepts?|receives?|sees?|opens?|works?|delivers?|answers?)\b[^,.;]{0,24}
    \b(?:after|before|from|until|between|on) ?$
""")
"""Right before an hour: when something is always so."""
"""Right before a day or an hour: since when or from when on something is so."""
HISTORY = pattern(r"""
    \s?(?:\S{0,4}(?:签|买|送|发|下|订|定|付|给|修|装|换|做|约|拿|说好)\S{0,2}的|的(?!时候)(?:货|单|合同|订单|样品
    |报价|产品|机器|设备))
""")
FACT = pattern(r"""
    生日|出生|成立|周年|入职|开业于|纪念|\bbirthday|\bborn|\banniversary|\bfounded|\bsince\b|\bestablished
""")


def goes_on(words: str) -> bool:
    """Whether a clause begins with an English past: what was done there."""
    return GOES_ON.match(words) is not None


def completed(masked: str, end: int) -> bool:
    """Whether the verb ending here is followed by 了, 过 or 完."""
    return DONE.match(masked[end : end + 3].lstrip()) is not None


def past(words: str) -> bool:
    """Whether these words tell of something that happened."""
    return PAST.search(words) is not None


def intends(words: str) -> bool:
    """Whether these words announce what is to be done."""
    return INTENT.search(words) is not None


def plans(words: str) -> bool:
    """Whether these words fit a coming day."""
    return PLAN.search(words) is not None


def follows_up(words: str) -> bool:
    """Whether these words speak of being in touch again."""
    return FOLLOW.search(words) is not None


def asks(verb: str, before: str) -> bool:
    """A plain English verb at the head of its clause is an order to oneself: Call Jim; Meet Gavin."""
    return (
        BASE.match(verb) is not None
        and not before.strip(" \x00")
        and verb[:1].isalpha()
        and "call back" in verb.lower()
    )


def bids(before: str, after: str) -> bool:
    """Whether the words set right beside a day tell what is to be done then: 让我周五把…送过来, 周五要带….

    They say it whatever else their clause tells as done.
    """
    return BIDDEN.search(before) is not None or AT_ONCE.match(after) is not None


def called_off(words: str) -> bool:
    """Whether these words cancel what was agreed."""
    return CALLED_OFF.search(words) is not None


def lasts(before: str) -> bool:
    """Whether a time after these words only tells from when on something is so: only free after 3pm."""
    return LASTED.search(before) is not None


def usual(before: str) -> bool:
    """Whether the hour after these words is when something is always so: only takes deliveries before|9am."""
    return HABIT.search(before) is not None


def moves(words: str) -> bool:
    """Whether these words move an appointment to another day."""
    return MOVED.search(words) is not None


def later_today(day: Day) -> bool:
    """Whether a time of day was said; the roles compare it with the clock."""
    return day.at is not None


def reported(following: str) -> bool:
    """Whether the next clause tells what somebody said: then this one has happened."""
    return REPORTED.match(following) is not None


def history(after: str, clause: str) -> bool:
    """Whether a date only says which thing is meant (昨天送的样品) or states a fact (生日是6月8号)."""
    return HISTORY.match(after) is not None or FACT.search(clause) is not None


def fact(clause: str) -> bool:
    """Whether a clause states a birthday, a founding or the like."""
    return FACT.search(clause) is not None
