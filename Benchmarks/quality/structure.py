"""Structure of Markdown: rows of tables, code, headings, items, quotes and formulas against gold.

    python3 -m quality.structure FOLDER… [--systems A,B] [--out DIR] [--jobs N] [--ghirbal PATH]

Each system writes Markdown, or HTML where it knows no Markdown, as its authors would; both are read
by a parser of CommonMark with GitHub's tables and by lxml, and compared piece by piece, as multisets
over all pages. A page without `structure` in its gold counts for the rows of its data tables alone,
which are read from the page itself (`rows.py`).

What a piece is, as structure-a's gold has it:

- a row: the texts of its cells, two of them not empty. Torn is a row of gold of which half the cells
  or more, but not all, are in one row of the output;
- code: each line of a code block that is not blank, with its indentation;
- a heading: its text, whatever its level;
- an item: its text up to a list, code or table inside, 80 characters at most;
- a quote: the text of a block quotation, 80 characters at most;
- a formula: TeX between `$` or `$$`, white space aside.

Texts other than code and formulas are folded: lower case, punctuation but `%.,:/+-` one space.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import lxml.html
import numpy as np
from markdown_it import MarkdownIt

from . import benchmark, isolation, plain, report, results
from .benchmark import Page
from .bootstrap import Rows as Sums
from .extraction import Extraction
from .ghirbal import DEFAULT_BINARY, Ghirbal
from .peers import Peer
from .rows import PageRows
from .scoring import Metric

Piece = str | tuple[str, ...]

KINDS = ("rows", "code", "headings", "items", "quotes", "formulas")
TEXT_START = 80

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_FOLDED = re.compile(r"[^\w%.,:/+-]+")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# A footnote's text is a paragraph; without its extension a parser may take it for an address.
_NOTE = re.compile(r"^([ >]{0,12})\[\^([^\]\s]+)\]:", re.MULTILINE)
_FORMULA = re.compile(
    r"(?<![\\$])(?:\$\$((?:[^$\\]|\\.)+)\$\$|\$(?!\s)((?:[^$\\]|\\.)+?)(?<!\s)\$(?![\d$]))",
    re.DOTALL,
)
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def fold(text: str | None) -> str:
    """Lower case, all but letters, digits and `%.,:/+-` single spaces, none at either end."""
    return _FOLDED.sub(" ", " ".join(_UNSEEN.sub("", text or "").casefold().split())).strip()


@dataclass(frozen=True)
class Structure:
    """The pieces of a text, in reading order, by kind."""

    pieces: Mapping[str, Sequence[Piece]] = field(default_factory=dict)

    def __getitem__(self, kind: str) -> Sequence[Piece]:
        return self.pieces.get(kind, ())


def of_html(html: str, formulas: Sequence[str] = ()) -> Structure:
    """The pieces of an HTML fragment."""
    try:
        root = lxml.html.fromstring(f"<div>{_BREAK.sub(' ', html)}</div>")
    except (lxml.etree.ParserError, ValueError):
        return Structure()
    rows: list[Piece] = []
    for row in root.iter("tr"):
        cells = tuple(fold(cell.text_content()) for cell in row if cell.tag in ("td", "th"))
        if sum(map(bool, cells)) >= 2:
            rows.append(cells)
    lines = (line for block in root.iter("pre") for line in block.text_content().split("\n"))
    return Structure(
        {
            "rows": rows,
            "code": [line.rstrip() for line in lines if line.strip()],
            "headings": _texts(heading.text_content() for heading in root.iter(*_HEADINGS)),
            "items": _starts(map(_item_text, root.iter("li"))),
            "quotes": _starts(quote.text_content() for quote in root.iter("blockquote")),
            "formulas": list(formulas),
        }
    )


def _texts(texts: Iterable[str]) -> list[Piece]:
    return [text for text in map(fold, texts) if text]


def _starts(texts: Iterable[str]) -> list[Piece]:
    return [text[:TEXT_START] for text in _texts(texts)]


def _item_text(item: lxml.html.HtmlElement) -> str:
    """The text before a list, code or table in the item."""
    parts = [item.text or ""]
    for child in item:
        if child.tag in ("ul", "ol", "pre", "table"):
            break
        parts += [child.text_content() if isinstance(child.tag, str) else "", child.tail or ""]
    return "".join(parts)


def of_markdown(markdown: str) -> Structure:
    """The pieces of a Markdown text; front matter is none of them."""
    text = _NOTE.sub(r"\1\\[^\2]:", _FRONT_MATTER.sub("", markdown))
    return of_html(_MARKDOWN.render(text), _formulas(text))


def _formulas(markdown: str) -> list[str]:
    tokens = _MARKDOWN.parse(markdown)
    texts = (_CODE_SPAN.sub(" ", token.content) for token in tokens if token.type == "inline")
    return [tex(match[1] or match[2]) for text in texts for match in _FORMULA.finditer(text)]


def tex(formula: str) -> str:
    """A formula without white space, which TeX reads over."""
    return "".join(formula.split())


# MARK: Scores


@dataclass(frozen=True)
class Marked(Extraction):
    """A text with its structure: Markdown, or HTML."""

    is_html: bool = False


@lru_cache(maxsize=4096)
def _structure(extraction: Extraction) -> Structure:
    is_html = isinstance(extraction, Marked) and extraction.is_html
    return of_html(extraction.text) if is_html else of_markdown(extraction.text)


def gold_pieces(page: Page, kind: str) -> list[Piece]:
    """What gold has of a kind, in the form that a text is read in."""
    pieces = (page.structure or {}).get(kind) or ()
    if kind == "rows":
        return [tuple(row) for row in pieces]
    if kind == "code":
        return [line.rstrip() for line in pieces]
    return [tex(piece) for piece in pieces] if kind == "formulas" else list(pieces)


def counts(found: Iterable[Piece], gold: Iterable[Piece]) -> tuple[int, int, int]:
    """How many pieces are in both, found and in gold."""
    found_counts, gold_counts = Counter(found), Counter(gold)
    return (found_counts & gold_counts).total(), found_counts.total(), gold_counts.total()


def torn_rows(found: Sequence[Piece], gold: Iterable[Piece]) -> tuple[int, int, int]:
    """How many rows of gold are whole in the output, how many torn, and how many there are."""
    whole = torn = rows = 0
    for row in gold:
        cells = {cell for cell in row if cell}
        if sum(map(bool, row)) < 2:
            continue
        rows += 1
        shares = [sum(cell in other for cell in cells) for other in found]
        best = max(shares, default=0)
        whole += best == len(cells)
        torn += len(cells) > best >= len(cells) / 2
    return whole, torn, rows


def titles(page: bytes) -> frozenset[str]:
    """The folded texts that a page may call its title: the top headings and `title`, up to a sign
    that sets the site's name apart."""
    try:
        root = lxml.html.fromstring(page.decode("utf-8", "replace").replace("<?xml", "<!--?xml"))
    except (lxml.etree.ParserError, ValueError):
        return frozenset()
    found = {heading.text_content() for heading in root.iter("h1")}
    for title in root.iter("title"):
        text = title.text_content()
        found |= {text} | {text[: sign.start()] for sign in re.finditer(r"\s[|–—·-]\s", text)}
    return frozenset(map(fold, found)) - {""}


def _f1(sums: Sums) -> Sums:
    total = sums[..., 1] + sums[..., 2]
    return np.where(total > 0, 2 * sums[..., 0] / np.where(total > 0, total, 1), np.nan)


def _share(above: int, below: int) -> Callable[[Sums], Sums]:
    def figure(sums: Sums) -> Sums:
        return np.where(
            sums[..., below] > 0,
            sums[..., above] / np.where(sums[..., below] > 0, sums[..., below], 1),
            np.nan,
        )

    return figure


def _kind_metric(kind: str) -> Metric:
    def row(page: Page, extraction: Extraction) -> Sequence[float]:
        found = _structure(extraction)[kind]
        gold = gold_pieces(page, kind)
        row: list[float] = [*counts(found, gold)]
        if kind == "rows":
            row += torn_rows(found, gold)
        if kind == "headings":
            known = titles(page.path.read_bytes())
            row += counts(*([p for p in side if p not in known] for side in (found, gold)))
        return row

    figures = {"F1": _f1, "precision": _share(0, 1), "recall": _share(0, 2)}
    if kind == "rows":
        figures |= {"whole": _share(3, 5), "-torn": _share(4, 5)}
    if kind == "headings":
        figures |= {"F1, the page's title aside": lambda sums: _f1(sums[..., 3:])}
    return Metric(
        kind,
        f"{kind.capitalize()} of the Markdown (of the sum over pages)",
        lambda page: bool(page.structure and kind in page.structure),
        row,
        figures,
    )


def _page_rows_row(page: Page, extraction: Extraction) -> Sequence[float]:
    is_html = isinstance(extraction, Marked) and extraction.is_html
    text = plain.text_of(extraction.text) if is_html else extraction.text
    found = _page_rows(page.path).counts(text, is_markdown=not is_html)
    return (found.whole, found.torn, found.whole + found.torn + found.gone)


@lru_cache(maxsize=4096)
def _page_rows(path: Path) -> PageRows:
    return PageRows(path.read_bytes())


PAGE_ROWS = Metric(
    "page_rows",
    "Rows of the page's data tables: share in the text whole, share torn",
    lambda page: bool(_page_rows(page.path).rows),
    _page_rows_row,
    {"whole": _share(0, 2), "-torn": _share(1, 2)},
)

METRICS = (*map(_kind_metric, KINDS), PAGE_ROWS)


# MARK: Systems


def _trafilatura(page: bytes, url: str | None) -> Extraction:
    import trafilatura

    text = trafilatura.extract(
        page,
        url=url,
        output_format="markdown",
        include_comments=False,
        include_formatting=True,
        include_links=True,
        include_tables=True,
    )
    return Marked(text or "")


def _magic_html(page: bytes, url: str | None) -> Extraction:
    from magic_html import GeneralExtractor
    from resiliparse.parse.encoding import detect_encoding

    html = page.decode(detect_encoding(page) or "utf-8", "replace")
    found = GeneralExtractor().extract(html, base_url=url or "")
    return Marked(found.get("html") or "", is_html=True)


PEERS = {
    peer.name: peer
    for peer in (
        Peer(
            "trafilatura",
            "trafilatura",
            'extract(output_format="markdown", include_formatting, include_links, include_tables)',
            _trafilatura,
        ),
        Peer(
            "magic-html",
            "magic-html",
            "GeneralExtractor().extract(html, base_url=the page's URL): HTML, read as it is",
            _magic_html,
        ),
    )
}
"""One that is not installed is passed over, as magic-html is where there is no Python 3.12."""


def _is_installed(name: str) -> bool:
    return name not in PEERS or find_spec(name.replace("-", "_")) is not None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.structure",
        description="Scores the structure of Markdown that Ghirbal and its peers write.",
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument(
        "--systems",
        type=lambda names: names.split(","),
        default=["ghirbal", *PEERS],
        metavar="A,B",
        help="which, in this order (default: %(default)s)",
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N pages")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="save Markdown, JSON and TSV in DIR/structure"
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default: 1)")
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY, metavar="PATH")
    parser.add_argument("--config", type=Path, metavar="YML", help="Ghirbal's pipeline.yml")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    ghirbal = Ghirbal(arguments.ghirbal, arguments.config, is_markdown=True)
    unknown = set(arguments.systems) - {"ghirbal", *PEERS}
    if unknown:
        print(f"{', '.join(sorted(unknown))}: no such system", file=sys.stderr)
        return 64
    for folder in arguments.folders:
        pages = benchmark.load(folder, arguments.limit)
        extractions: dict[str, Sequence[Extraction]] = {}
        described: dict[str, tuple[str, str]] = {}
        for name in filter(_is_installed, arguments.systems):
            print(f"{pages.name}: {name} …", file=sys.stderr)
            if name == "ghirbal":
                extractions[name] = ghirbal.extract_all(pages.pages, arguments.jobs)
                described[name] = (ghirbal.version, ghirbal.settings)
            else:
                run = partial(isolation.extract_all, PEERS[name].extract, jobs=arguments.jobs)
                extractions[name] = list(run(pages.pages))
                described[name] = (version(PEERS[name].distribution), PEERS[name].settings)
        scored = results.score(pages, extractions, described, METRICS)
        print(report.text(scored))
        if arguments.out:
            report.save(scored, arguments.out / "structure")
    return 0


if __name__ == "__main__":
    sys.exit(main())
