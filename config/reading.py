"""Tables of TOML and the environment in, settings out; problems are gathered in words, not raised one by one."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

from .settings import Settings

TOKEN = "HUIFANG_TELEGRAM_TOKEN"  # noqa: S105  The variable's name, not a token.
TOKEN_SHAPE = r"\d+:[\w-]+"  # noqa: S105
TOKEN_IN_A_FILE = r"\b\d{6,}:[\w-]{30,}"  # noqa: S105

RULES = ("rules", "reminders")
"""The sections that a room of their own defines."""

Section = TypeVar("Section")
Table = Mapping[str, object]


class Rules(Protocol):
    """A set of rules as its room defines it; what is wrong is a `ValueError` with a tuple of `problems`."""

    @classmethod
    def from_mapping(cls, given: Table, /) -> "Rules": ...
    def to_mapping(self) -> Table: ...


class Reading:
    """One reading of a configuration; afterwards `problems` holds a sentence for each thing that is wrong."""

    def __init__(self, environment: Mapping[str, str], rules: Mapping[str, Callable[[], type[Rules]]]) -> None:
        self.environment = environment
        self.rules = rules
        self.problems: list[str] = []

    def tables(self, file: Path) -> Table:
        """The sections that the file holds, as written; none where it can't be read."""
        try:
            written = file.read_text("utf-8")
            if re.search(TOKEN_IN_A_FILE, written):
                self.problems.append(f"{file} holds a token: revoke it at @BotFather, take it out, and set {TOKEN}")
            return tomllib.loads(written)
        except OSError as gone:
            self.problems.append(
                f"{file} can't be read ({gone.strerror}): copy config.example.toml, change what differs"
            )
        except ValueError as broken:
            self.problems.append(f"{file} isn't TOML in UTF-8: {broken}")
        return {}

    def settings(self, tables: Table) -> Settings:
        """All sections, with defaults for what isn't there and in place of what is wrong."""
        kinds = {each.name: type(each.default) for each in fields(Settings) if is_dataclass(each.default)}
        self._unknown(tables, {each.name for each in fields(Settings)}, "{} is no section")
        found: dict[str, Any] = {name: self._section(kind, name, tables.get(name, {})) for name, kind in kinds.items()}
        found |= {name: self._rules(name, tables[name]) for name in RULES if name in tables}
        found["telegram"] = replace(found["telegram"], token=self._token())
        return Settings(**found)

    def _section(self, kind: type[Section], name: str, table: object) -> Section:
        table = self._table(name, table)
        keys = {each.name: each.metadata for each in fields(kind) if each.metadata}  # type: ignore[arg-type]
        self._unknown(table, keys, f"{{}} in [{name}] is no key")
        values: dict[str, Any] = {}
        for key, source, value in self._given(name, table, keys):
            try:
                values[key] = keys[key]["read"](value)
            except ValueError as wrong:
                self.problems.append(f"{source} {wrong}")
        return kind(**values)

    def _given(self, name: str, table: Table, keys: Mapping[str, Any]) -> Iterator[tuple[str, str, object]]:
        """Each key that has a value, where the value comes from, and the value; the environment goes first."""
        for key, metadata in keys.items():
            variable = metadata["environment"]
            if variable and _holds_a_password(table.get(key)):
                self.problems.append(f"{key} in [{name}] holds a password: take it out and set {variable}")
            if variable and variable in self.environment:
                yield key, variable, self.environment[variable]
            elif key in table:
                yield key, f"{key} in [{name}]", table[key]

    def _rules(self, name: str, table: object) -> Table:
        """All numbers of a room's rules, judged by the room itself."""
        given = self._table(name, table)
        if name not in self.rules:
            return given
        kind = self.rules[name]()
        known = kind.from_mapping({}).to_mapping()
        self._unknown(given, known, f"{{}} in [{name}] is no key")
        try:
            return kind.from_mapping({key: value for key, value in given.items() if key in known}).to_mapping()
        except ValueError as wrong:
            told = getattr(wrong, "problems", wrong.args)
            self.problems += [f"[{name}] {each if isinstance(each, str) else ' '.join(each)}" for each in told]
            return known

    def _token(self) -> str:
        token = self.environment.get(TOKEN, "")
        if token and not re.fullmatch(TOKEN_SHAPE, token):
            self.problems.append(f"{TOKEN} isn't a token: a number, a colon, then letters and digits")
        return token

    def _table(self, name: str, table: object) -> Table:
        if isinstance(table, dict):
            return table
        self.problems.append(f"{name} must be a section: write [{name}] on a line of its own, its keys below")
        return {}

    def _unknown(self, given: Table, known: Collection[str], sentence: str) -> None:
        for name in given:
            if name == "token":
                self.problems.append(f"a token has no place in the file: take it out and set {TOKEN}")
            elif name not in known:
                self.problems.append(sentence.format(name) + _perhaps(name, known))


def _perhaps(name: str, known: Collection[str]) -> str:
    """What was probably meant, as the end of a sentence."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return f": is {close[0]} meant?" if close else f"; there are {', '.join(sorted(known))}"


def _holds_a_password(url: object) -> bool:
    try:
        return isinstance(url, str) and urlsplit(url).password is not None
    except ValueError:
        return False
