import unittest
from importlib.util import find_spec

from quality.repeated import mdream_rule, plain_rule, trafilatura_texts

NAV = "Home and about us and contact and archive and events and the help pages"


class Rules(unittest.TestCase):
    def test_plain_rule(self):
        rows = [
            ("a line of every page", ["Menu\na", "Menu\nb"], "Menu\nc", "c"),
            ("case and white space are nothing", ["MENU\na", "menu \nb"], " Menu\nc", "c"),
            ("a line of one page in ten", ["Menu\na", *"bcdefghij"], "Menu\nc", "Menu\nc"),
            ("three of ten", ["Menu"] * 3 + [*"bcdefgh"], "Menu\nk", "k"),
            ("twice on one page is one page", ["Menu\nMenu", *"bcd"], "Menu\nk", "Menu\nk"),
            ("one page teaches nothing", ["Menu"], "Menu", "Menu"),
        ]
        for label, learnt, text, expected in rows:
            with self.subTest(label):
                self.assertEqual(plain_rule(learnt, [text]), [expected])

    def test_mdream_rule(self):
        three = [f"{NAV}\n{each}" for each in "abc"]
        short = "Home and about us and contact"
        rows = [
            ("a long run of half of the pages", three, f"{NAV}\nthe text", "the text"),
            ("it need not end at a line", three, f"x {NAV} y\nthe text", "x y\nthe text"),
            ("two pages teach nothing", three[:2], f"{NAV}\nthe text", f"{NAV}\nthe text"),
            ("fewer than twelve words stay", [short] * 3, f"{short} x", f"{short} x"),
            ("fewer than half of the pages", [*three[:2], *"cdefgh"], f"{NAV} x", f"{NAV} x"),
            ("a page that is nothing else stays", three, NAV, NAV),
            ("a page shorter than a shingle", ["a b"] * 3, "a b", "a b"),
            ("an empty page", three, "", ""),
        ]
        for label, learnt, text, expected in rows:
            with self.subTest(label):
                self.assertEqual(mdream_rule(learnt, [text]), [expected])

    @unittest.skipUnless(find_spec("trafilatura"), "trafilatura is not installed")
    def test_trafilatura_remembers_what_it_learned(self):
        said = "This paragraph stands on each page. " + "It has a hundred letters or more. " * 3
        own = (
            "The ferry left the pier at six in the morning, and nobody was on it but the captain. "
        )

        def page(number: int) -> bytes:
            body = f"<p>{said}</p><p>{own * 3} {number}</p><p>{own * 2} again {number}</p>"
            return f"<html><body><article>{body}</article></body></html>".encode()

        learnt, pages = [page(number) for number in range(5)], [page(9)]
        (kept,) = trafilatura_texts(learnt, pages, deduplicate=False)
        (left,) = trafilatura_texts(learnt, pages, deduplicate=True)
        self.assertIn(said.strip(), kept)
        self.assertNotIn(said.strip(), left)
        self.assertIn("again 9", left)
        (alone,) = trafilatura_texts([], pages, deduplicate=True)
        self.assertEqual(alone, kept)


if __name__ == "__main__":
    unittest.main()
