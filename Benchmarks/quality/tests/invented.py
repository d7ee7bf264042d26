"""Pages on disk without gold, for tests of what runs over them."""

from __future__ import annotations

from pathlib import Path

from quality.benchmark import Page


def pages(folder: Path, contents: dict[str, bytes]) -> list[Page]:
    """Writes `ID.html` for each id and returns the pages in that order."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for id, content in contents.items():
        path = folder / f"{id}.html"
        path.write_bytes(content)
        written.append(Page(id, path, *([None] * 9)))
    return written
