"""Structured logs for a console or a machine, without the token and without anything about a person.

What may be logged is an event in fixed words and ids beside it: `log.info("update kept", extra={"update_id": 5})`.
An exception is logged by its type and its path through the code, never by its words, which may quote a message.
"""

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

TOKEN = re.compile(r"\d{5,}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
CREDENTIALS = re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)")
HIDDEN = "[hidden]"
QUIET = ("aiohttp", "apscheduler", "asyncio", "fontTools", "httpcore", "httpx", "matplotlib")
"""Libraries that log addresses, parameters or contents; only their warnings are heard."""
SILENT = ("telegram",)
"""Quotes whole answers of the server where it cannot read them; what it knows reaches us as exceptions."""

_ORDINARY = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class Redaction(logging.Filter):
    """Hides every bot token, every password inside a URL and every secret it was told of, wherever they stand."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, redacted."""
        words = record.getMessage()
        if record.name == "asyncio":  # goes on with the exception's own words
            words = words.partition("\n")[0]
        record.msg, record.args = self.redacted(words), None
        for name in vars(record).keys() - _ORDINARY:
            value = getattr(record, name)
            if isinstance(value, str):
                setattr(record, name, self.redacted(value))
        return True

    def redacted(self, text: str) -> str:
        """The text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return CREDENTIALS.sub(HIDDEN, TOKEN.sub(HIDDEN, text))


class Lines(logging.Formatter):
    """One line per event for a console: time, level, where, what, ids."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with the path of an exception below it."""
        at = datetime.fromtimestamp(record.created).strftime("%H:%M:%S")  # noqa: DTZ006 - the console's own zone
        ids = "".join(f" {name}={value}" for name, value in _beside(record).items())
        line = f"{at} {record.levelname:<7} {record.name}: {record.getMessage()}{ids}"
        return line + ("\n" + _path(record.exc_info) if record.exc_info else "")


class Documents(logging.Formatter):
    """One JSON document per event for machines."""

    def format(self, record: logging.LogRecord) -> str:
        """The document: at (UTC), level, logger, event, the ids, and the path of an exception."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        event = {"at": at, "level": record.levelname.lower(), "logger": record.name, "event": record.getMessage()}
        path = {"exception": _path(record.exc_info)} if record.exc_info else {}
        return json.dumps(event | _beside(record) | path, ensure_ascii=False, default=str)


def set_up(
    level: str = "INFO", *, documents: bool = False, secrets: Iterable[str] = (), stream: TextIO | None = None
) -> None:
    """Log to standard error (or `stream`), as lines or as JSON documents, and to nowhere else."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Documents() if documents else Lines())
    handler.addFilter(Redaction(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _beside(record: logging.LogRecord) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name not in _ORDINARY}


def _path(raised: Any) -> str:
    """Types and places of an exception and its causes; their words stay out."""
    parts = []
    error: BaseException | None = raised[1]
    while error is not None:
        parts.append(_places(error.__traceback__) + type(error).__name__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\ncaused by\n".join(parts)


def _places(trace: TracebackType | None) -> str:
    return "".join(f"  {f.filename}:{f.lineno} in {f.name}\n" for f in traceback.extract_tb(trace))
