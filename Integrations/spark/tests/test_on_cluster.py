"""Two executors in processes of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from ghirbal_spark import clean, in_folder, learn
from tests import sites
from tests.conftest import session
from tests.corpus import Corpus, by_spark, digest


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    spark = session("local-cluster[2,1,1024]")
    yield spark
    spark.stop()


@pytest.mark.parametrize("partitions", [1, 7, 64])
def test_same_hash_as_run(
    spark: SparkSession,
    binary: str,
    config: str,
    pages: Corpus,
    run_hash: str,
    output: Path,
    partitions: int,
) -> None:
    inputs = in_folder(str(pages.spark))
    clean(
        spark, inputs, str(output), binary=binary, config=config, partition_count=partitions,
        provenance=True,
    )  # fmt: skip
    assert digest(by_spark(output)) == run_hash


def test_learn_is_the_same_on_executors_as_alone(
    spark: SparkSession, binary: str, output: Path, tmp_path: Path
) -> None:
    inputs = list(in_folder(str(sites.deal(tmp_path / "pages", 0).spark)))
    profiles = set()
    for partitions in (1, 6):
        folder = output / str(partitions)
        learn(spark, inputs, str(folder), binary=binary, partition_count=partitions)
        profiles.add((folder / "sites.ghirbal").read_bytes())
    assert len(profiles) == 1
