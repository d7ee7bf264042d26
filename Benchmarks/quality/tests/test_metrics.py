"""Rows for `quality.metrics`; each row: label, arguments, what must come out."""

import unittest

from quality import metrics


class WordScore(unittest.TestCase):
    ROWS = [
        ("the same words", "a b c", "a b c", metrics.words, (1, 1, 1)),
        ("order plays no part", "c b a", "a b c", metrics.words, (1, 1, 1)),
        ("case and punctuation play no part", "A, b. C!", "a b c", metrics.words, (1, 1, 1)),
        ("a repeated word counts as often as in gold", "a a", "a", metrics.words, (0.5, 1, 2 / 3)),
        ("half found", "a", "a b", metrics.words, (1, 0.5, 2 / 3)),
        ("nothing shared", "x", "a", metrics.words, (0, 0, 0)),
        ("nothing predicted", "", "a", metrics.words, (0, 0, 0)),
        ("both empty", "", " .", metrics.words, (1, 1, 1)),
        ("gold empty, text predicted", "a", "", metrics.words, (0, 0, 0)),
        ("a Japanese sentence is one word", "猫がいる", "猫がいた", metrics.words, (0, 0, 0)),
        ("or four characters", "猫がいる", "猫がいた", metrics.words_cjk, (0.75, 0.75, 0.75)),
        ("Korean keeps its words", "나는 너를", "나는 그를", metrics.words_cjk, (0.5, 0.5, 0.5)),
    ]

    def test_rows(self) -> None:
        for label, predicted, gold, tokens, expected in self.ROWS:
            with self.subTest(label):
                score = metrics.word_score(predicted, gold, tokens)
                for got, want in zip(score, expected, strict=True):
                    self.assertAlmostEqual(got, want)


class Words(unittest.TestCase):
    ROWS = [
        ("Latin next to CJK", "iPhone手機 2台", ["iphone", "手", "機", "2", "台"]),
        ("Thai signs count as characters", "ไทย", ["ไ", "ท", "ย"]),
        ("Arabic and Persian are runs", "می‌رود خانه", ["می", "رود", "خانه"]),
        ("accents stay inside", "Élan vital", ["élan", "vital"]),
    ]

    def test_rows(self) -> None:
        for label, text, expected in self.ROWS:
            with self.subTest(label):
                self.assertEqual(metrics.words_cjk(text), expected)


class ShingleCounts(unittest.TestCase):
    ROWS = [
        ("the same text", "a b c d e", "a b c d e", (1, 0, 0)),
        ("one word more", "a b c d e", "a b c d", (0.5, 0.5, 0)),
        ("case matters", "A b c d", "a b c d", (0, 0.5, 0.5)),
        ("order matters", "d c b a", "a b c d", (0, 0.5, 0.5)),
        ("a text below four words is one shingle", "a b", "a b", (1, 0, 0)),
        ("nothing predicted", "", "a b c d", (0, 0, 1)),
        ("both empty", "", "", (0, 0, 0)),
    ]

    def test_rows(self) -> None:
        for label, predicted, gold, expected in self.ROWS:
            with self.subTest(label):
                self.assertEqual(metrics.shingle_counts(predicted, gold), expected)

    def test_aggregate_is_f1_of_means_and_skips_what_is_undefined(self) -> None:
        right, nothing = metrics.Shingles(1, 0, 0), metrics.Shingles(0, 0, 1)
        score = metrics.shingle_score([right, nothing])
        self.assertEqual((score.precision, score.recall), (1, 0.5))
        self.assertAlmostEqual(score.f1, 2 / 3)


class SegmentCounts(unittest.TestCase):
    ROWS = [
        ("present and absent", "one two three", ["one two"], ["four"], (1, 0, 0, 1)),
        ("white space is folded on both sides", "one\n  two", ["one\ttwo "], [], (1, 0, 0, 0)),
        ("case matters", "One", ["one"], ["ONE"], (0, 0, 1, 1)),
        ("missed and leaked", "menu", ["text"], ["menu"], (0, 1, 1, 0)),
        ("nothing extracted", "", ["a", "b"], ["c"], (0, 0, 2, 1)),
    ]

    def test_rows(self) -> None:
        for label, text, present, absent, expected in self.ROWS:
            with self.subTest(label):
                self.assertEqual(metrics.segment_counts(text, present, absent), expected)

    def test_score_is_of_the_sum(self) -> None:
        total = metrics.Segments(3, 1, 0, 2) + metrics.Segments(0, 0, 1, 1)
        self.assertEqual(total, metrics.Segments(3, 1, 1, 3))
        self.assertEqual(total.score, metrics.Score(0.75, 0.75, 0.75))
        self.assertEqual(total.accuracy, 0.75)


class SnippetRate(unittest.TestCase):
    ROWS = [
        ("half of them", "Alpha beta", ["ALPHA", "gamma"], 0.5),
        ("white space is not folded", "alpha\nbeta", ["alpha beta"], 0.0),
        ("no snippet is 1", "alpha", [], 1.0),
    ]

    def test_rows(self) -> None:
        for label, text, snippets, expected in self.ROWS:
            with self.subTest(label):
                self.assertEqual(metrics.snippet_rate(text, snippets), expected)


if __name__ == "__main__":
    unittest.main()
