"""The ways in which people flatten a page, by name."""

from collections.abc import Callable, Mapping

import blocks
import marked
from markup import Markup, read

Way = Callable[[Markup, str], str]

WAYS: Mapping[str, Way] = {
    "block": blocks.block,
    "nodes": blocks.nodes,
    "markdownish": marked.markdownish,
    "inscriptis": marked.inscriptis,
    "wrapped": blocks.wrapped,
    "blank": blocks.blank,
    "glued": blocks.glued,
    "paragraph": blocks.paragraph,
    "oneline": blocks.oneline,
    "wet": blocks.wet,
}
"""The second argument of a way is the page's name, by which it chooses widths and signs."""

__all__ = ["WAYS", "Way", "read"]
