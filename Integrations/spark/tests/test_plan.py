from __future__ import annotations

import pytest

from ghirbal_spark.inputs import Input, Kind, kind_of
from ghirbal_spark.plan import Unit, partitions


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.warc", Kind.ARCHIVE),
        ("a.WARC.GZ", Kind.ARCHIVE),
        ("a.warc.wet.gz", Kind.ARCHIVE),
        ("a.arc.gz", Kind.ARCHIVE),
        ("a.jsonl.zst", Kind.ARCHIVE),
        ("a.ndjson", Kind.ARCHIVE),
        ("a.parquet", Kind.TABLE),
        ("a.parquet.gz", None),
        ("a.warc.bz2", None),
        ("a.html", None),
        ("warc", None),
        ("crawl.warc.gz.part", None),
    ],
)
def test_kinds(name: str, kind: Kind | None) -> None:
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    ("sizes", "count", "parts"),
    [
        ([1, 1, 1, 1], 2, [[0, 1], [2, 3]]),
        ([5], 3, [[], [0], []]),
        ([100, 1, 1, 1], 2, [[0], [1, 2, 3]]),
        ([1, 1, 1, 100], 2, [[0, 1, 2], [3]]),
        ([0, 0, 0], 3, [[0], [1], [2]]),
        ([], 2, [[], []]),
        ([7, 7], 1, [[0, 1]]),
    ],
)
def test_neighbours_share_a_partition(sizes: list[int], count: int, parts: list[list[int]]) -> None:
    found = [Unit(Input(str(n), ""), size) for n, size in enumerate(sizes)]
    given = partitions(found, count)
    assert [[int(unit.input.name) for unit in part] for part in given] == parts
