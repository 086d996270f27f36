"""An exchange rate in words: 汇率 USD 7.1 从 2026-11-01; rate USD 7.1 from 1 Nov; 1 USD = 7.1; rate USD none."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from . import currencies
from .corrections import moment
from .places import currency_of
from .script import fold

HEAD = r"(?:汇率|匯率|/rates|exchange rates?|rates?)"
SAID = re.compile(
    rf"^(?:{HEAD}\s*[:：]?\s*)?(?:1\s*)?(?P<of>[A-Za-z]{{3}}|[^\s\d=＝:：]{{1,6}})\s*"
    r"(?:=|＝|:|：|是|兑|is|to)?\s*"
    r"(?P<worth>\d{1,9}(?:\.\d{1,8})?|无|無|没有|删除|刪除|none|off|-)\s*(?P<unit>[A-Za-z]{3}|元)?\s*"
    r"(?:[,，]?\s*(?:从|從|自|起|from|since|as of)?\s*(?P<since>\S.*?)\s*(?:起|开始|開始)?)?$",
    re.IGNORECASE,
)
OPENS = re.compile(rf"^(?:{HEAD}\b|汇率|匯率)", re.IGNORECASE)
EQUALS = re.compile(r"^1\s*[A-Za-z]{3}\s*[=＝]\s*\d")
HALF_A_YEAR = 182


@dataclass(frozen=True)
class RateSaid:
    """What one unit of a currency is worth in the company's; None: it has no rate any more. `since`: from that day."""

    currency: str
    worth: float | None
    since: date | None


def speaks_of(text: str) -> bool:
    """Whether words are about exchange rates at all."""
    return bool(OPENS.match(text) or EQUALS.match(text))


def rate_of(text: str, own: str, heard: datetime, region: str) -> RateSaid | None:
    """The rate that is said; None where a part of it isn't clear."""
    found = SAID.match(text.strip())
    code = currency_of(found["of"], own) if found else None
    if found is None or code is None or code not in currencies.ISO:
        return None
    since = _day(found["since"], heard, region)
    if found["since"] and since is None:
        return None
    worth = float(found["worth"]) if found["worth"][0].isdigit() else None
    return RateSaid(code, worth, since) if worth is None or worth > 0 else None


def _day(words: str | None, heard: datetime, region: str) -> date | None:
    """The day from which it holds; without a year the nearest one."""
    said = moment(words, heard, region) if words else None
    if said is None:
        return None
    far = (said.on - heard.date()).days > HALF_A_YEAR and str(said.on.year) not in fold(words or "")
    return said.on.replace(year=said.on.year - 1, day=min(said.on.day, 28)) if far else said.on
