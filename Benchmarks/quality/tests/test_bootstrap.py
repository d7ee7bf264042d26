"""What the resampling promises."""

import unittest

import numpy as np

from quality import bootstrap


def _mean(sums: bootstrap.Rows) -> bootstrap.Rows:
    return sums[..., 0] / sums[..., 1]


def _rows(values: np.ndarray) -> bootstrap.Rows:
    return np.column_stack([values, np.ones(len(values))])


class Bootstrap(unittest.TestCase):
    def setUp(self) -> None:
        generator = np.random.default_rng(1)
        self.values = generator.random(400)
        self.noise = generator.normal(0, 0.01, 400)

    def test_error_of_a_mean_is_the_textbook_one(self) -> None:
        estimate = bootstrap.estimate(_rows(self.values), _mean)
        self.assertAlmostEqual(estimate.value, self.values.mean())
        textbook = self.values.std(ddof=1) / 20
        self.assertLess(abs(estimate.error / textbook - 1), 0.1)

    def test_the_same_rows_give_the_same_answer(self) -> None:
        first = bootstrap.estimate(_rows(self.values), _mean)
        bootstrap._weights.cache_clear()
        self.assertEqual(first, bootstrap.estimate(_rows(self.values), _mean))

    def test_pairing_cancels_what_the_pages_share(self) -> None:
        rows, other = _rows(self.values + self.noise + 0.1), _rows(self.values)
        paired = bootstrap.difference(rows, other, _mean)
        self.assertAlmostEqual(paired.value, 0.1 + self.noise.mean())
        self.assertLess(paired.error, 0.1 * bootstrap.estimate(rows, _mean).error)

    def test_a_system_never_differs_from_itself(self) -> None:
        rows = _rows(self.values)
        self.assertEqual(bootstrap.difference(rows, rows, _mean), bootstrap.Estimate(0.0, 0.0))

    def test_other_pages_are_refused(self) -> None:
        with self.assertRaises(ValueError):
            bootstrap.difference(_rows(self.values), _rows(self.values[1:]), _mean)


if __name__ == "__main__":
    unittest.main()
