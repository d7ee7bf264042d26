"""Times the job `clean` on local[2] beside the bare binary on two threads, on the same pages.

    python bench/throughput.py --binary GHIRBAL --pages FOLDER [--megabytes 200] [--runs 3]

FOLDER holds HTML pages, which are written into four WARC files until they hold so many megabytes,
and once more into a Parquet file of four row groups. The session is started first and cleans one
small archive, so that Spark's start is not in the figures of the jobs; it is given apart. Then
binary and jobs run in turn. Medians of wall time and of the processor time of all processes count
(Linux only). The binary writes lines of JSON to nowhere, the jobs write their tables.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import SparkSession

from ghirbal_spark import clean, from_paths

FILES = 4


def main() -> None:
    """Writes the input, runs binary and jobs in turn and prints a line for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        megabytes = write(folder, Path(chosen.pages), chosen.megabytes * 1_000_000) / 1e6
        (folder / "small").mkdir()
        write(folder / "small", Path(chosen.pages), 1_000_000)
        archives = sorted(str(file) for file in folder.glob("*.warc.gz"))
        stored = sum(os.path.getsize(file) for file in archives) / 1e6
        print(f"{megabytes:.0f} MB of HTML, {stored:.1f} MB as WARC.gz")

        def bare() -> None:
            command = [chosen.binary, "clean", "-j2", "--to", "jsonl", "--config", os.devnull]
            subprocess.run([*command, *archives], stdout=subprocess.DEVNULL, check=True)

        def job(*paths: str) -> None:
            output = tempfile.mkdtemp(dir=folder)
            inputs = from_paths(paths)
            clean(spark, inputs, output, binary=chosen.binary, partition_count=FILES)

        start = time.monotonic()
        spark = SparkSession.Builder().master("local[2]").getOrCreate()
        job(str(folder / "small/0.warc.gz"), str(folder / "small/pages.parquet"))
        print(f"Spark's start and a first job: {time.monotonic() - start:.1f} s")
        works: dict[str, Callable[[], None]] = {
            "ghirbal clean -j2, WARC": bare,
            "Spark local[2], WARC": lambda: job(*archives),
            "Spark local[2], Parquet": lambda: job(str(folder / "pages.parquet")),
        }
        figures: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
        for _ in range(chosen.runs):
            for name, work in works.items():
                figures[name].append(timed(work))
        for name, runs in figures.items():
            wall, processor = (statistics.median(column) for column in zip(*runs, strict=True))
            walls = [round(run[0], 1) for run in runs]
            print(f"{name:24} {wall:6.1f} s, {processor:6.1f} s of processor, all walls {walls}")


def write(folder: Path, pages: Path, byte_count: int) -> int:
    """Writes the pages into archives and a table; how many bytes of HTML they hold."""
    archives = [open(folder / f"{number}.warc.gz", "wb") for number in range(FILES)]  # noqa: SIM115
    rows = []
    written = 0
    for number, file in enumerate(cycle(sorted(pages.glob("*.html")))):
        page = file.read_bytes()
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        header = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
            f"WARC-Target-URI: https://example.org/{number}\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        archives[number % FILES].write(gzip.compress(header.encode() + block + b"\r\n\r\n", 6))
        rows.append({"id": str(number), "html": page})
        written += len(page)
        if written >= byte_count:
            break
    for archive in archives:
        archive.close()
    table = pa.Table.from_pylist(rows)
    pq.write_table(table, folder / "pages.parquet", row_group_size=-(-len(rows) // FILES))
    return written


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Wall and processor seconds of `work`."""
    start, before = time.monotonic(), processor_seconds()
    work()
    return time.monotonic() - start, processor_seconds() - before


def processor_seconds() -> float:
    """What this process and all below it have used so far, those that have ended included."""
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(name)] = int(fields[1])
        ticks[int(name)] = sum(int(field) for field in fields[11:15])
    total = 0
    for process, used in ticks.items():
        above = process
        while above > 1 and above != os.getpid():
            above = parents.get(above, 0)
        total += used if above == os.getpid() else 0
    return total / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
