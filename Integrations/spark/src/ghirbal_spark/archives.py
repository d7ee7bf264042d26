"""The pages of an archive, read by one `ghirbal clean` or `ghirbal learn`.

The binary reads WARC, ARC and JSON Lines as `ghirbal run` does, record by record, so that the same
file has the same answers. It reads each page in a process of its own: one that crashes or hangs is
a row.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

from ghirbal import Document, Metadata

from ghirbal_spark import storage
from ghirbal_spark.inputs import Input

DONE, PAGES_FAILED = 0, 2
PIECE = 1 << 20
LAST_WORDS = 20
RECORD = b',"provenance":{'

log = logging.getLogger("ghirbal")


class ArchiveError(RuntimeError):
    """The reading of an archive broke off; Spark tries the task again."""


def documents(
    one: Input, *, binary: str, config: str, options: Sequence[str] = (), jobs: int = 1
) -> Iterator[Document]:
    """What became of each page of an archive, in order, with its provenance.

    Args:
        one: The archive.
        binary: The path of the binary.
        config: The path of pipeline.yml.
        options: Further options of `ghirbal clean`.
        jobs: Pages in work at once.

    Raises:
        ArchiveError: where not all pages were answered.
        OSError: where the archive cannot be fetched.
    """
    with placed(one) as file, tempfile.TemporaryDirectory(prefix="ghirbal-") as scratch:
        # An empty page behind the archive: answers come in order, so with its answer all have come.
        # The exit code does not say that: it is 2 for a failed page and for a broken pipe.
        end = Path(scratch, secrets.token_hex(16))
        end.touch()
        command = [binary, "clean", "--to", "jsonl", "--provenance", "--config", config]
        command += ["--jobs", str(jobs), *options, "--", str(file), str(end)]
        with closing(Reader(command, one)) as reader:
            yield from reader.documents(file.name, end.name)


def learn(one: Input, output: str, *, binary: str, site: str, jobs: int = 1) -> None:
    """Writes to `output` what an archive's pages say of their sites, as a partial profile.

    How many pages were left out is a warning of the logger `ghirbal`.

    Args:
        one: The archive.
        output: The file to write.
        binary: The path of the binary.
        site: What a site is, as for `ghirbal learn`.
        jobs: Pages in work at once.

    Raises:
        ArchiveError: where the partial is not whole.
        OSError: where the archive cannot be fetched.
    """
    with placed(one) as file:
        command = [binary, "learn", "--partial", "--site", site, "-o", output]
        command += ["--jobs", str(jobs), "--", str(file)]
        with closing(Reader(command, one)) as reader:
            reader.finish()
            for line in reader.complaints:
                log.warning("%s: %s", one.uri, line.removeprefix("ghirbal: "))


@contextmanager
def placed(one: Input) -> Iterator[Path]:
    """The path under which the binary reads an archive; a remote one is its standard input.

    The binary tells by the name how to read, and reads a pipe as it reads a file.
    """
    if not storage.is_remote(one.uri):
        yield Path(storage.path_of(one.uri))
        return
    with tempfile.TemporaryDirectory(prefix="ghirbal-") as scratch:
        file = Path(scratch, one.name.rsplit("/", 1)[-1])
        file.symlink_to("/dev/stdin")
        yield file


class Reader:
    """A running `ghirbal` with the threads that feed it and hear its complaints."""

    def __init__(self, command: Sequence[str], one: Input) -> None:
        """Starts `command`, with the archive on its standard input where it is remote."""
        self.input = one
        self.problem: OSError | None = None
        self.complaints: deque[str] = deque(maxlen=LAST_WORDS)
        is_fed = storage.is_remote(one.uri)
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE if is_fed else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.threads = [threading.Thread(target=self._hear, daemon=True)]
        if is_fed:
            self.threads.append(threading.Thread(target=self._feed, daemon=True))
        for thread in self.threads:
            thread.start()

    def _hear(self) -> None:
        errors = self._pipe(self.process.stderr)
        for line in errors:
            self.complaints.append(line.decode(errors="replace").rstrip())

    def _feed(self) -> None:
        pipe = self._pipe(self.process.stdin)
        try:
            with storage.reading(self.input.uri) as source:
                while piece := source.read(PIECE):
                    pipe.write(piece)
            pipe.close()
        except BrokenPipeError:
            # It has ended; what it said tells why.
            return
        except OSError as problem:
            # It must not take what came so far for the whole file.
            self.problem = problem
            self.process.kill()

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        if pipe is None:
            raise ValueError("the process has no such pipe")
        return pipe

    def documents(self, base: str, end: str) -> Iterator[Document]:
        """The answers up to the one for `end`; `base` is what the binary calls the archive."""
        numbered = re.compile(re.escape(base) + r"(/[0-9]{9,})?/?")
        is_whole = False
        for line in self._pipe(self.process.stdout):
            if is_whole:
                raise ArchiveError(f"{self.input.uri}: an answer comes behind the last one")
            document = read(line)
            if document.id == end:
                is_whole = True
            elif match := numbered.fullmatch(document.id):
                yield self._named(document, match[1] or "")
            else:
                yield document
        self.finish(is_whole=is_whole)

    def finish(self, *, is_whole: bool = True) -> None:
        """Waits for its end, which `is_whole` says is behind the last page.

        Raises:
            ArchiveError: where it is not, or the exit code says so.
            OSError: where the archive could not be fetched.
        """
        code = self.process.wait()
        for thread in self.threads:
            thread.join()
        if self.problem:
            raise self.problem
        if not is_whole or code not in (DONE, PAGES_FAILED):
            told = "\n".join(self.complaints)
            raise ArchiveError(
                f"{self.input.uri}: ghirbal ended with {code}"
                f" {'behind' if is_whole else 'before'} the last page: {told}"
            )

    def _named(self, document: Document, number: str) -> Document:
        """`document` under the name that `ghirbal run` gives it, which has the folders too."""
        name = self.input.name + number
        record = document.provenance_json
        if record and document.id != name:
            old, new = (json.dumps(text, ensure_ascii=False)[:-1] for text in (document.id, name))
            # The page and its output have a path; both stand before anything of the page itself.
            record = record.replace(
                f'"path":{old}', f'"path":{new}', 1 + (document.text is not None)
            )
        return replace(document, id=name, provenance_json=record)

    def close(self) -> None:
        """Ends it, if it has not ended."""
        self.process.kill()
        self.process.wait()
        for thread in self.threads:
            thread.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue


def read(line: bytes) -> Document:
    """The document of a line.

    Raises:
        ArchiveError: where it is none.
    """
    record: str | None = None
    # Inside a text the quotes have backslashes, so the first one is the member.
    start = line.find(RECORD)
    try:
        if start >= 0:
            record = line[start + len(RECORD) - 1 :].rstrip()[:-1].decode()
            line = line[:start] + b"}"
        row = json.loads(line)
        return Document(
            id=str(row["id"]),
            status=row["status"],
            text=row["text"],
            reason=row.get("reason"),
            detail=row.get("detail"),
            metadata=row["document"] or Metadata(),
            provenance_json=record,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"a line that is no answer ({error}): {line[:200]!r}") from error
