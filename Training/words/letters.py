"""Letters as the lexicon's codes, and the hash of a word: the same rows as LetterCode.swift and WordLexicon.swift."""

ARABIC_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ"
NON_JOINER = "\u200c"
LANGUAGES = {"fa": 0, "ar": 1, "en": 2}

_CODES = {letter: 27 + index for index, letter in enumerate(ARABIC_LETTERS)}
_CODES |= {chr(ord("a") + index): index + 1 for index in range(26)}
_CODES |= {"ٱ": _CODES["ا"], "ی": _CODES["ي"], "ک": _CODES["ك"]}
_FOLDS = {
    "fa": {"ى": "ي", "أ": "ا", "إ": "ا", "ؤ": "و", "ۀ": "ه"},
    "ar": {"أ": "ا", "إ": "ا", "آ": "ا"},
    "en": {},
}
_WORD = (1 << 64) - 1


def codes(word: str, language: str) -> list[int] | None:
    """The lexical codes of a word in lower case; None where a letter is not of the language."""
    result = []
    for letter in word:
        if "\u064b" <= letter <= "\u065f" or letter in "\u0640\u0670":
            continue
        letter = _FOLDS[language].get(letter, letter)
        code = _CODES.get(letter)
        if code is None or (code <= 26) != (language == "en"):
            return None
        result.append(code)
    return result


def word_hash(word_codes: list[int], language: str) -> int:
    value = 0x9E3779B97F4A7C15 * (LANGUAGES[language] + 1) & _WORD
    for code in word_codes:
        value = step(value, code)
    return value


def step(value: int, code: int) -> int:
    product = (value ^ code) * 0xD6E8FEB86659FD93 & _WORD
    return product ^ (product >> 32)


def key(value: int) -> int:
    """Where a hash stands in the table: its top bits; its low 16 bits tell it from others there."""
    return value * 0x9E3779B97F4A7C15 & _WORD
