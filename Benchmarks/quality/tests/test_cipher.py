"""What the cipher changes, and what it must leave alone."""

import json
import tempfile
import unittest
from pathlib import Path

from quality import cipher, metrics


class CipherText(unittest.TestCase):
    def test_every_word_has_one_pseudo_word_of_its_length(self) -> None:
        first, second, third = cipher.cipher_text("Home page HOME").split()
        self.assertEqual((first, len(first), len(second)), (third, 4, 4))
        self.assertRegex(first + second, "^[\u0621-\u064a]+$")

    ROWS = [
        ("digits, white space and signs stay", "12.5\n € 3-4"),
        ("nothing stays nothing", ""),
    ]

    def test_left_alone(self) -> None:
        for label, text in self.ROWS:
            with self.subTest(label):
                self.assertEqual(cipher.cipher_text(text), text)

    def test_unspaced_scripts_become_spaced_words(self) -> None:
        self.assertEqual(len(metrics.words(cipher.cipher_text("猫がいる"))), 2)

    def test_scores_stay(self) -> None:
        gold = "The quick brown fox jumps over a lazy dog."
        found = "Menu: the quick brown fox"
        plain = metrics.word_score(found, gold)
        ciphered = metrics.word_score(cipher.cipher_text(found), cipher.cipher_text(gold))
        self.assertEqual(ciphered, plain)


class CipherPage(unittest.TestCase):
    LEFT_ALONE = [
        ("attributes", '<a href="/about?q=word" class=\'post title\' title="Go on">'),
        ("an attribute with a > inside", '<a title="one > two">'),
        ("an apostrophe in a bare value", "<a title=it's>"),
        ("comments", "<!-- a comment > with words -->"),
        ("doctype", "<!DOCTYPE html>"),
        ("scripts and styles", "<script>let words = '<p>text</p>'</script><style>p{a:b}</style>"),
        ("meta that is no prose", '<meta name="viewport" content="width=device-width">'),
        ("a URL in a meta author", '<meta property="article:author" content="https://a.b/c">'),
        ("JSON-LD that cannot be read", '<script type="application/ld+json">{"name": </script>'),
        ("an unclosed comment", "<!-- for ever"),
    ]

    def test_left_alone(self) -> None:
        for label, page in self.LEFT_ALONE:
            with self.subTest(label):
                self.assertEqual(cipher.cipher_page(page), page)

    def test_visible_words_go(self) -> None:
        rows = [
            ("text", "<p>{}</p>"),
            ("title", "<title>{}</title>"),
            ("text after a lone <", "<p>1 < 2 {}</p>"),
            ("text after a bare apostrophe", "<a title=it's>{}</a>"),
            ("description", '<meta name="description" content="{}">'),
            ("Open Graph title", "<meta property='og:title' content=\"{}\"/>"),
            ("author", '<meta content="{}" name="author">'),
            ("headline", '<script type="application/ld+json">{{"headline": "{}"}}</script>'),
        ]
        for label, page in rows:
            with self.subTest(label):
                ciphered = cipher.cipher_page(page.format("Words"))
                self.assertNotIn("Words", ciphered)
                self.assertIn(cipher.cipher_text("Words"), ciphered)

    def test_entities_stay_entities(self) -> None:
        ciphered = cipher.cipher_page("<p>a&lt;b&gt; &amp; caf&eacute;</p>")
        self.assertIn("&lt;", ciphered)
        self.assertIn(" &amp; " + cipher.cipher_text("café"), ciphered)

    def test_json_ld_types_stay(self) -> None:
        page = '<script type="application/ld+json">{"@type": "Article", "name": "A b"}</script>'
        document = json.loads(cipher.cipher_page(page)[35:-9])
        self.assertEqual(document, {"@type": "Article", "name": cipher.cipher_text("A b")})

    def test_unclosed_tags_take_linear_time(self) -> None:
        page = "<a " + "b='" * 20_000
        self.assertEqual(cipher.cipher_page("<p>" + "=" * 20_000)[:3], "<p>")
        self.assertTrue(cipher.cipher_page(page))


class CipherFolder(unittest.TestCase):
    def test_page_and_gold_go_together(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder, out = Path(name, "in"), Path(name, "out")
            (folder / "pages").mkdir(parents=True)
            page = "<meta charset=windows-1252><p>Ein schöner Text</p>"
            (folder / "pages" / "a.html").write_bytes(page.encode("cp1252"))
            gold = {"id": "a", "main_text": "Ein schöner Text", "with": ["Ein"]}
            gold["date"] = "2020-01-01"
            (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n")
            self.assertEqual(cipher.cipher_folder(folder, out), 1)
            ciphered = json.loads((out / "gold.jsonl").read_text("utf-8"))
            html = (out / "pages" / "a.html").read_text("utf-8")
            self.assertEqual(html, f"<meta charset=utf-8><p>{ciphered['main_text']}</p>")
            self.assertEqual(ciphered["with"], [cipher.cipher_text("Ein")])
            self.assertEqual(ciphered["date"], "2020-01-01")


if __name__ == "__main__":
    unittest.main()
