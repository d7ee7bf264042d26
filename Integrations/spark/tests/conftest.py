from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from tests import corpus
from tests.corpus import Corpus

# Less than by default, so that what is too much comes soon.
CONFIG = "limits: { max_page_seconds: 2 }\nreading: { max_page_bytes: 1000000 }\n"


@pytest.fixture(scope="session")
def binary() -> str:
    return os.path.abspath(os.environ["GHIRBAL_BINARY"])


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("config") / "pipeline.yml"
    file.write_text(CONFIG)
    return str(file)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus.make(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def run_hash(binary: str, pages: Corpus) -> str:
    """The hash of what `ghirbal run` makes of the pages."""
    outcomes = list(corpus.by_run(binary, pages, CONFIG))
    assert {status for _, status, *_ in outcomes} >= {"ok", "skipped", "failed"}
    return corpus.digest(outcomes)


def session(master: str) -> SparkSession:
    """A session; there is one at a time in a process."""
    # The executors are processes of this machine and of this environment.
    os.environ |= {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "GHIRBAL_TEST_FAULT": "1",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    builder = SparkSession.Builder().master(master).appName("ghirbal tests")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.executorEnv.GHIRBAL_TEST_FAULT": "1",
        "spark.sql.shuffle.partitions": "1",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out"
