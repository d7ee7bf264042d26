"""Ways that give a line to each block element, as most scrapers do, and what becomes of such lines."""

import re
import textwrap
from dataclasses import dataclass

import choice
from markup import APART, BLOCKS, CONTROLS, Event, Kind, Markup


_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_LONG = 80  # characters; so long a line is a paragraph whatever its element


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and whether a converter sets a blank line before it."""

    text: str
    is_apart: bool
    is_preformatted: bool = False


def lines(
    markup: Markup, with_controls: bool = False, glued: bool = False, preformatted: bool = False
) -> list[Line]:
    """A line for each run of text between the borders of block elements.

    `glued` loses the white space between elements, and items that are links alone are no blocks: so
    menus come out of pages that a program wrote without line breaks. `preformatted` keeps the lines
    of `pre`.
    """
    found: list[Line] = []
    pieces: list[str] = []
    is_apart = False
    silent = raw = code = 0
    inline_items = _menu_items(markup.events) if glued else frozenset()

    def end() -> None:
        nonlocal is_apart
        text = "".join(pieces)
        pieces.clear()
        rows = [row.rstrip() for row in text.split("\n")] if raw else [" ".join(text.split())]
        for row in rows:
            if row:
                found.append(Line(row, is_apart, raw > 0))
                is_apart = False

    for index, event in enumerate(markup.events):
        if event.name in CONTROLS and event.kind is not Kind.TEXT and not with_controls:
            silent += 1 if event.kind is Kind.OPENED else -1
            end()
        elif silent:
            continue
        elif event.kind is Kind.TEXT:
            if code or not (glued and event.text.isspace()):
                pieces.append(event.text)
        elif event.name in BLOCKS and index not in inline_items:
            end()
            is_apart = is_apart or event.name in APART
            if event.name == "pre":
                code = max(0, code + (1 if event.kind is Kind.OPENED else -1))
                raw = code if preformatted else 0
    end()
    return found


def _menu_items(events: list[Event]) -> frozenset[int]:
    """The places of `li` that hold nothing but links."""
    found: set[int] = set()
    open_items: list[list[int]] = []  # place, characters outside links, inner blocks
    links = 0
    for index, event in enumerate(events):
        if event.name == "a" and event.kind is not Kind.TEXT:
            links += 1 if event.kind is Kind.OPENED else -1
        elif event.kind is Kind.TEXT:
            if open_items and not links and not event.text.isspace():
                open_items[-1][1] += 1
        elif event.name == "li" and event.kind is Kind.OPENED:
            if open_items:
                open_items[-1][2] += 1
            open_items.append([index, 0, 0])
        elif event.name == "li" and open_items:
            start, outside, inner = open_items.pop()
            if not outside and not inner:
                found |= {start, index}
        elif event.kind is Kind.OPENED and event.name in BLOCKS and open_items:
            open_items[-1][2] += 1
    return frozenset(found)


def block(markup: Markup, name: str) -> str:
    """A line for each block."""
    return "\n".join(line.text for line in lines(markup))


def glued(markup: Markup, name: str) -> str:
    """A line for each block, links that stand side by side without a space between them."""
    return "\n".join(line.text for line in lines(markup, glued=True))


def blank(markup: Markup, name: str) -> str:
    """A line for each block, a blank line where converters set one."""
    return "\n".join(
        ("\n" if line.is_apart and index else "") + line.text
        for index, line in enumerate(lines(markup, preformatted=True))
    )


def wrapped(markup: Markup, name: str) -> str:
    """Lines broken at a width of 60 to 80, blank lines between paragraphs in half of the texts."""
    return wrap(lines(markup, preformatted=True), name)


def wrap(found: list[Line], name: str) -> str:
    chosen = 60 + choice.number(f"width {name}", 21)
    keeps_blank = choice.number(f"blank {name}", 2) == 0
    out: list[str] = []
    for line in found:
        if keeps_blank and line.is_apart and out:
            out.append("")
        if line.is_preformatted:
            out.append(line.text)
            continue
        # Ideographs are twice as wide, and their lines break anywhere; another long word stays whole.
        is_unspaced = _writes_no_spaces(line.text)
        out += textwrap.wrap(
            line.text,
            chosen // 2 if is_unspaced else chosen,
            break_long_words=is_unspaced,
            break_on_hyphens=False,
        )
    return "\n".join(out)


def _writes_no_spaces(text: str) -> bool:
    return len(_UNSPACED.findall(text)) > len(text) // 3


def paragraph(markup: Markup, name: str) -> str:
    """Several blocks in a line: lists and menus whole, paragraphs in runs of one to five."""
    return join(lines(markup), name)


def join(found: list[Line], name: str) -> str:
    out: list[str] = []
    left = 0
    for number, line in enumerate(found):
        if not line.is_apart and len(line.text) < _LONG and out:
            out[-1] += " " + line.text
        elif left > 0 and out:
            out[-1] += " " + line.text
            left -= 1
        else:
            out.append(line.text)
            left = choice.number(f"run {name} {number}", 5)
    return "\n".join(out)


def oneline(markup: Markup, name: str) -> str:
    """The whole page in one line."""
    return " ".join(line.text for line in lines(markup))


def wet(markup: Markup, name: str) -> str:
    """As in the WET files of Common Crawl: the title, then each block, controls among them."""
    return "\n".join([*[markup.title] * bool(markup.title)] + [line.text for line in lines(markup, True)])


def nodes(markup: Markup, name: str) -> str:
    """Each text node on a line of its own."""
    silent = 0
    out = []
    for event in markup.events:
        if event.name in CONTROLS and event.kind is not Kind.TEXT:
            silent += 1 if event.kind is Kind.OPENED else -1
        elif event.kind is Kind.TEXT and not silent and not event.text.isspace():
            out.append(" ".join(event.text.split()))
    return "\n".join(out)
