"""What can be set: a class per section of the configuration file, with its defaults.

`config.example.toml` explains every key in one sentence and holds the same defaults.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from languages import SPOKEN

from .values import (
    OwnField,
    Words,
    address,
    country,
    currency,
    database_address,
    names,
    one_of,
    own_fields,
    plain,
    setting,
    some_of,
    text,
    weekdays,
    whole,
    words,
    worths,
    yes_or_no,
    zone,
)


@dataclass(frozen=True, slots=True)
class Telegram:
    """Where the Bot API is and how it is reached; the token comes from the environment alone."""

    base_url: str = setting("https://api.telegram.org", address("http", "https"))
    proxy: str = setting("", address("http", "https", optional=True), environment="HUIFANG_TELEGRAM_PROXY")
    token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Database:
    """Where records live."""

    url: str = setting("sqlite:///data/huifang.db", database_address, environment="HUIFANG_DATABASE_URL")
    backups: int = setting(7, whole(0, 366))


@dataclass(frozen=True, slots=True)
class Company:
    """The company as it starts; what is changed in the chat later is kept as versions."""

    name: str = setting("", text)
    currency: str = setting("CNY", currency)
    zone: str = setting("Asia/Shanghai", zone)
    country: str = setting("CN", country)
    working_days: tuple[int, ...] = setting((1, 2, 3, 4, 5), weekdays)
    rates: Mapping[str, float | Mapping[str, float]] = field(
        default_factory=dict, metadata={"read": worths, "environment": None}
    )
    languages: tuple[str, ...] = setting(SPOKEN, some_of(*SPOKEN))


@dataclass(frozen=True, slots=True)
class Strategy:
    """What to do for a customer of each tier, shown on its card."""

    A: Words = setting(Words("先电话，再约上门", "call first, then visit"), words)
    B: Words = setting(Words("先发消息，有新品就约", "message first, meet on news"), words)
    C: Words = setting(Words("发条消息，有需求再约", "a message; meet on need"), words)


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose a customer is: how long each answer may take, and the pool of those that nobody looks after."""

    answer_days: int = setting(2, whole(1, 30))
    bare_days: int = setting(30, whole(0, 366))
    appeal_days: int = setting(7, whole(0, 90))
    pool: bool = setting(False, yes_or_no)
    pool_tiers: tuple[str, ...] = setting(("B", "C"), some_of("B", "C"))
    pool_cadences: int = setting(3, whole(1, 30))
    pool_notice_days: int = setting(3, whole(1, 30))
    pool_extend_days: int = setting(14, whole(1, 90))
    pool_protected_days: int = setting(30, whole(0, 366))
    pool_takes_per_day: int = setting(3, whole(1, 100))
    pool_bar_days: int = setting(30, whole(0, 366))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The names that customers and purchases are filed under."""

    regions: tuple[Words, ...] = setting(
        (
            Words("华东", "East China"),
            Words("华南", "South China"),
            Words("华北", "North China"),
            Words("西部", "West"),
        ),
        names,
    )
    industries: tuple[Words, ...] = setting(
        (
            Words("制造", "Manufacturing"),
            Words("餐饮", "Catering"),
            Words("酒店", "Hotels"),
            Words("医疗", "Healthcare"),
        ),
        names,
    )
    products: tuple[Words, ...] = setting((), names)
    fields: tuple[OwnField, ...] = setting((), own_fields)


@dataclass(frozen=True, slots=True)
class Clock:
    """Business time, which a rehearsal can run ahead."""

    file: str = setting("", text)


@dataclass(frozen=True, slots=True)
class Alarms:
    """How often the bot plans what is to be said; what is due is looked for every second."""

    every_seconds: int = setting(20, whole(1, 60))


@dataclass(frozen=True, slots=True)
class Log:
    """What is told on standard error."""

    level: str = setting("info", one_of("debug", "info", "warning", "error"))
    format: str = setting("console", one_of("console", "json"))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. `rules` and `reminders` are kept as plain tables: their rooms know what they mean."""

    telegram: Telegram = Telegram()
    database: Database = Database()
    company: Company = Company()
    rules: Mapping[str, Any] = field(default_factory=dict)
    reminders: Mapping[str, Any] = field(default_factory=dict)
    strategy: Strategy = Strategy()
    ownership: Ownership = Ownership()
    catalogue: Catalogue = Catalogue()
    clock: Clock = Clock()
    alarms: Alarms = Alarms()
    log: Log = Log()

    def seed(self) -> dict[str, dict[str, Any]]:
        """What the company starts with in the database, fit for JSON: a table per section, words by language."""
        sections = ("company", "rules", "reminders", "strategy", "ownership", "catalogue")
        return {name: as_table(getattr(self, name)) for name in sections}


def as_table(section: Any) -> dict[str, Any]:
    """A section as JSON has it."""
    if isinstance(section, Mapping):
        return dict(section)
    return {each.name: plain(getattr(section, each.name)) for each in fields(section)}
