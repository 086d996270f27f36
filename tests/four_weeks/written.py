"""The diary as a page: day by day, what the phone showed and what was typed, with the counts above."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from statistics import median

from .about import Said
from .weeks import Entry

PAGE = Path(__file__).parents[2] / "docs" / "four_weeks.md"
REMARKS = "## What annoys"
"""From here on the page is written by hand."""
SIGNS = {"types": "› ", "taps": "◉ ", "edits": "✎ ", "flashes": "  ~ ", "answers": "  ", "says": "▸ ", "remark": "— "}
PUSHED = re.compile(r"\d\d:\d\d ▸ (.+)")
DAY = re.compile(r"### (\w+ \d+ \w+)")
HEAD = """\
# Four weeks on one phone

陈静 sells water filters and looks after sixty customers of the demo's company. These are her four weeks with the
production bot against the local Telegram, the clock pushed from minute to minute: what the bot said by itself, what
she typed and tapped, and what it answered. She settles most lines by tap or in words and leaves some. There are calls
that were agreed, a complaint, a birthday, two days of leave with a deputy, and a morning on which the bot is down.

`›` she writes · `◉` she taps · `▸` the bot says it by itself · `✎` the same card, edited in place · `~` a word that
passes · indented: an answer. Buttons stand in brackets. A list that is edited more than once in a row is shown as it
was last.

`pytest tests/four_weeks --accept` plays them again and writes this page. Every line of every push, those to her
colleagues and her manager as well, was held against the database at the moment at which it was said: {checked} lines.

"""


def write(entries: list[Entry], said: list[Said], checked: int, person: int) -> None:
    """The page anew; what was remarked upon it stays."""
    before = PAGE.read_text("utf-8") if PAGE.exists() else ""
    remarks = before[before.index(REMARKS) :] if REMARKS in before else f"{REMARKS}\n"
    body = "".join(_day(on, found) for on, found in groupby(_shown(entries), key=lambda one: one.at.date()))
    PAGE.write_text(HEAD.format(checked=checked) + _counted(said, person) + body + remarks, "utf-8")


def counts(said: Iterable[Said], person: int, days: Iterable[date]) -> tuple[list[int], list[int]]:
    """Agendas and other pushes of each of these days, to this person."""
    kinds = Counter((one.on, one.kind == "agenda") for one in said if one.person == person)
    return [kinds[on, True] for on in days], [kinds[on, False] for on in days]


def listed(page: str) -> dict[str, tuple[int, int]]:
    """From the page itself: day -> its agendas and its other pushes."""
    found: dict[str, tuple[int, int]] = {}
    day = ""
    for line in page.splitlines():
        if heading := DAY.match(line):
            found[day := heading[1]] = (0, 0)
        elif pushed := PUSHED.match(line):
            agenda = "先联系这" in pushed[1]
            found[day] = (found[day][0] + agenda, found[day][1] + (not agenda))
    return found


def worked(said: Iterable[Said], person: int) -> list[date]:
    """The days on which this person got an agenda."""
    return sorted({one.on for one in said if one.person == person and one.kind == "agenda"})


def _counted(said: list[Said], person: int) -> str:
    days = worked(said, person)
    agendas, others = counts(said, person, days)
    kinds = Counter(one.kind for one in said if one.person == person and one.kind != "agenda")
    named = ", ".join(f"{count} {NAMES.get(kind, kind)}" for kind, count in kinds.most_common())
    return (
        "| working days | agendas a day | other pushes a day: median, most | other pushes |\n|---|---|---|---|\n"
        f"| {len(days)} | {max(agendas)} | {median(others):g}, {max(others)} | {named} |\n\n"
    )


NAMES = {
    "report": "day reports (asked for)", "ahead": "agreed times", "after": "times asked after",
    "escalation": "late customers",
    "asked": "reminders of her own", "preview": "weeks ahead (asked for)", "occasion": "dates of customers",
    "nag": "silent customers", "answers": "answers", "reports": "reports",
}  # fmt: skip


def _shown(entries: list[Entry]) -> Iterator[Entry]:
    """Each entry, but of edits in a row at one time the last of those that begin alike."""
    for n, one in enumerate(entries):
        after = entries[n + 1] if n + 1 < len(entries) else None
        if not (after and one.how == after.how == "edits" and one.lines[0][:4] == after.lines[0][:4]):
            yield one


def _day(on: date, entries: Iterable[Entry]) -> str:
    lines = (line for one in entries for line in _written(one.at, one))
    return f"### {on:%A} {on.day} {on:%B}\n\n```text\n" + "\n".join(lines) + "\n```\n\n"


def _written(at: datetime, one: Entry) -> Iterator[str]:
    first, *rest = one.lines
    label = f"[{first}]" if one.how == "taps" else first
    yield f"{at:%H:%M} {SIGNS[one.how]}{label}"
    for line in rest:
        yield f"        {line}"
