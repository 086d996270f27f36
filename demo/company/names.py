"""Invented company names in two scripts: a brand of two images, and a trade."""

from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import NamedTuple

from demo.company.catalogue import INDUSTRIES

FIRST = """
    松Pine 栎Oak 枫Maple 柏Cedar 桐Tung 榆Elm 梓Linden 禾Grain 麦Wheat 兰Orchid 荷Lotus 桂Laurel 菱Reed 葵Fern
    鹭Heron 雁Swan 鹤Crane 鹿Deer 鲸Whale 隼Falcon 澄Clear 晨Dawn 暮Dusk 夏Summer 霁Fair 露Dew 雾Mist 潮Tide
    溪Brook 涧Rill 泊Lake 澜Wave 岚Haze 岩Rock 砺Flint 珀Amber 琥Topaz 瑾Jade 靛Indigo 黛Slate 苍Grey 翠Green
    绯Scarlet 橙Orange 素Linen 朗Bright 拾Glean 南South 远Far
    """.split()  # noqa: SIM905
"""The first image of a brand and its English half."""

SECOND = """
    岭ridge 湾bay 渡ford 岸shore 原field 屿isle 庭court 野moor 丘hill 谷dale 桥bridge 汀holm 里lane 坞wharf
    巷gate 塘pond 坊yard 陌trail 浦quay 垣garth 阁loft 田acre 径way
    """.split()  # noqa: SIM905
"""The second image of a brand and its English half."""

TAKEN = frozenset(
    """
    南山 南岭 南湾 南岸 南原 南渡 南桥 南洲 南丘 南浦 南巷 南塘 南野 南田 南谷 松原 松江 枫桥 桐庐 荷塘 荷田
    麦田 桂田 兰田 鹿原 鹤岗 鹤庭 苍南 苍山 锦里 锦江 翠湖 翠庭 夏洲 半岛 半山 半坡 远洋 远望 知乎 朗诗 鹿田
    雁荡 夏原 橙洲 橘洲 归田 岩田 岩岸 岩谷 溪谷 溪桥 溪岸 溪口 潮州 潮岸 沧州 沧田 泊岸 泊湾 泊里 榆林 梓潼
    禾田 夏桥 半里 半径 半田 远野 远渡 远舟 南屿 澄湖 半舟 半桥 归舟 归桥 菱湖 菱塘 葵田 远径 远田
    """.split()  # noqa: SIM905
)
"""Places, words and companies that exist: nobody here is called so."""

TAKEN_IN_ENGLISH = frozenset(
    """
    Farfield Homeyard Homefield Homeway Homebridge Halfway Halfbay Brightcourt Southbridge Southbay Southshore
    Southfield Oakbridge Oakfield Maplewood Summerfield Summerhill Summerbay Fairfield Fairway Fairbridge
    Fairhill Lakeshore Lakefield Rockford Rockfield Rockshore Rockbridge Greenfield Greenhill Greenbridge
    Greenyard Greenisle Greenacre Greenway Orangefield Deepfield Deepbay Brookfield Brookway Stoneridge
    Cedarfield Elmfield Elmhill Wheatfield Waveway Falconridge Plainfield Plainway Greyhill Pineyard Oakridge
    Pineridge Silkway Swanfield Rockridge Rockhill Pinehill Oakhill Greenridge Greenbay Southhill Southway
    Southlane Lakeway Lakehill Lakeisle Lakebay Laneway Deerfield Southford Southgate Fargate Fairgate Lakegate
    Brightbay Brookgate Greengate Summergate Rockgate
    """.split()  # noqa: SIM905
)
"""The same for the English half."""

FORMAL = 0.07
"""Share of Chinese names written with city and legal form, as on a business card."""


class Named(NamedTuple):
    """A company's name in Chinese and in English, and its industry."""

    zh: str
    en: str
    industry: str


def names(chance: Random) -> Iterator[Named]:
    """Names of companies that don't exist, no brand twice before every brand was used once."""
    brands = [brand for first in FIRST for second in SECOND if (brand := _brand(first, second))]
    while True:
        chance.shuffle(brands)
        for zh, en in brands:
            industry = chance.choice(list(INDUSTRIES))
            trade_zh, trade_en = chance.choice(INDUSTRIES[industry].trades)
            yield Named(zh + trade_zh, f"{en} {trade_en}", industry)


def distinct(chance: Random, count: int) -> list[Named]:
    """So many names, none twice."""
    seen: set[str] = set()
    fresh = (name for name in names(chance) if name.zh not in seen and not seen.add(name.zh))  # type: ignore[func-returns-value]
    return list(islice(fresh, count))


def _brand(first: str, second: str) -> tuple[str, str] | None:
    """Two images as a brand in both scripts, unless somebody is called so."""
    zh, en = first[0] + second[0], first[1:] + second[1:]
    return None if zh in TAKEN or en in TAKEN_IN_ENGLISH or first[1:].lower() == second[1:] else (zh, en)


def formal(chance: Random, name: str, city: str) -> str:
    """Now and then the name as it is registered."""
    return f"{city}{name}有限公司" if chance.random() < FORMAL else name
