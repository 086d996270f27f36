"""People at customers: surnames and titles as salespeople write them, and numbers that nobody has."""

from random import Random

from demo.company.seeds import SeedContact

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
    "余潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆孔白崔康毛邱秦江史顾侯邵孟龙段钱汤尹黎易常武乔贺赖龚庞樊"
    "殷施陶洪翟安颜倪严牛温季俞章鲁葛单仇解"
)
TITLES = ("总", "经理", "主任", "姐", "工", "厂长", "店长", "老师", "老板", "采购", "行政")
WEIGHTS = (20, 26, 10, 10, 7, 5, 7, 3, 4, 4, 4)
GIVEN = """
    建国 志远 海燕 晓东 文博 雨桐 思源 嘉宁 子轩 俊峰 佳怡 美玲 丽华 国强 志强 永刚 淑芬 桂英 秀兰 春梅 立新
    卫东 雪梅 敏 静 勇 婷 鹏 琳 昊 斌 红梅 振华 家豪 慧敏 晓雯 启明 玉珍 天佑 若兰
    """.split()  # noqa: SIM905

LATIN_FIRST = """
    Alice Brian Carol Daniel Elaine Felix Gina Henry Irene Jason Karen Leon Monica Nigel Olivia Patrick Rosa
    Simon Teresa Victor Wendy Adrian Bella Colin Diana Eric Fiona Gordon Helen Ivan
    """.split()  # noqa: SIM905
LATIN_LAST = """
    Wong Low Tan Lim Chan Lee Koh Ng Goh Teo Fong Hartley Moss Keller Brandt Ferreira Novak Lindqvist Okafor
    Marsh Whitby Sauer Delgado Rossi Petersen Hughes Barlow Finch Carver Quill
    """.split()  # noqa: SIM905
POLITE = ("Mr", "Ms")

PREFIXES = ("138", "139", "136", "158", "186", "189", "199")


def contacts(chance: Random, number: int, language: str, given: tuple[str, ...] = ()) -> tuple[SeedContact, ...]:
    """One to three people at customer `number`; `given` are those whose names are settled."""
    wanted = given or tuple(_name(chance, language) for _ in range(chance.choice((1, 1, 1, 2, 2, 3))))
    distinct = tuple(dict.fromkeys(wanted))
    return tuple(SeedContact(name, phone(number, n)) for n, name in enumerate(distinct))


def phone(number: int, n: int) -> str:
    """A mobile number of the right form whose middle, 0000, is given to nobody: E.164, distinct for each contact."""
    serial = number * 3 + n
    return f"+86{PREFIXES[serial // 10000 % len(PREFIXES)]}0000{serial % 10000:04d}"


def _name(chance: Random, language: str) -> str:
    """A name as somebody would type it after meeting: 王总, 沈建国, Ms Low, Felix Koh."""
    if language == "en":
        last = chance.choice(LATIN_LAST)
        return f"{chance.choice(POLITE)} {last}" if chance.random() < 0.3 else f"{chance.choice(LATIN_FIRST)} {last}"
    surname = chance.choice(SURNAMES)
    if chance.random() < 0.65:
        return surname + chance.choices(TITLES, WEIGHTS)[0]
    return surname + chance.choice(GIVEN)
