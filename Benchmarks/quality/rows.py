"""Rows of a page's data tables: whole, torn or gone in what an extractor made of the page.

    python3 -m quality.rows FOLDER… [--ghirbal PATH] [--list]

A row is torn where some but not all of its visible, non-empty cells are in the output. Texts are
compared by letters and digits alone, so tabs, bars and marks of Markdown count for nothing; a
match starts and ends with a word of the output. A cell whose text stands more than once on the page
proves nothing by itself: it counts only beside its neighbour in the row. Style sheets are not read, so
a cell may hold text that nobody sees: it is there where most of its text is, piece by piece.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from . import benchmark
from .ghirbal import DEFAULT_BINARY, Ghirbal

# Text of these is not shown, or is a control's.
_UNSEEN = frozenset(
    "script style noscript template select textarea button iframe head title svg math"
    " object audio video canvas noframes datalist".split()
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAKING = frozenset(
    "address article blockquote br caption center dd div dl dt figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr"
    " ul img".split()
)
# From this mean on cells are columns of a page's layout (UTF-8 bytes).
MAX_MEAN_CELL_BYTES = 160


class Squashed:
    """A text as its letters and digits alone, folded, and where its words start and end."""

    def __init__(self, text: str) -> None:
        words = _words(text)
        self.text = "".join(words)
        self._edges = {0}
        position = 0
        for word in words:
            position += len(word)
            self._edges.add(position)

    def count(self, piece: str, most: int = 2) -> int:
        """How often `piece` stands there from word to word, up to `most`."""
        found, start = 0, self.text.find(piece)
        while start >= 0 and found < most:
            found += start in self._edges and start + len(piece) in self._edges
            start = self.text.find(piece, start + 1)
        return found

    def __contains__(self, piece: str) -> bool:
        return self.count(piece, 1) > 0


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


@dataclass(frozen=True)
class Row:
    """The squashed texts of a row's visible cells that have any, two at least; of each the pieces
    between its elements; and the row to show."""

    cells: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]
    text: str


@dataclass(frozen=True)
class Counts:
    whole: int = 0
    torn: int = 0
    gone: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.whole + other.whole, self.torn + other.torn, self.gone + other.gone)


class PageRows:
    """The rows of the data tables of one page, and all text it shows, to find what is unique."""

    def __init__(self, html: bytes | str) -> None:
        try:
            root = lxml.html.fromstring(_decoded(html))
        except (lxml.etree.ParserError, ValueError):
            root = None
        self.rows: list[Row] = []
        self._page = Squashed("" if root is None else _text(root))
        for table in () if root is None else root.iter("table"):
            self.rows += _rows(table)

    def judge(self, output: Squashed, row: Row) -> str:
        """`whole`, `torn` or `gone`."""
        if "".join(row.cells) in output:
            return "whole"
        here = [
            self._is_present(output, row.cells, index) or self._is_mostly(output, row.pieces[index])
            for index in range(len(row.cells))
        ]
        if not any(here):
            return "gone"
        return "whole" if all(here) else "torn"

    def counts(self, output: str, is_markdown: bool = False) -> Counts:
        squashed = Squashed(without_addresses(output) if is_markdown else output)
        total = Counts()
        for row in self.rows:
            total += Counts(**{self.judge(squashed, row): 1})
        return total

    def _is_present(self, output: Squashed, cells: Sequence[str], index: int) -> bool:
        cell = cells[index]
        if cell not in output:
            return False
        if len(cell) > 1 and self._page.count(cell) == 1:
            return True
        pairs = [cells[max(0, index - 1) : index + 1], cells[index : index + 2]]
        joined = ("".join(pair) for pair in pairs if len(pair) == 2)
        return any(pair in output and self._page.count(pair) == 1 for pair in joined)


    def _is_mostly(self, output: Squashed, pieces: Sequence[str]) -> bool:
        """Whether most of a cell's letters are there, in pieces one of which stands on the page once."""
        found = [piece for piece in pieces if piece in output]
        return (
            len(pieces) > 1
            and 2 * sum(map(len, found)) > sum(map(len, pieces))
            and any(len(piece) > 1 and self._page.count(piece) == 1 for piece in found)
        )


def _decoded(html: bytes | str) -> str | bytes:
    """UTF-8 where it is valid; else lxml finds the encoding in the page."""
    if isinstance(html, str):
        return html
    try:
        text = html.decode("utf-8-sig")
    except UnicodeDecodeError:
        return html
    # lxml refuses a declaration in a text that is decoded already.
    return re.sub(r"^\s*<\?xml[^>]*>", "", text)


def without_addresses(markdown: str) -> str:
    """Markdown without the targets of its links and the images."""
    markdown = re.sub(r"!\[[^\]]*\]\([^)\s]*(?:\s+\"[^\"]*\")?\)", " ", markdown)
    return re.sub(r"\]\((?:<[^>]*>|[^)\s]*)(?:\s+\"[^\"]*\")?\)", "]", markdown)


def _is_shown(element: lxml.html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    return not _HIDING.search(element.get("style") or "")


def _text(element: lxml.html.HtmlElement) -> str:
    return "".join(_pieces(element))


def _pieces(element: lxml.html.HtmlElement) -> list[str]:
    """An element's text between tags, white space where an element starts a line of its own."""
    pieces: list[str] = []
    # Pages nest deeper than Python recurses.
    stack: list[tuple[str, lxml.html.HtmlElement | str]] = [("enter", element)]
    while stack:
        step, item = stack.pop()
        if step == "text":
            pieces.append(item)
            continue
        if not _is_shown(item):
            continue
        edge = " " if item.tag in _BREAKING else ""
        pieces.append(edge + (item.text or ""))
        if edge:
            stack.append(("text", edge))
        for child in reversed(item):
            stack.append(("text", child.tail or ""))
            stack.append(("enter", child))
    return pieces


def _rows(table: lxml.html.HtmlElement) -> list[Row]:
    """None where the table is there for layout: by its role, by tables in it or by long cells."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return []
    if not all(_is_shown(around) for around in (table, *table.iterancestors())):
        return []
    rows = []
    sizes = []
    for tr in table.iter("tr"):
        if not _is_shown(tr) or not _is_shown(tr.getparent()):
            continue
        shown = [list(_pieces(cell)) for cell in tr if cell.tag in ("td", "th")]
        texts = ["".join(pieces) for pieces in shown]
        squashed = [tuple(filter(None, ("".join(_words(p)) for p in pieces))) for pieces in shown]
        cells = tuple(filter(None, ("".join(_words(text)) for text in texts)))
        sizes += [len(" ".join(text.split()).encode()) for text in texts if text.strip()]
        if len(cells) >= 2:
            rows.append(Row(cells, tuple(filter(None, squashed)), " | ".join(" ".join(text.split()) for text in texts)))
    if len(rows) < 2 or sum(sizes) > MAX_MEAN_CELL_BYTES * len(sizes):
        return []
    return rows


def _lines(folder: Path, binary: Path, config: Path | None) -> Iterator[tuple[str, PageRows, str]]:
    pages = benchmark.load(folder).pages
    for page, found in zip(pages, Ghirbal(binary, config).extract_all(pages, 2)):
        yield page.id, PageRows(page.path.read_bytes()), found.text


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python3 -m quality.rows", description=__doc__)
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY, metavar="PATH")
    parser.add_argument("--config", type=Path, metavar="YML")
    parser.add_argument("--list", action="store_true", help="show each torn row")
    arguments = parser.parse_args(argv)
    print(f"{'set':16} {'whole':>7} {'torn':>7} {'gone':>7}  pages with a torn row")
    for folder in arguments.folders:
        total, pages = Counts(), 0
        for identifier, page, output in _lines(folder, arguments.ghirbal, arguments.config):
            counts = page.counts(output)
            total += counts
            pages += counts.torn > 0
            if arguments.list and counts.torn:
                squashed = Squashed(output)
                for row in page.rows:
                    if page.judge(squashed, row) == "torn":
                        print(f"{identifier}\t{row.text}")
        print(f"{folder.name:16} {total.whole:7} {total.torn:7} {total.gone:7}  {pages}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
