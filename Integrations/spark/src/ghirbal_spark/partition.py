"""One partition: its pages cleaned, its two files written, and a marker that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet
from ghirbal import Cleaner, Document

from ghirbal_spark import archives, tables
from ghirbal_spark.inputs import Kind
from ghirbal_spark.job import Job
from ghirbal_spark.plan import Unit
from ghirbal_spark.program import Program
from ghirbal_spark.rows import FAILURES, PAGES, REPEATED, Gathering, RowMaker
from ghirbal_spark.storage import Folder, HashingSink

PAGES_FOLDER, FAILURES_FOLDER = "pages", "failures"


class ReconciliationError(RuntimeError):
    """The counts of pages do not agree: something was lost, or came twice."""


@dataclass(frozen=True, slots=True)
class CleanPartition:
    """What all partitions of a job have in common."""

    job: Job
    program: Program
    format: str | None
    keeps_provenance: bool
    timeout: float | None
    jobs: int

    def __call__(self, number: int, units: Sequence[Unit]) -> dict[str, Any]:
        """The marker of a partition, which is cleaned now unless it was before."""
        return self.job.marker(number, lambda folder, name: self._cleaned(folder, name, units))

    def _cleaned(self, folder: Folder, name: str, units: Sequence[Unit]) -> dict[str, Any]:
        """Cleans and writes; the counts and files of the marker."""
        maker = RowMaker(self.program, self.keeps_provenance)
        counts: Counter[str] = Counter()
        reasons: Counter[str] = Counter()
        pages_in = source_bytes = text_bytes = 0
        with ExitStack() as stack:
            files = {
                folder_name: TableFile(folder, f"{folder_name}/{name}.parquet", schema, stack)
                for folder_name, schema in ((PAGES_FOLDER, PAGES), (FAILURES_FOLDER, FAILURES))
            }
            cleaner = stack.enter_context(self._cleaner())
            for unit in units:
                answered = 0
                for document in self._documents(unit, cleaner):
                    row = maker.row(document, unit.input.name)
                    answered += 1
                    counts[document.status] += 1
                    if document.reason:
                        reasons[document.reason] += 1
                    source_bytes += row.get("source_bytes") or 0
                    text_bytes += len((document.text or "").encode())
                    failed = document.status == "failed"
                    files[FAILURES_FOLDER if failed else PAGES_FOLDER].add(row)
                # Of a table the driver knows from its footer how many pages go in; of an archive
                # they are what the binary found in it.
                expected = answered if unit.row_count is None else unit.row_count
                if answered != expected:
                    raise ReconciliationError(
                        f"{unit.input.uri}: {expected} pages, and {answered} answers"
                    )
                pages_in += expected
        written = {file.name: file.description(folder) for file in files.values()}
        result = {
            "pages": {
                "in": pages_in, "ok": counts["ok"], "dropped": counts["dropped"],
                "failed": counts["failed"], "skipped": counts["skipped"],
            },
            "reasons": dict(sorted(reasons.items())),
            "source_bytes": source_bytes,
            "text_bytes": text_bytes,
            "files": written,
        }  # fmt: skip
        reconcile(result)
        return result

    def _cleaner(self) -> Cleaner:
        """The cleaner of this task; it starts its worker with the first page."""
        return Cleaner(
            self.program.binary(),
            self.program.config(),
            format=self.format,
            provenance=True,
            workers=1,
            threads=self.jobs,
            timeout=self.timeout,
            profile=self.program.profile(),
        )

    def _documents(self, unit: Unit, cleaner: Cleaner) -> Iterator[Document]:
        if unit.input.kind is Kind.TABLE:
            return cleaner.map(tables.pages(unit))
        options = ["--format", self.format] if self.format else []
        if profile := self.program.profile():
            options += ["--profile", profile]
        return archives.documents(
            unit.input,
            binary=self.program.binary(),
            config=self.program.config(),
            options=options,
            jobs=self.jobs,
        )


def reconcile(result: dict[str, Any]) -> None:
    """Makes sure that no page of a partition, or of a whole job, is lost.

    Raises:
        ReconciliationError: where one is.
    """
    pages = result["pages"]
    rows: Counter[str] = Counter()
    for name, file in result["files"].items():
        rows[name.split("/")[0]] += file["rows"]
    kept = pages["ok"] + pages["dropped"] + pages["skipped"]
    found = kept + pages["failed"]
    if (
        pages["in"] != found
        or rows[PAGES_FOLDER] != kept
        or rows[FAILURES_FOLDER] != pages["failed"]
    ):
        raise ReconciliationError(f"pages {pages}, rows in the files {dict(rows)}")


class TableFile:
    """A Parquet file that is being written; the same rows give the same bytes."""

    def __init__(self, folder: Folder, name: str, schema: pa.Schema, stack: ExitStack) -> None:
        """Starts the file, which is there under its name when `stack` ends well."""
        self.name = name
        self.gathering = Gathering(schema)
        self.sink = HashingSink(stack.enter_context(folder.appearing(name)))
        self.writer = pa.parquet.ParquetWriter(
            self.sink,
            schema,
            version="2.6",
            compression="zstd",
            compression_level=3,
            use_dictionary=[column for column in REPEATED if column in schema.names],
        )
        stack.push(self._end)

    def add(self, row: dict[str, Any]) -> None:
        """Takes a row; rows are written in groups."""
        self.gathering.add(row)
        if self.gathering.is_enough:
            self.writer.write_batch(self.gathering.take())

    def _end(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None and self.gathering.rows:
            self.writer.write_batch(self.gathering.take())
        self.writer.close()

    def description(self, folder: Folder) -> dict[str, Any]:
        """What the marker says of it, its rows counted in the file itself."""
        with folder.open(self.name) as file:
            footer = pa.parquet.read_metadata(file)
        return {"rows": footer.num_rows, **self.sink.description}
