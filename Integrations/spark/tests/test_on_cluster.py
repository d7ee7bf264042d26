"""Two executors in processes of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from ghirbal_spark import clean, in_folder
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
