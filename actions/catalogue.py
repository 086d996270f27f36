"""The company's catalogue: regions, industries and products, named in both languages; an admin keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from storage import audit, catalogue
from storage import company as kept
from storage.models import Person, Term

from .own_words import Called, call, names_of
from .refusals import NameTaken, OldCard, TermInUse, WordsTooLong

PAGE = 5
LONGEST = 24
KINDS = catalogue.KINDS


@dataclass(frozen=True)
class TermLine:
    """An entry with its names in both languages, and those of Taiwan and Hong Kong if they differ."""

    id: int
    zh: str
    en: str
    zh_tw: str | None = None
    zh_hk: str | None = None


@dataclass(frozen=True)
class CatalogueShown:
    """A page of the products, regions or industries. `added`: how many just were; `removed`: the one that just went;
    `question`: what takes that back."""

    kind: str
    terms: tuple[TermLine, ...]
    page: int
    more: bool
    count: int
    added: int = 0
    removed: str | None = None
    question: int | None = None


@dataclass(frozen=True)
class TermShown:
    """One entry, and how many customers are filed under it. `renamed`: it just was, `question` takes that back."""

    id: int
    kind: str
    zh: str
    en: str
    used: int
    renamed: bool = False
    question: int | None = None
    zh_tw: str | None = None
    zh_hk: str | None = None


def show_all(db: Session, kind: str, page: int = 0) -> CatalogueShown:
    """A page of the entries of a kind."""
    if kind not in KINDS:
        raise OldCard
    terms = kept.terms(db, kind)
    part = tuple(TermLine(term.id, *names_of(term)) for term in terms[page * PAGE : page * PAGE + PAGE])
    return CatalogueShown(kind, part, page, len(terms) > (page + 1) * PAGE, len(terms))


def show(db: Session, term: Term) -> TermShown:
    """One entry's card."""
    return TermShown(term.id, term.kind, term.zh, term.en, catalogue.uses(db, term), zh_tw=term.zh_tw, zh_hk=term.zh_hk)


def one(db: Session, number: int) -> Term:
    """The entry of this number."""
    found = db.get(Term, number)
    if found is None:
        raise OldCard
    return found


def add(db: Session, who: Person, kind: str, names: Sequence[Called], now: datetime) -> list[Term]:
    """New entries of a kind, each with its names; none of them may be there already."""
    if kind not in KINDS:
        raise OldCard
    made = []
    for each in names:
        _must_fit(db, kind, each, None)
        made.append(kept.add_term(db, kind, *each))
    audit.note(db, who.id, f"company changed: {kind}", now)
    return made


def rename(db: Session, who: Person, term: Term, names: Called, now: datetime) -> Called:
    """Other names for an entry; those that it had."""
    _must_fit(db, term.kind, names, term.id)
    old = names_of(term)
    call(term, names)
    db.flush()
    audit.note(db, who.id, f"company changed: {term.kind}", now)
    return old


def remove(db: Session, who: Person, term: Term, now: datetime) -> None:
    """Take an entry away that no customer is filed under."""
    used = catalogue.uses(db, term)
    if used:
        raise TermInUse(term.zh, term.en, used)
    catalogue.remove(db, term)
    audit.note(db, who.id, f"company changed: {term.kind}", now)


def _must_fit(db: Session, kind: str, names: Called, number: int | None) -> None:
    words = [word for word in names if word]
    if max(map(len, words)) > LONGEST:
        raise WordsTooLong(LONGEST, LONGEST)
    same = catalogue.called(db, kind, *words)
    if same is not None and same.id != number:
        raise NameTaken(names.zh)
