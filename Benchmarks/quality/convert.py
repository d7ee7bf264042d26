"""Makes benchmark folders from checkouts of the public repositories they come from.

`python3 -m quality.convert SOURCE CHECKOUT OUT` writes `OUT/pages/ID.html` (the bytes of the page,
unzipped, otherwise untouched), `OUT/gold.jsonl` and, where a label is unusable, a row in
`OUT/bad_labels.json`. Pages whose files or labels are missing are counted and named, never guessed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import metrics, plain

Gold = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A page and its gold; or, with `page` None, the reason why there is no such page."""

    id: str
    page: bytes | None
    gold: Gold
    missing: str = ""


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _page(path: Path) -> bytes | None:
    """The bytes of `ID.html.gz` or of `ID.html`, whichever there is."""
    if path.exists():
        return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    unzipped = path.with_suffix("")
    return unzipped.read_bytes() if path.suffix == ".gz" and unzipped.exists() else None


def _row(id: str, page: bytes | None, gold: Gold) -> Row:
    return Row(id, page, gold, "" if page is not None else "no HTML file")


def wcxb(checkout: Path, split: str) -> Iterator[Row]:
    """Murrough-Foley/web-content-extraction-benchmark: `SPLIT/ground-truth`, `SPLIT/html`."""
    folder = checkout / split
    for path in sorted((folder / "ground-truth").glob("*.json")):
        document = _read_json(path)
        truth = document.get("ground_truth") or {}
        page_type = (document.get("_internal") or {}).get("page_type") or "article"
        if isinstance(page_type, dict):
            page_type = page_type.get("primary") or "article"
        gold = {
            "url": document.get("url"),
            # Early labels say "category" for what is a collection.
            "page_type": "collection" if page_type == "category" else page_type,
            "main_text": truth.get("main_content") or "",
            "with": truth.get("with") or [],
            "without": truth.get("without") or [],
            "title": truth.get("title"),
            "author": truth.get("author"),
            "date": truth.get("publish_date"),
        }
        yield _row(path.stem, _page(folder / "html" / f"{path.stem}.html.gz"), gold)


def trafilatura(checkout: Path, split: str) -> Iterator[Row]:
    """adbar/trafilatura: `tests/evaldata.json`, pages in `tests/cache` and `tests/eval`."""
    folder = checkout / "tests"
    for index, (url, item) in enumerate(_read_json(folder / "evaldata.json").items()):
        page = _page(folder / "cache" / item["file"]) or _page(folder / "eval" / item["file"])
        gold = {"url": url, "file": item["file"], "with": item["with"], "without": item["without"]}
        gold |= {key: item.get(key) for key in ("title", "author", "date")}
        yield _row(f"t{index:04}", page, gold)


def scrapinghub(checkout: Path, split: str) -> Iterator[Row]:
    """scrapinghub/article-extraction-benchmark: `ground-truth.json`, `html/ID.html.gz`."""
    for id, item in sorted(_read_json(checkout / "ground-truth.json").items()):
        gold = {"url": item.get("url"), "page_type": "article", "main_text": item["articleBody"]}
        yield _row(id, _page(checkout / "html" / f"{id}.html.gz"), gold)


def _fundus_text(body: Gold) -> str:
    """Summary, then each section's headline and paragraphs, one line each."""
    lines = list(body["summary"])
    for section in body["sections"]:
        lines += [*section["headline"], *section["paragraphs"]]
    return "\n".join(lines)


def _shingles(text: str) -> set[tuple[str, ...]]:
    tokens = metrics.words_cjk(text)
    return {tuple(tokens[i : i + 3]) for i in range(max(1, len(tokens) - 2))}


def share_in_page(text: str, page: str) -> float:
    """Share of a text's three-word runs that the page's text has; 1 for an empty text."""
    wanted = _shingles(text) - {()}
    return len(wanted & _shingles(page)) / len(wanted) if wanted else 1.0


def fundus(checkout: Path, split: str) -> Iterator[Row]:
    """flairNLP/fundus: `tests/resources/parser/test_data/COUNTRY`, a JSON per publisher.

    A JSON has a body for each version of the publisher's parser, a page's name has a date; which
    belong together only fundus's code knows. They are paired by their text: a version takes the
    page that holds the largest share of it, at least half. `lang` is the country, as the folder is
    called.
    """
    for path in sorted((checkout / "tests/resources/parser/test_data").glob("*/*.json")):
        info_path = path.parent / "meta.info"
        info = _read_json(info_path) if info_path.exists() else {}
        pages = {
            page_path.name: page
            for page_path in sorted(path.parent.glob(f"{path.stem}_*.html.gz"))
            if (page := _page(page_path)) is not None
        }
        texts = {name: plain.text_of(decoded(page)) for name, page in pages.items()}
        for version, article in sorted(_read_json(path).items()):
            id = f"{path.parent.name}-{path.stem}-{version}"
            if not article.get("body"):
                yield Row(id, None, {}, "no body in the JSON")
                continue
            text = _fundus_text(article["body"])
            shares = {name: share_in_page(text, texts[name]) for name in pages}
            best = max(shares, key=lambda name: shares[name], default=None)
            if best is None or shares[best] < 0.5:
                yield Row(id, None, {}, "no page with this text")
                continue
            gold = {
                "url": info.get(best, {}).get("url"),
                "lang": path.parent.name,
                "page_type": "article",
                "main_text": text,
                "title": article.get("title"),
                "author": ", ".join(article.get("authors") or []) or None,
                "date": (article.get("publishing_date") or "")[:10] or None,
            }
            yield Row(id, pages[best], gold)


def readability(checkout: Path, split: str) -> Iterator[Row]:
    """mozilla/readability: `test/test-pages/NAME` with source, expected HTML and metadata."""
    for folder in sorted(path for path in (checkout / "test/test-pages").iterdir()):
        if not (folder / "expected.html").exists():
            yield Row(folder.name, None, {}, "no expected.html")
            continue
        metadata_path = folder / "expected-metadata.json"
        metadata = _read_json(metadata_path) if metadata_path.exists() else {}
        gold = {
            "url": None,
            "page_type": "article",
            "main_text": plain.text_of((folder / "expected.html").read_text("utf-8")),
            "title": metadata.get("title"),
            "author": metadata.get("byline"),
            "date": (metadata.get("publishedTime") or "")[:10] or None,
        }
        yield _row(folder.name, _page(folder / "source.html"), gold)


SOURCES: dict[str, Callable[[Path, str], Iterator[Row]]] = {
    "wcxb": wcxb,
    "trafilatura": trafilatura,
    "scrapinghub": scrapinghub,
    "fundus": fundus,
    "readability": readability,
}

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)


def decoded(page: bytes) -> str:
    """UTF-8 where the bytes are, else what the page declares, else windows-1252; never an error."""
    try:
        return page.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(page[:4096])
        try:
            return page.decode(declared[1].decode("ascii") if declared else "cp1252", "replace")
        except LookupError:
            return page.decode("cp1252", "replace")


MIN_SHARE_IN_PAGE = 0.01
"""Below it a gold text is that of another page. In WCXB's dev split six texts lie under .003, two
more at .02 and .05, the next at .29: the doubtful two stay in."""


def _fault(row: Row, page: bytes) -> str | None:
    """Why a label cannot be used: a text that nobody could find on the page is no measure."""
    text = row.gold.get("main_text")
    if text is None:
        return None
    if not text.strip():
        return "empty gold"
    if share_in_page(text, plain.text_of(decoded(page))) < MIN_SHARE_IN_PAGE:
        return "gold text not in HTML"
    return None


def write(rows: Iterator[Row], out: Path) -> tuple[int, list[tuple[str, str]], list[Row]]:
    """Writes a folder; returns how many pages, which labels are bad, and which rows had no page."""
    (out / "pages").mkdir(parents=True, exist_ok=True)
    count, bad, missing = 0, [], []
    with (out / "gold.jsonl").open("w", encoding="utf-8") as lines:
        for row in rows:
            if row.page is None:
                missing.append(row)
                continue
            (out / "pages" / f"{row.id}.html").write_bytes(row.page)
            lines.write(json.dumps({"id": row.id, **row.gold}, ensure_ascii=False) + "\n")
            if fault := _fault(row, row.page):
                bad.append((row.id, fault))
            count += 1
    (out / "bad_labels.json").write_text(json.dumps(bad, ensure_ascii=False) + "\n", "utf-8")
    return count, bad, missing


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.convert",
        description="Makes a benchmark folder from a public repository's checkout.",
    )
    parser.add_argument("source", choices=SOURCES)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--split", default="dev", help="of wcxb: dev or test (default: dev)")
    arguments = parser.parse_args(argv)
    rows = SOURCES[arguments.source](arguments.checkout, arguments.split)
    count, bad, missing = write(rows, arguments.out)
    print(f"{arguments.out}: {count} pages, {len(bad)} with unusable labels")
    for why, number in sorted(Counter(row.missing for row in missing).items()):
        ids = [row.id for row in missing if row.missing == why]
        print(f"{number} without a page: {why}: {', '.join(ids[:10])}{' …' * (number > 10)}")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main())
