"""What others make of lines that a site repeats: rules that learn from some pages and clean others.

Each takes the texts that it learns from and those that it cleans, and returns what it leaves of the latter,
in their order.
"""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trafilatura.deduplication import LRUCache

Rule = Callable[[Sequence[str], Sequence[str]], list[str]]

SHARE = 0.30
"""Of the pages that the plain rule learned from."""


def _folded(line: str) -> str:
    return " ".join(line.casefold().split())


def plain_rule(learnt: Sequence[str], texts: Sequence[str]) -> list[str]:
    """A line that stands on 30 % or more of the pages is chrome, wherever it stands."""
    pages: Counter[str] = Counter()
    for text in learnt:
        pages.update({_folded(line) for line in text.split("\n")})
    # One page repeats nothing.
    least = max(2.0, SHARE * len(learnt))
    return [
        "\n".join(line for line in text.split("\n") if pages[_folded(line)] < least)
        for text in texts
    ]


MDREAM_PAGES = 3
MDREAM_SHARE = 0.5
MDREAM_SHINGLE = 6  # words between white space
MDREAM_RUN = 12  # words


def mdream_rule(learnt: Sequence[str], texts: Sequence[str]) -> list[str]:
    """What mdream's crawler takes away since June 2026 (harlan-zw/mdream, pull request 109), its defaults.

    Runs of 12 words and more go that are covered by shingles of six words, each on half of the pages; of
    fewer than three pages nothing is learned, and a page of which nothing would be left stays. Its crawler
    learns from the pages that it cleans; here it learns from the half that all others learn from. It works on
    its own Markdown; here on the flattened text.
    """
    if len(learnt) < MDREAM_PAGES:
        return list(texts)
    pages: Counter[tuple[str, ...]] = Counter()
    for text in learnt:
        pages.update(set(_shingles(text.split())))
    least = max(2, math.ceil(MDREAM_SHARE * len(learnt)))
    return [
        _without_runs(text, {each for each, n in pages.items() if n >= least}) for text in texts
    ]


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Runs of six words; a shorter text is one run."""
    last = max(1, len(words) - MDREAM_SHINGLE + 1) if words else 0
    return [tuple(words[start : start + MDREAM_SHINGLE]) for start in range(last)]


def _without_runs(text: str, chrome: set[tuple[str, ...]]) -> str:
    lines = [line.split() for line in text.split("\n")]
    words = [word for line in lines for word in line]
    covered = [False] * len(words)
    for start, shingle in enumerate(_shingles(words)):
        if shingle in chrome:
            covered[start : start + len(shingle)] = [True] * len(shingle)
    start = 0
    while start < len(words):
        end = start + 1
        while end < len(words) and covered[end] == covered[start]:
            end += 1
        if covered[start] and end - start < MDREAM_RUN:
            covered[start:end] = [False] * (end - start)
        start = end
    if all(covered):
        return text
    kept = iter(covered)
    left = (" ".join(word for word in line if not next(kept)) for line in lines)
    return "\n".join(line for line in left if line)


def trafilatura_texts(
    learnt: Sequence[bytes], pages: Sequence[bytes], deduplicate: bool
) -> list[str]:
    """The texts that trafilatura takes out of pages; with `deduplicate` one cache sees `learnt` first.

    Its settings are those of the other tables. A page that it fails on has no text.
    """
    from trafilatura.deduplication import LRUCache
    from trafilatura.settings import LRU_SIZE

    logging.disable(logging.CRITICAL)
    cache = LRUCache(maxsize=LRU_SIZE) if deduplicate else False
    if deduplicate:
        for page in learnt:
            _trafilatura(page, cache)
    return [_trafilatura(page, cache) for page in pages]


def _trafilatura(page: bytes, cache: LRUCache | bool) -> str:
    import trafilatura

    try:
        found = trafilatura.extract(
            page, include_comments=False, include_tables=True, include_formatting=False,
            deduplicate=cache,
        )  # fmt: skip
    except Exception:  # whatever it raises is its failure on this page
        return ""
    return found or ""
