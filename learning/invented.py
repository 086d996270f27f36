"""Names that nobody bears: firms and people for told examples, to learn where names stand, not which."""

from random import Random

from parsing import people, strangers, wares

BRAND = (
    "华星恒瑞盛泰鑫源宏达兴隆金德福安顺天成海信汇丰众诚利康嘉美佳永发亿百联创新中科远洋蓝云锦东方正大万通博雅锐捷优品卓越益民长江"
    "黄河南北山松柏竹林玉龙凤飞鹏程凯旋润泽宝荣昌旺森悦和合立义仁智勇强力威胜畅腾跃晨光明辉煌旭日月亮晶莹清泉溪谷峰岭岳川水木火土"
    "石铁银铜良友亲味香稻麦果园花圃青绿红紫白乌黛墨朗逸尚时代纪元初心同舟共济启迪思是求知行乐活一三四五六七八九十千亿禾欣"
)
CITIES = tuple("上海 北京 深圳 广州 东莞 苏州 杭州 宁波 佛山 成都 武汉 无锡 温州 义乌 厦门 青岛 台州 嘉兴".split())  # noqa: SIM905
ENDS = tuple(strangers.COMPANY.split("|"))
WARES = tuple(sorted(name for name in wares.words_of("zh") if len(name) == 2 and name[0] > "\u3400"))
PUBLIC = ("院", "医院", "中", "小", "建")
"""市三院, 市一中."""
ONE_LETTER = tuple("居轩阁坊斋堂楼行院园馆记社苑庄厂店号")
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰建国志文海燕晓梅春花雪梦琪子涵浩宇轩思远嘉怡若曦俊峰立新德才广福学友家豪美"
    "玲秋月冬生"
)
SURNAMES = people.SURNAMES[:120]
COMPOUND = ("欧阳", "司徒", "上官", "诸葛")
TITLES = (
    *("总",) * 4, *("经理", "老板") * 2,
    "工", "姐", "哥", "主任", "厂长", "店长", "老师", "先生", "女士", "小姐", "主管", "师傅", "老板娘", "总监",
)  # fmt: skip
FIRMS = tuple(
    """
    Bluemill Harrow Northgate Silverline Oakridge Redwood Brightwater Kestrel Fenwick Larkspur Stonebridge Meridian
    Ashford Calder Pinnacle Vertex Quantum Solara Nimbus Ironclad Cobalt Zephyr Tidewater Westbrook Maplewood Highland
    Lakeside Summit Evergreen Crestview Fairmont Gladstone Holloway Kingsway Langford Marlowe Norwood Orchard Pembroke
    Quorum Rosewood Sterling Thornton Upland Vanguard Wexford Yorkdale Zenith Apex Beacon Cascade Delphi Everest Falcon
    Granite Horizon Indigo Juniper Keystone Lumen Magnolia Nexus Onyx Pacifica Quill Rivera Sapphire Topaz Unity Verdant
    Willow Xenon Aurora Birch Cedar Dunmore Elmwood Foxglove Goldfinch Hartley Ivory Jasper Kepler Lyric Mosaic Nova
    Opal Primrose Raven Sierra Trident Ursa Velvet Windsor Banerjee Kapoor Sharma Patel Mehta Okafor Mwangi Santoso
    Nguyen Tanaka Mueller Schmidt Weber Rossi Bianchi Dupont Leclerc Silva Gomez Kowalski Novak Andersson Jansen Haddad
    Farouk Chowdhury Lim Wong Cheung Kwok Alpine Blue Yonder Lucerne Brightside Greenfield Fourth
    """.split()  # noqa: SIM905
)
KINDS = tuple(
    """
    Foods Trading Logistics Textiles Motors Tools Plastics Chemicals Pharma Hardware Stores Clinic Dental Hotel Hotels
    Cafe Kitchens Builders Robotics Systems Solutions Technologies Labs Machinery Metals Packaging Printers Holdings
    Group Partners Services Supplies Furniture Interiors Studio Academy Brewery Farms Dairy Ltd LLC Inc Corp Co GmbH Pte
    School College Hospital Bank Marine Garage Gym Bistro Industries Engineering Electronics Energy Media Bakery
    """.split()  # noqa: SIM905
)
SECOND = tuple(
    """
    Roofing Vets Joinery Moulding Fence Lighting Plumbing Machining Carpets Flooring Windows Glass Timber Stone Tiles
    Paints Optical Travel Legal Accounting Insurance Nursery Catering Wholesale Seafood Meats Produce Coffee Tea Wines
    Brewing Cycles Boats Aviation Rail Transport Haulage Couriers Movers Storage Cleaning Laundry Security Alarms Signs
    Photo Video Games Toys Sports Outdoor Camping Garden Landscapes Pools Heating Cooling Solar Wind Power Water Waste
    Recycling Dynamics Works Brothers Bros Sons Piper Star Ridge Valley Point Bridge Hill Park View Field Wood Brook
    House Place Court Square Circle Loop Box Hub Lab Forge Mill Press Pages Books Paper Ink Tape Wire Cable Chain Gear
    Spice Sugar Salt Rice Noodles Agro Enterprise Ventures Capital Traders Impex Overseas Infotech Biotech Diagnostics
    Imaging Wellness Physio
    """.split()  # noqa: SIM905
)
FIRST = tuple(
    """
    James Mary John Linda Robert Sarah Michael Karen David Emma Tom Priya Raj Anita Omar Fatima Wei Ling Hans Greta Luis
    Carmen Paulo Ana Ivan Olga Kenji Yuki Ahmed Aisha Chen Siti Ben Kate Sue Pete Dave Nick Lucy Grace Ella Noah Liam
    Mia Zoe Ian Colin Fiona Moira Declan Niamh Carlos Diego Elena Marta Jorge Stefan Klaus Ingrid Lars Sven Bjorn Tariq
    Zara Imran Nadia Vikram Sunita Arjun Deepa Ravi
    """.split()  # noqa: SIM905
)
LAST = tuple(
    """
    Smith Jones Brown Taylor Wilson Evans Thomas Roberts Walker Wright Hughes Green Hall Wood Clarke Khan Singh Gupta
    Reddy Iyer Das Costa Santos Lopez Garcia Perez Romero Becker Hoffmann Koch Fischer Nilsen Larsen Berg Virtanen
    Ivanov Petrov Sato Suzuki Ito Kim Park Choi Lee Ong Teo Goh Koh Yeo Chan Lau Leung Cheng Fernandes Pinto Mbeki
    Dlamini Adeyemi Obi
    """.split()  # noqa: SIM905
)
SOUNDS = tuple(
    """
    ba be bo bra cal cor da del dor el en far fen gal gor hal har in jor ka kel kin la len lor ma mer mon na nel nor o
    par pel quen ra rin ros sa sel sol ta tel tor u val ver vin wes yar zel zor
    """.split()  # noqa: SIM905
)
SOUND_ENDS = ("", "", "n", "s", "x", "ton", "co", "ia", "tech", "ly")
SOUTHERN = tuple("Tan Lim Ong Goh Koh Teo Seng Hock Kim Wah Lee Chin Hup Thye Guan Siang Poh Boon Eng Yew".split())  # noqa: SIM905
SOUTHERN_GIVEN = tuple("Ah Wei Mei Soon Huat Chye Leong Kiat Beng Lian Hoe Swee Kow Meng Choo Heng".split())  # noqa: SIM905
SMALL = 0.12
"""So many Latin names are written in small letters."""


def chinese_firm(dice: Random) -> str:
    """恒瑞, 恒瑞五金, 东莞恒瑞五金厂, 市三院."""
    brand = "".join(dice.sample(BRAND, 2 if dice.random() < 0.85 else 3))
    end, kind = dice.choice(ENDS), dice.random()
    shapes = (
        (0.36, brand),
        (0.66, brand + end),
        (0.80, brand + dice.choice(WARES)),
        (0.84, brand + dice.choice(ONE_LETTER)),
        (0.90, dice.choice(CITIES) + brand + end),
        (0.92, dice.choice(("市", "省", dice.choice(CITIES)[0])) + dice.choice("一二三四") + dice.choice(PUBLIC)),
        (0.94, brand + end + dice.choice(ENDS)),
        (0.97, brand + end + dice.choice("厂厂厂店行社部")),
        (1.0, brand + end + "有限公司"),
    )
    return next(name for below, name in shapes if kind < below)


def chinese_person(dice: Random) -> str:
    """陈经理, 小陈, 陈建国."""
    kind, surname = dice.random(), dice.choice(SURNAMES)
    if kind < 0.5:
        return surname + dice.choice(TITLES)
    if kind < 0.6:
        return dice.choice("小老") + surname
    given = "".join(dice.sample(GIVEN, 1 if dice.random() < 0.4 else 2))
    return (dice.choice(COMPOUND) if dice.random() < 0.05 else surname) + given


def latin_firm(dice: Random) -> str:
    """Fenwick, Fenwick Tools, Fenwick & Sons, Lim Soon Huat, FTC; at times in small letters."""
    name, kind, end = _word(dice), dice.random(), dice.choice(KINDS)
    initials = "".join(dice.choice("ABCDEFGHIKLMNPRSTVW") for _ in range(dice.choice((2, 3, 4))))
    southern = f"{dice.choice(SOUTHERN)} {dice.choice(SOUTHERN_GIVEN)}"
    shapes = (
        (0.42, name),
        (0.62, f"{name} {end}"),
        (0.80, f"{name} {dice.choice(SECOND)}"),
        (0.86, f"{name} & {dice.choice(('Sons', 'Co', _word(dice)))}"),
        (0.90, f"{name} {_word(dice)}"),
        (0.94, f"{name} {dice.choice(SECOND + FIRMS)} {end}"),
        (0.97, southern + dice.choice(("", f" {dice.choice(SOUTHERN_GIVEN)}", f" {end}", " Trading", " Hardware"))),
        (1.0, initials + dice.choice(("", f" {end}"))),
    )
    written = next(name for below, name in shapes if kind < below)
    return written.lower() if dice.random() < SMALL else written


def latin_person(dice: Random) -> str:
    """Priya, Priya Nair, Lim Ah Soon, Mr. Koch; at times in small letters."""
    kind = dice.random()
    first = dice.choice(FIRST) if dice.random() < 0.8 else _made(dice)
    last = dice.choice(LAST) if dice.random() < 0.6 else _word(dice)
    southern = f"{dice.choice(SOUTHERN)} {dice.choice(SOUTHERN_GIVEN)} {dice.choice(SOUTHERN_GIVEN)}"
    honoured = f"{dice.choice(('Mr', 'Mrs', 'Ms', 'Dr'))}{dice.choice(('', '.'))} {last}"
    abroad = (
        f"{dice.choice(('Herr', 'Frau'))} {last}" if dice.random() < 0.5 else f"{first} {dice.choice(('ji', 'bhai'))}"
    )
    shapes = ((0.5, first), (0.82, f"{first} {last}"), (0.88, southern), (0.92, abroad), (1.0, honoured))
    written = next(name for below, name in shapes if kind < below)
    return written.lower() if dice.random() < SMALL else written


def _word(dice: Random) -> str:
    return _made(dice) if dice.random() < 0.5 else dice.choice(FIRMS)


def _made(dice: Random) -> str:
    """A capitalised word of no language."""
    sounds = (dice.choice(SOUNDS) for _ in range(dice.choice((2, 2, 3))))
    return "".join(sounds).capitalize() + dice.choice(SOUND_ENDS)
