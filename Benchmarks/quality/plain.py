"""Text of an HTML page or fragment, with nothing judged away: for gold texts and for look-ups."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol option p pre"
    " section summary table tbody td tfoot th thead title tr ul".split()
)
_SILENT = frozenset(("script", "style", "template"))


class _Reader(HTMLParser):
    """Collects text, a line break at both ends of each block element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")


def text_of(html: str) -> str:
    """One line for each block with text; white space inside a line is folded."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = "".join(piece if piece == "\n" else _inline(piece) for piece in reader.pieces)
    folded = (" ".join(line.split()) for line in lines.split("\n"))
    return "\n".join(line for line in folded if line)


def _inline(data: str) -> str:
    """A line break in the source is no line break of the text."""
    return data.replace("\n", " ").replace("\r", " ")
