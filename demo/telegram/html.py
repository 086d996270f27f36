"""Telegram's HTML parse mode: markup in, plain text and entities out, refusing exactly what Telegram refuses.

Offsets in errors count bytes of the markup as UTF-8, offsets of entities count UTF-16 units of the text.
"""

import re
from dataclasses import dataclass

from demo.telegram.links import linked
from demo.telegram.plain import Plain, units
from demo.telegram.refusals import Refused, bad

STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "blockquote": "blockquote", "span": "spoiler", "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPECIAL = re.compile("[<&]")
TAG = re.compile(r"<([^\s>]*)")
END = re.compile(r"</([^\s>]*)\s*")
ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*")
TOKEN = re.compile(r"[0-9A-Za-z.\-]*")
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
TIME_FORMAT = re.compile(r"r|[tTdDwW]*")


@dataclass(slots=True)
class Open:
    """A start tag whose end has not come yet."""

    tag: str
    at: int
    attributes: dict[str, str]


def parse(markup: str) -> tuple[str, list[Plain]]:
    """The text and its entities, outermost first where they begin together."""
    reader = Reader(markup)
    reader.read()
    text = "".join(reader.words)
    if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
        raise broken("Text contains invalid Unicode characters after decoding HTML entities, "
                     "check for unmatched surrogate code units")  # fmt: skip
    return text, sorted(reader.entities, key=lambda entity: (entity["offset"], -entity["length"]))


def broken(words: str) -> Refused:
    """Markup that Telegram can't read."""
    return bad(f"can't parse entities: {words}")


def character(found: re.Match[str]) -> str:
    """What `&...;` stands for; anything that Telegram doesn't know stays as it was written."""
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED.get(name, found[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal[:9])
    return chr(code) if 0 < code < 0x110000 else found[0]


class Reader:
    """Walks once over the markup."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.at = 0
        self.words: list[str] = []
        self.length = 0
        self.open: list[Open] = []
        self.entities: list[Plain] = []

    def read(self) -> None:
        """All of it; every start tag must have found its end."""
        while found := SPECIAL.search(self.markup, self.at):
            self.say(self.markup[self.at : found.start()])
            self.at = found.start()
            self.special()
        self.say(self.markup[self.at :])
        if self.open:
            raise broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def say(self, words: str) -> None:
        """Take over plain words."""
        if words:
            self.words.append(words)
            self.length += units(words)

    def special(self) -> None:
        """A character reference or a tag begins here."""
        if self.markup[self.at] == "&":
            found = CHARACTER.match(self.markup, self.at)
            self.say(character(found) if found else "&")
            self.at = found.end() if found else self.at + 1
        elif self.markup.startswith("</", self.at):
            self.end()
        else:
            self.start()

    def bytes_before(self, at: int) -> int:
        """Where that is, counted as Telegram's errors count."""
        return len(self.markup[:at].encode("utf-8", "surrogatepass"))

    def start(self) -> None:
        """A start tag: known, closed, and with attributes that can be read."""
        begin = self.at
        found = TAG.match(self.markup, begin)
        assert found is not None
        if found.end() == len(self.markup):
            raise broken(f"Unclosed start tag at byte offset {self.bytes_before(begin)}")
        tag = found[1].lower()
        if tag not in STYLES:
            raise broken(f'Unsupported start tag "{tag}" at byte offset {self.bytes_before(begin)}')
        self.at = found.end()
        attributes = self.attributes(tag, begin)
        self.check(tag, attributes, begin)
        self.open.append(Open(tag, self.length, attributes))

    def attributes(self, tag: str, begin: int) -> dict[str, str]:
        """Everything up to the closing bracket, names in lower case."""
        found: dict[str, str] = {}
        while True:
            name = ATTRIBUTE.match(self.markup, self.at)
            assert name is not None
            self.at = name.end()
            if not name[1] and self.markup.startswith(">", self.at):
                self.at += 1
                return found
            self.within(tag, begin)
            if not name[1]:
                raise broken(f'Empty attribute name in the tag "{tag}" at byte offset {self.bytes_before(begin)}')
            found[name[1].lower()] = self.value(tag, begin)

    def within(self, tag: str, begin: int) -> None:
        """The markup must not end inside a start tag."""
        if self.at >= len(self.markup):
            raise broken(f'Unclosed start tag "{tag}" at byte offset {self.bytes_before(begin)}')

    def value(self, tag: str, begin: int) -> str:
        """The attribute's value: quoted, a bare token, or nothing at all."""
        if not self.markup.startswith("=", self.at):
            return ""
        self.at += 1
        while self.markup[self.at : self.at + 1].isspace():
            self.at += 1
        self.within(tag, begin)
        return self.quoted(begin) if self.markup[self.at] in "\"'" else self.token()

    def token(self) -> str:
        """A value without quotes."""
        found = TOKEN.match(self.markup, self.at)
        assert found is not None
        if not re.match(r"[\s>]", self.markup[found.end() :]):
            raise broken(f"Unexpected end of name token at byte offset {self.bytes_before(self.at)}")
        self.at = found.end()
        return found[0].lower()

    def quoted(self, begin: int) -> str:
        """A value in quotes; character references count inside it too."""
        end = self.markup.find(self.markup[self.at], self.at + 1)
        if end < 0:
            raise broken(f"Unclosed start tag at byte offset {self.bytes_before(begin)}")
        words = self.markup[self.at + 1 : end]
        self.at = end + 1
        return CHARACTER.sub(character, words)

    def check(self, tag: str, attributes: dict[str, str], begin: int) -> None:
        """Tags that need a certain attribute have it."""
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise broken(f'Tag "span" must have class "tg-spoiler" at byte offset {self.bytes_before(begin)}')
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise broken("Invalid custom emoji identifier specified")
        if tag == "tg-time" and not attributes.get("unix", "").isdigit():
            raise broken("Invalid Unix time specified")
        if tag == "tg-time" and not TIME_FORMAT.fullmatch(attributes.get("format", "")):
            raise broken("Invalid date format used")

    def end(self) -> None:
        """An end tag: it closes the innermost start tag, which `</>` does too."""
        begin = self.at
        found = END.match(self.markup, begin)
        assert found is not None
        offset = self.bytes_before(begin)
        if not self.open:
            raise broken(f"Unexpected end tag at byte offset {offset}")
        if not self.markup.startswith(">", found.end()):
            raise broken(f"Unclosed end tag at byte offset {offset}")
        last, name = self.open[-1].tag, found[1].lower()
        if name and name != last:
            raise broken(f'Unmatched end tag at byte offset {offset}, expected "</{last}>", found "</{name}>"')
        self.at = found.end() + 1
        self.close(self.open.pop())

    def close(self, tag: Open) -> None:
        """Keep what the tag marked, if it marked anything."""
        length = self.length - tag.at
        kept = length and self.entity(tag, {"type": STYLES[tag.tag], "offset": tag.at, "length": length})
        if kept and not self.merged(kept):
            self.entities.append(kept)

    def entity(self, tag: Open, plain: Plain) -> Plain | None:
        """The tag as an entity; a link to nowhere is none."""
        attributes = tag.attributes
        if tag.tag == "a":
            return linked(plain, attributes.get("href") or self.marked(tag))
        if tag.tag == "blockquote" and "expandable" in attributes:
            plain["type"] = "expandable_blockquote"
        if tag.tag == "code" and attributes.get("class", "").startswith("language-"):
            plain["_language"] = attributes["class"][9:]
        if tag.tag == "tg-emoji":
            plain["custom_emoji_id"] = attributes["emoji-id"]
        if tag.tag == "tg-time":
            plain |= {"unix_time": int(attributes["unix"]), "date_time_format": attributes.get("format", "")}
        return plain

    def marked(self, tag: Open) -> str:
        """The text between the tag and here."""
        written = "".join(self.words).encode("utf-16-le", "surrogatepass")
        return written[tag.at * 2 :].decode("utf-16-le", "surrogatepass")

    def merged(self, kept: Plain) -> bool:
        """`<pre><code class="language-x">` is one entity, a block of code in that language."""
        inner = self.entities[-1] if self.entities else {}
        if kept["type"] == "pre" and "_language" in inner:
            language = inner.pop("_language")
            if (inner["offset"], inner["length"]) == (kept["offset"], kept["length"]) and language:
                inner |= {"type": "pre", "language": language}
                return True
        if "_language" in kept and not self.open:
            del kept["_language"]
        return False
