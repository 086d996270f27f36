"""One push with what it is judged by: the records as they are, read without asking what chose it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.cover import away, covered_by
from storage import occurrences
from storage.models import (
    Customer,
    Interaction,
    Occurrence,
    Ownership,
    Person,
    Plan,
    Purchase,
)

ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Said:
    """One push that was said: to whom, of what kind, about what, for which date, and when."""

    person: int
    kind: str
    subject: str
    on: date
    at: datetime
    customers: tuple[int, ...]


@dataclass(frozen=True)
class About:
    """One push with what it is judged by."""

    db: Session
    who: Person
    row: Occurrence
    now: datetime

    @property
    def on(self) -> date:
        """The reader's date."""
        return self.now.astimezone(ZONE).date()

    def said(self) -> Said:
        """What is counted of it."""
        facts = self.row.facts
        about = [*facts.get("top", ()), *facts.get("customer_ids", ()), facts.get("customer_id", 0)]
        return Said(
            self.who.id, self.row.kind, self.row.subject, self.row.on, self.now,
            tuple(int(number) for number in about if number),
        )  # fmt: skip

    def customer(self, name: str) -> int | None:
        """The customer of this name whom the reader covers."""
        covered = covered_by(self.who, occurrences.deputies(self.db), self.on)
        mine = select(Customer.id).join(Ownership, Ownership.customer_id == Customer.id)
        mine = mine.where(Ownership.until_at.is_(None), Ownership.person_id.in_(covered))
        mine = mine.where(Customer.name.startswith(name), Customer.merged_into_id.is_(None)).order_by(Customer.name)
        return self.db.scalars(mine).first()

    def last_touch(self, customer: int) -> date | None:
        """The day of the last contact or sale."""
        met = select(func.max(Interaction.made_on)).where(Interaction.customer_id == customer)
        met = met.where(Interaction.answered, Interaction.channel != "note")
        sold = select(func.max(Purchase.made_on)).where(Purchase.customer_id == customer, Purchase.amount_minor >= 0)
        return max((on for on in (self.db.scalar(met), self.db.scalar(sold)) if on), default=None)

    def last_sale(self, customer: int) -> date | None:
        """The day of the last sale."""
        sold = select(func.max(Purchase.made_on)).where(Purchase.customer_id == customer, Purchase.amount_minor >= 0)
        return self.db.scalar(sold)

    def said_with(self, plan: Plan) -> str:
        """What was said when something was planned."""
        mine = select(Interaction.outcome).where(Interaction.doing_id == plan.doing_id)
        return " ".join(words for words in self.db.scalars(mine) if words)

    def silent_for(self, customer: int) -> int | None:
        """Days since then."""
        last = self.last_touch(customer)
        return (self.on - last).days if last else None

    def tried(self, customer: int) -> list[date]:
        """The days on which nobody was reached since."""
        mine = select(Interaction.made_on).where(Interaction.customer_id == customer, Interaction.answered.is_(False))
        last = self.last_touch(customer)
        return [on for on in self.db.scalars(mine) if last is None or on >= last]

    def away(self, who: Person, customer: int) -> int:
        """Days of leave since then."""
        days = range(self.silent_for(customer) or 0)
        return sum(away(who, self.on - timedelta(days=n)) for n in days)

    def plans(self, customer: int) -> list[Plan]:
        """What is agreed and open."""
        return list(self.db.scalars(select(Plan).where(Plan.customer_id == customer, Plan.settled_on.is_(None))))
