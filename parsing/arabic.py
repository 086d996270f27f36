"""Numbers in digits, however they are grouped: 1,200.50, 1.200,50, 1'200, 12 500, 2,87,500."""

import re
from decimal import Decimal

from parsing.patterns import pattern

_COMMA = (
    "DE AT FR IT ES PT NL BE DK NO SE FI PL CZ SK RO GR TR BR AR CO CL VN ID RU UA LU HU EE LV LT BG HR SI RS BA ME MK"
    " BY KZ GE AM AZ IS UY PY BO EC VE CR MA DZ TN AO MZ"
)
_SPACE = "FR PT NO SE FI PL CZ SK RU UA HU EE LV LT BG BY KZ ZA"
COMMA_REGIONS = frozenset(_COMMA.split())
"""Where a comma opens the decimals and a point, a space or nothing groups the thousands."""
SPACE_REGIONS = frozenset(_SPACE.split())
"""Where a space groups the thousands, so that 120 000 is one number."""

_NAMED = (
    r"(?:€|eur\b|chf\b|kr\b|zł|pln\b|czk\b|kč|huf\b|lei\b|ron\b|руб|р\.|₽|грн|₴|sek\b|nok\b|dkk\b|rub\b|uah\b|isk\b"
    r"|₫)"
)
_AFTER_A_SIGN = (
    r"(?:(?<=[€₽₴])|(?<=[€₽₴] )|(?<=(?:eur|chf|nok|sek|dkk|pln|czk|huf|ron) )|(?<=kr )|(?<=грн )|(?<=грн\. ))"
)
_COUNTS = r"(?!\s?(?:units?|pcs|pieces|sets|boxes|rolls|bags|kg)\b)"
_GROUPED = (
    r"\d{1,3}(?:，\d{3}){1,4}(?:\.\d{1,4})?(?=\s?(?:元|块|美[元金]|港[币元]|欧元|日元))|"
    r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?(?!\d)|\d{1,2}(?:,\d\d){1,3},\d{3}(?:\.\d\d)?(?![\d,])"
    r"|\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})?(?!\d|\.\d)|\d{1,3}(?:['’]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)"
)
_SPACES = r"\d{1,3}(?: \d{3}){1,4}(?:[.,]\d\d)?(?!\d)"
_PLAIN = r"\d{1,15}(?:\.\d{1,4}(?!\d|\.\d)|,\d{1,2}(?![\d,]))?"

DIGITS = (
    rf"(?:{_GROUPED}|{_SPACES}(?=[.,:]?-{{0,2}}\s?(?:{_NAMED}|usd\b|gbp\b))|{_AFTER_A_SIGN}{_SPACES}{_COUNTS}|{_PLAIN})"
)
"""A number; groups of three that spaces set apart only beside a European currency."""
SPACED = rf"(?:{_GROUPED}|{_SPACES}{_COUNTS}|{_PLAIN})"
"""A number where spaces group."""

EURO = pattern(rf"\s?(?:{_NAMED}|euros?\b)")
BEFORE = pattern(r"(?:€|\beur|\brp\.?|₫)\s?$")


def is_european(plain: str, start: int, end: int) -> bool:
    """Whether a currency beside the number at this place is one whose thousands points group."""
    return EURO.match(plain, end) is not None or BEFORE.search(plain, max(0, start - 5), start) is not None


def value(words: str, region: str = "CN", european: bool = False) -> Decimal:
    """1,200.50 · 2,87,500 · 1.200,50 · 12.500 (a thousand where points group) · 1'200 · 12 500 as one value."""
    words = words.replace("'", "").replace("’", "").replace(" ", "").replace("，", ",")
    if "," in words and "." in words:
        grouping = "," if words.rindex(".") > words.rindex(",") else "."
    elif "," in words:
        grouping = "," if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}", words) else "."
    else:
        grouping = "." if _grouped_by_points(words, european or region in COMMA_REGIONS) else ","
    return Decimal(words.replace(grouping, "").replace(",", "."))


def _grouped_by_points(words: str, european: bool) -> bool:
    return words.count(".") > 1 or (european and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", words) is not None)
