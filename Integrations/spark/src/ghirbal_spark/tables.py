"""The pages of a Parquet table: a page a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.parquet
from ghirbal import Page

from ghirbal_spark import storage
from ghirbal_spark.inputs import InputError
from ghirbal_spark.plan import Unit

CONTENT = ("html", "html_base64", "text")
MEMBERS = (*CONTENT, "url", "content_type", "fetched_at")
"""The columns that are looked at, as `ghirbal stream` names them; `html` may be text or bytes."""

ROWS_AT_ONCE = 16
PIECE = 1 << 20


def columns(names: Iterable[str]) -> list[str]:
    """Those of `names` that are read.

    Raises:
        InputError: where none of them holds pages.
    """
    found = [name for name in names if name == "id" or name in MEMBERS]
    if not any(name in CONTENT for name in found):
        raise InputError(f"no column is named {', '.join(CONTENT)}")
    return found


def pages_of(batch: pa.RecordBatch) -> Iterator[Page]:
    """The pages of a batch; its other columns are passed over."""
    wanted = columns(batch.schema.names)
    for row in batch.select(wanted).to_pylist():
        yield page_of(row)


def page_of(row: dict[str, Any]) -> Page:
    """The page of a row.

    An id that is neither text nor a whole number is taken as its text. A row without content is a
    page that fails.
    """
    name = row.pop("id", None)
    fetched = row.get("fetched_at")
    if fetched is not None and not isinstance(fetched, str):
        row["fetched_at"] = fetched.isoformat()
    return Page(id=None if name is None else str(name), **row)


def pages(unit: Unit) -> Iterator[Page]:
    """The pages of a row group; one without id is named by the number of its row.

    Raises:
        InputError: where the table has no pages.
    """
    with storage.seeking(unit.input.uri) as file:
        # Unbuffered, a whole column of the row group would be in memory.
        table = pyarrow.parquet.ParquetFile(file, pre_buffer=False, buffer_size=PIECE)
        number = unit.first_row
        batches = table.iter_batches(
            batch_size=ROWS_AT_ONCE,
            row_groups=[unit.row_group],
            columns=columns(table.schema_arrow.names),
            use_threads=False,
        )
        for batch in batches:
            for page in pages_of(batch):
                number += 1
                yield page if page.id is not None else _numbered(page, unit, number)


def _numbered(page: Page, unit: Unit, number: int) -> Page:
    return replace(page, id=f"{unit.input.name}/{number:09}")
