"""Rows as they are where no phrase is known: for languages that the lexicon does not have.

Without such examples a text without phrases would pass for clean in any of them.
"""

import hashlib
import re

import numpy as np

SHARE = 0.35
"""How many texts are learned from blind."""

_FAR = re.compile(r"phrase_(before|after)|(posts|replies|copyright|notice)_before")
_NONE = re.compile(
    r"phrase|phrase_kind|phrase_(before|after)_kind|phrases_(above|below)|text_end_above"
    r"|window\d+_phrases|page_(phrase|hint|phrase_word)_share"
)
_NEIGHBOUR = re.compile(r"neighbour-?\d+_phrase")
FAR = 999


def is_chosen(identifier: str) -> bool:
    digest = hashlib.md5(f"blind {identifier}".encode()).hexdigest()
    return int(digest[:8], 16) / 2**32 < SHARE


def blinded(rows: np.ndarray, names: list[str]) -> np.ndarray:
    """A copy of rows of which no line has a phrase."""
    rows = rows.copy()
    for column, name in enumerate(names):
        if _FAR.fullmatch(name):
            rows[:, column] = FAR
        elif _NONE.fullmatch(name):
            rows[:, column] = 0
        elif _NEIGHBOUR.fullmatch(name):
            rows[:, column] = np.minimum(rows[:, column], 0)
    return rows
