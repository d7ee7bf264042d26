"""Rows for `quality.facts`: label, found, gold, whether it is right."""

import unittest

from quality import facts


class Right(unittest.TestCase):
    TITLES = [
        ("the same", "A title", "A title", True),
        ("case, dashes and quotes", "“A – Title!”", "a 'title'", True),
        ("no-break space and full width", "Ａ\u00a0title", "A title", True),
        ("a sign that folds to capitals", "℡ 5", "tel 5", True),
        ("sharp s", "STRASSE", "Straße", True),
        ("a site name behind it", "A title | The Site", "A title", False),
        ("another word", "A title", "The title", False),
        ("other letters of Persian", "کتاب", "كتاب", False),
    ]
    AUTHORS = [
        ("order is free", "B Two; A One", "A One, B Two", True),
        ("and", "A One and B Two", "A One, B Two", True),
        ("und, &, /", "A One & B Two / C Three", "A One und B Two, C Three", True),
        ("a name turned round", "Doe, Jane", "Jane Doe", True),
        ("by", "By Jane Doe", "Jane Doe", True),
        ("a name twice", "Jane Doe, Jane Doe", "Jane Doe", True),
        ("a person called Andy", "Andy Andersson", "Andy Andersson", True),
        ("one too many", "Jane Doe, The Site", "Jane Doe", False),
        ("one missing", "Jane Doe", "Jane Doe, John Roe", False),
        ("first name only", "Jane", "Jane Doe", False),
    ]
    DATES = [
        ("the same day", "2024-05-03", "2024-05-03", True),
        ("time of day", "2024-05-03T10:00:00+02:00", "2024-05-03", True),
        ("one digit", "2022-11-01", "2022-11-1", True),
        ("gold has the month only", "2015-11-20", "2015-11", True),
        ("found has the month only", "2015-11", "2015-11-20", False),
        ("the next day", "2024-05-04", "2024-05-03", False),
        ("no date", "yesterday", "2024-05-03", False),
    ]

    LAX = [
        ("title", "a site name behind it", "A title | The Site", "A title", True),
        ("title", "a site name in gold", "A title", "A title – The Site", True),
        ("title", "a hyphen inside a word", "A well-known title", "A well", False),
        ("title", "the site's name alone", "The Site", "A title | The Site", False),
        ("title", "nothing before the bar", "| A title", "", False),
        ("author", "one name in common", "Jane Doe, The Site", "Jane Doe", True),
        ("author", "one of two", "Jane Doe", "Jane Doe, John Roe", True),
        ("author", "half a name", "Jane", "Jane Doe", False),
    ]

    def test_lax_rows(self) -> None:
        for name, label, found, gold, expected in self.LAX:
            with self.subTest(f"{name}: {label}"):
                self.assertEqual(facts.LAX[name][1](found, gold), expected)

    def test_rows(self) -> None:
        for name, rows in (("title", self.TITLES), ("author", self.AUTHORS), ("date", self.DATES)):
            for label, found, gold, expected in rows:
                with self.subTest(f"{name}: {label}"):
                    self.assertEqual(facts.RIGHT[name](found, gold), expected)

    def test_given(self) -> None:
        for value, expected in (("a", True), (None, False), ("", False), (" – ", False)):
            with self.subTest(repr(value)):
                self.assertEqual(facts.is_given(value), expected)


if __name__ == "__main__":
    unittest.main()
