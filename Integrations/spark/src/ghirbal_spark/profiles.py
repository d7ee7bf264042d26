"""Partial profiles of sites: that of a partition, and that of two others together."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ghirbal

from ghirbal_spark import archives, tables
from ghirbal_spark.inputs import Kind
from ghirbal_spark.job import Job
from ghirbal_spark.plan import Unit
from ghirbal_spark.program import Program
from ghirbal_spark.storage import Folder

PARTIALS_FOLDER, UNIONS_FOLDER = "_partials", "_unions"
SUFFIX = ".part"


@dataclass(frozen=True, slots=True)
class LearnPartition:
    """What all partitions of a job have in common."""

    job: Job
    program: Program
    site: str
    jobs: int

    def __call__(self, number: int, units: Sequence[Unit]) -> dict[str, Any]:
        """The marker of a partition, which is learnt from now unless it was before."""
        return self.job.marker(number, lambda folder, name: self._learnt(folder, name, units))

    def _learnt(self, folder: Folder, name: str, units: Sequence[Unit]) -> dict[str, Any]:
        """Writes the partial of a partition: the union of those of its units."""
        with tempfile.TemporaryDirectory(prefix="ghirbal-") as scratch:
            parts = [f"{scratch}/{number}{SUFFIX}" for number in range(len(units))]
            for unit, part in zip(units, parts, strict=True):
                self._learn(unit, part)
            union = f"{scratch}/union{SUFFIX}"
            ghirbal.merge_profiles(parts, union, partial=True, binary=self.program.binary())
            file = f"{PARTIALS_FOLDER}/{name}{SUFFIX}"
            return {"files": {file: folder.store(file, union)}}

    def _learn(self, unit: Unit, output: str) -> None:
        binary = self.program.binary()
        if unit.input.kind is Kind.TABLE:
            pages = tables.pages(unit)
            ghirbal.learn(pages, output, site=self.site, partial=True, binary=binary)
        else:
            archives.learn(unit.input, output, binary=binary, site=self.site, jobs=self.jobs)


@dataclass(frozen=True, slots=True)
class Union:
    """Joins two partials of a job's folder into a third, in any task or on the driver."""

    output: str
    program: Program

    def __call__(self, one: str, other: str) -> str:
        """The name of the union of the files `one` and `other`.

        It is named after them, and what is there already is taken: a task that is tried again, or
        a job that is started again, finds the unions that were whole.
        """
        pair = sorted([one, other])
        name = f"{UNIONS_FOLDER}/{hashlib.sha256(' '.join(pair).encode()).hexdigest()}{SUFFIX}"
        folder = Folder(self.output)
        if folder.size_of(name) is None:
            with (
                folder.at_hand(one) as first,
                folder.at_hand(other) as second,
                tempfile.TemporaryDirectory(prefix="ghirbal-") as scratch,
            ):
                union = f"{scratch}/union{SUFFIX}"
                ghirbal.merge_profiles(
                    [first, second], union, partial=True, binary=self.program.binary()
                )
                folder.store(name, union)
        return name
