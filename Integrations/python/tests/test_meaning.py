"""With the real binary: the text and the record are those of `ghirbal run`."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import unittest
from pathlib import Path

import ghirbal
from ghirbal import Cleaner, Page, StartError
from tests.fakes import children, environment, open_files

ROOT = Path(__file__).parents[3]
RAW, CLEAN = ROOT / "corpus-raw", ROOT / "corpus-clean"


@unittest.skipUnless(os.environ.get("GHIRBAL_BINARY"), "GHIRBAL_BINARY names no binary")
class Meaning(unittest.TestCase):
    def setUp(self) -> None:
        self.before = (children(), open_files())

    def tearDown(self) -> None:
        for cleaner in ghirbal._clean.shared.values():
            cleaner.close()
        ghirbal._clean.shared.clear()
        self.assertEqual((children(), open_files()), self.before)

    @unittest.skipUnless(RAW.is_dir(), "the corpus is not beside the package")
    def test_the_corpus(self) -> None:
        paths = [path for path in sorted(RAW.rglob("*.html")) if path.is_file()]
        pages = [Page(html=path.read_bytes(), id=str(path.relative_to(RAW))) for path in paths]
        with Cleaner(config=ROOT / "pipeline.yml", provenance=True) as cleaner:
            documents = list(cleaner.map(pages))
        self.assertGreater(len(documents), 20)
        self.assertEqual([document.id for document in documents], [page.id for page in pages])
        # What cleaned the pages stands once in a run's manifest, and in front of a record that
        # stands alone.
        manifest = (CLEAN / "manifest.jsonl").read_bytes().splitlines()
        identity = json.loads(manifest[0])["pipeline"]
        for document in documents:
            with self.subTest(document.id):
                record = json.loads((CLEAN / f"{document.id}.provenance.json").read_bytes())
                if record["source"]["format"] != "html":
                    continue  # A file without markup is text to a run; here it was said to be HTML.
                self.assertEqual(document.provenance, {"pipeline": identity, **record})
                self.assertEqual(document.metadata, record["document"])
                text = CLEAN / f"{document.id}.txt"
                self.assertEqual(document.text, text.read_text() if document.ok else None)

    def test_the_text_is_that_of_the_command(self) -> None:
        rows: list[tuple[str, bytes, list[str], dict[str, str]]] = [
            ("a page", "<!doctype html><p>او می خواهد<script>x</script><p>دوم".encode(), [], {}),
            (
                "an old encoding",
                b"<!doctype html><meta charset=windows-1256><p>\xd3\xe1\xc7\xe3",
                [],
                {},
            ),
            (
                "markdown",
                b"<html><h1>A</h1><p>b <b>c</b>",
                ["--format", "markdown"],
                {"format": "markdown"},
            ),
        ]
        for label, data, options, keywords in rows:
            with self.subTest(label):
                done = subprocess.run(
                    [ghirbal.find_binary(), "clean", *options, "--config", os.devnull, "-"],
                    input=data, capture_output=True, check=True,
                )  # fmt: skip
                document = ghirbal.clean(data, **keywords)  # type: ignore[arg-type]
                self.assertEqual(document.text, done.stdout.decode())

    def test_html_text_and_bytes(self) -> None:
        self.assertEqual(ghirbal.clean("<p>1 &lt; 2").text, "1 < 2\n")
        self.assertEqual(ghirbal.clean(text="<p>1 &lt; 2").text, "<p>1 &lt; 2\n")
        charset = "text/html; charset=windows-1251"
        self.assertEqual(ghirbal.clean("<p>да".encode("cp1251"), content_type=charset).text, "да\n")
        self.assertEqual(ghirbal.clean("<p>a\ud800b").text, "a\ufffdb\n")

    def test_what_fails_and_what_is_dropped(self) -> None:
        rows: list[tuple[str, dict[str, object], str, str]] = [
            ("nothing is left", {"html": "<p>"}, "dropped", "no_text_left"),
            ("no content", {"url": "u"}, "failed", "no_content"),
            ("base64 that is none", {"html_base64": "*"}, "failed", "invalid_member"),
            ("too long an id", {"html": "a", "id": "x" * 5000}, "failed", "invalid_member"),
            ("too large a line", {"html": "x" * 2_000_000}, "failed", "line_too_long"),
        ]
        with Cleaner(provenance=True, workers=1, max_line_bytes=1_000_000) as cleaner:
            for label, page, status, reason in rows:
                with self.subTest(label):
                    document = cleaner.clean(page)
                    self.assertEqual((document.status, document.reason), (status, reason))
                    self.assertEqual((document.text, document.id), (None, page.get("id")))
            self.assertEqual(cleaner.statistics.starts, 1)

    def test_the_configuration(self) -> None:
        page = "<title>t</title><p>a</p>"
        with Cleaner(config={"format": "markdown", "stages": ["fold_blank_lines"]}) as cleaner:
            self.assertEqual(cleaner.clean("<h1>a</h1>").text, "# a\n")
            self.assertEqual(cleaner.clean(page).metadata["title"], None)
        self.assertEqual(ghirbal.clean(page).metadata["title"], "t")
        with Cleaner(config={"nonsense": 1}) as cleaner:
            with self.assertRaises(StartError) as raised:
                cleaner.clean(page)
            self.assertIn("nonsense", str(raised.exception))
            self.assertEqual(cleaner.statistics.starts, 1)

    def test_a_page_that_kills_and_a_page_that_hangs(self) -> None:
        options = subprocess.run(
            [ghirbal.find_binary(), "stream", "--help"], capture_output=True, check=True
        ).stdout
        if b"--no-isolation" not in options:
            self.skipTest("the binary has no faults on purpose")
        rows = [
            ("GHIRBAL-FAULT-CRASH", True, "crashed", 0),
            ("GHIRBAL-FAULT-HANG", True, "time_limit", 0),
            ("GHIRBAL-FAULT-CRASH", False, "crashed", 2),
            ("GHIRBAL-FAULT-EXIT", False, "crashed", 2),
            ("GHIRBAL-FAULT-HANG", False, "time_limit", 2),
            ("GHIRBAL-FAULT-SLEEP", False, "time_limit", 2),
        ]
        for marker, isolation, reason, lost in rows:
            with (
                self.subTest(marker, isolation=isolation),
                environment(GHIRBAL_TEST_FAULT="1"),
                Cleaner(
                    workers=2,
                    isolation=isolation,
                    timeout=20 if isolation else 1.5,
                    config={"limits": {"max_page_seconds": 1}},
                ) as cleaner,
            ):
                pages = [f"<p>page {n} {marker if n == 4 else ''}" for n in range(9)]
                logging.disable(logging.WARNING)
                found = list(cleaner.map(pages))
                logging.disable(logging.NOTSET)
                self.assertEqual(
                    [document.reason for document in found],
                    [reason if n == 4 else None for n in range(9)],
                )
                statistics = cleaner.statistics
                self.assertEqual(statistics.crashes + statistics.time_limits, lost)
