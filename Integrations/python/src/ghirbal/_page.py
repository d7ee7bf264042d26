"""A page on its way in, and the line of JSON that stands for it."""

from __future__ import annotations

import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Union

MEMBERS = ("html", "html_base64", "text", "url", "content_type", "fetched_at", "data")
"""The members of a page that go into its line, in the order in which they are written."""

BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="


@dataclass(frozen=True, init=False)
class Page:
    """One page. Exactly one of `html`, `html_base64`, `text` and `data` holds its content."""

    html: str | bytes | None = None
    """The page. Text is decoded already; of bytes the encoding is found as for a file."""
    html_base64: str | None = None
    """The page's bytes in base64, for those who have them so."""
    text: str | None = None
    """Text that somebody took out of a page; a `<` in it is a `<`."""
    url: str | None = None
    """Where it was fetched; relative links and facts start at it."""
    content_type: str | None = None
    """The HTTP field; its charset counts for bytes."""
    fetched_at: str | None = None
    """When it was fetched; stands in the record."""
    id: Any = None
    """Comes back in the Document as it is. With provenance a str or an int: the record's path."""
    data: bytes | None = None
    """A page as it lies in a file: whether it is HTML or text its content tells."""

    def __init__(
        self,
        *,
        html: str | bytes | None = None,
        html_base64: str | None = None,
        text: str | None = None,
        url: str | None = None,
        content_type: str | None = None,
        fetched_at: str | None = None,
        id: Any = None,  # noqa: A002
        data: bytes | None = None,
    ) -> None:
        """Takes all by name."""
        for name, value in (
            ("html", html), ("html_base64", html_base64), ("text", text), ("url", url),
            ("content_type", content_type), ("fetched_at", fetched_at), ("id", id), ("data", data),
        ):  # fmt: skip
            object.__setattr__(self, name, value)


PageLike = Union[Page, Mapping[str, Any], str, bytes]
"""A page, a mapping with its fields (others are passed over), or its HTML alone."""


def make_page(page: PageLike) -> Page:
    """`page` as a Page.

    Raises:
        TypeError: where it is nothing that could be one, or a field is of a wrong type.
    """
    if isinstance(page, Page):
        found = page
    elif isinstance(page, (str, bytes, bytearray, memoryview)):
        found = Page(html=page if isinstance(page, str) else bytes(page))
    elif isinstance(page, Mapping):
        found = Page(id=page.get("id"), **{name: page.get(name) for name in MEMBERS})
    else:
        raise TypeError(f"a page is a Page, a mapping, str or bytes, not {type(page).__name__}")
    for name in MEMBERS:
        value = getattr(found, name)
        if not (value is None or isinstance(value, str)):
            if name in ("html", "data") and isinstance(value, (bytes, bytearray, memoryview)):
                continue
            raise TypeError(f"{name} is a str, not {type(value).__name__}")
    return found


def make_line(page: Page, name: str | int | None) -> bytes:
    """The line of JSON for `page`, named `name`, with its line feed."""
    members: dict[str, Any] = {} if name is None else {"id": name}
    base64: bytes | None = None
    base64_name = b"html_base64"
    for member in MEMBERS:
        value = getattr(page, member)
        if value is None:
            continue
        if member == "data":
            if base64 is None and not members.keys() & {"html", "html_base64", "text"}:
                data = value.encode() if isinstance(value, str) else value
                base64, base64_name = binascii.b2a_base64(data, newline=False), b"page_base64"
        elif not isinstance(value, str):
            base64 = binascii.b2a_base64(value, newline=False)
        elif member == "html_base64" and base64 is None and is_base64(value):
            base64 = value.encode()
        elif member != "html_base64" or base64 is None:
            members[member] = value
    try:
        line = json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        # A lone surrogate has no UTF-8; as an escape it is U+FFFD to the worker.
        line = json.dumps(members, separators=(",", ":")).encode()
    if base64 is None:
        return line + b"\n"
    # Base64 has nothing to escape, and json would take longer for it than for all the rest.
    return b'%b%b"%b":"%b"}\n' % (line[:-1], b"," if members else b"", base64_name, base64)


def is_base64(text: str) -> bool:
    """Whether `text` has only characters of base64."""
    return text.isascii() and not text.encode().translate(None, BASE64)
