"""How much is understood, per field and language: `python -m tests.parsing.figures [NAME] [--wrong]`.

NAME is gold, unseen, or unseen_two to unseen_ten.
"""

import argparse
import json
import sys
from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from lookup import Book, Entry
from parsing import Moment, Said, understand

MESSAGES = Path(__file__).with_name("messages")
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
FIELDS = (
    "intent", "customer", "contact", "phone", "amount", "currency", "amounts", "product", "sentiment", "event_date",
    "followup", "city",
)  # fmt: skip
SETS = (
    "gold",
    "unseen",
    *(f"unseen_{n}" for n in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")),
)
CORE = ("intent", "customer", "phone", "amount", "event_date", "followup")


def book() -> Book:
    """The customers that the gold messages speak of."""
    rows = json.loads((MESSAGES / "customers.json").read_text(encoding="utf-8"))
    return Book(
        Entry(row["id"], row["name"], tuple(row["aliases"]), tuple(row["contacts"]), row["city"]) for row in rows
    )


def gold() -> list[dict[str, Any]]:
    """The messages with what a careful assistant would record."""
    return messages_of("gold")


def unseen() -> list[dict[str, Any]]:
    """Messages by somebody who hadn't read the grammar; what the first look at them gave is in docs/measures.md."""
    return messages_of("unseen")


def unseen_two() -> list[dict[str, Any]]:
    """More of them, by somebody else."""
    return messages_of("unseen_two")


def messages_of(name: str) -> list[dict[str, Any]]:
    """The messages of one file beside this one."""
    return [json.loads(line) for line in (MESSAGES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def written(moment: Moment | None) -> str | None:
    """A moment as gold writes it."""
    if moment is None:
        return None
    return moment.on.isoformat() + (moment.at.strftime("T%H:%M") if moment.at else "")


def answer(said: Said) -> dict[str, Any]:
    """What was understood, in gold's fields."""
    ids: Any = said.customer_ids[0] if len(said.customer_ids) == 1 else sorted(map(str, said.customer_ids)) or None
    return {
        "intent": said.intent, "customer": said.customer, "customer_id": ids, "contact": said.contact,
        "phone": said.phone,
        "amount": said.amount, "currency": said.currency, "amounts": list(said.amounts), "product": said.product,
        "sentiment": said.sentiment, "event_date": written(said.event), "followup": written(said.followup),
        "city": said.city,
    }  # fmt: skip


def answered(want: dict[str, Any], known: Book) -> dict[str, Any]:
    """What is understood of a message when it was written: NOW where it doesn't say."""
    heard = datetime.fromisoformat(want["now"]).replace(tzinfo=NOW.tzinfo) if "now" in want else NOW
    return answer(understand(want["text"], heard=heard, book=known)[0])


def right(field: str, want: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether one field is right; the customer is when its id is, or its words where gold has no id."""
    if field == "customer":
        wanted = want["customer_id"]
        if wanted is None:
            return bool(got["customer_id"] is None and got["customer"] == want["customer"])
        return bool(got["customer_id"] == (sorted(wanted) if isinstance(wanted, list) else wanted))
    if field in ("amount", "amounts"):
        return bool(_numbers(want[field]) == _numbers(got[field]))
    if field == "city":
        return bool(str(want[field]).lower() == str(got[field]).lower())
    return bool(want[field] == got[field])


def _numbers(value: Any) -> Any:
    if isinstance(value, list):
        return [_numbers(one) for one in value]
    return None if value is None else Decimal(str(value)).normalize()


def measure(messages: list[dict[str, Any]], known: Book) -> dict[str, dict[str, list[bool]]]:
    """Per field and language: right or not; `core` and `dateless` too; a field with `!` where something was said."""
    marks: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for want in messages:
        _mark(marks, want, answered(want, known))
    return marks


def _mark(marks: dict[str, dict[str, list[bool]]], want: dict[str, Any], got: dict[str, Any]) -> None:
    for field in FIELDS:
        marks[field][want["lang"]].append(right(field, want, got))
        if want[field] not in (None, []) or got[field] not in (None, []):
            marks[field + "!"][want["lang"]].append(right(field, want, got))
    marks["core"][want["lang"]].append(all(right(field, want, got) for field in CORE))
    if want["event_date"] is None and want["followup"] is None:
        marks["dateless"][want["lang"]].append(got["event_date"] is None and got["followup"] is None)


@cache
def marks_of(name: str) -> dict[str, dict[str, list[bool]]]:
    """The marks of one set of messages, measured when the first test asks."""
    return measure(messages_of(name), book())


def share(marks: dict[str, list[bool]]) -> float:
    """The share that is right, over all languages."""
    every = [one for language in marks.values() for one in language]
    return sum(every) / len(every) if every else 1.0


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print the figures; with --wrong also every field that is not right."""
    asked = _arguments()
    known, messages = book(), messages_of(asked.name)
    marks = measure(messages, known)
    say(f"{asked.name}: {len(messages)} messages")
    say(f"{'field':12} {'all':>7} {'where said':>14}   {'zh':>6} {'en':>6} {'mix':>6}")
    for field in [*FIELDS, "core", "dateless"]:
        say(_line(field, marks))
    if asked.wrong:
        _print_wrong(messages, known)


def _line(field: str, marks: dict[str, dict[str, list[bool]]]) -> str:
    languages = "".join(
        f" {sum(rows) / len(rows):6.1%}" for rows in (marks[field][lang] for lang in ("zh", "en", "mix")) if rows
    )
    told = sum(map(len, marks[field + "!"].values()))
    said = f"{share(marks[field + '!']):8.1%} of {told:<3}" if told else " " * 15
    return f"{field:12} {share(marks[field]):7.1%} {said}  {languages}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.parsing.figures", description="How much is understood.")
    parser.add_argument("name", nargs="?", default="gold", choices=SETS, help="which messages; gold if none is named")
    parser.add_argument("--wrong", action="store_true", help="print every field that is not right")
    return parser.parse_args()


def _print_wrong(messages: list[dict[str, Any]], known: Book) -> None:
    for want in messages:
        got = answered(want, known)
        for field in FIELDS:
            if not right(field, want, got):
                key = "customer_id" if field == "customer" and want["customer_id"] else field
                say(f"{want['id']} {field}: want {want[key]!r} got {got[key]!r} | {want['text']}")


if __name__ == "__main__":
    main()
