"""Rows as they are where no phrase is known, or letters have no case: other languages and scripts.

Without such examples a text without phrases would pass for clean in any of them, and one without
capitals would look like no page at all.
"""

import hashlib
import re

import numpy as np

SHARE = 0.35
"""How many texts are learned from without phrases."""
CASELESS_SHARE = 0.3
"""How many without capitals; drawn by themselves, so that some have neither."""

_FAR = re.compile(r"phrase_(before|after)|(posts|replies|copyright|notice)_before")
_NONE = re.compile(
    r"phrase|phrase_kind|phrase_(before|after)_kind|phrases_(above|below)|text_end_above"
    r"|window\d+_phrases|page_(phrase|hint|phrase_word)_share"
)
_NEIGHBOUR = re.compile(r"neighbour-?\d+_phrase")
_CASE = re.compile(
    r"starts_capital|capital_(share|words)|neighbour-?\d+_capital_words|window\d+_capitals"
    r"|page_capital_words"
)
FAR = 999


def _draw(what: str, identifier: str) -> float:
    digest = hashlib.md5(f"{what} {identifier}".encode()).hexdigest()
    return int(digest[:8], 16) / 2**32


def lacks_phrases(identifier: str) -> bool:
    return _draw("blind", identifier) < SHARE


def lacks_case(identifier: str) -> bool:
    return _draw("caseless", identifier) < CASELESS_SHARE


def without_phrases(rows: np.ndarray, names: list[str]) -> np.ndarray:
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


def without_case(rows: np.ndarray, names: list[str]) -> np.ndarray:
    """A copy of rows of letters without case."""
    rows = rows.copy()
    for column, name in enumerate(names):
        if _CASE.fullmatch(name):
            rows[:, column] = np.minimum(rows[:, column], 0)
    return rows
