"""Scores of one page, and their means."""

from collections import Counter

import numpy as np

from labels import folded, words


def word_f1(text: str, gold: list[str]) -> float:
    found, wanted = Counter(words(text)), Counter(gold)
    common = (found & wanted).total()
    if not common:
        return 1.0 if not found and not wanted else 0.0
    return 2 * common / (found.total() + wanted.total())


def segments(text: str, inside: list[str], outside: list[str]) -> np.ndarray:
    """True positives, false negatives, false positives, true negatives."""
    folded = " ".join(text.split())
    hit = sum(" ".join(s.split()) in folded for s in inside)
    wrong = sum(" ".join(s.split()) in folded for s in outside)
    return np.array([hit, len(inside) - hit, wrong, len(outside) - wrong], float)


def found(text: str, parts: list[str]) -> np.ndarray:
    """How many of the parts stand in the text, and how many there are."""
    text = folded(text)
    parts = [part for part in map(folded, parts) if part]
    return np.array([sum(part in text for part in parts), len(parts)], float)


def segment_f1(rows: list[np.ndarray]) -> float:
    tp, fn, fp, _ = np.sum(rows, axis=0)
    return 2 * tp / max(1, 2 * tp + fn + fp)
