"""Ways that keep a page's structure as signs: bullets, headings, links, tables."""

import textwrap
from dataclasses import dataclass, field

import choice
from markup import APART, BLOCKS, CONTROLS, Event, Kind, Markup

_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_LISTS = ("ul", "ol", "menu", "dir")
_EMPHASIS = {"b": "**", "strong": "**", "i": "_", "em": "_"}
MAX_CELL = 80  # characters; a table with a longer cell is one of layout
WIDTH = 78


@dataclass
class _Style:
    """How a converter was called."""

    has_links: bool  # [text](address), else the text alone
    has_signs: bool  # of headings, emphasis, quotations
    bullet: str
    cells: str  # "pipes", "tabs" or "columns"
    width: int | None


@dataclass
class _Writer:
    """Lines as they come about: text of a block until its border."""

    style: _Style
    out: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    lists: list[tuple[str, int]] = field(default_factory=list)
    before: str = ""
    quotes: int = 0
    is_apart: bool = False
    is_raw: bool = False

    def end(self) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        if self.is_raw:
            rows = [row.rstrip() for row in text.strip("\n").split("\n")]
            self._put([("    " + row).rstrip() for row in rows] if any(rows) else [])
            return
        text = " ".join(text.split())
        if not text:
            return
        indent = "> " * self.quotes if self.style.has_signs else "  " * self.quotes
        first, self.before = indent + self.before, ""
        if self.style.width and not first.lstrip().startswith("#"):
            rest = indent + " " * (len(first) - len(indent))
            self._put(textwrap.wrap(text, self.style.width, initial_indent=first, subsequent_indent=rest,
                                    break_long_words=False, break_on_hyphens=False))  # fmt: skip
        else:
            self._put([first + text])

    def table(self, rows: list[list[str]]) -> None:
        if self.style.cells == "tabs":
            self._put(["\t".join(row) for row in rows])
        elif self.style.cells == "columns":
            size = max(map(len, rows))
            full = [row + [""] * (size - len(row)) for row in rows]
            widths = [max(map(len, column)) for column in zip(*full, strict=True)]
            self._put(
                [
                    "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip()
                    for row in full
                ]
            )
        else:
            lines = [" | ".join(row) for row in rows]
            self._put([lines[0], "|".join(["---"] * len(rows[0])), *lines[1:]])

    def _put(self, lines: list[str]) -> None:
        if not lines:
            return
        if self.is_apart and self.out:
            self.out.append("")
        self.is_apart = False
        self.out += lines


def _data_table(events: list[Event], start: int) -> tuple[list[list[str]], int] | None:
    """The rows of a table of short cells that begins at `start`, and where it ends."""
    rows: list[list[list[str]]] = []
    in_cell = False
    for index in range(start + 1, len(events)):
        event = events[index]
        if event.name == "table" and event.kind is not Kind.TEXT:
            if event.kind is Kind.OPENED:
                return None
            folded = [[" ".join("".join(cell).split()) for cell in row] for row in rows]
            folded = [row for row in folded if any(row)]
            cells = [cell for row in folded for cell in row]
            is_data = folded and max(map(len, folded)) > 1 and len(folded) > 1
            return (folded, index) if is_data and max(map(len, cells)) <= MAX_CELL else None
        if event.kind is Kind.OPENED and event.name == "tr":
            rows.append([])
        elif event.kind is Kind.OPENED and event.name in ("td", "th") and rows:
            rows[-1].append([])
            in_cell = True
        elif event.kind is Kind.CLOSED and event.name in ("td", "th"):
            in_cell = False
        elif event.kind is Kind.TEXT and in_cell:
            rows[-1][-1].append(event.text)
        elif event.kind is Kind.OPENED and event.name in BLOCKS and in_cell:
            rows[-1][-1].append(" ")
    return None


def _write(markup: Markup, style: _Style) -> str:
    writer = _Writer(style)
    silent = 0
    links: list[str] = []
    index = -1
    while (index := index + 1) < len(markup.events):
        event = markup.events[index]
        opened = event.kind is Kind.OPENED
        if event.name in CONTROLS and event.kind is not Kind.TEXT:
            silent += 1 if opened else -1
            writer.end()
            continue
        if silent:
            continue
        if event.kind is Kind.TEXT:
            writer.pieces.append(event.text)
            continue
        if event.name == "a" and style.has_links:
            if opened:
                links.append(event.attributes.get("href", ""))
                writer.pieces.append("[" if links[-1] else "")
            elif links:
                address = links.pop()
                writer.pieces.append(f"]({address})" if address else "")
        elif event.name == "img" and opened and style.has_links and event.attributes.get("src"):
            name = event.attributes.get("alt", "")
            writer.pieces.append(f"![{name}]({event.attributes['src']})")
        elif event.name in _EMPHASIS and style.has_signs:
            writer.pieces.append(_EMPHASIS[event.name])
        if event.name not in BLOCKS:
            continue
        writer.end()
        writer.is_apart = writer.is_apart or (event.name in APART and not writer.lists)
        if event.name in _LISTS:
            if opened:
                writer.lists.append((event.name, 0))
            elif writer.lists:
                writer.lists.pop()
        elif event.name == "li":
            writer.before = ""
            if opened:
                kind, count = writer.lists.pop() if writer.lists else ("ul", 0)
                writer.lists.append((kind, count + 1))
                sign = f"{count + 1}. " if kind == "ol" else style.bullet
                writer.before = "  " * len(writer.lists) + sign
        elif event.name in _HEADINGS:
            writer.before = _HEADINGS[event.name] if opened and style.has_signs else ""
        elif event.name == "blockquote":
            writer.quotes = max(0, writer.quotes + (1 if opened else -1))
        elif event.name == "pre":
            writer.is_raw = opened
        elif event.name == "hr" and opened and style.has_signs:
            writer.out += ["", "* * *", ""]
        elif event.name == "table" and opened:
            if table := _data_table(markup.events, index):
                writer.table(table[0])
                index = table[1]
                writer.is_apart = True
    writer.end()
    return "\n".join(writer.out)


def markdownish(markup: Markup, name: str) -> str:
    """As html2text writes: signs of headings and emphasis, tables of pipes, links in half of the texts."""
    return _write(
        markup,
        _Style(
            has_links=choice.number(f"links {name}", 2) == 0,
            has_signs=True,
            bullet=choice.one(f"bullet {name}", ("* ", "* ", "- ")),
            cells="pipes",
            width=choice.one(f"body width {name}", (None, None, WIDTH)),
        ),
    )


def inscriptis(markup: Markup, name: str) -> str:
    """As Inscriptis writes: bullets, quotations set in, tables in columns of spaces or of tabs."""
    cells = choice.one(f"cells {name}", ("columns", "tabs"))
    return _write(markup, _Style(False, False, "* ", cells, None))
