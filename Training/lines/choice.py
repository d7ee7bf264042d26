"""Choices that look random and depend on nothing but a name: the same name, the same choice."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def number(name: str, below: int) -> int:
    """A number 0 ..< below."""
    return int.from_bytes(hashlib.md5(name.encode()).digest()[:8], "big") % below


def share(name: str) -> float:
    """A number 0 ..< 1."""
    return number(name, 1 << 32) / (1 << 32)


def one(name: str, items: Sequence[Item]) -> Item:
    """One of the items."""
    return items[number(name, len(items))]


def some(name: str, items: Sequence[Item], count: int) -> list[Item]:
    """`count` of the items, in their order."""
    ranked = sorted(range(len(items)), key=lambda index: number(f"{name} {index}", 1 << 60))
    return [items[index] for index in sorted(ranked[:count])]
