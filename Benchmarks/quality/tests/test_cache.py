"""A kept extraction is used for the same page, peer and settings, and for nothing else."""

import dataclasses
import tempfile
import unittest
from collections.abc import Sequence
from pathlib import Path

from quality import cache
from quality.benchmark import Page
from quality.extraction import Extraction, Facts
from quality.peers import Peer
from quality.tests import invented


def shout(page: bytes, url: str | None) -> Extraction:
    return Extraction(page.decode().upper() + "\u2028", Facts(title="T"))


# Any installed distribution will do for the version.
PEER = Peer("invented", "numpy", "loud", shout)


class ExtractAll(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.pages = invented.pages(self.folder / "pages", {"a": b"one", "b": b"two"})
        self.ran: list[str] = []

    def run_pages(self, pages: Sequence[Page]) -> list[Extraction]:
        self.ran += [page.id for page in pages]
        return [shout(page.path.read_bytes(), page.url) for page in pages]

    def extract(self, peer: Peer = PEER) -> list[Extraction]:
        self.ran.clear()
        return cache.extract_all(self.folder / "cache", peer, self.pages, self.run_pages)

    def test_second_run_reads_what_the_first_wrote(self) -> None:
        first = self.extract()
        self.assertEqual(self.ran, ["a", "b"])
        self.assertEqual(self.extract(), first)
        self.assertEqual(self.ran, [])

    def test_another_page_url_or_setting_runs_again(self) -> None:
        self.extract()
        self.pages[0].path.write_bytes(b"three")
        self.assertEqual(self.extract()[0].text, "THREE\u2028")
        self.assertEqual(self.ran, ["a"])
        self.pages[1] = dataclasses.replace(self.pages[1], url="https://a.example/")
        self.extract()
        self.assertEqual(self.ran, ["b"])
        self.extract(dataclasses.replace(PEER, settings="louder"))
        self.assertEqual(self.ran, ["a", "b"])


if __name__ == "__main__":
    unittest.main()
