"""The Bot API's objects are plain dicts here; this names them and measures their words."""

import json
from typing import Any

Plain = dict[str, Any]
"""One Bot API object (a Message, a User, an Update), exactly as it travels."""

COMPACT = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def units(text: str) -> int:
    """Length in UTF-16 code units, which is how Telegram counts text and places entities."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def encode(thing: object) -> bytes:
    """JSON as compact UTF-8 bytes."""
    return COMPACT.encode(thing).encode("utf-8", "replace")


def given(**fields: object) -> Plain:
    """An object of the fields that have something to say: what is None or empty isn't there, as on Telegram."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {})}
