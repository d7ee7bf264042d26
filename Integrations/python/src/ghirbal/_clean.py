"""One call for one page, with a worker that stays for the next call."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ghirbal._cleaner import Cleaner, Format
from ghirbal._configuration import ConfigLike, Configuration
from ghirbal._document import Document
from ghirbal._files import PathLike
from ghirbal._page import Page

KEPT = 4
"""Combinations of configuration, profile and format whose worker stays."""

shared: dict[tuple[str | None, str | None, str | None, bool], Cleaner] = {}
lock = threading.Lock()


def clean(
    html: str | bytes | None = None,
    *,
    text: str | None = None,
    url: str | None = None,
    content_type: str | None = None,
    fetched_at: str | None = None,
    config: ConfigLike = None,
    format: Format | None = None,  # noqa: A002
    provenance: bool = False,
    profile: PathLike | None = None,
) -> Document:
    """Cleans one page: `html`, or `text` that somebody already took out of one.

    What a str holds is not guessed. Of `html` in bytes the encoding is found. A worker is started
    at the first call and stays for later calls with the same configuration, profile, format and
    provenance; any number of threads may call, one page is in work at a time. For many pages
    `Cleaner.map` is the faster way, and for other limits than the default ones `Cleaner`.

    Raises:
        TypeError: where not exactly one of `html` and `text` is given.
        ConfigurationError: where the configuration or the profile is wrong, with the line.
        GhirbalError: where there is no worker; what is wrong with a page is in the Document.
    """
    if (html is None) == (text is None):
        raise TypeError("clean takes either html or text")
    if config is None:
        name = None
    elif isinstance(config, Mapping):
        name = Configuration.of(config).text
    else:
        name = os.path.abspath(config)
    sites = None if profile is None else os.path.abspath(profile)
    key = (name, sites, format, provenance)
    with lock:
        cleaner = shared.get(key)
        if not cleaner:
            cleaner = Cleaner(
                config=config, format=format, provenance=provenance, workers=1, profile=sites
            )
            shared[key] = cleaner
            while len(shared) > KEPT:
                # Ends when its last call has; a Cleaner that is collected ends its worker.
                del shared[next(iter(shared))]
    return cleaner.clean(
        Page(html=html, text=text, url=url, content_type=content_type, fetched_at=fetched_at)
    )


def clean_many(
    paths: PathLike | Iterable[PathLike],
    *,
    progress: bool | None = None,
    ordered: bool = True,
    **options: Any,
) -> Iterator[Document]:
    """The documents of files and of the files in folders, one for each; `id` is the path.

    As `Cleaner.clean_many`, with a Cleaner of its own that takes `options`.

    Raises:
        GhirbalError: where there is no worker, or the configuration is wrong.
    """
    cleaner = Cleaner(**options)

    def documents() -> Iterator[Document]:
        with cleaner:
            yield from cleaner.clean_many(paths, progress=progress, ordered=ordered)

    return documents()


def after_fork() -> None:
    """Makes a lock of its own, in a fork."""
    global lock  # noqa: PLW0603
    lock = threading.Lock()


os.register_at_fork(after_in_child=after_fork)
