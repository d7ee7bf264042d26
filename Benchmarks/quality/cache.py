"""Extractions of peers kept between runs, only where a folder is given for them.

A row is used again when peer, version, settings and the page's bytes are the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from .benchmark import Page
from .extraction import Extraction, Facts
from .peers import Peer


def _key(page: Page) -> str:
    """The page's bytes and its URL, which trafilatura takes facts from."""
    return hashlib.sha256(page.path.read_bytes() + (page.url or "").encode()).hexdigest()


def _read(path: Path) -> dict[str, Extraction]:
    if not path.exists():
        return {}
    kept = {}
    for line in path.read_text("ascii").splitlines():
        row = json.loads(line)
        facts = Facts(**row["facts"]) if row["facts"] is not None else None
        kept[row["page"]] = Extraction(row["text"], facts, row["failure"])
    return kept


def extract_all(
    folder: Path,
    peer: Peer,
    pages: Sequence[Page],
    run: Callable[[Sequence[Page]], Iterable[Extraction]],
) -> list[Extraction]:
    """Extractions in the order of the pages; only those not yet known are run."""
    settings = hashlib.sha256(peer.settings.encode()).hexdigest()[:8]
    path = folder / f"{peer.name}-{peer.version}-{settings}.jsonl"
    kept = _read(path)
    keys = [_key(page) for page in pages]
    missing = [page for page, key in zip(pages, keys, strict=True) if key not in kept]
    folder.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="ascii") as lines:
        for page, extraction in zip(missing, run(missing), strict=True):
            key = _key(page)
            kept[key] = extraction
            lines.write(json.dumps({"page": key, **asdict(extraction)}) + "\n")
            lines.flush()
    return [kept[key] for key in keys]
