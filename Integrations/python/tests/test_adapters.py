"""Other engines around the worker: the same texts come out. What is not installed is skipped."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import ghirbal
from ghirbal import Page

BODIES = [f"<!doctype html><title>t{n}</title><p>می رود {n}" for n in range(200)] + ["", "<p>"]
ADAPTERS = Path(__file__).parents[1] / "adapters"


@unittest.skipUnless(os.environ.get("GHIRBAL_BINARY"), "GHIRBAL_BINARY names no binary")
class Adapters(unittest.TestCase):
    def setUp(self) -> None:
        with ghirbal.Cleaner() as cleaner:
            self.expected = list(cleaner.map(BODIES))
        sys.path.insert(0, str(ADAPTERS))
        self.addCleanup(sys.path.remove, str(ADAPTERS))

    def shell(self, command: str) -> list[dict[str, object]]:
        """The rows that a shell command makes of the pages as lines, where ghirbal is on PATH."""
        lines = "".join(json.dumps({"id": n, "html": body}) + "\n" for n, body in enumerate(BODIES))
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "ghirbal").symlink_to(ghirbal.find_binary())
            done = subprocess.run(
                ["bash", "-o", "pipefail", "-c", command], input=lines.encode(), cwd=folder,
                capture_output=True, env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"},
                check=False,
            )  # fmt: skip
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return [json.loads(line) for line in done.stdout.splitlines()]

    def compare(self, rows: list[dict[str, object]]) -> None:
        self.assertEqual(
            [(row["id"], row["status"], row["text"]) for row in rows],
            [(n, document.status, document.text) for n, document in enumerate(self.expected)],
        )

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_gnu_parallel(self) -> None:
        self.compare(
            self.shell("parallel --will-cite --pipe --block 4k --keep-order -j2 ghirbal stream -j1")
        )

    def test_hadoop_streaming(self) -> None:
        """What Hadoop does on one machine: lines to mappers, their lines sorted by key."""
        rows = self.shell("split -n r/3 --filter='ghirbal stream -j1' | LC_ALL=C sort")
        self.compare(sorted(rows, key=lambda row: int(str(row["id"]))))

    @unittest.skipUnless(importlib.util.find_spec("datatrove"), "datatrove is not installed")
    def test_datatrove(self) -> None:
        from datatrove.data import Document  # noqa: PLC0415
        from datatrove_step import Ghirbal  # noqa: PLC0415

        step = Ghirbal(provenance=False)
        given = [Document(body, str(n), metadata={"n": n}) for n, body in enumerate(BODIES)]
        found = [(document.text, document.metadata) for document in step.run(iter(given))]
        wanted = [
            (document.text, {"n": n, **document.metadata})
            for n, document in enumerate(self.expected)
            if document.ok
        ]
        self.assertEqual(found, wanted)

    @unittest.skipUnless(importlib.util.find_spec("ray"), "ray is not installed")
    def test_ray(self) -> None:
        from ray_batches import Ghirbal  # noqa: PLC0415

        batch = {"url": [None] * len(BODIES), "html": BODIES}
        found = Ghirbal()(batch)
        self.assertEqual(found["text"], [document.text for document in self.expected])
        self.assertEqual(found["title"][:3], ["t0", "t1", "t2"])

    def test_multiprocessing(self) -> None:
        """A Cleaner goes to other processes by pickling, or along with a fork."""
        import multiprocessing  # noqa: PLC0415

        with ghirbal.Cleaner(workers=1) as cleaner:
            cleaner.clean("<p>a")
            for method in ("fork", "spawn"):
                with multiprocessing.get_context(method).Pool(2) as pool:
                    found = pool.map(cleaner.clean, [Page(html=body) for body in BODIES[:20]])
                self.assertEqual(
                    [document.text for document in found],
                    [document.text for document in self.expected[:20]],
                )
