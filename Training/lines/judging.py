"""From probabilities to kept lines: the same rule as `LineJudgement`, for cross-validation."""

import numpy as np

from decision import threshold

BETA = 0.85
# A text that is less likely than this to have chrome around it is left alone; up to SURE_CHROME only
# lines go that are less likely content than SURE_LINE.
MIN_CHROME = 0.5
SURE_CHROME = 0.85
SURE_LINE = 0.1
MIN_SEGMENTS = 8
MIN_TOKENS = 40
# A sentence in doubt is rather kept than lost: prose stays from here on.
MAX_PROSE_THRESHOLD = 0.3
# A text has chrome around it where more than this share of its words is.
CHROME_SHARE = 0.08


def is_prose(rows: np.ndarray, names: list[str]) -> np.ndarray:
    """Whether lines read as prose: ten words or more that end or part a sentence."""
    tokens, ends, commas = (rows[:, names.index(n)] for n in ("tokens", "ends_sentence", "commas"))
    return (tokens >= 10) & ((ends > 0) | (commas > 0))


def keep(
    p: np.ndarray, tokens: np.ndarray, prose: np.ndarray, chrome: float, beta: float = BETA
) -> np.ndarray:
    """Which lines of a text stay, as booleans; `chrome` is how likely there is any, and those of a unit
    have the same probability."""
    everything = np.ones(len(p), bool)
    if len(p) < MIN_SEGMENTS or tokens.sum() < MIN_TOKENS or chrome < MIN_CHROME:
        return everything
    limit = threshold(p, tokens, beta) if chrome >= SURE_CHROME else np.float32(SURE_LINE)
    kept = p >= np.where(prose, np.minimum(limit, np.float32(MAX_PROSE_THRESHOLD)), limit)
    return kept if kept.any() else everything
