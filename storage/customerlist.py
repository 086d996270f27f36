"""All customers with what a list of them says, in a handful of statements."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from .models import Contact, Customer, Ownership, Person, Standing, Term
from .scope import Scope, within


@dataclass(frozen=True)
class Entry:
    """A customer of the list with what belongs to it; `owner` is a name, regions and industries are entries."""

    customer: Customer
    standing: Standing | None
    owner: str | None
    contact: Contact | None
    region: Term | None
    industry: Term | None


def entries(db: Session, scope: Scope, numbers: Collection[int] | None = None) -> list[Entry]:
    """Everybody whom the asker may see, or these of them, in the order in which they came, with their first contact."""
    region, industry, owner = aliased(Term), aliased(Term), aliased(Ownership)
    each = aliased(Contact)
    firsts = select(func.min(each.id)).group_by(each.customer_id)
    firsts = firsts if numbers is None else firsts.where(each.customer_id.in_(numbers))
    mine = (
        select(Customer, Standing, Person.name, Contact, region, industry)
        .outerjoin(Standing, Standing.customer_id == Customer.id)
        .outerjoin(owner, (owner.customer_id == Customer.id) & owner.until_at.is_(None))
        .outerjoin(Person, Person.id == owner.person_id)
        .outerjoin(Contact, (Contact.customer_id == Customer.id) & Contact.id.in_(firsts))
        .outerjoin(region, region.id == Customer.region_id)
        .outerjoin(industry, industry.id == Customer.industry_id)
    )
    mine = mine if numbers is None else mine.where(Customer.id.in_(numbers))
    return [Entry(*row) for row in db.execute(mine.where(within(scope)).order_by(Customer.id))]
