"""What `check --recount` finds: whether what is kept of every customer is what its own records come to."""

from collections.abc import Iterator
from datetime import UTC, datetime

from actions import recounting
from config import Settings

from .findings import Finding, ok, problem
from .opening import company_of, opened

ADVICE = "tell who maintains the bot, with a backup"
NAMED = 10
"""So many differences are told one by one."""


def differences(settings: Settings) -> Iterator[Finding]:
    """Count everybody anew; it takes about a millisecond for each."""
    count = differing = 0
    with opened(settings, writing=False) as database, database.reading() as db:
        for one in recounting.everybody(db, company_of(database), datetime.now(UTC)):
            count, differing = count + 1, differing + bool(one.differing)
            if one.differing and differing <= NAMED:
                yield problem("recount", f"customer {one.customer} has other {', '.join(one.differing)}", "")
        wrong = recounting.tallied(db)
    for told in wrong[:NAMED]:
        yield problem("recount", f"not what the customers come to: {told}", ADVICE)
    if differing:
        yield problem("recount", f"{differing} of {count} customers differ", ADVICE)
    elif not wrong:
        yield ok("recount", f"all {count} customers are what their records come to")
