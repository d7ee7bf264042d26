"""The command line: `ghirbal-spark clean …`, `python -m ghirbal_spark` or spark-submit."""

from __future__ import annotations

import argparse
import json
import sys
import time

from pyspark.sql import SparkSession

from ghirbal_spark.clean import clean
from ghirbal_spark.inputs import Input, InputError, from_list, from_paths
from ghirbal_spark.job import PlanMismatchError, Run
from ghirbal_spark.learn import SITES, learn

OK, USAGE = 0, 64


def arguments() -> argparse.ArgumentParser:
    """What can be said; each job is a command."""
    parser = argparse.ArgumentParser(prog="ghirbal-spark", description="Ghirbal on Apache Spark.")
    jobs = parser.add_subparsers(dest="job", required=True, metavar="JOB")

    job = jobs.add_parser("clean", help="Clean WARC, ARC, JSON Lines and Parquet files.")
    add_common(job)
    job.add_argument("--config", help="The pipeline.yml; by default the defaults are in force.")
    job.add_argument("--format", help="The form of the clean text: text or markdown.")
    job.add_argument(
        "--provenance", action="store_true", help="Keep each page's whole provenance record."
    )
    job.add_argument(
        "--timeout", type=float, default=60.0, help="Seconds for a page of a table (60)."
    )
    job.add_argument("--profile", help="A profile of sites, which the job learn wrote.")

    job = jobs.add_parser("learn", help="Learn what sites repeat on their pages.")
    add_common(job)
    job.add_argument("--site", choices=SITES, default="host", help="What a site is (host).")
    job.add_argument("--min-pages", type=int, help="Pages that a site must have.")
    return parser


def add_common(job: argparse.ArgumentParser) -> None:
    """Adds what every job takes."""
    job.add_argument("paths", nargs="*", metavar="PATH", help="Files, folders or addresses.")
    job.add_argument(
        "--paths-from", metavar="LIST", help="A list of files, one a line; may be .gz."
    )
    job.add_argument("--base", default="", help="Written before each entry of the list.")
    job.add_argument("-o", "--output", required=True, help="The folder to write to.")
    job.add_argument("--partitions", type=int, help="How many tasks, each with its file.")
    job.add_argument("--binary", help="The ghirbal binary; by default that of the package ghirbal.")
    job.add_argument("--master", help="The master URL; by default what Spark is configured with.")


def run(spark: SparkSession, inputs: list[Input], chosen: argparse.Namespace) -> Run:
    """Runs the job that was chosen."""
    common = {"partition_count": chosen.partitions, "binary": chosen.binary}
    if chosen.job == "learn":
        return learn(
            spark, inputs, chosen.output, site=chosen.site, min_pages=chosen.min_pages, **common
        )
    return clean(
        spark,
        inputs,
        chosen.output,
        config=chosen.config,
        format=chosen.format,
        provenance=chosen.provenance,
        timeout=chosen.timeout,
        profile=chosen.profile,
        **common,
    )


def main() -> int:
    """Runs the job and prints its summary."""
    chosen = arguments().parse_args()
    inputs: list[Input] = list(from_paths(chosen.paths))
    if chosen.paths_from:
        inputs += from_list(chosen.paths_from, chosen.base)
    builder = SparkSession.Builder().appName(f"ghirbal {chosen.job}")
    if chosen.master:
        builder = builder.master(chosen.master)
    spark = builder.getOrCreate()
    start = time.monotonic()
    try:
        done = run(spark, inputs, chosen)
    except (InputError, PlanMismatchError) as error:
        sys.stderr.write(f"ghirbal-spark: {error}\n")
        return USAGE
    finally:
        spark.stop()
    told = {
        "partitions_done": done.partitions_done,
        "partitions_kept": done.partitions_kept,
        "seconds": round(time.monotonic() - start, 1),
    }
    sys.stdout.write(json.dumps({**done.summary, "run": told}, indent=1) + "\n")
    return OK


if __name__ == "__main__":
    sys.exit(main())
