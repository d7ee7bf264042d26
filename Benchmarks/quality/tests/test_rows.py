import unittest

try:
    from quality.rows import Counts, PageRows
except ImportError as error:  # lxml is not installed
    raise unittest.SkipTest(str(error)) from error

_PAGE = """<html><body><p>Floods of the Lenn, 1987 and later.</p>
<table role="presentation"><tr><td>Menu</td><td>Text</td></tr><tr><td>a</td><td>b</td></tr></table>
<table><tr><th>Year</th><th>Height</th></tr>
<tr><td>1987</td><td>4.1 m</td></tr><tr><td>2024</td><td>4.3 m</td><td hidden>x</td></tr></table>
"""


class Rows(unittest.TestCase):
    def test_counts(self):
        rows = [
            ("all", "Year\tHeight\n1987\t4.1 m\n2024\t4.3 m", Counts(3, 0, 0)),
            ("bars", "| Year | Height |\n| 1987 | 4.1 m |\n| 2024 | **4.3 m** |", Counts(3, 0, 0)),
            ("a cell is missing", "Year\tHeight\n1987\t4.1 m\n2024", Counts(2, 1, 0)),
            ("a header is gone", "1987\t4.1 m\n2024\t4.3 m", Counts(2, 0, 1)),
            ("a number of the text is no cell", "in 1987 and later", Counts(0, 0, 3)),
            ("nothing", "", Counts(0, 0, 3)),
        ]
        for label, output, counts in rows:
            with self.subTest(label):
                self.assertEqual(PageRows(_PAGE).counts(output), counts)

    def test_addresses_of_markdown_are_no_text(self):
        page = PageRows(
            "<table><tr><td>a.zip</td><td><a href=/a>2f1c</a></td></tr>"
            "<tr><td>b.zip</td><td>9ab0</td></tr></table>"
        )
        output = "| [a.zip](/a.zip) | [2f1c](/a) |\n| b.zip | 9ab0 |"
        self.assertEqual(page.counts(output, is_markdown=True), Counts(2, 0, 0))


if __name__ == "__main__":
    unittest.main()
