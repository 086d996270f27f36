"""Results as plain facts, so that a message can wait in the database and be worded when it leaves."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any


def facts_of(result: object) -> dict[str, Any]:
    """The facts of a result dataclass or refusal: numbers, texts, lists and mappings of them."""
    if result is None:
        return {}
    return {field.name: plain(getattr(result, field.name)) for field in fields(result)}  # type: ignore[arg-type]


def plain(value: Any) -> Any:
    """A value as JSON has it; dates and times as ISO 8601, decimals as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return facts_of(value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
