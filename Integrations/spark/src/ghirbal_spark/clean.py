"""The job `clean`: files with pages in, two Parquet tables and a summary out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pyarrow as pa
from pyspark.sql import SparkSession

from ghirbal_spark import parts
from ghirbal_spark.inputs import Input, InputError, checked
from ghirbal_spark.job import Job, Run, earlier_plan, plan_of
from ghirbal_spark.partition import FAILURES_FOLDER, PAGES_FOLDER, CleanPartition, reconcile
from ghirbal_spark.plan import Unit, partitions, units, usual_count
from ghirbal_spark.program import Program


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
    profile: str | None = None,
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
        profile: The path of a profile of sites; see `learn`.

    Raises:
        InputError: where there is no input, or some that cannot be read.
        PlanMismatchError: where `output` holds the results of another input or configuration.
        ReconciliationError: where a page was lost.
    """
    found = units(checked(inputs))
    count: int = (
        partition_count
        or earlier_plan(output).get("partitions")
        or usual_count(found, spark.sparkContext.defaultParallelism)
    )
    program = Program.sent(spark, binary, config, profile)
    plan = plan_of(
        "clean", found, count, program, format=format, provenance=provenance, pyarrow=pa.__version__
    )
    job = Job.begun(output, plan, [PAGES_FOLDER, FAILURES_FOLDER])
    work = CleanPartition(
        job=job,
        program=program,
        format=format,
        keeps_provenance=provenance,
        timeout=timeout,
        jobs=parts.cores_of_a_task(spark),
    )
    markers = parts.run(spark, partitions(found, count), work)
    return job.finished(_summary(plan, found, markers), markers)


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
            for key in (
                "job",
                "partitions",
                "binary_sha256",
                "pipeline_sha256",
                "profile_sha256",
                "pyarrow",
            )
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
