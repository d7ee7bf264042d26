"""The job `clean`: files with pages in, two Parquet tables and a summary out."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

import pyarrow as pa
from pyspark.sql import SparkSession

from ghirbal_spark import parts, storage
from ghirbal_spark.inputs import Input, InputError, checked
from ghirbal_spark.partition import (
    DONE_FOLDER,
    FAILURES_FOLDER,
    PAGES_FOLDER,
    CleanPartition,
    reconcile,
)
from ghirbal_spark.plan import Unit, partitions, units
from ghirbal_spark.program import Program
from ghirbal_spark.storage import Folder

VERSION = "0.1.0"
PLAN, SUMMARY = "_plan.json", "_summary.json"
PARTITION_BYTES = 1 << 30
TASKS_PER_CORE = 4


class PlanMismatchError(ValueError):
    """The output folder is that of another job; nothing was started."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a job has to say at its end."""

    summary: dict[str, Any]
    """What stands in `_summary.json`; the same however often the job was started again."""
    partitions_done: int
    """How many partitions this run cleaned."""
    partitions_kept: int
    """How many an earlier run had."""


def clean(
    spark: SparkSession,
    inputs: Iterable[Input],
    output: str,
    *,
    partition_count: int | None = None,
    binary: str | None = None,
    config: str | None = None,
    format: str | None = None,  # noqa: A002
    provenance: bool = False,
    timeout: float | None = 60.0,
) -> Run:
    """Cleans the pages of `inputs` into `output`, and goes on where an earlier run was.

    Args:
        spark: The session.
        inputs: Files with pages; see `in_folder`, `from_paths` and `from_list`.
        output: A folder that all executors can write to, a path or an address.
        partition_count: Into how many tasks and files the work is cut; by default about 1 GiB or
            one remote file each, or what an earlier run of this job had.
        binary: The path of the binary; by default that of the package `ghirbal`.
        config: The path of a pipeline.yml; by default the defaults.
        format: `text` or `markdown`; by default what the configuration says.
        provenance: Whether the whole provenance record of each page is kept, as a column.
        timeout: Seconds without an answer after which the worker of a table's pages is given up.

    Raises:
        InputError: where there is no input, or some that cannot be read.
        PlanMismatchError: where `output` holds the results of another input or configuration.
        ReconciliationError: where a page was lost.
    """
    found = units(checked(inputs))
    folder = Folder(output)
    earlier = json.loads(folder.read(PLAN) or b"{}")
    count: int = (
        partition_count
        or earlier.get("partitions")
        or _partition_count(found, spark.sparkContext.defaultParallelism)
    )
    program = Program.sent(spark, binary, config)
    plan = {
        "schema": "ghirbal/spark-plan/1",
        "job": "clean",
        "partitions": count,
        "format": format,
        "provenance": provenance,
        "binary_sha256": program.binary_sha256,
        "pipeline_sha256": program.pipeline_sha256,
        # They decide over the bytes of the files.
        "ghirbal_spark": VERSION,
        "pyarrow": pa.__version__,
        "units": [unit.line for unit in found],
    }
    if earlier and earlier != plan:
        differing = ", ".join(key for key in plan if earlier.get(key) != plan[key])
        raise PlanMismatchError(
            f"{output} holds the results of a job with other {differing}; take another folder"
        )
    plan_bytes = json.dumps(plan, indent=1).encode()
    folder.create(PAGES_FOLDER, FAILURES_FOLDER, DONE_FOLDER)
    if not earlier:
        folder.write(PLAN, plan_bytes)
    work = CleanPartition(
        program=program,
        output=output,
        plan_sha256=hashlib.sha256(plan_bytes).hexdigest(),
        format=format,
        keeps_provenance=provenance,
        timeout=timeout,
        jobs=int(spark.sparkContext.getConf().get("spark.task.cpus", "1")),
    )
    markers = parts.run(spark, partitions(found, count), work)
    summary = _summary(plan, found, markers)
    folder.write(SUMMARY, json.dumps(summary, indent=1).encode())
    kept = sum(marker["was_done"] for marker in markers)
    return Run(summary, len(markers) - kept, kept)


def _partition_count(found: list[Unit], cores: int) -> int:
    if any(storage.is_remote(unit.input.uri) for unit in found):
        return len(found)
    total = sum(unit.size for unit in found)
    return max(1, min(len(found), max(ceil(total / PARTITION_BYTES), TASKS_PER_CORE * cores)))


def _summary(
    plan: dict[str, Any], found: list[Unit], markers: list[dict[str, Any]]
) -> dict[str, Any]:
    """The sums over all partitions, which agree with each other."""
    pages: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    files: dict[str, dict[str, Any]] = {}
    for marker in markers:
        pages.update(marker["pages"])
        reasons.update(marker["reasons"])
        files.update(marker["files"])
    summary = {
        "schema": "ghirbal/spark-summary/1",
        **{
            key: plan[key]
            for key in ("job", "partitions", "binary_sha256", "pipeline_sha256", "pyarrow")
        },
        "input_files": len({unit.input for unit in found}),
        "pages": {key: pages[key] for key in ("in", "ok", "dropped", "failed", "skipped")},
        "reasons": dict(sorted(reasons.items())),
        "source_bytes": sum(marker["source_bytes"] for marker in markers),
        "text_bytes": sum(marker["text_bytes"] for marker in markers),
        "output_bytes": sum(file["bytes"] for file in files.values()),
    }
    reconcile({**summary, "files": files})
    known = [unit.row_count for unit in found]
    if None not in known and sum(count or 0 for count in known) != pages["in"]:
        raise InputError("the tables have changed while the job ran")
    return summary
