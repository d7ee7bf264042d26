"""What others judge lines of flattened text by: terminal punctuation, and length with stop words.

Both take a text and give back what they keep. They know no page, only lines, as both do where they
are used on text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .metrics import words_cjk

_TERMINAL = frozenset(".!?\"'”’»。！？؟۔।…॥։።")
MIN_WORDS = 3
_POLICIES = (
    "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies",
)  # fmt: skip


def c4_like(text: str) -> str:
    """Lines that end with terminal punctuation, of any script, and have three words or more.

    As the lines of C4 were chosen, and datatrove's `C4QualityFilter` has it: no `...` at the end,
    no line with `javascript` or of a policy. What it asks of whole documents is left out.
    """
    return "\n".join(line for line in text.split("\n") if _is_sentence(line.strip()))


def _is_sentence(line: str) -> bool:
    lowered = line.lower()
    return (
        line[-1:] in _TERMINAL
        and not line.endswith(("...", "…"))
        and len(words_cjk(line)) >= MIN_WORDS
        and "javascript" not in lowered
        and not any(policy in lowered for policy in _POLICIES)
    )


LENGTH_LOW, LENGTH_HIGH = 70, 200  # characters
STOP_WORDS_LOW, STOP_WORDS_HIGH = 0.30, 0.32  # shares
WORDS_TO_TELL_BY = 500
"""A text's language is told by so many of its first words."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")


class JustextLike:
    """The two passes of jusText (Pomikálek 2011, chapter 3) over lines; links are not known."""

    def __init__(self, stop_lists: Mapping[str, frozenset[str]]) -> None:
        self._stop_lists = stop_lists

    def __call__(self, text: str) -> str:
        lines = [line for line in text.split("\n") if line.strip()]
        stop_words = self._stop_words(text)
        classes = [self._alone(line, stop_words) for line in lines]
        return "\n".join(
            line for line, is_good in zip(lines, _in_context(classes), strict=True) if is_good
        )

    def _stop_words(self, text: str) -> frozenset[str] | None:
        """The list that covers most of the text; None for scripts without spaces."""
        if len(_UNSPACED.findall(text)) > len(text) / 4 or not self._stop_lists:
            return None
        words = text.lower().split()[:WORDS_TO_TELL_BY]
        covered = {
            name: sum(word in stop_words for word in words)
            for name, stop_words in self._stop_lists.items()
        }
        return self._stop_lists[max(sorted(covered), key=covered.__getitem__)]

    @staticmethod
    def _alone(line: str, stop_words: frozenset[str] | None) -> str:
        """What a line is by itself: good, neargood, short or bad."""
        length = len(line)
        if length < LENGTH_LOW:
            return "short"
        words = line.lower().split()
        density = (
            sum(word in stop_words for word in words) / len(words)
            if stop_words is not None
            else 1.0
        )
        if density >= STOP_WORDS_HIGH:
            return "good" if length > LENGTH_HIGH else "neargood"
        return "neargood" if density >= STOP_WORDS_LOW else "bad"


def _in_context(classes: Sequence[str]) -> list[bool]:
    """Short lines, then nearly good ones, are as their nearest neighbours that are known."""
    before, after = (
        _nearest(classes, {"good", "bad"}),
        _nearest(classes[::-1], {"good", "bad"})[::-1],
    )
    near_before = _nearest(classes, {"good", "bad", "neargood"})
    near_after = _nearest(classes[::-1], {"good", "bad", "neargood"})[::-1]
    known = list(classes)
    for index, kind in enumerate(classes):
        if kind != "short":
            continue
        around = {before[index], after[index]}
        if len(around) == 1:
            known[index] = around.pop()
        else:
            beside = near_before[index] if before[index] == "bad" else near_after[index]
            known[index] = "good" if beside == "neargood" else "bad"
    before, after = _nearest(known, {"good", "bad"}), _nearest(known[::-1], {"good", "bad"})[::-1]
    return [
        kind == "good" or (kind == "neargood" and (before[index], after[index]) != ("bad", "bad"))
        for index, kind in enumerate(known)
    ]


def _nearest(classes: Sequence[str], wanted: set[str]) -> list[str]:
    """For each line the class of the nearest line before it that is one of `wanted`; at the edge bad."""
    found, last = [], "bad"
    for kind in classes:
        found.append(last)
        if kind in wanted:
            last = kind
    return found


_SENTENCE = re.compile(r"(?<=[.!?؟۔।])\s+|(?<=[。！？])")


def sentences(line: str) -> list[str]:
    """The sentences of a line, as far as their marks tell."""
    return [sentence for sentence in _SENTENCE.split(line) if sentence.strip()]
