"""One call for one page, with a worker that stays for the next call."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from typing import Any

from ghirbal._cleaner import Cleaner, Format
from ghirbal._document import Document
from ghirbal._page import Page

KEPT = 4
"""Combinations of configuration and format whose worker stays."""

shared: dict[tuple[str | None, str | None, bool], Cleaner] = {}
lock = threading.Lock()


def clean(
    html: str | bytes | None = None,
    *,
    text: str | None = None,
    url: str | None = None,
    content_type: str | None = None,
    fetched_at: str | None = None,
    config: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    format: Format | None = None,  # noqa: A002
    provenance: bool = False,
) -> Document:
    """Cleans one page: `html`, or `text` that somebody already took out of one.

    What a str holds is not guessed. Of `html` in bytes the encoding is found. A worker is started
    at the first call and stays for later calls with the same configuration, format and provenance;
    any number of threads may call, one page is in work at a time. For many pages `Cleaner.map` is
    the faster way, and for other limits than the default ones `Cleaner`.

    Raises:
        TypeError: where not exactly one of `html` and `text` is given.
        GhirbalError: where there is no worker; what is wrong with a page is in the Document.
    """
    if (html is None) == (text is None):
        raise TypeError("clean takes either html or text")
    if config is None:
        name = None
    elif isinstance(config, Mapping):
        name = json.dumps(config)
    else:
        name = os.path.abspath(config)
    key = (name, format, provenance)
    with lock:
        cleaner = shared.get(key)
        if not cleaner:
            cleaner = Cleaner(config=config, format=format, provenance=provenance, workers=1)
            shared[key] = cleaner
            while len(shared) > KEPT:
                # Ends when its last call has; a Cleaner that is collected ends its worker.
                del shared[next(iter(shared))]
    return cleaner.clean(
        Page(html=html, text=text, url=url, content_type=content_type, fetched_at=fetched_at)
    )


def after_fork() -> None:
    """Makes a lock of its own, in a fork."""
    global lock  # noqa: PLW0603
    lock = threading.Lock()


os.register_at_fork(after_in_child=after_fork)
