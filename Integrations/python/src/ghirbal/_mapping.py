"""Many pages through several lanes, in bounded memory."""

from __future__ import annotations

import math
import select
import time
from collections import deque
from collections.abc import Iterator, Sequence

from ghirbal._document import Document
from ghirbal._lane import Finished, Lane, Record

AHEAD = 2
"""So many times what the windows hold may be between a page taken and its document given. Only
where documents wait for their turn is it more than once."""


def clean_all(
    lanes: Sequence[Lane], records: Iterator[Record], *, ordered: bool
) -> Iterator[Document]:
    """The documents of `records`, which are numbered from 0; raises what `records` raises, last."""
    settings = lanes[0].settings
    most = AHEAD * len(lanes) * settings.window
    most_bytes = AHEAD * len(lanes) * settings.window_bytes
    early: dict[int, Finished] = {}
    ready: deque[Finished] = deque()
    taken = given = held_bytes = 0
    exhausted = False
    error: Exception | None = None
    while True:
        room = [lane for lane in lanes if lane.has_room]
        may_take = taken - given < most and (held_bytes < most_bytes or taken == given)
        if room and may_take and not exhausted:
            try:
                record = next(records)
            except StopIteration:
                exhausted = True
            except Exception as raised:  # noqa: BLE001 (raised when its turn comes)
                exhausted, error = True, raised
            else:
                taken += 1
                held_bytes += len(record.line)
                min(room, key=lambda lane: lane.bytes).submit(record)
            finished = step(lanes)
        elif ready:
            finished = step(lanes)
        elif all(lane.is_idle for lane in lanes):
            break
        else:
            finished = wait(lanes)
        if ordered:
            early.update((record.number, (record, document)) for record, document in finished)
            while (number := given + len(ready)) in early:
                ready.append(early.pop(number))
        else:
            ready.extend(finished)
        if ready:
            record, document = ready.popleft()
            given += 1
            held_bytes -= len(record.line)
            yield document
    if error:
        raise error


def step(lanes: Sequence[Lane], seconds: float = 0) -> list[Finished]:
    """What the lanes have finished."""
    return [finished for lane in lanes for finished in lane.step(seconds)]


def wait(lanes: Sequence[Lane]) -> list[Finished]:
    """What the lanes finish, after waiting until one of them can go on or has no time left."""
    poll = select.poll()
    left = math.inf
    children = 0
    for lane in lanes:
        if child := lane.child:
            children += 1
            poll.register(child.stdout, select.POLLIN)
            if child.stderr_open:
                poll.register(child.stderr, select.POLLIN)
            if child.outgoing:
                poll.register(child.stdin, select.POLLOUT)
            if (seconds := lane.seconds_left) is not None:
                left = min(left, seconds)
    if not children:
        raise RuntimeError("this iteration belongs to the process that this one was forked from")
    start = time.monotonic()
    poll.poll(None if left == math.inf else math.ceil(left * 1000))
    return step(lanes, time.monotonic() - start)
