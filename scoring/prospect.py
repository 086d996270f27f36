"""The chance to buy again: a customer buys while it lasts, more or less by the clock, and one day stops.

MBG/CNBD-k: every k-th event of a random process at the customer's own rate is a purchase (k = 1
is MBG/NBD), rates differing between customers by a gamma distribution (r, alpha), and after each
purchase the customer stops with a probability of its own, by a beta distribution (a, b).

Sources: Batislam, Denizel and Filiztekin (2007), "Empirical validation and comparison of models
for customer base analysis"; Reutterer, Platzer and Schroeder (2021), "Leveraging purchase
regularity for predicting customer behavior the easy way". Takes one customer or columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scoring.rules import Rules


@dataclass(frozen=True, slots=True)
class Buyers:
    """How a company's customers buy: the parameters, alpha in the unit of time of what is asked."""

    r: float
    alpha: float
    a: float
    b: float
    k: int = 1


def buyers(rules: Rules) -> Buyers:
    """The fitted parameters in the rules, in days."""
    return Buyers(rules.buying_r, rules.buying_alpha, rules.buying_a, rules.buying_b, rules.buying_k)


def alive(x: Any, last: Any, known: Any, of: Buyers) -> Any:
    """The probability of not having stopped, after `x` repeat purchases, the last `last` after the first,
    which was `known` ago."""
    odds = ((of.alpha + last) / (of.alpha + known)) ** _shape(x, of) * _waiting(x, known - last, known, of)
    return odds / (odds + of.a / (of.b + x))


def returns(x: Any, last: Any, known: Any, of: Buyers, ahead: float) -> Any:
    """The probability of a purchase in the time `ahead`."""
    later = known + ahead
    still = _waiting(x, later - last, later, of) / _waiting(x, known - last, known, of)
    none = ((of.alpha + known) / (of.alpha + later)) ** _shape(x, of) * still
    return alive(x, last, known, of) * (1.0 - none)


def _shape(x: Any, of: Buyers) -> Any:
    """The shape of what is known of the customer's own rate."""
    return of.r + of.k * x


def _waiting(x: Any, silence: Any, known: Any, of: Buyers) -> Any:
    """How much likelier the silence is because a regular customer waits for its time: 1 when k is 1.

    The sum over j < k of (s)_j / j! (silence / (alpha + known))^j, s being the shape.
    """
    part, term, total = silence / (of.alpha + known), 1.0, 1.0
    for j in range(of.k - 1):
        term = term * part * (_shape(x, of) + j) / (j + 1)
        total = total + term
    return total
