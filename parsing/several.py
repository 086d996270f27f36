"""Several customers in one message: the three to five that matter most, with whatever is known of each."""

import re

from parsing import cities, masks, people, phones, script, strangers
from parsing.patterns import each, pattern
from parsing.said import NewCustomer

BETWEEN = pattern(
    r"""
    [，,、;；\n/]|\s+(?:and|&)\s+(?=[A-Z])|\s和\s|(?<=\h)和(?=\h{2,}$)
""",
    cased=True,
)
WITHIN = pattern(r"[\s:：()（）]+")
NUMBER = pattern(r"^\s*(?:\d{1,2}\s?[.、)）:：]|[-•*])\s*")
FILLER = pattern(r"""
    ^(?:我(?:最)?重要的?(?:客户)?(?:是|有)|最重要的(?:是|有)|主要(?:是|有)|客户(?:是|有)?
    |my (?:top |main |key )?(?:customers|clients)(?: are)?|they are|these are|top \d)[:：\s]*
""")
BRACKETS = str.maketrans("()（）", ",,,,")
MOST = 20
"""Nobody names more in one message."""


def several_customers(text: str, *, region: str = "CN") -> tuple[NewCustomer, ...]:
    """The customers a message lists: `海岳食品 王总 13800138000 宁波，澜石机械，松川酒店`.

    A part that is only a person, a phone or a city belongs to the customer before it; semicolons and new lines
    always begin the next one.
    """
    plain = FILLER.sub("", script.fold(text[:4096]))
    found: list[NewCustomer] = []
    for line in re.split(r"[;；\n]", plain):
        begun = len(found)
        for part in _parts(NUMBER.sub("", line), region):
            _add(found, part, begun)
    return tuple(found[:MOST])


def _parts(line: str, region: str) -> list[NewCustomer]:
    """The comma-separated parts of a line, each read for itself; a phone's own commas and spaces stay."""
    dialled = phones.find(line, region)
    masked = masks.mask(line, dialled).translate(BRACKETS)
    places = [0, *(end for match in each(BETWEEN, masked) for end in (match.start(), match.end())), len(line)]
    parts = [(start, end) for start, end in zip(places[::2], places[1::2], strict=True) if line[start:end].strip()]
    return [
        _part(line, masked, start, end, [phone for phone in dialled if start <= phone.start < end])
        for start, end in parts
    ]


def _part(line: str, masked: str, start: int, end: int, dialled: list[phones.Phone]) -> NewCustomer:
    words = masked[start:end].replace(masks.BLANK, " ").strip(" :：.。,，")
    city, contact = _city(words), _person(words)
    name = words
    for known in (contact, city):
        name = name.replace(known or "\x00", " ", 1) if known and name != known else name
    name = re.sub(
        r"\s+", " ", re.sub(r"(?:电话|手机|联系人|\b(?:tel|phone|mobile)\b)\s?[:：]?", " ", name, flags=re.IGNORECASE)
    ).strip(" :：-()（）,")
    if name in (contact, city):
        name = ""
    return NewCustomer(name, contact, dialled[0].number if dialled else None, city)


def _city(words: str) -> str | None:
    """A city that stands as a word of its own."""
    return next((known for part in [words, *WITHIN.split(words)] if (known := cities.known(part))), None)


def _person(words: str) -> str | None:
    honoured = people.HONORIFIC.search(words)
    if honoured:
        return honoured[0].strip()
    parts = WITHIN.split(words)
    people_there = [
        part
        for part in parts
        if people.is_titled(part)
        or (people.is_person(part) and not cities.known(part) and not strangers.CHINESE_COMPANY.fullmatch(part))
    ]
    if people_there and (len(parts) > 1 or people.is_titled(words)):
        return (
            people_there[-1]
            if people_there[-1] != parts[0] or people.is_titled(parts[0])
            else (people_there[-1] if len(people_there) > 1 else None)
        )
    return None


def _add(found: list[NewCustomer], part: NewCustomer, begun: int) -> None:
    """A part without a name of its own completes the customer before it in its line."""
    if part.name or len(found) == begun:
        last_place = len(found) > begun and not (part.contact or part.phone) and _place_like(found[-1], part)
        if last_place:
            found[-1] = NewCustomer(found[-1].name, found[-1].contact, found[-1].phone, part.name)
        elif part.name or part.contact:
            found.append(part if part.name else NewCustomer(part.contact or "", None, part.phone, part.city))
        return
    last = found[-1]
    found[-1] = NewCustomer(last.name, last.contact or part.contact, last.phone or part.phone, last.city or part.city)


def _place_like(last: NewCustomer, part: NewCustomer) -> bool:
    """A lone word right after a phone number is where that customer is: Mr Wong 8123 4567, Jurong."""
    return bool(last.phone and not last.city and cities.known(part.name))
