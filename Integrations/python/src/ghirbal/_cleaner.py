"""Pages in, documents out, by one or several supervised workers."""

from __future__ import annotations

import functools
import os
import threading
import weakref
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any

from ghirbal._binary import check_version, find_binary
from ghirbal._configuration import ConfigLike, Configuration
from ghirbal._document import Document
from ghirbal._files import Files, PathLike, with_progress
from ghirbal._lane import Lane, Record, Settings, Statistics
from ghirbal._mapping import clean_all
from ghirbal._page import PageLike, make_line, make_page

Format = str
"""A word of `format` in pipeline.yml: `text` or `markdown`. The binary knows which there are."""

LONGEST_URL = 600
"""Characters of a URL that goes as the id: as JSON at most the 4096 bytes that the worker takes."""


class Cleaner:
    """Cleans pages with `ghirbal stream` workers that it starts, watches and ends.

    Nothing is started before the first page. May be used by several threads; each call of `map`
    has workers of its own while it runs. Ends its workers with `close`, at the end of a `with`,
    when it is collected and when the interpreter ends. In a fork it starts workers of its own;
    pickled, it is a new Cleaner with the same arguments.
    """

    def __init__(
        self,
        binary: str | os.PathLike[str] | None = None,
        config: ConfigLike = None,
        *,
        format: Format | None = None,  # noqa: A002
        provenance: bool = False,
        workers: int | None = None,
        threads: int = 1,
        window: int | None = None,
        window_bytes: int = 1 << 25,
        timeout: float | None = 600.0,
        start_timeout: float = 60.0,
        isolation: bool = True,
        max_line_bytes: int | None = None,
        allow_external: bool = False,
        profile: PathLike | None = None,
    ) -> None:
        """Finds the binary, and checks its version and the configuration.

        Args:
            binary: the path of the binary; by default that of `find_binary`.
            config: a configuration file, or what would stand in it as a mapping. Without it the
                defaults are in force: no pipeline.yml is looked for.
            format: `text` or `markdown`; by default what the configuration says.
            provenance: whether each document has its provenance record.
            workers: worker processes that `map` uses, by default one for each core this process may
                use.
            threads: threads of each worker.
            window: pages that a worker may have unanswered, by default 16 for each thread.
            window_bytes: bytes of them; one page may have more.
            timeout: seconds without an answer after which a worker is given up; None is for ever.
            start_timeout: seconds that a worker has to be there.
            isolation: whether a worker cleans each page in a process of its own, so that one that
                crashes or takes too much is told by the worker itself, and by the limits of the
                configuration. Without it, it ends the worker, and a further one is started.
            max_line_bytes: the longest line that a worker reads; a longer page fails with
                `line_too_long`.
            allow_external: whether the stage `external` may start the program that the
                configuration names. Its paths start at the folder of a configuration file; with a
                mapping they are absolute.
            profile: a profile of sites, as `learn` writes it: what a page's site repeats on its
                pages is dropped. The site is told by the page's `url`.

        Raises:
            ConfigurationError: where the configuration or the profile is wrong, with the line.
            BinaryNotFoundError: where there is no binary.
            VersionMismatchError: where it is of another version.
            ValueError: where a number is out of its range.
        """
        for name, value in (
            ("workers", workers), ("threads", threads), ("window", window),
            ("window_bytes", window_bytes), ("timeout", timeout),
            ("start_timeout", start_timeout), ("max_line_bytes", max_line_bytes),
        ):  # fmt: skip
            if value is not None and value <= 0:
                raise ValueError(f"{name} is {value}, not above 0")
        self._arguments: dict[str, Any] = {
            "binary": binary, "config": config, "format": format, "provenance": provenance,
            "workers": workers, "threads": threads, "window": window, "window_bytes": window_bytes,
            "timeout": timeout, "start_timeout": start_timeout, "isolation": isolation,
            "max_line_bytes": max_line_bytes, "allow_external": allow_external,
            "profile": profile,
        }  # fmt: skip
        self.binary = os.path.abspath(binary) if binary is not None else find_binary()
        """The path of the binary in use."""
        check_version(self.binary)
        self.workers = workers or available_cores()
        """Worker processes that `map` uses."""
        self.statistics = Statistics()
        """What happened to the workers so far."""
        settled = Configuration.of(config)
        sites = None if profile is None else os.path.abspath(profile)
        settled.check(self.binary, sites)
        command = [self.binary, "stream", "-j", str(threads)]
        if format:
            command += ["--format", format]
        if provenance:
            command.append("--provenance")
        if not isolation:
            command.append("--no-isolation")
        if max_line_bytes:
            command += ["--max-line-bytes", str(max_line_bytes)]
        if allow_external:
            command.append("--allow-external")
        if sites:
            command += ["--profile", sites]
        self._provenance = provenance
        self._settings = Settings(
            command=tuple(command),
            config=settled,
            window=window or 16 * threads,
            window_bytes=window_bytes,
            timeout=timeout,
            start_timeout=start_timeout,
        )
        self._turns = threading.BoundedSemaphore(self.workers)
        self._pool = LanePool(self._settings, self.statistics, self.workers)
        weakref.finalize(self, self._pool.close, whole=True)

    def clean(self, page: PageLike) -> Document:
        """What becomes of one page.

        As many calls as there are workers run at a time; further ones wait.

        Raises:
            StartError: where no worker can be started.
            TypeError: where `page` is no page.
        """
        with self._turns:
            lanes = self._pool.borrow(1)
            try:
                return next(clean_all(lanes, self._records([page]), ordered=True))
            finally:
                self._pool.give_back(lanes)

    def map(self, pages: Iterable[PageLike], *, ordered: bool = True) -> Iterator[Document]:
        """The documents of `pages`, one for each, in their order or as they are ready.

        Pages are taken one at a time in the caller's thread, a bounded number ahead of the
        documents that were given, so that `pages` may be endless. An exception of `pages` is raised
        when the documents of the pages before it were given. Where the iterator is left early, what
        it had taken ahead is given up.

        Raises:
            StartError: where no worker can be started.
            TypeError: where a page is no page.
        """
        lanes = self._pool.borrow(self.workers)
        try:
            yield from clean_all(lanes, self._records(pages), ordered=ordered)
        finally:
            self._pool.give_back(lanes)

    def clean_many(
        self,
        paths: PathLike | Iterable[PathLike],
        *,
        progress: bool | None = None,
        ordered: bool = True,
    ) -> Iterator[Document]:
        """The documents of files, one for each; `id` is the path.

        A folder stands for the files in it and below, in the order of their names, without hidden
        ones and links. Whether a file is HTML or text its name and content tell. One that cannot be
        read is a `failed` document, `unreadable`.

        Args:
            paths: a path, or any number of them.
            progress: whether tqdm, where it is installed, shows how far it is; by default where
                standard error is a terminal, or in a notebook.
            ordered: whether they come in the order of the paths, or as they are ready.

        Raises:
            StartError: where no worker can be started.
        """
        files = Files(paths)
        documents = (files.settle(document) for document in self.map(files, ordered=ordered))
        return with_progress(documents, files.count, progress)

    def _records(self, pages: Iterable[PageLike]) -> Iterator[Record]:
        """What goes over the wire: numbered, so that each answer can be told by its id.

        The record of a page has the id as its path, so that with provenance it has to be the
        caller's; without one the path is the URL.
        """
        for number, given in enumerate(pages):
            page = make_page(given)
            name: str | int | None = number
            if self._provenance:
                if page.id is not None and type(page.id) not in (str, int):
                    raise TypeError("with provenance the id of a page is a str or an int")
                name = page.id
                if name is None and page.url is not None and len(page.url) <= LONGEST_URL:
                    name = page.url
            yield Record(number, name, make_line(page, name), page.id)

    def close(self) -> None:
        """Ends the workers that are idle; those of a running `map` end with it."""
        self._pool.close()

    def __enter__(self) -> Cleaner:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends the workers."""
        self.close()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickles the arguments."""
        return functools.partial(Cleaner, **self._arguments), ()


class LanePool:
    """The lanes of a Cleaner: those that are idle, and those in use."""

    def __init__(self, settings: Settings, statistics: Statistics, keeps: int) -> None:
        """At most `keeps` idle lanes keep their child."""
        self.settings = settings
        self.statistics = statistics
        self.keeps = keeps
        self.idle: list[Lane] = []
        self.borrowed: set[Lane] = set()
        self.closed = False
        self.lock = threading.Lock()
        pools.add(self)

    def borrow(self, count: int) -> list[Lane]:
        """`count` lanes for one caller alone.

        Raises:
            ValueError: where the pool is closed.
        """
        with self.lock:
            if self.closed:
                raise ValueError("the Cleaner is closed")
            lanes = [
                self.idle.pop() if self.idle else Lane(self.settings, self.statistics)
                for _ in range(count)
            ]
            self.borrowed.update(lanes)
        return lanes

    def give_back(self, lanes: list[Lane]) -> None:
        """Takes `lanes` back; those with unanswered records lose their child and them."""
        surplus: list[Lane] = []
        with self.lock:
            for lane in lanes:
                self.borrowed.discard(lane)
                keep = not self.closed and lane.is_idle and len(self.idle) < self.keeps
                (self.idle if keep else surplus).append(lane)
        for lane in surplus:
            lane.close()

    def close(self, *, whole: bool = False) -> None:
        """Ends the idle lanes, or all of them, and lends no more."""
        with self.lock:
            self.closed = True
            lanes, self.idle = self.idle, []
            if whole:
                lanes += self.borrowed
        for lane in lanes:
            lane.close()

    def forget(self) -> None:
        """Lets go, in a fork, of children that are the other process's."""
        self.lock = threading.Lock()
        for lane in (*self.idle, *self.borrowed):
            lane.forget()
        self.idle = []
        self.borrowed = set()


pools: weakref.WeakSet[LanePool] = weakref.WeakSet()


def forget_all() -> None:
    """Lets go of all children, in a fork."""
    for pool in list(pools):
        pool.forget()


os.register_at_fork(after_in_child=forget_all)


def available_cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
