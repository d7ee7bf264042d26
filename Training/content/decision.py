"""From probabilities to the kept blocks: the same rule as the stage's, for cross-validation."""

import numpy as np

BETA = 0.85


def threshold(p: np.ndarray, tokens: np.ndarray, beta: float = BETA) -> float:
    """The probability down to which keeping blocks raises the expected F-measure."""
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum((tokens * p)[order], dtype=np.float64)
    kept = np.cumsum(tokens[order], dtype=np.float64)
    total = float((tokens * p).sum(dtype=np.float64))
    f = (1 + beta * beta) * hits / (kept + beta * beta * total + 1e-9)
    return float(p[order[int(np.argmax(f))]]) if len(p) else 1.0


def keep(p, tokens, texts, is_comment, is_discussion, beta: float = BETA) -> np.ndarray:
    """Which blocks stay, as booleans."""
    kept = p >= threshold(p, tokens, beta)
    # Comments stay where the page is a discussion or little else is on it.
    strong = float(tokens[(p > 0.8) & kept & ~is_comment].sum())
    if not is_discussion and strong >= 100:
        kept &= ~(is_comment & (p < 0.9))
    seen: set[str] = set()
    for index in np.flatnonzero(kept):
        if tokens[index] >= 8:
            key = "".join(texts[index].split())
            if key in seen:
                kept[index] = False
            seen.add(key)
    return kept
