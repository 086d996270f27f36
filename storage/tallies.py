"""What is tallied of customers is changed in the transaction that changes them, and in no other way.

Before a customer's standing, owner or existence is first changed, what it counts for is noted. At the end of the
transaction, or before a question that is asked within it, that is compared with what it counts for by then, and the
difference goes to the tallies: exact whatever happened in between.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, delete, event, func, insert, inspect, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from .models import Customer, DueTally, Ownership, Standing, Tally
from .ready import Ready
from .scope import alive
from .states import is_agreed

NAMED = "named"
"""The reason of a tier that was set by hand because somebody called the customer important."""
NOBODY = 0
"""The owner for whom those are tallied who belong to nobody."""
NOTED = "noted"

for_now = or_(Standing.provisional, func.coalesce(Standing.manual_reason, "") == NAMED)
"""Too few records to judge, or named by hand."""


class State(NamedTuple):
    """What a customer counts for. `whose`: the owner that was tallied last; `there`: neither merged nor erased."""

    customer: int
    whose: int | None
    there: bool
    owner: int | None
    tier: str
    kept_tier: str
    status: str
    for_now: bool
    revenue: int
    due_on: Any
    agreed: bool

    @property
    def now(self) -> int | None:
        """Whose it counts for from now on."""
        return self.owner if self.there else None


Changes = dict[tuple[Any, ...], list[int]]


def note(db: Session, numbers: Iterable[int | None]) -> None:
    """These customers are about to change."""
    noted = db.info.setdefault(NOTED, {})
    with db.no_autoflush:  # as it is in the database, not as it waits to be written
        for number in numbers:
            if number is not None and number not in noted:
                noted[number] = _state(db, number)


def settle(db: Session) -> None:
    """Tally what was changed since it was noted."""
    db.flush()
    noted: dict[int, State | None] = db.info.pop(NOTED, {})
    kinds: Changes = defaultdict(lambda: [0, 0])
    days: Changes = defaultdict(lambda: [0])
    for number, before in noted.items():
        after = _state(db, number)
        if after != before or (after and after.whose != after.now):
            _count(kinds, days, before, before.whose if before else None, -1)
            _count(kinds, days, after, after.now if after else None, 1)
            _hand_over(db, after)
    _write(db, _TALLY, kinds)
    _write(db, _DUE, days)


def rebuild(db: Session) -> None:
    """Tally everything anew, after customers were written past the session: many at once."""
    settle(db)
    states = _states().subquery()
    whose = select(states.c.owner).where(states.c.customer == Standing.customer_id, states.c.there).scalar_subquery()
    db.execute(update(Standing).values(owner_id=whose), execution_options={"synchronize_session": False})
    for model, (columns, found) in _recounted().items():
        db.execute(delete(model))
        db.execute(insert(model).from_select(columns, found))


def sweep(db: Session) -> None:
    """Nothing is kept of kinds and days that nobody is of any more."""
    settle(db)
    db.execute(delete(Tally).where(Tally.customers == 0, Tally.revenue_minor == 0))
    db.execute(delete(DueTally).where(DueTally.customers == 0))


def differing(db: Session) -> list[str]:
    """Where what is kept is not what a recount finds: tables with the owner; none as it should be."""
    wrong = set()
    for model, (columns, found) in _recounted().items():
        kept = {tuple(row) for row in db.execute(select(*(getattr(model, name) for name in columns)))}
        kept = {row for row in kept if any(row[len(inspect(model).primary_key) :])}
        wrong |= {f"{model.__tablename__} of {row[0]}" for row in kept ^ {tuple(row) for row in db.execute(found)}}
    states = _states().subquery()
    whose = func.coalesce(states.c.whose, NOBODY) != func.coalesce(states.c.owner, NOBODY)
    others = db.scalars(select(states.c.customer).where(states.c.there, whose))
    gone = db.scalars(select(states.c.customer).where(~states.c.there, states.c.whose.is_not(None)))
    return sorted(wrong) + [f"the owner of {number}" for number in (*others, *gone)]


def _states() -> Select[Any]:
    """What every customer counts for."""
    open_one = select(Ownership.person_id).where(
        Ownership.customer_id == Standing.customer_id, Ownership.until_at.is_(None)
    )
    owner = open_one.order_by(Ownership.id.desc()).limit(1).scalar_subquery()
    return select(
        Standing.customer_id.label("customer"), Standing.owner_id.label("whose"), alive().label("there"),
        owner.label("owner"), Standing.tier, func.coalesce(Standing.kept_tier, "").label("kept_tier"), Standing.status,
        for_now.label("for_now"), Standing.revenue_minor, Standing.due_on, is_agreed().label("agreed"),
    ).join(Customer, Customer.id == Standing.customer_id)  # fmt: skip


def _recounted() -> dict[Any, tuple[list[str], Select[Any]]]:
    """Each table with its columns and what they should hold."""
    each = _states().subquery()
    owner = func.coalesce(each.c.owner, NOBODY)
    kind = [owner, each.c.tier, each.c.kept_tier, each.c.status, each.c.for_now]
    day = [owner, each.c.due_on, each.c.agreed]
    kinds = select(*kind, func.count(), func.sum(each.c.revenue_minor)).where(each.c.there).group_by(*kind)
    days = select(*day, func.count()).where(each.c.there, each.c.due_on.is_not(None)).group_by(*day)
    return {
        Tally: (["owner_id", "tier", "kept_tier", "status", "for_now", "customers", "revenue_minor"], kinds),
        DueTally: (["owner_id", "due_on", "agreed", "customers"], days),
    }


def _state(db: Session, number: int) -> State | None:
    row = _STATE.first(db, customer=number)
    return State(*row) if row else None


def _count(kinds: Changes, days: Changes, state: State | None, whose: int | None, sign: int) -> None:
    """Add one customer, or take it away."""
    if state is None or not state.there:
        return
    owner = whose or NOBODY
    kind = kinds[owner, state.tier, state.kept_tier, state.status, state.for_now]
    kind[0] += sign
    kind[1] += sign * state.revenue
    if state.due_on is not None:
        days[owner, state.due_on, state.agreed][0] += sign


def _hand_over(db: Session, state: State | None) -> None:
    """The owner beside the standing is the one that was tallied."""
    if state is not None and state.whose != state.now:
        _WHOSE.write(db, _customer=state.customer, owner_id=state.now)
        known = db.identity_map.get(inspect(Standing).identity_key_from_primary_key((state.customer,)))
        if known is not None:
            set_committed_value(known, "owner_id", state.now)


def _write(db: Session, ways: dict[str, Ready[()]], changes: Changes) -> None:
    """Always in the same order, so that two who tally at once never wait for each other."""
    way = ways[db.get_bind().dialect.name]
    names = _NAMES[way]
    rows = [(*key, *numbers) for key, numbers in sorted(changes.items()) if any(numbers)]
    way.write_all(db, [dict(zip(names, row, strict=True)) for row in rows])


@event.listens_for(Session, "before_flush")
def _about_to_change(db: Session, _: Any, __: Any) -> None:
    note(db, sorted(set(_changing(db))))


def _changing(db: Session) -> Iterator[int]:
    """The customers of whom what is about to be written changes what they count for."""
    for row in (*db.new, *db.dirty, *db.deleted):
        if isinstance(row, Standing | Ownership):
            yield row.customer_id
        elif isinstance(row, Customer) and row not in db.new and _comes_or_goes(row):
            yield row.id


def _comes_or_goes(row: Customer) -> bool:
    seen = inspect(row).attrs
    return bool(seen.merged_into_id.history.has_changes() or seen.erased_at.history.has_changes())


def _adding(model: Any) -> dict[str, Ready[()]]:
    """One more row of these numbers, or these numbers more, for each kind of database."""
    table, keys = model.__table__, list(inspect(model).primary_key)
    added = [column for column in table.c if column not in keys]
    found: dict[str, Ready[()]] = {}
    for name, way in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert)):
        row = way(model).values({column.name: bindparam(column.name, type_=column.type) for column in table.c})
        more = {column.name: column + getattr(row.excluded, column.name) for column in added}
        found[name] = Ready(row.on_conflict_do_update(index_elements=keys, set_=more))
        _NAMES[found[name]] = tuple(column.name for column in table.c)
    return found


_NAMES: dict[Ready[()], tuple[str, ...]] = {}
_TALLY, _DUE = _adding(Tally), _adding(DueTally)
_STATE: Ready[*tuple[Any, ...]] = Ready(
    _states().where(Standing.customer_id == bindparam("customer")).with_for_update(of=Standing)
)
_WHOSE: Ready[()] = Ready(
    update(Standing)
    .where(Standing.customer_id == bindparam("_customer"))
    .values(owner_id=bindparam("owner_id", type_=Standing.__table__.c.owner_id.type))
)
