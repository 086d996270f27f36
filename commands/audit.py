"""`audit verify`: whether the audit log still is what was sealed, line by line."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from actions import seals
from actions.seals import Verified

from .opening import FAILED, opened
from .settings import settings_of
from .telling import tell

FINE = 0


def main(asked: Namespace) -> int:
    """Say how the chain stands; 1 where it is broken, or where a seal that was noted earlier is not in it."""
    with opened(settings_of(asked), writing=False) as database, database.reading() as db:
        found = seals.verify(db, asked.seal)
    intact = found.broken is None and found.noted is not False
    tell(asked, {**asdict(found), "intact": intact}, _lines(found))
    return FINE if intact else FAILED


def _lines(found: Verified) -> Iterator[str]:
    if found.broken is not None:
        yield f"broken: line {found.broken} of the audit log is not what was sealed, or is gone"
    else:
        yield f"intact: {found.sealed} lines sealed, {found.waiting} since"
    if found.noted is False:
        yield "the seal that was noted is not among them: the log was rewritten before it, or it is another database"
    if found.seal and found.broken is None:
        yield f"seal: {found.seal} (note it elsewhere: --seal finds it again as long as nothing before it was changed)"
