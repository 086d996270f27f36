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


def alone(plain: str, number: Number, own: str) -> tuple[int, Decimal, str | None] | None:
    """A sum in small coins: where it ends, what it is in the currency, and which one that is."""
    if pence := PENCE.match(plain, number.start):
        return pence.end(), number.value / 100, "GBP"
    if cents := CENTS.match(plain, number.end):
        return cents.end(), number.value / 100, own if own == "EUR" else currencies.code("$", own)
    return None


def beside(plain: str, end: int, named: str | None) -> tuple[int, Decimal]:
    """What small coins right after a sum that ends here add to it, and where they end."""
    if named == "CNY":
        small = TENTHS.match(plain, end)
        return (small.end(), numbers.chinese_digit(small[0]) / Decimal(10)) if small else (end, Decimal(0))
    small = HUNDREDTHS.match(plain, end)
    words = small and (small["cents"] or small["bare"] or small["joined"])
    if not small or not words:
        return end, Decimal(0)
    return small.end(), (Decimal(words) if words.isdigit() else numbers.english(words) or Decimal(0)) / 100
