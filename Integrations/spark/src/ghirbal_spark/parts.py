"""One task for each partition of a plan.

`clean` and `learn` run on it; so can any job that has a result for each partition and a way to join
them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import pyarrow as pa
from pyspark.sql import SparkSession

Part = TypeVar("Part")


def run(
    spark: SparkSession, parts: Sequence[Part], work: Callable[[int, Part], dict[str, Any]]
) -> list[dict[str, Any]]:
    """What `work` gives for each of `parts` and its number, in order.

    Spark may run a task again, or twice at a time: `work` leaves the same behind whenever it ends
    well. The results are those of the tasks that counted, each once, which accumulators are not.
    """
    sent = spark.sparkContext.broadcast(list(parts))

    def task(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for number in batch.column(0).to_pylist():
                result = json.dumps(work(number, sent.value[number]))
                yield pa.RecordBatch.from_pydict({"part": [number], "result": [result]})

    try:
        # A range of n numbers in n slices has one in each.
        numbers = spark.range(0, len(parts), 1, len(parts))
        found = numbers.mapInArrow(task, "part long, result string").collect()
    finally:
        sent.unpersist()
    results = {row.part: json.loads(row.result) for row in found}
    if len(found) != len(parts) or sorted(results) != list(range(len(parts))):
        raise RuntimeError(f"{len(found)} results came from {len(parts)} partitions")
    return [results[number] for number in range(len(parts))]


def cores_of_a_task(spark: SparkSession) -> int:
    """How many cores Spark keeps for each task."""
    return int(spark.sparkContext.getConf().get("spark.task.cpus", "1"))
