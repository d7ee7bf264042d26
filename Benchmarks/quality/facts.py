"""When a title, an author or a date is right, and when it is made up.

Right means equal after folding, over the pages where gold has the value:

- title: NFKC, case folded, every run of punctuation and white space one space;
- author: names parted at commas, semicolons, slashes, bars, line ends and "and", "&", "und", "y",
  "et"; a leading "By", "Von", "Par" or "Por" is dropped; each name folded like a title. Right when
  the sets of names are equal, or all their words ("Doe, Jane" is "Jane Doe", and order is free);
- date: the same ISO day. Where gold has only a month or a year, that much must be equal.

Beside "right" stands a laxer figure: for a title, right once what follows a dash, bar, colon or dot
is left out of one of the two ("Title | Site" for "Title"); for authors, one name in common.

Made up means any value at all on a page whose facts were labelled and where gold has none.
"""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")
_NAME_BREAK = re.compile(r"[,;/|\n·•]|\s(?:and|und|et|y|e|&)\s", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:written\s+by|by|von|par|por)\s+", re.IGNORECASE)
_TITLE_BREAK = re.compile(r"\s+[|\-–—»·•:]+\s+|\s*\|\s*")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def fold(text: str) -> str:
    """NFKC, case folded, punctuation and white space as single spaces, none at either end."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", folded)).strip()


def title_is_right(found: str, gold: str) -> bool:
    """Equal after `fold`; a title with the site's name behind it is another title."""
    return fold(found) == fold(gold)


def title_is_right_without_site(found: str, gold: str) -> bool:
    """Equal, or equal once one of the two has lost what follows one of its separators.

    In WCXB's gold the site's name is left out, in Readability's it is kept, and of a title that
    ends in " - Site" nobody can say from the outside which was wanted.
    """
    return (
        title_is_right(found, gold)
        or fold(gold) in _without_ends(found)
        or fold(found) in _without_ends(gold)
    )


def _without_ends(title: str) -> set[str]:
    """The folded title up to each of its separators."""
    return {fold(title[: match.start()]) for match in _TITLE_BREAK.finditer(title)} - {""}


def names(authors: str) -> frozenset[str]:
    """The folded names of an author line."""
    parts = _NAME_BREAK.split(authors)
    return frozenset(name for part in parts if (name := fold(_BY.sub("", part))))


def author_is_right(found: str, gold: str) -> bool:
    """The same names, or the same words whatever their order."""
    found_names, gold_names = names(found), names(gold)
    if found_names == gold_names:
        return True
    return _sorted_words(found_names) == _sorted_words(gold_names)


def shares_an_author(found: str, gold: str) -> bool:
    """At least one name in common, or right."""
    return bool(names(found) & names(gold)) or author_is_right(found, gold)


def _sorted_words(folded_names: frozenset[str]) -> list[str]:
    return sorted(word for name in folded_names for word in name.split())


def date_parts(date: str) -> tuple[int, ...] | None:
    """Year, month and day at the start of an ISO date, as far as they go."""
    match = _ISO_DATE.match(date.strip())
    return tuple(int(part) for part in match.groups() if part) if match else None


def date_is_right(found: str, gold: str) -> bool:
    """The same day, as far as gold says it; the time of the day plays no part."""
    found_parts, gold_parts = date_parts(found), date_parts(gold)
    if found_parts is None or gold_parts is None:
        return fold(found) == fold(gold)
    return found_parts[: len(gold_parts)] == gold_parts


RIGHT = {"title": title_is_right, "author": author_is_right, "date": date_is_right}

LAX = {
    "title": ("right, site name aside", title_is_right_without_site),
    "author": ("one name right", shares_an_author),
}


def is_given(value: str | None) -> bool:
    """Whether a value says anything."""
    return bool(value and fold(value))
