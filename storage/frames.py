"""Whole tables as pandas frames, read only: for the night and for pictures, never on a message's path."""

from typing import TYPE_CHECKING

from sqlalchemy import select

from .database import Database
from .models import Standing

if TYPE_CHECKING:
    import pandas as pd


def standings(url: str) -> "pd.DataFrame":
    """All standings, one row per customer, with the columns of the table."""
    import pandas as pd

    database = Database(url)
    try:
        with database.reading() as db:
            return pd.read_sql(select(Standing.__table__).order_by(Standing.customer_id), db.connection())
    finally:
        database.close()
