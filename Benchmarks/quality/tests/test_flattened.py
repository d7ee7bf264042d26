import json
import tempfile
import unittest
from pathlib import Path

from quality import flattened
from quality.flattened import Figures, Harm, figures, kept_and_left, load, spoken
from quality.oracle import oracle

_ROWS = [
    {
        "id": "1.block",
        "page": "1",
        "way": "block",
        "main_text": "The flood came at night.",
        "whole": False,
    },
    {
        "id": "1.gold",
        "page": "1",
        "way": "gold",
        "main_text": "The flood came at night.",
        "whole": True,
    },
    {
        "id": "2.block",
        "page": "2",
        "way": "block",
        "with": ["at night"],
        "without": ["Menu"],
        "whole": False,
    },
]
_TEXTS = {
    "1.block": "Home\nMenu\nThe flood came at night.\nShare it",
    "1.gold": "The flood came at night.",
    "2.block": "Menu\nIt came at night.",
}


def _folder(name: str) -> Path:
    folder = Path(name)
    (folder / "pages").mkdir()
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in _ROWS))
    for identifier, text in _TEXTS.items():
        (folder / "pages" / f"{identifier}.txt").write_text(text + "\n")
    return folder


class Flattened(unittest.TestCase):
    def test_kept_and_left(self):
        rows = [
            ("all is kept", "Menu a b", "Menu a b", "a b", (1.0, 1.0)),
            ("the chrome is gone", "a b", "Menu a b", "a b", (1.0, 0.0)),
            ("half of the main text is gone", "Menu a", "Menu a b", "a b", (0.5, 1.0)),
            ("what is not in the flattened text cannot stay", "a", "a", "a b", (1.0, 0.0)),
            ("a second time is chrome", "a", "a a", "a", (1.0, 0.0)),
            ("words that were glued", "a b c", "ab c", "a b c", (1.0, 0.0)),
            ("nothing", "", "Menu a", "a", (0.0, 0.0)),
        ]
        for label, output, text, gold, expected in rows:
            with self.subTest(label):
                self.assertEqual(kept_and_left(output, text, gold), expected)

    def test_addresses_are_no_words(self):
        rows = [
            ("a link", "[Floods](https://a.example/floods?x=1) of 1987", "[Floods] of 1987"),
            ("brackets in it", "[a](/wiki/Lenn_(river)) b", "[a] b"),
            ("a picture in a link", "[![Lenn](l.png)](/lenn)", "[![Lenn]]"),
            ("brackets alone", "see [1] (and [2])", "see [1] (and [2])"),
        ]
        for label, text, expected in rows:
            with self.subTest(label):
                self.assertEqual(spoken(text), expected)

    def test_a_folder(self):
        with tempfile.TemporaryDirectory() as name:
            folder = _folder(name)
            flats = load(folder)
            self.assertEqual([flat.is_whole for flat in flats], [False, True, False])
            self.assertEqual([flat.id for flat in load(folder, ways=["gold"])], ["1.gold"])
            self.assertEqual({flat.page for flat in load(folder, limit=1)}, {"1"})
            self.assertEqual(
                flattened.whole_texts(flats), {"gold": [("1.gold", "The flood came at night.")]}
            )
            systems = {"all kept": lambda flats: [flat.text for flat in flats]}
            measured = flattened.measure(flats[:1], systems)
            self.assertEqual(measured, {"block": {"all kept": Figures(1, 10 / 14, 1.0, 1.0)}})
            self.assertIn(
                "| name | block | 1 | .714 |", flattened.quality_table({"name": measured})
            )

    def test_a_disguised_text_has_the_same_overlap(self):
        with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as other:
            for flat in load(_folder(name)):
                disguised = flattened._disguised(flat, Path(other))
                self.assertNotEqual(disguised.text, flat.text)
                self.assertEqual(disguised.path.read_text("utf-8"), disguised.text + "\n")
                plain, pseudo = figures([flat], [flat.text]), figures([disguised], [disguised.text])
                self.assertEqual(pseudo, plain)

    def test_gold_of_segments(self):
        with tempfile.TemporaryDirectory() as name:
            flats = load(_folder(name))[2:]
            self.assertEqual(figures(flats, ["It came at night."]).f1, 1.0)
            self.assertEqual(figures(flats, ["Menu"]).f1, 0.0)

    def test_oracle(self):
        gold = "The flood came at night. Nobody was hurt in the town."
        rows = [
            ("lines", "Home\nThe flood came at night.\nShare", False, "The flood came at night."),
            ("a line of both goes or stays", "Share it now The flood", False, ""),
            (
                "sentences",
                "Log in here. The flood came at night.",
                True,
                "The flood came at night.",
            ),
        ]
        for label, text, by_sentence, expected in rows:
            with self.subTest(label):
                self.assertEqual(oracle(text, gold, by_sentence), expected)

    def test_harm_is_of_words(self):
        harm = Harm(2, 200, {"drop_site_chrome": 1}, {})
        self.assertEqual((harm.share("drop_site_chrome"), harm.share("others")), (0.005, 0.0))
        table = flattened.harm_table({"news": {"gold": (harm, None)}})
        self.assertIn("| news | gold | 2 | 200 | .0000 | .0050 | .0000 | – | – |", table)


if __name__ == "__main__":
    unittest.main()
