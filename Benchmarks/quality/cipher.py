"""A benchmark in a language nobody speaks: each visible word a pseudo-word in Arabic letters.

An extractor that reads structure and not language scores the same on the ciphered folder. Letters
become letters, the same word the same pseudo-word of the same length everywhere, so that gold is
ciphered with the page and their overlap stays; digits, white space and markup stay; commas,
semicolons and question marks become Arabic ones. What tells languages apart is gone: capitals,
stop words, words of dates and bylines.

Ciphered are text, `<title>`, the content of meta titles, descriptions and authors, and the prose
of JSON-LD. Kept are tags with all other attributes, comments, scripts, styles. The page comes out
in UTF-8; a page that declared another encoding declares UTF-8 now.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from .convert import decoded

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PUNCTUATION = str.maketrans(",;?、，；。？", "،؛؟،،؛.؟")

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_WORD = re.compile(rf"(?P<unspaced>[{_UNSPACED}]+)|[^\W\d_{_UNSPACED}]+")

# Possessive, so that a page of unclosed tags is read in linear time. A quote counts only after "=",
# as in the HTML standard's tokenizer.
_MARKUP = re.compile(
    r"""<!--.*?(?:-->|\Z)
    | <(?P<raw>script|style|textarea|xmp|iframe)\b[^>]*>.*?(?:</(?P=raw)\s*>|\Z)
    | </?[a-z](?>[^>=]+|=\s*+(?>"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)|=)*+>
    | <[!?][^>]*+>""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_META_NAME = re.compile(
    r"\b(?:name|property|itemprop)\s*=\s*[\"']?[\w:.-]*(?:title|description|author)\b",
    re.IGNORECASE,
)
_META_CONTENT = re.compile(r"(\bcontent\s*=\s*)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_JSON_LD = re.compile(r"(<script\b[^>]*ld\+json[^>]*>)(.*)(</script\s*>)", re.DOTALL | re.I)
_META_CHARSET = re.compile(r"(<meta\b[^>]*?charset\s*=\s*[\"']?\s*)[\w:.-]+", re.IGNORECASE)

_JSON_PROSE = frozenset(
    "alternateName alternativeHeadline articleBody articleSection caption description headline"
    " keywords name reviewBody text".split()
)


@lru_cache(maxsize=1 << 18)
def _pseudo_word(word: str, length: int) -> str:
    digest = hashlib.blake2b(word.casefold().encode(), digest_size=32).digest()
    return "".join(_LETTERS[digest[i % 32] % len(_LETTERS)] for i in range(length))


def _replacement(match: re.Match[str]) -> str:
    """At least two letters, at most thirty; two characters of an unspaced script make a word."""
    word = match[0]
    if match["unspaced"]:
        pairs = (word[i : i + 2] for i in range(0, len(word), 2))
        return " " + " ".join(_pseudo_word(pair, 4) for pair in pairs) + " "
    return _pseudo_word(word, min(max(len(word), 2), 30))


def cipher_text(text: str) -> str:
    """The text with every word replaced."""
    return _WORD.sub(_replacement, text).translate(_PUNCTUATION)


def _cipher_escaped(escaped: str) -> str:
    return html.escape(cipher_text(html.unescape(escaped)), quote=False)


def _cipher_prose(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _cipher_prose(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cipher_prose(inner, key) for inner in value]
    is_prose = isinstance(value, str) and key in _JSON_PROSE and "://" not in value
    return cipher_text(value) if is_prose else value


def _cipher_json(match: re.Match[str]) -> str:
    """JSON-LD that cannot be read stays as it is: an extractor cannot read it either."""
    try:
        document = json.loads(match[2], strict=False)
    except ValueError:
        return match[0]
    prose = json.dumps(_cipher_prose(document), ensure_ascii=False).replace("</", "<\\/")
    return match[1] + prose + match[3]


def _cipher_attribute(match: re.Match[str]) -> str:
    value = html.unescape(match[2][1:-1])
    if "://" in value:
        return match[0]
    return f'{match[1]}"{html.escape(cipher_text(value))}"'


def _cipher_markup(markup: str) -> str:
    start = markup[:8].lower()
    if start.startswith("<meta") and _META_NAME.search(markup):
        return _META_CONTENT.sub(_cipher_attribute, markup, count=1)
    if start.startswith("<script"):
        return _JSON_LD.sub(_cipher_json, markup)
    return markup


def cipher_page(page: str) -> str:
    """The HTML with every visible word replaced."""
    pieces: list[str] = []
    end = 0
    for match in _MARKUP.finditer(page):
        pieces.append(_cipher_escaped(page[end : match.start()]))
        pieces.append(_cipher_markup(match[0]))
        end = match.end()
    pieces.append(_cipher_escaped(page[end:]))
    return "".join(pieces)


def cipher_gold(row: dict[str, Any]) -> dict[str, Any]:
    """A gold row with its texts replaced; dates and all that is no text stay."""
    texts = {key: cipher_text(row[key]) for key in ("main_text", "title", "author") if row.get(key)}
    lists = {key: [cipher_text(s) for s in row[key]] for key in ("with", "without") if row.get(key)}
    return row | texts | lists


def cipher_folder(folder: Path, out: Path) -> int:
    """Writes the ciphered benchmark folder; returns how many pages."""
    (out / "pages").mkdir(parents=True, exist_ok=True)
    count = 0
    with (
        (folder / "gold.jsonl").open(encoding="utf-8") as rows,
        (out / "gold.jsonl").open("w", encoding="utf-8") as ciphered,
    ):
        for line in rows:
            row = json.loads(line)
            name = f"{row['id']}.html"
            page = cipher_page(decoded((folder / "pages" / name).read_bytes()))
            page = _META_CHARSET.sub(r"\g<1>utf-8", page)
            (out / "pages" / name).write_bytes(page.encode("utf-8", "replace"))
            ciphered.write(json.dumps(cipher_gold(row), ensure_ascii=False) + "\n")
            count += 1
    bad_labels = folder / "bad_labels.json"
    if bad_labels.exists():
        (out / "bad_labels.json").write_bytes(bad_labels.read_bytes())
    return count


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.cipher",
        description="Writes a benchmark folder with all words as pseudo-words in Arabic letters.",
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args(argv)
    print(f"{arguments.out}: {cipher_folder(arguments.folder, arguments.out)} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
