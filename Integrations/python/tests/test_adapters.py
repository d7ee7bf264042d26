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
        from datatrove.executor import LocalPipelineExecutor  # noqa: PLC0415
        from datatrove.pipeline.readers import JsonlReader  # noqa: PLC0415
        from datatrove.pipeline.writers import JsonlWriter  # noqa: PLC0415
        from datatrove_step import Ghirbal  # noqa: PLC0415

        with tempfile.TemporaryDirectory() as folder:
            for half in range(2):
                rows = [{"id": str(n), "text": BODIES[n]} for n in range(half, len(BODIES), 2)]
                path = Path(folder, "in", f"{half}.jsonl")
                path.parent.mkdir(exist_ok=True)
                path.write_text("".join(json.dumps(row) + "\n" for row in rows))
            LocalPipelineExecutor(
                [
                    JsonlReader(f"{folder}/in"),
                    Ghirbal(),
                    JsonlWriter(f"{folder}/out", compression=None),
                ],
                tasks=2, workers=2, logging_dir=f"{folder}/logs",
            ).run()  # fmt: skip
            lines = "".join(path.read_text() for path in Path(folder, "out").iterdir())
        found = {int(row["id"]): row for row in map(json.loads, lines.splitlines())}
        for number, document in enumerate(self.expected):
            self.assertEqual(number in found, document.ok and bool(BODIES[number]))
            if document.ok:
                self.assertEqual(found[number]["text"], document.text)
                self.assertEqual(found[number]["metadata"]["title"], document.metadata["title"])

    @unittest.skipUnless(importlib.util.find_spec("ray"), "ray is not installed")
    def test_ray(self) -> None:
        import ray  # noqa: PLC0415
        from ray_batches import Ghirbal  # noqa: PLC0415

        path = os.pathsep.join([str(ADAPTERS), *sys.path])
        ray.init(num_cpus=4, runtime_env={"env_vars": {"PYTHONPATH": path}}, logging_level="error")
        self.addCleanup(ray.shutdown)
        dataset = ray.data.from_items(
            [{"n": n, "url": f"u{n}", "html": body} for n, body in enumerate(BODIES)]
        )
        cleaned = dataset.map_batches(
            Ghirbal, batch_size=20, compute=ray.data.ActorPoolStrategy(size=2)
        )
        rows = sorted(cleaned.take_all(), key=lambda row: row["n"])
        self.assertEqual(
            [(row["text"], row["status"], row["title"]) for row in rows],
            [(d.text, d.status, d.metadata["title"]) for d in self.expected],
        )

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
