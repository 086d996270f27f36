"""Feasts in an English sentence: by Christmas, two weeks before Easter, Thanksgiving 2027, after Chinese New Year."""

import re
from datetime import date, timedelta

from parsing import feasts
from parsing.days import Day, Found, Reader, Setting
from parsing.offsets import COUNT, pieces_of, stepped
from parsing.patterns import pattern

SAME = {
    "new year": "new year's day|new years day|new year|yuandan", "new years eve": "new year'?s? eve",
    "mlk": "martin luther king(?: jr\\.?)? day|mlk day",
    "st patricks": "(?:saint|st\\.?) patrick'?s?'? day|paddy'?s day",
    "valentines": "valentine'?s?'?(?: day)?", "womens": "(?:international )?women'?s?'? day",
    "april fools": "april fool'?s?'?(?: day)?", "childrens": "children'?s?'? day", "mothers": "mother'?s?'? day",
    "fathers": "father'?s?'? day", "presidents": "president'?s?'? day", "veterans": "veteran'?s?'? day",
    "remembrance": "remembrance day|armistice day", "all saints": "all saints'?(?: day)?",
    "columbus": "columbus day|indigenous peoples'? day", "singles": "singles?'?s? day", "thanksgiving":
    "thanks ?giving(?: day)?", "christmas eve": "(?:christmas|xmas) eve", "christmas": "(?:christmas|xmas)(?: day)?",
    "easter": "easter(?: sunday)?", "whit monday": "whit monday|pentecost monday", "may": "may day",
    "earth": "earth day", "labour": "labour day|international workers'? day", "labor": "labor day",
    "memorial": "memorial day", "boxing": "boxing day", "anzac": "anzac day", "australia": "australia day",
    "canada": "canada day", "bastille": "bastille day", "national": "national day", "merdeka": "merdeka(?: day)?",
    "independence": "independence day", "ascension": "ascension day",
    "chinese new year": "chinese new year|lunar new year|spring festival|cny",
    "dragon boat": "dragon boat(?: festival)?|duanwu", "mid autumn": "mid[- ]autumn(?: festival)?|moon festival",
    "double ninth": "double ninth(?: festival)?|chung yeung", "qingming": "qing ?ming(?: festival)?|tomb sweeping day",
    "diwali": "diwali|deepavali", "eid": "eid(?:[ -]al[ -]fitr)?|hari raya(?: puasa)?",
} | {name: name for name in ("halloween", "golden week", "juneteenth", "good friday", "easter monday", "black friday",
                             "cyber monday", "lantern festival")}  # fmt: skip
"""How each feast is written, by its name in short."""
NEEDS_A_WORD = ("new year", "christmas", "easter", "halloween", "chinese new year", "diwali", "eid", "golden week",
                "dragon boat", "mid autumn", "valentines", "merdeka", "april fools", "all saints")  # fmt: skip
"""Names that date something only after by, before, on and the like, unless they say day, eve or year."""
_SURE = "christmas day|new year'?s day|easter sunday|valentine'?s day|dragon boat festival|mid[- ]autumn festival"
_ORDER = sorted(SAME, key=len, reverse=True)
_NAMED = {name: pattern(SAME[name]) for name in _ORDER}
_ANY = "|".join(SAME[name] for name in _ORDER)
_SURELY = "|".join([*(SAME[name] for name in _ORDER if name not in NEEDS_A_WORD), _SURE])
YEARS = {"next year": 1, "this year": 0, "last year": -1}


def feast(found: Found, setting: Setting) -> Day | None:
    """The next such day, or the last when past; after a feast is the first working day when it is over."""
    name, region = _short(found["name"]), setting.region
    days = _days(name, found["year"].lower(), setting)
    if found["before"].lower().startswith(("after", "post")):
        days = [_back_at_work(day, feasts.length(name, region)) for day in days]
    elif found["count"]:
        sign = -1 if found["side"].lower() == "before" else 1
        pieces = [(sign * count, unit) for count, unit in pieces_of(found["count"], found["half"])]
        days = [stepped(day, pieces) for day in days]
    return _nearest(found, days, setting.today)


def _short(words: str) -> str:
    return next(name for name in _ORDER if _NAMED[name].fullmatch(words))


def _days(name: str, year: str, setting: Setting) -> list[date]:
    """That feast from last year to the year after next, or in the year that is named."""
    this = setting.today.year
    years = [this + YEARS[year] if year in YEARS else int(year)] if year else range(this - 1, this + 3)
    return [day for one in years if (day := feasts.on(name, one, setting.region))]


def _nearest(found: Found, days: list[date], today: date) -> Day | None:
    ahead = next((day for day in days if day >= today), None)
    behind = next((day for day in reversed(days) if day <= today), None)
    return found.day(behind, ahead) if ahead or behind else None


def _back_at_work(day: date, days_off: int) -> date:
    """The first weekday after so many days off that begin on this day."""
    over = day + timedelta(days=days_off)
    return over + timedelta(days=max(0, 7 - over.weekday()) if over.weekday() > 4 else 0)


_YEAR = r"(?:,? (?:of |in )?(?P<year>20\d\d|next year|this year|last year)\b)?"
_LEAD = (
    "(?P<before>after |before |by |till |until |around |at |on |this |next |last |come |since |post[- ]"
    "|in (?=the new year))"
)

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(rf"\b(?:the )?{COUNT} (?P<side>before|after|from) (?:the )?(?P<name>{_ANY})\b{_YEAR}(?P<before>)"),
        feast,
    ),
    (
        pattern(rf"""
            \bthe (?P<count>day)(?P<half>) (?P<side>before|after) (?:the )?(?P<name>{_ANY})\b{_YEAR}(?P<before>)
        """),
        feast,
    ),
    (pattern(rf"\b{_LEAD}(?:the )?(?P<name>{_ANY})\b(?: holidays?| break| weekend)?{_YEAR}"), feast),
    (
        pattern(rf"""
            \b(?<!happy )(?<!merry )(?P<before>)(?P<name>{_SURELY})\b(?! (?:sales?|promo|deals?|orders?|stock|campaign
            |offers?|gifts?|hampers?|part(?:y|ies)|dinner|rush|specials?|edition|decor)){_YEAR}
        """),
        feast,
    ),
)
