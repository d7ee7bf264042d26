"""Pages with their features, texts and labels, as `ghirbal features` and the gold tell them."""

import hashlib
import json
import pickle
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from labels import matched, parts, snippets, words


@dataclass
class GoldPage:
    """One page of a benchmark folder."""

    set: str
    id: str
    kind: str
    language: str
    group: str  # pages of one group are of one site and stay together in cross-validation
    rows: slice
    texts: list[str]
    tokens: np.ndarray
    is_comment: np.ndarray
    is_discussion: bool
    units: list[int]  # blocks with the same number are one unit; -1 for those in none
    alike: list[int]  # blocks with the same number are made alike
    sentences: np.ndarray  # whether each block ends like a sentence
    gold: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    # By kind: texts that are known to be content, where nothing is known of the rest.
    parts: dict[str, list[str]] = field(default_factory=dict)
    labels: np.ndarray | None = None

    @property
    def fold(self) -> int:
        digest = hashlib.md5(self.group.encode()).hexdigest()
        return int(digest, 16) % FOLDS

    @property
    def is_bare(self) -> bool:
        """Whether it is in that half of all pages which may be read without their scripts."""
        return hashlib.md5(self.id.encode()).digest()[0] < 128


FOLDS = 5
# Second-level domains under which registrations happen: example.co.uk is a site, co.uk is not.
_SECOND_LEVEL = re.compile(r"^(co|com|org|net|gov|edu|ac|or|ne|go)$")


def site(url: str | None, identifier: str) -> str:
    """The registered domain of an address; without one, the id up to a number: `nytimes-2`."""
    host = (urlsplit(url).hostname or "") if url else ""
    if not host:
        return re.sub(r"[-_]?\d+$", "", identifier) or identifier
    parts = host.split(".")
    keep = 3 if len(parts) > 2 and _SECOND_LEVEL.match(parts[-2]) else 2
    return ".".join(parts[-keep:])


def _label(page: GoldPage) -> np.ndarray:
    if page.gold:
        blocks = [words(text) for text in page.texts]
        counts = matched(blocks, page.gold)
        return np.array([c / max(1, len(b)) for c, b in zip(counts, blocks)], np.float32)
    if page.parts:
        wanted = [text for kind in LABELLED_PARTS for text in page.parts.get(kind, [])]
        return np.array(parts(page.texts, wanted), np.float32)
    return np.array(snippets(page.texts, page.inside, page.outside), np.float32)


# The kinds of parts that tell blocks; headings and quotations are measured only.
LABELLED_PARTS = ("ingredients", "steps", "rows", "items", "code")


def _parts(truth: dict) -> dict[str, list[str]]:
    """Ingredients and steps of a recipe, rows, items, code, headings and quotations of a structure."""
    structure = truth.get("structure") or {}
    found = {kind: truth.get(kind) or [] for kind in ("ingredients", "steps")}
    found |= {kind: structure.get(kind, []) for kind in ("items", "code", "headings", "quotes")}
    found["rows"] = [" ".join(cells) for cells in structure.get("rows", [])]
    return {kind: texts for kind, texts in found.items() if texts}


def load(folder: Path, features: Path, cache: Path | None) -> tuple[np.ndarray, list[GoldPage]]:
    """The feature matrix of a benchmark folder and its pages, bad labels left out."""
    names = (features / "names.txt").read_text().split()
    matrix = np.fromfile(features / "features.f32", "<f4").reshape(-1, len(names))
    gold = {}
    for line in (folder / "gold.jsonl").read_text().split("\n")[:-1]:
        entry = json.loads(line)
        gold[entry["id"]] = entry
    bad_path = folder / "bad_labels.json"
    bad = {entry[0] for entry in json.loads(bad_path.read_text())} if bad_path.exists() else set()
    pages, start = [], 0
    for line in (features / "pages.jsonl").read_text().split("\n")[:-1]:
        entry = json.loads(line)
        rows = slice(start, start + len(entry["texts"]))
        start = rows.stop
        identifier = entry["page"].removesuffix(".html")
        if identifier in bad or identifier not in gold:
            continue
        truth = gold[identifier]
        main = words(truth.get("main_text") or "")
        inside = [] if main else truth.get("with") or []
        outside = [] if main else truth.get("without") or []
        known = _parts(truth)
        if not main and not known and not (folder.name != "wcxb-dev" and (inside or outside)):
            continue
        pages.append(
            GoldPage(
                set=folder.name,
                id=identifier,
                kind=truth.get("page_type") or "article",
                language=truth.get("lang") or "",
                group=site(truth.get("url"), identifier),
                rows=rows,
                texts=entry["texts"],
                tokens=np.array(entry["tokens"], np.float32),
                is_comment=np.array(entry["comments"], bool),
                is_discussion=entry["discussion"],
                units=entry["units"],
                alike=entry["alike"],
                sentences=np.array(entry["sentences"], bool),
                gold=main,
                inside=inside,
                outside=outside,
                parts=known,
            )
        )
    _attach_labels(pages, cache)
    return matrix, pages


def _attach_labels(pages: list[GoldPage], cache: Path | None) -> None:
    """Aligning is slow and depends on the blocks' texts alone, so it may be kept between runs."""
    digest = hashlib.sha256()
    for page in pages:
        known = [text for texts in page.parts.values() for text in texts]
        told = [*page.gold, *page.inside, *page.outside, *known]
        digest.update("\0".join([page.id, *page.texts, *told]).encode())
    path = cache / f"labels-{digest.hexdigest()[:16]}.pickle" if cache else None
    if path and path.exists():
        labels = pickle.loads(path.read_bytes())
    else:
        with ProcessPoolExecutor(2) as pool:
            labels = list(pool.map(_label, pages, chunksize=16))
        if path:
            path.write_bytes(pickle.dumps(labels))
    for page, label in zip(pages, labels):
        page.labels = label
