"""The tables that come out: what a document is as a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from ghirbal import Document

from ghirbal_spark.program import Program

TEXTS = pa.list_(pa.string())

METADATA = pa.struct(
    [
        ("title", pa.string()),
        ("authors", TEXTS),
        ("published", pa.string()),
        ("modified", pa.string()),
        ("site_name", pa.string()),
        ("publisher", pa.string()),
        ("categories", TEXTS),
        ("tags", TEXTS),
        ("canonical_url", pa.string()),
        ("hostname", pa.string()),
        ("description", pa.string()),
        ("image", pa.string()),
        ("license", pa.string()),
        ("dateline", pa.string()),
        ("source", pa.string()),
        ("source_url", pa.string()),
        ("language", pa.string()),
        ("direction", pa.string()),
        ("word_count", pa.int64()),
    ]
)
"""The fields of a document, in the order of docs/schema/provenance.schema.json."""

PROGRAM = [(name, pa.string()) for name in ("binary_sha256", "pipeline_sha256", "profile_sha256")]

PAGES = pa.schema(
    [
        # What the page is.
        ("id", pa.string()),
        ("file", pa.string()),
        ("url", pa.string()),
        ("fetched_at", pa.string()),
        ("media_type", pa.string()),
        ("warc_record_id", pa.string()),
        # What became of it.
        ("status", pa.string()),
        ("reason", pa.string()),
        ("detail", pa.string()),
        ("text", pa.string()),
        ("document", METADATA),
        # Where it comes from and by what.
        ("flags", TEXTS),
        ("edits", pa.int32()),
        ("source_sha256", pa.string()),
        ("source_bytes", pa.int64()),
        ("source_encoding", pa.string()),
        ("text_sha256", pa.string()),
        ("ghirbal", pa.string()),
        ("libxml2", pa.string()),
        ("config_sha256", pa.string()),
        ("rules_sha256", pa.string()),
        ("model_sha256", pa.string()),
        ("provenance", pa.string()),
        *PROGRAM,
    ]
)
"""Pages that are `ok`, `dropped` or `skipped`; `provenance` is the whole record, if asked for."""

FAILURES = pa.schema(
    [
        ("id", pa.string()),
        ("file", pa.string()),
        ("reason", pa.string()),
        ("detail", pa.string()),
        *PROGRAM,
    ]
)
"""Pages that could not be read."""

REPEATED = [
    "file", "media_type", "status", "reason", "source_encoding", "ghirbal", "libxml2",
    "config_sha256", "rules_sha256", "model_sha256", "binary_sha256", "pipeline_sha256",
    "profile_sha256",
]  # fmt: skip
"""Columns of few values, which are written as numbers of a dictionary."""


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Makes rows of documents."""

    program: Program
    keeps_provenance: bool

    def row(self, document: Document, file: str | None) -> dict[str, Any]:
        """The row of a document, with the columns of both tables."""
        row: dict[str, Any] = {
            "id": document.id,
            "file": file,
            "status": document.status,
            "reason": document.reason,
            "detail": document.detail,
            "text": document.text,
            "document": document.metadata or None,
            **self.program.hashes,
        }
        if record := document.provenance:
            source, pipeline = record["source"], record["pipeline"]
            row |= {
                "url": source["url"],
                "fetched_at": source.get("fetched_at"),
                "media_type": source.get("media_type"),
                "warc_record_id": source.get("warc_record_id"),
                "flags": record["flags"],
                "edits": len(record["edits"]),
                "source_sha256": source["sha256"],
                "source_bytes": source["bytes"],
                "source_encoding": source["encoding"],
                "text_sha256": record["output"] and record["output"]["sha256"],
                "ghirbal": pipeline["ghirbal"],
                "libxml2": pipeline["libxml2"],
                "config_sha256": pipeline["config_sha256"],
                "rules_sha256": pipeline["rules_sha256"],
                "model_sha256": pipeline["model_sha256"],
                "provenance": document.provenance_json if self.keeps_provenance else None,
            }
        return row


class Gathering:
    """Rows until there are enough of them to be handed on together.

    What is enough is counted by rows and letters alone, so that the same rows part at the same
    places.
    """

    ROWS = 10_000
    LETTERS = 1 << 24

    def __init__(self, schema: pa.Schema) -> None:
        """Has no rows yet."""
        self.schema = schema
        self.rows: list[dict[str, Any]] = []
        self.letters = 0

    def add(self, row: dict[str, Any]) -> None:
        """Takes a row; columns that the table does not have are left out."""
        self.rows.append(row)
        self.letters += len(row.get("text") or "") + len(row.get("provenance") or "")

    @property
    def is_enough(self) -> bool:
        """Whether the rows should be taken."""
        return len(self.rows) >= self.ROWS or self.letters >= self.LETTERS

    def take(self) -> pa.RecordBatch:
        """The rows, which are gone from here then."""
        batch = pa.RecordBatch.from_pylist(self.rows, schema=self.schema)
        self.rows = []
        self.letters = 0
        return batch
