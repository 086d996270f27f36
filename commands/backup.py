"""`backup`: a whole copy of the database in one file, made while the bot runs."""

from argparse import Namespace

from storage import backups
from storage.backups import BackupImpossible

from .opening import FAILED, ready
from .settings import settings_of
from .telling import complain, tell

FINE = 0


def main(asked: Namespace) -> int:
    """Copy the database to a new file and verify it; 1 where that can't be done."""
    settings = settings_of(asked)
    ready(settings)
    try:
        size = backups.back_up(settings.database.url, asked.file)
    except BackupImpossible as no:
        complain(no)
        return FAILED
    tell(asked, {"file": str(asked.file), "bytes": size}, [f"{asked.file}: {size / 1e6:.1f} MB, verified"])
    return FINE
