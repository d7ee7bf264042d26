"""A page's bytes as a flat stream of opened elements, closed elements and texts.

Every way of flattening reads the same stream, so a page is decoded and parsed once.
"""

import re
from dataclasses import dataclass, field
from enum import Enum

import lxml.etree
import lxml.html

# Elements that stand on lines of their own.
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav noscript ol"
    " optgroup option p pre search section select summary table tbody td tfoot th thead tr ul"
    " audio video".split()
)
# Of them, those that browsers and converters set apart by a blank line.
APART = frozenset(
    "address article aside blockquote dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main"
    " nav ol p pre section table ul".split()
)
# Text of these is program, style or picture, in every way of flattening.
_SILENT = frozenset("script style template svg head iframe object embed math textarea".split())
# Text of these is left out by some tools and not by others.
CONTROLS = frozenset("noscript select".split())

_WRITTEN = {"a": ("href",), "img": ("src", "alt")}

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
# Labels that stand for a larger encoding, as in the Encoding Standard.
_LARGER = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "big5": "big5hkscs", "shift_jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "tis-620": "cp874", "iso-8859-11": "cp874",
    "utf-16": "utf-8", "unicode": "utf-8",
}  # fmt: skip


class Kind(Enum):
    """What an event of the stream says."""

    OPENED = 0
    CLOSED = 1
    TEXT = 2


@dataclass(frozen=True, slots=True)
class Event:
    """An element that opens or closes, or a text node."""

    kind: Kind
    name: str  # the element's name; of a text the element that it stands in
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Markup:
    """What the ways of flattening read: the title of the head and the stream of the body."""

    title: str
    events: list[Event]


def decoded(page: bytes) -> str:
    """UTF-8 where the bytes are, else what the page declares, else windows-1252; never an error."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if page.startswith(mark):
            return page[2:].decode(encoding, "replace")
    try:
        return page.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(page[:4096])
        label = declared[1].decode("ascii", "ignore").lower() if declared else "cp1252"
        try:
            return page.decode(_LARGER.get(label, label), "replace")
        except LookupError:
            return page.decode("cp1252", "replace")


def read(page: bytes) -> Markup:
    """The stream of a page; empty where there is nothing that can be parsed."""
    text = _DECLARATION.sub("", decoded(page)).replace("\0", "")
    try:
        root = lxml.html.document_fromstring(
            text, parser=lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        )
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return Markup("", [])
    title = root.find(".//title")
    body = root.find("body")
    return Markup(
        " ".join((title.text_content() if title is not None else "").split()),
        list(_events(body if body is not None else root)),
    )


def _attributes(element, name: str) -> dict[str, str]:
    """Those that a way of flattening writes."""
    return {key: element.get(key, "") for key in _WRITTEN.get(name, ())}


def _events(root):
    """The events in the order of the page, without recursion: pages nest deeply."""
    waiting = [(root, False)]
    while waiting:
        element, is_closing = waiting.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if not is_closing and name and name not in _SILENT:
            yield Event(Kind.OPENED, name, attributes=_attributes(element, name))
            waiting.append((element, True))
            if element.text:
                yield Event(Kind.TEXT, name, element.text)
            waiting.extend((child, False) for child in reversed(element))
            continue
        if is_closing:
            yield Event(Kind.CLOSED, name)
        if element.tail and element is not root:
            yield Event(Kind.TEXT, element.getparent().tag, element.tail)
