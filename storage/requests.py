"""Questions about what colleagues ask of each other's customers, and about who shares them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from .customers import names_changed
from .models import Access, Person, Question, Request

SHARED = "shared"
"""The kind of access of somebody who shares a customer with its owner."""
COLLEAGUE = "colleague"
"""The kind of question in which waits what was said of a colleague's customer."""


def add(db: Session, request: Request) -> Request:
    """A new one, with its number."""
    db.add(request)
    db.flush()
    return request


def open_of(db: Session, asker_id: int, customer_id: int) -> Request | None:
    """What somebody asked of a customer and that waits for an answer."""
    mine = select(Request).where(Request.asker_id == asker_id, Request.customer_id == customer_id)
    return db.scalars(mine.where(Request.state == "open").order_by(Request.id.desc()).limit(1)).one_or_none()


def waiting_for_judges(db: Session, judge_id: int, now: datetime) -> Sequence[Request]:
    """What waits for this manager's verdict or for nobody's in particular, and no more for its owner; oldest first."""
    judged = or_(Request.judge_id == judge_id, Request.judge_id.is_(None))
    over = or_(Request.until_at.is_(None), Request.until_at <= now)
    return db.scalars(select(Request).where(Request.state == "open", judged, over).order_by(Request.id)).all()


def open_about(db: Session, customer_id: int) -> Sequence[Request]:
    """Everything that waits for an answer about a customer, oldest first."""
    mine = select(Request).where(Request.customer_id == customer_id, Request.state == "open")
    return db.scalars(mine.order_by(Request.id)).all()


def open_by_or_to(db: Session, person_id: int) -> Sequence[Request]:
    """Everything that waits and that somebody asked, is asked, or decides."""
    concerned = or_(Request.asker_id == person_id, Request.owner_id == person_id, Request.judge_id == person_id)
    return db.scalars(select(Request).where(concerned, Request.state == "open").order_by(Request.id)).all()


def of_customer(db: Session, customer_id: int) -> Sequence[Request]:
    """Everything that was ever asked about a customer, oldest first."""
    return db.scalars(select(Request).where(Request.customer_id == customer_id).order_by(Request.id)).all()


def appeal_of(db: Session, request_id: int) -> Request | None:
    """The appeal against a verdict."""
    mine = select(Request).where(Request.first_id == request_id).order_by(Request.id.desc())
    return db.scalars(mine.limit(1)).one_or_none()


def kept_words(db: Session, asker_id: int, customer_id: int) -> list[Question]:
    """What somebody said of a colleague's customer and that is not recorded, oldest first."""
    mine = select(Question).where(Question.person_id == asker_id, Question.kind == COLLEAGUE)
    about = mine.where(Question.facts["customer"].as_integer() == customer_id)
    return [row for row in db.scalars(about.order_by(Question.id)) if not row.facts.get("recorded")]


def recorded_by(doing_id: int) -> Select[Question]:
    """The questions whose words were recorded with a consent or a verdict."""
    mine = select(Question).where(Question.kind == COLLEAGUE)
    return mine.where(Question.facts["recorded"].as_integer() == doing_id)


def share(db: Session, customer_id: int, person_id: int, now: datetime) -> None:
    """Somebody else sees a customer from now on, beside its owner."""
    if person_id not in {person.id for person in sharers(db, customer_id, now)}:
        db.add(Access(customer_id=customer_id, person_id=person_id, kind=SHARED, from_at=now))
    db.flush()
    names_changed(db)


def end_share(db: Session, customer_id: int, person_id: int, now: datetime) -> bool:
    """They see it no more for this reason; whether they did."""
    rows = db.scalars(_shared(customer_id, now).where(Access.person_id == person_id)).all()
    for row in rows:
        row.until_at = now
    db.flush()
    names_changed(db)
    return bool(rows)


def sharers(db: Session, customer_id: int, now: datetime) -> Sequence[Person]:
    """Who shares a customer with its owner now."""
    ids = [row.person_id for row in db.scalars(_shared(customer_id, now).order_by(Access.id))]
    found = {person.id: person for person in db.scalars(select(Person).where(Person.id.in_(ids)))}
    return [found[number] for number in dict.fromkeys(ids)]


def shares_of(db: Session, customer_id: int) -> list[tuple[Access, str]]:
    """Every time that a customer was shared, with whom."""
    mine = select(Access, Person.name).join(Person, Person.id == Access.person_id)
    rows = db.execute(mine.where(Access.customer_id == customer_id, Access.kind == SHARED).order_by(Access.id))
    return [(row, name) for row, name in rows]


def _shared(customer_id: int, now: datetime) -> Select[Access]:
    mine = select(Access).where(Access.customer_id == customer_id, Access.kind == SHARED)
    return mine.where(or_(Access.until_at.is_(None), Access.until_at > now))
