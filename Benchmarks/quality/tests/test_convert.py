"""Each source's format, as a checkout of one or two invented pages."""

import gzip
import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from quality import benchmark, convert

TEXT = "The ferry leaves the harbour at nine and comes back before it is dark."
PAGE = f"<html><title>Ferry</title><nav>Menu</nav><p>{TEXT}</p></html>".encode()


class Convert(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.checkout, self.out = Path(temporary.name, "checkout"), Path(temporary.name, "out")

    def put(self, path: str, content: bytes | Any) -> None:
        """Bytes as they are (zipped where the name ends in .gz), anything else as JSON."""
        file = self.checkout / path
        file.parent.mkdir(parents=True, exist_ok=True)
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        file.write_bytes(gzip.compress(raw) if file.suffix == ".gz" else raw)

    def convert(self, source: str) -> benchmark.Benchmark:
        rows = convert.SOURCES[source](self.checkout, "dev")
        _, self.bad, self.missing = convert.write(rows, self.out)
        return benchmark.load(self.out)

    def test_wcxb(self) -> None:
        truth = {
            "main_content": TEXT, "title": "Ferry", "author": None, "publish_date": "2024-01-02",
            "with": ["The ferry"], "without": ["Menu"],
        }  # fmt: skip
        labels = {"_internal": {"page_type": {"primary": "category"}}, "url": "https://a.example/"}
        self.put("dev/ground-truth/0001.json", labels | {"ground_truth": truth})
        self.put("dev/html/0001.html.gz", PAGE)
        self.put("dev/ground-truth/0002.json", {"ground_truth": truth | {"main_content": ""}})
        self.put("dev/html/0002.html.gz", PAGE)
        self.put("dev/ground-truth/0003.json", {"ground_truth": truth})
        other = "Nothing of all this stands anywhere on that page, as far as one can see."
        self.put("dev/ground-truth/0004.json", {"ground_truth": truth | {"main_content": other}})
        self.put("dev/html/0004.html.gz", PAGE)
        pages = self.convert("wcxb")
        page = pages.pages[0]
        self.assertEqual(
            (page.page_type, page.main_text, page.date), ("collection", TEXT, "2024-01-02")
        )
        self.assertEqual((page.present, page.absent), (("The ferry",), ("Menu",)))
        self.assertEqual(page.path.read_bytes(), PAGE)
        self.assertEqual(
            pages.left_out, (("0002", "empty gold"), ("0004", "gold text not in HTML"))
        )
        self.assertEqual(
            [(row.id, row.missing) for row in self.missing], [("0003", "no HTML file")]
        )

    def test_trafilatura(self) -> None:
        item = {"file": "a.html", "with": ["The ferry"], "without": ["Menu"]}
        labelled = {"file": "b.html", "title": "Ferry", "author": "", "date": "2024-01-02"}
        urls = {"https://a.example/": item, "https://b.example/": item | labelled}
        self.put("tests/evaldata.json", urls)
        self.put("tests/cache/a.html", PAGE)
        self.put("tests/eval/b.html", PAGE)
        first, second = self.convert("trafilatura").pages
        self.assertEqual((first.id, first.url), ("t0000", "https://a.example/"))
        self.assertFalse(first.facts_labelled)
        self.assertTrue(second.facts_labelled)
        self.assertEqual((second.author, second.main_text), ("", None))

    def test_scrapinghub(self) -> None:
        self.put("ground-truth.json", {"ab12": {"articleBody": TEXT, "url": "https://a.example/"}})
        self.put("html/ab12.html.gz", PAGE)
        (page,) = self.convert("scrapinghub").pages
        self.assertEqual((page.id, page.main_text, page.present), ("ab12", TEXT, None))

    def test_fundus_pairs_versions_and_pages_by_text(self) -> None:
        folder = "tests/resources/parser/test_data/at"
        new = "Ganz anderes steht in der neuen Fassung dieser Zeitung seit dem Umbau der Seite."
        body = {"summary": [], "sections": [{"headline": ["Kopf"], "paragraphs": [new]}]}
        old = {
            "body": {"summary": [TEXT], "sections": []}, "title": "Ferry",
            "authors": ["A One", "B Two"], "publishing_date": "2024-01-02 06:57:50+00:00",
        }  # fmt: skip
        versions = {"V1": old, "V1_1": old | {"body": body}, "V2": {"title": "no body"}}
        elsewhere = {"summary": ["No page of the checkout has a word of this."], "sections": []}
        versions["V3"] = old | {"body": elsewhere}
        self.put(f"{folder}/Blatt.json", versions)
        self.put(f"{folder}/Blatt_2024_05_01.html.gz", PAGE)
        self.put(f"{folder}/Blatt_2023_05_01.html.gz", f"<h2>Kopf</h2><p>{new}</p>".encode())
        name = "Blatt_2024_05_01.html.gz"
        self.put(f"{folder}/meta.info", {name: {"url": "https://a.example/", "crawl_date": "…"}})
        first, second = self.convert("fundus").pages
        self.assertEqual(
            (first.id, first.url, first.lang), ("at-Blatt-V1", "https://a.example/", "at")
        )
        self.assertEqual((first.main_text, first.author), (TEXT, "A One, B Two"))
        self.assertEqual(first.date, "2024-01-02")
        self.assertEqual((second.id, second.main_text), ("at-Blatt-V1_1", f"Kopf\n{new}"))
        self.assertEqual(
            [row.missing for row in self.missing], ["no body in the JSON", "no page with this text"]
        )

    def test_readability(self) -> None:
        folder = "test/test-pages/001"
        self.put(f"{folder}/source.html", PAGE)
        self.put(f"{folder}/expected.html", f"<div><h2>A</h2><p>{TEXT}</p></div>".encode())
        metadata = {"title": "Ferry", "byline": None, "publishedTime": "2024-01-02T06:00"}
        self.put(f"{folder}/expected-metadata.json", metadata)
        (page,) = self.convert("readability").pages
        self.assertEqual(
            (page.main_text, page.title, page.date), (f"A\n{TEXT}", "Ferry", "2024-01-02")
        )

    def test_the_same_checkout_gives_the_same_bytes(self) -> None:
        self.test_scrapinghub()
        first = (self.out / "gold.jsonl").read_bytes()
        self.convert("scrapinghub")
        self.assertEqual((self.out / "gold.jsonl").read_bytes(), first)


class Decoded(unittest.TestCase):
    ROWS = [
        ("UTF-8 whatever is declared", "<meta charset=latin1>ä".encode(), "<meta charset=latin1>ä"),
        ("as declared", b"<meta charset=iso-8859-2>\xb1", "<meta charset=iso-8859-2>ą"),
        ("nothing declared", b"caf\xe9", "café"),
        (
            "declared by a name nobody knows",
            b"<meta charset=klingon>\xe9",
            "<meta charset=klingon>é",
        ),
        ("a byte order mark goes", b"\xef\xbb\xbfa", "a"),
    ]

    def test_rows(self) -> None:
        for label, page, expected in self.ROWS:
            with self.subTest(label):
                self.assertEqual(convert.decoded(page), expected)


if __name__ == "__main__":
    unittest.main()
