"""Texts of which every line must stay, made of a page's gold text."""

import choice
from blocks import Line, join, wrap

FRAGMENT = 5  # lines at most


def variants(gold: str, name: str) -> dict[str, str]:
    """The gold text by its own lines, wrapped, in joined paragraphs, and a fragment of it, by way."""
    lines = [" ".join(line.split()) for line in gold.split("\n")]
    found, is_apart = [], False
    for text in lines:
        if text:
            found.append(Line(text, is_apart))
        is_apart = not text
    if not found:
        return {}
    texts = [line.text for line in found]
    size = 1 + choice.number(f"size {name}", FRAGMENT)
    start = choice.number(f"start {name}", max(1, len(texts) - size + 1))
    return {
        "gold": gold.strip("\n"),
        "gold-wrapped": wrap(found, name),
        "gold-paragraph": join(found, name),
        "fragment": "\n".join(texts[start : start + size]),
    }
