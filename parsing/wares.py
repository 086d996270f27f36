"""Wares: what is sold, told by the last word of its name: 六轴机器人, 防癌险, protein bars, X-500 scanner."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from parsing.patterns import each, pattern

LONGEST = 7
"""Letters of a Chinese ware's name before its last word."""


LEAD = pattern(r"""
    ^.*(?:投诉|抱怨|反映|反馈|咨询|喜欢|喜爱|孩子|了解|考虑|打算|准备|计划|体验|参观|使用|关于|针对|升级|更新|维修
    |配送|购置|发现|觉得|认为|确认|对比|负责|经营|主营|生产|制造|代理|批发|零售|更换|办理|的话|询价|打听|看好|看中
    |相中|急需|缺货|客户|老板|那边|这边)
""")
"""Words that lead to a ware's name."""


WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’&/-]*")
CODE = re.compile(r"[A-Z]{2,6}|[A-Z]+-?\d[\w-]*|\d+[A-Z][\w-]*")
"""ERP, X-500, M12: may begin a ware's name."""

COUNTING = re.compile(r"[\d\x00一二两三四五六七八九十百千几]\s?[箱桶袋瓶件盒包罐捆卷车筐篮打提板片根支瓣]$")
ENDED = frozenset(("下单", "的话", "加单", "补单", "追单", "问价", "报价", "询价", "到货", "催货", "断货", "发货"))
"""Pairs whose second letter is no beginning of a name."""

BUSINESS = pattern(r"""
    \s(?:chains?|shops?|stores?|compan(?:y|ies)|business|factory|factories|dealers?|distributors?|makers?
    |manufacturers?|suppliers?|industry|market|restaurants?|guys?|people|rep|vendor|exporters?|importers?
    |wholesalers?|bar|cafe)\b
""")
"""Then it is what the customer does."""

CODE_BEFORE = re.compile(r"[A-Z][A-Z0-9-]{1,6}$")

FUNCTION = pattern(r"""
    (?:the|teh|an?|our|your|their|his|her|my|its|this|that|these|those|some|any|no|all|both|each|every|another|other
    |more|few|several|many|much|most|less|of|for|from|to|at|in|on|by|with|about|over|under|into|onto|than|as|per|via
    |against|without|after|before|until|since|during|between|through|around|re|and|or|but|so|if|because|when|while
    |where|which|who|whom|whose|what|why|how|then|also|too|just|only|even|still|again|already|yet|now|soon|later|very
    |really|quite|not|n't|never|i|we|you|he|she|they|it|me|us|him|them|is|are|was|were|be|been|being|am|has|have|had
    |do|does|did|will|would|can|could|should|shall|may|might|must|let|lets|wants?|needs?|likes?|loves?|hates?|asks?
    |says?|said|told|tells?|thinks?|gets?|got|gave|gives?|takes?|took|made|makes?|goes|went|came|comes?|saw|sees?
    |shows?|brings?|brought|bought|buys?|sells?|sold|orders?|pays?|paid|sends?|sent|signs?|uses?|used|runs?|ran
    |complain(?:s|ed|ing)?|complaint|budget|about|re|put|puts|keeps?|kept|finds?|found|calls?|visits?|met|meets?
    |spoke|talks?|tries|tried|tests?|checks?|knows?|looks?|seems?|feels?|thinks?|agrees?|hopes?|plans|prefers?
    |quotes?|quoted|wins?|won|lost|loses?|fixe[sd]|returns?|replaces?|installs?|delivers?|ships?|moves?|new|old|good
    |bad|great|nice|big|small|large|little|first|second|third|last|next|same|different|whole|half|full|free|extra
    |final|latest|early|late|cheap|cheaper|expensive|better|best|worse|wrong|right|broken|faulty|damaged|ready|happy
    |keen|interested|sure|available|complete|entire|existing|current|own|two|three|four|five|six|seven|eight|nine|ten
    |dozen|hundred|thousand|couple|pcs|pieces?|units?|sets?|boxes|cases|pairs?|tons?|kg|usd|eur|rmb|sgd|gbp|k|m|today
    |tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|week|month|year|mr
    |mrs|ms|dr|boss|manager|customer|client|guy|guys|people|team|ok|yes|please|pls|asap)
""")
"""Words that no ware's name begins with."""

LIKE_ADVERBS = frozenset(("family", "assembly", "supply", "poly", "seed", "feed", "speed", "bed"))
NO = pattern(r"\b(?:no|not|without|zero)\s$")


def find(masked: str) -> str | None:
    """The first ware in a folded text whose names, sums and dates are masked, as it is written there."""
    found = sorted([*_chinese(masked), *_latin(masked)], key=lambda ware: (ware[0], -len(ware[1])))
    return found[0][1] if found else None


def is_ware(words: str) -> bool:
    """Whether a noun ends like what is sold."""
    return _is_head(words.split()[-1]) if words.isascii() else _heads().search(words[-3:]) is not None


def _chinese(masked: str) -> Iterator[tuple[int, str]]:
    """Wares by their Chinese heads, each with all that belongs to its name before it."""
    taken = 0
    for match in each(_heads(), masked):
        following = masked[match.end() : match.end() + 1]
        if match.start() < taken or ("\u4e00" <= following <= "\u9fff" and following not in _words("after")):
            continue
        words = _before(masked, match.start(), taken) + match[0]
        if (
            not _nothing_sold(words, match[0])
            and masked[match.end() - len(words) - 1 : match.end() - len(words)] != "做"
        ):
            taken = match.end()
            yield match.end() - len(words), words


def _nothing_sold(words: str, head: str) -> bool:
    """Whether the letters are no ware: a bare 机, 司机, 时间表."""
    if len(head) > 1:
        return words in _words("not")
    return len(words) == 1 or words in _words("not") or words[-2:] in _words("not") or words[-3:] in _words("not")


def _before(masked: str, end: int, taken: int) -> str:
    """What stands before a head and belongs to it: 六轴 before 机器人, and a code like PCB."""
    start = end
    while start > max(taken, end - LONGEST) and _belongs(masked, start - 1):
        start -= 1
    if COUNTING.search(masked[max(0, start - 2) : start + 1]) or masked[start - 1 : start + 1] in ENDED:
        start += 1
    words = masked[start:end]
    lead = LEAD.match(words)
    if lead:
        return words[lead.end() :]
    code = CODE_BEFORE.search(masked[max(taken, start - LONGEST) : start])
    return (code[0] if code else "") + words


def _belongs(masked: str, place: int) -> bool:
    """Whether the letter at a place may be inside a ware's name."""
    letter = masked[place]
    if not "\u4e00" <= letter <= "\u9fff":
        return False
    return letter not in _words("bounds") or bool(
        {masked[place : place + 2], masked[place - 1 : place + 1]} & _words("kept")
    )


def _latin(masked: str) -> Iterator[tuple[int, str]]:
    """Wares by their English heads, with up to two words before it."""
    words = [match for _, match in zip(range(200), WORD.finditer(masked), strict=False)]
    at = 0
    while at < len(words):
        last = _last(words, at, masked)
        if last is not None:
            first = _first(words, at, masked)
            name = masked[words[first].start() : words[last].end()]
            if _sold(name, masked[: words[first].start()]) and not BUSINESS.match(masked, words[last].end()):
                yield words[first].start(), name
            at = last
        at += 1


def _last(words: list[re.Match[str]], at: int, masked: str) -> int | None:
    """The last of the heads that stand together here, or null."""
    last = None
    while (
        at < len(words)
        and _is_head(words[at][0])
        and (last is None or masked[words[last].end() : words[at].start()] == " ")
    ):
        last, at = at, at + 1
    return last


def _first(words: list[re.Match[str]], at: int, masked: str) -> int:
    """Where the name of a ware begins: at most two words before its head."""
    first = at
    while (
        first > max(0, at - 2)
        and masked[words[first - 1].end() : words[first].start()] == " "
        and _describes(words[first - 1][0])
    ):
        first -= 1
    return first


def _is_head(word: str) -> bool:
    low = word.lower()
    return any(form in _words("en") for form in (low, low.removesuffix("s"), low.removesuffix("es")))


def _describes(word: str) -> bool:
    """Whether a word may belong to the name of what follows it."""
    if CODE.fullmatch(word):
        return True
    low = word.lower()
    return (
        word == low
        and word.isalpha()
        and len(word) > 2
        and not FUNCTION.fullmatch(low)
        and (not low.endswith(("ed", "ly")) or low in LIKE_ADVERBS)
    )


def _sold(name: str, before: str) -> bool:
    """Whether an English name is of something sold: not a bare *plan*, no spec sheet, no snacks."""
    low = name.lower()
    if NO.search(before) or low in _phrases():
        return False
    return " " in low or (low not in _words("not alone") and low.removesuffix("s") not in _words("not alone"))


@cache
def _phrases() -> frozenset[str]:
    return frozenset(word.replace("-", " ") for word in _words("en not"))


@cache
def _heads() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_words("zh"), key=len, reverse=True))))


@cache
def _words(part: str) -> frozenset[str]:
    """The words of one part of the table."""
    text = Path(__file__).with_name("wares.txt").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^\[([a-z ]+)\]\n([^\[]*)", text, re.MULTILINE))
    return frozenset(parts[part].split())
