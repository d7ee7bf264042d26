"""Builds the word lexicon: an open-addressing table of 32-bit entries.

Bits of an entry: 0...4 frequency (log10 of the share in running text, quarters, above -9); 5...8 verb, noun,
adjective, other; 9 some source writes it with non-joiners; 10 listed without; 11 the entry is a joint; 12, 13
first and later part of eight or more compounds; 14 settled; 16...31 the low bits of its key.
"""

import array
import collections
import math
import re
import sys

from letters import NON_JOINER, codes, key, step, word_hash

COMPOUND, PLAIN, JOINT, FIRST_PART, LATER_PART, SETTLED = (1 << bit for bit in range(9, 15))
KINDS = {"v": 1 << 5, "n": 1 << 6, "a": 1 << 7}
OTHER_KIND = 1 << 8
HAZM_KINDS = {"V": 1 << 5, "N": 1 << 6, "AJ": 1 << 7}
LISTED = 10**-6.6  # share given to a word that a list has without a frequency
RAREST = {"ar": 10**-7.2, "en": 10**-7.2, "fa": 0}
PERSIAN_WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u200c\u064b-\u0652]+")
ONE_LETTER_WORDS = {"fa": "و", "ar": "", "en": "ai"}


def frequency(share: float) -> int:
    return max(1, min(31, round((math.log10(share) + 9) * 4)))


def without_invisible_joints(text: str) -> str:
    """Persian without the non-joiners that cannot be seen, behind letters that never join."""
    return re.sub("(?<=[اآأإدذرزژوؤءة])\u200c", "", text)


class Lexicon:
    def __init__(self):
        self.entries: dict[int, int] = {}

    def add(self, value: int, marks: int, share: float = 0):
        entry = self.entries.get(value, 0)
        bucket = max(entry & 31, frequency(share) if share else 0)
        self.entries[value] = entry & ~31 | bucket | marks

    def add_word(self, word: str, language: str, share: float, kinds: int = 0):
        plain = codes(word.replace(NON_JOINER, ""), language)
        if not plain or len(plain) > 40:
            return
        if len(plain) == 1 and word not in ONE_LETTER_WORDS[language]:
            return
        value = word_hash(plain, language)
        if NON_JOINER not in word:
            self.add(value, kinds | (PLAIN if kinds else 0), share)
            return
        self.add(value, kinds | COMPOUND, share)
        place = 0
        for letter in word:
            if letter == NON_JOINER:
                self.add(step(value, 128 + min(place, 63)), JOINT)
            elif codes(letter, language):
                place += 1

    def add_parts(self, compounds):
        """Marks words that are a part of many compounds."""
        firsts, laters = collections.defaultdict(set), collections.defaultdict(set)
        for word in compounds:
            parts = without_invisible_joints(word).split(NON_JOINER)
            for first, later in zip(parts, parts[1:]):
                firsts[first].add(later)
                laters[later].add(first)
        for parts, mark in ((firsts, FIRST_PART), (laters, LATER_PART)):
            for part, others in parts.items():
                part_codes = codes(part, "fa")
                if len(others) >= 8 and part_codes:
                    self.add(word_hash(part_codes, "fa"), mark)

    def bytes(self) -> bytes:
        size = 1 << math.ceil(math.log2(len(self.entries) / 0.8))
        shift = 64 - int(math.log2(size))
        table = array.array("I", bytes(4 * size))
        for value, entry in sorted(self.entries.items()):
            value = key(value)
            slot = value >> shift
            while table[slot]:
                slot = (slot + 1) & (size - 1)
            table[slot] = (value & 0xFFFF) << 16 | entry
        if sys.byteorder == "big":
            table.byteswap()
        return table.tobytes()


def build(lilak: str, hazm: str, persian_texts: list[list[str]], shares: dict[str, dict[str, float]]) -> Lexicon:
    """From the word lists of lilak and hazm, clean Persian text, and word shares by language (wordfreq)."""
    lexicon = Lexicon()
    listed: dict[str, int] = {}
    with open(lilak, encoding="utf-8") as rows:
        for row in rows:
            word, kind = (row.rstrip("\n") + ",").split(",")[:2]
            if word.strip():
                listed[word.strip()] = listed.get(word.strip(), 0) | KINDS.get(kind[:1], OTHER_KIND)
    with open(hazm, encoding="utf-8") as rows:
        for row in rows:
            word, _, kinds = row.rstrip("\n").split("\t")
            # A word that carries no part of speech was gathered from old dictionaries.
            if kinds != "0":
                marks = 0
                for kind in kinds.split(","):
                    marks |= HAZM_KINDS.get(kind, OTHER_KIND)
                listed[word] = listed.get(word, 0) | marks
    for word, kinds in listed.items():
        lexicon.add_word(word, "fa", LISTED, kinds)
    joined: dict[str, float] = collections.defaultdict(float)
    for word, share in shares["fa"].items():
        joined[word.replace(NON_JOINER, "").strip()] += share
    for word, share in joined.items():
        lexicon.add_word(word, "fa", share)
    counts = collections.Counter(
        match.group().strip(NON_JOINER)
        for lines in persian_texts
        for line in lines
        for match in PERSIAN_WORD.finditer(line)
    )
    total = sum(counts.values())
    for word, count in counts.items():
        if count >= 3:
            lexicon.add_word(without_invisible_joints(word), "fa", count / total / 2)
    lexicon.add_parts([*listed, *counts])
    for language in ("ar", "en"):
        for word, share in shares[language].items():
            if share >= RAREST[language]:
                lexicon.add_word(word, language, share)
    return lexicon
