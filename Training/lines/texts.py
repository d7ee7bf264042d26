"""Flattened texts with their features and labels, as `ghirbal features --flattened` and the gold tell."""

import hashlib
import json
import pickle
import re
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[1] / "content"))

from labels import matched, snippets, words
from pages import site

FOLDS = 4
# Addresses of marked links are no words of the gold.
_ADDRESS = re.compile(r"\]\([^)\s]*\)")


@dataclass
class Text:
    """A page flattened in one way, or a text that is whole."""

    set: str
    id: str
    way: str
    is_whole: bool
    fold: int  # texts of one site stay together
    rows: slice
    texts: list[str]  # what is judged as one
    tokens: np.ndarray
    gold: list[str]
    inside: list[str]
    outside: list[str]
    labels: np.ndarray | None = None  # share of a text's words that are gold; -1 where nobody said

    def counts(self) -> list[Counter]:
        """The words of each text."""
        return [Counter(words(_ADDRESS.sub("]", text))) for text in self.texts]


def _label(job: tuple[bool, list[str], list[str], list[str], list[str]]) -> np.ndarray:
    is_whole, gold, inside, outside, texts = job
    if is_whole:
        return np.ones(len(texts), np.float32)
    if gold:
        lines = [words(_ADDRESS.sub("]", text)) for text in texts]
        counts = matched(lines, gold)
        return np.array([c / max(1, len(x)) for c, x in zip(counts, lines)], np.float32)
    return np.array(snippets(texts, inside, outside), np.float32)


def load(folder: Path, features: Path, cache: Path) -> tuple[list[str], np.ndarray, list[Text]]:
    """Names and rows of features, and the texts of an examples folder that have any."""
    names = (features / "names.txt").read_text().split()
    matrix = np.fromfile(features / "features.f32", "<f4").reshape(-1, len(names))
    gold = {}
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gold[row["id"]] = row
    texts, start = [], 0
    with (features / "pages.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            rows = slice(start, start + len(page["texts"]))
            start = rows.stop
            truth = gold.get(page["page"].removesuffix(".txt"))
            if truth is None or not page["texts"]:
                continue
            main = words(truth.get("main_text") or "")
            group = site(truth.get("url"), truth["page"])
            texts.append(
                Text(
                    set=folder.name,
                    id=truth["id"],
                    way=truth["way"],
                    is_whole=bool(truth.get("whole")),
                    fold=int(hashlib.md5(group.encode()).hexdigest(), 16) % FOLDS,
                    rows=rows,
                    texts=page["texts"],
                    tokens=np.array(page["tokens"], np.float32),
                    gold=main,
                    inside=[] if main else truth.get("with") or [],
                    outside=[] if main else truth.get("without") or [],
                )
            )
    _attach_labels(texts, cache / f"labels-{folder.name}")
    return names, matrix, texts


def _attach_labels(texts: list[Text], cache: Path) -> None:
    """Aligning is slow and depends on the texts alone, so it may be kept between runs."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update("\0".join([text.id, *text.texts]).encode())
    path = cache.with_name(f"{cache.name}-{digest.hexdigest()[:16]}.pickle")
    if path.exists():
        labels = pickle.loads(path.read_bytes())
    else:
        jobs = [(t.is_whole, t.gold, t.inside, t.outside, t.texts) for t in texts]
        with ProcessPoolExecutor(2) as pool:
            labels = list(pool.map(_label, jobs, chunksize=16))
        path.write_bytes(pickle.dumps(labels))
    for text, label in zip(texts, labels):
        text.labels = label
