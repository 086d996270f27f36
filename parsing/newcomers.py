"""Customers that no book knows: the name after 新客户 or new lead, or where a sentence expects a name."""

import re
from dataclasses import dataclass

from parsing import cities, firms, people, wares
from parsing.patterns import each, pattern

NEAR = 800
"""Letters in which a message names its customer."""

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
COMPANY = (
    "铸造|锻造|小馆|餐馆|茶楼|茶馆|奶茶|酒庄|会所|民宿|客栈|木业|管业|泵业|漆业|矿业|渔业|米业|面业|种业|石化|园林|影业|商行|超商|药局|口腔|眼科|骨科|货代|船务|航运|海运|影城|驾校|月子|有限公司|股份公司|公司|集团|科技|机械|贸易|商贸|食品|餐饮|酒店|宾馆|医疗|医院|诊所|药业|药房|地产|置业|物业|建设|建筑|建材|装饰|装修|家具|家居|家电|电子|电器|电气|电力|能源|环保|化工|材料|塑料|塑胶|包装|印刷|纸业|纺织|服饰|服装"
    "|制衣|鞋业|皮具|五金|模具|精密|自动化|智能|装备|设备|仪器|仪表|汽车|汽配|汽贸|配件|配套|物流|货运|速运|供应链|冷链|农业|农资|牧业|水产|乳业|饮料|酒业|茶业|超市|商场|百货|便利店|专卖店|门店|面馆|餐厅|饭店|火锅|酒楼|咖啡|烘焙"
    "|学校|学院|幼儿园|培训|教育|银行|证券|保险|投资|基金|传媒|广告|文化|旅游|旅行社|网络|软件|信息|通信|通讯|光电|激光|半导体|石材|石业|陶瓷|玻璃|钢铁|金属|铝业|门窗|工程|实业|制造|制品|工业|重工|工厂|厂|店|中心|研究院|研究所|协会|之家|工作室|净水|水务|生物|制药|美容|健身|珠宝|眼镜|花店|书店"
)
CHINESE_COMPANY = pattern(
    rf"\h{{2,10}}?(?:{COMPANY})(?:有限公司|公司|集团|总?厂(?!长)|分?店(?![长员])|商行)?", cased=True
)
LIKE_A_WARE = pattern(
    r"""
    \h{2,4}(?:粮油|包材|卫浴|电缆|轴承|阀门|饲料|橡胶|家纺|灯饰|水泥|涂料|地板|窗帘|茶叶|水果|海鲜|生鲜|电机|轮胎
    |钢管|板材|日化|厨具|文具|玩具|母婴|童装)
""",
    cased=True,
)
"""A firm only where a sentence expects one: elsewhere it is what somebody sells."""
LATIN_SUFFIX = pattern(r"""
    \b(?:inc|ltd|llc|corp|co|gmbh|pte|plc|sdn bhd|company|group|industries|foods|logistics|systems|trading|hotels?
    |bank|clinic|hospital|school|labs?|solutions|services|partners|holdings|enterprises|works|studio|& \w+)\b
""")
LABEL = pattern(r"""
    ^(?:for\b|(?:mgr|manager|owner|boss|buyer|director|ceo|gm)\b[:.]?(?-i:(?=\ [A-Z]))|一[家个位](?=[:：，,])
    |[☀-➿🌀-🫿]|联系人|联络人|对接人|负责人|contact(?: person)?|attn|姓名|名称|客户名?|公司名?称?|单位|叫|是|名字
    |name|company|called|named|from\b|of\b|at\b|(?:based )?in\b|是|为|[:：\-—,，、\s])+
""")
WORKS_AT = ("from", "at", "of", "from the", "@", "company", "公司")
HONOUR = pattern(r"^(?:Herr|Frau) (?=[A-Z]\S+ [A-Z])", cased=True)
"""Of Herr Stefan Brandt the name is kept alone; Herr Vogt stays as he is called."""
SKIP = pattern(r"^(?:介绍人|推荐人|[男女]|先生|女士|微信|wechat|电话|手机|tel|phone|mobile|地址|一家|一个|做)")
END = pattern(r"""
    [，,;；。.!！\n\x00(（、/]|(?<=[a-z]):(?=\s(?-i:[A-Z]))|\s(?=\h)|(?<=\h)\s(?!(?:Logistics|Trading|Foods?|Tech
    |Group|Hotels?|Systems|Industries|Solutions|Services|Ltd|Co|Inc|Bank|School|Clinic|Studio|Media|Design|Home
    |Motors|Electronics|Machinery|Holdings|International|Energy|Medical|Cafe)\b)|\s-\s|(?:联系人|介绍人|电话|手机
    |微信|地址|想|要|做|需要|意向|介绍|预算|在(?=\S{2})|开(?=\h{0,8}[店厂院馆所的]))|\s(?:to my|wants?|needs?|from|in
    |at|contact|tel|phone|mobile|met|who|interested|looking|budget|is|no|not|wechat|email|ask|asks|via|through|has
    |have|bought|ordered|paid|referred|call)\b
""")
UNLIKE_NAMES = pattern(r"(?:ing|tion|ment|ware|ings|ics|ties|ance|ers)$|^(?:tel|mob|email|web|via|ref)$")
AFTER_VERB = pattern(
    r"""
    (?:拜访|走访|拜会|去了?|到了|见了|打给|致电|回访|联系|跟进|跟|和|给|约了?|跑了?|离开|拿下|那家叫|店名叫|公司叫
    |[案价料品同票货][发送寄])(?:了|过|一下|客户|一?趟)?\s?(\h{2,12}?
    |[A-Z][\w&'.-]{1,20}(?: [A-Z][\w&'.-]{1,20}){0,3})(?=的|\s的|[，,。；;\s\x00]|$|聊|谈|打|发|见|签|通|开|吃|沟通
    |下单|订)
""",
    cased=True,
)
BEFORE_VERB = pattern(r"""
    ^(\h{2,12}?)(?=的(?:$|\x00)|的?(?:小\h|\h{1,2}(?:总|经理|主任|老板|小姐|女士|先生|姐|哥|工))|下单|签|投诉|来电
    |回款|付|订|要(?!求)|说|反馈|欠|续|打来|采购|买)
""")
_CAP = r"[A-Z0-9][\w'’&.-]{1,20}"
LATIN = pattern(
    rf"""
    (?:\b(?:[Vv]isited|[Mm]et(?: with)?|[Cc]alled|[Pp]honed|[Ss]poke (?:to|with)|[Tt]alked to|[Mm]eeting with
    |[Ll]unch with|[Dd]emo (?:w/|with|at|for)|[Aa]t|[Ff]rom|[Ww]ith|[Cc]all|[Vv]isit|[Dd]ropped by|[Ss]topped by
    |[Ff]ollow up (?:with)?|[Ee]mailed|[Ss]ent .{{1,20}} to|[Ss]ee|[Ss]aw|[Rr]ang|[Qq]uoted|[Cc]hased|[Ii]nvoiced
    |[Pp]opped (?:in(?:to)?|over to)|[Nn]ipped (?:in)?to|[Ss]wung by|[Ss]topped in at|[Ww]ent to
    |[Dd]rove (?:out |over |up |down )?to|[Ff]lew to)|@) ?({people.ENGLISH_NAME}(?: (?:& )?{_CAP}){{0,2}})
""",
    cased=True,
)
LEADING = pattern(r".*(?:拜访了?|离开|拿下|打给|叫|趟|一起去)(?=\h{2})")
"""What leads to a name in the same run of letters."""
WHERE_SOMEBODY_IS = pattern(rf"{people.ENGLISH_NAME} (?:from|at|@) ({people.ENGLISH_NAME})", cased=True)
"""Derek from Fabrikam."""
LATIN_FIRST = pattern(
    rf"""
    ^({people.ENGLISH_NAME}(?: & {_CAP})?)(?=:| (?:ordered|bought|paid|put|took|wants?|signed|complain(?:ed|s|ing)
    |called|asked|said|needs?|renewed|placed|deal|order|quote|payment|visited|is|has|are|have|had|were|was|want|says?
    |gone|went|owes?|keeps?|pushed|still|finally|just|came|got|sent|won't|can't|don't)\b)
""",
    cased=True,
)


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
    contact = None if people.is_person(name) else _labelled(masked, mark.end(), name) or _contact(rest)
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


def mentioned(text: str, masked: str) -> Newcomer | None:
    """A customer where a sentence expects one, though no book knows it: 拜访了天成机械, visited Foo Ltd.

    A firm comes before a person by title that the sentence names instead of it.
    """
    firm = firms.latin(masked)
    place = (firm.start, firm.end) if firm else _framed(masked)
    if place is None or people.is_titled(masked[slice(*place)]):
        place = _chinese_firm(masked) or place
    return Newcomer(text[slice(*place)].strip(), *place) if place else None


def _framed(masked: str) -> tuple[int, int] | None:
    """Where a name stands beside a verb that expects one."""
    for frame in (WHERE_SOMEBODY_IS, AFTER_VERB, BEFORE_VERB, LATIN_FIRST, LATIN):
        for match in each(frame, masked):
            if _name_like(match[1]):
                return _unled(match)
    return None


def _unled(match: re.Match[str]) -> tuple[int, int]:
    """The place of a name without what leads to it: 和|同事一起拜访了|欢喜火锅."""
    led = LEADING.match(match[1])
    return match.start(1) + (led.end() if led else 0), match.end(1)


def _chinese_firm(masked: str) -> tuple[int, int] | None:
    """Where the first Chinese name with a firm's ending stands."""
    company = CHINESE_COMPANY.search(masked[:NEAR])
    inside = firms.inside(company[0], company.start()) if company else None
    if inside is None or not _pure(inside.words) or masked.startswith(firms.MANY, inside.end):
        return None
    return inside.start, inside.end


def _name_like(words: str) -> bool:
    """A company by its ending, a person by surname or title, or a capitalised name."""
    if words.isascii():
        return words[:1].isupper() and not cities.known(words)
    return (
        CHINESE_COMPANY.fullmatch(words) is not None
        or LIKE_A_WARE.fullmatch(words) is not None
        or people.is_titled(words)
        or (people.is_person(words) and _pure(words))
    )


def _pure(words: str) -> bool:
    return not re.search(r"[了的他她们我你客户今明昨天这那去来]", words[:-1])


def _contact(rest: list[Piece]) -> str | None:
    for at, (_, _, words) in enumerate(rest):
        if at == 0 and _forename(words):
            return words
        if people.is_person(words) and not cities.known(words):
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


def _labelled(masked: str, start: int, name: str) -> str | None:
    """Whoever is called the contact: 老板叫简大勇, ask for Jonas."""
    told = [one for one in people.find(masked) if one.start >= start and name not in one.words]
    return next((one.words for one in told if one.how == "label"), None)


def _city(masked: str, name: str, rest: list[Piece], contact: str | None) -> str | None:
    """A known city anywhere beside the name, the one its name begins with, or a last lone capitalised word."""
    known = cities.find(masked.replace(name, "\x00" * len(name)))
    if known or cities.inside(name):
        return known or cities.inside(name)
    last = rest[-1][2] if rest else ""
    return last if last != contact and re.fullmatch(r"[A-Z][a-z]{3,14}(?: [A-Z][a-z]{3,14})?", last) else None
