"""The job `learn`, and `clean` with the profile that comes of it."""

from __future__ import annotations

import functools
import hashlib
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from ghirbal_spark import (
    InputError,
    PlanMismatchError,
    Run,
    clean,
    clean_pages,
    from_list,
    in_folder,
    learn,
)
from ghirbal_spark.learn import union
from ghirbal_spark.program import Program
from tests import sites
from tests.conftest import CONFIG, session
from tests.corpus import Corpus, by_run, by_spark, digest, hashes
from tests.server import Server


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    spark = session("local[2,4]")
    yield spark
    spark.stop()


@pytest.fixture(scope="module")
def learnt(spark: SparkSession, binary: str) -> Any:
    return functools.partial(learn, spark, binary=binary)


@pytest.fixture(scope="module")
def dealt(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return sites.deal(tmp_path_factory.mktemp("sites"), 0)


def by_command(binary: str, *arguments: str) -> bytes:
    """What `ghirbal learn` writes."""
    command = [binary, "learn", "-o", "-", *arguments]
    return subprocess.run(command, check=True, capture_output=True, timeout=600).stdout


@pytest.fixture(scope="module")
def profile(binary: str, dealt: Corpus, tmp_path_factory: Any) -> Path:
    """The profile of `ghirbal learn` over the pages in their order."""
    file: Path = tmp_path_factory.mktemp("profile") / "sites.ghirbal"
    file.write_bytes(by_command(binary, str(dealt.run)))
    return file


@pytest.mark.parametrize("partitions", [1, 2, 7])
def test_same_bytes_as_learn(
    learnt: Any, profile: Path, output: Path, tmp_path: Path, partitions: int
) -> None:
    pages = sites.deal(tmp_path, seed=partitions).spark
    run: Run = learnt(in_folder(str(pages)), str(output), partition_count=partitions)
    assert (output / "sites.ghirbal").read_bytes() == profile.read_bytes()
    assert run.summary["profile"] == {
        "bytes": profile.stat().st_size,
        "sha256": hashlib.sha256(profile.read_bytes()).hexdigest(),
    }
    assert (run.partitions_done, run.partitions_kept) == (partitions, 0)
    assert {name.split("/")[0] for name in hashes(output)} == {
        "sites.ghirbal", "_partials", "_done", "_plan.json", "_summary.json",
    }  # fmt: skip


def test_same_bytes_with_broken_archives_and_lines_that_are_no_pages(
    learnt: Any, binary: str, pages: Corpus, output: Path
) -> None:
    learnt(in_folder(str(pages.spark)), str(output), site="domain", partition_count=5)
    expected = by_command(binary, "--site", "domain", str(pages.run))
    assert b"site\texample.org\t" in expected
    assert (output / "sites.ghirbal").read_bytes() == expected


def test_a_union_is_the_same_in_any_order(
    spark: SparkSession, learnt: Any, binary: str, dealt: Corpus, output: Path
) -> None:
    learnt(in_folder(str(dealt.spark)), str(output), partition_count=5)
    program = Program.sent(spark, binary)
    names = [f"_partials/part-{number:05}.part" for number in range(5)]
    unions = set()
    for seed in range(3):
        random.Random(seed).shuffle(names)
        (output / "_unions").mkdir(exist_ok=True)
        unions.add((output / union(spark, names, str(output), program)).read_bytes())
    assert len(unions) == 1


def test_restart_learns_what_is_missing(
    learnt: Any, binary: str, dealt: Corpus, output: Path
) -> None:
    inputs = list(in_folder(str(dealt.spark)))
    learnt(inputs, str(output), partition_count=4)
    before = hashes(output)
    (output / "_done/part-00001.json").unlink()
    (output / "_partials/part-00003.part").write_bytes(b"cut short")
    run: Run = learnt(inputs, str(output))
    assert (run.partitions_done, run.partitions_kept) == (2, 2)
    assert hashes(output) == before

    with pytest.raises(PlanMismatchError, match="other site"):
        learnt(inputs, str(output), site="domain")
    with pytest.raises(PlanMismatchError, match="other units"):
        learnt(inputs[1:], str(output))
    with pytest.raises(PlanMismatchError, match="other job"):
        clean(learnt.args[0], inputs, str(output), binary=binary)
    with pytest.raises(InputError, match="host, domain, path:1, path:2, path:3, not folder"):
        learnt(inputs, str(output), site="folder")
    assert hashes(output) == before

    profile = output / "sites.ghirbal"
    site = "site\tharbour.example"
    lines = profile.read_text().splitlines()
    place = next(place for place, line in enumerate(lines) if line.startswith(site)) + 1
    lines.insert(place, f"keep\t{sites.slogan('harbour.example')}")
    profile.write_text("\n".join(lines) + "\n")
    learnt(inputs, str(output))
    assert profile.read_text() == "\n".join(lines) + "\n"
    profile.unlink()

    run = learnt(inputs, str(output), min_pages=sites.PAGES + 1)
    assert run.partitions_kept == 4
    expected = by_command(binary, "--min-pages", str(sites.PAGES + 1), str(dealt.run))
    assert (output / "sites.ghirbal").read_bytes() == expected
    assert hashes(output)["sites.ghirbal"] != before["sites.ghirbal"]


def test_archives_by_http(learnt: Any, dealt: Corpus, output: Path, tmp_path: Path) -> None:
    inputs = [one for one in in_folder(str(dealt.spark)) if one.name.endswith(".gz")]
    learnt(inputs, str(tmp_path / "local"))
    entries = tmp_path / "warc.paths"
    entries.write_text("".join(one.name + "\n" for one in inputs))
    with Server(dealt.spark, {inputs[-1].name}) as server:
        remote = list(from_list(str(entries), server.base))
        with pytest.raises(Exception, match="99 bytes early"):
            learnt(remote, str(output))
        assert not (output / "sites.ghirbal").exists()
        server.broken.clear()
        learnt(remote, str(output))
        server.shutdown()
    name = "sites.ghirbal"
    assert (output / name).read_bytes() == (tmp_path / "local" / name).read_bytes()


def test_clean_with_a_profile_is_run_with_it(
    spark: SparkSession, binary: str, config: str, dealt: Corpus, profile: Path, output: Path
) -> None:
    inputs = list(in_folder(str(dealt.spark)))
    cleaned = functools.partial(
        clean, spark, inputs, binary=binary, config=config, provenance=True, partition_count=3
    )
    cleaned(str(output), profile=str(profile))
    given = list(by_run(binary, dealt, CONFIG, "--profile", str(profile)))
    assert digest(by_spark(output)) == digest(given)
    rows = pq.read_table(output / "pages").to_pylist()
    assert len(rows) == len(sites.HOSTS) * sites.PAGES
    assert not [row["id"] for row in rows if "read the water" in row["text"]]
    sha256 = hashlib.sha256(profile.read_bytes()).hexdigest()
    assert {row["profile_sha256"] for row in rows} == {sha256}

    bare = output.with_name("bare")
    cleaned(str(bare))
    texts = pq.read_table(bare / "pages").column("text").to_pylist()
    assert all("read the water" in text for text in texts)
    with pytest.raises(PlanMismatchError, match="other profile_sha256"):
        cleaned(str(output))

    frame = spark.read.parquet(str(dealt.spark / "rows.parquet"))
    found = clean_pages(frame, binary=binary, config=config, profile=str(profile)).collect()
    expected = {name: text for name, _, _, text, _ in given if name.startswith("rows.")}
    assert {row.id: row.text for row in found} == expected
