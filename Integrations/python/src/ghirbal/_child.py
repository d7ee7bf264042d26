"""One running `ghirbal stream`: its three pipes, none of which ever blocks."""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import subprocess
import time
from collections import deque
from collections.abc import Sequence

READ_SIZE = 1 << 18
READS = 8
STDERR_TAIL = 4096
# What an unprivileged process may ask of Linux. A page of average size fits, so that the child has
# its next pages while the caller is busy with the last one.
PIPE_SIZE = 1 << 20


class Child:
    """A child process whose pipes are written and read as far as they go, and no further."""

    def __init__(self, command: Sequence[str], config_path: str = "") -> None:
        """Starts `command`, which reads its configuration from `config_path`.

        Raises:
            OSError: where it cannot be started.
        """
        self.config_path = config_path
        # The pipes of Python close at exec, so no other child holds them open.
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        assert self.process.stdin  # noqa: S101
        assert self.process.stdout  # noqa: S101
        assert self.process.stderr  # noqa: S101
        self.files = (self.process.stdin, self.process.stdout, self.process.stderr)
        self.stdin, self.stdout, self.stderr = (file.fileno() for file in self.files)
        for pipe in (self.stdin, self.stdout, self.stderr):
            os.set_blocking(pipe, False)
        for pipe in (self.stdin, self.stdout):
            with contextlib.suppress(AttributeError, OSError):
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_SIZE)
        self.outgoing: deque[memoryview] = deque()
        self.incoming = bytearray()
        self.searched = 0
        self.ended = False
        self.stderr_open = True
        self.stderr_tail = b""

    def send(self, line: bytes) -> None:
        """Puts `line` behind what is still to be written."""
        self.outgoing.append(memoryview(line))

    def write(self) -> None:
        """Writes what the pipe takes."""
        while self.outgoing:
            first = self.outgoing[0]
            try:
                written = os.write(self.stdin, first)
            except BlockingIOError:
                return
            except OSError:
                # It reads no more. What it still wrote, and its end, are found by reading.
                self.outgoing.clear()
                return
            if written < len(first):
                self.outgoing[0] = first[written:]
            else:
                self.outgoing.popleft()

    def read(self) -> list[bytes]:
        """The whole lines that have come, without their line feeds."""
        for _ in range(READS):
            if self.ended:
                break
            try:
                data = os.read(self.stdout, READ_SIZE)
            except BlockingIOError:
                break
            self.incoming += data
            self.ended = not data
            if len(data) < READ_SIZE:
                break
        end = self.incoming.rfind(b"\n", self.searched)
        self.searched = len(self.incoming)
        if end < 0:
            return []
        lines = bytes(self.incoming[:end]).split(b"\n")
        del self.incoming[: end + 1]
        self.searched = len(self.incoming)
        return lines

    def drain(self) -> None:
        """Reads what has come on standard error; the end of it is kept."""
        while self.stderr_open:
            try:
                data = os.read(self.stderr, READ_SIZE)
            except BlockingIOError:
                return
            self.stderr_open = bool(data)
            self.stderr_tail = (self.stderr_tail + data)[-STDERR_TAIL:]
            if len(data) < READ_SIZE:
                return

    def finish(self, seconds: float) -> bool:
        """Ends the input and waits for the end of the child; whether it came, with exit code 0.

        Lines that still come are kept in `incoming`.
        """
        self.outgoing.clear()
        self.files[0].close()
        limit = time.monotonic() + seconds
        poll = select.poll()
        while not self.ended:
            for pipe, is_open in ((self.stdout, True), (self.stderr, self.stderr_open)):
                if is_open:
                    poll.register(pipe, select.POLLIN)
                else:
                    with contextlib.suppress(KeyError):
                        poll.unregister(pipe)
            left = limit - time.monotonic()
            if left <= 0 or not poll.poll(left * 1000):
                break
            self.drain()
            try:
                data = os.read(self.stdout, READ_SIZE)
            except BlockingIOError:
                continue
            # A child that never stops writing is not listened to for ever.
            self.incoming = (self.incoming + data)[: 1 << 16]
            self.ended = not data
        ended = self.ended
        if ended:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(max(0.0, limit - time.monotonic()))
        self.kill()
        return ended and self.process.returncode == 0

    def kill(self, patience: float = 0.0) -> None:
        """Ends it, after `patience` seconds in which it may end itself, and reaps it."""
        with contextlib.suppress(OSError):
            self.drain()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        self.process.kill()
        self.process.wait()
        with contextlib.suppress(OSError):
            self.drain()
        self.close_pipes()

    def close_pipes(self) -> None:
        """Closes this process's ends and leaves the child alone."""
        self.outgoing.clear()
        self.ended = True
        self.stderr_open = False
        for file in self.files:
            with contextlib.suppress(OSError):
                file.close()

    @property
    def ending(self) -> str:
        """How it ended."""
        code = self.process.returncode
        if code is not None and code < 0:
            return f"signal {-code}"
        return f"exit code {code}"

    @property
    def last_words(self) -> str:
        """The end of what it wrote on standard error, for a message."""
        tail = self.stderr_tail.decode(errors="replace").strip()
        return f"its standard error ends: {tail}" if tail else "its standard error is empty"
