"""Made-up sites: their gold is what their pages say, and they repeat what they must."""

import json
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from quality import plain
from quality.made_markup import Dress, Element, Gold, paragraph
from quality.made_sites import MEASURED, PLANS, TRAINING, Made, pages, write
from quality.metrics import words_cjk
from quality.sites import load

SEED = 17


def _lines(text: str) -> list[str]:
    return text.split("\n")


class Markup(unittest.TestCase):
    def test_gold_of_lines(self):
        main, chrome, neither = Gold.MAIN, Gold.CHROME, Gold.NEITHER
        row = Element("tr", (Element("th", ("Weight",)), Element("td", ("3 kg",))))
        bold = Element("b", ("Oak:",))
        rows = [
            ("what has no gold is chrome", paragraph("a"), [(chrome, "a")]),
            (
                "a gold is that of all inside",
                Element("div", (paragraph("a"),), gold=main),
                [(main, "a")],
            ),
            (
                "chrome inside the text",
                Element("div", (paragraph("a"), paragraph("b", chrome), paragraph("c")), gold=main),
                [(main, "a"), (chrome, "b"), (main, "c")],
            ),
            ("cells of a row", Element("table", (row,), gold=main), [(main, "Weight 3 kg")]),
            (
                "what stands in a line",
                Element("p", (bold, " solid"), gold=main),
                [(main, "Oak: solid")],
            ),
            (
                "a name in a line may be neither",
                Element("p", (Element("b", ("Oak:",), gold=neither), "solid"), gold=main),
                [(neither, "Oak:"), (main, "solid")],
            ),
            ("an empty element", Element("p", (), gold=main), []),
        ]
        for label, element, expected in rows:
            with self.subTest(label):
                self.assertEqual(list(element.lines()), expected)

    def test_text_is_escaped(self):
        self.assertEqual(paragraph("a < b & c").html(), "<p>a &lt; b &amp; c</p>\n")

    def test_dresses_name_the_same_role_in_their_own_way(self):
        dresses = [plan.dress for plan in MEASURED + TRAINING]
        self.assertEqual(len(set(dresses)), len(dresses))
        hashed = [Dress("hashed", "dl", wraps=wraps).element("body") for wraps in (0, 1)]
        self.assertNotEqual(hashed[0], hashed[1])
        names = {plan.dress.naming for plan in MEASURED} & {plan.dress.naming for plan in TRAINING}
        self.assertFalse(names)

    def test_labels(self):
        for labels in ("table", "dl", "list", "lines", "spans"):
            with self.subTest(labels):
                element = Dress("portal", labels).labelled([("Weight", "3 kg")])
                self.assertEqual(words_cjk(element.text), ["weight", "3", "kg"])


class Pages(unittest.TestCase):
    made: dict[str, list[Made]]

    @classmethod
    def setUpClass(cls):
        cls.made = {
            plan.name: list(pages(plan, SEED)) for plans in PLANS.values() for plan in plans
        }

    def test_sites(self):
        self.assertEqual(len(MEASURED), 12)
        self.assertEqual({plan.pages for plan in MEASURED}, {60})
        self.assertEqual(len({plan.language for plan in MEASURED}), 6)
        self.assertEqual(len(TRAINING), 12)
        self.assertTrue(all(20 <= plan.pages <= 40 for plan in TRAINING))
        self.assertEqual(len(self.made), 24)
        for plan in MEASURED + TRAINING:
            self.assertEqual(len(self.made[plan.name]), plan.pages)

    def test_gold_is_text_of_the_page(self):
        for name, made in self.made.items():
            for page in made[:5]:
                with self.subTest(page.id):
                    there = Counter(words_cjk(plain.text_of(page.html)))
                    main = Counter(words_cjk(page.main_text))
                    self.assertFalse(main - there, name)
                    self.assertGreater((there - main).total(), 0)
                    self.assertIn(page.title, page.neither)
                    self.assertNotIn(page.title, _lines(page.main_text))

    def test_texts_of_a_site_differ(self):
        for name, made in self.made.items():
            with self.subTest(name):
                self.assertEqual(len({page.title for page in made}), len(made))
                self.assertEqual(len({page.main_text for page in made}), len(made))
                prose = [
                    line for page in made for line in _lines(page.main_text) if len(line) > 150
                ]
                often = [line for line, count in Counter(prose).items() if count > 1]
                # Terms, introductions of series, quotations of posts.
                self.assertLessEqual(len(often), 3 if "forum" not in made[0].plan.kind else 40)

    def test_what_repeats_and_stays(self):
        rows = [
            ("rudname", "این نوشته بخشی از مجموعهٔ|هر بهار یکی از راه‌های کهن", 0.25),
            ("oakandtin", "Delivery takes three to five working days.", 1.0),
            ("oakandtin", "Weight", 0.5),
            ("blockdocs", "Parameters", 1.0),
            ("zimmerfrei", "Zimmer", 1.0),
            ("remont", "В цену входят работа и налог", 1.0),
            ("sofreh", "مواد لازم", 1.0),
        ]
        for name, said, share in rows:
            with self.subTest(f"{name}: {said}"):
                texts = [page.main_text for page in self.made[name]]
                count = sum(any(each in text for each in said.split("|")) for text in texts)
                self.assertGreaterEqual(count, share * len(texts))

    def test_what_repeats_and_goes(self):
        for plan in MEASURED + TRAINING:
            made = self.made[plan.name]
            pages_of_line = Counter(
                line for page in made for line in set(_lines(plain.text_of(page.html)))
            )
            main = {line for page in made for line in _lines(page.main_text)}
            always = [
                line for line, n in pages_of_line.items() if n == len(made) and line not in main
            ]
            with self.subTest(plan.name):
                self.assertGreater(len(always), 10)

    def test_the_same_seed_gives_the_same_bytes(self):
        plan = TRAINING[1]
        self.assertEqual(list(pages(plan, SEED)), self.made[plan.name])
        self.assertNotEqual(list(pages(plan, SEED + 1)), self.made[plan.name])

    def test_a_folder(self):
        with tempfile.TemporaryDirectory() as name:
            plan = TRAINING[1]
            count = write([plan], SEED, Path(name))
            self.assertEqual(count, plan.pages)
            found = load(Path(name), lambda html: plain.text_of(html.decode()))
            self.assertEqual(
                [page.id for page in found], [page.id for page in self.made[plan.name]]
            )
            self.assertIn(self.made[plan.name][0].title, found[0].neither)
            row = json.loads((Path(name) / "gold.jsonl").read_text("utf-8").split("\n")[0])
            self.assertEqual(row["url"], f"https://{plan.name}.example/01.html")


if __name__ == "__main__":
    unittest.main()
