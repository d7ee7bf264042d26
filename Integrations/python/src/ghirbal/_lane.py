"""A supervised worker: the child that runs now, and what is to be done when it does not."""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections import deque
from dataclasses import dataclass, replace
from typing import Any

from ghirbal._child import Child
from ghirbal._configuration import Configuration, configuration_error
from ghirbal._document import Answer, Document
from ghirbal._errors import StartError

log = logging.getLogger("ghirbal")

STARTS = 5
"""So often is a start tried before StartError; between them .1, .2, .4 and .8 seconds pass."""
GRACE = 5.0
"""Seconds that a child has to end when its input has."""
WRONG_USAGE, WRONG_CONFIGURATION = 64, 78
"""Exit codes of a child that no second start would help."""
ANSWER_BYTES = 1 << 26
"""An answer may be as long as this and 64 times its page; only a child gone wild writes more."""

PROBE = "probe"
PROBE_LINE = b'{"id":"probe","text":"Is anybody there?"}\n'


@dataclass(frozen=True)
class Settings:
    """How children are started and what they are allowed."""

    command: tuple[str, ...]
    """The command line but for --config."""
    config: Configuration
    """Where the configuration is."""
    window: int
    """Records that may be unanswered at a time."""
    window_bytes: int
    """Bytes of them; a single record may have more."""
    timeout: float | None
    """Seconds without an answer after which a child counts as hanging."""
    start_timeout: float
    """The same for a child that has answered nothing yet."""


@dataclass
class Statistics:
    """What happened to the children of a Cleaner."""

    starts: int = 0
    """Children started, the first ones included."""
    crashes: int = 0
    """Children that ended before they had answered everything."""
    time_limits: int = 0
    """Children that gave no answer in time."""
    breaches: int = 0
    """Children that wrote a line that was no answer, not the next one, or asked for by nobody."""


@dataclass(eq=False)
class Record:
    """A page between its line and its answer."""

    number: int
    """Its place in the input."""
    name: str | int | None
    """The id that goes over the wire and must come back."""
    line: bytes
    id: Any
    """The caller's id."""


Finished = tuple[Record, Document]


class Lane:
    """Sends records to a child and turns whatever comes of it into one Document each, in order.

    Where a child ends, hangs or breaks the protocol, the records it had not answered are sent
    again one by one, each alone; the one that fails alone is given up and becomes a `failed` row.
    Every child has to answer a probe first, so that a child that cannot work is told from a page
    that kills it.
    """

    def __init__(self, settings: Settings, statistics: Statistics) -> None:
        """Starts nothing yet."""
        self.settings = settings
        self.statistics = statistics
        self.child: Child | None = None
        self.probing = False
        self.failed_starts = 0
        self.replaying = False
        self.waited = 0.0
        self.unanswered: deque[Record] = deque()
        self.suspects: deque[Record] = deque()
        self.bytes = 0
        self.config_file: str | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is unanswered."""
        return not (self.unanswered or self.suspects)

    @property
    def has_room(self) -> bool:
        """Whether a further record may be submitted. While records are sent again there is none."""
        return self.is_idle or (
            not self.replaying
            and len(self.unanswered) < self.settings.window
            and self.bytes < self.settings.window_bytes
        )

    @property
    def seconds_left(self) -> float | None:
        """How long the next answer may still take; None where nothing is awaited or no limit is."""
        if not self.child or not (self.probing or self.unanswered):
            return None
        limit = self.settings.start_timeout if self.probing else self.settings.timeout
        return None if limit is None else max(0.0, limit - self.waited)

    def submit(self, record: Record) -> None:
        """Takes `record`, for which there is room; its Document comes out of `step` in its turn."""
        if self.is_idle and not self.probing:
            self.waited = 0.0
        self.unanswered.append(record)
        self.bytes += len(record.line)
        if self.child:
            self.child.send(record.line)
            self.child.write()
        else:
            self.start()

    def start(self) -> None:
        """Starts a child and sends the probe and what is unanswered.

        Raises:
            StartError: where the system cannot start it.
        """
        config_path = self.settings.config.write()
        if self.settings.config.is_written:
            self.config_file = config_path
        command = [*self.settings.command, "--config", config_path]
        try:
            self.child = Child(command, config_path)
        except OSError as error:
            self.remove_config_file()
            raise StartError(f"{command[0]} cannot be started: {error}") from error
        self.statistics.starts += 1
        self.probing = True
        self.waited = 0.0
        self.child.send(PROBE_LINE)
        for record in self.unanswered:
            self.child.send(record.line)
        self.child.write()

    def step(self, seconds: float) -> list[Finished]:
        """What was answered or given up since the last step, after `seconds` of waiting for it.

        Raises:
            StartError: where no child can be started any more.
        """
        finished: list[Finished] = []
        child = self.child
        if not child:
            return finished
        self.waited += seconds
        child.write()
        child.drain()
        for line in child.read():
            problem = self.take(line, finished)
            if problem:
                self.lose("protocol", problem, finished)
                return finished
        if child.ended:
            self.lose("crashed", "the worker ended", finished)
        elif len(child.incoming) > ANSWER_BYTES + 64 * self.bytes:
            self.lose("protocol", "an answer has no end", finished)
        elif self.seconds_left == 0:
            limit = self.settings.start_timeout if self.probing else self.settings.timeout
            self.lose("time_limit", f"no answer within {limit:g} s", finished)
        else:
            self.replay()
        return finished

    def take(self, line: bytes, finished: list[Finished]) -> str | None:
        """Takes one line of the child; what is wrong with it, if anything."""
        try:
            answer = Answer(line)
        except (ValueError, RecursionError) as error:
            return f"a line that is no answer ({error})"
        if self.probing:
            if answer.name != PROBE:
                return "the answer to the first line has another id"
            self.probing = False
            self.failed_starts = 0
            self.waited = 0.0
            self.remove_config_file()
            return None
        if not self.unanswered:
            return "an answer that nothing asked for"
        record = self.unanswered[0]
        # The worker does not know the id of a line that it could not read.
        unread = answer.name is None and answer.document.status == "failed"
        same = answer.name == record.name and type(answer.name) is type(record.name)
        if not (same or unread):
            return "an answer with the id of another page"
        self.unanswered.popleft()
        self.bytes -= len(record.line)
        self.waited = 0.0
        finished.append((record, replace(answer.document, id=record.id)))
        return None

    def lose(self, reason: str, what: str, finished: list[Finished]) -> None:
        """Ends the child and starts another one for what is unanswered.

        Raises:
            StartError: where it had not answered the probe either, too often in a row.
        """
        child = self.child
        if not child:
            return
        child.kill(patience=1.0 if child.ended else 0.0)
        self.child = None
        self.remove_config_file()
        if self.probing:
            self.retry(child, what)
        else:
            log.warning(
                "worker lost (%s: %s, %s) with %d pages unanswered; %s",
                reason, what, child.ending, len(self.unanswered), child.last_words,
            )  # fmt: skip
            self.count(reason)
            if self.replaying and self.unanswered:
                record = self.unanswered.popleft()
                self.bytes -= len(record.line)
                detail = what if reason != "crashed" else f"{what} on this page: {child.ending}"
                finished.append((record, Document(record.id, "failed", None, reason, detail)))
            elif self.unanswered:
                self.replaying = True
                self.suspects, self.unanswered = self.unanswered, self.suspects
        self.replay()
        if self.unanswered and not self.child:
            self.start()

    def retry(self, child: Child, what: str) -> None:
        """Waits a moment after a child that could not even answer the probe."""
        self.probing = False
        self.failed_starts += 1
        if child.process.returncode == WRONG_CONFIGURATION:
            told = child.stderr_tail.decode(errors="replace")
            raise configuration_error(self.settings.config, child.config_path, told)
        if self.failed_starts >= STARTS or child.process.returncode == WRONG_USAGE:
            raise StartError(
                f"{' '.join(self.settings.command)} does not work, tried {self.failed_starts}"
                f" times: {what}, {child.ending}; {child.last_words}"
            )
        log.warning("worker does not start: %s, %s; %s", what, child.ending, child.last_words)
        time.sleep(0.1 * 2 ** (self.failed_starts - 1))

    def count(self, reason: str) -> None:
        """Notes why a child was lost."""
        if reason == "crashed":
            self.statistics.crashes += 1
        elif reason == "time_limit":
            self.statistics.time_limits += 1
        else:
            self.statistics.breaches += 1

    def replay(self) -> None:
        """Sends the next suspect alone, when the last one is through."""
        if not self.replaying or self.unanswered:
            return
        if not self.suspects:
            self.replaying = False
            return
        record = self.suspects.popleft()
        self.unanswered.append(record)
        if self.child:
            self.waited = 0.0
            self.child.send(record.line)
            self.child.write()

    def close(self) -> None:
        """Ends the child: in peace where nothing is unanswered, else at once."""
        child, self.child = self.child, None
        self.remove_config_file()
        if not child:
            return
        if not self.is_idle or self.probing:
            child.kill()
        elif not child.finish(GRACE) or child.incoming:
            self.statistics.breaches += 1
            log.warning(
                "worker did not end well: %s, %d bytes that nothing asked for; %s",
                child.ending, len(child.incoming), child.last_words,
            )  # fmt: skip

    def forget(self) -> None:
        """Closes the pipes of a child that is another process's, in a fork."""
        if self.child:
            self.child.close_pipes()
            # It is not this process's to reap, and Popen is not to warn that it still runs.
            self.child.process.returncode = 0
            self.child = None

    def remove_config_file(self) -> None:
        """Removes the file that held the configuration, when the child has read it."""
        if self.config_file:
            with contextlib.suppress(OSError):
                os.unlink(self.config_file)
            self.config_file = None
