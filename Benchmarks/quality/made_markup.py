"""Elements of made-up pages, each with what the gold says of it, and the ways in which sites write them."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class Gold(Enum):
    """What a person would say of an element's text."""

    MAIN = "main"
    CHROME = "chrome"
    NEITHER = "neither"
    """Titles, prices, names of those who wrote a post: kept or not, both are right."""


INLINE = frozenset(("a", "b", "em", "span", "code", "label", "button", "input", "img", "small"))
_EMPTY = frozenset(("input", "img", "hr"))
_ROWS = frozenset(("tr",))
"""Cells of a row stand on one line of the gold text."""


@dataclass(frozen=True)
class Element:
    """An element with its text and elements; without a gold of its own it has that of its parent."""

    tag: str
    parts: tuple[Element | str, ...] = ()
    attributes: str = ""
    gold: Gold | None = None

    def html(self) -> str:
        start = f"<{self.tag} {self.attributes}>" if self.attributes else f"<{self.tag}>"
        if self.tag in _EMPTY:
            return start
        inner = "".join(
            html.escape(part, quote=False) if isinstance(part, str) else part.html()
            for part in self.parts
        )
        end = f"</{self.tag}>"
        return start + inner + end if self.tag in INLINE else f"{start}{inner}{end}\n"

    def lines(self, gold: Gold = Gold.CHROME) -> Iterator[tuple[Gold, str]]:
        """Each line of text, in the order of the page, with what the gold says of it."""
        gold = self.gold or gold
        pieces: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                pieces.append(part)
            elif self.tag in _ROWS or (part.tag in INLINE and part.gold in (None, gold)):
                pieces.append(part.text)
            else:
                yield from _line(gold, pieces)
                yield from part.lines(gold)
        yield from _line(gold, pieces)

    @property
    def text(self) -> str:
        return " ".join(p if isinstance(p, str) else p.text for p in self.parts)


def _line(gold: Gold, pieces: list[str]) -> Iterator[tuple[Gold, str]]:
    text = " ".join(" ".join(pieces).split())
    pieces.clear()
    if text:
        yield gold, text


_SEMANTIC = {
    "header": "header", "menu": "nav", "crumbs": "nav", "main": "main", "article": "article",
    "side": "aside", "footer": "footer", "box": "section", "record": "article", "post": "article",
}  # fmt: skip

_NAMES = {
    "wordpress": {
        "header": "site-header", "menu": "main-navigation", "main": "site-main", "article": "entry",
        "body": "entry-content", "side": "widget-area", "box": "widget", "footer": "site-footer",
        "meta": "entry-meta", "author": "author-box", "pitch": "cta-box", "related": "related-posts",
        "record": "list-item", "post": "comment-body", "buy": "summary", "specs": "woocommerce-tabs",
    },
    "portal": {
        "header": "top", "menu": "menu_top", "main": "centercol", "article": "txt", "body": "news_body",
        "side": "rightcol", "box": "block", "footer": "bottom", "meta": "info", "author": "writer",
        "pitch": "banner_txt", "related": "more_news", "record": "row_ad", "post": "msg",
        "buy": "basket", "specs": "props",
    },
    "bootstrap": {
        "header": "navbar navbar-light", "menu": "navbar-nav ml-auto", "main": "col-md-8",
        "article": "card mb-4", "body": "card-body", "side": "col-md-4", "box": "card my-3",
        "footer": "py-5 bg-dark", "meta": "text-muted small", "author": "media mt-4",
        "pitch": "alert alert-info", "related": "row row-cols-4", "record": "list-group-item",
        "post": "card border-0", "buy": "d-grid gap-2", "specs": "tab-pane active",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Dress:
    """How a site writes what all sites have."""

    naming: str
    """`wordpress`, `portal`, `bootstrap`; `module` (role and a hash), `hashed` (a hash alone)."""

    labels: str
    """What labels and their values stand in: `table`, `dl`, `list`, `lines`, `spans`."""

    is_semantic: bool = True
    """Whether parts are `nav`, `article`, `footer`, and not `div` throughout."""

    menus: str = "list"
    """`list`, `links` (side by side) or `blocks` (a `div` each)."""

    side: str = "after"
    """Whether the sidebar stands `before` or `after` the main column."""

    wraps: int = 0
    """How many `div` without a name stand around the article's text."""

    headings: str = "h2"
    """The element of headings inside the text; `b` is a paragraph in bold."""

    def element(
        self, role: str, *parts: Element | str, gold: Gold | None = None, tag: str = ""
    ) -> Element:
        """An element that plays a role on the page: its name, and its tag where none is given."""
        own = tag or (_SEMANTIC.get(role, "div") if self.is_semantic else "div")
        return Element(own, parts, f'class="{self._name(role)}"', gold)

    def _name(self, role: str) -> str:
        names = _NAMES.get(self.naming)
        if names:
            return names.get(role, role)
        digest = hashlib.blake2b(f"{self} {role}".encode(), digest_size=3).hexdigest()
        return f"{role}_{digest}" if self.naming == "module" else f"c{digest}"

    def menu(self, entries: Sequence[str], role: str = "menu") -> Element:
        """Links, all of it chrome."""
        links = [
            Element("a", (entry,), f'href="/{number}"') for number, entry in enumerate(entries)
        ]
        inner: tuple[Element | str, ...]
        if self.menus == "list":
            inner = (Element("ul", tuple(Element("li", (link,)) for link in links)),)
        elif self.menus == "blocks":
            inner = tuple(Element("div", (link,)) for link in links)
        else:
            inner = tuple(part for link in links for part in (link, " "))
        return self.element(role, *inner, gold=Gold.CHROME)

    def heading(self, text: str) -> Element:
        """A heading inside the text."""
        if self.headings == "b":
            return Element("p", (Element("b", (text,)),))
        return Element(self.headings, (text,))

    def labelled(self, pairs: Sequence[tuple[str, str]]) -> Element:
        """Labels and their values, a line or row each."""
        if self.labels == "table":
            rows = (
                Element("tr", (Element("th", (label,)), Element("td", (value,))))
                for label, value in pairs
            )
            return Element("table", (Element("tbody", tuple(rows)),))
        if self.labels == "dl":
            return Element(
                "dl",
                tuple(
                    Element(tag, (text,))
                    for pair in pairs
                    for tag, text in zip(("dt", "dd"), pair, strict=True)
                ),
            )
        if self.labels == "spans":
            return Element(
                "div",
                tuple(
                    self.element("label", Element("span", (label,)), " ", Element("b", (value,)))
                    for label, value in pairs
                ),
            )
        tag = "li" if self.labels == "list" else "p"
        lines = tuple(
            Element(tag, (Element("b", (f"{label}:",)), f" {value}")) for label, value in pairs
        )
        return Element("ul" if self.labels == "list" else "div", lines)

    def wrapped(self, element: Element) -> Element:
        """The element in as many `div` as the site has around its texts."""
        for _ in range(self.wraps):
            element = Element("div", (element,))
        return element


def paragraph(text: str, gold: Gold | None = None) -> Element:
    return Element("p", (text,), gold=gold)


def items(texts: Sequence[str], tag: str = "ul") -> Element:
    return Element(tag, tuple(Element("li", (text,)) for text in texts))
