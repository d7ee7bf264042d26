"""Runs a peer in child processes, so that a crash or an endless loop costs one page only."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from .benchmark import Page
from .extraction import Extraction

Extract = Callable[[bytes, str | None], Extraction]
"""A module-level function, since the child process looks it up by its name."""

TIMEOUT_SECONDS = 60.0
"""A page the slowest peer needs two seconds for is rare; a minute is an endless loop."""

_CONTEXT = multiprocessing.get_context("spawn")


def _serve(extract: Extract, connection: Connection) -> None:
    """The child: a page's path and URL come in, an extraction goes out, until None comes in."""
    logging.disable(logging.CRITICAL)
    while (request := connection.recv()) is not None:
        path, url = request
        try:
            answer = extract(path.read_bytes(), url)
        except Exception as error:  # whatever a peer raises is its failure on this page
            answer = Extraction("", failure=f"{type(error).__name__}: {error}"[:200])
        connection.send(answer)


class _Child:
    """One process of a peer, started when first needed and again after it died."""

    def __init__(self, peer: Extract) -> None:
        self._peer = peer
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def extract(self, page: Page, timeout: float) -> Extraction:
        connection = self._connection or self._start()
        try:
            connection.send((page.path, page.url))
            if not connection.poll(timeout):
                self.stop()
                return Extraction("", failure="timeout")
            answer: Extraction = connection.recv()
            return answer
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self.stop()
            return Extraction("", failure="crash")

    def _start(self) -> Connection:
        self._connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(self._peer, theirs), daemon=True)
        self._process.start()
        theirs.close()
        return self._connection

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


def extract_all(
    peer: Extract, pages: Sequence[Page], jobs: int = 1, timeout: float = TIMEOUT_SECONDS
) -> Iterator[Extraction]:
    """Extractions in the order of the pages, `jobs` processes at a time."""
    local = threading.local()
    children: list[_Child] = []

    def extract(page: Page) -> Extraction:
        if not hasattr(local, "child"):
            local.child = _Child(peer)
            children.append(local.child)
        return local.child.extract(page, timeout)  # type: ignore[no-any-return]

    try:
        with ThreadPoolExecutor(max_workers=jobs) as threads:
            yield from threads.map(extract, pages)
    finally:
        for child in children:
            child.stop()
