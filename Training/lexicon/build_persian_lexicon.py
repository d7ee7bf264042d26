#!/usr/bin/env python3
r"""Build persian-lexicon.bin from lilak.csv.

    cd Training/lexicon
    python3 build_persian_lexicon.py lilak.csv supplement.txt \
        ../../Sources/CGhirbalData/persian-lexicon.bin

Needs nothing but Python's standard library. The same input gives the same bytes.
README.md beside this script describes source, licence and file format.
"""
import collections
import hashlib
import struct
import sys

ZWNJ = "\u200c"
# A letter's code is its place here; PersianLetter.swift holds the same row.
ALPHABET = ZWNJ + "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءة"
FOLD = str.maketrans({
    "ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ۀ": "ه",
    **{chr(mark): None for mark in [*range(0x64B, 0x656), 0x670, 0x640]},
})

VERB, NOUN, ADJECTIVE, ADVERB, CLOSED, SILENT_END, SECOND_PART, FIRST_PART, ONE_WORD, ENDS_WORDS = (
    1 << k for k in range(10)
)
NON_JOINING = "اآدذرزژوءة"
KINDS = {
    "verb": VERB, "noun_singular": NOUN, "noun_plural": NOUN, "foreign": NOUN, "numeral": CLOSED,
    "adjective": ADJECTIVE, "adjective_comparative": ADJECTIVE, "adjective_superlative": ADJECTIVE,
    "adverb": ADVERB, "pronoun": CLOSED, "adposition": CLOSED, "conjunction": CLOSED,
    "interjection": CLOSED, "classifier": CLOSED, "determiner": CLOSED,
}
# A part of this many different compounds is called productive.
PRODUCTIVE = 3


def read(path):
    """The rows of lilak, word -> bits; rows with letters outside the alphabet are counted, not kept."""
    words = collections.defaultdict(int)
    skipped = 0
    plurals = set()
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split(",")
        if len(columns) != 5:
            continue
        word = columns[0].strip().translate(FOLD).strip(ZWNJ)
        if not word or any(letter not in ALPHABET for letter in word):
            skipped += 1
            continue
        if len(word) < 2 and columns[1] != "conjunction":
            continue
        words[word] |= KINDS[columns[1]] | (SILENT_END if columns[3] else 0)
        if columns[1] == "noun_plural":
            plurals.add(word)
    for word in list(words):
        if is_slip(word, words, plurals):
            del words[word]
            skipped += 1
    return words, skipped


def is_slip(word, words, plurals):
    """Whether lilak lists a form joined that it otherwise writes with a non-joiner.

    میگوید beside می‌گوید, and regular plurals such as سیاستهای and ویژگیها.
    """
    for prefix in ("نمی", "می"):
        if words[word] & VERB and words.get(prefix + ZWNJ + word[len(prefix):], 0) & VERB:
            if word.startswith(prefix):
                return True
    for ending in ("هایی", "های", "ها"):
        base = word[: -len(ending)]
        if word in plurals and word.endswith(ending) and base in words and base[-1] not in NON_JOINING:
            return True
    return False


def supplement(path, words):
    for line in open(path, encoding="utf-8"):
        fields = line.split("#")[0].split()
        bits = 0
        while fields and (fields[0] == "one" or fields[0] in KINDS or fields[0] == "noun"):
            name = fields.pop(0)
            bits |= ONE_WORD if name == "one" else KINDS.get(name, NOUN)
        for field in fields:
            word = field.replace("~", ZWNJ).translate(FOLD)
            assert all(letter in ALPHABET for letter in word), word
            silent = SILENT_END if word.endswith("ه") and not word.endswith("اه") else 0
            words[word] |= bits | silent


def mark_parts(words):
    first, second = collections.defaultdict(set), collections.defaultdict(set)
    for word, bits in words.items():
        if ZWNJ in word and not bits & VERB:
            parts = word.split(ZWNJ)
            if "می" in parts or "نمی" in parts or parts[0].endswith("می"):
                continue
            first[parts[0]].add(word)
            second[parts[-1]].add(word)
    for parts, bit in ((first, FIRST_PART), (second, SECOND_PART)):
        for part, compounds in parts.items():
            if len(compounds) >= PRODUCTIVE and part in words:
                words[part] |= bit


def mark_word_ends(words):
    """Mark words that end two or more longer words, joined or not: نما in قطب‌نما and راهنما."""
    ended = collections.Counter()
    for word, bits in words.items():
        if bits & VERB:
            continue
        if ZWNJ in word:
            ended[word.split(ZWNJ)[-1]] += 1
            continue
        for place in range(3, len(word) - 2):
            if words.get(word[:place], 0) & (NOUN | ADJECTIVE):
                ended[word[place:]] += 1
    for word, count in ended.items():
        if count >= 2 and word in words:
            words[word] |= ENDS_WORDS


class Node:
    __slots__ = ("edges", "bits", "final", "place")

    def __init__(self):
        self.edges, self.bits, self.final, self.place = {}, 0, False, None

    def key(self):
        return (self.final, self.bits, tuple((c, id(n)) for c, n in sorted(self.edges.items())))


def automaton(words):
    """The minimal acyclic automaton of the sorted words (Daciuk et al. 2000, incremental)."""
    root, register, unchecked, previous = Node(), {}, [], ()

    def minimise(down_to):
        while len(unchecked) > down_to:
            parent, code, child = unchecked.pop()
            parent.edges[code] = register.setdefault(child.key(), child)

    for codes, bits in sorted((tuple(ALPHABET.index(c) for c in w), b) for w, b in words.items()):
        common = 0
        while common < min(len(codes), len(previous)) and codes[common] == previous[common]:
            common += 1
        minimise(common)
        node = unchecked[-1][2] if unchecked else root
        for code in codes[common:]:
            child = Node()
            node.edges[code] = child
            unchecked.append((node, code, child))
            node = child
        node.final, node.bits = True, bits
        previous = codes
    minimise(0)
    return root


def serialise(root, count):
    order, seen, stack = [], set(), [root]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        order.append(node)
        stack.extend(child for _, child in sorted(node.edges.items(), reverse=True))
    place = 4
    for node in order:
        node.place = place
        place += 2 + len(node.edges)
    out = [0x31574C47, 4, count, place]
    for node in order:
        bitmap = sum(1 << code for code in node.edges)
        out.append(bitmap & 0xFFFFFFFF)
        out.append((bitmap >> 32) | (node.final << 8) | (node.bits << 16))
        out.extend(child.place for _, child in sorted(node.edges.items()))
    return struct.pack(f"<{len(out)}I", *out), len(order)


def main():
    source, extra, target = sys.argv[1:]
    words, skipped = read(source)
    supplement(extra, words)
    mark_parts(words)
    mark_word_ends(words)
    data, nodes = serialise(automaton(words), len(words))
    open(target, "wb").write(data)
    print(f"{len(words)} words, {skipped} rows skipped, {nodes} states, {len(data)} bytes")
    print("sha256", hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main()
