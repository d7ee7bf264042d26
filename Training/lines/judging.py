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
# A text has chrome around it where more than this share of its words is.
CHROME_SHARE = 0.08


def keep(p: np.ndarray, tokens: np.ndarray, chrome: float, beta: float = BETA) -> np.ndarray:
    """Which lines of a text stay, as booleans; `chrome` is how likely there is any, and those of a unit
    have the same probability."""
    everything = np.ones(len(p), bool)
    if len(p) < MIN_SEGMENTS or tokens.sum() < MIN_TOKENS or chrome < MIN_CHROME:
        return everything
    kept = p >= (threshold(p, tokens, beta) if chrome >= SURE_CHROME else np.float32(SURE_LINE))
    return kept if kept.any() else everything
