"""New customers that are introduced: the name after 新客户 or new lead, with the person and the city beside it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from parsing import cities, people, wares
from parsing.patterns import pattern

MARK = pattern(r"""
    (?:新增|新建|新开发|新开|新签|新认识|录入|添加|加|建|增加|登记|开发了?|认识了?|来了|接到|拓展了?|挖到|谈了|找到
    |介绍了?)(?:一下)?(?:了)?(?:一?[个位家名]|新|的)*(?:潜在)?(?:意向)?客户(?:档案)?(?!说|问|要|来|反)|(?:新?认识
    |遇到|开发|挖到|谈到)了?(?:一?[个位家])(?:\S{0,8}?的)?(?:老板|负责人|商家|潜客|意向客户)
    |^(?:please |pls |kindly )?add (?-i:(?=[A-Z]))|^adding (?-i:(?=[A-Z][^,，\n]{2,40}(?:,| - )))
    |\badd(?:ing)? (?:a )?new (?:party|cust|contact)\b|\bnew (?:cust|party|contact)s?(?=:| - )
    |\bnew contact from (?:the |our )?(?:trade )?(?:fair|show|expo|event|exhibition)|^(?:walk[- ]?in|inbound|web
    |referral|cold) (?:lead|prospect|customer|client|enquiry|inquiry)(?=:| -)|新户(?!型|外|头)(?=[\s:：，,]
    |\h{2,12}(?:老板|总|经理))|新加了?一?[个家位](?=[\s:：，,])|新(?:开发|拓展|认识
    |增)(?:了)?(?:的)?(?:一?[家个位](?!月))?|新的?(?:潜在|意向)?客户?(?:[是叫为]|(?=[\s:：，,]))|新客(?=\s|[:：])
    |新线索|新客户(?:登记|录入|建档|信息)?|建个?档(?:案)?|开个?档|立档|录个?新?(?:客户|客(?!户)|人)|新的?\s?(?:lead
    |client|customer|prospect|account)(?![a-z])|(?:add|加|录|建)(?:个|一个)?新客户?|new\s?的?(?:客户?|线索
    |单位)(?!户)|(?:加|录|建|开|记|登|create)(?:一?[个条家位])?新?\s?的?(?:lead|prospect|account|acct|潜客
    |线索)s?(?![a-z])|(?:录|加|建|登记|记|收|添)了?(?:一?[个家位])新的(?=[\s:：，,])|(?<!a )(?<!the )\bnew (?:acct
    |a/c|one|enquiry|inquiry|logo|walk-?in|sign-?up|name)s?\b(?=:| (?:from|at|via|in
    |off) (?:the |our |my |a )?(?:\w+ )?(?:show|fair|expo|event|booth|stand|exhibition|website|web|conference
    |referral)\b| -)(?: (?:from|at|via|in|off) (?:the |our|my |a )?(?:\w+ )?(?:show|fair|expo|event|booth|stand
    |exhibition|website|web|conference|referral))?|^(?:new|lead|prospect|acct)(?=:| -)|\b(?:add|create|register|new
    |log|got|found|met|picked up|have|fresh|another|landed)(?: an?| another| the)?(?: (?:new|fresh|potential|hot|warm
    |promising|inbound)){0,2} (?:customers?|clients?|leads?|prospects?|accounts?)\b(?: is| called| named| for us
    | (?:at|from) the (?:trade )?(?:fair|expo|show|exhibition|booth|event|conference))?
""")
LABEL = pattern(r"""
    ^(?:for\b|(?:mgr|manager|owner|boss|buyer|director|ceo|gm)\b[:.]?(?-i:(?=\ [A-Z]))|一[家个位](?=[:：，,])
    |[☀-➿🌀-🫿]|名片|联系人|联络人|对接人|负责人|contact(?: person)?|attn|姓名|名称|客户名?|公司名?称?|单位|叫|是|名字
    |name|company|called|named|from\b|of\b|at\b|(?:based )?in\b|是|为|[:：\-—,，、\s])+
""")
WORKS_AT = ("from", "at", "of", "from the", "@", "company", "公司")
HONOUR = pattern(r"^(?:Herr|Frau) (?=[A-Z]\S+ [A-Z])", cased=True)
"""Of Herr Stefan Brandt the name is kept alone; Herr Vogt stays as he is called."""
SKIP = pattern(r"^(?:介绍人|推荐人|[男女]|先生|女士|微信|wechat|电话|手机|tel|phone|mobile|地址|一家|一个|做)")
END = pattern(r"""
    [，,;；。!！\n\x00(（、/]|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)\.|(?<=[a-z]):(?=\s(?-i:[A-Z]))|\s(?=\h)|(?<=\h)\s(?!(?:Logistics|Trading|Foods?|Tech
    |Group|Hotels?|Systems|Industries|Solutions|Services|Ltd|Co|Inc|Bank|School|Clinic|Studio|Media|Design|Home
    |Motors|Electronics|Machinery|Holdings|International|Energy|Medical|Cafe)\b)|\s-\s|(?:联系人|介绍人|电话|手机
    |微信|地址|想|要|做|需要|意向|介绍|预算|在(?=\S{2})|开(?=\h{0,8}[店厂院馆所的]))|\s(?:to my|wants?|needs?|from|in
    |at|contact|tel|phone|mobile|met|who|interested|looking|budget|is|no|not|wechat|email|ask|asks|via|through|has
    |have|bought|ordered|paid|referred|call)\b
""")
UNLIKE_NAMES = pattern(r"(?:ing|tion|ment|ware|ings|ics|ties|ance|ers)$|^(?:tel|mob|email|web|via|ref)$")
Piece = tuple[int, int, str]
"""Some words and their place."""


@dataclass(frozen=True)
class Newcomer:
    """A customer's name as written and its place, with the person and the city that came with it."""

    name: str
    start: int
    end: int
    contact: str | None = None
    city: str | None = None


@lru_cache(maxsize=16)
def introduced(text: str, masked: str) -> Newcomer | None:
    """The customer after 新客户 or new customer: its name, then person and city in what follows."""
    mark = MARK.search(masked)
    if mark is None:
        return None
    pieces = _named(pieces_of(text, masked, mark.end()), pieces_of(text, masked[: mark.start()], 0))
    if not pieces:
        return None
    if len(pieces) > 1 and cities.known(pieces[0][2]):
        pieces = [*pieces[1:], pieces[0]]
    first, rest = pieces[0], pieces[1:]
    if rest and _works_at(masked, first, rest[0]):
        who = HONOUR.sub("", first[2])
        return Newcomer(rest[0][2], rest[0][0], rest[0][1], who, _city(masked, rest[0][2], rest[1:], who))
    name = first[2]
    contact = None if people.is_person(name) else _labelled(text, masked, mark.end(), name) or _contact(rest)
    return Newcomer(name, first[0], first[1], contact, _city(masked, name, rest, contact))


def _named(behind: list[Piece], before: list[Piece]) -> list[Piece]:
    """The words after the mark from the first that may be a name; those before it where none does: pls add."""
    for pieces in (behind, before):
        first = next((at for at, (_, _, words) in enumerate(pieces) if _capital(words)), None)
        if first is not None and all(words[:1].islower() for _, _, words in pieces[:first]):
            return pieces[first:]
    return behind or before


def _capital(words: str) -> bool:
    """Whether some words may be a name by how they begin: no city, and no small Latin letter."""
    return not words[:1].islower() and not cities.known(words)


def _works_at(masked: str, person: Piece, company: Piece) -> bool:
    """Priya Nair from Sunrise Academy: a person, and where she works."""
    between = masked[person[1] : company[0]].strip().lower()
    named = re.fullmatch(people.ENGLISH_NAME, HONOUR.sub("", person[2])) is not None and " " in person[2]
    return named and between.strip(" ,，") in WORKS_AT and not cities.known(company[2])


def pieces_of(text: str, masked: str, start: int) -> list[Piece]:
    """The words after a place, cut where a name ends: their places and themselves, without labels."""
    pieces, begin = [], start
    for end in [*(match.start() for match in END.finditer(masked, start)), len(masked)]:
        label = LABEL.match(masked[begin:end])
        begin += label.end() if label else 0
        words = text[begin:end].strip()
        if words and "\x00" not in masked[begin:end] and not SKIP.match(words):
            place = text.index(words, begin)
            pieces.append((place, place + len(words), words))
        begin = max(begin, end) + (masked[end : end + 1] in tuple("，,;；。.!！\n\x00(（、 "))
    return pieces


def _contact(rest: list[Piece]) -> str | None:
    for at, (_, _, words) in enumerate(rest):
        if at == 0 and _forename(words):
            return words
        if (people.is_person(words) or people.NICKNAMED.fullmatch(words)) and not cities.known(words):
            return words
        if people.is_titled(words) or (
            re.fullmatch(people.ENGLISH_NAME, words) and " " in words and not cities.known(words)
        ):
            return words
    return None


def _forename(words: str) -> bool:
    """A lone capitalised word right after the company's name: Oak & Ember Cafe, Tomasz, 07400 123456."""
    return (
        re.fullmatch(people.ENGLISH_NAME, words) is not None
        and " " not in words
        and not (cities.known(words) or wares.is_ware(words) or UNLIKE_NAMES.search(words))
    )


def _labelled(text: str, masked: str, start: int, name: str) -> str | None:
    """Whoever is called the contact: 老板叫简大勇, ask for Jonas."""
    told = [one for one in people.find(masked) if one.start >= start and name not in one.words]
    return next((text[one.start : one.end].strip() for one in told if one.how == "label"), None)


def _city(masked: str, name: str, rest: list[Piece], contact: str | None) -> str | None:
    """A known city anywhere beside the name, the one its name begins with, or a last lone capitalised word."""
    known = cities.find(masked.replace(name, "\x00" * len(name)))
    if known or cities.inside(name):
        return known or cities.inside(name)
    last = rest[-1][2] if rest else ""
    return last if last != contact and re.fullmatch(r"[A-Z][a-z]{3,14}(?: [A-Z][a-z]{3,14})?", last) else None
