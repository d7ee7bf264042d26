"""The job `learn`: files with pages in, one profile of their sites out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import ghirbal
from pyspark.sql import SparkSession

from ghirbal_spark import parts
from ghirbal_spark.inputs import Input, InputError, checked
from ghirbal_spark.job import Job, Run, earlier_plan, plan_of
from ghirbal_spark.plan import partitions, units, usual_count
from ghirbal_spark.profiles import PARTIALS_FOLDER, UNIONS_FOLDER, LearnPartition, Union
from ghirbal_spark.program import Program
from ghirbal_spark.storage import Folder

PROFILE = "sites.ghirbal"
SITES = ("host", "domain", "path:1", "path:2", "path:3")
"""What can be a site: the pages of an archive are told by their URLs, they have no folder."""


def learn(
    spark: SparkSession,
    inputs: Iterable[Input],
    output: str,
    *,
    site: str = "host",
    min_pages: int | None = None,
    partition_count: int | None = None,
    binary: str | None = None,
) -> Run:
    """Learns what the sites of `inputs` repeat on their pages; `output` has `sites.ghirbal` then.

    The profile is that of `ghirbal learn` over the same pages, byte for byte, for any number of
    partitions. A job that is started again keeps the partitions that are done, also for other
    `min_pages`, which count at the end only, and the lines `keep` of the profile that lies there.

    Args:
        spark: The session.
        inputs: Files with pages; see `in_folder`, `from_paths` and `from_list`.
        output: A folder that all executors can write to, a path or an address.
        site: `host` of the URL, or its registered `domain`.
        min_pages: Different pages that a site has at least, 2 or more; by default 5.
        partition_count: Into how many tasks the work is cut; as for `clean`.
        binary: The path of the binary; by default that of the package `ghirbal`.

    Raises:
        InputError: where there is no input, or some that cannot be read, or `site` is no such word.
        PlanMismatchError: where `output` holds the results of another input, binary or site.
    """
    if site not in SITES:
        raise InputError(f"a site is one of {', '.join(SITES)}, not {site}")
    found = units(checked(inputs))
    if not found:
        raise InputError("the tables have no rows")
    count: int = (
        partition_count
        or earlier_plan(output).get("partitions")
        or usual_count(found, spark.sparkContext.defaultParallelism)
    )
    program = Program.sent(spark, binary)
    plan = plan_of("learn", found, count, program, site=site)
    job = Job.begun(output, plan, [PARTIALS_FOLDER, UNIONS_FOLDER])
    work = LearnPartition(job, program, site, parts.cores_of_a_task(spark))
    markers = parts.run(spark, [part for part in partitions(found, count) if part], work)
    whole = union(spark, [name for marker in markers for name in marker["files"]], output, program)
    profile = _frozen(output, whole, min_pages, program)
    Folder(output).remove(UNIONS_FOLDER)
    summary = {
        "schema": "ghirbal/spark-summary/1",
        **{key: plan[key] for key in ("job", "partitions", "site")},
        "min_pages": min_pages,
        "binary_sha256": program.binary_sha256,
        "input_files": len({unit.input for unit in found}),
        "profile": profile,
    }
    return job.finished(summary, markers)


def union(spark: SparkSession, names: Sequence[str], output: str, program: Program) -> str:
    """The name of the union of the partials `names`, two of which are joined at a time."""
    # As many levels as halvings, so that no task joins more than two or three files one by one,
    # which would read the first of them again and again. The driver joins the last few.
    levels = len(names).bit_length()
    files = spark.sparkContext.parallelize(names, len(names))
    return files.treeReduce(Union(output, program), depth=levels)


def _frozen(output: str, whole: str, min_pages: int | None, program: Program) -> dict[str, Any]:
    """Freezes the partial `whole` into the profile; its bytes and hash."""
    folder = Folder(output)
    with (
        folder.at_hand(whole) as path,
        tempfile.TemporaryDirectory(prefix="ghirbal-") as scratch,
    ):
        profile = f"{scratch}/{PROFILE}"
        if earlier := folder.read(PROFILE):
            Path(profile).write_bytes(earlier)
        ghirbal.merge_profiles([path], profile, min_pages=min_pages, binary=program.binary())
        return folder.store(PROFILE, profile)
