"""Customers with a past: rows as recording would have left them, and a company of tiers to look at."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from actions import company, judging
from actions.replay import replay
from storage import customers
from storage.models import Complaint, Customer, Fact, Interaction, Person, Purchase, Row
from tests.office import Office

ZONE = ZoneInfo("Asia/Shanghai")


def past(
    office: Office,
    owner: Person,
    name: str,
    visits: Iterable[int] = (),
    sales: Iterable[tuple[int, int]] = (),
    gradings: Iterable[date] = (),
    **more: str | int,
) -> int:
    """A customer visited (with an outcome) and sold to so many days ago; graded on those days if any are named.

    `more`: satisfaction, potential or need as said at the last visit, `complaint` with its words, `city`, `author`.
    """
    with office.database.transaction() as db:
        created = office.now - timedelta(days=max([*visits, *(ago for ago, _ in sales), 0]) + 1)
        row = customers.add(db, name, owner.id, created, fields={}, city=more.pop("city", None))
        author = int(more.pop("author", owner.id))
        db.add_all(_rows(office, row, author, list(visits), list(sales), more))
        db.flush()
        now = company.in_force(db)
        if gradings:
            replay(db, [row], now, list(gradings), office.today, _night)
        else:
            judging.refresh(db, row, now, office.today, office.now)
        return row.id


def _night(day: date) -> datetime:
    return datetime.combine(day, time(0, 5), ZONE)


def _rows(
    office: Office,
    customer: Customer,
    author: int,
    visits: list[int],
    sales: list[tuple[int, int]],
    said: dict[str, str | int],
) -> Iterable[Row]:
    whose = {"customer_id": customer.id, "first_customer_id": customer.id, "author_id": author}
    for ago in visits:
        on = office.today - timedelta(days=ago)
        yield Interaction(**whose, channel="visit", made_on=on, recorded_at=_night(on), outcome="聊了", sources={})
    for ago, amount in sales:
        on = office.today - timedelta(days=ago)
        yield Purchase(
            **whose, made_on=on, recorded_at=_night(on), amount_minor=amount * 100, currency="CNY", sources={}
        )
    last = office.today - timedelta(days=min(visits, default=0))
    if words := said.pop("complaint", None):
        yield Complaint(**whose, opened_on=last, recorded_at=_night(last), words=words)
    for kind, value in said.items():
        yield Fact(**whose, kind=kind, value=str(value), stated_on=last, recorded_at=_night(last))
