"""Made-up text: a file of lines with slots for each language, drawn by dice.

`grammars/LANG.txt` has sections, each a name in brackets and a line for each thing that it may say. In a
line `{name}` stands for a line of that section, `{3-9}` for a number of that range, both ends included,
and `{yes|no}` for one of these words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

FOLDER = Path(__file__).with_name("grammars")
LANGUAGES = ("ar", "de", "en", "fa", "ru", "zh")

_SLOT = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"(\d+)-(\d+)")
_BEGINS_SENTENCE = frozenset(("sentence", "title", "heading", "item", "model"))
"""Sections whose lines begin with a capital, whatever their first slot gives."""


@cache
def sections(language: str) -> Mapping[str, tuple[str, ...]]:
    """The lines of each section of a language's file."""
    found: dict[str, list[str]] = {}
    for line in (FOLDER / f"{language}.txt").read_text("utf-8").split("\n"):
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
            if name in found:
                raise ValueError(f"{language}.txt: [{name}] stands there twice")
            found[name] = []
        elif line and not line.startswith("#"):
            found[name].append(line)
    return {name: tuple(lines) for name, lines in found.items()}


class Grammar:
    """Draws lines of a language. The same seed gives the same lines in the same order."""

    def __init__(self, language: str, seed: str) -> None:
        self.language = language
        self.dice = Random(seed)
        self._sections = sections(language)
        self._decks: dict[str, list[str]] = {}

    @property
    def space(self) -> str:
        """What stands between two sentences."""
        return "" if self.language == "zh" else " "

    def line(self, section: str, /, **given: str) -> str:
        """A line of the section; `given` fills slots of these names.

        No line comes a second time before each other one of the section came once.
        """
        deck = self._decks.get(section)
        if not deck:
            deck = self._decks[section] = list(self._sections[section])
            self.dice.shuffle(deck)
        text = self.filled(deck.pop(), **given)
        return text[:1].upper() + text[1:] if section in _BEGINS_SENTENCE else text

    def all(self, name: str) -> list[str]:
        """Every line of the section, in the order of the file."""
        return [self.filled(line) for line in self._sections[name]]

    def filled(self, line: str, **given: str) -> str:
        return _SLOT.sub(lambda slot: self._fill(slot[1], given), line)

    def prose(self, name: str, least: int, most: int, mark: str = "") -> str:
        """So many lines of a section on end, each with a mark behind it that has none."""
        lines = (self.line(name) for _ in range(self.dice.randint(least, most)))
        return self.space.join(
            line if line.endswith(("?", "？", ".", "。", "؟")) else line + mark for line in lines
        )

    @property
    def stop(self) -> str:
        return "。" if self.language == "zh" else "."

    def _fill(self, slot: str, given: Mapping[str, str]) -> str:
        if slot in given:
            return given[slot]
        if ends := _RANGE.fullmatch(slot):
            return str(self.dice.randint(int(ends[1]), int(ends[2])))
        return self.dice.choice(slot.split("|")) if "|" in slot else self.line(slot)
