"""The evidence of a dispute, in order: who entered the customer, touches, photos, places and sales of everybody.

It begins at the first touch: a bare name is whose it was entered by for a month, and then says "added, no contact".
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from storage import evidence, people, requests
from storage.models import Attachment, Customer, Interaction, Purchase, Question, Request
from storage.records import TOUCHES

from .cards import Sum
from .company import Company
from .money import minor

SALE, ADDED, SAID = "purchase", "added", "said"


@dataclass(frozen=True)
class Evidence:
    """One thing that somebody did: added, visit, call, meeting, message, note, purchase, photo, place and the like;
    or said when the manager asked. `number`: which visit of theirs. `waits`: typed, but not recorded so far."""

    on: date
    author: int
    who: str
    kind: str
    number: int = 0
    gist: str | None = None
    sum: Sum | None = None
    answered: bool = True
    waits: bool = False

    @property
    def touch(self) -> bool:
        """Whether it is contact with the customer."""
        return self.kind == SALE or (self.kind in TOUCHES and self.answered)


def of(db: Session, request: Request, company: Company) -> tuple[Evidence, ...]:
    """Everything of everybody, oldest first."""
    customer = db.get_one(Customer, request.customer_id)
    rows = [*_added(db, customer, company), *_met(db, customer.id), *_sold(db, customer.id)]
    rows += [*_along(db, customer.id, company), *_waiting(db, request, company), *_said(request, company)]
    names = people.named(db, [row["author"] for row in rows])
    order = (ADDED, "place", "photo")
    found = sorted(rows, key=lambda row: (row["on"], order.index(row["kind"]) if row["kind"] in order else 9))
    return tuple(_numbered(Evidence(who=names.get(row["author"], ""), **row) for row in found))


def first_touch(found: Sequence[Evidence], person: int) -> date | None:
    """When somebody was first in contact."""
    return next((one.on for one in found if one.author == person and one.touch), None)


def protected_until(found: Sequence[Evidence], person: int, company: Company) -> date | None:
    """Until when the bare name counts for whoever entered it; None where they did not, or had contact since."""
    added = next((one.on for one in found if one.kind == ADDED and one.author == person), None)
    if added is None or first_touch(found, person) is not None:
        return None
    return added + timedelta(days=company.owning.bare_days)


def telling(found: Sequence[Evidence], sides: Sequence[int], most: int = 3) -> tuple[Evidence, ...]:
    """The few that tell most: who entered it, the first touch of each, and the latest ones, in order."""
    theirs = [one for one in found if one.author in sides and one.kind != SAID]
    added = [one for one in found if one.kind == ADDED]
    firsts = [one for side in sides for one in [next((e for e in theirs if e.author == side and e.touch), None)] if one]
    chosen = list(dict.fromkeys([*added, *firsts, *reversed([one for one in theirs if one.touch])]))[:most]
    return tuple(one for one in found if one in chosen)


def _numbered(found: Iterator[Evidence]) -> Iterator[Evidence]:
    visits: Counter[int] = Counter()
    for one in found:
        visits[one.author] += one.kind == "visit" and one.answered
        yield replace(one, number=visits[one.author] if one.kind == "visit" and one.answered else 0)


def _added(db: Session, customer: Customer, company: Company) -> list[dict[str, Any]]:
    owned = evidence.ownerships(db, customer.id)
    author = customer.created_by or (owned[0].person_id if owned else None)
    on = company.day_of(customer.created_at)
    return [{"on": on, "author": author, "kind": ADDED}] if author else []


def _met(db: Session, customer_id: int) -> Iterator[dict[str, Any]]:
    for row in evidence.interactions(db, customer_id):
        yield {"on": row.made_on, "author": row.author_id, "kind": row.channel, "gist": row.outcome,
               "sum": _sum(row), "answered": row.answered}  # fmt: skip


def _sum(row: Interaction | Purchase) -> Sum | None:
    if not row.amount_minor:
        return None
    return Sum(row.amount_minor, row.currency or "", row.amount_role if isinstance(row, Interaction) else "paid")


def _sold(db: Session, customer_id: int) -> Iterator[dict[str, Any]]:
    for row in evidence.purchases(db, customer_id):
        yield {"on": row.made_on, "author": row.author_id, "kind": SALE, "gist": row.product, "sum": _sum(row)}


def _along(db: Session, customer_id: int, company: Company) -> Iterator[dict[str, Any]]:
    for row in evidence.attachments(db, customer_id):
        yield {"on": _day(row, company), "author": row.author_id, "kind": row.kind, "gist": row.caption}


def _day(row: Attachment, company: Company) -> date:
    return company.day_of(row.recorded_at)


def _waiting(db: Session, request: Request, company: Company) -> Iterator[dict[str, Any]]:
    """What the asker typed of this customer while it was a colleague's."""
    sides = {request.asker_id, request.owner_id or request.asker_id}
    for person in sorted(sides):
        for question in requests.kept_words(db, person, request.customer_id):
            yield _typed(person, question, company)


def _typed(person: int, question: Question, company: Company) -> dict[str, Any]:
    said, heard_at = question.facts["said"], datetime.fromisoformat(question.facts["heard_at"])
    on = date.fromisoformat(said["event"]["on"]) if said.get("event") else heard_at.date()
    channel = said.get("channel") if said["intent"] in ("visit", "call", "purchase") else None
    kind = SALE if said["intent"] == SALE else channel or {"visit": "visit", "call": "call"}.get(said["intent"], "note")
    gist = said.get("summary") or (said.get("text") if kind == "note" else None)
    return {"on": on, "author": person, "kind": kind, "gist": gist, "answered": said["answered"], "waits": True,
            "sum": _named(said, company)}  # fmt: skip


def _named(said: dict[str, Any], company: Company) -> Sum | None:
    """The sum that was named, as it would be recorded."""
    currency = said.get("currency") or company.currency
    return Sum(minor(Decimal(said["amount"]), currency), currency, said["amount_role"]) if said.get("amount") else None


def _said(request: Request, company: Company) -> Iterator[dict[str, Any]]:
    for one in request.statements:
        on = datetime.fromisoformat(one["at"]).astimezone(ZoneInfo(company.zone)).date()
        yield {"on": on, "author": one["person"], "kind": SAID, "gist": one["words"]}
