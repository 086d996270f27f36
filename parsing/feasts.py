"""Which day an English feast is in a year: Christmas, Thanksgiving, Labor Day by country, Chinese New Year, Diwali."""

from collections.abc import Callable
from datetime import date, timedelta

from parsing import lunar, seasons

FIXED = {
    "new year": (1, 1), "australia": (1, 26), "valentines": (2, 14), "womens": (3, 8),
    "st patricks": (3, 17), "april fools": (4, 1), "earth": (4, 22), "anzac": (4, 25), "may": (5, 1),
    "childrens": (6, 1),
    "juneteenth": (6, 19), "canada": (7, 1), "bastille": (7, 14), "halloween": (10, 31), "all saints": (11, 1),
    "singles": (11, 11), "veterans": (11, 11), "remembrance": (11, 11), "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing": (12, 26), "new years eve": (12, 31), "golden week": (10, 1), "merdeka": (8, 31),
}  # fmt: skip
"""Month and day of the feasts that have one, by their names in short."""
OWN = {
    "labour": {"": (5, 1)},
    "national": {"": (10, 1), "SG": (8, 9), "TW": (10, 10), "MY": (8, 31), "AE": (12, 2), "CH": (8, 1), "AT": (10, 26)},
    "independence": {"US": (7, 4), "IN": (8, 15), "ID": (8, 17), "PH": (6, 12), "MX": (9, 16), "BR": (9, 7)},
}  # fmt: skip
"""Feasts that each country keeps on its own day; the empty country is any other."""
LUNAR = {
    "chinese new year": (1, 1), "lantern festival": (1, 15), "dragon boat": (5, 5), "mid autumn": (8, 15),
    "double ninth": (9, 9),
}  # fmt: skip
DIWALI = {2024: (10, 31), 2025: (10, 20), 2026: (11, 8), 2027: (10, 29), 2028: (10, 17), 2029: (11, 5), 2030: (10, 26)}
EID = {2024: (4, 10), 2025: (3, 31), 2026: (3, 20), 2027: (3, 10), 2028: (2, 27), 2029: (2, 15), 2030: (2, 5)}
"""Both as the almanacs foretell them; the moon may put them a day off."""
LENGTHS = {"chinese new year": 8, "golden week": 7}
AT_HOME = {"national": 7, "labour": 5}
"""Days off in mainland China."""
WEEKDAYS = {
    "mlk": (1, 0, 3), "presidents": (2, 0, 3), "mothers": (5, 6, 2), "memorial": (5, 0, -1), "fathers": (6, 6, 3),
    "labor": (9, 0, 1), "columbus": (10, 0, 2), "thanksgiving": (11, 3, 4),
}  # fmt: skip
"""Month, weekday (Monday is 0) and its place in the month."""


def easter(year: int) -> date:
    """Easter Sunday (Gregorian, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _placed(year: int, month: int, weekday: int, place: int) -> date:
    if place < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))


MOVING: dict[str, Callable[[int], date]] = {
    "easter": easter,
    "good friday": lambda year: easter(year) - timedelta(days=2),
    "easter monday": lambda year: easter(year) + timedelta(days=1),
    "ascension": lambda year: easter(year) + timedelta(days=39),
    "whit monday": lambda year: easter(year) + timedelta(days=50),
    "black friday": lambda year: _placed(year, *WEEKDAYS["thanksgiving"]) + timedelta(days=1),
    "cyber monday": lambda year: _placed(year, *WEEKDAYS["thanksgiving"]) + timedelta(days=4),
    "qingming": lambda year: seasons.term("清明", year),
}


def on(name: str, year: int, region: str = "") -> date | None:
    """That feast's day in that year where it is kept in that country; null beyond the tables."""
    if name == "labor" and region not in ("US", "CA"):
        name = "labour"
    if name in OWN:
        day = OWN[name].get(region[:2]) or OWN[name].get("")
        return date(year, *day) if day else None
    if name in WEEKDAYS:
        return _placed(year, *WEEKDAYS[name])
    if name in MOVING:
        return MOVING[name](year)
    if name in LUNAR:
        return lunar.solar(year, *LUNAR[name])
    day = FIXED.get(name) or {"diwali": DIWALI, "eid": EID}.get(name, {}).get(year)
    return date(year, *day) if day else None


def length(name: str, region: str) -> int:
    """Days off that begin on it."""
    return LENGTHS.get(name) or (AT_HOME.get(name, 1) if region == "CN" else 1)
