"""The voice: from a result's name and facts to a message with its buttons, in the reader's language.

A template is the card as the reader sees it: lines of text, then lines that hold only buttons. Whatever comes from
a person is escaped by the template engine, so user text can never become markup, and control signs are dropped, so
it can never become a button either. Lines that end up empty disappear: an empty field doesn't exist.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from languages import IN_TURN, SPOKEN

from . import days, figures, hong_kong, money, people, places

HERE = Path(__file__).parent
HOMES = {"zh_hk": "zh_tw"}
"""Languages that are said from another's templates, with some words of their own."""
OPEN, SPLIT, CLOSE, LINE = "\x02", "\x1f", "\x03", "\x1e"
COPIED = 256
"""Letters that a button can copy."""
MORE = "…"
"""Stands for the lines that a button can't copy."""
LONGEST = 300
"""Characters of one fact on a card; what is longer is kept in full and shown in part."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
MACRO = re.compile(r"\{%-?\s*macro\s+([A-Z]\w*)\(")
BUTTON = re.compile(f"{OPEN}(.*?){SPLIT}(.*?){SPLIT}(.*?){CLOSE}")


@dataclass(frozen=True)
class Tap:
    """A button: what it says, and what it does (callback data of at most 64 bytes, a link, or text to copy)."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None


@dataclass(frozen=True)
class Spoken:
    """A message in words: HTML text and rows of buttons."""

    text: str
    rows: tuple[tuple[Tap, ...], ...] = ()


class Voice:
    """Speaks one language. `speak("VisitRecorded", facts)` is the message that shows that result."""

    def __init__(self, language: str) -> None:
        self.language = language if language in SPOKEN else "en"

    @property
    def views(self) -> frozenset[str]:
        """The results that this voice has words for."""
        return frozenset(self._homes)

    def speak(self, view: str, facts: Mapping[str, Any]) -> Spoken:
        """The words for a result, with its buttons."""
        written = str(self._macro(view)(_in_words_of(_cleaned(facts), self.language)))
        lines = [line.strip().replace("） ·", "）·") for line in written.split("\n")]
        text = "\n".join(line for line in lines if line and OPEN not in line)
        rows = (tuple(_tap(*found) for found in BUTTON.findall(line)) for line in lines if OPEN in line)
        return Spoken(text, tuple(row for row in rows if row))

    def _macro(self, view: str) -> Any:
        return getattr(self._environment.get_template(self._homes[view]).module, view)

    @cached_property
    def _homes(self) -> dict[str, str]:
        """Where each view is: only files that are spoken from are compiled, so that a first answer doesn't wait."""
        files = sorted(self._home.glob("*.j2"))
        return {view: file.name for file in files for view in MACRO.findall(file.read_text("utf-8"))}

    @property
    def _home(self) -> Path:
        return HERE / HOMES.get(self.language, self.language)

    @property
    def _loader(self) -> BaseLoader:
        if self.language != "zh_hk":
            return FileSystemLoader(self._home)
        return FunctionLoader(lambda name: hong_kong.worded((self._home / name).read_text("utf-8")))

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=self._loader,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        environment.globals |= {"tap": tap, "link": link, "copy": copy}
        environment.filters |= days.filters(self.language) | money.filters(self.language) | people.FILTERS
        environment.filters |= places.filters(self.language) | figures.filters(self.language)
        return environment


def tap(label: str, verb: str, *args: object) -> Markup:
    """A button that sends `verb:arg:arg` back."""
    data = ":".join([verb, *(str(arg) for arg in args if arg is not None)])
    return _button("tap", label, data)


def link(label: str, url: str) -> Markup:
    """A button that opens a page or a chat."""
    return _button("url", label, url)


def copy(label: str, text: str) -> Markup:
    """A button that copies a text, as many whole lines of it as a button can and then "…"; none without a text."""
    kept = lines = [line.strip() for line in unescape(text).splitlines() if line.strip()]
    while len("\n".join(kept)) > COPIED:
        lines = lines[:-1] if len(lines) > 1 else [lines[0][: COPIED - 2]]
        kept = [*lines, MORE]
    return _button("copy", label, LINE.join(kept)) if kept else Markup()


def _button(kind: str, label: str, what: str) -> Markup:
    return Markup(f"{OPEN}{kind}{SPLIT}{escape(label)}{SPLIT}{escape(what)}{CLOSE}")  # noqa: S704 - escaped here


def _tap(kind: str, label: str, what: str) -> Tap:
    label, what = unescape(label), unescape(what).replace(LINE, "\n")
    return Tap(label, data=what) if kind == "tap" else Tap(label, url=what) if kind == "url" else Tap(label, copy=what)


def _in_words_of(value: Any, language: str) -> Any:
    """What the company calls its own things, as the reader's Chinese says it: their words stand as `zh`."""
    if isinstance(value, list):
        return [_in_words_of(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    told = {key: _in_words_of(item, language) for key, item in value.items()}
    if language != "en" and (told.get("zh_tw") or told.get("zh_hk")):
        told["zh"] = next(told[each] for each in IN_TURN[language] if told.get(each))
    return told


def _cleaned(value: Any) -> Any:
    """Facts without control signs and without line breaks inside a field, none longer than a card can hold."""
    if isinstance(value, str):
        plain = CONTROL.sub("", value).replace("\n", " ")
        return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
    if isinstance(value, Mapping):
        return {key: _cleaned(item) for key, item in value.items()}
    return [_cleaned(item) for item in value] if isinstance(value, list | tuple) else value
