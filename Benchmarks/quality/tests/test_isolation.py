"""A peer that crashes, raises or never ends costs its page and no other."""

import os
import tempfile
import time
import unittest
from pathlib import Path

from quality import isolation
from quality.extraction import Extraction
from quality.tests import invented


def moody(page: bytes, url: str | None) -> Extraction:
    """Does what the page says."""
    if page == b"raise":
        raise ValueError("no text")
    if page == b"crash":
        os._exit(3)
    if page == b"sleep":
        time.sleep(600)
    return Extraction(page.decode())


class ExtractAll(unittest.TestCase):
    def test_rows(self) -> None:
        contents = {"a": b"one", "b": b"raise", "c": b"crash", "d": b"two", "e": b"sleep"}
        contents["f"] = b"three"
        expected = [
            ("one", None),
            ("", "ValueError: no text"),
            ("", "crash"),
            ("two", None),
            ("", "timeout"),
            ("three", None),
        ]
        for jobs in (1, 2):
            with self.subTest(jobs=jobs), tempfile.TemporaryDirectory() as folder:
                pages = invented.pages(Path(folder), contents)
                found = list(isolation.extract_all(moody, pages, jobs, timeout=3))
                self.assertEqual([(got.text, got.failure) for got in found], expected)


if __name__ == "__main__":
    unittest.main()
