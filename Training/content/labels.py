"""Which words of a page's blocks stand in its gold text: labels for training.

The gold text has no markup, so the page's words are aligned with it. Runs of equal words are
candidates; of them the heaviest chain that ascends in both texts is taken, then long runs that
are left over. A block's label is the share of its words that were matched.
"""

import heapq
import re
from collections import defaultdict

# A word is a run of letters and digits; characters of scripts that write no spaces stand alone.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_WORD = re.compile(f"[{_IDEOGRAPHS}]|[^\\W{_IDEOGRAPHS}]+")


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


RUN = 3  # the shortest run of words that is looked up
MAX_PLACES = 40  # more places of one run in the gold are not followed


def _candidates(blocks, gold):
    """(block, offset in the block, place in the gold, length), in no order."""
    runs = defaultdict(list)
    single = defaultdict(list)
    for place in range(len(gold) - RUN + 1):
        runs[tuple(gold[place : place + RUN])].append(place)
    for place, word in enumerate(gold):
        single[word].append(place)
    for block, text in enumerate(blocks):
        size = len(text)
        if size < RUN:
            if size:
                whole = [p for p in single.get(text[0], ()) if gold[p : p + size] == text]
                yield from ((block, 0, place, size) for place in whole[:60])
            continue
        offset = 0
        while offset <= size - RUN:
            places = runs.get(tuple(text[offset : offset + RUN]))
            if not places:
                offset += 1
                continue
            longest = 0
            for place in places[:MAX_PLACES]:
                length = RUN
                while (
                    offset + length < size
                    and place + length < len(gold)
                    and text[offset + length] == gold[place + length]
                ):
                    length += 1
                longest = max(longest, length)
                yield block, offset, place, length
            offset += max(1, longest - RUN + 1) if longest < 8 else longest - 1


def _weight(candidate, blocks) -> float:
    block, _, _, length = candidate
    if length >= 4:
        return float(length)
    return length * (0.8 if length == len(blocks[block]) and length >= 2 else 0.5)


class _Best:
    """The best chain that ends at or before a place of the gold (a Fenwick tree of maxima)."""

    def __init__(self, size: int):
        self._tree = [(0.0, -1)] * (size + 2)

    def put(self, place: int, value: tuple[float, int]) -> None:
        place += 1
        while place < len(self._tree):
            if self._tree[place][0] < value[0]:
                self._tree[place] = value
            place += place & -place

    def get(self, place: int) -> tuple[float, int]:
        place += 1
        best = (0.0, -1)
        while place > 0:
            if self._tree[place][0] > best[0]:
                best = self._tree[place]
            place -= place & -place
        return best


def _chain(candidates, blocks, gold) -> list[int]:
    """Indices of the candidates on the heaviest ascending chain."""
    best = _Best(len(gold))
    value, before = [0.0] * len(candidates), [-1] * len(candidates)
    waiting: list[tuple[int, int, int, float, int]] = []
    for index, (block, offset, place, length) in enumerate(candidates):
        while waiting and waiting[0][:2] <= (block, offset):
            _, _, end, total, other = heapq.heappop(waiting)
            best.put(end, (total, other))
        total, last = best.get(place)
        # Matches that follow on each other in the gold are no accident.
        bonus = 0.0
        if last >= 0:
            bonus = 0.3 if place - candidates[last][2] - candidates[last][3] <= 2 else 0.0
        elif place <= 2:
            bonus = 0.3
        value[index] = total + _weight(candidates[index], blocks) + bonus
        before[index] = last
        heapq.heappush(waiting, (block, offset + length, place + length, value[index], index))
    index = max(range(len(candidates)), key=value.__getitem__)
    chain = []
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def matched(blocks: list[list[str]], gold: list[str]) -> list[int]:
    """How many words of each block are found in the gold."""
    counts = [0] * len(blocks)
    candidates = sorted(_candidates(blocks, gold), key=lambda c: (c[0], c[1], -c[2]))
    if not gold or not candidates:
        return counts
    used = bytearray(len(gold))
    chain = _chain(candidates, blocks, gold)
    for number, index in enumerate(chain):
        block, _, place, length = candidates[index]
        if length < 3:
            near = False
            if number > 0:
                other = candidates[chain[number - 1]]
                near = abs(place - other[2] - other[3]) <= 12
            if number + 1 < len(chain):
                near = near or abs(candidates[chain[number + 1]][2] - place - length) <= 12
            if not near:
                continue
        counts[block] += length
        used[place : place + length] = b"\1" * length
    # Text that the gold has in another order.
    taken: dict[int, bytearray] = {}
    for block, offset, place, length in sorted(
        (c for c in candidates if c[3] >= 4), key=lambda c: -c[3]
    ):
        if counts[block] >= 0.6 * len(blocks[block]):
            continue
        free = used[place : place + length].count(0)
        if free < max(4, 0.7 * length):
            continue
        seen = taken.setdefault(block, bytearray(len(blocks[block])))
        fresh = seen[offset : offset + length].count(0)
        if fresh < 0.7 * length:
            continue
        used[place : place + length] = b"\1" * length
        seen[offset : offset + length] = b"\1" * length
        counts[block] = min(len(blocks[block]), counts[block] + min(free, fresh))
    return counts


_MARKS = re.compile(r"[\W_]+")
# Shorter texts than this stand in others by chance.
_LONG = 12


def folded(text: str) -> str:
    """A text in small letters, with one blank for what is no letter or digit."""
    return _MARKS.sub(" ", text.lower()).strip()


def parts(texts: list[str], wanted: list[str]) -> list[float]:
    """Labels by parts that are known to be content: 1 for a block that is one of `wanted`, holds one
    or lies within one, -1 for all others, of which nothing is known."""
    wanted = [part for part in map(folded, wanted) if len(part) > 2]
    whole, long = set(wanted), [part for part in wanted if len(part) >= _LONG]
    together = "\n".join(wanted)
    labels = []
    for text in map(folded, texts):
        known = text in whole or (
            len(text) >= _LONG and (text in together or any(part in text for part in long))
        )
        labels.append(1.0 if known and len(text) > 2 else -1.0)
    return labels


_SPACE = re.compile(r"\s+")


def snippets(texts: list[str], inside: list[str], outside: list[str]) -> list[float]:
    """Labels by snippets: 1 where one of `inside` stands, 0 for `outside`, -1 where none does."""
    folded = [_SPACE.sub(" ", text) for text in texts]
    labels = [-1.0] * len(texts)
    for snippet in outside:
        snippet = _SPACE.sub(" ", snippet).strip()
        for block, text in enumerate(folded):
            if snippet in text:
                labels[block] = 0.0
    for snippet in inside:
        snippet = _SPACE.sub(" ", snippet).strip()
        holders = [block for block, text in enumerate(folded) if snippet in text]
        if holders:
            labels[max(holders, key=lambda block: len(folded[block]))] = 1.0
    return labels
