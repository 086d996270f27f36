"""`import`: the customer list that a company has, brought in as a whole or not at all."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from actions import newcomers
from actions.company import Company
from actions.importing import Listed, NobodyYet, Planned, Remark, plan
from clock import BusinessClock
from sheets import SheetUnreadable, read
from storage import own_fields
from storage.database import Database

from .customerlist import Here, customers
from .opening import FAILED, company_of, opened
from .settings import settings_of
from .telling import complain, tell

FINE = 0
STEP = 200
"""After so many customers it is said how far it got."""

SAYS = {
    "no_name": "no name, left out",
    "too_long": "{} is too long and kept as words only",
    "phone_unreadable": "{} is no phone number that can be read, kept as words only",
    "date_unreadable": "{} is no date that can be read, kept as words only",
    "date_ahead": "{} has not come yet, kept as words only",
    "amount_unreadable": "{} is no amount that can be read, kept as words only",
    "number_unreadable": "{} is no number that can be read, kept as words only",
    "amount_undated": "{} has no date and doesn't count, kept as words only",
    "owner_unknown": "nobody here is called {}: the first manager is responsible",
    "owner_unclear": "several people are called {}: the first manager is responsible",
    "already_there": "{} is there already, left out",
    "same_in_list": "the same as line {}, left out",
}


def main(asked: Namespace) -> int:
    """Read the list, say what is wrong with its lines, keep the customers; 1 where nothing of it can be used."""
    settings = settings_of(asked)
    now = BusinessClock(Path(settings.clock.file) if settings.clock.file else None).now()
    with opened(settings, writing=not asked.dry_run) as database:
        try:
            company, listed, remarks, unused = _read(database, asked.file, now)
            planned = _plan(database, listed, now) if asked.dry_run else _keep(database, company, listed, now)
        except SheetUnreadable as no:
            complain(no)
            return FAILED
        except NobodyYet:
            complain("nobody has joined yet: start the bot, write the set-up code to it, then import")
            return FAILED
    planned.remarks = _in_order(remarks, planned.remarks)
    tell(asked, _document(asked, planned, unused), _lines(asked, planned, unused))
    return FINE if planned.newcomers or planned.there else FAILED


def _read(database: Database, file: Path, now: datetime) -> tuple[Company, list[Listed], list[Remark], list[str]]:
    company = company_of(database)
    with database.reading() as db:
        own = tuple(own_fields.every(db))
    here = Here(now.astimezone(company.place), company.country[:2], own)
    return company, *customers(read(file), here)


def _plan(database: Database, listed: Sequence[Listed], now: datetime) -> Planned:
    with database.reading() as db:
        return plan(db, listed, now)


def _keep(database: Database, company: Company, listed: Sequence[Listed], now: datetime) -> Planned:
    """All of it in one transaction: a failure in its middle leaves nothing."""
    with database.transaction() as db:
        planned = plan(db, listed, now)
        newcomers.keep(db, planned, company, now, lambda count: _progress(count, len(planned.newcomers)))
    return planned


def _in_order(read: Sequence[Remark], planned: Sequence[Remark]) -> list[Remark]:
    """All remarks by line; of a line that is left out only why."""
    out = {remark.line for remark in planned if remark.what in ("already_there", "same_in_list")}
    return sorted([*(one for one in read if one.line not in out), *planned], key=lambda remark: remark.line)


def _progress(count: int, of: int) -> None:
    if count % STEP == 0:
        complain(f"{count} of {of} ...")


def _document(asked: Namespace, planned: Planned, unused: Sequence[str]) -> dict[str, object]:
    return {
        "dry_run": asked.dry_run,
        "created": len(planned.newcomers),
        "already_there": planned.there,
        "remarks": [asdict(remark) for remark in planned.remarks],
        "new_terms": [{"kind": kind, "name": name} for kind, name in planned.terms],
        "kept_as_words": list(unused),
    }


def _lines(asked: Namespace, planned: Planned, unused: Sequence[str]) -> Iterator[str]:
    for remark in planned.remarks:
        yield f"line {remark.line}: {SAYS[remark.what].format(remark.value)}"
    if unused:
        yield f"columns kept as words only: {', '.join(unused)}"
    for kind, name in planned.terms:
        yield f"{'new' if not asked.dry_run else 'would be new'} in the catalogue: {kind} {name}"
    verb = "would be created" if asked.dry_run else "created"
    yield f"{len(planned.newcomers)} customers {verb}, {planned.there} left out that are there already"
