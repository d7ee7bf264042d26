"""Pieces of Markdown and HTML, and what counts as found, missing and torn."""

import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import numpy as np

from quality.extraction import Extraction
from quality.tests import invented

try:
    from quality import structure
    from quality.structure import Marked, of_html, of_markdown
except ModuleNotFoundError as error:
    raise unittest.SkipTest(f"{error.name} is not installed") from error

TABLE = "| Town | Height |\n| --- | --- |\n| Lenn | 4.1 m |\n| | 4.3 m |\n"


class Pieces(unittest.TestCase):
    def check(self, markdown: str, kind: str, *expected: object) -> None:
        self.assertEqual(list(of_markdown(markdown)[kind]), list(expected))

    def test_rows_have_two_cells_with_text(self) -> None:
        self.check(TABLE, "rows", ("town", "height"), ("lenn", "4.1 m"))
        self.check("| a |\n| --- |\n| b |\n", "rows")
        self.check("a | b\n", "rows")

    def test_a_break_in_a_cell_is_a_space(self) -> None:
        self.check("| a | b |\n| --- | --- |\n| c<br>d | e |\n", "rows", ("a", "b"), ("c d", "e"))

    def test_code_keeps_its_indentation_and_no_blank_lines(self) -> None:
        self.check("```py\ndef f():\n    return 1  \n\n```\n", "code", "def f():", "    return 1")
        self.check("a `b` c\n", "code")

    def test_headings_of_any_level(self) -> None:
        self.check("# A *b*\n\n#### C: d!\n\n\\# e\n", "headings", "a b", "c: d")

    def test_an_item_ends_before_what_is_nested(self) -> None:
        self.check("- a\n  - b\n- c\n\n  ```\n  d\n  ```\n", "items", "a", "b", "c")
        self.check("1. " + "x" * 90 + "\n", "items", "x" * 80)
        self.check("a - b\n", "items")

    def test_quotes(self) -> None:
        self.check("> a\n>\n> > b\n\nc > d\n", "quotes", "a b", "b")

    def test_formulas(self) -> None:
        markdown = "so $E = mc^2$ and\n\n$$\n\\frac{a}{b}\n$$\n"
        self.check(markdown, "formulas", "E=mc^2", r"\frac{a}{b}")
        self.check("it costs $5 or $6, \\$a and `$x$`\n", "formulas")

    def test_footnotes_are_text(self) -> None:
        self.check("> [^1]: Ibid.\n\n[^1]: Ibid.\n", "quotes", "1 : ibid.")

    def test_front_matter_is_none_of_it(self) -> None:
        self.check("---\ntitle: a\n---\n# b\n", "headings", "b")

    def test_html(self) -> None:
        html = "<table><tr><th>A<td>b</table><ul><li>c<ul><li>d</ul></ul><pre>e\n  f</pre>"
        found = of_html(html)
        self.assertEqual(found["rows"], [("a", "b")])
        self.assertEqual(found["items"], ["c", "d"])
        self.assertEqual(found["code"], ["e", "  f"])
        self.assertEqual(of_html("")["rows"], [])

    def test_folding(self) -> None:
        self.assertEqual(structure.fold(" «Ein»\u200b  Wort, 3.5 % "), "ein wort, 3.5 %")
        self.assertEqual(structure.fold("می‌رود، «بله»"), "میرود بله")


class Counts(unittest.TestCase):
    def test_pieces_are_multisets(self) -> None:
        self.assertEqual(structure.counts("aab", "abb"), (2, 3, 3))

    def test_torn(self) -> None:
        gold = [("a", "b", "c"), ("d", "e", ""), ("f", "g", ""), ("h", "", "")]
        found = [("a", "c"), ("e", "d"), ("x", "y")]
        self.assertEqual(structure.torn_rows(found, gold), (1, 1, 3))

    def test_figures(self) -> None:
        sums = np.array([2.0, 3.0, 3.0])
        self.assertAlmostEqual(float(structure._f1(sums)), 2 / 3)
        self.assertTrue(np.isnan(structure._f1(np.zeros(3))))

    def test_titles(self) -> None:
        page = b"<title>The Mill - Courier</title><h1>A mill</h1><h2>No</h2>"
        self.assertEqual(
            structure.titles(page), {"the mill - courier", "the mill", "a mill"}
        )
        self.assertEqual(structure.titles(b""), frozenset())


class Metrics(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def page(self, html: bytes, gold: dict[str, object]) -> structure.Page:
        page = invented.pages(self.folder, {"a": html})[0]
        return replace(page, structure=gold)

    def test_headings_with_the_title_aside(self) -> None:
        page = self.page(b"<h1>The mill</h1><h2>One</h2>", {"headings": ["one"]})
        metric = next(metric for metric in structure.METRICS if metric.name == "headings")
        row = metric.row(page, Extraction("# The mill\n\n## One\n"))
        self.assertEqual(list(row), [1, 2, 1, 1, 1, 1])

    def test_rows_of_markdown_and_html(self) -> None:
        page = self.page(b"", {"rows": [["lenn", "4.1 m"]]})
        metric = next(metric for metric in structure.METRICS if metric.name == "rows")
        self.assertEqual(list(metric.row(page, Extraction(TABLE))), [1, 2, 1, 1, 0, 1])
        html = "<table><tr><td>Lenn<td>4.1 m</table>"
        self.assertEqual(list(metric.row(page, Marked(html, is_html=True))), [1, 1, 1, 1, 0, 1])

    def test_a_kind_that_gold_lacks_has_no_table(self) -> None:
        page = self.page(b"", {"rows": []})
        applied = [metric.name for metric in structure.METRICS if metric.applies(page)]
        self.assertEqual(applied, ["rows"])

    def test_rows_of_the_page(self) -> None:
        html = b"<table><tr><td>Lenn<td>four<tr><td>Marl<td>five</table>"
        page = self.page(html, {})
        row = structure.PAGE_ROWS.row(page, Extraction("| Lenn | four |\n\nMarl\n"))
        self.assertEqual(list(row), [1, 1, 2])


if __name__ == "__main__":
    unittest.main()
