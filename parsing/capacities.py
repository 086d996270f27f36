"""Answers at set-up: how many customers a person has and reaches a day, and on which days of the week they work."""

import re

from parsing import script
from parsing.patterns import each, pattern

WEEKDAYS = {
    **{sign: n for n, sign in enumerate("一二三四五六日", 1)}, "天": 7,
    **{name: n for n, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1)},
}  # fmt: skip
DAY = pattern(r"(?:周|星期|礼拜)?([一二三四五六日天])|\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*")
RANGE = pattern(r"^\s?(?:到|至|-|~|to|through|until)\s?$")
MOST_CUSTOMERS, MOST_A_DAY = 5000, 100


def capacity_of(text: str) -> tuple[int, int] | None:
    """(customers per person, customers a day): 80 家，一天 5 家; 80, 5 a day. Null for anything else."""
    numbers = [int(number) for number in re.findall(r"\d{1,6}", script.fold(text).replace(",", " "))]
    if len(numbers) != 2:
        return None
    customers, a_day = max(numbers), min(numbers)
    return (customers, a_day) if 0 < customers <= MOST_CUSTOMERS and 0 < a_day <= MOST_A_DAY else None


def weekdays_of(text: str) -> tuple[int, ...] | None:
    """Working days, Monday 1: 周一到周六; Mon-Sat; Sun, Mon, Tue. Null where something else is said."""
    plain = script.fold(text).strip().lower()
    found = [(match, WEEKDAYS[match[1] or match[2]]) for match in each(DAY, plain)]
    if not found or DAY.sub("", plain).strip(" 到至~-、,，和toandhrugil"):
        return None
    if len(found) == 2 and RANGE.match(plain[found[0][0].end() : found[1][0].start()]):
        first, last = found[0][1], found[1][1]
        return tuple(sorted((first - 1 + n) % 7 + 1 for n in range((last - first) % 7 + 1)))
    return tuple(sorted({number for _, number in found}))
