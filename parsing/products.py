"""Products: from the company's own catalogue for certain, else the noun counted, asked for or complained about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from parsing import numbers
from parsing.patterns import each, pattern

_N = r"\d[\d,.]{0,9}|[一二两三四五六七八九十百千半几]{1,6}"
_UNIT = (
    r"台|个|箱|件|套|桶|根|片|只|支|条|张|份|批|吨|公斤|千克|kg|斤|升|瓶|袋|米|平方?米?|卷|包|盒|块|组|辆|把|款"
    r"|双|对|罐|车|面|扇|枚|颗|棵|本|打"
)
_END = r"(?=[，,。;；、\s!！?？的了吗屏碎坏破裂漏\x00（(\d]|$|单价|每|一共|共|合计|总|价|要|准备|已|给|下单|到|用|回)"
_NOUN = rf"(\h{{1,7}}?|[A-Za-z][A-Za-z-]{{2,20}}){_END}"
COUNTED = pattern(
    rf"""
    ({_N})\s?(?:多|来)?({_UNIT})(?:的)?\s?(?!电话|客户|订单|单子|人|月|小时|钟头|星期|礼拜|期|拜访|朋友|call|quote
    |新|月份|solution|demo|meeting|付|分|solution){_NOUN}
""",
    cased=True,
)
TRAILING = pattern(rf"(\h{{2,6}}|[A-Za-z]{{3,15}})\s?({_N})({_UNIT})(?=[，,。;；\s]|$)", cased=True)
ENGLISH = pattern(r"""
    (?<![\w.$€£¥/-])(?<!customer )(?<!model )(?<!room )(?<!no )((?!20[12]\d )[1-9][\d,]{0,8}|a dozen|two|three|four
    |five|six|seven|eight|nine|ten|twelve|twenty|fifty|another \d+) (?:(?:pcs|pieces|units?|boxes|sets|cases|crates
    |pallets|tons|tonnes|kg|rolls|bags|bottles|cartons|licen[cs]es|pairs|packs) of )?(?:new |more |extra )?((?!asked
    |wants?|said|says|needs?|is|was|will|called|months?|days?|weeks?|years?|yrs?|hours?|hrs?|mins?|minutes?|am|pm
    |times?|people|persons?|percent|calls?|visits?|meetings?|customers?|clients?|deals?|k\b|m\b|usd|eur|gbp|rmb|sgd
    |dollars?|euros?|grand|million|thousand|hundred|working|business|o'clock|st|nd|rd|th|and|or|to|of|in|for|at|each
    |per|the|on|from|by|contacts?|others?|more|companies|leads?|offers?|quotes?
    |instal\w+)[a-z][a-z-]{2,18}(?: (?:units?|pumps?|valves?|sensors?|chairs?|tables?|boxes|machines?|panels?
    |filters?|parts|tiles|cables?|motors?|licen[cs]es|kits?|bearings?|systems?|heads?|cartridges?|samples?))?)
""")
NEAR = 800
"""Letters in which a message names its product."""

FRAMES = (
    pattern(r"""
        (?:聊|谈|讨论|沟通|商量|介绍|推荐|推|discussed?|about
        |re:?)了?(?:一下)?(?:我们的?)?\s?(\h{2,6}?)(?:的)?(?:报价|价格|方案|合同|订单|项目|需求)
    """),
    pattern(r"""
        (?:^|[,;] )(?:an? |the |our )?([a-z][a-z-]{2,15}) (?:quote|order|pricing|proposal|price|demo)(?=[,.;]|$)
    """),
    pattern(
        r"""
        对(?:我们|咱们)?的?(?:新款|新的?)?(\h{2,10}?|[A-Za-z]{3,20})(?:很|比较|非常|挺|特别|不太
        |都)?(?:感?有?兴趣|满意|认可)
    """,
        cased=True,
    ),
    pattern(r"""
        interested in (?:our |the |new )*\s?(?:新款|新的?)?(\h{2,8}|[a-z][a-z-]{2,18}(?: (?:line|series
        |system|units?|machines?|package))?)
    """),
    pattern(r"""
        (?:来|电话|想)?(?:问|咨询|询价|了解)(?:一下|了|我们的?)?(\h{2,6}?)(?:的)?(?:价格?|报价|多少钱
        |参数|交期|库存|，|,|$)(?!发票)
    """),
    pattern(r"做(\h{2,8})的(?:$|[，,。\s])"),
    pattern(r"""
        (?:反馈|投诉|抱怨|说)(?:我们的?|上次\S{0,3}的)?(\h{2,5}?)(?:有?异响|漏水|漏油|坏了|破损|有?质量
        |有问题|不好用|故障|生锈|leak)
    """),
    pattern(r"投诉\s?(\h{2,4}?)\s?(?=leak|漏|破|[a-z])"),
    pattern(r"(?:上次|之前|刚)(?:送|买|发|装|换|给)的(\h{1,6}?)(?:有|坏|破|质量|很|不|出|，)"),
    pattern(r"(?:进|要|订|买|采购|需要)一?(?:批|些|点)(\h{1,6}?)(?:$|[，,。的])"),
    pattern(r"要的是\S{0,12}的(\h{1,6}?)(?:$|[，,。])"),
    pattern(r"""
        (?:看|送了?|寄|要|拿|试)(?:一下|些|点)?\s?(样[品机本]|samples?|brochure|catalogue|proforma)(?!费)
    """),
    pattern(r"(\h{2,4})样品"),
    pattern(r"\b(?:about|for|on|with) (?:the |our )?(model [\w-]{1,12})\b"),
    pattern(r"""
        \b(?:asked for|send|wants?|needs?|bring|about)(?: \x00+)? (?:an? |the |some |our |more )?(brochure|samples?
        |catalogue|catalog|proforma|price ?list|data ?sheet|spare parts)\b
    """),
    pattern(r"""
        \b(?:replaced|installed|delivered|repaired|fixed
        |tested) (?:the |their |our )?([a-z][a-z-]{2,18}(?: [a-z]{3,12})?)(?=[,.;]|$)
    """),
)
"""Where a sentence names what is sold, the surest places first."""

NOT_PRODUCTS = pattern(r"""
    过期|退货|换货|破损|坏|新|大|小|我们|你们|他们|报价|价格|合同|方案|订单|产品|东西|货|单子|项目|年度|交期|服务|条件|付款|结果|领导|老板
    |客户|情况|时间|这个|那个|什么|问题|一下|发票|质量|送货|详细|年度框架|技术|电话|的|样子|意思|需求|想法|进度|the
    |our|new|final|revised|first|big|repeat|next|last|good|great|follow|up|price|latest|his|her|their|this|that
    |lines?|pcs|pieces|units?|items?|it|them|more|less|time|quote|order|back|another|call|visit
""")
"""Words in a product's place that name none."""

PREFIX = pattern(r"^(?:我们的?|新款|新的?|上次的?|这批|那批|一批|一些|他们的?)")


@dataclass(frozen=True)
class Product:
    """What is sold, in the text's own words; `known` when the catalogue has it, else it is a guess."""

    words: str
    quantity: Decimal | None = None
    known: bool = False


def find(text: str, masked: str, catalogue: Sequence[str] = ()) -> Product | None:
    """The product a folded text speaks of: a catalogue name first, else the likeliest noun."""
    masked = masked[:NEAR]
    listed = _listed(text, catalogue)
    counted = _counted(masked)
    if listed:
        return Product(listed, counted.quantity if counted else None, known=True)
    return counted or _framed(masked)


def _listed(text: str, catalogue: Sequence[str]) -> str | None:
    low = text.lower()
    names = [name for name in catalogue if name and _holds(low, name.lower())]
    return max(names, key=len, default=None)


def _holds(text: str, name: str) -> bool:
    """A Latin name counts as a whole word, in the singular or the plural."""
    if not name.isascii():
        return name in text
    return re.search(rf"(?<![a-z0-9]){re.escape(name.rstrip('s'))}(?:e?s)?(?![a-z0-9])", text) is not None


def _counted(masked: str) -> Product | None:
    for match in each(COUNTED, masked):
        if noun := _noun(match[3]):
            return Product(noun, _quantity(match[1]))
    for match in each(TRAILING, masked):
        if noun := _noun(
            re.sub(r"^(?:准备|打算|预计|采购|询价|订购?|购买|买|要|下单|报价|需要|想要|预定)+", "", match[1])
        ):
            return Product(noun, _quantity(match[2]))
    for match in each(ENGLISH, masked):
        if noun := _noun(match[2]):
            return Product(noun, _quantity(match[1].lower().removeprefix("another ")))
    return None


def _framed(masked: str) -> Product | None:
    for frame in FRAMES:
        for match in each(frame, masked):
            if noun := _noun(match[1]):
                return Product(noun)
    return None


def _noun(words: str) -> str | None:
    words = PREFIX.sub("", words.strip()).rstrip("不很都有")
    return words if words and not NOT_PRODUCTS.fullmatch(words) and not re.search("[了的是我他她再]", words) else None


def _quantity(words: str) -> Decimal | None:
    if words == "a dozen":
        return Decimal(12)
    if words[0].isdigit():
        return Decimal(words.replace(",", "").rstrip("."))
    if words.isascii():
        return numbers.english(words)
    return numbers.chinese(words) if not set(words) & set("半几") else None
