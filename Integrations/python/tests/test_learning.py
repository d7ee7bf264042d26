"""With the real binary: profiles of sites, learnt from files and pages, and taken by `clean`."""

from __future__ import annotations

import gzip
import json
import os
import pickle
import random
import subprocess
import tempfile
import unittest
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ghirbal
from ghirbal import Cleaner, ConfigurationError, LearningError, Page, VersionMismatchError
from tests.fakes import FAKE, children, environment, open_files

SLOGAN = "We have read the water before we read the news, and we will read it tomorrow."
WHO = ("The ferry", "A carpenter", "The harbour master", "An old map", "The museum", "A student")
DID = ("has told", "explained", "had forgotten", "wrote down", "finds", "will repeat")
WHAT = ("why the bridge stands", "how the winter began", "where the boats lie", "what salt costs")


def page(number: int) -> dict[str, Any]:
    """A page of a site that repeats a sentence, which alone looks like any other."""
    words = random.Random(number)
    paragraphs = (
        " ".join(
            f"{words.choice(WHO)} number {words.randrange(10_000)} {words.choice(DID)}"
            f" {words.choice(WHAT)} before the market opened."
            for _ in range(4)
        )
        for _ in range(4)
    )
    title = f"{words.choice(WHO)} of {number}"
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return {
        "url": f"https://www.lenn.example/{number}",
        "html": f"<!doctype html><title>{title}</title><div><h1>{title}</h1>{body}"
        f"<p>{SLOGAN}</p></div>",
    }


PAGES = [page(number) for number in range(24)]


@unittest.skipUnless(os.environ.get("GHIRBAL_BINARY"), "GHIRBAL_BINARY names no binary")
class Learning(unittest.TestCase):
    def setUp(self) -> None:
        self.before = (children(), open_files())
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.profile = self.folder / "sites.ghirbal"
        self.lines = self.folder / "crawl.jsonl"
        self.lines.write_text("".join(json.dumps(page) + "\n" for page in PAGES))

    def tearDown(self) -> None:
        for cleaner in ghirbal._clean.shared.values():
            cleaner.close()
        ghirbal._clean.shared.clear()
        self.assertEqual((children(), open_files()), self.before)

    def learnt(self, inputs: Any, **options: Any) -> bytes:
        file = self.folder / "learnt"
        file.unlink(missing_ok=True)
        ghirbal.learn(inputs, file, **options)
        return file.read_bytes()

    def test_the_bytes_are_those_of_the_command_in_any_order(self) -> None:
        command = [ghirbal.find_binary(), "learn", "-o", "-", str(self.lines)]
        expected = subprocess.run(command, capture_output=True, check=True).stdout
        self.assertIn(b"lenn.example", expected)
        packed = self.folder / "second.jsonl.gz"
        packed.write_bytes(gzip.compress(b"\n".join(self.lines.read_bytes().splitlines()[12:])))
        rows: list[tuple[str, Any]] = [
            ("a path", str(self.lines)),
            ("paths", [self.lines]),
            ("a path twice: a page counts once", [self.lines, packed]),
            ("pages", PAGES),
            ("pages backwards, as Page", (Page(**page) for page in reversed(PAGES))),
            ("bytes of HTML", [{**page, "html": page["html"].encode()} for page in PAGES]),
            ("a path, and pages behind it", [packed, *PAGES[:12]]),
        ]
        for label, inputs in rows:
            with self.subTest(label):
                self.assertEqual(self.learnt(inputs), expected)

    def test_parts_together_are_the_whole(self) -> None:
        whole = self.learnt(PAGES)
        parts = []
        for number in range(3):
            parts.append(self.folder / f"{number}.part")
            ghirbal.learn(PAGES[number::3], parts[-1], partial=True)
        union, merged = self.folder / "union.part", self.folder / "merged"
        ghirbal.merge_profiles([parts[2], parts[0]], union, partial=True)
        for order in ([union, parts[1]], [parts[1], union], [*parts, parts[0]]):
            ghirbal.merge_profiles(order, merged)
            self.assertEqual(merged.read_bytes(), whole)
        ghirbal.merge_profiles(parts, merged, min_pages=len(PAGES) + 1)
        self.assertNotIn(b"lenn.example", merged.read_bytes())

    def test_what_is_a_site(self) -> None:
        self.assertIn(b"\thost\n", self.learnt(PAGES))
        self.assertIn(b"site\tlenn.example\t", self.learnt(PAGES, site="domain"))
        below = self.folder / "raw" / "lenn"
        below.mkdir(parents=True)
        for number, given in enumerate(PAGES):
            (below / f"{number}.html").write_text(given["html"])
        self.assertIn(b"site\tlenn\t", self.learnt(self.folder / "raw", site="folder"))

    def test_what_the_site_repeats_is_dropped(self) -> None:
        ghirbal.learn(PAGES, self.profile)
        given = PAGES[3]
        command = [ghirbal.find_binary(), "clean", "--config", os.devnull, "--url", given["url"]]
        done = subprocess.run(
            [*command, "--profile", str(self.profile), "-"],
            input=given["html"].encode(), capture_output=True, check=True,
        )  # fmt: skip
        text = ghirbal.clean(given["html"], url=given["url"], profile=self.profile).text
        self.assertEqual(text, done.stdout.decode())
        self.assertNotIn(SLOGAN, text or "")
        self.assertIn(SLOGAN, ghirbal.clean(given["html"], url=given["url"]).text or "")
        with Cleaner(profile=self.profile, workers=1, provenance=True) as cleaner:
            self.assertEqual(cleaner.clean(given).text, text)
            elsewhere = {**given, "url": "https://elsewhere.example/3"}
            self.assertIn(SLOGAN, cleaner.clean(elsewhere).text or "")
            again = pickle.loads(pickle.dumps(cleaner))
        with again:
            self.assertEqual(again.clean(given).text, text)

    def test_what_a_person_keeps_stays(self) -> None:
        ghirbal.learn(PAGES, self.profile)
        head, site, rest = self.profile.read_text().partition("site\tlenn.example\t24\t24\n")
        kept = f"{head}{site}keep\t{SLOGAN}\n{rest}"
        self.profile.write_text(kept)
        ghirbal.learn(PAGES, self.profile)
        self.assertEqual(self.profile.read_text(), kept)
        given = PAGES[3]
        text = ghirbal.clean(given["html"], url=given["url"], profile=self.profile).text
        self.assertIn(SLOGAN, text or "")

    def test_pages_left_out_are_said(self) -> None:
        given: list[Any] = [*PAGES, {"html": "<p>nowhere"}, {"url": "https://lenn.example/"}]
        with self.assertLogs("ghirbal", "INFO") as logs:
            self.learnt(given)
        self.assertEqual([record.levelname for record in logs.records], ["WARNING"] * 2 + ["INFO"])
        self.assertIn("1 page left out", logs.output[0])
        self.assertIn("1 site", logs.output[2])

    def test_what_is_wrong_leaves_the_file_as_it_was(self) -> None:
        def broken() -> Iterator[dict[str, Any]]:
            yield from PAGES
            raise OSError("the crawl broke off")

        self.profile.write_bytes(before := self.learnt(PAGES))
        part, no_part = self.folder / "a.part", self.folder / "no.part"
        ghirbal.learn(PAGES, part, partial=True)
        no_part.write_text("no partial\n")
        rows: list[tuple[str, Any, type[Exception], str]] = [
            ("pages that raise", lambda: ghirbal.learn(broken(), self.profile), OSError, "broke"),
            (
                "a path behind a page",
                lambda: ghirbal.learn([PAGES[0], "a.html"], self.profile),
                TypeError,
                "behind a page",
            ),
            (
                "no such key",
                lambda: ghirbal.learn(PAGES, self.profile, site="x"),
                LearningError,
                "--site is host, domain, path:1 to path:3 or folder",
            ),
            (
                "one page",
                lambda: ghirbal.learn(PAGES, self.profile, min_pages=1),
                LearningError,
                "--min-pages is at least 2",
            ),
            (
                "no partial",
                lambda: ghirbal.merge_profiles([part, no_part], self.profile),
                LearningError,
                r"no\.part:1: ",
            ),
            (
                "no file",
                lambda: ghirbal.merge_profiles([self.folder / "none"], self.profile),
                LearningError,
                "No such file",
            ),
        ]
        for label, work, kind, says in rows:
            with self.subTest(label), self.assertRaisesRegex(kind, says):
                work()
            self.assertEqual(self.profile.read_bytes(), before, label)
        # The version of one that was asked before is known.
        another = self.folder / "another"
        another.symlink_to(FAKE)
        with environment(GHIRBAL_FAKE_VERSION="9.0.0"), self.assertRaises(VersionMismatchError):
            ghirbal.learn(PAGES, self.profile, binary=another)

    def test_a_wrong_profile(self) -> None:
        ghirbal.learn(PAGES, self.profile)
        lines = self.profile.read_text().splitlines()
        place = next(place for place, line in enumerate(lines) if line.startswith("text\t"))
        lines[place] = "text\tmany"
        rows: list[tuple[str, str | None, int | None, str]] = [
            ("of another version", "ghirbal-sites\t9\thost\n", 1, "version"),
            ("a line that is none", "\n".join(lines), place + 1, r"text has \d+ fields"),
            ("no file", None, None, "No such file"),
        ]
        for label, text, line, says in rows:
            file = self.folder / f"{label}.ghirbal"
            if text is not None:
                file.write_text(text)
            with self.subTest(label), self.assertRaises(ConfigurationError) as raised:
                Cleaner(profile=file)
            self.assertEqual((raised.exception.file, raised.exception.line), (str(file), line))
            self.assertRegex(raised.exception.problem, says)
