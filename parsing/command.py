"""`parse`: what the bot understands of a message, or of a stream of them, as JSON."""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from parsing.said import Book, Moment, Said
from parsing.understanding import understand

Row = dict[str, Any]
"""One customer of the file: id, name, contacts, aliases, city."""

CORE = (
    "intent customer customer_id contact phone amount currency amounts product channel sentiment event_date followup "
    "city"
)
"""The fields that scripts rely on, in their order."""

FINE, FAILED, WRONG_USAGE = 0, 1, 2


def parse_command(
    text: str | None,
    *,
    books: Callable[[Iterable[Row]], Book],
    batch: bool = False,
    customers: Path | None = None,
    now: str | None = None,
    timezone: str = "Asia/Shanghai",
    currency: str = "CNY",
    region: str = "CN",
    as_json: bool = False,
    stdin: IO[str] = sys.stdin,
    stdout: IO[str] = sys.stdout,
    stderr: IO[str] = sys.stderr,
) -> int:
    """Answer one text, or with `batch` each JSON line of `stdin`; the exit code is returned.

    books: makes a book of the rows of the `customers` file. now: ISO 8601, with or without an offset, else the
    machine's time; `timezone` an IANA name. With `batch` a line without a readable `text` gets `{"id", "error"}`,
    so that the answers keep the order of the questions; then the code is 1.
    """
    if (text is None) is not batch:
        print("parse: give a TEXT or --batch, not both", file=stderr)
        return WRONG_USAGE
    try:
        heard, book = _heard(now, timezone), books(_rows(customers))
    except (OSError, ValueError, ZoneInfoNotFoundError) as wrong:
        print(f"parse: {wrong}", file=stderr)
        return WRONG_USAGE

    def answer(message: str, number: Any) -> Row:
        return answered(understand(message, heard=heard, book=book, currency=currency, region=region), number)

    if text is not None:
        _show(answer(text, None), as_json, stdout)
        return FINE
    return _batch(answer, stdin, stdout)


def answered(said: tuple[Said, ...], number: Any = None) -> Row:
    """What was said as a JSON document: the first fact's fields, and under `facts` those of every fact if several."""
    first = {"id": number} | document(said[0])
    return first | ({"facts": [document(fact) for fact in said]} if len(said) > 1 else {})


def document(said: Said) -> Row:
    """One fact: the stable fields first, then everything else that was understood."""
    ids = list(said.customer_ids)
    known = {
        "customer_id": ids[0] if len(ids) == 1 else ids or None,
        "event_date": said.event,
        "followup": said.followup,
    }
    values = {name: known.get(name, getattr(said, name, None)) for name in CORE.split()}
    rest = {
        field.name: getattr(said, field.name)
        for field in fields(said)
        if field.name not in {*values, "customer_ids", "event"}
    }
    return {name: _plain(value) for name, value in (values | rest).items()}


def _plain(value: Any) -> Any:
    """A value as JSON writes it: moments as dates or dates with a time, sums as numbers."""
    if isinstance(value, Moment):
        return value.on.isoformat() + (value.at.strftime("T%H:%M") if value.at else "")
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, (date, time)) else value


def _batch(answer: Callable[[str, Any], Row], stdin: IO[str], stdout: IO[str]) -> int:
    code = FINE
    for line in stdin:
        if not line.strip():
            continue
        result = _line(answer, line)
        code = FAILED if "error" in result else code
        stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
        stdout.flush()
    return code


def _line(answer: Callable[[str, Any], Row], line: str) -> Row:
    try:
        asked = json.loads(line)
    except ValueError:
        return {"id": None, "error": "not JSON"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {"id": asked.get("id") if isinstance(asked, dict) else None, "error": "no text"}
    return answer(asked["text"], asked.get("id"))


def _show(result: Row, as_json: bool, stdout: IO[str]) -> None:
    if as_json:
        stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
        return
    for name, value in result.items():
        if value not in (None, [], False) and name not in ("text", "facts"):
            stdout.write(f"{name:14} {value}\n")


def _heard(now: str | None, timezone: str) -> datetime:
    """The time of the message in the given zone; a time without an offset is that zone's own."""
    zone = ZoneInfo(timezone)
    if now is None:
        return datetime.now(UTC).astimezone(zone)
    given = datetime.fromisoformat(now)
    return given.astimezone(zone) if given.tzinfo else given.replace(tzinfo=zone)


def _rows(customers: Path | None) -> list[Row]:
    """The rows of the customers file; each needs an id and a name."""
    if customers is None:
        return []
    rows = json.loads(customers.read_text(encoding="utf-8"))
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "id" in row and row.get("name") for row in rows):
        raise ValueError(f"{customers}: a list of customers with id and name is needed")
    return rows
