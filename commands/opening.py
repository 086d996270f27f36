"""The database, as the commands open it that work beside the bot: only with the schema that they know."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from config import Settings
from storage.condition import NEWEST, Unreachable, condition
from storage.database import Database, DatabaseHeld

from .settings import Stop
from .telling import complain

if TYPE_CHECKING:
    from actions.company import Company

FAILED = 1


@contextmanager
def opened(settings: Settings, *, writing: bool) -> Iterator[Database]:
    """The database; the command ends with exit code 1 where it can't be used, or where a running bot writes to it."""
    ready(settings)
    database = Database(settings.database.url)
    try:
        if writing:
            hold(database)
        yield database
    finally:
        database.close()


def ready(settings: Settings) -> None:
    """The schema must be there and be this version's."""
    try:
        found = condition(settings.database.url).version
    except Unreachable as no:
        raise _stop(f"the database can't be reached: {no}") from None
    if found is None:
        raise _stop("there is no database yet: `python bot.py run` makes it")
    if found != NEWEST:
        raise _stop(f"the database has schema {found} and {NEWEST} is needed: `python bot.py migrate` brings it there")


def company_of(database: Database) -> "Company":
    """The settings and rules in force; the command ends where none were ever published."""
    from actions.company import in_force

    with database.reading() as db:
        try:
            return in_force(db)
        except LookupError:
            raise _stop("the company has no settings yet: `python bot.py run` makes them") from None


def hold(database: Database) -> None:
    """Keep the bot and every other writing command out."""
    try:
        database.hold()
    except DatabaseHeld as no:
        raise _stop(f"{no}: stop it first") from None


def _stop(words: str) -> Stop:
    complain(words)
    return Stop(FAILED)
