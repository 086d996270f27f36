"""Recording: a visit, call, meeting, message, note, purchase or complaint, with what was planned and promised."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from storage import customers, journal, people, records
from storage.models import Customer, Doing, Interaction, Person, Plan
from storage.scope import Scope, visible

from . import judging
from .cards import Recorded, card
from .company import Company
from .facts import plain
from .refusals import CustomerUnknown
from .rows import rows_of
from .settling import close_complaint, settle_next, settle_plans


@dataclass(frozen=True)
class NewCustomer:
    """A customer that the message is about and that nobody has yet."""

    name: str
    phone: str | None = None
    city: str | None = None


@dataclass(frozen=True)
class Ahead:
    """Something planned: a date, a time of day where one was said, words where it is a promise."""

    on: date
    at: time | None = None
    words: str | None = None
    channel: str | None = None


@dataclass(frozen=True)
class Record:
    """One fact that was heard, ready to be kept. `customer`: an id, somebody new, or None for a note to be assigned.

    `met`: the visit, meeting, call or message in which a purchase or complaint came about. `solves`: a complaint of
    before is over.
    """

    kind: str
    customer: int | NewCustomer | None
    on: date
    at: time | None = None
    contact: str | None = None
    contact_phone: str | None = None
    instead: bool = False
    """A date in the place of the next follow-up, not one more."""
    answered: bool = True
    worded: bool = True
    gist: str | None = None
    amount_minor: int | None = None
    currency: str | None = None
    amount_role: str | None = None
    product: str | None = None
    quantity: str | None = None
    sentiment: str = "neutral"
    intent: str | None = None
    need: str | None = None
    potential: str | None = None
    satisfaction: int | None = None
    ahead: tuple[Ahead, ...] = ()
    raw: str | None = None
    met: str | None = None
    solves: bool = False


@dataclass(frozen=True)
class Source:
    """Where a record came from: the person's message, or a tap."""

    chat_id: int
    message_id: int | None
    n: int = 0
    by: str = "text"


@dataclass
class Keeping:
    """What recording works with: who does it, when it was heard, what the company decided."""

    db: Session
    who: Person
    company: Company
    scope: Scope
    now: datetime
    today: date
    doing: Doing = field(init=False)


def record(keeping: Keeping, request: Record, source: Source) -> Recorded:
    """Keep one fact about one customer, judge the customer anew, and show what was understood."""
    db = keeping.db
    known = _known(keeping, request)
    keeping.doing = journal.begin(db, _doing(keeping, request, source, known))
    customer = known or _new(keeping, request)
    keep(keeping, request, customer, source)
    if customer:
        judging.refresh(db, customer, keeping.company, keeping.today, keeping.now, doing=keeping.doing)
    return card(db, keeping.doing, keeping.today)


def keep(keeping: Keeping, request: Record, customer: Customer | None, source: Source) -> None:
    """Write the rows of a fact into the doing that is open."""
    written = rows_of(keeping, request, customer, source)
    if customer:
        settle(keeping, request, customer, next((row for row in written if isinstance(row, Plan)), None))
    journal.keep(keeping.db, written)


def settle(keeping: Keeping, request: Record, customer: Customer, planned: Plan | None = None) -> None:
    """A touch settles what was planned before; of a complaint the manager is told, or it is over."""
    if request.kind == "complaint":
        _tell(keeping)
    if request.solves:
        close_complaint(keeping.db, customer.id, request.on, keeping.doing)
    if request.instead:
        settle_next(keeping.db, customer.id, request.on, keeping.doing, planned)
    touch = request.met or request.kind
    refund = request.kind == "purchase" and (request.amount_minor or 0) < 0 and not request.met
    if request.answered and not refund and touch not in ("note", "complaint", "new_customer", "plan"):
        settle_plans(keeping.db, customer.id, request.on, touch, keeping.doing)


def kept(db: Session, doing: Doing) -> Interaction:
    """The interaction that a doing recorded."""
    return records.of_doing(db, doing.id)["interactions"][0]  # type: ignore[no-any-return]


def _doing(keeping: Keeping, request: Record, source: Source, customer: Customer | None) -> Doing:
    understood = {"record": plain(request), "created": isinstance(request.customer, NewCustomer)}
    return Doing(
        person_id=keeping.who.id,
        chat_id=source.chat_id,
        message_id=source.message_id,
        n=source.n,
        what=request.kind,
        customer_id=customer.id if customer else None,
        done_at=keeping.now,
        understood=understood,
    )


def _known(keeping: Keeping, request: Record) -> Customer | None:
    if request.customer is None or isinstance(request.customer, NewCustomer):
        return None
    found = visible(keeping.db, keeping.scope, request.customer)
    if found is None:
        raise CustomerUnknown
    return found


def _new(keeping: Keeping, request: Record) -> Customer | None:
    if not isinstance(request.customer, NewCustomer):
        return None
    customer = created(keeping, request.customer, request.raw)
    keeping.doing.customer_id = customer.id
    return customer


def created(keeping: Keeping, new: NewCustomer, raw: str | None) -> Customer:
    """Somebody new, with what was said of them."""
    more: dict[str, object] = {"phone": new.phone, "city": new.city, "raw": raw, "fields": {}}
    return customers.add(keeping.db, new.name, keeping.who.id, keeping.now, **more)


def _tell(keeping: Keeping) -> None:
    leaders = people.leaders_of(keeping.db, keeping.who.id)
    keeping.doing.understood = {**keeping.doing.understood, "told": [leader.name for leader in leaders]}


def renamed(keeping: Keeping, customer: Customer, new: NewCustomer) -> Customer:
    """Somebody new is called otherwise; what wasn't said again stays."""
    customers.call(keeping.db, customer, new.name)
    customer.phone, customer.city = new.phone or customer.phone, new.city or customer.city
    return customer
