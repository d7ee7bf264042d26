"""What a system made of one page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """Title, authors and date as a system gave them; None where it found none.

    Several authors are one string with a comma or semicolon between them.
    """

    title: str | None = None
    author: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Extraction:
    """Main text and facts; `facts` is None for a system that does not look for any.

    A crash or a timeout is an empty text with `failure` set, and scores like one.
    """

    text: str
    facts: Facts | None = None
    failure: str | None = None
