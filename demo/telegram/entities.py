"""Texts and captions: markup or entities read, cleaned and measured as Telegram does it."""

import re

from demo.telegram.asked import Asked
from demo.telegram.html import parse
from demo.telegram.links import spotted
from demo.telegram.plain import Plain, units
from demo.telegram.refusals import bad

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
SPACE = " \n\t\x0b\x0c"
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\u2028-\u202e\ud800-\udfff]")
SURROGATE = re.compile("[\ud800-\udfff]")
MARKS = {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code",
         "pre", "text_link", "text_mention", "custom_emoji", "date_time"}  # fmt: skip


def text_of(asked: Asked, too_long: str = "message is too long") -> Plain:
    """The `text` of a call with its entities; 400 if it is empty or too long."""
    text, entities = rich(asked, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad(too_long)
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_of(asked: Asked, too_long: str = "message caption is too long") -> Plain:
    """The `caption` of a call with its entities; nothing if there is none, 400 if it is too long."""
    text, entities = rich(asked, "caption", "caption_entities")
    if units(text) > LONGEST_CAPTION:
        raise bad(too_long)
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def rich(asked: Asked, words: str, marks: str) -> tuple[str, list[Plain]]:
    """The words and their entities, by parse mode or given outright, trimmed, with what Telegram spots itself."""
    text = asked.text(words)
    entities: list[Plain] = []
    mode = asked.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse(clean(text))
    elif mode:
        raise bad("unsupported parse_mode")
    elif marks in asked.given:
        entities = [checked(mark) for mark in asked.list(marks)]
    else:
        text = clean(text)
    text, entities = trimmed(text, entities)
    return text, spotted(text, entities)


def heard(text: str, most: int = LONGEST_TEXT) -> tuple[str, list[Plain]]:
    """What a person typed, as their app sends it: trimmed, commands and links spotted; 400 if it is too long."""
    text = clean(text).strip(SPACE)
    if units(text) > most:
        raise bad("message is too long")
    return text, spotted(text, [])


def clean(text: str) -> str:
    """Without carriage returns, control characters and marks of direction; 400 for halves of characters."""
    if not UNWANTED.search(text):
        return text
    if SURROGATE.search(text):
        raise bad("strings must be encoded in UTF-8")
    return UNWANTED.sub(lambda found: " " if found[0] < " " else "", text.replace("\r", ""))


def checked(mark: object) -> Plain:
    """An entity that the bot gave outright."""
    if not isinstance(mark, dict) or not isinstance(mark.get("type"), str):
        raise bad("can't parse MessageEntity: expected an object with a type")
    if not all(isinstance(mark.get(field), int) for field in ("offset", "length")):
        raise bad("can't parse MessageEntity: offset and length must be of type Number")
    return mark


def trimmed(text: str, entities: list[Plain]) -> tuple[str, list[Plain]]:
    """Without the white space around it; entities move along, and those with nothing left go."""
    kept = text.strip(SPACE)
    if len(kept) == len(text) and not entities:
        return text, []
    shift, end = len(text) - len(text.lstrip(SPACE)), units(kept)
    moved = (within(mark, shift, end) for mark in entities if mark["type"] in MARKS)
    return kept, [mark for mark in moved if mark["length"] > 0]


def within(mark: Plain, shift: int, end: int) -> Plain:
    """The entity cut to a text that begins `shift` later and has `end` units."""
    first = max(mark["offset"] - shift, 0)
    last = min(mark["offset"] + mark["length"] - shift, end)
    return {name: value for name, value in mark.items() if name[0] != "_"} | {"offset": first, "length": last - first}
