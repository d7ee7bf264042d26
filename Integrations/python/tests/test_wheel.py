"""The wheel, installed in a fresh virtual environment with nothing of Swift about.

GHIRBAL_WHEEL names the wheel.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

WHEEL = Path(os.environ.get("GHIRBAL_WHEEL", ""))

PROGRAM = """
import ghirbal, os, sys
document = ghirbal.clean("<!doctype html><title>t</title><p>او می خواهد", provenance=True)
assert document.text == "او می\\u200cخواهد\\n", document
assert document.metadata["title"] == "t" and document.provenance["edits"], document
with ghirbal.Cleaner(workers=2) as cleaner:
    texts = [document.text for document in cleaner.map(f"<p>{n}" for n in range(99))]
    assert texts == [f"{n}\\n" for n in range(99)], texts
binary = ghirbal.find_binary()
assert binary.startswith(sys.prefix + os.sep), binary
assert os.path.exists(os.path.join(os.path.dirname(ghirbal.__file__), "py.typed"))
print(binary)
"""


@unittest.skipUnless(WHEEL.name, "GHIRBAL_WHEEL names no wheel")
class Wheel(unittest.TestCase):
    def test_the_names_and_hashes_in_it(self) -> None:
        self.assertRegex(WHEEL.name, r"^ghirbal-[\d.]+-py3-none-manylinux_2_\d+_\w+\.whl$")
        with zipfile.ZipFile(WHEEL) as archive:
            (record,) = [name for name in archive.namelist() if name.endswith("/RECORD")]
            rows = list(csv.reader(io.StringIO(archive.read(record).decode())))
            self.assertEqual(sorted(row[0] for row in rows), sorted(archive.namelist()))
            for name, digest, size in rows:
                if name != record:
                    data = archive.read(name)
                    found = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=")
                    self.assertEqual((digest, size), (f"sha256={found.decode()}", str(len(data))))
            licences = [name for name in archive.namelist() if "/licenses/" in name]
            for of in ("LICENSE", "NOTICE-data", "swift-runtime", "Yams", "libxml2", "libicu"):
                self.assertTrue(any(f"/{of}" in name for name in licences), of)

    def test_it_works_where_nothing_else_is(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            python = f"{folder}/venv/bin/python"
            subprocess.run([sys.executable, "-m", "venv", f"{folder}/venv"], check=True)
            subprocess.run(
                [python, "-m", "pip", "install", "-q", "--no-index", "--no-deps",
                 "--disable-pip-version-check", str(WHEEL)],
                check=True, env={"PATH": f"{folder}/venv/bin", "HOME": folder},
            )  # fmt: skip
            bare = {"PATH": f"{folder}/venv/bin", "HOME": folder, "LANG": "C.UTF-8"}
            done = subprocess.run(
                [python, "-I", "-c", PROGRAM], env=bare, cwd=folder, capture_output=True, text=True,
                check=False,
            )  # fmt: skip
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            binary = Path(done.stdout.strip())
            said = subprocess.run(
                ["ghirbal", "clean", "-"], env=bare, cwd=folder, input=b"<!doctype html><p>a",
                capture_output=True, check=True, executable=f"{folder}/venv/bin/ghirbal",
            )  # fmt: skip
            self.assertEqual(said.stdout, b"a\n")
            self.check_libraries(binary)

    def check_libraries(self, binary: Path) -> None:
        """Each library comes from the wheel, but for the C library."""
        listed = subprocess.run(["ldd", binary], env={}, capture_output=True, text=True, check=True)
        self.assertNotIn("not found", listed.stdout)
        carried = set(os.listdir(binary.parent / "lib"))
        for line in listed.stdout.splitlines():
            match = re.match(r"\s*(\S+) => (\S+)", line)
            if match and match[1] in carried:
                self.assertEqual(
                    Path(match[2]).resolve(), (binary.parent / "lib" / match[1]).resolve()
                )
                carried.remove(match[1])
            elif match:
                self.assertRegex(match[1], r"^lib(c|m|dl|rt|pthread|util|resolv)\.so")
        self.assertEqual(carried, set(), "carried for nothing")
