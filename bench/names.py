"""Names of customers in any number, Chinese and English, always the same ones; and how people misspell them."""

from collections.abc import Iterable, Iterator
from math import gcd, prod
from random import Random

CITIES = ("", "上海", "北京", "深圳", "宁波", "苏州", "杭州", "成都", "广州", "青岛", "无锡", "佛山")
LETTERS = (
    "华星海岳百禾澜石青屿远帆云锦鼎盛光谷蓝天宇通长安恒大瑞祥德信嘉和永丰东方金辉明达兴隆泰博雅晨曦凯旋龙腾"
    "鹏翔智汇联创新元诚正荣昌富康宝利佳美优品万象千禧中科银河太平洋伟业宏图鸿运捷迅飞驰卓越顺源润泽润林森柏松"
    "梅兰竹菊春夏秋冬江湖溪泉峰岭峻山川原野田园仁义礼智孝忠勇毅朗晴虹霞霖露雪冰晶玉珠琳琅瑶琪瑾瑜璟璨玥"
)
TRADES = (
    "科技",
    "食品",
    "乳业",
    "机械",
    "酒店",
    "物流",
    "纺织",
    "石材",
    "激光",
    "环保",
    "配件",
    "电子",
    "化工",
    "包装",
)
ENDINGS = ("", "有限公司", "集团", "股份有限公司")
HEADS = (  # noqa: SIM905
    "sea blue green silver north stone meadow river lan pine oak maple harbour bright clear iron amber crest fal hazel "
    "ash birch cedar elm fern glen heath ivy juniper kings lake moor night orchard pebble quarry red sand thorn upper "
    "vale west yew zephyr alder brook coral dawn ember frost gold hawk indigo jade kestrel lark mist nettle opal plum"
).split()
TAILS = (  # noqa: SIM905
    "crest mill stone wood field brook ford gate port line view side bridge dale ton well land works haven peak bury "
    "combe croft den end fell garth ham holt hurst ing kirk law mere ness over pool ridge stead thorpe wick worth"
).split()
KINDS = "Foods Hotel Logistics Trading Dairy Systems Textiles Lasers Machinery Industries Packaging Clinic".split()  # noqa: SIM905


def names(count: int) -> list[str]:
    """So many different names, seven Chinese ones to three English ones."""
    chinese, english = _chinese(), _english()
    return [next(english if at % 10 > 6 else chinese) for at in range(count)]


def _chinese() -> Iterator[str]:
    for one, two, trade, city, ending in _mixed(
        dict.fromkeys(LETTERS), dict.fromkeys(LETTERS), TRADES, CITIES, ENDINGS
    ):
        yield f"{city}{one}{two}{trade}{ending}"


def _english() -> Iterator[str]:
    for head, tail, kind, more, end in _mixed(HEADS, TAILS, KINDS, ("", *HEADS), ("", " Ltd", " Group", " Co")):
        yield f"{(more + ' ').title() if more else ''}{head.title()}{tail} {kind}{end}"


def _mixed(*parts: Iterable[str]) -> Iterator[list[str]]:
    """Every combination once, in an order in which neighbours have little in common."""
    choices = [list(part) for part in parts]
    total = prod(map(len, choices))
    step = next(number for number in range(int(total * 0.618), total) if gcd(number, total) == 1)
    for place in range(total):
        rest, said = place * step % total, []
        for part in choices:
            rest, at = divmod(rest, len(part))
            said.append(part[at])
        yield said


def chosen(known: list[str], count: int, turn: int = 0) -> list[str]:
    """Some of these names, the same each time but others at every turn."""
    return Random(2 * turn).choices(known, k=count)


def sought(known: list[str], count: int, turn: int = 0) -> list[str]:
    """What people type for those: as they are, in small letters, their beginning, or with a letter missing."""
    chance = Random(2 * turn + 1)
    return [_typed(name, chance.randrange(4), chance) for name in chosen(known, count, turn)]


def _typed(name: str, way: int, chance: Random) -> str:
    if way == 1:
        return name.lower() if name.isascii() else name.removesuffix("有限公司")
    if way == 2:
        return name.split()[0] if name.isascii() else name[:4]
    if way == 3:
        at = chance.randrange(1, len(name) - 1)
        return name[:at] + name[at + 1 :]
    return name
