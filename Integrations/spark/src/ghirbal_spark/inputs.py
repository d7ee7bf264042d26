"""What goes in: files with pages, where they are and what their pages are named after."""

from __future__ import annotations

import enum
import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

COMPRESSIONS = (".gz", ".zst")


class InputError(ValueError):
    """What a person asked for cannot be read; nothing was started."""


class Kind(enum.Enum):
    """How a file is read, told by the end of its name as `ghirbal run` tells it."""

    ARCHIVE = "archive"
    """WARC, ARC or JSON Lines, compressed or not: the binary reads it itself."""
    TABLE = "table"
    """Parquet: a page a row."""


SUFFIXES = {
    ".warc": Kind.ARCHIVE,
    ".warc.wet": Kind.ARCHIVE,
    ".arc": Kind.ARCHIVE,
    ".jsonl": Kind.ARCHIVE,
    ".ndjson": Kind.ARCHIVE,
    ".parquet": Kind.TABLE,
}


def kind_of(name: str) -> Kind | None:
    """What the file `name` holds; None where the name does not say."""
    name = name.lower()
    bare = next((name.removesuffix(end) for end in COMPRESSIONS if name.endswith(end)), name)
    for suffix, kind in SUFFIXES.items():
        if (bare if kind is Kind.ARCHIVE else name).endswith(suffix):
            return kind
    return None


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """A file with pages."""

    name: str
    """What its pages are named after: the path inside the folder, or the entry of the list."""
    uri: str
    """Where it is: a path, or an address with a scheme."""

    @property
    def kind(self) -> Kind:
        """How it is read.

        Raises:
            InputError: where its name does not say.
        """
        found = kind_of(self.name)
        if found is None:
            wanted = ", ".join(SUFFIXES)
            raise InputError(f"{self.name} ends in none of {wanted}, with .gz or .zst or without")
        return found


def in_folder(folder: str) -> Iterator[Input]:
    """The files with pages below `folder`, hidden ones left out as `ghirbal run` does."""
    root = Path(folder)
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and not path.is_symlink() and not hidden and kind_of(path.name):
            yield Input(name.as_posix(), str(path.absolute()))


def from_paths(paths: Iterable[str]) -> Iterator[Input]:
    """The files that `paths` name; a folder stands for the files with pages in it."""
    for path in paths:
        if "://" in path:
            yield Input(path.rsplit("/", 1)[-1], path)
        elif Path(path).is_dir():
            yield from in_folder(path)
        else:
            yield Input(Path(path).name, str(Path(path).absolute()))


def from_list(file: str, base: str = "") -> Iterator[Input]:
    """The entries of a list such as warc.paths.gz, one a line; `base` is written before each."""
    data = Path(file).read_bytes()
    if file.endswith(".gz"):
        data = gzip.decompress(data)
    for line in data.decode().splitlines():
        if entry := line.strip():
            uri = base + entry
            yield Input(entry, uri if "://" in uri else str(Path(uri).absolute()))


def checked(inputs: Iterable[Input]) -> list[Input]:
    """`inputs` in the order of their names.

    Raises:
        InputError: where there are none, one is of no known kind, or two have one name.
    """
    found = sorted(inputs)
    if not found:
        raise InputError("there is no input")
    for one, next_one in pairwise(found):
        if one.name == next_one.name:
            raise InputError(f"two files are named {one.name}: {one.uri} and {next_one.uri}")
    for one in found:
        _ = one.kind
    return found
