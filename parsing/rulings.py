"""Rules changed in words: "A 70 改 75", "cut A 75", "A 周期 10 天", "成交权重 40", "weight sales 40"."""

from dataclasses import dataclass

from parsing import script
from parsing.patterns import pattern

WEIGHTS = {
    "成交": "value", "往来": "activity", "节奏": "rhythm", "忠诚": "loyalty", "满意度": "satisfaction",
    "成效": "engagement", "潜力": "potential", "需求": "need", "再购": "prospect",
    "sales": "value", "value": "value", "activity": "activity", "rhythm": "rhythm", "loyalty": "loyalty",
    "satisfaction": "satisfaction", "visits": "engagement", "potential": "potential", "need": "need",
}  # fmt: skip
"""What people call the components -> their names."""
POINTS = {"potential": "potential_high"}
"""Names of the rules' numbers where they aren't the component's name and `_points`."""

NUMBER = r"(\d{1,4}(?:\.\d)?)"
TO = r"\s?(?:改成|改到|改为|改|调到|到|→|->|=|:|to)?\s?"
CHANGED = r"\s?(?:改成|改到|改为|改|调到|→|->|to)\s?"
DAYS = r"(?:天|days?)"
WORDS = "|".join(WEIGHTS)
LETTER = r"([abc])(?: ?级)?"
CUT = (
    pattern(rf"(?:set |把|cut )?{LETTER} ?(?:的?(?:分数)?线)? ?(?:cut |from )?{NUMBER} ?分?{CHANGED}{NUMBER} ?分?"),
    pattern(rf"(?:cut {LETTER}|{LETTER}(?: cut| ?的?分数线| ?线)){TO}{NUMBER} ?(?:分|points)?"),
    pattern(rf"{LETTER}{CHANGED}{NUMBER} ?(?:分|points)"),
)
CADENCE = (
    pattern(rf"(?:cadence )?{LETTER} ?(?:的?(?:跟进)?周期|cadence)? ?{NUMBER} ?{DAYS}?{CHANGED}{NUMBER} ?{DAYS}"),
    pattern(rf"(?:cadence {LETTER}|{LETTER}(?: cadence| ?的?(?:跟进)?周期| every)){TO}{NUMBER} ?{DAYS}?"),
)
WEIGHT = (
    pattern(rf"({WORDS}) ?(?:权重|weight) ?{NUMBER} ?分?{CHANGED}{NUMBER} ?(?:分|points)?"),
    pattern(rf"(?:weight ({WORDS})|({WORDS}) ?(?:的?权重| weight)){TO}{NUMBER} ?(?:分|points)?"),
)
HALF_LIFE = pattern(rf"(?:半衰期|half[- ]life){TO}(?:{NUMBER} ?{DAYS}?{CHANGED})?{NUMBER} ?{DAYS}?")
BARE = {
    "cuts": pattern(rf"{LETTER}{TO}{NUMBER} ?(?:分|points)?"),
    "cadences": pattern(rf"{LETTER}{TO}{NUMBER} ?{DAYS}?"),
    "weights": pattern(rf"({WORDS}){TO}{NUMBER} ?(?:分|points)?"),
}
"""What is enough once a part of the rules was asked for."""


@dataclass(frozen=True)
class Ruling:
    """A number of the rules by its name, and what it is to be."""

    name: str
    value: float


def ruling(text: str, about: str | None = None) -> Ruling | None:
    """The change that a message asks for, if it asks for nothing else; `about` is the part that was asked for."""
    words = " ".join(script.fold(text).lower().strip(" 。.!！").split())
    if about in BARE and (found := BARE[about].fullmatch(words)):
        return _named(about, found[1], found[2])
    for part, patterns in (("cuts", CUT), ("cadences", CADENCE), ("weights", WEIGHT)):
        for form in patterns:
            if found := form.fullmatch(words):
                groups = [group for group in found.groups() if group]
                return _named(part, groups[0], groups[-1])
    half = HALF_LIFE.fullmatch(words)
    return Ruling("value_half_life", float(half[2])) if half else None


def _named(part: str, what: str, value: str) -> Ruling | None:
    if part == "cuts" and what == "c":
        return None
    if part == "weights":
        component = WEIGHTS[what]
        return Ruling(POINTS.get(component, f"{component}_points"), float(value))
    return Ruling(f"{'cut' if part == 'cuts' else 'cadence'}_{what}", float(value))
