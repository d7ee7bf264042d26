"""Scores of an extracted text against a page's gold: words, shingles, segments, snippets.

Pure functions on strings, standard library only, so that training code can import this file alone.
Each definition follows the public evaluation script of the benchmark it comes from; where the two
would differ, the docstring says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

Tokenizer = Callable[[str], list[str]]

_WORD = re.compile(r"\w+")

# Scripts that set no space between words: kana, CJK ideographs, CJK compatibility ideographs, Thai.
# Hangul is left out: Korean sets spaces.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_WORD_OR_UNSPACED = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")

_WHITE_SPACE = re.compile(r"\s+")

SHINGLE_WORDS = 4


def words(text: str) -> list[str]:
    r"""Lower-cased runs of `\w`: the tokens of WCXB's own evaluation."""
    return _WORD.findall(text.lower())


def words_cjk(text: str) -> list[str]:
    """`words`, except that each kana, CJK or Thai character is a token of its own.

    Equal to `words` on text without those scripts. Under `words` a Japanese sentence is one token,
    and a single wrong character costs all of it.
    """
    return _WORD_OR_UNSPACED.findall(text.lower())


class Score(NamedTuple):
    """Precision, recall and F1 of one page, each 0...1."""

    precision: float
    recall: float
    f1: float


def bag_score(predicted: Iterable[Hashable], gold: Iterable[Hashable]) -> Score:
    """Score of two multisets of tokens; order plays no part.

    Where gold is empty, an empty prediction scores 1 and any other 0, as in WCXB.
    """
    predicted_counts, gold_counts = Counter(predicted), Counter(gold)
    if not gold_counts:
        return Score(0.0, 0.0, 0.0) if predicted_counts else Score(1.0, 1.0, 1.0)
    shared = (predicted_counts & gold_counts).total()
    if not shared:
        return Score(0.0, 0.0, 0.0)
    precision = shared / predicted_counts.total()
    recall = shared / gold_counts.total()
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def word_score(predicted: str, gold: str, tokens: Tokenizer = words) -> Score:
    """WCXB's word score of one page; the benchmark's figure is the mean of `f1` over pages."""
    return bag_score(tokens(predicted), tokens(gold))


class Shingles(NamedTuple):
    """Shares of shingles found in both texts, in the predicted one alone, in gold alone.

    They sum to 1, or are all 0 where both texts are empty, so that long pages weigh no more.
    """

    true_positive: float
    false_positive: float
    false_negative: float

    @property
    def precision(self) -> float | None:
        """None where nothing was predicted: such a page has no part in the mean."""
        predicted = self.true_positive + self.false_positive
        return self.true_positive / predicted if predicted else None

    @property
    def recall(self) -> float | None:
        """None where gold is empty."""
        gold = self.true_positive + self.false_negative
        return self.true_positive / gold if gold else None


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, case kept; a shorter text is one shingle."""
    tokens = _WORD.findall(text)
    if not tokens:
        return Counter()
    last = max(1, len(tokens) - SHINGLE_WORDS + 1)
    return Counter(tuple(tokens[i : i + SHINGLE_WORDS]) for i in range(last))


def shingle_counts(predicted: str, gold: str) -> Shingles:
    """4-gram shingles of one page as in Scrapinghub's article-extraction-benchmark."""
    predicted_counts, gold_counts = _shingles(predicted), _shingles(gold)
    shared = (predicted_counts & gold_counts).total()
    alone, missed = predicted_counts.total() - shared, gold_counts.total() - shared
    total = shared + alone + missed
    if not total:
        return Shingles(0.0, 0.0, 0.0)
    return Shingles(shared / total, alone / total, missed / total)


def shingle_score(pages: Sequence[Shingles]) -> Score:
    """Scrapinghub's aggregate: mean precision, mean recall, and the F1 of these two means."""
    precisions = [p for page in pages if (p := page.precision) is not None]
    recalls = [r for page in pages if (r := page.recall) is not None]
    precision = sum(precisions) / len(precisions) if precisions else 0.0
    recall = sum(recalls) / len(recalls) if recalls else 0.0
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)


def fold_white_space(text: str) -> str:
    """Runs of white space as one space, none at either end."""
    return _WHITE_SPACE.sub(" ", text).strip()


class Segments(NamedTuple):
    """Segments that had to be there (found, missed) and had to be away (found, left out)."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int

    def __add__(self, other: Segments) -> Segments:  # type: ignore[override]
        return Segments(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def score(self) -> Score:
        """Precision, recall and F1 over all counted segments; 0 where nothing was found."""
        if not self.true_positive:
            return Score(0.0, 0.0, 0.0)
        precision = self.true_positive / (self.true_positive + self.false_positive)
        recall = self.true_positive / (self.true_positive + self.false_negative)
        return Score(precision, recall, 2 * precision * recall / (precision + recall))

    @property
    def accuracy(self) -> float:
        """Share of segments that are where they should be."""
        return (self.true_positive + self.true_negative) / total if (total := sum(self)) else 0.0


def segment_counts(text: str, present: Iterable[str], absent: Iterable[str]) -> Segments:
    """Trafilatura's evaluation of one page: case matters, white space is folded on both sides.

    Its figures are of the sum over all pages, so a page with more segments weighs more.
    """
    folded = fold_white_space(text)
    found = [fold_white_space(segment) in folded for segment in present]
    leaked = [fold_white_space(segment) in folded for segment in absent]
    return Segments(sum(found), sum(leaked), len(found) - sum(found), len(leaked) - sum(leaked))


def snippet_rate(text: str, snippets: Sequence[str]) -> float:
    """Share of snippets that occur in the text, lower-cased; 1 where there is no snippet.

    This is WCXB's rule to the letter: white space is *not* folded, and a page without `without`
    snippets counts as 1, which is the bad end of that rate. `segment_counts` has neither habit.
    """
    lowered = text.lower()
    return sum(s.lower() in lowered for s in snippets) / len(snippets) if snippets else 1.0
