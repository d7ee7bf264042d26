"""The metrics as the report shows them: a row of numbers per page, figures made of column sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from . import facts, metrics
from .benchmark import Page
from .bootstrap import Aggregate, Rows
from .extraction import Extraction


@dataclass(frozen=True)
class Metric:
    """One table of the report.

    `figures` are functions of column sums; the first is the one that groups and differences show.
    """

    name: str
    title: str
    applies: Callable[[Page], bool]
    row: Callable[[Page, Extraction], Sequence[float]]
    figures: Mapping[str, Aggregate]
    """Name to figure; a name that starts with "-" is better when it is lower."""

    counts: Mapping[str, int] = field(default_factory=dict)
    """For figures that not all pages have a part in: the column that counts those that have."""

    needs_facts: bool = False


def _ratio(above: Rows, below: Rows) -> Rows:
    """NaN where there is nothing to divide by."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(below > 0, above / np.where(below > 0, below, 1), np.nan)


def _column_ratio(above: int, below: int) -> Aggregate:
    return lambda sums: _ratio(sums[..., above], sums[..., below])


def _harmonic(first: Rows, second: Rows) -> Rows:
    return np.nan_to_num(_ratio(2 * first * second, first + second))


def _is_unspaced(page: Page) -> bool:
    """Whether much of the gold is in scripts without spaces; a name or two does not count."""
    gold = page.main_text or ""
    return len(metrics.words_cjk(gold)) > 1.5 * len(metrics.words(gold))


def _word_metric(name: str, title: str, tokens: metrics.Tokenizer) -> Metric:
    def row(page: Page, extraction: Extraction) -> Sequence[float]:
        score = metrics.word_score(extraction.text, page.main_text or "", tokens)
        return (score.f1, score.precision, score.recall, 1.0)

    figures = {"F1": _column_ratio(0, 3), "precision": _column_ratio(1, 3)}
    figures["recall"] = _column_ratio(2, 3)
    return Metric(name, title, lambda page: page.main_text is not None, row, figures)


WORDS = _word_metric("word_f1", "Word F1 as in WCXB (mean over pages)", metrics.words)

WORDS_CJK = _word_metric(
    "word_f1_cjk", "Word F1, each kana, CJK and Thai character a word", metrics.words_cjk
)


def _shingle_row(page: Page, extraction: Extraction) -> Sequence[float]:
    shingles = metrics.shingle_counts(extraction.text, page.main_text or "")
    precision, recall = shingles.precision, shingles.recall
    return (precision or 0.0, precision is not None, recall or 0.0, recall is not None)


SHINGLES = Metric(
    "shingle_f1",
    "4-gram shingles as in Scrapinghub's benchmark (F1 of mean precision and mean recall)",
    lambda page: page.main_text is not None,
    _shingle_row,
    {
        "F1": lambda sums: _harmonic(
            np.nan_to_num(_column_ratio(0, 1)(sums)), np.nan_to_num(_column_ratio(2, 3)(sums))
        ),
        "precision": _column_ratio(0, 1),
        "recall": _column_ratio(2, 3),
    },
)


def _segment_row(page: Page, extraction: Extraction) -> Sequence[float]:
    return metrics.segment_counts(extraction.text, page.present or (), page.absent or ())


def _segment_f1(sums: Rows) -> Rows:
    found, leaked, missed = sums[..., 0], sums[..., 1], sums[..., 2]
    return np.nan_to_num(_ratio(2 * found, 2 * found + leaked + missed))


SEGMENTS = Metric(
    "segment_f1",
    "Segments as in trafilatura's evaluation (of the sum over pages)",
    lambda page: bool(page.present or page.absent),
    _segment_row,
    {
        "F1": _segment_f1,
        "precision": lambda sums: _ratio(sums[..., 0], sums[..., 0] + sums[..., 1]),
        "recall": lambda sums: _ratio(sums[..., 0], sums[..., 0] + sums[..., 2]),
        "accuracy": lambda sums: _ratio(sums[..., 0] + sums[..., 3], sums.sum(axis=-1)),
    },
)


def _snippet_row(page: Page, extraction: Extraction) -> Sequence[float]:
    present = metrics.snippet_rate(extraction.text, page.present or ())
    return (present, metrics.snippet_rate(extraction.text, page.absent or ()), 1.0)


SNIPPETS = Metric(
    "snippets",
    "Snippets as in WCXB: share of `with` found, share of `without` leaked",
    lambda page: page.main_text is not None and page.present is not None,
    _snippet_row,
    {"with": _column_ratio(0, 2), "-without": _column_ratio(1, 2)},
)


def _fact_metric(name: str) -> Metric:
    is_right = facts.RIGHT[name]
    lax_label, is_roughly_right = facts.LAX.get(name, ("", is_right))

    def row(page: Page, extraction: Extraction) -> Sequence[float]:
        gold: str = getattr(page, name) or ""
        found: str = (getattr(extraction.facts, name) if extraction.facts else None) or ""
        given = facts.is_given(found)
        if not facts.is_given(gold):
            return (0, 0, 0, 0, given, 1)
        if not given:
            return (0, 0, 0, 1, 0, 0)
        return (is_right(found, gold), is_roughly_right(found, gold), 1, 1, 0, 0)

    # Columns: right, roughly right, given, gold has one, made up, gold has none.
    figures = {"right": (0, 3)}
    if lax_label:
        figures[lax_label] = (1, 3)
    figures |= {"right of those given": (0, 2), "-made up": (4, 5)}
    return Metric(
        name,
        f"{name.capitalize()} right, where gold has one; made up, where it has none",
        lambda page: page.facts_labelled,
        row,
        {label: _column_ratio(above, below) for label, (above, below) in figures.items()},
        {label: below for label, (_, below) in figures.items()},
        needs_facts=True,
    )


def _parts_metric(name: str) -> Metric:
    """Of a recipe, whose pages are labelled by their parts and have no gold of the whole text."""

    def row(page: Page, extraction: Extraction) -> Sequence[float]:
        parts: Sequence[str] = getattr(page, name)
        folded = f" {facts.fold(extraction.text)} "
        found = sum(f" {facts.fold(part)} " in folded for part in parts)
        return (found / len(parts), found == 0, 1)

    return Metric(
        name,
        f"{name.capitalize()} found, folded like titles (mean over pages); pages that lose all",
        lambda page: bool(getattr(page, name)),
        row,
        {"found": _column_ratio(0, 2), "-none found": _column_ratio(1, 2)},
    )


METRICS = (
    WORDS,
    WORDS_CJK,
    SHINGLES,
    SEGMENTS,
    SNIPPETS,
    _parts_metric("ingredients"),
    _parts_metric("steps"),
    _fact_metric("title"),
    _fact_metric("author"),
    _fact_metric("date"),
)


def metrics_for(pages: Sequence[Page]) -> list[Metric]:
    """The metrics that the gold of these pages can carry.

    `word_f1_cjk` only where a page is in a script without spaces.
    """
    chosen = [metric for metric in METRICS if any(map(metric.applies, pages))]
    if WORDS_CJK in chosen and not any(map(_is_unspaced, pages)):
        chosen.remove(WORDS_CJK)
    return chosen
