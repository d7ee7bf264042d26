import re
import unittest

from quality.grammar import LANGUAGES, Grammar, sections


class Grammars(unittest.TestCase):
    def test_every_slot_can_be_filled(self):
        given = {"author", "other"}
        for language in LANGUAGES:
            found = sections(language)
            for name, lines in found.items():
                with self.subTest(f"{language} [{name}]"):
                    self.assertTrue(lines)
                    self.assertEqual(len(lines), len(set(lines)) + _meant_twice(name))
                    for line in lines:
                        self.assertEqual(line, line.strip())
                        for slot in re.findall(r"\{([^{}]*)\}", line):
                            self.assertTrue(
                                slot in found or slot in given or "|" in slot
                                or re.fullmatch(r"\d+-\d+", slot),
                                f"{{{slot}}}",
                            )  # fmt: skip

    def test_the_same_seed_gives_the_same_lines(self):
        first, second, other = (Grammar("en", seed) for seed in ("1", "1", "2"))
        lines = [first.line("sentence") for _ in range(9)]
        self.assertEqual(lines, [second.line("sentence") for _ in range(9)])
        self.assertNotEqual(lines, [other.line("sentence") for _ in range(9)])

    def test_no_line_comes_twice_before_all_came(self):
        grammar = Grammar("de", "1")
        months = [grammar.line("month") for _ in range(24)]
        self.assertEqual(len(set(months[:12])), 12)
        self.assertEqual(len(set(months[12:])), 12)

    def test_slots(self):
        grammar = Grammar("en", "1")
        rows = [
            ("a number", "{3-5} rooms", r"[345] rooms"),
            ("one of some words", "{yes|no}", r"yes|no"),
            ("a line of a section", "in {month}", r"in [A-Z][a-z]+"),
            ("slots in slots", "{date}", r"\d+ [A-Z][a-z]+ \d{4}"),
        ]
        for label, line, expected in rows:
            with self.subTest(label):
                self.assertRegex(grammar.filled(line), f"^(?:{expected})$")
        self.assertEqual(grammar.filled("{author}, {month}", author="A", month="B"), "A, B")

    def test_sentences_begin_with_a_capital_and_end(self):
        for language in ("en", "de", "ru"):
            grammar = Grammar(language, "1")
            for _ in range(40):
                line = grammar.line("sentence")
                with self.subTest(line):
                    self.assertTrue(line[0].isupper() or line[0].isdigit())
                    self.assertEqual(line[-1], ".")

    def test_prose_has_a_mark_behind_each_sentence(self):
        self.assertRegex(
            Grammar("zh", "1").prose("feature", 3, 3, "。"), r"^[^。]+。[^。]+。[^。]+。$"
        )
        self.assertEqual(Grammar("en", "1").prose("phrase", 2, 2, ".").count(".."), 0)


def _meant_twice(name: str) -> int:
    """So many lines stand there a second time, to come twice as often."""
    return {"sentence": 1, "doctitle": 1}.get(name, 0)


if __name__ == "__main__":
    unittest.main()
