import tempfile
import unittest
from pathlib import Path

from quality import phrases


class PhrasesTest(unittest.TestCase):
    def scrape(self, text: str) -> phrases.Scrape:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "fa.blog.txt"
            path.write_text(text, encoding="utf-8")
            return phrases.read(path)

    def test_marks_and_name_are_read(self):
        scrape = self.scrape("- خانه\n+ باران\n")
        self.assertEqual((scrape.language, scrape.kind), ("fa", "blog"))
        self.assertEqual(scrape.lines, [(True, "خانه"), (False, "باران")])

    def test_a_line_without_a_mark_is_an_error(self):
        with self.assertRaisesRegex(ValueError, "fa.blog.txt:2"):
            self.scrape("- خانه\nباران\n")

    def test_lines_that_went_and_lines_that_were_lost(self):
        scrape = self.scrape("- خانه\n+ باران آمد\n- بعدی\n")
        utf8 = scrape.text.encode()
        second = utf8.index("باران".encode())
        edits = [
            {"change": "drop", "source_bytes": [0, second]},
            {"change": "replace", "after": "", "source_bytes": [second, second + 10]},
            {"change": "lift", "source_bytes": [second, len(utf8)]},
        ]
        score, wrong = phrases.score(scrape, phrases.taken(scrape.text, edits))
        self.assertEqual((score.wanted, score.gone, score.lost), (2, 1, 1))
        self.assertEqual(wrong, ["lost\tباران آمد", "stayed\tبعدی"])
        self.assertEqual((score.precision, score.recall), (0.5, 0.5))


if __name__ == "__main__":
    unittest.main()
