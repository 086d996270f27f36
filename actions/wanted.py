"""Which customers a question is about: by tier, status, owner or team, silence, city, region, industry, product."""

from dataclasses import dataclass, fields
from datetime import date, timedelta

from sqlalchemy.orm import Session

from languages import all_words
from lookup import same_city
from storage import company as catalogue
from storage import people
from storage.lists import Narrowed
from storage.models import Person, Term
from storage.scope import Scope

STATUSES = {
    "new": "n", "active": "a", "silent": "s", "at_risk": "r", "lost": "l",
    "late": "o", "due": "d", "planned": "p", "covered": "c",
}  # fmt: skip
"""A status, or a state against the cadence, and its letter on a button."""
TEAM = "t"


@dataclass(frozen=True)
class Wanted:
    """Which customers are asked for. `days`: no contact for so long; `region`, `industry`, `product`: entries' ids."""

    tier: str | None = None
    status: str | None = None
    owner: int | None = None
    days: int | None = None
    city: str | None = None
    region: int | None = None
    industry: int | None = None
    product: int | None = None
    team: int | None = None

    @property
    def where(self) -> str:
        """The same in one word, so that a button can say it: what isn't named is `-`, and nothing at the end."""
        whose = f"{TEAM}{self.team}" if self.team is not None else self.owner
        status = STATUSES.get(self.status or "", self.status)
        said = (self.tier, status, whose, self.days, self.city, self.region, self.industry, self.product)
        words = [str(value) if value is not None else "-" for value in said]
        while len(words) > 1 and words[-1] == "-":
            words.pop()
        return ":".join(words)

    def narrowed(self, db: Session, today: date) -> Narrowed:
        """As storage asks."""
        quiet = today - timedelta(days=self.days) if self.days is not None else None
        cities = same_city(self.city) if self.city else ()
        owners = tuple(people.members(db, self.team)) if self.team is not None else None
        owners = (self.owner,) if self.owner is not None else owners
        return Narrowed(
            self.tier, self.status, cities, owners, quiet, self.region, self.industry, self._products(db), today
        )

    def _products(self, db: Session) -> tuple[str, ...]:
        found = catalogue.terms_by_ids(db, [self.product]) if self.product is not None else []
        return tuple(name for term in found for name in all_words(term))


EVERYBODY = Wanted()


@dataclass(frozen=True)
class Named:
    """A word of the company's catalogue, a city or a team, in every language that has it."""

    zh: str
    en: str
    zh_tw: str | None = None
    zh_hk: str | None = None


def wanted_of(words: tuple[str, ...]) -> Wanted:
    """What a button says. ValueError: no button of today says so."""
    said = [None if word == "-" else word for word in words]
    if len(said) > len(fields(Wanted)) - 1:
        raise ValueError(words)
    tier, status, whose, days, city, *terms = said + [None] * (8 - len(said))
    status = next((name for name, letter in STATUSES.items() if letter == status), status)
    team = whose.removeprefix(TEAM) if whose and whose.startswith(TEAM) else None
    region, industry, product = (whole(term) for term in terms)
    owner = None if team else whole(whose)
    return Wanted(tier, status, owner, whole(days), city, region, industry, product, whole(team))


def whole(word: str | None) -> int | None:
    """A number of at most nine digits."""
    if word is None:
        return None
    if not (word.isascii() and word.isdigit() and len(word) <= 9):
        raise ValueError(word)
    return int(word)


def named(db: Session, wanted: Wanted) -> tuple[Named, ...]:
    """The city, region, industry, product and team that a list is narrowed to."""
    city = (Named(wanted.city, wanted.city),) if wanted.city else ()
    numbers = [one for one in (wanted.region, wanted.industry, wanted.product) if one is not None]
    team = people.team_names(db, [wanted.team]).get(wanted.team) if wanted.team is not None else None
    teams = (Named(team, team),) if team else ()
    return (*teams, *city, *(name_of(term) for term in catalogue.terms_by_ids(db, numbers)))


def name_of(term: Term) -> Named:
    """What an entry of the catalogue is called."""
    return Named(term.zh, term.en, term.zh_tw, term.zh_hk)


def is_own(who: Person, scope: Scope) -> bool:
    """Whether the asker sees nobody's customers but their own and those shared with them."""
    return scope.people == frozenset({who.id})


def person_of(db: Session, scope: Scope, owner: int | None) -> str | None:
    """A person's name, as far as their customers are the asker's business."""
    if owner is None or (scope.people is not None and owner not in scope.people):
        return None
    return people.named(db, [owner]).get(owner)
