import unittest

from quality.linerules import JustextLike, c4_like, sentences

_STOP_LISTS = {"English": frozenset("the of and to in a is was for on with".split())}
_PROSE = "The flood of the Lenn was the worst in a hundred years, and the town is to build a wall. "
_LONG = _PROSE * 3
_MENU = (
    "Products Services Company Careers Press Partners Investors Sustainability Locations Contact"
)


class C4Like(unittest.TestCase):
    def test_lines(self):
        rows = [
            ("a sentence", "It rained all day.", True),
            ("a sentence in quotation marks", "He said: “It rained all day.”", True),
            ("Arabic", "هل نزل المطر اليوم؟", True),
            ("Chinese", "今天下了一整天雨。", True),
            ("a title", "Floods of the Lenn", False),
            ("two words", "Read more.", False),
            ("cut short", "It rained all day and...", False),
            ("a policy", "See our Privacy Policy for all of it.", False),
            ("JavaScript", "Please enable JavaScript to read on.", False),
        ]
        for label, line, is_kept in rows:
            with self.subTest(label):
                self.assertEqual(c4_like(line), line if is_kept else "")


class Justext(unittest.TestCase):
    def test_lines_are_as_their_neighbours(self):
        judge = JustextLike(_STOP_LISTS)
        rows = [
            ("long prose", [_LONG], [0]),
            ("a menu", [_MENU], []),
            ("a title between prose", [_LONG, "The wall", _LONG], [0, 1, 2]),
            ("a title between menus", [_MENU, "The wall", _MENU], []),
            ("a short line after prose, at the end", [_LONG, "Share"], [0]),
            ("nearly good between menus", [_MENU, _PROSE.strip(), _MENU], []),
            ("nearly good beside prose", [_MENU, _PROSE.strip(), _LONG], [1, 2]),
            ("nothing", [], []),
        ]
        for label, lines, kept in rows:
            with self.subTest(label):
                expected = "\n".join(lines[index] for index in kept)
                self.assertEqual(judge("\n".join(lines)), expected)

    def test_a_script_without_spaces_has_no_stop_words(self):
        line = "今天下了一整天雨，镇上的人都在家里。" * 15
        self.assertEqual(JustextLike(_STOP_LISTS)(line), line)


class Sentences(unittest.TestCase):
    def test_sentences(self):
        rows = [
            ("two", "It rained. All day!", ["It rained.", "All day!"]),
            ("Urdu", "بارش ہوئی۔ سب گھر گئے۔", ["بارش ہوئی۔", "سب گھر گئے۔"]),
            ("Chinese has no spaces", "下雨了。大家回家。", ["下雨了。", "大家回家。"]),
            ("a number is no end", "It is 4.1 m high", ["It is 4.1 m high"]),
        ]
        for label, line, expected in rows:
            with self.subTest(label):
                self.assertEqual(sentences(line), expected)


if __name__ == "__main__":
    unittest.main()
