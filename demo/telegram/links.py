"""Links inside texts: which addresses Telegram takes, and what it finds in a text by itself."""

import re
from urllib.parse import urlsplit

from demo.telegram.plain import Plain, units

SCHEMES = {"http", "https", "ftp", "tg", "ton", "tonsite"}
USER = re.compile(r"tg://user/?\?id=(\d+)$")
HOST = re.compile(r"(\[[0-9a-f:.]+\]|localhost|[^\s/]+\.[^\s/.]+)(:\d{1,5})?$", re.IGNORECASE)
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"'“”«»]+[^\s<>\"'“”«».,:;!?)\]}。，！？；：）】」]|(?<![\w@/.])t\.me/[\w?=/-]+)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+\.[A-Za-z]{2,}(?:\.[A-Za-z]{2,})*)"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
    r"|(?P<bot_command>(?<![\w/<>&])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<hashtag>(?<![\w#&])#(?=\w*[^\W\d])\w{1,256})"
    r"|(?P<phone_number>(?<![\w+])\+\d[\d ()-]{6,18}\d(?!\w))"
)
WORTH_LOOKING = re.compile(r"[/@#+]|t\.me")
CLOSED = {"code", "pre", "text_link", "text_mention"}


def address(words: str) -> str | None:
    """A link's address as Telegram keeps it: with scheme and path; None for one that it doesn't take."""
    words = words.strip()
    if "://" not in words:
        words = "http://" + words
    scheme, _, rest = words.partition("://")
    if scheme.lower() not in SCHEMES or not rest or re.search(r"\s", rest):
        return None
    if not scheme.lower().startswith("http"):
        return words
    host = re.split("[/?#]", rest, maxsplit=1)[0]
    tail = rest[len(host) :]
    if not HOST.match(host.rpartition("@")[2]):
        return None
    return f"{scheme.lower()}://{host}{'' if tail.startswith('/') else '/'}{tail}"


def for_button(words: str) -> str | None:
    """A button's address: as in a text, but nobody else's phone can reach this machine."""
    found = address(words)
    return None if found is None or urlsplit(found).hostname == "localhost" else found


def linked(entity: Plain, words: str) -> Plain | None:
    """The entity leading to that address; None if Telegram doesn't take the address."""
    user = USER.match(words)
    if user:
        return {**entity, "type": "text_mention", "user": {"id": int(user[1]), "is_bot": False, "first_name": ""}}
    found = address(words)
    return {**entity, "url": found} if found else None


def spotted(text: str, entities: list[Plain]) -> list[Plain]:
    """The entities with what Telegram finds by itself: commands, addresses, mentions, hashtags, numbers."""
    if not WORTH_LOOKING.search(text):
        return entities
    closed = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in CLOSED]
    found = [e for e in map(entity_of, FOUND.finditer(text)) if not overlaps(e, closed)]
    return sorted(entities + found, key=lambda e: (e["offset"], -e["length"])) if found else entities


def entity_of(found: re.Match[str]) -> Plain:
    """One thing that was found, placed in UTF-16 units."""
    return {"type": found.lastgroup, "offset": units(found.string[: found.start()]), "length": units(found[0])}


def overlaps(entity: Plain, closed: list[tuple[int, int]]) -> bool:
    """Whether it touches a stretch that nothing is looked for in."""
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    return any(begin < last and end > first for first, last in closed)
