"""`restore`: the database becomes what a backup holds; what it was is kept beside it."""

from argparse import Namespace
from datetime import datetime

from storage import backups
from storage.backups import BackupImpossible
from storage.condition import file_of, is_file
from storage.database import Database

from .opening import FAILED, hold
from .settings import settings_of
from .telling import complain, tell

FINE = 0


def main(asked: Namespace) -> int:
    """Check the backup, put it in the database's place; 1 where that can't be done, and then nothing is changed."""
    url = settings_of(asked).database.url
    if not is_file(url):
        complain("a PostgreSQL database is restored by pg_restore")
        return FAILED
    file_of(url).parent.mkdir(parents=True, exist_ok=True)
    database = Database(url)
    try:
        hold(database)
        version = backups.sound(asked.file)
        kept = backups.put_back(asked.file, url, datetime.now())  # noqa: DTZ005 - a name for people
    except BackupImpossible as no:
        complain(no)
        return FAILED
    finally:
        database.close()
    said = f"; what it was is kept in {kept}" if kept else ""
    document = {"file": str(asked.file), "schema": version, "replaced": str(kept) if kept else None}
    tell(asked, document, [f"the database is that of {asked.file}, schema {version}{said}"])
    return FINE
