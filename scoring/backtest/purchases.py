"""A purchase history as columns: who bought when, for how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

Column = np.ndarray[Any, Any]


class PurchasesUnreadable(ValueError):
    """The file isn't a purchase history; `problems` has one sentence for each thing that is wrong."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Purchases:
    """Rows of purchases, ordered by customer and day.

    `ids` are the customers, `who` the place in `ids` of each row's customer, `day` its
    `datetime64[D]`, `amount` its money (1 each where the history has no amounts: `priced` False).
    """

    ids: Column
    who: Column
    day: Column
    amount: Column
    priced: bool

    def until(self, cut: date) -> Purchases:
        """What was known at the end of the day `cut`: its rows, and the customers that they name."""
        return self._where(self.day <= np.datetime64(cut))

    def totals(self, others: Purchases) -> Column:
        """Money of `others`' rows for each of these customers."""
        place = np.searchsorted(self.ids, others.ids)
        known = np.isin(others.ids, self.ids)
        sums = np.zeros(len(self.ids))
        sums[place[known]] = np.bincount(others.who, others.amount, len(others.ids))[known]
        return sums

    def after(self, cut: date, days: int) -> Purchases:
        """What came in the `days` days after `cut`."""
        end = cut + timedelta(days=days)
        return self._where((self.day > np.datetime64(cut)) & (self.day <= np.datetime64(end)))

    def only(self, ids: Column) -> Purchases:
        """The rows of these customers."""
        return self._where(np.isin(self.ids, ids)[self.who])

    def bought(self) -> Purchases:
        """Without refunds."""
        return self._where(self.amount >= 0)

    def _where(self, kept: Column) -> Purchases:
        """These rows alone, with the customers that are left."""
        there, who = np.unique(self.who[kept], return_inverse=True)
        return Purchases(self.ids[there], who, self.day[kept], self.amount[kept], self.priced)


def purchases(customers: Column, days: Column, amounts: Column | None = None) -> Purchases:
    """A purchase history from three columns of one length; without amounts every purchase counts 1."""
    ids, who = np.unique(np.asarray(customers).astype(str), return_inverse=True)
    day = np.asarray(days, "datetime64[D]")
    amount = np.ones(len(day)) if amounts is None else np.asarray(amounts, float)
    order = np.lexsort((amount, day, who))
    return Purchases(ids, who[order], day[order], amount[order], amounts is not None)


def read_purchases(path: Path) -> Purchases:
    """The history in a CSV file with the columns customer_id, date (ISO) and perhaps amount, in any order.

    Raises PurchasesUnreadable when a column is missing or a value can't be read, naming the first lines.
    """
    import pandas as pd

    try:
        frame = pd.read_csv(path, dtype=str, encoding="utf-8-sig", skipinitialspace=True)
    except (ValueError, UnicodeDecodeError) as unreadable:
        raise PurchasesUnreadable((f"not a CSV file: {unreadable}",)) from unreadable
    missing = [name for name in ("customer_id", "date") if name not in frame]
    if missing:
        raise PurchasesUnreadable(tuple(f"no column {name}" for name in missing))
    return _columns(frame)


def _columns(frame: pd.DataFrame) -> Purchases:
    """The columns of a frame of texts, each value understood or named."""
    import pandas as pd

    days = pd.to_datetime(frame["date"], format="ISO8601", errors="coerce")
    amounts = pd.to_numeric(frame["amount"], errors="coerce") if "amount" in frame else None
    problems = [*_unread(frame, "date", days.isna()), *_unread(frame, "customer_id", frame["customer_id"].isna())]
    if amounts is not None:
        problems += _unread(frame, "amount", ~np.isfinite(amounts.to_numpy(float)))
    if problems:
        raise PurchasesUnreadable(tuple(problems))
    money = None if amounts is None else amounts.to_numpy(float)
    return purchases(frame["customer_id"].to_numpy(str), days.to_numpy("datetime64[s]"), money)


def _unread(frame: pd.DataFrame, name: str, wrong: Any, most: int = 5) -> list[str]:
    """A sentence for each of the first lines whose value can't be read."""
    places = np.flatnonzero(np.asarray(wrong))
    told = [f"line {place + 2}: {name} {frame[name].iloc[place]!r} can't be read" for place in places[:most]]
    return [*told, f"and {len(places) - most} more lines"] if len(places) > most else told
