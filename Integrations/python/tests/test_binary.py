"""Where the binary is looked for, and that it must fit."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import ghirbal
from ghirbal import BinaryNotFoundError, Cleaner, VersionMismatchError, _binary
from tests.fakes import FAKE, SOURCES, environment

SCRIPT = "#!/usr/bin/python3\nfrom ghirbal._command import main\nmain()\n"


def put(folder: str | Path, name: str, text: str = "#!/bin/sh\n", mode: int = 0o755) -> str:
    path = Path(folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)
    return str(path)


class Binaries(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.bundled = self.folder / "_bin" / "ghirbal"
        patch = mock.patch.object(_binary, "BUNDLED", self.bundled)
        patch.start()
        self.addCleanup(patch.stop)

    def test_order(self) -> None:
        on_path = put(self.folder / "b", "ghirbal")
        put(self.folder / "a", "ghirbal", SCRIPT)
        put(self.folder / "a", "other")
        path = f"{self.folder}/none:{self.folder}/a:{self.folder}/b"
        with environment(PATH=path, GHIRBAL_BINARY=""):
            self.assertEqual(
                ghirbal.find_binary(), on_path, "its own console script is passed over"
            )
            put(self.folder, "_bin/ghirbal", mode=0o644)
            self.assertEqual(ghirbal.find_binary(), on_path, "the bundled one cannot be executed")
            put(self.folder, "_bin/ghirbal")
            self.assertEqual(ghirbal.find_binary(), str(self.bundled))
            with environment(GHIRBAL_BINARY=on_path):
                self.assertEqual(ghirbal.find_binary(), on_path)
            with environment(GHIRBAL_BINARY=f"{self.folder}/nowhere"):
                self.assertRaises(BinaryNotFoundError, ghirbal.find_binary)

    def test_none(self) -> None:
        put(self.folder / "a", "ghirbal", SCRIPT)
        with environment(PATH=f"{self.folder}/a", GHIRBAL_BINARY=""):
            with self.assertRaises(BinaryNotFoundError) as raised:
                Cleaner()
            self.assertIn("script/install", str(raised.exception))

    def test_version(self) -> None:
        major, minor, patch = ghirbal.__version__.split(".")
        rows = [
            ("the same", ghirbal.__version__, None),
            ("a later patch", f"{major}.{minor}.{int(patch) + 1}", None),
            ("a later minor version", f"{major}.{int(minor) + 1}.0", VersionMismatchError),
            ("a later major version", f"{int(major) + 1}.0.0", VersionMismatchError),
            ("no version", "hello", BinaryNotFoundError),
        ]
        for label, version, error in rows:
            with self.subTest(label), environment(GHIRBAL_FAKE_VERSION=version):
                _binary.read_version.cache_clear()
                if error:
                    self.assertRaises(error, Cleaner, FAKE)
                else:
                    Cleaner(FAKE).close()
        _binary.read_version.cache_clear()
        self.assertRaises(BinaryNotFoundError, Cleaner, self.folder / "nowhere")
        self.assertRaises(BinaryNotFoundError, Cleaner, put(self.folder, "text", "", 0o644))

    def test_series(self) -> None:
        self.assertEqual(_binary.series("0.1.9"), _binary.series("0.1.0"))
        self.assertNotEqual(_binary.series("0.2.0"), _binary.series("0.1.0"))
        self.assertEqual(_binary.series("1.2.0"), _binary.series("1.9.3"))

    def test_the_package_has_the_version_of_the_source(self) -> None:
        source = Path(__file__).parents[3] / "Sources"
        if not source.exists():
            self.skipTest("the sources of the binary are not beside the package")
        found = [
            path
            for path in source.rglob("*.swift")
            if f'"{ghirbal.__version__}"' in path.read_text()
        ]
        self.assertTrue(found, "no Swift file names the version of the package")

    def test_the_command_is_the_binary(self) -> None:
        with environment(PYTHONPATH=SOURCES, GHIRBAL_BINARY=FAKE):
            done = subprocess.run(
                [sys.executable, "-m", "ghirbal", "--version"], capture_output=True, check=False
            )
        self.assertEqual((done.returncode, done.stdout), (0, b"0.1.0\n"), done.stderr)
        with environment(PYTHONPATH=SOURCES, GHIRBAL_BINARY=os.devnull):
            done = subprocess.run(
                [sys.executable, "-m", "ghirbal", "--version"], capture_output=True, check=False
            )
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"GHIRBAL_BINARY", done.stderr)
