"""The set of texts that are clean from end to end: genres, prose of text files, recipes, Python's documentation.

Files of prose that may be learned from give their first half to it and their second to the measure of
harm; the others measure alone. What a machine
has installed (manual pages, licences, changelogs) is for measuring alone: it differs from machine to
machine, and much of it is under the GPL.
"""

import gzip
import json
import pydoc_data.topics
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import choice
import whole
from genres import GENRES
from stock import Stock, stock
from wording import WORDING

FILES = ("ar.docs.txt", "fa.docs.train.txt")
"""Of these each line is clean text; the first half is learned from."""
MEASURED_FILES = ("ar.xquad.txt", "ar.arcd.train.txt", "en.ewt.dev.txt", "en.xquad.txt")
"""Clean text too, under licences that let it be measured with and no more."""
SCRAPES = "scrapes.jsonl"
SCRAPES_SOURCE = "antcorpus/"

_COUNTRIES = {
    "at": "de", "ch": "de", "li": "de", "us": "en", "uk": "en", "au": "en", "ca": "en", "jp": "ja", "tw": "zh",
    "cn": "zh", "kr": "ko", "cz": "cs", "se": "sv", "vn": "vi", "il": "he",
}  # fmt: skip
"""The sets of news tell the country of a page; here the language that stands for it."""

TEXTS_OF_GENRE = 3  # in each language
MOST_OF_FILE = 60


@dataclass(frozen=True)
class Text:
    """A clean text; `way` is its genre or where it is from."""

    id: str
    way: str
    language: str
    text: str


def training(data: Path, texts: Path) -> Iterator[Text]:
    """The clean texts to learn from."""
    for language, words in sorted(_stocks(data, texts).items()):
        yield from _genres(words, "train")
        if language == "en":  # so that English is not one of twenty: half of the web is
            yield from _genres(words, "train again")
    yield from _prose(texts, FILES, 0)
    yield from _scrapes(texts, 0)
    yield from _recipes(data)
    yield from _python()


def measuring(data: Path, texts: Path) -> Iterator[Text]:
    """The clean texts to measure harm with; of prose the halves that are not learned from."""
    for _, words in sorted(_stocks(data, texts).items()):
        yield from _genres(words, "measure")
    yield from _prose(texts, FILES, 1)
    yield from _prose(texts, MEASURED_FILES, 0)
    yield from _prose(texts, MEASURED_FILES, 1)
    yield from _scrapes(texts, 1)
    yield from _machine()


def _stocks(data: Path, texts: Path) -> dict[str, Stock]:
    """The stock of each language that enough text is there for."""
    found: dict[str, list[str]] = {}
    for name in ("news-a", "readability", "wcxb-dev"):
        count = 0
        for row in _rows(data / name / "gold.jsonl"):
            language = _COUNTRIES.get(row.get("lang") or "", row.get("lang") or "")
            count += 1
            if (
                language in WORDING
                and row.get("main_text")
                and (name != "wcxb-dev" or count % 8 == 0)
            ):
                found.setdefault(language, []).append(row["main_text"])
    for name in FILES:
        found.setdefault(name[:2], []).append("\n".join(_half(texts / name, 0)))
    stocks = {language: stock(language, pieces) for language, pieces in found.items()}
    return {
        language: each
        for language, each in stocks.items()
        if len(each.clauses) >= 30 <= len(each.names)
    }


def _rows(path: Path) -> Iterator[dict]:
    for line in path.read_text("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _half(path: Path, half: int) -> list[str]:
    lines = path.read_text("utf-8").split("\n")
    middle = len(lines) // 2
    return lines[middle:] if half else lines[:middle]


def _genres(words: Stock, purpose: str) -> Iterator[Text]:
    for genre, generate in GENRES.items():
        for number in range(TEXTS_OF_GENRE):
            name = f"{genre}-{words.language}-{purpose.replace(' ', '-')}-{number}"
            lines = generate(words, WORDING[words.language], Random(name))
            if number == 1:  # shorter, as an excerpt has it
                dice = Random(f"excerpt {name}")
                size = dice.randint(3, 12)
                start = dice.randrange(max(1, len(lines) - size))
                lines = lines[start : start + size]
            yield Text(name, genre, words.language, "\n".join(lines).strip("\n"))


def _prose(texts: Path, names: tuple[str, ...], half: int) -> Iterator[Text]:
    """Runs of lines of a half of each file, by their own lines, wrapped, or in paragraphs."""
    for name in names:
        lines = [line for line in _half(texts / name, half) if line.strip()]
        start = 0
        for number in range(MOST_OF_FILE):
            size = choice.one(f"{name} {half} {number}", (2, 4, 8, 15, 30, 60))
            piece = "\n".join(lines[start : start + size])
            start += size
            identifier = f"{name.removesuffix('.txt')}-{half}-{number}"
            way = choice.one(f"as {identifier}", ("gold", "gold", "gold-wrapped", "gold-paragraph"))
            if piece:
                yield Text(identifier, "prose", name[:2], whole.variants(piece, identifier)[way])


def _scrapes(texts: Path, half: int) -> Iterator[Text]:
    """Reports of an Arabic corpus, without the first and last line, where a feed's marks stand."""
    for row in _rows(texts / SCRAPES):
        lines = row["text"].split("\n")
        if (
            row["source"].startswith(SCRAPES_SOURCE)
            and choice.number(row["id"], 8) == half
            and len(lines) > 3
        ):
            yield Text(f"scrape-{row['id']}", "scrape", row["lang"], "\n".join(lines[1:-1]))


def _recipes(data: Path) -> Iterator[Text]:
    for row in _rows(data / "recipes-a" / "gold.jsonl"):
        if choice.number(row["id"], 3) == 0 and row.get("ingredients") and row.get("steps"):
            lines = [row.get("title") or "", "", *row["ingredients"], "", *row["steps"]]
            yield Text(row["id"], "recipe", (row.get("lang") or "")[:2], "\n".join(lines).strip())


def _python() -> Iterator[Text]:
    """Python's own documentation of its language, and modules of its library as code (PSF licence)."""
    for topic, text in sorted(pydoc_data.topics.topics.items()):
        yield Text(f"python-{topic}", "documentation", "en", text.strip("\n"))
    library = Path(sysconfig.get_paths()["stdlib"])
    modules = sorted(path for path in library.glob("*.py") if path.stat().st_size < 40_000)
    for path in choice.some("modules", modules, 60):
        yield Text(f"code-{path.stem}", "code", "en", path.read_text("utf-8").strip("\n"))


MANUALS = 8  # pages of each language
DOCUMENTS = 60


def _machine() -> Iterator[Text]:
    """Manual pages, licences, changelogs and read-me files that are installed."""
    for folder in sorted(Path("/usr/share/man").iterdir()):
        pages = sorted(folder.glob("man[157]/*.gz")) if not folder.name.startswith("man") else []
        for page in choice.some(folder.name, pages, MANUALS):
            text = _manual(page)
            if text:
                yield Text(f"man-{folder.name}-{page.stem}", "man", folder.name[:2], text)
    english = sorted(Path("/usr/share/man").glob("man1/*.gz"))
    for page in choice.some("en", english, 3 * MANUALS):
        if text := _manual(page):
            yield Text(f"man-en-{page.stem}", "man", "en", text)
    for path in sorted(Path("/usr/share/common-licenses").iterdir()):
        if not path.is_symlink():
            yield Text(
                f"licence-{path.name}",
                "licence",
                "en",
                path.read_text("utf-8", "replace").strip("\n"),
            )
    for pattern, way in (
        ("*/changelog*.gz", "changelog"),
        ("*/README*", "readme"),
        ("*/copyright", "licence"),
        ("*/NEWS*", "news"),
    ):
        found = [path for path in sorted(Path("/usr/share/doc").glob(pattern)) if path.is_file()]
        for path in choice.some(pattern, found, DOCUMENTS):
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            text = data[:20_000].decode("utf-8", "ignore").rpartition("\n")[0].strip("\n")
            if len(text) > 100 and not text.lstrip().startswith("<"):
                yield Text(f"{way}-{path.parent.name}-{path.name}", way, "en", text)


def _manual(page: Path) -> str:
    command = ["man", "--no-hyphenation", "--no-justification", "-P", "cat", "-l", page]
    environment = {"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    try:
        run = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, timeout=20
        )
    except subprocess.TimeoutExpired:
        return ""
    return run.stdout.decode("utf-8", "replace").strip("\n")
