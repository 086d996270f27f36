"""What other currencies are worth in the company's own: kept by an admin, by their first days, and put back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from storage import audit

from . import changes, money, rules
from . import company as companies
from .company import Company
from .records import Keeping
from .refusals import DontUnderstandField, OldCard

FIRST = date(1970, 1, 1)
"""From when a rate holds that has no first day, where another one follows it."""
EARLIEST, AHEAD = date(1990, 1, 1), timedelta(days=366)
MOST, PAGE = 60, 5


@dataclass(frozen=True)
class RateLine:
    """What one unit of a currency is worth now, and since when; `steps`: so many rates by their days are kept."""

    n: int
    currency: str
    worth: float
    since: date | None
    steps: int


@dataclass(frozen=True)
class RatesShown:
    """All rates against the company's currency. `changed`: the one that just was; `before`: the version that takes it
    back; `waiting`: so many customers are counted anew after this."""

    currency: str
    lines: tuple[RateLine, ...]
    page: int
    more: bool
    today: date
    changed: str | None = None
    before: int | None = None
    waiting: int = 0


@dataclass(frozen=True)
class RateAsked:
    """What is this currency worth, or which one is new (`of` None)?"""

    currency: str
    of: str | None
    worth: float | None
    since: date | None
    today: date


def shown(keeping: Keeping, page: int = 0, changed: str | None = None, before: int | None = None) -> RatesShown:
    """A page of the rates."""
    company = companies.in_force(keeping.db)
    lines = [line(company, code, keeping.today, n) for n, code in enumerate(sorted(company.rates), 1)]
    part = tuple(lines[page * PAGE : page * PAGE + PAGE])
    return RatesShown(company.currency, part, page, len(lines) > (page + 1) * PAGE, keeping.today, changed, before)


def line(company: Company, code: str, today: date, n: int = 1) -> RateLine:
    """One currency's rate of today."""
    steps = company.rates[code]
    since = max((day for day, _ in steps if day <= today), default=steps[0][0])
    return RateLine(n, code, money.rate(company.rates, code, today) or 0, since if since > FIRST else None, len(steps))


def asked(keeping: Keeping, code: str | None) -> RateAsked:
    """The question for a rate, with the one that there is."""
    company = keeping.company
    known = line(company, code, keeping.today) if code in company.rates and code else None
    return RateAsked(
        company.currency, code, known.worth if known else None, known.since if known else None, keeping.today
    )


def keep(keeping: Keeping, code: str, worth: float | None, since: date | None) -> tuple[Company, int]:
    """A currency's rate from a day on; without a day the first one holds for always, a later one from today. None: no
    rate any more. The company then, and how many customers wait to be counted anew."""
    if code == keeping.company.currency or (since and not EARLIEST <= since <= keeping.today + AHEAD):
        raise DontUnderstandField("rate", code if since is None else since.isoformat())
    told = told_of(keeping)
    steps = None if worth is None else _with(told.get(code), worth, since, keeping.today)
    if steps is None and code not in told:
        raise DontUnderstandField("rate", code)
    if isinstance(steps, dict) and len(steps) > MOST:
        raise DontUnderstandField("rate", code)
    return _publish(keeping, {name: each for name, each in {**told, code: steps}.items() if each is not None})


def put_back(keeping: Keeping, number: int, code: str) -> tuple[Company, int]:
    """A currency's rates as a version had them. OldCard where that changes nothing."""
    earlier = companies.told_rates(keeping.db, number)
    if earlier is None or earlier.get(code) == told_of(keeping).get(code):
        raise OldCard
    others = {name: each for name, each in told_of(keeping).items() if name != code}
    return _publish(keeping, others | ({code: earlier[code]} if code in earlier else {}))


def told_of(keeping: Keeping) -> dict[str, Any]:
    """The rates as the version in force tells them."""
    return dict(changes.body(keeping.db)["company"].get("rates", {}))


def _with(old: float | Mapping[str, float] | None, worth: float, since: date | None, today: date) -> Any:
    if old is None:
        return {since.isoformat(): worth} if since else worth
    steps = dict(old) if isinstance(old, Mapping) else {FIRST.isoformat(): old}
    return dict(sorted({**steps, (since or today).isoformat(): worth}.items()))


def _publish(keeping: Keeping, rates: dict[str, Any]) -> tuple[Company, int]:
    """Everybody is counted anew by them."""
    done = rules.take_hold(keeping, {"company": {"rates": rates}})
    audit.note(keeping.db, keeping.who.id, "company changed: rates", keeping.now)
    return companies.in_force(keeping.db), done.waiting
