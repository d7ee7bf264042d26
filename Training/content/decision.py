"""From probabilities to the kept blocks: the same rule as the stage's, for cross-validation."""

import numpy as np

BETA = 0.85
# A page whose likeliest block is less likely than this has no main content.
LEAST = 0.2


def threshold(p: np.ndarray, tokens: np.ndarray, beta: float = BETA) -> float:
    """The probability down to which keeping blocks raises the expected F-measure."""
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum((tokens * p)[order], dtype=np.float64)
    kept = np.cumsum(tokens[order], dtype=np.float64)
    total = float((tokens * p).sum(dtype=np.float64))
    f = (1 + beta * beta) * hits / (kept + beta * beta * total + 1e-9)
    return float(p[order[int(np.argmax(f))]]) if len(p) else 1.0


def keep(page, p: np.ndarray, beta: float = BETA, least: float = LEAST) -> np.ndarray:
    """Which blocks of a page stay, as booleans."""
    if not len(p) or p.max() < least:
        return np.zeros(len(p), bool)
    tokens = page.tokens
    kept = p >= threshold(p, tokens, beta)
    # Comments stay where the page is a discussion or little else is on it.
    strong = float(tokens[(p > 0.8) & kept & ~page.is_comment].sum())
    if not page.is_discussion and strong >= 100:
        kept &= ~(page.is_comment & (p < 0.9))
    # The stage after this one drops what an earlier block of another container says.
    first: dict[str, int] = {}
    for index in np.flatnonzero(kept):
        if tokens[index] >= 8:
            key = "".join(page.texts[index].split())
            if first.setdefault(key, page.containers[index]) != page.containers[index]:
                kept[index] = False
    return kept
