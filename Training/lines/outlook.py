"""What the judgement of its lines says of a text as a whole: the same as `LineOutlook`."""

import numpy as np

LIMITS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5)
COUNTED_LIMITS = 3
RUN_LIMIT = 0.3


def values(p: np.ndarray, tokens: np.ndarray, page: np.ndarray) -> np.ndarray:
    """The row of a text: `page` are the features that all of its lines share."""
    total = max(1.0, float(tokens.sum()))
    below = [p < np.float32(limit) for limit in LIMITS]
    run = longest = 0
    for low in p < np.float32(RUN_LIMIT):
        run = run + 1 if low else 0
        longest = max(longest, run)
    end = max(1, len(p) // 8)
    row = [1 - float((p * tokens).sum()) / total, 1 - float(p.sum()) / len(p)]
    row += [float(tokens[low].sum()) / total for low in below]
    row += [float(low.sum()) / len(p) for low in below]
    row += [float(low.sum()) for low in below[:COUNTED_LIMITS]]
    row += [float(p[:end].mean()), float(p[-end:].mean()), longest, longest / len(p)]
    return np.concatenate([np.array(row, np.float32), page])
