"""Standard errors by resampling pages, for one system and for the difference of two.

Every metric here is a function of column sums over pages: a mean is `sum / count`, a segment F1 is
made of four counts. So a page is a row of numbers, a resample is a weight per page, and all
resamples together are one matrix product.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]
Aggregate = Callable[[Rows], Rows]
"""From column sums (last axis) to the metric; must accept any number of leading axes."""

RESAMPLES = 1000
SEED = 20240607


@dataclass(frozen=True)
class Estimate:
    """A value and the standard deviation of its resamples."""

    value: float
    error: float


@lru_cache(maxsize=8)
def _weights(pages: int, resamples: int, seed: int) -> Rows:
    """How often each resample draws each page. The same for all systems: that makes it paired."""
    generator = np.random.default_rng([seed, pages])
    return generator.multinomial(pages, np.full(pages, 1 / pages), size=resamples).astype(float)


def _resampled(rows: Rows, aggregate: Aggregate, resamples: int, seed: int) -> tuple[float, Rows]:
    value = float(aggregate(rows.sum(axis=0)))
    return value, aggregate(_weights(len(rows), resamples, seed) @ rows)


def estimate(
    rows: Rows, aggregate: Aggregate, resamples: int = RESAMPLES, seed: int = SEED
) -> Estimate:
    """The metric over all pages with its standard error; the same rows give the same answer."""
    if len(rows) == 0:
        return Estimate(float("nan"), float("nan"))
    value, values = _resampled(rows, aggregate, resamples, seed)
    return Estimate(value, _deviation(values))


def difference(
    rows: Rows,
    other: Rows,
    aggregate: Aggregate,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Estimate:
    """First minus second on the same pages in the same order, each resample drawn for both.

    Pages that are hard for every system cancel out, so the error is far smaller than that of two
    separate estimates.
    """
    if rows.shape != other.shape:
        raise ValueError(f"not the same pages: {rows.shape} and {other.shape}")
    if len(rows) == 0:
        return Estimate(float("nan"), float("nan"))
    value, values = _resampled(rows, aggregate, resamples, seed)
    other_value, other_values = _resampled(other, aggregate, resamples, seed)
    return Estimate(value - other_value, _deviation(values - other_values))


def _deviation(values: Rows) -> float:
    """Standard deviation over the resamples in which the metric is defined."""
    defined = values[~np.isnan(values)]
    return float(np.std(defined, ddof=1)) if len(defined) > 1 else float("nan")
