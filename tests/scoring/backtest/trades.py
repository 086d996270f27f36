"""Invented trades: how their customers buy, for as long as they stay, told from fixed dice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from scoring.backtest import Purchases, purchases

START = date(2024, 1, 1)
Dice = np.random.Generator


@dataclass(frozen=True)
class Trade:
    """So many customers who come within `joining` days. `days`: from one purchase to the next; `stays`: how long a
    customer buys; `costs`: what one usually pays; `open`: how likely a purchase is made on a day of the year."""

    customers: int
    known: int
    horizon: int
    days: Callable[[Dice], Callable[[], float]]
    stays: Callable[[Dice], float]
    costs: Callable[[Dice], float]
    joining: int
    open: Callable[[float], float] = lambda day: 1.0

    @property
    def cut(self) -> date:
        """The last day known."""
        return START + timedelta(days=self.known)

    def history(self, priced: bool) -> Purchases:
        """Everything that was bought until the horizon."""
        dice = np.random.default_rng(3)
        rows = [row for number in range(self.customers) for row in self._bought(dice, number)]
        who, day, amount = (np.array(column) for column in zip(*rows, strict=True))
        return purchases(
            who.astype(str), np.datetime64(START) + day.astype(int), np.round(amount, 2) if priced else None
        )

    def _bought(self, dice: Dice, number: int) -> list[tuple[int, float, float]]:
        """One customer's purchases: the first, then one after the other while it stays."""
        first, wait, usual = dice.uniform(0, self.joining), self.days(dice), self.costs(dice)
        last, day, days = min(first + self.stays(dice), self.known + self.horizon), first, [first]
        while (day := day + wait()) <= last:
            if dice.random() < self.open(day % 365):
                days.append(day)
        return [(number, day, usual * dice.lognormal(0, 0.5)) for day in days]


def at_random(shape: float, mean: float) -> Callable[[Dice], Callable[[], float]]:
    """Whenever it happens, at rates that differ between customers."""

    def days(dice: Dice) -> Callable[[], float]:
        rate = dice.gamma(shape, 1 / mean / shape)
        return lambda: dice.exponential(1 / rate)

    return days


def by_the_clock(mean: float, spread: float) -> Callable[[Dice], Callable[[], float]]:
    """Every so many days, give or take."""
    return lambda dice: lambda: max(1.0, dice.normal(mean, spread))


def about(days: float) -> Callable[[Dice], float]:
    """For a while, of which nobody knows the end."""
    return lambda dice: float(dice.exponential(days))


def around(amount: float, spread: float) -> Callable[[Dice], float]:
    """Most pay about this, some much more."""
    return lambda dice: float(dice.lognormal(np.log(amount), spread))


TRADES = {
    "a shop": Trade(1500, 273, 270, at_random(0.6, 80), about(250), around(40, 0.8), 120),
    "subscriptions": Trade(1200, 500, 90, by_the_clock(30, 1), about(500), around(30, 0.4), 450),
    "a season": Trade(
        1000, 730, 365, at_random(1.5, 40), about(900), around(60, 0.6), 365, lambda day: 1.0 if day > 300 else 0.08
    ),
    "after the season": Trade(
        2400,
        700,
        90,
        at_random(1.5, 30),
        about(900),
        around(60, 0.6),
        365,
        lambda day: 1.0 if 150 < day < 240 else 0.05,
    ),
    "once a year": Trade(1000, 1095, 180, by_the_clock(365, 12), about(1200), around(300, 0.3), 900),
    "a year ahead": Trade(2500, 1400, 365, by_the_clock(365, 12), about(1500), around(300, 0.3), 1100),
    "one purchase": Trade(4000, 365, 180, at_random(0.15, 500), about(300), around(200, 1.0), 200),
    "accounts": Trade(600, 820, 270, at_random(0.8, 45), about(1e9), around(5000, 1.2), 400),
}
"""By names; where it isn't said otherwise, purchases are made on any day."""
