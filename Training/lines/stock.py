"""Sentences, clauses, words and names of a language, out of texts that are clean already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

_SENTENCE = re.compile(r"(?<=[.!?؟۔])\s+|(?<=[。！？])")
_CLAUSE = re.compile(r"[,،、，;؛:：.!?؟۔。！？()«»“”\"„]+")
_WORD = re.compile(r"[^\W\d_]+(?:[\u200c'’-][^\W\d_]+)*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+")
_OTHER_SCRIPTS = frozenset("ar fa he ja ko ru zh".split())
"""Languages whose pages may hold sentences of English, which are left out."""


@dataclass
class Stock:
    """What a generator takes its words from; every draw is by the generator's own dice."""

    language: str
    sentences: list[str]
    clauses: list[str]
    words: list[str]
    names: list[str]

    @property
    def is_unspaced(self) -> bool:
        return self.language in ("zh", "ja")

    @property
    def space(self) -> str:
        return "" if self.is_unspaced else " "

    def some_words(self, dice: Random, least: int, most: int) -> str:
        return self.space.join(dice.choice(self.words) for _ in range(dice.randint(least, most)))

    def prose(self, dice: Random, least: int, most: int) -> str:
        """Sentences that follow on each other in their source."""
        size = dice.randint(least, most)
        start = dice.randrange(max(1, len(self.sentences) - size))
        return self.space.join(self.sentences[start : start + size])

    def title(self, dice: Random) -> str:
        text = dice.choice(self.clauses)
        return text[:1].upper() + text[1:]

    def name(self, dice: Random) -> str:
        return dice.choice(self.names)


def stock(language: str, texts: Iterable[str]) -> Stock:
    """The stock of a language; texts in the order given."""
    sentences: dict[str, None] = {}
    clauses: dict[str, None] = {}
    words: dict[str, None] = {}
    names: dict[str, None] = {}
    for text in texts:
        for line in text.split("\n"):
            for sentence in _SENTENCE.split(" ".join(line.split())):
                if not 15 <= len(sentence) <= 400 or "http" in sentence:
                    continue
                if language in _OTHER_SCRIPTS and _LATIN.search(sentence):
                    continue
                sentences[sentence] = None
                for piece in _CLAUSE.split(sentence):
                    piece = piece.strip(" -–—*•'’[]{}<>/|")
                    if _UNSPACED.search(piece):
                        if 4 <= len(piece) <= 18:
                            clauses[piece] = None
                            words[piece[: 2 + len(piece) % 3]] = None
                            names[piece[:3]] = None
                        continue
                    tokens = _WORD.findall(piece)
                    if 2 <= len(tokens) <= 7:
                        clauses[piece] = None
                    words.update((w, None) for w in tokens if len(w) > 3)
                    for first, second in zip(tokens[1:], tokens[2:]):
                        if (
                            first[0].isupper()
                            and second[0].isupper()
                            and len(first) > 2 < len(second)
                        ):
                            names[f"{first} {second}"] = None
    found = list(words)
    if len(names) < 30:
        names = {f"{a} {b}": None for a, b in zip(found[::7], found[3::7])}
    return Stock(language, list(sentences), list(clauses), found, list(names))
