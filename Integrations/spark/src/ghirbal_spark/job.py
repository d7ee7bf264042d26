"""A job's folder: what its partitions are made of, and which of them are done."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ghirbal_spark.plan import Unit
from ghirbal_spark.program import Program
from ghirbal_spark.storage import Folder

VERSION = "0.1.0"
PLAN, SUMMARY, DONE_FOLDER = "_plan.json", "_summary.json", "_done"


class PlanMismatchError(ValueError):
    """The output folder is that of another job; nothing was started."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a job has to say at its end."""

    summary: dict[str, Any]
    """What stands in `_summary.json`; the same however often the job was started again."""
    partitions_done: int
    """How many partitions this run did."""
    partitions_kept: int
    """How many an earlier run had."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all partitions of a job have in common, and what is left of an earlier run."""

    output: str
    plan_sha256: str

    @classmethod
    def begun(cls, output: str, plan: dict[str, Any], folders: Sequence[str]) -> Job:
        """The job of `plan` in the folder `output`, which has `folders` then.

        Raises:
            PlanMismatchError: where the folder is that of another plan.
        """
        folder = Folder(output)
        earlier = earlier_plan(output)
        if earlier and earlier != plan:
            keys = sorted(plan.keys() | earlier.keys())
            differing = ", ".join(key for key in keys if earlier.get(key) != plan.get(key))
            raise PlanMismatchError(
                f"{output} holds the results of a job with other {differing}; take another folder"
            )
        data = json.dumps(plan, indent=1).encode()
        folder.create(*folders, DONE_FOLDER)
        if not earlier:
            folder.write(PLAN, data)
        return cls(output, hashlib.sha256(data).hexdigest())

    def marker(self, number: int, work: Callable[[Folder, str], dict[str, Any]]) -> dict[str, Any]:
        """The marker of a partition, which is done now unless it was before.

        `work` takes the folder and the partition's name, writes files, and gives what the marker
        says of them: `files` has the `bytes` of each by its name.
        """
        folder = Folder(self.output)
        name = f"part-{number:05}"
        if marker := self._earlier_marker(folder, name):
            return {**marker, "was_done": True}
        marker = {"partition": number, "plan_sha256": self.plan_sha256, **work(folder, name)}
        folder.write(f"{DONE_FOLDER}/{name}.json", json.dumps(marker, indent=1).encode())
        return {**marker, "was_done": False}

    def _earlier_marker(self, folder: Folder, name: str) -> dict[str, Any] | None:
        """The marker of an earlier run, if it holds."""
        data = folder.read(f"{DONE_FOLDER}/{name}.json")
        marker: dict[str, Any] = json.loads(data) if data else {}
        if marker.get("plan_sha256") != self.plan_sha256:
            return None
        is_there = (folder.size_of(file) == it["bytes"] for file, it in marker["files"].items())
        return marker if all(is_there) else None

    def finished(self, summary: dict[str, Any], markers: Sequence[dict[str, Any]]) -> Run:
        """Writes the summary."""
        Folder(self.output).write(SUMMARY, json.dumps(summary, indent=1).encode())
        kept = sum(marker["was_done"] for marker in markers)
        return Run(summary, len(markers) - kept, kept)


def earlier_plan(output: str) -> dict[str, Any]:
    """The plan that is in the folder; empty where there is none."""
    plan: dict[str, Any] = json.loads(Folder(output).read(PLAN) or b"{}")
    return plan


def plan_of(
    job: str, found: Sequence[Unit], count: int, program: Program, **choices: Any
) -> dict[str, Any]:
    """What decides over the bytes of the files of a job; `choices` are those that it alone has."""
    return {
        "schema": "ghirbal/spark-plan/1",
        "job": job,
        "partitions": count,
        **choices,
        **program.hashes,
        "ghirbal_spark": VERSION,
        "units": [unit.line for unit in found],
    }
