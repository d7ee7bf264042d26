"""Scores of several systems on one benchmark, over all pages and per group, with errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from . import bootstrap
from .benchmark import Benchmark, Page
from .bootstrap import Estimate, Rows
from .extraction import Extraction
from .scoring import Metric, metrics_for


@dataclass(frozen=True)
class System:
    """What ran, with which settings, and how often it failed."""

    name: str
    version: str
    settings: str
    pages: int
    failures: Mapping[str, int]
    """Reason to number of pages; these pages count as empty texts."""

    empty: int
    """Pages without text, failures included."""


@dataclass(frozen=True)
class Group:
    """A part of the pages: all of them, a page type, a language."""

    label: str
    pages: int
    figures: Mapping[str, Mapping[str, Estimate]]
    """System to figure to estimate."""


@dataclass(frozen=True)
class Table:
    """One metric: groups by systems, and the first system minus each other one."""

    metric: Metric
    groups: tuple[Group, ...]
    differences: Mapping[str, Estimate]
    rows: Mapping[str, Rows] = field(repr=False)
    ids: tuple[str, ...] = field(repr=False)

    @property
    def headline(self) -> str:
        return next(iter(self.metric.figures))


@dataclass(frozen=True)
class Results:
    """Everything that is printed and saved for one benchmark folder."""

    benchmark: str
    pages: int
    left_out: tuple[tuple[str, str], ...]
    systems: tuple[System, ...]
    tables: tuple[Table, ...]


def _groups(pages: Sequence[Page]) -> list[tuple[str, list[int]]]:
    """All, then page types, then languages, each by falling size; one group of all is left out."""
    groups = [("all", list(range(len(pages))))]
    for key in ("page_type", "lang"):
        members: dict[str, list[int]] = {}
        for index, page in enumerate(pages):
            if (value := getattr(page, key)) is not None:
                members.setdefault(value, []).append(index)
        if len(members) > 1:
            by_size = sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
            groups += [(f"{key.removeprefix('page_')} {label}", rows) for label, rows in by_size]
    return groups


def _table(
    metric: Metric, pages: Sequence[Page], extractions: Mapping[str, Sequence[Extraction]]
) -> Table:
    chosen = [index for index, page in enumerate(pages) if metric.applies(page)]
    scored = [pages[index] for index in chosen]
    rows: dict[str, Rows] = {}
    for system, found in extractions.items():
        if metric.needs_facts and all(extraction.facts is None for extraction in found):
            continue
        pairs = zip(scored, (found[index] for index in chosen), strict=True)
        rows[system] = np.array([metric.row(page, got) for page, got in pairs], dtype=float)
    groups = tuple(
        Group(
            label,
            len(members),
            {
                system: {
                    name: bootstrap.estimate(values[members], figure)
                    for name, figure in metric.figures.items()
                }
                for system, values in rows.items()
            },
        )
        for label, members in _groups(scored)
    )
    headline = next(iter(metric.figures.values()))
    first, *others = rows
    differences = {
        other: bootstrap.difference(rows[first], rows[other], headline) for other in others
    }
    return Table(metric, groups, differences, rows, tuple(page.id for page in scored))


def score(
    benchmark: Benchmark,
    extractions: Mapping[str, Sequence[Extraction]],
    described: Mapping[str, tuple[str, str]],
    metrics: Sequence[Metric] | None = None,
) -> Results:
    """Scores all systems; `described` has the version and settings of each.

    `metrics` are those that any page has a part in; by default those of texts and facts.
    """
    systems = []
    for name, found in extractions.items():
        failures: dict[str, int] = {}
        for extraction in found:
            if extraction.failure:
                reason = extraction.failure.split(":")[0]
                failures[reason] = failures.get(reason, 0) + 1
        empty = sum(not extraction.text.strip() for extraction in found)
        systems.append(System(name, *described[name], len(found), failures, empty))
    tables = []
    chosen = [metric for metric in metrics or () if any(map(metric.applies, benchmark.pages))]
    for metric in metrics_for(benchmark.pages) if metrics is None else chosen:
        has_system = not metric.needs_facts or any(
            extraction.facts for found in extractions.values() for extraction in found
        )
        if has_system:
            tables.append(_table(metric, benchmark.pages, extractions))
    return Results(
        benchmark.name, len(benchmark.pages), benchmark.left_out, tuple(systems), tuple(tables)
    )
