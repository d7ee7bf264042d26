"""What a Cleaner does to the process it lives in: memory, files, children, threads and forks."""

from __future__ import annotations

import gc
import itertools
import os
import pickle
import signal
import subprocess
import sys
import textwrap
import threading
import unittest
from collections.abc import Iterator
from pathlib import Path

import ghirbal
from ghirbal import Cleaner, Page, PageLike
from tests.fakes import FAKE, SOURCES, children, environment, eventually, is_running, open_files


def endless(size: int = 0) -> Iterator[Page]:
    return (Page(text=f"{n}" + "x" * size, id=n) for n in itertools.count())


def resident() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


class Cleaners(unittest.TestCase):
    def setUp(self) -> None:
        self.before = (children(), open_files())

    def tearDown(self) -> None:
        gc.collect()
        self.assertTrue(
            eventually(lambda: (children(), open_files()) == self.before, 3),
            "processes and files left",
        )

    def test_nothing_is_started_before_the_first_page(self) -> None:
        with Cleaner(FAKE) as cleaner:
            self.assertEqual(list(cleaner.map([])), [])
            self.assertEqual(cleaner.statistics.starts, 0)

    def test_an_endless_iterator_takes_constant_memory(self) -> None:
        taken = 0

        def counted() -> Iterator[Page]:
            nonlocal taken
            for page in endless(20_000):
                taken += 1
                yield page

        for ordered in (True, False):
            taken = 0
            with Cleaner(FAKE, workers=2, window=8) as cleaner:
                documents = cleaner.map(counted(), ordered=ordered)
                for given in range(1, 500):
                    next(documents)
                    self.assertLessEqual(taken - given, 2 * 2 * 8)
                before = resident()
                for _ in itertools.islice(documents, 6000):
                    pass
                self.assertLess(resident() - before, 8_000_000, "120 MB went through")
                documents.close()  # type: ignore[attr-defined]

    def test_what_a_worker_holds_is_bounded(self) -> None:
        taken, large = 0, True

        def pages() -> Iterator[str]:
            nonlocal taken
            while True:
                taken += 1
                yield "x" * 1_000_000 if large else "x"

        for is_large, limit in ((True, {"window_bytes": 3_000_000}), (False, {"window": 3})):
            taken, large = 0, is_large
            with (
                self.subTest(limit=limit),
                Cleaner(FAKE, workers=1, **limit) as cleaner,  # type: ignore[arg-type]
            ):
                next(documents := cleaner.map(pages()))
                self.assertLessEqual(taken, 4)
                del documents

    def test_an_iteration_that_is_left_ends_its_workers(self) -> None:
        with Cleaner(FAKE, workers=2) as cleaner:
            # Both windows are full before a worker has started; it is left while two pages hang.
            for document in cleaner.map(Page(text="HANG" * (n > 9), id=n) for n in range(100)):
                if document.id == 9:
                    break
            self.assertTrue(eventually(lambda: children() == self.before[0]))
            self.assertEqual(cleaner.clean({"text": "ab"}).text, "ba")

    def test_an_exception_of_the_pages_comes_behind_their_documents(self) -> None:
        def pages() -> Iterator[PageLike]:
            yield from ({"text": str(n)} for n in range(50))
            raise KeyError("no more")

        given: list[str | None] = []
        with Cleaner(FAKE, workers=2) as cleaner, self.assertRaises(KeyError):
            given.extend(document.text for document in cleaner.map(pages()))
        self.assertEqual(len(given), 50)

    def test_what_is_no_page_is_a_type_error(self) -> None:
        with Cleaner(FAKE, workers=1) as cleaner:
            self.assertRaises(TypeError, cleaner.clean, 5)
            self.assertRaises(TypeError, lambda: list(cleaner.map(["a", {"url": 5}])))
            self.assertRaises(TypeError, ghirbal.clean)
            self.assertRaises(TypeError, lambda: ghirbal.clean("a", text="b"))
        with Cleaner(FAKE, workers=1, provenance=True) as cleaner:
            self.assertRaises(TypeError, cleaner.clean, {"text": "a", "id": (1, 2)})

    def test_the_id_comes_back_as_the_same_object(self) -> None:
        mine = object()
        with Cleaner(FAKE, workers=1) as cleaner:
            self.assertIs(cleaner.clean(Page(text="a", id=mine)).id, mine)

    def test_the_name_of_a_record(self) -> None:
        rows: list[tuple[str, Page, object]] = [
            ("the id", Page(text="a", id="x", url="u"), "x"),
            ("a number", Page(text="a", id=3), 3),
            ("the URL", Page(text="a", url="u"), "u"),
            ("a URL too long for an id", Page(text="a", url="u" * 5000), None),
            ("neither", Page(text="a"), None),
        ]
        with Cleaner(FAKE, workers=1, provenance=True) as cleaner:
            for label, page, path in rows:
                with self.subTest(label):
                    document = cleaner.clean(page)
                    self.assertEqual(document.provenance, {"path": path})
                    self.assertEqual(document.id, page.id)

    def test_clean_inside_of_map(self) -> None:
        found: list[str | None] = []
        with Cleaner(FAKE, workers=1, window=4) as cleaner:
            for document in cleaner.map({"text": f"{n}a"} for n in range(30)):
                found.append(cleaner.clean({"text": document.text}).text)
        self.assertEqual(found, [f"{n}a" for n in range(30)])

    def test_many_threads(self) -> None:
        wrong: list[object] = []
        with Cleaner(FAKE, workers=2) as cleaner:

            def work(name: int) -> None:
                for number in range(30):
                    text = f"{name}-{number}"
                    if cleaner.clean({"text": text}).text != text[::-1]:
                        wrong.append(text)
                texts = [f"{name}+{number}" for number in range(30)]
                if [d.text for d in cleaner.map({"text": t} for t in texts)] != [
                    t[::-1] for t in texts
                ]:
                    wrong.append(name)

            threads = [threading.Thread(target=work, args=(name,)) for name in range(6)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(wrong, [])

    def test_a_closed_cleaner_says_so(self) -> None:
        cleaner = Cleaner(FAKE)
        cleaner.close()
        cleaner.close()
        self.assertRaises(ValueError, cleaner.clean, "a")
        self.assertRaises(ValueError, lambda: list(cleaner.map(["a"])))

    def test_a_cleaner_that_is_collected_ends_its_workers(self) -> None:
        cleaner = Cleaner(FAKE)
        cleaner.clean("a")
        self.assertNotEqual(children(), self.before[0])
        del cleaner

    def test_pickled_it_is_a_new_one(self) -> None:
        with (
            Cleaner(FAKE, {"format": "text"}, workers=1, timeout=3, provenance=True) as cleaner,
            pickle.loads(pickle.dumps(cleaner)) as other,
        ):
            self.assertEqual(other._settings, cleaner._settings)
            self.assertTrue(other.clean("a").ok)

    def test_numbers_out_of_range(self) -> None:
        for name in ("workers", "threads", "window", "window_bytes", "timeout", "start_timeout"):
            with self.subTest(name), self.assertRaises(ValueError):
                Cleaner(FAKE, **{name: 0})  # type: ignore[arg-type]

    def test_a_fork_has_workers_of_its_own(self) -> None:
        with Cleaner(FAKE, workers=1) as cleaner:
            self.assertTrue(cleaner.clean("a").ok)
            (worker,) = children() - self.before[0]
            ready, tell = os.pipe()
            go_on, hold = os.pipe()
            fork = os.fork()
            if not fork:
                status = 1
                try:
                    os.close(hold)
                    good = cleaner.clean("ab").text == "ba" and cleaner.statistics.starts == 2
                    cleaner.close()
                    os.write(tell, b"x")
                    os.read(go_on, 1)
                    status = 0 if good else 1
                finally:
                    os._exit(status)
            os.read(ready, 1)
            self.assertEqual(cleaner.clean("ab").text, "ba")
            self.assertEqual(cleaner.statistics.starts, 1)
        # The fork is still there; it holds no pipe of the worker open.
        self.assertFalse(is_running(worker))
        self.assertEqual(cleaner.statistics.breaches, 0)
        os.close(hold)
        self.assertEqual(os.waitpid(fork, 0)[1], 0)
        for pipe in (ready, tell, go_on):
            os.close(pipe)

    def run_and_signal(self, number: int) -> tuple[int, list[int], str]:
        """A process in the middle of an endless map gets the signal; its status and its workers."""
        program = textwrap.dedent(f"""
            import itertools, sys
            from pathlib import Path
            import ghirbal
            cleaner = ghirbal.Cleaner({FAKE!r}, workers=2)
            for n, document in enumerate(cleaner.map({{"text": "a"}} for _ in itertools.count())):
                if n == 50:
                    tasks = Path("/proc/self/task").iterdir()
                    print(*(task.joinpath("children").read_text() for task in tasks), flush=True)
        """)
        with environment(PYTHONPATH=SOURCES):
            process = subprocess.Popen(
                [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        assert process.stdout
        workers = [int(word) for word in process.stdout.readline().split()]
        process.send_signal(number)
        errors = process.communicate(timeout=20)[1].decode()
        return process.returncode, workers, errors

    def test_no_worker_outlives_its_process(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            with self.subTest(number.name):
                status, workers, errors = self.run_and_signal(number)
                self.assertEqual((status, len(workers)), (-number, 2), errors)
                self.assertTrue(
                    eventually(lambda found=workers: not any(map(is_running, found))), "left behind"
                )

    def test_an_interpreter_ends_with_its_workers(self) -> None:
        program = f"import ghirbal; c = ghirbal.Cleaner({FAKE!r}); d = c.map('ab' * 99); next(d)"
        with environment(PYTHONPATH=SOURCES, GHIRBAL_BINARY=FAKE):
            done = subprocess.run(
                [sys.executable, "-X", "dev", "-c", program], capture_output=True, timeout=20,
                check=False,
            )  # fmt: skip
        self.assertEqual((done.returncode, done.stderr), (0, b""))
