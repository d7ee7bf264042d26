"""README's picture and the rows that it is drawn from."""

import itertools
import unittest
from xml.etree import ElementTree

from quality import picture, published
from quality.picture import Point

SVG = "{http://www.w3.org/2000/svg}"


class Picture(unittest.TestCase):
    def texts(self, points: list[Point]) -> list[ElementTree.Element]:
        root = ElementTree.fromstring(picture.svg(points, "one", "F1", "a & b"))
        self.assertEqual(len(root.findall(f"{SVG}circle")), len(points))
        names = {point.name for point in points}
        return [text for text in root.iter(f"{SVG}text") if text.text in names]

    def test_every_system_is_a_point_and_a_label(self) -> None:
        points = [Point("one", 28, 0.88), Point("two <2>", 2.9, 0.86), Point("three", 69, 0.5)]
        self.assertEqual({text.text for text in self.texts(points)}, {"one", "two <2>", "three"})

    def test_labels_of_points_side_by_side_do_not_meet(self) -> None:
        rows = [
            ("beside each other", [Point("one", 10, 0.8), Point("other", 12, 0.8)]),
            ("above each other", [Point("one", 10, 0.8), Point("other", 10, 0.81)]),
            ("at the right edge", [Point("one", 99, 0.8), Point("a-long-name", 100, 0.81)]),
        ]
        for label, points in rows:
            with self.subTest(label):
                places = [
                    (text.get("text-anchor"), float(text.get("x", 0)), float(text.get("y", 0)), len(text.text or ""))
                    for text in self.texts([*points, Point("low", 1, 0.1)])
                ]
                boxes = []
                for anchor, x, y, letters in places:
                    width = letters * picture.LETTER
                    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor or "start"]
                    boxes.append(picture.Box(left, y - 10, left + width, y + 3))
                self.assertFalse([pair for pair in itertools.combinations(boxes, 2) if pair[0].meets(pair[1])])
                self.assertTrue(all(box.right <= picture.WIDTH for box in boxes))


class Table(unittest.TestCase):
    def rows(self) -> list[list[str]]:
        sets = [[f"{entry.pages} (9)", *["**.9**", ".5", "–"]] for entry in published.UNSEEN + published.SEEN if entry.name in published.PICTURED]
        blank = ["–"] * (len(published.SYSTEMS) - 3)
        rows = [[*row, *blank] for row in sets]
        return [*rows, [published.SPEED, "28", "**69**", "3", *blank]]

    def test_a_table_comes_back_as_it_was_written(self) -> None:
        written = published.markdown(["", *published.SYSTEMS], self.rows())
        self.assertEqual(published.table_rows(written), self.rows())

    def test_where_a_peer_is_ahead_it_is_said(self) -> None:
        self.assertEqual(published.behind(self.rows()), f"A peer is ahead in: {published.SPEED} (trafilatura).")
        self.assertEqual(published.behind(self.rows()[:-1]), "")
        blank = ["–"] * (len(published.SYSTEMS) - 2)
        self.assertIn("trafilatura", published.behind([[published.MEMORY, "95", "50", *blank]]))
        self.assertEqual(published.behind([["news (9)", ".9", ".9", *blank]]), "")

    def test_only_systems_with_all_figures_are_drawn(self) -> None:
        drawn = published.drawn(self.rows())
        self.assertEqual(drawn.count("<circle"), 2)
        self.assertIn("mean of 5 sets", drawn)

    def test_a_table_without_a_set_or_without_speed_is_refused(self) -> None:
        with self.assertRaises(SystemExit):
            published.drawn(self.rows()[1:])
        with self.assertRaises(SystemExit):
            published.drawn(self.rows()[:-1])

    def test_costs(self) -> None:
        costs = {published.SPEED: {"ghirbal": 27.8, "trafilatura": 2.94}, published.MEMORY: {"ghirbal": 95}}
        speed, memory = published.cost_rows(costs)
        self.assertEqual(speed[:4], [published.SPEED, "**28**", "2.9", "–"])
        self.assertEqual(memory[:3], [published.MEMORY, "**95**", "–"])
        self.assertEqual(published.cost_rows({}), [])


if __name__ == "__main__":
    unittest.main()
