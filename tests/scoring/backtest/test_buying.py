"""How customers buy: the published figures, and answers that never degenerate."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import quad

from scoring.backtest.buying import counts, fit, fit_regular
from scoring.backtest.likelihood import Counts
from scoring.backtest.spending import fit_spending
from scoring.backtest.state import log_gaps
from scoring.prospect import Buyers, alive, returns
from tests.scoring.backtest import cdnow


def those(x: list[float], t_x: list[float], known: list[float]) -> Counts:
    return Counts(np.array(x), np.array(t_x), np.array(known), np.ones(len(x)))


@cdnow.needed
def test_bg_nbd_is_the_published_one() -> None:
    model = fit(counts(cdnow.columns(), cdnow.CUT), modified=False, prior=False)
    of = model.of
    assert [of.r, of.alpha, of.a, of.b] == pytest.approx([0.243, 4.414, 0.793, 2.426], abs=5e-4)
    assert model.log_likelihood == pytest.approx(-9582.4, abs=0.05)
    two = those([2.0], [30.43], [38.86])
    assert model.expected(two, 39)[0] == pytest.approx(1.226, abs=5e-4)
    assert model.alive(two)[0] == pytest.approx(0.726, abs=1e-3)


@cdnow.needed
def test_gamma_gamma_is_the_published_one() -> None:
    known = cdnow.history().until(cdnow.CUT)
    days, place = np.unique(np.stack([known.who, known.day.astype(int)]), axis=1, return_inverse=True)
    spent = np.bincount(place.ravel(), known.amount)
    repeat = np.append(False, days[0, 1:] == days[0, :-1])
    x = np.bincount(days[0, repeat], minlength=len(known.ids)).astype(float)
    mean = np.bincount(days[0, repeat], spent[repeat], len(known.ids)) / np.maximum(x, 1)
    model = fit_spending(x, mean)
    assert [model.p, model.q, model.v] == pytest.approx([6.25, 3.74, 15.44], abs=0.01)


@cdnow.needed
def test_half_a_year_of_hiatus_tells_who_comes_back() -> None:
    known, columns = cdnow.history().until(cdnow.CUT), cdnow.columns()
    silence = (np.datetime64(cdnow.CUT) - columns.last_purchase_on).astype(int)
    came = np.isin(known.ids, cdnow.history().after(cdnow.CUT, cdnow.DAYS).ids)
    assert ((silence <= 26 * 7) == came).mean() == pytest.approx(0.771, abs=5e-4)


@cdnow.needed
def test_the_prior_hardly_moves_a_fit_to_thousands() -> None:
    known = counts(cdnow.columns(), cdnow.CUT)
    assert fit(known).log_likelihood == pytest.approx(fit(known, prior=False).log_likelihood, abs=0.05)


@cdnow.needed
def test_fifty_customers_never_degenerate() -> None:
    whole, chance = counts(cdnow.columns(), cdnow.CUT), np.random.default_rng(3)
    for _ in range(20):
        drawn = chance.integers(0, len(whole.x), 50)
        of = fit(Counts(whole.x[drawn], whole.t_x[drawn], whole.T[drawn], np.ones(50))).of
        assert all(0.01 < number < 200 for number in (of.r, of.alpha, of.a, of.b))


@cdnow.needed
def test_buying_at_random_is_found_to_be_at_random() -> None:
    model = fit_regular(counts(cdnow.columns(), cdnow.CUT), log_gaps(cdnow.history().until(cdnow.CUT)))
    assert model.of.k == 1


def test_buying_by_the_clock_is_found_to_be_regular() -> None:
    chance = np.random.default_rng(11)
    x: list[float] = []
    last: list[float] = []
    gaps: list[float] = []
    for rate in chance.gamma(3, 1 / 12, 400):
        bought = np.cumsum(chance.gamma(4, 1 / (4 * rate), 60))
        bought = bought[bought < 52]
        x.append(float(len(bought)))
        last.append(float(bought[-1]) if len(bought) else 0.0)
        gaps.extend(np.diff(bought, prepend=0.0))
    model = fit_regular(those(x, last, [52.0] * len(x)), float(np.log(gaps).sum()))
    assert model.of.k in (3, 4, 5)


@pytest.mark.parametrize("k", [1, 2, 4])
def test_chances_are_what_integrating_the_model_gives(k: int) -> None:
    of, x, last, known, ahead = Buyers(0.7, 5.0, 0.8, 2.4, k), 3, 20.0, 31.0, 9.0

    def mass(since: float, waited: float, terms: int) -> float:
        """The mass of customers with x purchases until `since` who then wait, in at most `terms` steps of k."""

        def density(rate: float) -> float:
            steps: float = sum((waited * rate) ** j / math.factorial(j) for j in range(terms))
            power = of.r - 1 + k * x
            return math.pow(rate, power) * math.exp(-(of.alpha + since + waited) * rate) * steps

        return float(quad(density, 0, np.inf)[0])

    going = mass(last, known - last, k)
    stopped = mass(last, 0.0, 1)
    still = going * (of.b + x) / (going * (of.b + x) + stopped * of.a)
    assert alive(x, last, known, of) == pytest.approx(still, rel=1e-6)
    expected = still * (1 - mass(last, known + ahead - last, k) / going)
    assert returns(x, last, known, of, ahead) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    "known",
    [
        those([0.0], [0.0], [30.0]),
        those([0.0] * 60, [0.0] * 60, [30.0] * 60),
        those([4.0] * 80, [20.0] * 80, [30.0] * 80),
        those([5_000.0, 0.0], [29.0, 0.0], [30.0, 0.1]),
    ],
    ids=["one customer", "no repeats", "all alike", "extremes"],
)
def test_poor_histories_give_finite_chances(known: Counts) -> None:
    model = fit(known)
    for answer in (model.alive(known), model.returns(known, 13)):
        assert np.all((answer >= 0) & (answer <= 1))
    assert np.all(np.isfinite(model.expected(known, 13)))


def test_a_single_day_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to fit"):
        fit(those([0.0], [0.0], [0.0]))


@pytest.mark.parametrize("mean", [[0.0] * 20, [-3.0] * 20, [5.0] * 20, [9.0]])
def test_poor_amounts_fall_back_to_the_mean(mean: list[float]) -> None:
    means = np.array(mean)
    model = fit_spending(np.ones(len(means)), means)
    assert not model.settled
    assert np.all(np.isfinite(model.expected(np.ones(len(means)), means)))
