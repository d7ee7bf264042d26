"""The job in one process with two threads."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from ghirbal_spark import (
    Input,
    InputError,
    PlanMismatchError,
    Run,
    clean,
    clean_pages,
    from_list,
    in_folder,
)
from ghirbal_spark.rows import METADATA
from tests import corpus
from tests.conftest import CONFIG, session
from tests.corpus import POISON, Corpus, by_run, by_spark, digest, hashes
from tests.server import Server


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    spark = session("local[2,4]")
    yield spark
    spark.stop()


@pytest.fixture(scope="module")
def cleaned(spark: SparkSession, binary: str, config: str) -> Any:
    return functools.partial(clean, spark, binary=binary, config=config, provenance=True)


@pytest.mark.parametrize("partitions", [1, 7, 64])
def test_same_hash_as_run(
    cleaned: Any, pages: Corpus, run_hash: str, output: Path, partitions: int
) -> None:
    run: Run = cleaned(in_folder(str(pages.spark)), str(output), partition_count=partitions)
    assert digest(by_spark(output)) == run_hash
    found = run.summary["pages"]
    assert found["in"] == found["ok"] + found["dropped"] + found["failed"] + found["skipped"]
    assert found["in"] == pq.read_table(output / "pages").num_rows + found["failed"]
    assert (run.partitions_done, run.partitions_kept) == (partitions, 0)


class Killer(threading.Thread):
    """Kills the Python worker of a task while it cleans."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.killed = 0
        self.wanted = True

    def run(self) -> None:
        while self.wanted and not self.killed:
            for process in filter(str.isdigit, os.listdir("/proc")):
                if self.is_cleaning(process):
                    os.kill(self.parent(process), signal.SIGKILL)
                    self.killed += 1
                    return
            time.sleep(0.01)

    def is_cleaning(self, process: str) -> bool:
        """Whether it is a `ghirbal clean` or `stream` below this process."""
        try:
            name = os.path.basename(os.readlink(f"/proc/{process}/exe"))
            if not name.startswith("ghirbal-") or "python" not in os.path.basename(
                os.readlink(f"/proc/{self.parent(process)}/exe")
            ):
                return False
            above = int(process)
            while above > 1:
                above = self.parent(above)
                if above == os.getpid():
                    return True
        except (OSError, ValueError):
            pass
        return False

    @staticmethod
    def parent(process: str | int) -> int:
        stat = Path(f"/proc/{process}/stat").read_text()
        return int(stat.rpartition(")")[2].split()[1])


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="processes are found in /proc")
def test_same_bytes_after_a_killed_task(
    spark: SparkSession, cleaned: Any, pages: Corpus, run_hash: str, output: Path
) -> None:
    killer = Killer()
    killer.start()
    spark.sparkContext.setJobGroup("killed", "one task is killed")
    cleaned(in_folder(str(pages.spark)), str(output), partition_count=7)
    killer.wanted = False
    assert killer.killed == 1
    tracker = spark.sparkContext.statusTracker()
    stages = [
        tracker.getStageInfo(stage)
        for job in tracker.getJobIdsForGroup("killed")
        for stage in getattr(tracker.getJobInfo(job), "stageIds", [])
    ]
    assert sum(stage.numFailedTasks for stage in stages if stage) == 1
    assert digest(by_spark(output)) == run_hash
    assert {name.split("/")[0] for name in hashes(output)} == {
        "pages", "failures", "_done", "_plan.json", "_summary.json",
    }  # fmt: skip


def test_restart_redoes_what_is_missing_byte_for_byte(
    cleaned: Any, pages: Corpus, output: Path
) -> None:
    inputs = list(in_folder(str(pages.spark / "crawl")))
    cleaned(inputs, str(output), partition_count=4)
    before = hashes(output)
    (output / "_done/part-00001.json").unlink()
    (output / "pages/part-00003.parquet").write_bytes(b"cut short")
    run = cleaned(inputs, str(output))
    assert (run.partitions_done, run.partitions_kept) == (2, 2)
    assert hashes(output) == before

    with pytest.raises(PlanMismatchError, match="other partitions"):
        cleaned(inputs, str(output), partition_count=8)
    with pytest.raises(PlanMismatchError, match="other pipeline_sha256"):
        cleaned(inputs, str(output), config=None)
    with pytest.raises(PlanMismatchError, match="other units"):
        cleaned(inputs[1:], str(output))
    assert hashes(output) == before


def test_poison_pages_alone_fail(cleaned: Any, binary: str, output: Path, tmp_path: Path) -> None:
    poisoned = corpus.make_poisoned(tmp_path / "poisoned")
    run: Run = cleaned(in_folder(str(poisoned.spark)), str(output), partition_count=3)
    failures = pq.read_table(output / "failures").to_pylist()
    assert {row["id"]: row["reason"] for row in failures} == POISON
    assert len(failures) == len(POISON)
    assert run.summary["pages"] == {
        "in": 24,
        "ok": 12,
        "dropped": 0,
        "failed": len(POISON),
        "skipped": 0,
    }
    assert digest(by_spark(output)) == digest(by_run(binary, poisoned, CONFIG))


def test_a_download_that_breaks_off_fails_the_job_and_a_restart_mends_it(
    cleaned: Any, pages: Corpus, output: Path, tmp_path: Path
) -> None:
    inputs = [one for one in in_folder(str(pages.spark)) if one.name.startswith("crawl/1/")]
    cleaned(inputs, str(tmp_path / "local"), partition_count=2)
    with Server(pages.spark, {inputs[-1].name}) as server:
        entries = tmp_path / "warc.paths"
        entries.write_text("".join(one.name + "\n" for one in inputs))
        remote = list(from_list(str(entries), server.base))
        with pytest.raises(Exception, match="99 bytes early"):
            cleaned(remote, str(output), partition_count=2)
        assert not (output / "_summary.json").exists()
        server.broken.clear()
        cleaned(remote, str(output))
        server.shutdown()
    assert digest(by_spark(output)) == digest(by_spark(tmp_path / "local"))


def test_rows_say_where_they_come_from(
    cleaned: Any, binary: str, pages: Corpus, output: Path
) -> None:
    one = Input("crawl/0/00.warc", str(pages.spark / "crawl/0/00.warc"))
    cleaned([one], str(output), provenance=False)
    row, dropped, *_ = pq.read_table(output / "pages").to_pylist()
    assert row["id"] == "crawl/0/00.warc/000000001"
    assert row["file"] == one.name
    assert row["url"] == "https://example.org/1"
    assert row["fetched_at"] == "2026-01-02T03:04:05Z"
    assert row["warc_record_id"] == "<urn:uuid:00000000-0000-0000-0000-000000000001>"
    assert row["source_sha256"] == hashlib.sha256(corpus.raw_pages()[0]).hexdigest()
    assert row["text_sha256"] == hashlib.sha256(row["text"].encode()).hexdigest()
    assert row["binary_sha256"] == hashlib.sha256(Path(binary).read_bytes()).hexdigest()
    assert row["pipeline_sha256"] == hashlib.sha256(CONFIG.encode()).hexdigest()
    assert row["provenance"] is None
    assert (dropped["status"], dropped["reason"]) == ("skipped", "http_status")
    assert dropped["binary_sha256"] == row["binary_sha256"]


def test_pages_of_a_data_frame(
    spark: SparkSession, binary: str, config: str, pages: Corpus
) -> None:
    frame = spark.read.parquet(str(pages.spark / "rows.parquet"))
    rows = clean_pages(frame, binary=binary, config=config).collect()
    lines = by_run(binary, pages, CONFIG)
    expected = {name: text for name, _, _, text, _ in lines if name.startswith("rows.")}
    assert {row.id: row.text for row in rows} == expected
    with pytest.raises(InputError, match="no column is named html"):
        clean_pages(frame.select("id"))


def test_what_cannot_be_read_is_said_before_anything_starts(
    cleaned: Any, output: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text("<p>")
    table = tmp_path / "no.parquet"
    table.write_text("PAR1")
    for inputs, problem in (
        ([], "there is no input"),
        ([Input("page.html", str(tmp_path / "page.html"))], "ends in none of"),
        ([Input("a.warc", "a.warc"), Input("a.warc", "b.warc")], "two files are named a.warc"),
        ([Input("a.warc", str(tmp_path / "a.warc"))], "No such file"),
        ([Input("no.parquet", str(table))], "no.parquet"),
    ):
        with pytest.raises(InputError, match=problem):
            cleaned(inputs, str(output))
    assert not output.exists()


def test_columns_are_those_of_the_schema() -> None:
    schema = json.loads((corpus.ROOT / "docs/schema/provenance.schema.json").read_text())
    assert [field.name for field in METADATA] == list(
        schema["properties"]["document"]["properties"]
    )
