"""Feelings: the sentiment of a record, the intent level of an interaction, satisfaction, potential."""

from functools import lru_cache

from parsing.channels import answered
from parsing.moods import NEGATIVE, POSITIVE
from parsing.patterns import each, pattern

DENIED = pattern(r"""
    (?:不|没|没有|未|不太|不怎么|不够|not|n't|never|no|less)\s?(?:太|很|大|是很|so|very|that|really|too)?\s?$
""")
QUOTE_WANTED = pattern(r"要\S{0,14}(?:的)?报价|\bwants? (?:an? )?(?:quote|proposal|offer)\b")
HOT = pattern(r"""
    意向(?:很|非常|特别|比较)?[强高大]|非常感兴趣|很感兴趣|特别感兴趣|急着?要|着急要|马上要|势在必得|[aA]类意向
    |\b(?:very (?:interested|keen)|hot|ready to (?:buy|order|sign)|eager|super keen|urgent(?:ly)?)\b
""")
WARM = pattern(r"""
    意向(?:中等|一般|还行|尚可)|(?<!不)(?<!不太)感兴趣|有兴趣|有意向|考虑中|在考虑|想了解|\b(?:interested|keen|warm
    |considering|curious|evaluating)\b
""")
COLD = pattern(r"""
    没兴趣|不感兴趣|不太感兴趣|兴趣不大|没意向|没有意向|无意向|意向(?:低|不强|不大|差)|不考虑|不需要
    |\b(?:not interested|no interest|not keen|cold|uninterested)\b
""")
SATISFACTION = pattern(r"""
    (?:满意度|评分|打分|打了|给了?|评了|satisfaction|rated?(?: us| it)?|score[d]?|csat)\s?(?:是|为|[:：]|of|was|us
    |is)?\s?([1-5]|[一二三四五])\s?(?:分|星|/\s?5|out of 5|stars?|(?=[,，。\s]|$))
""")
BIG = pattern(r"""
    潜力(?:很|非常|比较)?大|潜力高|大客户|重点客户|高潜|潜在大单|\b(?:high potential|big potential|huge potential
    |key account|big account)\b
""")
MIDDLE = pattern(r"潜力(?:中等|一般|还行)|\bmedium potential\b")
SMALL = pattern(r"潜力(?:不大|小|低|有限)|没什么潜力|小客户|\b(?:low|little|no) potential\b")


def sentiment(text: str, intent: str) -> str:
    """Positive, neutral or negative: a purchase is good, a complaint bad; else the words tell, the bad ones first.

    Somebody who wasn't reached is bad news too.
    """
    if intent in ("query", "new_customer"):
        return "neutral"
    if intent in ("purchase", "complaint"):
        return "positive" if intent == "purchase" else "negative"
    heard = tones(text)
    if heard & {"bad", "unreached"} and not heard >= {"good", "mended"}:
        return "negative"
    return "positive" if "good" in heard or (intent == "visit" and QUOTE_WANTED.search(text)) else "neutral"


@lru_cache(maxsize=16)
def tones(text: str) -> frozenset[str]:
    """What sounds in a text: good, bad, mended (good words after the last bad one), unreached."""
    praise = [hit.start() for hit in each(POSITIVE, text)]
    bad = [hit.end() for hit in each(NEGATIVE, text)]
    sounds = {
        "good": any(not DENIED.search(text[max(0, at - 12) : at]) for at in praise),
        "bad": bool(bad),
        "mended": bool(praise) and praise[-1] >= max(bad, default=0),
        "unreached": not answered(text),
    }
    return frozenset(sound for sound, heard in sounds.items() if heard)


def level(text: str) -> str | None:
    """How warm the customer is for this: hot, warm or cold."""
    for name, words in (("cold", COLD), ("hot", HOT), ("warm", WARM)):
        if words.search(text):
            return name
    return None


def satisfaction(text: str) -> int | None:
    """A mark from one to five that the customer gave."""
    found = SATISFACTION.search(text)
    return ("一二三四五".index(found[1]) + 1 if found[1] in "一二三四五" else int(found[1])) if found else None


def potential(text: str) -> str | None:
    """High, medium or low, where it was said."""
    for name, words in (("low", SMALL), ("medium", MIDDLE), ("high", BIG)):
        if words.search(text):
            return name
    return None
