"""Makes marked text: clean lines with boundaries taken out, and marks that say where (see MarkedText.swift)."""

import collections
import random
import re

from letters import NON_JOINER
from lexicon import RAREST, without_invisible_joints

LOST_JOINER, LOST_SPACE, SPACED_JOINER = "\ue001", "\ue002", "\ue003"
_LETTER = r"[^\W\d_]"
_WORDS = {
    "fa": re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u200c]+"),
    "ar": re.compile("[\u0621-\u063a\u0641-\u064a\u064b-\u0652]+"),
    "en": re.compile("[A-Za-z]+"),
}


def pquad(lines: list[str]) -> tuple[list[str], list[str]]:
    """The first two thirds of the paragraphs, to learn from, and the others, which nothing is learned from.

    An article's paragraphs stand together. The source joins است to the participle before it, which is a matter of
    taste: a space stands there instead.
    """
    lines = [re.sub("\u200c(?=است(?![\u0621-\u06d3\u200c]))", " ", line) for line in lines]
    learned = len(lines) * 2 // 3
    return lines[:learned], lines[learned:]


def without_spaces(lines: list[str], rate: float, seed: int) -> list[str]:
    """Takes out spaces between letters at random."""
    chance = random.Random(seed)
    return [
        re.sub(
            f"(?<={_LETTER}) (?={_LETTER})",
            lambda space: LOST_SPACE if chance.random() < rate else " ",
            line,
        )
        for line in lines
    ]


def tag_runs(language: str, lines: list[str], count: int, seed: int) -> list[str]:
    """Runs of two to four phrases of one to three words, as menus and tag lists leave them."""
    chance = random.Random(seed)
    phrases: list[str] = []
    while len(phrases) < count * 3:
        line = chance.choice(lines)
        words = list(_WORDS[language].finditer(line))
        if len(words) < 4:
            continue
        start = chance.randrange(len(words))
        span = words[start : start + chance.choice((1, 1, 2, 2, 3))]
        if any(line[a.end() : b.start()] != " " for a, b in zip(span, span[1:])):
            continue
        if len(span[0].group()) < 2 or len(span[-1].group()) < 2 or sum(len(w.group()) for w in span) < 3:
            continue
        phrase = line[span[0].start() : span[-1].end()]
        if language == "en":
            style = chance.random()
            if style < 0.55:
                phrase = " ".join(word[:1].upper() + word[1:] for word in phrase.split(" "))
            elif style < 0.9:
                phrase = phrase[:1].upper() + phrase[1:]
        phrases.append(phrase)
    return [
        LOST_SPACE.join(phrases.pop() for _ in range(chance.choice((2, 3, 4)))) for _ in range(count // 4 * 4) if len(phrases) > 4
    ]


def word_draws(shares: dict[str, float], letters: str, count: int, seed: int) -> list[str]:
    """Words drawn by their share, some glued: for languages with little text to learn from."""
    chance = random.Random(seed)
    words = {word: share for word, share in shares.items() if re.fullmatch(letters, word) and share >= 10**-6.7}
    drawn = iter(chance.choices(list(words), list(words.values()), k=count * 12))
    lines = []
    for _ in range(count):
        line = next(drawn)
        for _ in range(11):
            line += (LOST_SPACE if chance.random() < 0.12 else " ") + next(drawn)
        lines.append(line)
    return lines


def words_alone(shares: dict[str, float], letters: str) -> list[str]:
    """The more frequent words, each once: what must not be taken apart."""
    return [word for word, share in shares.items() if re.fullmatch(letters, word) and share >= 10**-6.3]


def with_usual_joints(lines: list[str]) -> list[str]:
    """Gives words the joints that the texts mostly write them with: faults of the texts teach nothing."""
    forms: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for line in lines:
        for match in _WORDS["fa"].finditer(line):
            word = match.group().strip(NON_JOINER)
            forms[word.replace(NON_JOINER, "")][word] += 1
    usual = {}
    for letters, counts in forms.items():
        form, count = counts.most_common(1)[0]
        if counts[letters] and form != letters and count >= 3 * counts[letters]:
            usual[letters] = form
    return [_WORDS["fa"].sub(lambda match: usual.get(match.group(), match.group()), line) for line in lines]


_PLURAL = re.compile("([\u0621-\u063a\u0641-\u064a\u066e-\u06d3]+[ادذرزژو])(ها|های|هایی|هایش|هایشان|هایم|هایت)(?![\u0600-\u06ff\u200c])")


def with_spaced_plurals(lines: list[str]) -> list[str]:
    """Puts a space before plural endings behind letters that never join, where no non-joiner was lost."""
    known = {match.group() for line in lines for match in _WORDS["fa"].finditer(line)}

    def spaced(match: re.Match) -> str:
        noun, ending = match.groups()
        return noun + SPACED_JOINER + ending if len(noun) >= 3 and noun in known else match.group()

    return [_PLURAL.sub(spaced, line) for line in lines]


def cuts(lines: list[str], seed: int) -> list[str]:
    """A few words out of each line: tags and headings end without a full stop."""
    chance = random.Random(seed)
    result = []
    for line in lines:
        words = line.split(" ")
        start = chance.randrange(len(words))
        result.append(" ".join(words[start : start + chance.randint(2, 6)]).strip(" .،؛:؟!«»()"))
    return result


def persian(lines: list[str], seed: int) -> dict[str, list[str]]:
    """Marked texts of each kind from clean Persian."""
    lines = with_usual_joints([without_invisible_joints(line) for line in lines])
    chance = random.Random(seed)
    half = [
        "".join(LOST_JOINER if letter == NON_JOINER and chance.random() < 0.5 else letter for letter in line)
        for line in lines
    ]
    spaced = with_spaced_plurals([line.replace(NON_JOINER, SPACED_JOINER) for line in lines])
    return {
        "joined": [line.replace(NON_JOINER, LOST_JOINER) for line in lines],
        "clean": lines,
        "spaces": without_spaces(half, 0.08, seed + 1),
        "many spaces": without_spaces(half[::2], 0.3, seed + 2),
        "tags": tag_runs("fa", half, len(lines) // 4, seed + 3),
        "spaced": spaced,
        "spaced cuts": cuts(spaced, seed + 4),
        "clean cuts": cuts(lines, seed + 5),
    }


# Words that the lexicon does not have, of several kinds of lists: what unknown words look like that are one.


def unknown_english(listed: list[str], shares: dict[str, float]) -> list[str]:
    """Words of a large dictionary that no frequency list has."""
    known = set(shares) | {word.capitalize() for word in shares}
    return sorted({word for word in listed if word.isascii() and word.isalpha() and len(word) > 5} - known)


def is_glue(word: str, shares: dict[str, float]) -> bool:
    """Whether an Arabic word looks like two frequent ones run together."""
    for place in range(2, len(word) - 1):
        first, second = shares.get(word[:place], 0), shares.get(word[place:], 0)
        if place >= 3 and len(word) - place >= 3 and first >= 3e-5 and second >= 3e-5:
            return True
        if place == 2 and first >= 1e-3 and (second >= 1e-4 or word[place:].startswith("ال")):
            return True
    return False


def unknown_arabic(shares: dict[str, float]) -> list[str]:
    """The rarest words of the frequency list, without those that look like two frequent ones run together."""
    rare = (word for word, share in shares.items() if share < RAREST["ar"])
    return [word for word in rare if re.fullmatch("[\u0621-\u063a\u0641-\u064a]{5,}", word) and not is_glue(word, shares)]


def without_glue(lines: list[str], shares: dict[str, float]) -> list[str]:
    """The Arabic lines of six words and more in which each word is known or looks like no two run together."""
    def is_fault(word: str) -> bool:
        return shares.get(word, 0) < RAREST["ar"] and (len(word) > 9 or is_glue(word, shares))

    words = [[re.sub("[\u064b-\u0652\u0640]", "", word) for word in _WORDS["ar"].findall(line)] for line in lines]
    return [line.strip() for line, its in zip(lines, words) if len(its) >= 6 and not any(map(is_fault, its))]


def names(language: str) -> list[str]:
    """Foreign and other names, as examples of unknown words: of places, languages and scripts (CLDR, in babel), of
    people and cities (faker), word by word."""
    import babel
    import faker

    locale = babel.Locale(language)
    listed = [*locale.territories.values(), *locale.languages.values(), *locale.scripts.values()]
    for tag in {"fa": ("fa_IR",), "ar": ("ar_SA", "ar_PS", "ar_DZ")}[language]:
        for provider in faker.Faker(tag).get_providers():
            for kind in ("first_names", "last_names", "cities", "city_names"):
                listed += getattr(provider, kind, ())
    words = {word for name in listed for word in _WORDS[language].findall(name)}
    return sorted(word for word in words if len(word) >= 4 and NON_JOINER not in word)


def unknown_persian(rows: list[str], shares: dict[str, float]) -> list[str]:
    """Words of old dictionaries, without those that modern Persian writes in parts."""
    words = []
    for row in rows:
        word, _, kinds = row.split("\t")
        if kinds != "0" or word in shares or not re.fullmatch("[\u0621-\u063a\u0641-\u064aپچژگکی]{5,}", word):
            continue
        if not re.match("ن?می", word) and not re.search("(ها|های|هایی|تر|ترین|ای|اند|ام)$", word):
            words.append(word)
    return words
