"""Ghirbal's output folder is read right; the binary is a stand-in that writes such a folder."""

import stat
import tempfile
import unittest
from pathlib import Path

from quality.extraction import Extraction, Facts
from quality.ghirbal import Ghirbal
from quality.tests import invented

STAND_IN = """#!/usr/bin/env python3
import json, pathlib, sys
arguments = sys.argv[1:]
if arguments == ["--version"]:
    print("ghirbal 9.9")
    sys.exit()
out = pathlib.Path(arguments[arguments.index("-o") + 1])
assert pathlib.Path(arguments[arguments.index("--config") + 1]).exists()
out.mkdir()
rows, status = [], {"ok": "ok", "none": "dropped", "bad": "failed"}
document = {"title": "T", "authors": ["A B", "C, D"], "published": "2020-01-02"}
for path in map(pathlib.Path, arguments[arguments.index("--") + 1 :]):
    kind = path.read_text()
    if kind == "stop":
        sys.exit(78)
    rows.append({"path": path.name, "status": status[kind], "reason": None})
    if kind == "ok":
        (out / (path.name + ".txt")).write_text("text of " + path.stem)
    if kind != "bad":
        record = out / (path.name + ".provenance.json")
        record.write_text(json.dumps({"document": document}))
rows.append({"totals": {"pages": len(rows)}})
(out / "manifest.jsonl").write_text("".join(json.dumps(row) + "\\n" for row in rows))
sys.exit(2 if "failed" in str(rows) else 0)
"""

FACTS = Facts("T", "A B; C, D", "2020-01-02")


class ExtractAll(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        binary = self.folder / "ghirbal"
        binary.write_text(STAND_IN)
        binary.chmod(binary.stat().st_mode | stat.S_IXUSR)
        self.ghirbal = Ghirbal(binary)

    def test_outcomes(self) -> None:
        contents = {"b": b"ok", "a": b"bad", "c": b"none"}
        found = self.ghirbal.extract_all(invented.pages(self.folder / "pages", contents))
        expected = [
            Extraction("text of b", FACTS),
            Extraction("", Facts(), failure="failed"),
            Extraction("", FACTS),
        ]
        self.assertEqual(found, expected)

    def test_a_run_that_stops_is_an_error(self) -> None:
        pages = invented.pages(self.folder / "pages", {"a": b"stop"})
        with self.assertRaisesRegex(RuntimeError, "exit 78"):
            self.ghirbal.extract_all(pages)

    def test_version(self) -> None:
        self.assertEqual(self.ghirbal.version, "9.9")


if __name__ == "__main__":
    unittest.main()
