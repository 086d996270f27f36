"""Questions about the company's catalogue: its regions, industries and products, and who uses them."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from .models import Customer, Term

KINDS = ("product", "region", "industry")


def called(db: Session, kind: str, *names: str) -> Term | None:
    """The entry that has one of these names in any language."""
    plain = [name.lower() for name in names]
    same = or_(*(func.lower(each).in_(plain) for each in (Term.zh, Term.en, Term.zh_tw, Term.zh_hk)))
    return db.scalars(select(Term).where(Term.kind == kind, same).order_by(Term.id).limit(1)).one_or_none()


def uses(db: Session, term: Term) -> int:
    """How many customers are filed under it; a product is only a word in purchases."""
    column = {"region": Customer.region_id, "industry": Customer.industry_id}.get(term.kind)
    return 0 if column is None else db.scalar(select(func.count()).where(column == term.id)) or 0


def remove(db: Session, term: Term) -> None:
    """An entry that nobody uses."""
    db.delete(term)
    db.flush()
