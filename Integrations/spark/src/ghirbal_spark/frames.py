"""Cleaning inside somebody's own Spark program: pages of a DataFrame in, a DataFrame out."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
from ghirbal import Cleaner, Page
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from ghirbal_spark import tables
from ghirbal_spark.program import Program
from ghirbal_spark.rows import PAGES, Gathering, RowMaker


def clean_pages(
    pages: DataFrame,
    *,
    binary: str | None = None,
    config: str | None = None,
    format: str | None = None,  # noqa: A002
    provenance: bool = False,
    timeout: float | None = 60.0,
    profile: str | None = None,
) -> DataFrame:
    """A row for each of `pages`, in the columns of the job's table; failed ones among them.

    Nothing is cleaned before the result is asked for. The columns `id`, `html` (text or bytes),
    `html_base64`, `text`, `url`, `content_type` and `fetched_at` are read where they are there.

    Raises:
        InputError: where none of the columns holds pages.
    """
    wanted = tables.columns(pages.columns)
    program = Program.sent(pages.sparkSession, binary, config, profile)
    maker = RowMaker(program, provenance)

    def task(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        def given() -> Iterator[Page]:
            for batch in batches:
                yield from tables.pages_of(batch)

        rows = Gathering(PAGES)
        with Cleaner(
            program.binary(),
            program.config(),
            format=format,
            provenance=True,
            workers=1,
            timeout=timeout,
            profile=program.profile(),
        ) as cleaner:
            for document in cleaner.map(given()):
                rows.add(maker.row(document, None))
                if rows.is_enough:
                    yield rows.take()
        if rows.rows:
            yield rows.take()

    return pages.select(wanted).mapInArrow(task, from_arrow_schema(PAGES))
