"""Files on disks and in object stores."""

from __future__ import annotations

import hashlib
import http.client
import os
import shutil
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

import pyarrow.fs

PIECE = 1 << 20
HTTP_SECONDS = 120.0
"""Without a byte for so long, a download has failed; Spark tries the task again."""


def is_remote(uri: str) -> bool:
    """Whether `uri` has to be fetched; everything else is a path that the executors see."""
    return "://" in uri and not uri.startswith("file://")


def path_of(uri: str) -> str:
    """The path of a file that is not remote."""
    return uri.removeprefix("file://")


def is_http(uri: str) -> bool:
    """Whether `uri` is fetched by HTTP."""
    return uri.startswith(("http://", "https://"))


def size_of(uri: str) -> int:
    """Bytes of a file that is not remote.

    Raises:
        OSError: where there is none.
    """
    return os.stat(path_of(uri)).st_size


class CompleteBody:
    """The body of an HTTP response that breaks off with an error, not silently."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        """Reads `response`."""
        self.response = response

    def read(self, count: int = -1) -> bytes:
        """The next bytes; none at the end.

        Raises:
            ConnectionError: where the server said that there is more.
        """
        data = self.response.read(count) if count >= 0 else self.response.read()
        # read(n) gives what there is where the connection was closed too early.
        if not data and count and self.response.length:
            raise ConnectionError(f"the download ends {self.response.length} bytes early")
        return data


@contextmanager
def reading(uri: str) -> Iterator[BinaryIO]:
    """The bytes of `uri` from its start on, as they lie there."""
    if is_http(uri):
        with urllib.request.urlopen(uri, timeout=HTTP_SECONDS) as response:
            yield cast("BinaryIO", CompleteBody(response))
    elif is_remote(uri):
        system, path = pyarrow.fs.FileSystem.from_uri(uri)
        # Left alone, pyarrow would decompress what ends in .gz.
        with system.open_input_stream(path, compression=None) as stream:
            yield cast("BinaryIO", stream)
    else:
        with open(path_of(uri), "rb") as file:
            yield file


@contextmanager
def seeking(uri: str) -> Iterator[Any]:
    """The file `uri` for pyarrow, which jumps about in it."""
    if is_http(uri):
        raise ValueError(f"{uri}: Parquet is not read by HTTP")
    system, path = (
        pyarrow.fs.FileSystem.from_uri(uri)
        if is_remote(uri)
        else (pyarrow.fs.LocalFileSystem(), path_of(uri))
    )
    with system.open_input_file(path) as file:
        yield file


class HashingSink:
    """A file to write into that hashes what goes through."""

    closed = False

    def __init__(self, file: Any) -> None:
        """Writes into `file`."""
        self.file = file
        self.digest = hashlib.sha256()
        self.byte_count = 0

    def write(self, data: bytes) -> int:
        """Writes `data`."""
        self.digest.update(data)
        self.byte_count += len(data)
        self.file.write(data)
        return len(data)

    @property
    def description(self) -> dict[str, Any]:
        """What a marker says of the file."""
        return {"bytes": self.byte_count, "sha256": self.digest.hexdigest()}

    def tell(self) -> int:
        """How many bytes were written."""
        return self.byte_count

    def flush(self) -> None:
        """Does nothing: whoever opened the file closes it."""

    close = flush


class Folder:
    """An output folder; files in it take their names when they are whole."""

    def __init__(self, uri: str) -> None:
        """Creates nothing yet."""
        if is_remote(uri):
            self.system, self.path = pyarrow.fs.FileSystem.from_uri(uri)
        else:
            self.system = pyarrow.fs.LocalFileSystem()
            self.path = os.path.abspath(path_of(uri))

    def create(self, *names: str) -> None:
        """Creates the folders `names` in it."""
        for name in names:
            self.system.create_dir(f"{self.path}/{name}", recursive=True)

    def size_of(self, name: str) -> int | None:
        """Bytes of the file `name`; None where there is none."""
        info = self.system.get_file_info(f"{self.path}/{name}")
        return cast("int", info.size) if info.type == pyarrow.fs.FileType.File else None

    def read(self, name: str) -> bytes | None:
        """The file `name`; None where there is none."""
        if self.size_of(name) is None:
            return None
        with self.system.open_input_stream(f"{self.path}/{name}", compression=None) as file:
            return cast("bytes", file.read())

    def open(self, name: str) -> Any:
        """The file `name` for pyarrow, which jumps about in it."""
        return self.system.open_input_file(f"{self.path}/{name}")

    def write(self, name: str, data: bytes) -> None:
        """Writes the file `name`, or replaces it."""
        with self.appearing(name) as file:
            file.write(data)

    def store(self, name: str, path: str) -> dict[str, Any]:
        """Writes the file `name` with what lies at `path`; what a marker says of it."""
        with open(path, "rb") as source, self.appearing(name) as file:
            sink = HashingSink(file)
            shutil.copyfileobj(source, sink, PIECE)
        return sink.description

    @contextmanager
    def at_hand(self, name: str) -> Iterator[str]:
        """A path at which the file `name` lies: where it is, or on the way a copy of it."""
        if isinstance(self.system, pyarrow.fs.LocalFileSystem):
            yield f"{self.path}/{name}"
            return
        with tempfile.NamedTemporaryFile(prefix="ghirbal-") as copy:
            with self.system.open_input_stream(f"{self.path}/{name}", compression=None) as file:
                shutil.copyfileobj(file, copy, PIECE)
            copy.flush()
            yield copy.name

    def remove(self, name: str) -> None:
        """Removes the folder `name` in it, with what is there."""
        self.system.delete_dir(f"{self.path}/{name}")

    @contextmanager
    def appearing(self, name: str) -> Iterator[Any]:
        """A file to write into that takes the place of `name` when the block ends well."""
        # Two attempts at one task may write at the same time. Spark does not read what starts so.
        folder, _, last = f"{self.path}/{name}".rpartition("/")
        hidden = f"{folder}/_{os.urandom(8).hex()}.{last}"
        try:
            with self.system.open_output_stream(hidden, compression=None) as file:
                yield file
            self.system.move(hidden, f"{self.path}/{name}")
        except BaseException:
            if self.system.get_file_info(hidden).type == pyarrow.fs.FileType.File:
                self.system.delete_file(hidden)
            raise
