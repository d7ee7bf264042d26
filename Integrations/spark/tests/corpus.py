"""Inputs for the tests, made of corpus-raw, and a hash to compare what comes out."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parents[3]

GOOD = b"<h1>A heading</h1><p>" + b"A sentence that is long enough to be kept, with a comma. " * 5
NOISE = random.Random(6).randbytes(4000)
"""No text in any encoding."""
LARGE, HUGE = 1_000_000, 50_000_000
"""Bytes of a page above the tests' limit, and of a line that is not even kept."""


def raw_pages() -> list[bytes]:
    """The HTML pages of corpus-raw, in a fixed order."""
    return [path.read_bytes() for path in sorted((ROOT / "corpus-raw").rglob("*.html"))]


def warc(
    page: bytes,
    number: int,
    *,
    status: str = "200 OK",
    content_type: str = "text/html",
    url: str | None = None,
) -> bytes:
    """A response record with `page`."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + page
    header = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url or f'https://example.org/{number}'}\r\n"
        "WARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return header.encode() + block + b"\r\n\r\n"


def line(page: bytes, **members: Any) -> bytes:
    """A line of JSON with `page`."""
    content = {"html_base64": base64.b64encode(page).decode()}
    return json.dumps({**members, **content}).encode() + b"\n"


@dataclass(frozen=True)
class Corpus:
    """The same pages twice."""

    spark: Path
    """For Spark: archives and a table."""
    run: Path
    """For `ghirbal run`: the archives, and lines for the rows of the table."""


def make(folder: Path) -> Corpus:
    """Sixty-four units: a few archives, and a table with a row group for each row."""
    corpus = Corpus(folder / "spark", folder / "run")
    pages = raw_pages()
    files: dict[str, bytes] = {}
    number = 0
    for archive in range(6):
        records = []
        for page in pages[archive::6]:
            number += 1
            compress = gzip.compress if archive % 3 else bytes
            records.append(compress(warc(page, number)))
            if archive == 0:
                records.append(compress(warc(b"gone", number, status="404 Not Found")))
        suffix = "warc.gz" if archive % 3 else "warc"
        files[f"crawl/{archive % 2}/{archive:02}.{suffix}"] = b"".join(records)
    # Breaks off within its last record.
    files["crawl/broken.warc"] = warc(GOOD, 1) + warc(GOOD, 2)[:-100]
    for archive in range(2):
        lines = [line(page, url=f"https://example.org/{archive}") for page in pages[archive::5]]
        files[f"lines/{archive}.jsonl"] = b"\n".join([*lines, b"no JSON\n", b'{"id":null}'])
    for name, data in files.items():
        for copy in (corpus.spark / name, corpus.run / name):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data)
    rows = (pages * 2)[:55]
    twins = b"".join(line(page, url="https://example.org/") for page in rows)
    (corpus.run / "rows.jsonl").write_bytes(twins)
    write_table(corpus.spark / "rows.parquet", "rows.jsonl", rows)
    return corpus


def write_table(file: Path, named_after: str, pages: list[bytes]) -> None:
    """A table with `pages`, named as `ghirbal run` would name the lines of `named_after`."""
    table = pa.table(
        {
            "id": [f"{named_after}/{number:09}" for number in range(1, len(pages) + 1)],
            "url": ["https://example.org/"] * len(pages),
            "html": pa.array(pages, pa.binary()),
            "crawler": ["passed over"] * len(pages),
        }
    )
    pq.write_table(table, file, row_group_size=1)


def make_poisoned(folder: Path) -> Corpus:
    """Pages that kill, hang and cannot be read between good ones, as WARC, lines and a table.

    With GHIRBAL_TEST_FAULT in the environment.
    """
    corpus = Corpus(folder / "spark", folder / "run")
    corpus.spark.mkdir(parents=True)
    corpus.run.mkdir()
    crash = GOOD + b"<p>GHIRBAL-FAULT-CRASH"
    hang = GOOD + b"<p>GHIRBAL-FAULT-HANG"
    large = GOOD + b"x" * LARGE
    pages = [GOOD, crash, GOOD, hang, NOISE, large, GOOD]
    archive = b"".join(gzip.compress(warc(page, n), 1) for n, page in enumerate(pages))
    bad = b'{"html":"<p>\xff"}\n{"html":"' + b"x" * HUGE + b'"}\n'
    lines = b"".join(line(page) for page in pages) + bad + line(GOOD)
    for copy in (corpus.spark, corpus.run):
        (copy / "bad.warc.gz").write_bytes(archive)
        (copy / "bad.jsonl").write_bytes(lines)
    twins = b"".join(line(page, url="https://example.org/") for page in pages)
    (corpus.run / "rows.jsonl").write_bytes(twins)
    write_table(corpus.spark / "rows.parquet", "rows.jsonl", pages)
    return corpus


POISON = {
    **{
        f"{file}/{number:09}": reason
        for file in ("bad.warc.gz", "bad.jsonl", "rows.jsonl")
        for number, reason in ((2, "crashed"), (4, "time_limit"), (6, "page_too_large"))
    },
    "bad.warc.gz/000000005": "not_text",
    "bad.jsonl/000000008": "invalid_json",
    "bad.jsonl/000000009": "line_too_long",
}
"""What fails of it, and why."""

Outcome = tuple[str, str, str | None, str | None, Any]
"""Id, status, reason, text and provenance record of a page."""


def digest(outcomes: Iterable[Outcome]) -> str:
    """A hash of `outcomes` in the order of their ids."""
    lines = sorted(json.dumps(outcome, sort_keys=True) for outcome in outcomes)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def by_run(binary: str, corpus: Corpus, config: str, *options: str) -> Iterator[Outcome]:
    """What `ghirbal run` makes of `corpus`."""
    folder = corpus.run.parent
    (folder / "pipeline.yml").write_text(f"input: run\noutput: clean\n{config}")
    done = subprocess.run(
        [binary, "run", "--quiet", *options],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert done.returncode in (0, 2), done.stderr.decode()
    clean = folder / "clean"
    lines = [json.loads(row) for row in (clean / "manifest.jsonl").read_text().splitlines()]
    pipelines = {line["identity"]: line["pipeline"] for line in lines if "pipeline" in line}
    for row in (line for line in lines if "path" in line):
        text = (clean / row["output"]).read_text() if row["output"] else None
        # A table has no manifest, so there each record says what cleaned its page, and what the
        # profile of sites says of the page's own.
        known = {"profile": row["profile"]} if "profile" in row else {}
        record = (
            json.loads((clean / row["record"]).read_text())
            | {"pipeline": pipelines[row["identity"]] | known}
            if row["record"]
            else None
        )
        yield row["path"], row["status"], row["reason"], text, record


def by_spark(output: Path) -> Iterator[Outcome]:
    """What stands in the two tables of a job that kept the records."""
    for row in pq.read_table(output / "pages").to_pylist():
        record = json.loads(row["provenance"]) if row["provenance"] else None
        yield row["id"], row["status"], row["reason"], row["text"], record
    for row in pq.read_table(output / "failures").to_pylist():
        yield row["id"], "failed", row["reason"], None, None


def hashes(output: Path) -> dict[str, str]:
    """The hash of each file."""
    return {
        str(file.relative_to(output)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in output.rglob("*")
        if file.is_file()
    }
