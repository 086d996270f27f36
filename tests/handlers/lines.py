"""What fits on a phone: 6 lines of 18 Chinese or 40 Latin characters, 2 rows of buttons."""

import re
from html import unescape

from handlers.texts import Spoken
from tests.office import Said

WIDTH, CHINESE = 40.0, 40 / 18


def too_much(said: Said) -> list[str]:
    """Everything that doesn't fit, message by message."""
    return [problem for one in said.spoken for problem in problems(one)]


def problems(spoken: Spoken) -> list[str]:
    """The lines that are too wide; and too many lines or rows."""
    lines = unescape(re.sub(r"<[^>]+>", "", spoken.text)).splitlines()
    wide = [line for line in lines if width(line) > WIDTH]
    return wide + [f"{len(lines)} lines"] * (len(lines) > 6) + [f"{len(spoken.rows)} rows"] * (len(spoken.rows) > 2)


def width(line: str) -> float:
    """In Latin characters; a Chinese one is as wide as 40 of 18."""
    return sum(CHINESE if sign > "\u2e80" else 1 for sign in line)
