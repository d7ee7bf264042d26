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
# A text of fewer words below which readers wrote so many times as many is the first post of a discussion.
SHORT_TEXT = 100
COMMENT_SHARE = 5
# In a discussion what is made alike, so many times at least, stays if its mean probability is so high.
ALIKE_COUNT = 3
ALIKE_MEAN = 0.4
# So high for a few words, on average, of which so few have a sentence: who a user is.
LABELS_MEAN = 0.7
LABELS_WORDS = 25
LABELS_SENTENCES = 0.1


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
    page, p: np.ndarray, beta: float = BETA, least: float = LEAST,
    sure_comment: float = SURE_COMMENT, knows_discussions: bool = True,
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
    other = float((tokens * likely)[kept & ~comment].sum())
    said = float(tokens[comment].sum())
    if not knows_discussions:
        if not page.is_discussion and other >= OTHER_TOKENS:
            kept &= ~(comment & (likely < sure_comment))
    elif page.is_discussion or (other < SHORT_TEXT and said > COMMENT_SHARE * max(1.0, other)):
        alike, sentence = np.zeros(len(likely), int), np.zeros(len(likely), bool)
        alike[of] = page.alike
        np.logical_or.at(sentence, of, page.sentences)
        kept = agreed(kept, likely, tokens, np.unique(alike, return_inverse=True)[1], sentence)
    elif other >= OTHER_TOKENS:
        kept &= ~(comment & (likely < sure_comment))
    return kept[of]


def agreed(
    kept: np.ndarray, likely: np.ndarray, tokens: np.ndarray, alike: np.ndarray,
    sentence: np.ndarray,
) -> np.ndarray:
    """Which items stay, where those alike share one verdict."""
    words = np.maximum(0.5, tokens).astype(np.float64)
    count, stay = np.bincount(alike), np.bincount(alike, kept)
    mean = np.bincount(alike, words * likely) / np.bincount(alike, words)
    labels = np.bincount(alike, words) < LABELS_WORDS * count
    labels &= np.bincount(alike, sentence) < LABELS_SENTENCES * count
    mixed = (count >= ALIKE_COUNT) & (stay > 0) & ((stay < count) | labels)
    least = np.where(labels, LABELS_MEAN, ALIKE_MEAN)
    return np.where(mixed[alike], mean[alike] >= least[alike], kept)
