"""The shapes of a seeded company: plain facts, no database, nothing computed from them."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class SeedTerm:
    """An entry of the catalogue, in both languages. `kind` is region, industry or product."""

    kind: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class SeedPerson:
    """Somebody of the company. `key` is how touches and customers refer to them; `language` is what they read."""

    key: str
    zh: str
    en: str
    roles: tuple[str, ...]
    language: str

    @property
    def name(self) -> str:
        """The name in the script of their language."""
        return self.zh if self.language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class SeedContact:
    """A person at a customer, as salespeople write them down; `phone` in E.164, in a range nobody has."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class SeedTouch:
    """A visit, call, meeting or message, or with `answered` False an attempt at one.

    `sentiment` is positive, neutral or negative, `intent` hot, warm, cold or None; `contact` is the name of one of
    the customer's contacts.
    """

    on: date
    at: time
    channel: str
    answered: bool
    words: str
    contact: str
    sentiment: str
    intent: str | None
    author: str


@dataclass(frozen=True, slots=True)
class SeedPurchase:
    """Money that came in: whole yuan for so many of a product (its Chinese name in the catalogue)."""

    on: date
    amount: int
    product: str
    quantity: int
    author: str


@dataclass(frozen=True, slots=True)
class SeedComplaint:
    """What a customer complained about; open as long as `closed_on` is None."""

    opened_on: date
    closed_on: date | None
    words: str
    author: str


@dataclass(frozen=True, slots=True)
class SeedPlan:
    """An open plan, with words a promise; `at` where a time was agreed."""

    made_on: date
    due_on: date
    at: time | None
    channel: str
    words: str | None
    author: str


@dataclass(frozen=True, slots=True)
class SeedFact:
    """A dated judgement: potential (high medium low), need (words), satisfaction (1 to 5)."""

    kind: str
    value: str
    on: date
    author: str


@dataclass(frozen=True, slots=True)
class SeedCustomer:
    """A customer with everything that happened, each list in the order of time.

    `language` is that of its name and notes; `alias` is the name in the other script; `owner` is a person's key;
    `region` and `industry` are Chinese names in the catalogue.
    """

    number: int
    name: str
    alias: str
    language: str
    city: str
    region: str
    industry: str
    owner: str
    created_on: date
    contacts: tuple[SeedContact, ...]
    touches: tuple[SeedTouch, ...] = ()
    purchases: tuple[SeedPurchase, ...] = ()
    complaints: tuple[SeedComplaint, ...] = ()
    plans: tuple[SeedPlan, ...] = ()
    facts: tuple[SeedFact, ...] = ()


@dataclass(frozen=True, slots=True)
class SeedCompany:
    """清源净水 / Clearspring on the morning of `start`: nothing in it lies on that day or later but open plans."""

    zh: str
    en: str
    currency: str
    start: date
    people: tuple[SeedPerson, ...]
    terms: tuple[SeedTerm, ...]
    customers: tuple[SeedCustomer, ...]

    @property
    def name(self) -> str:
        """Its name in the language of its people."""
        return self.zh if all(person.language == "zh" for person in self.people) else self.en
