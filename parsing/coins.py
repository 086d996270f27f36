"""Small coins: 35p, 50 cents, 13 dollars and 45 cents, 5€50, 十一块五."""

from decimal import Decimal

from parsing import currencies, numbers
from parsing.numbers import Number
from parsing.patterns import pattern

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_SPELT = rf"(?:{_TENS})(?:[ -](?:{_UNITS}))?|{_UNITS}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_ENDS = r"(?=\s?(?:$|[,.;!?\n]|each\b|per\b|an?\b|apiece\b))"

PENCE = pattern(r"""
    \d{1,2}(?:\.5)?(?: ?pence\b|p(?=\s(?:an?|each|per|off|more|less|cheaper|dearer|extra)\b|/|[,.]\s
    |[,.]?$))(?<!\b[0-4]p)
""")
"""35p a bag; but 3p has three poles."""
CENTS = pattern(r"\s?(?:cents?\b|¢)")
TENTHS = pattern(
    r"(?<=块)[一二三四五六七八九\d](?:(?![\d一二三四五六七八九十百千万个台件箱%点.])|(?=一[个台件箱斤支根只]))"
)
"""十一块五 is 11.5."""
HUNDREDTHS = pattern(rf"""
    (?:,? and |,? )(?P<cents>\d{{1,2}}|{_SPELT}) ?(?:cents?\b|¢|pence\b|p\b)
    |(?:(?<=dollars)|(?<=euros)|(?<=pounds)) (?P<bare>\d\d|{_SPELT}){_ENDS}
    |(?<=€)(?P<joined>\d\d)(?!\d)
""")


JIAO = pattern(r"""
    (?<=[块元圆])(?P<tenths>[一二两三四五六七八九\d])[角毛](?:(?P<hundredths>[一二两三四五六七八九\d])(?:分钱?|(?![\d一二三四五六七八九十百千万个台件箱%点.])
    |(?=一[个台件箱斤支根只])))?钱?
""")
"""五块三毛五 and 一百元六角七分."""
MAO = pattern(r"""
    毛(?:钱|(?P<hundredths>[一二两三四五六七八九\d]))?(?=钱?(?:\s?[一每/][个只支张片条根斤米瓶袋件套]|[,，。;；]|\s?$))钱?
""")
"""Tenths of a yuan that stand alone: 三毛五一个, 每个两毛钱."""


def alone(plain: str, number: Number, own: str) -> tuple[int, Decimal, str | None] | None:
    """A sum in small coins: where it ends, what it is in the currency, and which one that is."""
    if pence := PENCE.match(plain, number.start):
        return pence.end(), number.value / 100, "GBP"
    if mao := MAO.match(plain, number.end):
        hundredths = numbers.chinese_digit(mao["hundredths"]) if mao["hundredths"] else 0
        return mao.end(), (number.value * 10 + hundredths) / 100, currencies.code("元", own)
    if cents := CENTS.match(plain, number.end):
        return cents.end(), number.value / 100, own if own == "EUR" else currencies.code("$", own)
    return None


def beside(plain: str, end: int, named: str | None) -> tuple[int, Decimal]:
    """What small coins right after a sum that ends here add to it, and where they end."""
    if jiao := JIAO.match(plain, end):
        tenths, hundredths = (numbers.chinese_digit(jiao[n]) if jiao[n] else Decimal(0) for n in (1, 2))
        return jiao.end(), tenths / 10 + hundredths / 100
    if named == "CNY":
        small = TENTHS.match(plain, end)
        return (small.end(), numbers.chinese_digit(small[0]) / Decimal(10)) if small else (end, Decimal(0))
    small = HUNDREDTHS.match(plain, end)
    words = small and (small["cents"] or small["bare"] or small["joined"])
    if not small or not words:
        return end, Decimal(0)
    return small.end(), (Decimal(words) if words.isdigit() else numbers.english(words) or Decimal(0)) / 100
