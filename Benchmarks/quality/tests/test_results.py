"""Scores and tables of two invented systems on two invented pages."""

import dataclasses
import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from quality import benchmark, report, results
from quality.extraction import Extraction, Facts

GOLD: list[dict[str, Any]] = [
    {"id": "a", "page_type": "article", "lang": "en", "main_text": "one two three four",
     "with": ["one two"], "without": ["menu"], "title": "One", "author": "A B", "date": None,
     "ingredients": ["One, two", "two three four five"], "steps": ["wo three"]},
    {"id": "b", "page_type": "forum", "lang": "fa", "main_text": "five six",
     "with": ["five six"], "without": ["menu"],
     "title": "Two", "author": None, "date": "2020-01-02"},
    {"id": "c", "page_type": "forum", "lang": "fa", "main_text": ""},
]  # fmt: skip


class Results(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name, "set")
        (self.folder / "pages").mkdir(parents=True)
        for row in GOLD:
            (self.folder / "pages" / f"{row['id']}.html").write_text("<p>")
        (self.folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in GOLD))
        (self.folder / "bad_labels.json").write_text('[["c", "empty gold"]]')
        extractions = {
            "good": [
                Extraction("one two three four", Facts("one!", "B A", "2020-01-01")),
                Extraction("five six menu", Facts("Other", "Nobody", "2020-01-02T00:00")),
            ],
            "bad": [Extraction("", failure="timeout"), Extraction("five", failure=None)],
        }
        described = {"good": ("1", "defaults"), "bad": ("2", "none")}
        self.results = results.score(benchmark.load(self.folder), extractions, described)
        self.tables = {table.metric.name: table for table in self.results.tables}

    def figure(self, table: str, figure: str, system: str, group: int = 0) -> float:
        return self.tables[table].groups[group].figures[system][figure].value

    ROWS = [
        ("word_f1", "F1", "good", (1 + 0.8) / 2),
        ("word_f1", "F1", "bad", (0 + 2 / 3) / 2),
        ("shingle_f1", "precision", "bad", 0.0),
        ("segment_f1", "precision", "good", 2 / 3),
        ("segment_f1", "recall", "bad", 0.0),
        ("snippets", "-without", "good", 0.5),
        ("title", "right", "good", 0.5),
        ("author", "right", "good", 1.0),
        ("author", "-made up", "good", 1.0),
        ("date", "right", "good", 1.0),
        ("date", "-made up", "good", 1.0),
        ("ingredients", "found", "good", 0.5),
        ("ingredients", "-none found", "good", 0.0),
        # Inside a word is not found.
        ("steps", "found", "good", 0.0),
        ("steps", "-none found", "bad", 1.0),
    ]

    def test_figures(self) -> None:
        for table, figure, system, expected in self.ROWS:
            with self.subTest(f"{table} {figure} {system}"):
                self.assertAlmostEqual(self.figure(table, figure, system), expected)

    def test_groups_and_what_is_left_out(self) -> None:
        labels = [(group.label, group.pages) for group in self.tables["word_f1"].groups]
        expected = [("type article", 1), ("type forum", 1), ("lang en", 1), ("lang fa", 1)]
        self.assertEqual(labels, [("all", 2), *expected])
        self.assertEqual(self.results.left_out, (("c", "empty gold"),))

    def test_failures_are_counted(self) -> None:
        bad = self.results.systems[1]
        self.assertEqual((dict(bad.failures), bad.empty), ({"timeout": 1}, 1))

    def test_a_system_without_facts_has_no_column(self) -> None:
        self.assertEqual(list(self.tables["title"].rows), ["good"])

    def test_difference_is_first_minus_other(self) -> None:
        difference = self.tables["word_f1"].differences["bad"].value
        self.assertAlmostEqual(difference, 0.9 - 1 / 3)

    def test_report_fits_and_says_what_it_left_out(self) -> None:
        text = report.text(self.results)
        self.assertIn("2 pages, 1 left out: 1 empty gold", text)
        self.assertLessEqual(max(map(len, text.split("\n"))), 100)

    def test_saved_twice_is_the_same(self) -> None:
        first, second = self.folder / "1", self.folder / "2"
        report.save(self.results, first)
        report.save(dataclasses.replace(self.results), second)
        names = ["set.json", "set.md", "set.pages.tsv"]
        self.assertEqual(sorted(path.name for path in first.iterdir()), names)
        for name in names:
            self.assertEqual((first / name).read_bytes(), (second / name).read_bytes())
        json.loads((first / "set.json").read_text("utf-8"))


class Load(unittest.TestCase):
    def test_a_gold_row_without_a_page_is_an_error(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            Path(name, "gold.jsonl").write_text('{"id": "a"}\n')
            with self.assertRaisesRegex(FileNotFoundError, "a.html"):
                benchmark.load(Path(name))


if __name__ == "__main__":
    unittest.main()
