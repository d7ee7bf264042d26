"""Profiles of sites: learnt from their pages by `ghirbal learn`, taken by `clean` and `Cleaner`."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Union, cast

from ghirbal._binary import check_version, find_binary
from ghirbal._errors import LearningError, StartError
from ghirbal._files import PathLike
from ghirbal._page import Page, make_line, make_page

Site = str
"""What is a site: `host`, `domain` or `folder`. The binary knows which there are."""

InputLike = Union[PathLike, Page, Mapping[str, Any]]
"""A file, folder or archive by its path, or a page. A str is a path here, never HTML."""

LEFT_OUT = " left out: "
"""What the command says of pages that it learnt nothing from."""

log = logging.getLogger("ghirbal")


def learn(
    inputs: PathLike | Iterable[InputLike],
    output: PathLike,
    *,
    site: Site = "host",
    min_pages: int | None = None,
    partial: bool = False,
    binary: PathLike | None = None,
) -> None:
    """Learns what the sites of `inputs` repeat on their pages and writes it to `output`.

    The bytes are those of `ghirbal learn` over the same pages, in any order. Pages that belong to
    no site, for want of a URL or folder, and those that cannot be read are left out; how many there
    were is a warning of the logger `ghirbal`, how many sites there are an information of it.

    Args:
        inputs: a path, or any number of paths and, behind them, pages with a `url`. Folders and
            archives stand for the pages in them. Pages are taken one at a time.
        output: the file to write: a profile, or with `partial` what `merge_profiles` takes. Of a
            profile that lies there the lines `keep` stay. It is replaced when the new one is whole;
            where something is raised it is as it was.
        site: `host` (of the URL, without `www.`), `domain` (the registered one), `path:1` to
            `path:3` (the host and so many folders of the URL) or `folder` (the first below the
            input).
        min_pages: different pages that a site has at least, 2 or more; by default 5.
        partial: whether what was seen is written as it is, not frozen.
        binary: the path of the binary; by default that of `find_binary`.

    Raises:
        LearningError: where the command ends without having learnt, with what it said.
        TypeError: where something is neither path nor page, or a path comes behind a page.
        GhirbalError: where there is no binary, or one of another version.
    """
    paths, pages = parted(inputs)
    options = ["--site", site]
    if pages is not None:
        options += ["--read-as", "jsonl"]
        paths.append("-")
    run(
        options, paths, output, min_pages=min_pages, partial=partial, binary=binary,
        lines=() if pages is None else (make_line(page, None) for page in pages),
    )  # fmt: skip


def merge_profiles(
    partials: Iterable[PathLike],
    output: PathLike,
    *,
    min_pages: int | None = None,
    partial: bool = False,
    binary: PathLike | None = None,
) -> None:
    """Writes to `output` what `learn` would have learnt from the pages of all `partials` together.

    The bytes are the same for any order of the partials and any cut of the pages into them.

    Args:
        partials: the paths of what `learn` or this function wrote with `partial`.
        output: the file to write: a profile, or with `partial` the union, for further ones.
        min_pages: as for `learn`.
        partial: whether the union is written as it is, not frozen.
        binary: the path of the binary; by default that of `find_binary`.

    Raises:
        LearningError: where one of them cannot be read or is no partial.
        GhirbalError: where there is no binary, or one of another version.
    """
    paths = [os.fspath(path) for path in partials]
    run(["--merge"], paths, output, min_pages=min_pages, partial=partial, binary=binary)


def parted(
    inputs: PathLike | Iterable[InputLike],
) -> tuple[list[str], Iterator[Page] | None]:
    """The paths among `inputs`, and the pages behind them; None where there are none."""
    if isinstance(inputs, (str, os.PathLike)):
        return [os.fspath(inputs)], None
    rest = iter(inputs)
    paths: list[str] = []
    for item in rest:
        if not isinstance(item, (str, os.PathLike)):
            return paths, (page_of(other) for other in itertools.chain([item], rest))
        paths.append(os.fspath(item))
    return paths, None if paths else iter(())


def page_of(item: InputLike) -> Page:
    """`item` as a page.

    Raises:
        TypeError: where it is none.
    """
    if not isinstance(item, (Page, Mapping)):
        raise TypeError(f"behind a page comes a Page or a mapping, not a {type(item).__name__}")
    return make_page(item)


def run(
    options: list[str],
    paths: list[str],
    output: PathLike,
    *,
    min_pages: int | None,
    partial: bool,
    binary: PathLike | None,
    lines: Iterable[bytes] = (),
) -> None:
    """Runs `ghirbal learn` with `lines` on its standard input."""
    program = os.path.abspath(binary) if binary is not None else find_binary()
    check_version(program)
    command = [program, "learn", *options, "-o", os.fspath(output)]
    if partial:
        command.append("--partial")
    if min_pages is not None:
        command += ["--min-pages", str(min_pages)]
    code, told = fed([*command, "--", *paths], lines)
    words = [line.removeprefix("ghirbal: ") for line in told.splitlines()]
    if code:
        raise LearningError(f"ghirbal learn ended with {code}: {' '.join(words)}")
    for line in words:
        log.log(logging.WARNING if LEFT_OUT in line else logging.INFO, "%s", line)


def fed(command: list[str], lines: Iterable[bytes]) -> tuple[int, str]:
    """The exit code of `command`, which reads `lines`, and what it said on standard error."""
    # A file never fills up while nobody reads it, as a pipe does.
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors
            )
        except OSError as error:
            raise StartError(f"{command[0]} cannot be started: {error}") from error
        pipe = cast("IO[bytes]", process.stdin)
        try:
            # Where it has ended before it read them, what it said tells why.
            with contextlib.suppress(BrokenPipeError):
                for line in lines:
                    pipe.write(line)
        except BaseException:
            # Before its input ends: it must not take what came so far for all pages.
            process.kill()
            raise
        finally:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
            code = process.wait()
        errors.seek(0)
        return code, errors.read().decode(errors="replace")
