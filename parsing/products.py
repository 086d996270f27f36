"""Products: from the company's own catalogue for certain, else the noun counted, asked for or complained about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from parsing import likely_wares, numbers, wares
from parsing.frames import FRAMES, HEADS, NOT_PRODUCTS, POINTED, SHORT, TALK, VERBS
from parsing.patterns import Choice, each, pattern
from parsing.segments import Ruled

CHOICE = Choice(FRAMES)
_N = r"\d[\d,.]{0,9}|[一二两三四五六七八九十百千半几]{1,6}"
_UNIT = (
    r"台|个|箱|件|套|桶|根|片|只|支|条|张|份|批|吨|公斤|千克|kg|斤|升|瓶|袋|米|平方?米?|卷|包|盒|块|组|辆|把|款"
    r"|床(?=\h{0,2}被|\h{0,2}褥)|双|对|罐|车|面|扇|樘|副|架|捆|提|听|筒|座|栋|枚|颗|棵|本|打"
)
_END = r"(?=[，,。;；、\s!！?？的了吗屏碎坏破裂漏\x00（(\d]|$|单价|每|一共|共|合计|总|价|要|准备|已|给|下单|到|用|回)"
_NOUN = rf"(\h{{1,7}}?|[A-Za-z][A-Za-z-]{{2,20}}(?: [a-z-]{{3,15}}(?=\s?\h)){{0,2}}){_END}"
COUNTED = pattern(
    rf"""
    ({_N})\s?(?:多|来)?({_UNIT})(?:的)?\s?(?!电话|客户|订单|单子|人|月|小时|钟头|星期|礼拜|期|拜访|朋友|call|quote|新
    |月份|solution|demo|meeting|付|分|solution){_NOUN}
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
    |dollars?|euros?|grand|million|thousand|hundred|since|due|until|till|now|again|already|working|business|o'clock
    |st|nd|rd|th|and|or|to|of|in|for|at|each|per|the|on|from|by|contacts?|others?|more|companies|leads?|offers?
    |quotes?|instal\w+)[a-z][a-z-]{2,18}(?: (?!(?:and|or|at|for|from|in|on|to|of|by|with|next|this|last|before|after
    |until|until|each|per|total|today|tomorrow|the|a|an|our|asap|now|please|deposit|paid|yesterday|but|ordered|again
    |was|were|is|are|will|all|came|broke|broken|leak|leaked|arrived|need|needs|he|she|they
    |we)\b)[a-z]{4,14}(?=[,.;!?]|$| (?:at|for|in|on|by|and|next)\b|\s?[@\x00]))?)
""")
NUMERALS = "一二两三四五六七八九十"
NEAR = 800
"""Letters in which a message names its product."""

SHOWN = pattern(r"样[品机本]|samples?|brochure|catalogue|proforma|model [\w-]+|leasing|solution")
"""What is shown or offered in place of a ware counts, where the sentence names no other, as the rules have it."""
PREFIX = pattern(r"""
    ^(?:我们的?|部(?!件|品)(?=\h{2})|新?口味|新款|新的?|上次的?|这批|旧|老(?=[车机设])|那批|一批|一些|他们的?)
""")


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
    ruled, how = _ruled(masked, counted)
    likely = likely_wares.find(masked, Ruled(ruled.words, how) if ruled else None)
    if ruled and (likely == ruled.words or (not likely and SHOWN.fullmatch(ruled.words))):
        return ruled
    return Product(likely, _number_of(likely, masked, counted)) if likely else None


def ruled(masked: str) -> Ruled | None:
    """What the rules take for the ware in a folded text."""
    found, how = _ruled(masked[:NEAR], _counted(masked[:NEAR]))
    return Ruled(found.words, how) if found else None


def _ruled(masked: str, counted: Product | None) -> tuple[Product | None, str]:
    ware = PREFIX.sub("", wares.find(masked) or "") or None
    found = _by_rules(masked, counted, ware)
    return (
        found,
        "counted" if counted and found and found.quantity == counted.quantity else "table" if ware else "framed",
    )


def _by_rules(masked: str, counted: Product | None, ware: str | None) -> Product | None:
    """The noun that is counted, the ware that the table has, or the one that the sentence makes a ware."""
    if counted and ware and (ware in counted.words or ware.endswith(counted.words)):
        return Product(_fuller(counted.words, ware), counted.quantity)
    if counted and ware and not wares.is_ware(counted.words):
        return Product(ware)
    return counted or (Product(ware) if ware else _framed(masked))


def _number_of(likely: str, masked: str, counted: Product | None) -> Decimal | None:
    """How many of a ware were counted: in its own name, or in what holds it (10 boxes of toner)."""
    if counted is None:
        return None
    if likely in counted.words or counted.words in likely:
        return counted.quantity
    place = masked.find(counted.words) + len(counted.words)
    return counted.quantity if masked[place:].removeprefix(" of").lstrip().startswith(likely) else None


def _fuller(counted: str, ware: str) -> str:
    """Of a counted noun and the ware in it the name: 保温杯, not 保温杯做礼品; latex units, not latex."""
    return counted if counted.isascii() and not ware.endswith(counted) else ware


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
            re.sub(
                r"^(?:准备|打算|预计|采购|询价|订购?|购买|买|要|下单|报价|需要|想要|预定)+",
                "",
                match[1].rstrip(NUMERALS),
            )
        ):
            return Product(noun, _quantity(match[2]))
    for match in each(ENGLISH, masked):
        if noun := _noun(match[2]):
            return Product(noun, _quantity(match[1].lower().removeprefix("another ")))
    return None


def _framed(masked: str) -> Product | None:
    for at in CHOICE.of(set(masked)):
        for match in each(FRAMES[at], masked):
            if noun := _framed_noun(match[1]):
                return Product(noun)
    return None


def _noun(words: str) -> str | None:
    words = PREFIX.sub("", words.strip()).rstrip("不很都有又还也总老")
    if not words or NOT_PRODUCTS.fullmatch(words) or re.search("[了的是我他她再也想]", words):
        return None
    return None if len(words) == 1 and words not in SHORT else words


def _framed_noun(words: str) -> str | None:
    """A noun that only its sentence makes a product: no verb, no name, nothing that is merely talked about."""
    noun = _noun(POINTED.sub("", words))
    if noun is None or VERBS.match(noun) or (wares.only_talk(noun) and not wares.is_ware(noun)):
        return None
    *first, last = noun.split()
    named = noun[0].isupper() and not noun[:2].isupper() and noun.isascii()
    empty = first and (first[0] in TALK or (last not in HEADS and NOT_PRODUCTS.fullmatch(last)))
    return None if named or empty else noun


def _quantity(words: str) -> Decimal | None:
    if words == "a dozen":
        return Decimal(12)
    if words[0].isdigit():
        return Decimal(words.replace(",", "").rstrip("."))
    if words.isascii():
        return numbers.english(words)
    return numbers.chinese(words) if not set(words) & set("半几") else None
