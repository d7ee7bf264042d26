"""Rows for `quality.plain`: label, HTML, text."""

import unittest

from quality import plain


class TextOf(unittest.TestCase):
    ROWS = [
        ("blocks are lines", "<p>one</p><p>two</p>", "one\ntwo"),
        ("inline elements join", "<p>un<b>able</b> to</p>", "unable to"),
        ("line breaks of the source are spaces", "<p>one\n two</p>", "one two"),
        ("br is a line", "one<br>two<br/>three", "one\ntwo\nthree"),
        ("scripts and styles are silent", "a<script>x</script><style>y</style>b", "ab"),
        ("entities", "<p>a &amp; b&nbsp;&lt;c&gt;</p>", "a & b <c>"),
        ("an unclosed element", "<div><p>one<p>two", "one\ntwo"),
        ("a closing tag too many", "</script>one</p>", "one"),
        ("nothing", "", ""),
    ]

    def test_rows(self) -> None:
        for label, html, expected in self.ROWS:
            with self.subTest(label):
                self.assertEqual(plain.text_of(html), expected)


if __name__ == "__main__":
    unittest.main()
