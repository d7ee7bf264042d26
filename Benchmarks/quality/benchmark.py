"""A benchmark folder: `pages/ID.html`, `gold.jsonl`, and perhaps `bad_labels.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page's bytes on disk and what its gold says.

    A key that the gold row lacks is None. `main_text` may be empty: then the page has no main
    content. A fact (title, author, date) of a page whose facts were never labelled is told from a
    fact that the page lacks by `facts_labelled`.
    """

    id: str
    path: Path
    url: str | None
    page_type: str | None
    lang: str | None
    main_text: str | None
    present: tuple[str, ...] | None
    absent: tuple[str, ...] | None
    title: str | None
    author: str | None
    date: str | None
    ingredients: tuple[str, ...] | None = None
    steps: tuple[str, ...] | None = None
    structure: Mapping[str, Any] | None = None
    """The pieces of the main content by kind, see `structure.py`."""

    @property
    def facts_labelled(self) -> bool:
        """Whether anybody looked for facts: at least one of the three is a string, empty or not.

        In the trafilatura set the pages without labels have null for all three, and "" stands for
        a fact that was looked for and is not on the page.
        """
        return any(fact is not None for fact in (self.title, self.author, self.date))


@dataclass(frozen=True)
class Benchmark:
    """The pages to score, in the order of `gold.jsonl`, and those that are left out, with why."""

    name: str
    pages: tuple[Page, ...]
    left_out: tuple[tuple[str, str], ...]


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    return tuple(row[key]) if row.get(key) is not None else None


def _page(folder: Path, row: Mapping[str, Any]) -> Page:
    path = folder / "pages" / f"{row['id']}.html"
    if not path.is_file():
        raise FileNotFoundError(f"{path}: named in gold.jsonl, but there is no such page")
    return Page(
        id=row["id"],
        path=path,
        url=row.get("url") or None,
        page_type=row.get("page_type"),
        lang=row.get("lang"),
        main_text=row.get("main_text"),
        present=_texts(row, "with"),
        absent=_texts(row, "without"),
        title=row.get("title"),
        author=row.get("author"),
        date=row.get("date"),
        ingredients=_texts(row, "ingredients"),
        steps=_texts(row, "steps"),
        structure=row.get("structure"),
    )


def load(folder: Path, limit: int | None = None) -> Benchmark:
    """Reads a benchmark folder; with a limit, only that many pages from the top."""
    bad_labels = folder / "bad_labels.json"
    bad = dict(json.loads(bad_labels.read_text("utf-8"))) if bad_labels.exists() else {}
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    seen: set[str] = set()
    for row in rows:
        if row["id"] in seen:
            raise ValueError(f"{folder / 'gold.jsonl'}: {row['id']} stands there twice")
        seen.add(row["id"])
    kept = [row for row in rows if row["id"] not in bad][:limit]
    return Benchmark(
        name=folder.resolve().name,
        pages=tuple(_page(folder, row) for row in kept),
        left_out=tuple((id, why) for id, why in bad.items() if id in seen),
    )
