"""Which lines stay or go together: the same as `SegmentUnits`."""

import re

import numpy as np

MAX_ITEM_TOKENS = 40
MAX_VERSE_TOKENS = 14
VERSE_COUNTS = range(3, 25)
NAMES = ("gap_before", "mark", "tabs", "wide_spaces", "is_part")
"""The features that tell them."""


_NUMBER = re.compile(r"[ \t]*[0-9]{1,3}[.)] ")


def firsts(signs: np.ndarray, tokens: np.ndarray, texts: list[str]) -> np.ndarray:
    """For each line the first one of its unit; `signs` has a column for each of NAMES."""
    numbered = np.array([bool(_NUMBER.match(text)) for text in texts])
    bars = np.array(["|" in text for text in texts])
    gap, mark, tabs, wide, part = signs.T
    row = (part == 0) & ((tabs > 0) | bars | (wide > 1))
    item = (part == 0) & ~row & ((mark == 1) | numbered) & (tokens < MAX_ITEM_TOKENS)
    has_blank_lines = bool((gap[1:] > 1).any())
    verse = (part == 0) & ~row & ~item & (tokens < MAX_VERSE_TOKENS) & has_blank_lines
    kind = row * 1 + item * 2 + verse * 3
    result, start = np.arange(len(tokens)), 0
    while start < len(tokens):
        end = start + 1
        while kind[start] and end < len(tokens) and gap[end] <= 1 and kind[end] == kind[start]:
            end += 1
        if kind[start] != 3 or end - start in VERSE_COUNTS:
            result[start:end] = start
        start = end
    return result


def pooled(p: np.ndarray, tokens: np.ndarray, first: np.ndarray) -> np.ndarray:
    """The probabilities of lines, those of each unit the same."""
    weight = np.maximum(tokens, 0.5)
    total = np.bincount(first, p * weight, len(p)) / np.maximum(
        1e-9, np.bincount(first, weight, len(p))
    )
    return total[first].astype(np.float32)
