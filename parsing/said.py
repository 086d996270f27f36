"""What a message says: the plain shapes that parsing gives and what it wants to be handed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, Protocol


@dataclass(frozen=True)
class Spot:
    """A customer's name seen inside a text: where, whose it may be, and how it was recognised.

    `how` is one of exact, alias, contact, core, pinyin, initials, typo, homophone; `certainty` lies in 0..1.
    """

    start: int
    end: int
    words: str
    ids: tuple[int | str, ...]
    how: str
    certainty: float


@dataclass(frozen=True)
class Candidate:
    """A customer that some words may mean."""

    id: int | str
    name: str
    certainty: float
    how: str


class SpotLike(Protocol):
    """Anything that reads like a `Spot`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def ids(self) -> tuple[int | str, ...]: ...
    @property
    def how(self) -> str: ...
    @property
    def certainty(self) -> float: ...


class CandidateLike(Protocol):
    """Anything that reads like a `Candidate`."""

    @property
    def id(self) -> int | str: ...
    @property
    def name(self) -> str: ...
    @property
    def certainty(self) -> float: ...
    @property
    def how(self) -> str: ...


class Book(Protocol):
    """The customers that the speaker may mean."""

    def spot(self, text: str) -> Sequence[SpotLike]:
        """The names seen inside a text, with their places in it."""

    def find(self, words: str) -> Sequence[CandidateLike]:
        """The customers that these words may mean, the likeliest first."""


@dataclass(frozen=True)
class Moment:
    """A day, and the time of day where one was said; both as the speaker's own clock shows them."""

    on: date
    at: time | None = None


@dataclass(frozen=True)
class Said:
    """One fact of a message, with everything that was understood and the doubts that remain.

    intent: new_customer, visit, call, purchase, complaint, note or query. Plans are notes with a follow-up.
    customer_ids: empty for a new customer or none; more than one when the text cannot decide.
    amount is the main figure in major units (total before unit price, the low end of a range), amounts all of them as
    they are written; currency is null when the text names none. amount_role: budget, quote, deal, paid, deposit, owed,
    refund, price (of one piece) or null. A refund that was given is a purchase below zero. total: what was bought comes
    to, where only the price of one piece and their number were said.
    followup is when to be back; promise what was promised to the customer, by promise_by.
    solved: a complaint that is over. phone_changed: the number is the contact's new one, in place of another.
    query: what a query asks (today, tiers, why, card, ...), with tier, status, city and days as its filters.
    doubts: which_customer; fuzzy_customer, where the only one that fits is spelt otherwise (华兴 for 华星): it is
    worth a question before anything is recorded; which_amount; impossible_date.
    """

    text: str
    intent: str
    customer: str | None = None
    customer_ids: tuple[int | str, ...] = ()
    contact: str | None = None
    phone: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    amounts: tuple[Decimal, ...] = ()
    amount_role: str | None = None
    product: str | None = None
    product_known: bool = False
    quantity: Decimal | None = None
    channel: str | None = None
    answered: bool = True
    sentiment: str = "neutral"
    level: str | None = None
    need: str | None = None
    potential: str | None = None
    satisfaction: int | None = None
    event: Moment | None = None
    followup: Moment | None = None
    promise: str | None = None
    promise_by: Moment | None = None
    summary: str | None = None
    city: str | None = None
    query: str | None = None
    tier: str | None = None
    status: str | None = None
    days: int | None = None
    total: Decimal | None = None
    solved: bool = False
    phone_changed: bool = False
    doubts: tuple[str, ...] = ()

    def but(self, **changes: Any) -> "Said":
        """The same with some fields changed; `dataclasses.replace` takes forty times as long for so many fields."""
        changed = object.__new__(Said)
        changed.__dict__.update(self.__dict__, **changes)
        return changed


@dataclass(frozen=True)
class Correction:
    """What a correction puts in the place of something understood; only the corrected fields are set."""

    amount: Decimal | None = None
    currency: str | None = None
    moment: Moment | None = None
    phone: str | None = None
    contact: str | None = None
    customer: str | None = None
    intent: str | None = None


@dataclass(frozen=True)
class NewCustomer:
    """A customer introduced by a name, and whatever came with it."""

    name: str
    contact: str | None = None
    phone: str | None = None
    city: str | None = None
