"""The lines of a customer list as customers; what can't be read is said with its line, and kept in its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

import lookup
from actions.importing import LONGEST, Listed, Remark
from actions.own_fields import LONGEST_VALUE
from languages import all_words
from parsing import moment, numbers, phones
from parsing.own_fields import number_of
from parsing.script import fold
from sheets import Cell, Line
from storage.models import Field

from .headings import columns, spelling

NAME = 200
"""Characters that a name can have."""
OLDEST = 30 * 366
"""Days before which nothing counts."""
OWN = "own "
"""Before the key of one of the company's own fields."""
RICHEST = Decimal(10) ** 12
"""Major units beyond which a sum is taken for something else."""


@dataclass(frozen=True)
class Here:
    """Where and when the list is read: the clock of the company, and the country of its numbers and dates."""

    now: datetime
    region: str
    own: tuple[Field, ...] = ()
    """The company's own fields."""

    @property
    def today(self) -> date:
        """The company's date."""
        return self.now.date()


def customers(lines: Sequence[Line], here: Here) -> tuple[list[Listed], list[Remark], list[str]]:
    """The customers of the list, what is wrong with its lines, and the headings that are kept as words only.

    Raises SheetUnreadable where no column holds the customers' names.
    """
    place, fields = columns(lines, {spelling(name): OWN + row.name for row in here.own for name in all_words(row)})
    headings = lines[place].cells
    read = [_customer(line, headings, fields, here) for line in lines[place + 1 :]]
    unused = [str(head) for at, head in enumerate(headings) if head and at not in fields.values()]
    return [one for one, _ in read if one], [remark for _, remarks in read for remark in remarks], unused


class Reading:
    """One line being read: its cells by field, and what was wrong with them."""

    def __init__(self, line: Line, fields: Mapping[str, int], here: Here) -> None:
        self.here, self.number, self.remarks = here, line.number, list[Remark]()
        self._cells = {field: line.cells[at] for field, at in fields.items() if at < len(line.cells)}

    def words(self, field: str, longest: int | None = None) -> str | None:
        """A cell as words on one line."""
        found = " ".join(str(self._cells.get(field, "")).split())
        if longest and len(found) > longest:
            self._wrong("too_long", f"{found[:30]}...")
            return None
        return found or None

    def phone(self) -> str | None:
        """The first phone number of a cell, E.164."""
        written = self.words("phone")
        found = phones.find(fold(written), self.here.region) if written else ()
        if found:
            return found[0].number
        self._wrong("phone_unreadable", written)
        return None

    def day(self, field: str) -> date | None:
        """A day that has come; one without a year is the last one that was."""
        cell = self._cells.get(field, "")
        found = cell if isinstance(cell, date) else self._spelt(str(cell))
        oldest = self.here.today - timedelta(days=OLDEST)
        if found and oldest <= found <= self.here.today:
            return found
        self._wrong("date_ahead" if found and found > oldest else "date_unreadable", str(cell))
        return None

    def amount(self) -> Decimal | None:
        """A sum in major units; empty and zero are none."""
        written = self.words("amount")
        found = numbers.find(fold(written), self.here.region) if written else ()
        if len(found) == 1 and 0 <= found[0].value < RICHEST:
            return Decimal(found[0].value) or None
        self._wrong("amount_unreadable", written)
        return None

    def own(self) -> tuple[tuple[str, str], ...]:
        """What the line says for each of the company's own fields."""
        read = ((row.name, self._own(row, self.words(OWN + row.name, LONGEST_VALUE))) for row in self.here.own)
        return tuple((key, value) for key, value in read if value)

    def _own(self, row: Field, written: str | None) -> str | None:
        """A value as it is kept: words, plain figures, or the ISO of any date."""
        if written is None or row.kind == "text":
            return written
        cell = self._cells[OWN + row.name]
        if row.kind == "number":
            value = number_of(written)
        else:
            found = cell if isinstance(cell, date) else self._spelt(written, passed=False)
            value = found.isoformat() if found else None
        if value is None:
            self._wrong(f"{row.kind}_unreadable", written)
        return value

    def _spelt(self, words: str, passed: bool = True) -> date | None:
        found = moment(words, heard=self.here.now, region=self.here.region) if words else None
        if found is None:
            return None
        yearless = passed and str(found.on.year) not in words and found.on > self.here.today
        return found.on.replace(year=found.on.year - 1, day=min(found.on.day, 28)) if yearless else found.on

    def _wrong(self, what: str, value: str | None) -> None:
        """Remember what is wrong with a cell that has anything in it."""
        if value:
            self.remarks.append(Remark(self.number, what, value))


def _customer(
    line: Line, headings: Sequence[Cell], fields: Mapping[str, int], here: Here
) -> tuple[Listed | None, list[Remark]]:
    reading = Reading(line, fields, here)
    name = reading.words("name", NAME)
    if name is None or not lookup.normal(name):
        what = Remark(line.number, "no_name", name or "")
        return None, reading.remarks or [what]
    listed = Listed(
        line=line.number,
        name=name,
        contact=reading.words("contact", NAME),
        phone=reading.phone(),
        owner=reading.words("owner", NAME),
        region=reading.words("region", LONGEST),
        city=reading.words("city", LONGEST),
        industry=reading.words("industry", LONGEST),
        touched_on=reading.day("touched_on"),
        bought_on=reading.day("bought_on"),
        amount=reading.amount(),
        note=reading.words("note", 4000),
        raw=_raw(line, headings),
        own=reading.own(),
    )
    return listed, reading.remarks


def _raw(line: Line, headings: Sequence[Cell]) -> str:
    """The whole line in words."""
    named = [*headings, *[""] * (len(line.cells) - len(headings))]
    return "\n".join(
        f"{head}: {cell}" if head else str(cell) for head, cell in zip(named, line.cells, strict=False) if cell
    )
