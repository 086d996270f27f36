"""The company's own fields: text, numbers or dates that it keeps of its customers; set in words, shown on the card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from languages import all_words
from storage import audit, journal, own_fields
from storage.models import Customer, Doing, Field, Person
from storage.scope import visible

from .own_words import Called, call, names_of
from .records import Keeping, Source
from .refusals import CustomerUnknown, NameTaken, OldCard, TooManyFields, WordsTooLong

OWN = "own field"
"""What the doing of a changed value is called."""
KINDS = ("text", "number", "date")
MOST = 5
LONGEST, LONGEST_VALUE = 16, 60
Typed = str | float | date | None


@dataclass(frozen=True)
class FieldLine:
    """A field with its names in both languages and what it holds: text, number or date."""

    id: int
    zh: str
    en: str
    kind: str
    zh_tw: str | None = None
    zh_hk: str | None = None


@dataclass(frozen=True)
class FieldsShown:
    """All fields of the company. `added` and `removed`: the one that just came or went; `question` takes that back."""

    fields: tuple[FieldLine, ...]
    added: FieldLine | None = None
    removed: str | None = None
    question: int | None = None
    full: bool = False


@dataclass(frozen=True)
class FieldShown:
    """One field; `renamed`: it just was, `question` takes that back. `used`: how many customers have a value."""

    field: FieldLine
    renamed: bool = False
    question: int | None = None


@dataclass(frozen=True)
class OwnValue:
    """A field of a customer with its value: words, or the date where it holds one."""

    zh: str
    en: str
    words: str | None
    on: date | None
    zh_tw: str | None = None
    zh_hk: str | None = None


@dataclass(frozen=True)
class ValueKept:
    """A field of a customer has this value from now on; `old` what it had. Without words it is empty again."""

    doing: int
    customer: int
    name: str
    value: OwnValue
    old: OwnValue | None
    today: date
    restored: bool = False


def show_all(db: Session) -> FieldsShown:
    """All fields."""
    fields = tuple(line(row) for row in own_fields.every(db))
    return FieldsShown(fields, full=len(fields) >= MOST)


def line(row: Field) -> FieldLine:
    """A field as it is shown."""
    return FieldLine(row.id, row.zh, row.en, row.kind, row.zh_tw, row.zh_hk)


def one(db: Session, number: int) -> Field:
    """The field of this number."""
    found = db.get(Field, number)
    if found is None:
        raise OldCard
    return found


def add(db: Session, who: Person, names: Called, kind: str, now: datetime, key: str | None = None) -> Field:
    """A new field. `key`: under which customers keep its values, where it was there before."""
    if kind not in KINDS:
        raise OldCard
    rows = own_fields.every(db)
    if len(rows) >= MOST:
        raise TooManyFields(MOST)
    _must_fit(rows, names, None)
    row = own_fields.add(db, names.zh, names.en, kind, key, names.zh_tw, names.zh_hk)
    audit.note(db, who.id, "company changed: field", now)
    return row


def rename(db: Session, who: Person, row: Field, names: Called, now: datetime) -> Called:
    """Other names for a field; those that it had. Its values stay."""
    _must_fit(own_fields.every(db), names, row.id)
    old = names_of(row)
    call(row, names)
    db.flush()
    audit.note(db, who.id, "company changed: field", now)
    return old


def hold(db: Session, who: Person, row: Field, kind: str, now: datetime) -> None:
    """What a field holds from now on; what customers have stays as it was written."""
    if kind not in KINDS:
        raise OldCard
    row.kind = kind
    db.flush()
    audit.note(db, who.id, "company changed: field", now)


def remove(db: Session, who: Person, row: Field, now: datetime) -> None:
    """A field is asked and shown no more; its values are kept in case it comes back."""
    own_fields.remove(db, row)
    audit.note(db, who.id, "company changed: field", now)


def keep(keeping: Keeping, customer_id: int, row: Field, value: str | None, source: Source) -> ValueKept:
    """A customer's field has this value (ISO of a date) from now on; None empties it."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    if value is not None and len(value) > LONGEST_VALUE:
        raise WordsTooLong(LONGEST_VALUE, LONGEST_VALUE)
    old = customer.fields.get(row.name)
    doing = journal.begin(keeping.db, Doing(
        person_id=keeping.who.id, chat_id=source.chat_id, message_id=source.message_id, n=source.n, what=OWN,
        customer_id=customer.id, done_at=keeping.now, understood={"field": row.id, "old": old, "new": value},
    ))  # fmt: skip
    _write(customer, row, value)
    keeping.db.flush()
    return card(keeping.db, doing, keeping.today)


def correct(keeping: Keeping, doing: Doing, value: str | None) -> ValueKept:
    """The message was edited: this is the value."""
    journal.resume(keeping.db, doing)
    customer = visible(keeping.db, keeping.scope, doing.customer_id or 0)
    if customer is None:
        raise CustomerUnknown
    _write(customer, one(keeping.db, doing.understood["field"]), value)
    doing.understood = {**doing.understood, "new": value}
    keeping.db.flush()
    return card(keeping.db, doing, keeping.today)


def card(db: Session, doing: Doing, today: date, *, restored: bool = False) -> ValueKept:
    """The card of a changed value."""
    customer, row = db.get(Customer, doing.customer_id or 0), db.get(Field, doing.understood["field"])
    if customer is None or row is None:
        raise OldCard
    old, new = doing.understood["old"], doing.understood["new"]
    was = _value(row, old) if old is not None else None
    return ValueKept(doing.id, customer.id, customer.name, _value(row, new), was, today, restored)


def values(db: Session, held: Mapping[str, Any]) -> tuple[OwnValue, ...]:
    """What a customer has of the company's fields, those that are empty left out."""
    return tuple(_value(row, held[row.name]) for row in own_fields.every(db) if held.get(row.name)) if held else ()


def typed(row: Field, kept: str | None) -> Typed:
    """What a customer has in a field, as a sheet holds it: a number or a date where the field holds such and it is."""
    try:
        if kept and row.kind == "date":
            return date.fromisoformat(kept)
        value = float(kept) if kept and row.kind == "number" else kept or None
        return int(value) if isinstance(value, float) and value.is_integer() else value
    except ValueError:
        return kept


def _write(customer: Customer, row: Field, value: str | None) -> None:
    others = {name: kept for name, kept in customer.fields.items() if name != row.name}
    customer.fields = others if value is None else {**others, row.name: value}


def _value(row: Field, kept: str | None) -> OwnValue:
    """As it is shown: a date in the reader's way, where it is one."""
    try:
        on = date.fromisoformat(kept) if kept and row.kind == "date" else None
    except ValueError:
        on = None
    return OwnValue(row.zh, row.en, None if on else kept, on, row.zh_tw, row.zh_hk)


def _must_fit(rows: Sequence[Field], names: Called, number: int | None) -> None:
    chinese = [word for word in (names.zh, names.zh_tw, names.zh_hk) if word]
    if max(*map(len, chinese), len(names.en) // 2) > LONGEST:
        raise WordsTooLong(LONGEST, LONGEST * 2)
    plain = {word.casefold() for word in (*chinese, names.en)}
    if any(row.id != number and plain & {word.casefold() for word in all_words(row)} for row in rows):
        raise NameTaken(names.zh)
