"""Customers that no book knows, where a sentence expects a name: 拜访了天成机械, Derek from Fabrikam."""

import re

from parsing import cities, firms, people
from parsing.firms import Firm
from parsing.patterns import each, pattern

NEAR = 800
"""Letters in which a message names its customer."""


COMPANY = (
    "汽修|维修|铸造|锻造|小馆|餐馆|茶楼|茶馆|奶茶|酒庄|会所|民宿|客栈|木业|管业|泵业|漆业|矿业|渔业|米业|面业|种业|石化|园林|影业|商行|超商|药局|口腔|眼科|骨科|货代|船务|航运|海运|影城|驾校|月子|有限公司|股份公司|公司|集团|科技|机械|贸易|商贸|食品|餐饮|酒店|宾馆|医疗|医院|诊所|药业|药房|地产|置业|物业|建设|建筑|建材|装饰|装修|家具|家居|家电|电子|电器|电气|电力|能源|环保|化工|材料|塑料|塑胶|包装|印刷|纸业|纺织|服饰|服装"
    "|制衣|鞋业|皮具|五金|模具|精密|自动化|智能|装备|设备|仪器|仪表|汽车|汽配|汽贸|配件|配套|物流|货运|速运|供应链|冷链|农业|农资|牧业|水产|乳业|饮料|酒业|茶业|超市|商场|百货|便利店|专卖店|门店|面馆|餐厅|饭店|火锅|酒楼|咖啡|烘焙"
    "|学校|学院|幼儿园|培训|教育|银行|证券|保险|投资|基金|传媒|广告|文化|旅游|旅行社|网络|软件|信息|通信|通讯|光电|激光|半导体|石材|石业|陶瓷|玻璃|钢铁|金属|铝业|门窗|工程|实业|制造|制品|工业|重工|工厂|厂|店|中心|研究院|研究所|协会|之家|工作室|净水|水务|生物|制药|美容|健身|珠宝|眼镜|花店|书店"
)
CHINESE_COMPANY = pattern(
    rf"\h{{2,10}}?(?:{COMPANY})(?:有限公司|公司|集团|总?厂(?!长)|分?店(?![长员])|商行)?", cased=True
)
LIKE_A_WARE = pattern(
    r"""
    \h{2,4}(?:粮油|包材|卫浴|电缆|轴承|阀门|饲料|橡胶|家纺|灯饰|水泥|涂料|地板|窗帘|茶叶|水果|海鲜|生鲜|电机|轮胎
    |钢管|板材|日化|厨具|文具|电镀|喷涂|玩具|母婴|童装)
""",
    cased=True,
)
"""A firm only where a sentence expects one: elsewhere it is what somebody sells."""

TOLD = pattern(r"[了他她们看聊谈]|客户")
"""In no name: 给|他们报了轴承 tells of wares."""

AFTER_VERB = pattern(
    r"""
    (?:拜访|走访|拜会|去了?|到了|见了|打给|致电|回访|联系|跟进|跟|和|给|约了?|跑了?|离开|拿下|那家叫|店名叫|公司叫
    |陌拜|[案价料品同票货][发送寄]|drop by |visit |meet )(?:了|过|一下|客户|一?趟)?\s?(\h{2,12}?
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


def mentioned(text: str, masked: str) -> Firm | None:
    """A customer where a sentence expects one, though no book knows it: 拜访了天成机械, visited Foo Ltd.

    A firm comes before a person by title that the sentence names instead of it.
    """
    firm = firms.latin(masked)
    place = (firm.start, firm.end) if firm else _framed(masked)
    if place is None or people.is_titled(masked[slice(*place)]):
        place = _chinese_firm(masked) or place
    owned = bool(firm and firm.owned and place == (firm.start, firm.end))
    return Firm(*place, text[slice(*place)].strip(), owned) if place else None


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
    company = CHINESE_COMPANY.fullmatch(words) or LIKE_A_WARE.fullmatch(words)
    return (
        (company is not None and not TOLD.search(words))
        or people.is_titled(words)
        or (people.is_person(words) and _pure(words))
    )


def _pure(words: str) -> bool:
    return not re.search(r"[了的他她们我你客户今明昨天这那去来]", words[:-1])
