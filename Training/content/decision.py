"""From probabilities to the kept blocks: the same rule as the stage's, for cross-validation."""

import numpy as np

BETA = 0.85
# A page whose likeliest block is less likely than this has no main content.
LEAST = 0.2
# Where so many words are surer than STRONG, nothing below FLOOR stays.
STRONG = 0.8
SURE_TOKENS = 30
FLOOR = 0.4
# Comments below SURE_COMMENT go where so many words outside them are expected to be content.
SURE_COMMENT = 0.75
OTHER_TOKENS = 30


def threshold(p: np.ndarray, tokens: np.ndarray, beta: float = BETA) -> float:
    """The probability down to which keeping blocks raises the expected F-measure."""
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum((tokens * p)[order], dtype=np.float64)
    kept = np.cumsum(tokens[order], dtype=np.float64)
    total = float((tokens * p).sum(dtype=np.float64))
    f = (1 + beta * beta) * hits / (kept + beta * beta * total + 1e-9)
    return float(p[order[int(np.argmax(f))]]) if len(p) else 1.0


def items(page, p: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """What is judged as a whole, units and the blocks in none: by block the item that it is part
    of, and by item the likeliest block's probability, the words, whether all are comments."""
    units = np.asarray(page.units)
    keys = np.where(units >= 0, units, len(p) + np.arange(len(p)))
    _, of = np.unique(keys, return_inverse=True)
    count = int(of.max()) + 1 if len(of) else 0
    likely, tokens = np.zeros(count, p.dtype), np.zeros(count, page.tokens.dtype)
    comment = np.ones(count, bool)
    np.maximum.at(likely, of, p)
    np.add.at(tokens, of, page.tokens)
    np.logical_and.at(comment, of, page.is_comment)
    return of, likely, tokens, comment


def keep(
    page, p: np.ndarray, beta: float = BETA, least: float = LEAST, sure_comment: float = SURE_COMMENT
) -> np.ndarray:
    """Which blocks of a page stay, as booleans."""
    if not len(p) or p.max() < least:
        return np.zeros(len(p), bool)
    of, likely, tokens, comment = items(page, p)
    lowest = threshold(likely, tokens, beta)
    if float(tokens[likely > STRONG].sum()) >= SURE_TOKENS:
        lowest = max(lowest, FLOOR)
    kept = likely >= lowest
    # Comments stay where the page is a discussion or little else is on it.
    if not page.is_discussion:
        if float((tokens * likely)[kept & ~comment].sum()) >= OTHER_TOKENS:
            kept &= ~(comment & (likely < sure_comment))
    return kept[of]
