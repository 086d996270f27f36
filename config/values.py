"""How single values of the configuration are read: what TOML gave in, the value that is kept out.

A reader raises `ValueError` with words that finish the sentence "key ... must ...".
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

T = TypeVar("T")
Reader = Callable[[object], T]

MOST_FIELDS = 5
MORE = {"zh_tw", "zh_hk"}
"""Languages in which words may differ from the simplified Chinese ones, and need not."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages, and in the Chinese of Taiwan and of Hong Kong where these say otherwise."""

    zh: str
    en: str
    zh_tw: str | None = None
    zh_hk: str | None = None


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that the company keeps of its customers: its names, and whether it holds text, a number or a date."""

    zh: str
    en: str
    kind: str
    zh_tw: str | None = None
    zh_hk: str | None = None


def setting(default: T, read: Reader[T], environment: str | None = None) -> T:
    """A key with its default and its reader; `environment` names the variable that overrides it and keeps it secret."""
    metadata = {"read": read, "environment": environment}
    return field(default=default, repr=environment is None, metadata=metadata)


def text(value: object) -> str:
    """Words on one line, at most 200 characters."""
    if not isinstance(value, str) or len(value) > 200 or "\n" in value:
        raise ValueError("must be words on one line, in quotes")
    return value.strip()


def whole(low: int, high: int) -> Reader[int]:
    """A whole number within limits, both included."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return value

    return read


def yes_or_no(value: object) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def one_of(*choices: str) -> Reader[str]:
    """One of these words."""

    def read(value: object) -> str:
        if value not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
        return str(value)

    return read


def some_of(*choices: str) -> Reader[tuple[str, ...]]:
    """A list of at least one of these words, none twice, in the order given."""

    def read(value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not value or any(each not in choices for each in value):
            raise ValueError(f"must be a list of at least one of {', '.join(choices)}")
        return tuple(dict.fromkeys(value))

    return read


def weekdays(value: object) -> tuple[int, ...]:
    """Days of the week by their English short names; kept as 1 for Monday to 7 for Sunday."""
    return tuple(sorted(WEEKDAYS.index(day) + 1 for day in some_of(*WEEKDAYS)(value)))


def currency(value: object) -> str:
    """An ISO 4217 code."""
    return _like(r"[A-Z]{3}", value, 'must be a currency code such as "CNY"')


def worths(value: object) -> dict[str, float | dict[str, float]]:
    """Currency -> what one unit of it is worth in the company's currency: always, or from each of some dates on."""
    if not isinstance(value, dict):
        raise ValueError(_WORTHS)
    return {currency(code): _since_when(worth) if isinstance(worth, dict) else _worth(worth)
            for code, worth in value.items()}  # fmt: skip


def country(value: object) -> str:
    """An ISO 3166 country, with a part of it where holidays differ: "CN", "DE-BY"."""
    return _like(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", value, 'must be a country code such as "CN" or "DE-BY"')


def zone(value: object) -> str:
    """The name of a time zone of the IANA database."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(text(value)).key
    except (ValueError, LookupError, OSError):
        raise ValueError('must be a time zone such as "Asia/Shanghai"') from None


def address(*schemes: str, optional: bool = False) -> Reader[str]:
    """A URL with one of these schemes and a host, kept without a trailing slash; where optional, it may be empty."""

    def read(value: object) -> str:
        url = text(value)
        if (url or not optional) and not re.fullmatch(rf"({'|'.join(schemes)})://[^/\s]+(/\S*)?", url):
            raise ValueError(f"must be an address that starts with {' or '.join(f'{each}://' for each in schemes)}")
        return url.rstrip("/")

    return read


def database_address(value: object) -> str:
    """Where the database is: a SQLite file, or a PostgreSQL server through psycopg."""
    url = text(value)
    if not re.match(r"sqlite:///.|postgresql\+psycopg://", url):
        raise ValueError("must start with sqlite:/// and a file, or with postgresql+psycopg://")
    return url


def words(value: object) -> Words:
    """A table with the words in both languages, and in those of Taiwan and Hong Kong if they differ."""
    keys = set(value) if isinstance(value, dict) else set()
    if not isinstance(value, dict) or keys - MORE != {"zh", "en"} or not all(map(_filled, value.values())):
        raise ValueError('must be words in both languages, such as { zh = "华东", en = "East China" }')
    return Words(**{language: text(each) for language, each in value.items()})


def names(value: object) -> tuple[Words, ...]:
    """A list of names in both languages, none twice."""
    if not isinstance(value, list):
        raise ValueError("must be a list of names in both languages")
    found = tuple(map(words, value))
    if len(set(found)) < len(found):
        raise ValueError("must not name the same twice")
    return found


def own_fields(value: object) -> tuple[OwnField, ...]:
    """A list of the company's own fields, each with its names in both languages and what it holds."""
    if not isinstance(value, list) or len(value) > MOST_FIELDS:
        raise ValueError(f"must be a list of at most {MOST_FIELDS} fields")
    return tuple(map(_own_field, value))


def plain(value: Any) -> Any:
    """A kept value as JSON has it: tables for words and rates, lists for tuples."""
    if isinstance(value, OwnField):
        return {**_in_words(value), "kind": value.kind}
    if isinstance(value, Words):
        return _in_words(value)
    if isinstance(value, Mapping):
        return dict(value)
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def _like(pattern: str, value: object, otherwise: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise ValueError(otherwise)
    return value


def _in_words(value: Words | OwnField) -> dict[str, str]:
    more = {language: getattr(value, language) for language in sorted(MORE, reverse=True)}
    return {"zh": value.zh, "en": value.en, **{language: each for language, each in more.items() if each}}


def _own_field(value: object) -> OwnField:
    kinds = ("text", "number", "date")
    if not isinstance(value, dict) or value.keys() - MORE != {"zh", "en", "kind"} or value["kind"] not in kinds:
        raise ValueError('must be fields such as { zh = "合同号", en = "contract number", kind = "text" }')
    named = words({language: each for language, each in value.items() if language != "kind"})
    return OwnField(named.zh, named.en, value["kind"], named.zh_tw, named.zh_hk)


def _filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


_WORTHS = (
    "must be what one unit of each currency is worth, such as { USD = 7.1 },"
    " or from which day, such as { USD = { 2026-01-01 = 7.1, 2026-07-01 = 7.0 } }"
)


def _since_when(worths: dict[Any, object]) -> dict[str, float]:
    """ISO date -> worth from that day on, earliest first."""
    try:
        days = {date.fromisoformat(str(day)).isoformat(): _worth(worth) for day, worth in worths.items()}
    except ValueError:
        raise ValueError(_WORTHS) from None
    if not days:
        raise ValueError(_WORTHS)
    return dict(sorted(days.items()))


def _worth(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value < 1e9:
        raise ValueError(_WORTHS)
    return float(value)
