"""With the real binary: the text and the record are those of `ghirbal run`."""

from __future__ import annotations

import json
import logging
import os
import pickle
import subprocess
import sys
import tempfile
import types
import unittest
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import ghirbal
from ghirbal import Cleaner, ConfigurationError, GhirbalError, Metadata, Page
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
        lines = [json.loads(line) for line in (CLEAN / "manifest.jsonl").read_bytes().splitlines()]
        identity = lines[0]["pipeline"]
        # What the profile of sites says of the page's own stands in its row.
        profiles = {row["path"]: row["profile"] for row in lines if "profile" in row}
        for document in documents:
            with self.subTest(document.id):
                record = json.loads((CLEAN / f"{document.id}.provenance.json").read_bytes())
                if record["source"]["format"] != "html":
                    continue  # A file without markup is text to a run; here it was said to be HTML.
                known = {"profile": profiles[document.id]} if document.id in profiles else {}
                self.assertEqual(document.provenance, {"pipeline": identity | known, **record})
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

    def test_a_wrong_configuration(self) -> None:
        rows: list[tuple[str, Any, int | None, str, str]] = [
            ("a key that is not known", {"nonsense": 1}, 2, "unknown key", '"nonsense": 1'),
            (
                "an option of a stage",
                {"input": "a", "stages": {"repair_words": {"merge": True}}},
                5,
                "unknown option of repair_words",
                '"merge": true',
            ),
            (
                "what YAML takes only escaped",
                {"input": "a\u202eb\x85", "x": 1},
                3,
                "unknown key",
                "",
            ),
            ("a stage that is not known", {"stages": ["fold_lines"]}, 3, "unknown stage", ""),
            ("no mapping", "- a\n", 1, "a mapping of options is wanted", ""),
            ("a file with a slip", "# one\ninputt: a\n", 2, "did you mean input?", ""),
            ("no UTF-8", b"a: \xff\n", 1, "is not UTF-8", ""),
            ("no file", None, None, "No such file or directory", ""),
            (
                "a program",
                "\nstages:\n  external: { command: [x] }\n",
                3,
                "would start a program",
                "",
            ),
        ]
        with tempfile.TemporaryDirectory() as folder:
            for number, (label, config, line, says, at) in enumerate(rows):
                path = Path(folder) / f"{number}.yml"
                if isinstance(config, (str, bytes)):
                    path.write_bytes(config if isinstance(config, bytes) else config.encode())
                given = config if isinstance(config, dict) else path
                with self.subTest(label), self.assertRaises(ConfigurationError) as raised:
                    Cleaner(config=given, workers=1).clean("<p>a")
                error = raised.exception
                self.assertIsInstance(error, GhirbalError)
                self.assertEqual(error.line, line, str(error))
                self.assertRegex(error.problem, says)
                self.assertIn(at, str(error))
                self.assertEqual(error.file, None if isinstance(config, dict) else str(path))
                self.assertEqual(str(pickle.loads(pickle.dumps(error))), str(error))

    def test_facts_are_attributes(self) -> None:
        page = """<html lang=en><title>The ferry runs again</title>
            <meta name=author content="A. Reader">
            <meta property="article:published_time" content="2024-05-03">
            <meta property="article:tag" content="boats"><article><h1>The ferry runs again</h1>
            <p>The ferry across the river runs again since Monday, the harbour master said.</p>
            <p>It had stood still for a year while its engine was built anew in the yard.</p>"""
        document = ghirbal.clean(page, url="https://example.org/a")
        self.assertEqual(document.title, "The ferry runs again")
        self.assertEqual((document.authors, document.tags), (["A. Reader"], ["boats"]))
        self.assertEqual((document.published, document.modified), ("2024-05-03", None))
        self.assertEqual((document.language, document.direction), ("en", "ltr"))
        for name in Metadata.__annotations__:
            self.assertEqual(getattr(document, name), document.metadata[name], name)  # type: ignore[literal-required]
        failed = ghirbal.Document(1, "failed", None, "unreadable")
        for name in Metadata.__annotations__:
            self.assertIn(getattr(failed, name), (None, []), name)

    def test_files(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            files: dict[str, bytes] = {
                "a.html": b"<p>The ferry runs again .</p>",
                "b.txt": b"The ferry runs again .\n\na < b\n",
                "c.txt": "کتاب تازه رسید و همه خوشحال شدند.\n".encode("cp1256", "replace"),
                "d": b"<!doctype html><p>No suffix</p>",
                "sub/e.txt": b"Below\n",
                "f.png": b"\x89PNG" + bytes(range(64)) * 20,
                ".hidden": b"no",
            }
            for name, data in files.items():
                path = Path(folder) / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)
            os.symlink("a.html", Path(folder) / "link.html")
            names = ["a.html", "b.txt", "c.txt", "d", "f.png", "sub/e.txt"]
            paths = [os.path.join(folder, name) for name in names]
            for given in (folder, [Path(path) for path in paths], iter(paths)):
                found = list(ghirbal.clean_many(given, workers=2))
                self.assertEqual([document.id for document in found], paths)
                texts = dict(zip(names, (document.text for document in found)))
                self.assertEqual(texts["a.html"], "The ferry runs again.\n")
                self.assertEqual(texts["b.txt"], "The ferry runs again.\n\na < b\n")
                self.assertIn("تازه", texts["c.txt"] or "")
                self.assertEqual((texts["d"], texts["sub/e.txt"]), ("No suffix\n", "Below\n"))
                self.assertEqual((found[4].status, found[4].reason), ("skipped", "binary"))
            missing = [paths[0], os.path.join(folder, "none"), "\0", paths[1]]
            for options in ({}, {"provenance": True}):
                found = list(ghirbal.clean_many(missing, **options))
                self.assertEqual(
                    [document.reason for document in found],
                    [None, "unreadable", "unreadable", None],
                )
            self.assertEqual(found[1].detail, "No such file or directory")

    def test_progress_is_shown_where_tqdm_is(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a.txt", "b.txt"):
                Path(folder, name).write_text("One line.\n")
            shown: list[tuple[object, object]] = []

            class Bar:
                def __init__(self, rows: Any, **options: object) -> None:
                    self.rows = rows
                    shown.append((options["total"], options["disable"]))

                def __iter__(self) -> Iterator[Any]:
                    return iter(self.rows)

            module = types.ModuleType("tqdm.auto")
            module.tqdm = Bar  # type: ignore[attr-defined]
            with mock.patch.dict(
                sys.modules, {"tqdm": types.ModuleType("tqdm"), "tqdm.auto": module}
            ):
                for progress in (None, True, False):
                    found = ghirbal.clean_many(folder, progress=progress)
                    self.assertEqual(len(list(found)), 2)
                self.assertEqual(len(list(ghirbal.clean_many(iter([folder]), progress=True))), 2)
            self.assertEqual(shown, [(2, None), (2, False), (None, False)])
            with mock.patch.dict(sys.modules, {"tqdm": None, "tqdm.auto": None}):
                self.assertEqual(len(list(ghirbal.clean_many(folder, progress=True))), 2)

    def test_a_program_of_ones_own(self) -> None:
        program = ROOT / "Integrations/external/drop_captions.py"
        config = {"stages": {"external": {"command": [sys.executable, str(program)]}}}
        text = "The harbour answers by email.\n\nPhoto: A. Reader\n"
        with self.assertRaisesRegex(ConfigurationError, "--allow-external"):
            Cleaner(config=config).clean(Page(text=text))
        with Cleaner(config=config, allow_external=True, workers=1) as cleaner:
            self.assertEqual(
                cleaner.clean(Page(text=text)).text, "The harbour answers by e-mail.\n"
            )

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
