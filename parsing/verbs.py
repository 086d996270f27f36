"""Verbs of selling, each with what it did: happened, planned, failed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsing import clauses, tense
from parsing.clauses import Clause
from parsing.days import Day
from parsing.patterns import each, pattern

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "call",
        pattern(r"""
            打了?个?通?电话|打过?电话(?!销售)|通了?\S{0,4}电话|打通了?\S{0,6}电话|来了?个?电话|接到?了?\S{0,6}电话
            |电话会议?|(?<![\d十百几多]个)(?<![\d十百几多]通)电话(?!号|\s?[:：\d\x00]|是|换)|来电|打来|打给|打过?去
            |致电|去电|回电|回了?个?电话|再打|没打通|打不通|通话|通了话|电联|视频(?:会议?|通话|演示)?|语音(?:通话)?
            |连线|没人?接|未接|无人接听|没人听|冇人听|关机|占线|拒接|停机|空号|挂了?(?:我|电话)|打(?=\x00)|倾电话
            |\b(?:called(?: back)?|phoned|phones?|rang|ring|dialed|calls?(?: back)?(?!ed| off| center)|calling
            |spoke(?:n)?|talked|speak(?:ing)?|talk|zoom(?: meeting| call)?|teams (?:call|meeting)|voice ?mail
            |no answer|no reply|picked up|pick up|no ?(?:body|one) (?:picks|picked) up|got hold of|reached(?= \x00)
            |telephoned|on the phone|didn'?t answer|not answering|video call|conf(?:erence)? call|telecon|facetime
            |webex|on the (?:phone|line)|got through|couldn'?t reach|unreachable|engaged tone|skype)\b
        """),
    ),
    (
        "visit",
        pattern(r"""
            拜访|拜会|走访|探店|带(?:着|了)?\x00{1,40}\S{0,4}看了|转了一?圈|坐了?一?[坐会下]|坐坐
            |(?<!没)见上(?=[了面])|看了(?=\x00)|顺[便路]\S{0,2}看了?(?=\x00)|上门|登门|回访|到访|来访|来参观|参观
            |面谈|面聊|见面|会面|碰面|碰头|约见|见(?:到|过)?了?(?!效|底|面)(?=他|她|\x00|\h)|去了?趟|去了|去过
            |去的(?=\x00)|去(?=\x00)|跑了(?!单|了)|跑(?:一?趟|一下)?(?=\x00)
            |(?<![改约推等收送到直货回提拖延寄])到了?(?=\x00)|到\S{0,4}(?:公司|厂里?|现场|店里?)(?=看|谈|聊|拜|考|参
            |拿|见|试|$)|来(?:我们|咱们)?(?:公司|厂里?|店里?|办公室|office|展厅|展位)|吃了?个?饭|吃了?顿?饭|饭局|应酬
            |(?<!喜欢)(?<!爱)喝了?(?:个|点|杯|顿|两杯)?(?:下午)?(?:茶|咖啡|酒)|路过\x00{1,40}\S{0,4}?(?:看|坐|聊
            |进去了|转|打了?个?招呼|拜|瞧|见|谈)|看了看(?=$|[,，。\s])|聚餐|宴请|做了?个?demo|demo|演示|路演|考察
            |巡店|驻场|送了?样[品机]?(?=$|[,，])|送(?:了|去|过去)样|开了?个?会|会谈|洽谈|现场|倾(?:咗|过)|食(?:咗)?饭
            |探访|从\x00\S{0,4}(?:出来|回来)|看了?一?下?(?:工厂|现场|新店|展厅|样板)|来了?(?:我们|咱们)?\s?(?:公司
            |厂里?|店里?|office|展厅)\s?\S{0,3}(?:坐|看|转|逛|聊|谈)|\b(?:visited|tried to (?:visit|see|meet)
            |walked the|walked \x00+ (?:through|thru|around)|viewings?|viewed|showed(?= \x00)|showed (?:him|her|them)
            |visits?|visiting|met(?: up)?(?: with)?|meets?|meeting|lunch(?:ed)?|dinner|breakfast|coffee|drinks|drink
            |dropped (?:by|in)|drop by|stopped by|stop by|stopped in|popped (?:in|by|over)|pop (?:in|by)|swung by
            |swing by|saw|see|sat down|sit down|caught up|catch up|on[- ]site|toured|hosted|demo(?:ed|'d)?
            |demonstrated|presented|presentation|site visit|walked (?:in|through)|came (?:by|in|over)|went (?:to|over
            |by)|no[- ]show|face[- ]to[- ]face|f2f|trade show|showroom|golf)\b
        """),
    ),
    (
        "purchase",
        pattern(r"""
            下单|下了?(?:个|一个)?(?:大|小)?订单了?|下了\S{0,6}单|拿货|拿了货|提货|付了?(?=尾款|首付|定金|订金|全款)
            |[钱款]\S{0,2}交了|交了?[钱款]|落(?:咗)?单|成交|签约|签了|签下|签单|签完|签合同|签字|签(?:的)?(?=合同|单
            |约|\x00)|拿下|回款|到账|入账|打款|打了款|汇款|付款(?!方式|条件|周期|计划|期)|付了|付清|付全款|[已全]付
            |支付|预付|交了?(?:定金|订金)|收到\S{0,4}(?:款|定金|订金|货款)|收款|已收(?!到样|到资)|收讫|订了|订购|订货
            |定了(?=\d|\x00)|采购(?![小老员部\x00]|经理|主管|总监|说|是|那边)|购买|买了|买下|购入|进了?货|补货|续签
            |续约了|续费|续了|中标|开单|追加了?(?:订单)?|加单|返单|复购|提车|刷了?卡|转账|转了(?=\x00|\d)|结款|结清
            |尾款(?=已|到|付|结|收)|充值|拍了|要(?:了|货)|\b(?:put down(?= \d| a deposit|\x00)|po came in
            |came in with (?:a |the )?po|order(?:ed|s)?(?! nothing)|ordr|bought|buys?|purchased?|paid|pays?
            |payment(?! terms| plan| schedule| method| due| issue)|signed|signs?|po|deposit|won(?!['’]t)
            |(?<!was )(?<!were )(?<!is )(?<!are )(?<!office )closed(?: the)?(?: a)?(?: deal)?|renewed|reorder(?:ed)?
            |re-order|placed an order|wired|transferred|settled|invoice paid|took delivery|sold|deal (?:done|closed
            |won)|done deal|topped up|prepaid|upgraded|repeat order)\b
        """),
    ),
    (
        "refund",
        pattern(r"""
            退了?(?:货|余|全|差|多付的?|预付)?款|退了?钱|退还|退(?:回|给|还)?了?(?=\x00)|退回\S{0,2}款
            |\b(?:refund(?:s|ed|ing)?|paid back|gave back|reimbursed|credit note)\b
        """),
    ),
)
"""What each kind of record is told by."""

CANCELLED = pattern(r"""
    (?:没有?|未|不|别|取消|还没|尚未|拒绝|暂缓|推迟|黄了|无法|不能|不会|不想)(?:再|给|人)?\s?$|\b(?:not|n't|never|no
    |cancel(?:led|s|ling)?|without|lost|didn't|hasn't|haven't|won't|refus\w{2,4} to
    |before)\s(?:yet |the |their |our |this |an? |all |\x00 )?$
""")
VOIDED = pattern(r"""
    (?:\x00|订单|单子|合同)?(?:取消|黄了|丢了|没了|作废|推迟|延期|要改|没过|没批|没付|不签|没成|没谈成|催|问题)
    |\s?(?:cancel|lost|void|on hold|delayed|rejected|fell through|not yet|overdue|\bdue\b|pending|expir)
""")
MAYBE = pattern(r"""
    (?:准备|预计|打算|计划|想要?|要求|可能|也许|或许|考虑|可以|就|才|如果|若|要是|等|再|将|会|快要?|马上|争取|希望
    |需要|答应|同意|说|等着|催|确认|马上要)\S{0,6}$|\b(?:will|would|may|might|could|can|should|if|to|plans? to
    |wants? to|needs? to|expect(?:s|ed)?(?: to)?|ready to|about to|considering|hoping to|likely to|going to|gonna
    |'ll|before|after)\b(?: \w{1,12}){0,2} ?$
""")
FORM = pattern(r"""
    (?i:visited|met|called|phoned|rang|spoke|spoken|talked|saw|sat|caught|dropped|stopped|popped|swung|toured|hosted
    |telephoned|walked|viewed|viewing|reached|got hold|tried
    |ordered|bought|purchased|paid|refunded|reimbursed|gave|signed|renewed|closed|won|placed|wired|transferred
    |settled|lunched|came|went
    |presented|demoed|demonstrated|picked|received|sold|upgraded)
""")


NEXT = 24
"""Letters of the next clause that tell whether somebody speaks in it."""


@dataclass(frozen=True)
class Verb:
    """A verb and its place: visit, call, purchase or refund; `happened` unless it is planned, wished or cancelled."""

    start: int
    end: int
    kind: str
    words: str
    happened: bool
    planned: bool


def find(masked: str, days: Sequence[Day]) -> tuple[Verb, ...]:
    """The verbs of a folded text whose names, phones, sums and dates are masked, in order."""
    parts = clauses.split(masked)
    hits = [(match.start(), match.end(), kind) for kind, words in KINDS for match in each(words, masked)]
    hits = [hit for hit in hits if not any(_swallows(other, hit) for other in hits)]
    return tuple(_verb(masked, parts, hit, hits, days) for hit in sorted(hits))


def _swallows(big: tuple[int, int, str], small: tuple[int, int, str]) -> bool:
    return big != small and big[0] <= small[0] and small[1] <= big[1] and big[1] - big[0] > small[1] - small[0]


def _verb(
    masked: str,
    parts: Sequence[Clause],
    hit: tuple[int, int, str],
    hits: Sequence[tuple[int, int, str]],
    days: Sequence[Day],
) -> Verb:
    start, end, kind = hit
    clause = clauses.at(parts, start)
    before, after = masked[clause.start : start], masked[end : clause.end]
    planned = _planned(masked, clause, hit, hits, days)
    undone = bool(CANCELLED.search(before)) or (kind == "purchase" and bool(VOIDED.match(after.lstrip("\x00 的")[:12])))
    wished = (
        kind in ("purchase", "refund")
        and not tense.completed(masked, end)
        and bool(MAYBE.search(before))
        and not FORM.match(masked[start:end])
    )
    return Verb(start, end, kind, masked[start:end], not (planned or undone or wished), planned or wished)


def _planned(
    masked: str, clause: Clause, hit: tuple[int, int, str], hits: Sequence[tuple[int, int, str]], days: Sequence[Day]
) -> bool:
    """A verb is planned when its clause says so, or when a coming day governs it; what is completed is not."""
    start, end, _ = hit
    if tense.completed(masked, end) or FORM.match(masked, start):
        return False
    before = masked[clause.start : start]
    if tense.reported(masked[clause.end : clause.end + NEXT]):
        return tense.intends(before)
    if (
        tense.moves(masked[end : clause.end])
        or tense.intends(before)
        or tense.asks(masked[start:end], masked[clause.start : start])
    ):
        return True
    return any(_governs(day, clause, hit, hits, masked) for day in days)


def _governs(
    day: Day, clause: Clause, hit: tuple[int, int, str], hits: Sequence[tuple[int, int, str]], masked: str
) -> bool:
    """A coming day governs the verbs after it in its clause, and the one before it if none follows."""
    if not clause.holds(day.start) or day.ahead is None or (day.behind and not _open(day, clause, masked)):
        return False
    if day.start < hit[0]:
        return not tense.past(masked[day.end : hit[0]])
    later = [other for other in hits if day.start < other[0] < clause.end]
    return (
        not later and not tense.past(masked[hit[1] : day.start]) and not tense.follows_up(masked[day.end : clause.end])
    )


def _open(day: Day, clause: Clause, masked: str) -> bool:
    """An undecided date is ahead unless its clause tells of the past; today is ahead with a coming hour only."""
    if day.ahead == day.behind:
        return day.at is not None and not tense.past(clause.words) and tense.later_today(day)
    return not (tense.past(clause.words) or day.stale)
