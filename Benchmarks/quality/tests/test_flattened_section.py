import unittest

from quality.flattened_section import section


def _figures(f1, kept=None, left=None):
    return {"texts": 2, "f1": f1, "kept": kept, "left": left}


def _way(f1):
    systems = ("all kept", "C4-like", "jusText-like", "oracle")
    return {
        **{each: _figures(0.5, 1.0, 1.0) for each in systems},
        "ghirbal": _figures(f1, 0.99, 0.2),
    }


_HARM = {"words": 1000, "lost": {"select_main_content": 3}}
_REPORT = {
    "quality": {
        "held": {"block": _way(0.8), "oneline": _way(0.6)},
        "other": {"block": _way(0.9) | {"ghirbal, pseudo-words": _figures(0.897)}},
        "learned": {"block": _way(0.95)},
    },
    "harm": {
        "held": {
            "gold": {"words": _HARM, "pseudo-words": None},
            "fragment": {"words": _HARM, "pseudo-words": _HARM},
        }
    },
}


class Section(unittest.TestCase):
    def test_lines(self):
        validated = {"sets": {"learned": {"texts": 7, "all": 0.5, "f1": 0.87, "oracle": 0.99, "kept": 0.98, "left": 0.3}}}
        text = section(_REPORT, validated, ["held", "other", "not measured"], ["learned"])
        rows = [
            ("a set", "| held (2) | .500 | .500 | .500 | .800 | .500 | .990 | .200 | – |"),
            (
                "a set with pseudo-words",
                "| other (2) | .500 | .500 | .500 | .900 | .500 | .990 | .200 | .897 |",
            ),
            (
                "a set that was learned from",
                "| learned (7) | .500 | .870 | .990 | .980 | .300 |",
            ),
            (
                "a way is the mean of sets",
                "| block | .500 | .500 | .500 | .850 | .500 | .990 | .200 |",
            ),
            ("a way of one set", "| oneline | .500 | .500 | .500 | .600 | .500 | .990 | .200 |"),
            ("harm is of all kinds", "| held | 2,000 | .0030 | .0000 | .0030 | .0000 |"),
        ]
        lines = text.split("\n")
        for label, row in rows:
            with self.subTest(label):
                self.assertIn(row, lines)
        self.assertNotIn(".950", text)

    def test_without_cross_validation_there_is_no_figure(self):
        self.assertNotIn("| learned (", section(_REPORT, {}, ["held"], ["learned"]))


if __name__ == "__main__":
    unittest.main()
