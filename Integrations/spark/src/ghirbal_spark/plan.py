"""Which partition cleans which pages: the same for the same input, today and after a restart."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil
from typing import Any

import pyarrow.parquet

from ghirbal_spark import storage
from ghirbal_spark.inputs import Input, InputError, Kind

FOOTERS_AT_ONCE = 16
PARTITION_BYTES = 1 << 30
TASKS_PER_CORE = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """The least that a partition takes: an archive, or a row group of a table."""

    input: Input
    size: int
    """How much work it is, beside the others; bytes where they are known of all."""
    row_group: int | None = None
    first_row: int = 0
    """How many rows of the table lie before it."""
    row_count: int | None = None
    """How many rows it has; None for an archive, which says so only when it was read."""

    @property
    def line(self) -> list[Any]:
        """What of it stands in the plan's file."""
        return [self.input.name, self.input.uri, self.size, self.row_group, self.row_count]


def units(inputs: Sequence[Input]) -> list[Unit]:
    """The units of `inputs`, in order.

    Raises:
        InputError: where a file is not there or is no Parquet.
    """
    with ThreadPoolExecutor(FOOTERS_AT_ONCE) as pool:
        found = [unit for part in pool.map(_units_of, inputs) for unit in part]
    if any(storage.is_remote(unit.input.uri) for unit in found):
        # Asking a store for the sizes of a hundred thousand files takes longer than it gives.
        return [
            Unit(unit.input, 1, unit.row_group, unit.first_row, unit.row_count) for unit in found
        ]
    return found


def _units_of(one: Input) -> list[Unit]:
    try:
        if one.kind is Kind.ARCHIVE:
            return [Unit(one, 1 if storage.is_remote(one.uri) else storage.size_of(one.uri))]
        with storage.seeking(one.uri) as file:
            footer = pyarrow.parquet.read_metadata(file)
    except (OSError, ValueError) as error:
        raise InputError(f"{one.uri}: {error}") from error
    groups = []
    first_row = 0
    for number in range(footer.num_row_groups):
        group = footer.row_group(number)
        groups.append(Unit(one, group.total_byte_size, number, first_row, group.num_rows))
        first_row += group.num_rows
    return groups


def usual_count(found: Sequence[Unit], cores: int) -> int:
    """How many partitions there are unless somebody says so: about 1 GiB or a remote file each."""
    if any(storage.is_remote(unit.input.uri) for unit in found):
        return len(found)
    total = sum(unit.size for unit in found)
    return max(1, min(len(found), max(ceil(total / PARTITION_BYTES), TASKS_PER_CORE * cores)))


def partitions(found: Sequence[Unit], count: int) -> list[list[Unit]]:
    """`found` in `count` runs of neighbours of about the same size; some may be empty."""
    parts: list[list[Unit]] = [[] for _ in range(count)]
    total = sum(unit.size + 1 for unit in found)
    before = 0
    for unit in found:
        middle = 2 * before + unit.size + 1
        parts[min(count - 1, count * middle // (2 * total))].append(unit)
        before += unit.size + 1
    return parts
