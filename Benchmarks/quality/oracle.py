"""The best that can be done by keeping and dropping whole lines, or whole sentences: it knows the gold."""

from __future__ import annotations

import sys
from pathlib import Path

from .linerules import sentences

sys.path.append(str(Path(__file__).resolve().parents[2] / "Training" / "content"))

from labels import matched, words  # noqa: E402  the labels that the models learn from


def oracle(text: str, gold: str, by_sentence: bool) -> str:
    """The lines of which more than half of the words stand in the gold text, in its order."""
    lines = text.split("\n")
    pieces = [sentences(line) for line in lines] if by_sentence else [[line] for line in lines]
    flat = [piece for line in pieces for piece in line]
    tokens = [words(piece) for piece in flat]
    counts = matched(tokens, words(gold))
    kept = (
        piece for piece, count, found in zip(flat, counts, tokens, strict=True)
        if count > len(found) / 2
    )  # fmt: skip
    return "\n".join(kept)
