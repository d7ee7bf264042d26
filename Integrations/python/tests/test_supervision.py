"""A worker that misbehaves costs the page that made it do so, and nothing else."""

from __future__ import annotations

import logging
import os
import signal
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

from ghirbal import Cleaner, StartError, _lane
from tests.fakes import FAKE, children, environment, open_files

# Label, what the poisoned pages hold, their reason (None: they are answered), children lost.
FAULTS: list[tuple[str, str, str | None, bool]] = [
    ("ended by a signal", "CRASH", "crashed", True),
    ("ends by itself", "EXIT", "crashed", True),
    ("hangs", "HANG", "time_limit", True),
    ("writes no JSON", "GARBAGE", "protocol", True),
    ("leaves a line out", "MISSING", "time_limit", True),
    ("answers twice", "SURPLUS", None, True),
    ("answers with another id", "OTHER", "protocol", True),
    ("writes without end", "ENDLESS", "protocol", True),
    ("floods standard error", "FLOOD", None, False),
    ("is slow", "SLOW", None, False),
]
POISONED = {0, 5, 29}


class Supervision(unittest.TestCase):
    def setUp(self) -> None:
        self.before = (children(), open_files())
        logging.disable(logging.WARNING)

    def tearDown(self) -> None:
        logging.disable(logging.NOTSET)
        self.assertEqual((children(), open_files()), self.before, "processes and files left")

    @mock.patch.object(_lane, "ANSWER_BYTES", 1 << 20)
    def test_faults(self) -> None:
        pages = 30
        for label, marker, reason, costs in FAULTS:
            texts = [f"{n}{marker * (n in POISONED)}" for n in range(pages)]
            for workers, window, ordered in ((1, 1, True), (1, 16, False), (2, 4, True)):
                with self.subTest(label, workers=workers, window=window, ordered=ordered):
                    with Cleaner(FAKE, workers=workers, window=window, timeout=0.5) as cleaner:
                        given = ({"id": n, "text": text} for n, text in enumerate(texts))
                        found = list(cleaner.map(given, ordered=ordered))
                    if not ordered:
                        found.sort(key=lambda document: document.id)
                    self.assertEqual([document.id for document in found], list(range(pages)))
                    for number, document in enumerate(found):
                        poisoned = number in POISONED
                        self.assertEqual(document.reason, reason if poisoned else None)
                        if document.ok:
                            self.assertEqual(document.text, texts[number][::-1])
                    lost = cleaner.statistics
                    self.assertEqual(lost.crashes + lost.time_limits + lost.breaches > 0, costs)

    def test_a_single_page_is_tried_twice(self) -> None:
        with Cleaner(FAKE, timeout=0.3) as cleaner:
            self.assertEqual(cleaner.clean({"text": "CRASH"}).reason, "crashed")
            self.assertEqual(cleaner.statistics.crashes, 2)
            self.assertEqual(cleaner.clean({"text": "ab"}).text, "ba")

    def test_slow_pages_have_their_time_each(self) -> None:
        # Thirty pages of .3 s behind each other take longer than the limit, none of them alone.
        with Cleaner(FAKE, workers=1, timeout=2) as cleaner:
            found = list(cleaner.map({"text": "SLOW"} for _ in range(9)))
        self.assertTrue(all(document.ok for document in found))
        self.assertEqual(cleaner.statistics.starts, 1)

    def test_a_slow_caller_is_no_slow_worker(self) -> None:
        with Cleaner(FAKE, workers=1, window=2, timeout=0.2) as cleaner:
            for document in cleaner.map({"text": "x" * 300_000} for _ in range(8)):
                time.sleep(0.3)
                self.assertTrue(document.ok)
        self.assertEqual(cleaner.statistics.starts, 1)

    def test_a_worker_that_ended_idle_is_replaced(self) -> None:
        with Cleaner(FAKE, workers=1) as cleaner:
            self.assertTrue(cleaner.clean({"text": "a"}).ok)
            (process,) = children() - self.before[0]
            os.kill(process, signal.SIGKILL)
            self.assertTrue(cleaner.clean({"text": "a"}).ok)
            self.assertEqual(cleaner.statistics.starts, 2)

    def test_a_start_that_fails_is_tried_again(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            count = Path(folder) / "count"
            with environment(GHIRBAL_FAKE=f"count={count},dies=3"), Cleaner(FAKE) as cleaner:
                self.assertTrue(cleaner.clean({"text": "a"}).ok)
                self.assertEqual(cleaner.statistics.starts, 4)

    def test_a_worker_that_never_starts_is_an_error(self) -> None:
        rows = [
            ("dies", "count={folder}/n,dies=99", 5, "the fake dies at its start"),
            ("refuses its configuration", "exit=78", 1, "exit code 78"),
            ("usage", "exit=64", 1, "exit code 64"),
            ("says nothing", "sleep=60", 5, "no answer within 0.1 s"),
            ("ends quietly", "exit=0", 5, "exit code 0"),
        ]
        for label, fake, starts, told in rows:
            with self.subTest(label), tempfile.TemporaryDirectory() as folder:
                with (
                    environment(GHIRBAL_FAKE=fake.format(folder=folder)),
                    Cleaner(
                        FAKE, workers=1, start_timeout=0.1 if "sleep" in fake else 10
                    ) as cleaner,
                ):
                    with self.assertRaises(StartError) as raised:
                        list(cleaner.map({"text": "a"} for _ in range(100)))
                    self.assertIn(told, str(raised.exception))
                    self.assertEqual(cleaner.statistics.starts, starts)

    def test_the_end_of_standard_error_is_told(self) -> None:
        logging.disable(logging.NOTSET)
        with (
            environment(GHIRBAL_FAKE="stderr=50000"),
            Cleaner(FAKE, workers=1) as cleaner,
            self.assertLogs("ghirbal", "WARNING") as logs,
        ):
            cleaner.clean({"text": "CRASH"})
        self.assertIn("noise noise", logs.output[0])
        self.assertLess(len(logs.output[0]), 6000)

    def test_a_line_behind_the_last_answer_is_noticed(self) -> None:
        for fake, text in (("", "SURPLUS"), ("farewell=bye", "a")):
            with self.subTest(fake=fake), environment(GHIRBAL_FAKE=fake):
                cleaner = Cleaner(FAKE, workers=1)
                self.assertTrue(cleaner.clean({"text": text}).ok)
                cleaner.close()
                self.assertEqual(cleaner.statistics.breaches, 1)

    def test_a_page_larger_than_all_pipes(self) -> None:
        size = 50_000_000
        with Cleaner(FAKE, workers=2) as cleaner:
            found = list(cleaner.map({"text": "x" * (size if n == 1 else 3)} for n in range(5)))
        self.assertEqual([len(d.text or "") for d in found], [3, size, 3, 3, 3])
