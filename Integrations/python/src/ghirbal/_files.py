"""Files as pages, and how far their cleaning is."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Union, cast

from ghirbal._document import Document
from ghirbal._page import Page

PathLike = Union[str, "os.PathLike[str]"]

HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
"""Names of HTML, as docs/run.md has them."""


class Files:
    """The pages of files, read one at a time."""

    def __init__(self, paths: PathLike | Iterable[PathLike]) -> None:
        """Reads nothing yet; lists folders where `paths` can be counted."""
        if isinstance(paths, (str, os.PathLike)):
            paths = [paths]
        self.count: int | None = None
        """How many there are; None where only the end will tell."""
        self.paths: Iterable[str] = listed(paths)
        if hasattr(paths, "__len__"):
            self.paths = list(self.paths)
            self.count = len(self.paths)
        self.problems: dict[str, str] = {}

    def __iter__(self) -> Iterator[Page]:
        """A page for each file; one without content for a file that cannot be read."""
        for path in self.paths:
            try:
                with open(path, "rb") as file:
                    data = file.read()
            except (OSError, ValueError) as error:
                self.problems[path] = getattr(error, "strerror", None) or str(error)
                yield Page(id=path)
                continue
            if path.lower().endswith(HTML_SUFFIXES):
                yield Page(id=path, html=data)
            else:
                yield Page(id=path, data=data)

    def settle(self, document: Document) -> Document:
        """`document` as that of its file."""
        if document.reason != "no_content" or document.id not in self.problems:
            return document
        return replace(document, reason="unreadable", detail=self.problems[document.id])


def listed(paths: Iterable[PathLike]) -> Iterator[str]:
    """Files, and those of folders."""
    for given in paths:
        path = os.fspath(given)
        if not os.path.isdir(path):
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = os.path.join(folder, name)
                if not name.startswith(".") and os.path.isfile(file) and not os.path.islink(file):
                    yield file


def with_progress(
    documents: Iterator[Document], count: int | None, progress: bool | None
) -> Iterator[Document]:
    """`documents`, counted on standard error where tqdm is there and wanted."""
    if progress is False:
        return documents
    try:
        tqdm: Any = importlib.import_module("tqdm.auto").tqdm
    except ImportError:
        return documents
    # Of tqdm, None is: unless standard error is no terminal.
    shown = tqdm(documents, total=count, unit="page", disable=None if progress is None else False)
    return cast("Iterator[Document]", iter(shown))
