#!/usr/bin/env python3
"""Trains the judge of sites and writes the table that the binary embeds.

    python3 train.py EXAMPLES TABLES SETS --train SET… [--measure SET…] [--report FILE]

EXAMPLES is what make_examples.py wrote of the folders SETS/SET. The judge takes what a page alone says of
a block or a line, and what the profile of its site says, and tells how likely it is main content. It is
cross-validated by site, and a made-up kind of site is left out as a whole.
"""

import argparse
import hashlib
import json
import pickle
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "content"), str(HERE.parent / "lines")]

import lightgbm as lgb
import numpy as np

import decision
import forest
from labels import matched, words
from make_examples import LEARNT

FOLDS = 4
# What a page counts by how its site was learnt, and by its set.
WEIGHTS = {"half-a": 1.0, "half-b": 1.0, "quarter-a": 0.5, "quarter-d": 0.5, "all": 0.7}
SETS = {"sites-a": 1.0, "zhsites-a": 0.25, "made-train": 0.6}
# Words of an item beyond these do not add to its weight.
MAX_TOKENS = 200
PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "min_data_in_leaf": 80,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
    "num_threads": 2,
}
ROUNDS = 120
FORMS = ("html", "text")
# What the page alone takes for main content goes only where the site says so surely.
MIN_PAGE_PROBABILITY = 0.5
SURE_OF_BLOCK = 0.15
SURE_OF_LINE = 0.3


@dataclass
class Page:
    """A page that was judged with the profile of its site."""

    set: str
    site: str
    kind: str
    form: str
    learnt: str
    rows: slice
    texts: list[str]
    tokens: np.ndarray
    gold: list[str]
    page: SimpleNamespace
    labels: np.ndarray | None = None

    @property
    def fold(self) -> int:
        group = self.kind if self.set.startswith("made") else self.site
        return int(hashlib.md5(group.encode()).hexdigest(), 16) % FOLDS


def load(examples: Path, source: Path, start: int) -> tuple[list[str], list[np.ndarray], list[Page]]:
    gold = {}
    for line in (source / "gold.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        gold[row["id"]] = row
    parts, pages, names = [], [], []
    for form in FORMS:
        for learnt in LEARNT:
            folder = examples / source.name / f"{form}-{learnt}"
            names = (folder / "names.txt").read_text().split()
            matrix = np.fromfile(folder / "features.f32", "<f4").reshape(-1, len(names))
            parts.append(matrix)
            for line in (folder / "pages.jsonl").open(encoding="utf-8"):
                row = json.loads(line)
                truth = gold[Path(row["page"]).stem]
                rows = slice(start, start + len(row["texts"]))
                start = rows.stop
                pages.append(Page(
                    source.name, truth["site"], truth.get("page_type") or "", form, learnt, rows,
                    row["texts"], np.array(row["tokens"], np.float32), words(truth["main_text"]),
                    SimpleNamespace(
                        units=row.get("units", [-1] * len(row["texts"])),
                        alike=row.get("alike", list(range(len(row["texts"])))),
                        sentences=np.array(row.get("sentences", [0] * len(row["texts"])), bool),
                        tokens=np.array(row["tokens"], np.float32),
                        is_comment=np.array(row.get("comments", [0] * len(row["texts"])), bool),
                        is_discussion=row.get("discussion", False),
                    ),
                ))
    return names, parts, pages


def label(job: tuple[list[str], list[str]]) -> np.ndarray:
    texts, gold = job
    found = [words(text) for text in texts]
    counts = matched(found, gold)
    return np.array([min(1, c / max(1, len(f))) for c, f in zip(counts, found)], np.float32)


def attach_labels(pages: list[Page], cache: Path) -> None:
    """Aligning is slow and depends on the texts alone, so it may be kept between runs."""
    jobs: dict[str, tuple] = {}
    keys = []
    for page in pages:
        key = hashlib.sha256("\0".join([*page.texts, "\1", *page.gold]).encode()).hexdigest()
        keys.append(key)
        jobs[key] = (page.texts, page.gold)
    known = pickle.loads(cache.read_bytes()) if cache.exists() else {}
    missing = [key for key in jobs if key not in known]
    if missing:
        with ProcessPoolExecutor(2) as pool:
            labels = pool.map(label, [jobs[key] for key in missing], chunksize=8)
            known |= dict(zip(missing, labels))
        cache.write_bytes(pickle.dumps(known))
    for page, key in zip(pages, keys):
        page.labels = known[key]


def weigh(pages: list[Page], count: int) -> tuple[np.ndarray, np.ndarray]:
    labels, weights = np.zeros(count, np.float32), np.zeros(count, np.float32)
    for page in pages:
        root = np.sqrt(np.minimum(page.tokens, MAX_TOKENS) + 1)
        found = float((page.labels * page.tokens).sum()) / max(1, len(page.gold))
        weight = SETS.get(page.set, 0.5) * WEIGHTS[page.learnt] * (0.3 + 0.7 * min(1, found))
        labels[page.rows], weights[page.rows] = page.labels, root / root.sum() * weight
    return labels, weights


def fit(rows: np.ndarray, pages: list[Page]) -> lgb.Booster:
    labels, weights = weigh(pages, len(rows))
    chosen = np.flatnonzero(weights)
    data = lgb.Dataset(
        rows[chosen], labels[chosen], weight=weights[chosen] / weights[chosen].mean(),
        params={"max_bin": PARAMETERS["max_bin"], "verbose": -1},
    )
    return lgb.train(PARAMETERS, data, ROUNDS)


def table(model: lgb.Booster, names: list[str]) -> bytes:
    return forest.table(model.dump_model(), list(range(len(names))), len(names))


def decided(page: Page, alone: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The probabilities that decide: the same rule as `SiteRows.probabilities`."""
    sure = SURE_OF_LINE if page.form == "text" else SURE_OF_BLOCK
    stays = (alone >= MIN_PAGE_PROBABILITY) & (known > sure)
    return np.where(stays, np.maximum(alone, known), known)


def keep(page: Page, p: np.ndarray) -> np.ndarray:
    """Which items stay, nearly as the binary decides: lists of flattened text are not judged whole."""
    if page.form == "html":
        return decision.keep(page.page, p)
    kept = p >= decision.threshold(p, page.tokens)
    return kept if kept.any() else np.ones(len(p), bool)


def score(page: Page, kept: np.ndarray) -> dict[str, float]:
    gold, everything, result = Counter(page.gold), Counter(), Counter()
    for text, stays in zip(page.texts, kept):
        found = words(text)
        everything.update(found)
        if stays:
            result.update(found)
    main, other = gold & everything, everything - gold
    return {
        "f1": 2 * (result & gold).total() / max(1, result.total() + gold.total()),
        "kept": (main & result).total() / max(1, main.total()),
        "left": ((result - gold) & other).total() / max(1, other.total()),
    }


def _scores(job):
    page, one, other = job
    return score(page, keep(page, one)), score(page, keep(page, other))


def report(pages: list[Page], rows: np.ndarray, p: np.ndarray) -> dict:
    """Scores by set, form and how the site was learnt, alone and with the profile; sites that lose."""
    result: dict = {}
    by = defaultdict(list)
    with ProcessPoolExecutor(2) as pool:
        jobs = [
            (page, alone := rows[page.rows, 0], decided(page, alone, p[page.rows])) for page in pages
        ]
        for page, pair in zip(pages, pool.map(_scores, jobs, chunksize=32)):
            by[page.set, page.form, page.learnt.split("-")[0]].append((page.site, *pair))
    for (name, form, learnt), found in sorted(by.items()):
        mean = lambda k, n: round(float(np.mean([row[k][n] for row in found])), 4)
        sites = defaultdict(list)
        for site, alone, known in found:
            sites[site].append(known["f1"] - alone["f1"])
        lost = {s: round(float(np.mean(v)), 3) for s, v in sites.items() if np.mean(v) < -0.003}
        result[f"{name} {form} {learnt}"] = {
            "pages": len(found),
            "alone": {n: mean(1, n) for n in ("f1", "kept", "left")},
            "known": {n: mean(2, n) for n in ("f1", "kept", "left")},
            "sites that lose": lost,
        }
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("examples", type=Path)
    parser.add_argument("tables", type=Path, help="the folder to write site-forest.bin into")
    parser.add_argument("sets", type=Path, help="the folder of the sets")
    parser.add_argument("--train", nargs="+", default=list(SETS))
    parser.add_argument("--measure", nargs="*", default=[], help="sets that are not trained on")
    parser.add_argument("--report", type=Path)
    parser.add_argument(
        "--folds", type=Path, help="write the tables of the cross-validation too, and which sites none has seen"
    )
    options = parser.parse_args()
    parts: list[np.ndarray] = []
    pages: list[Page] = []
    for name in [*options.train, *options.measure]:
        names, more, of_set = load(
            options.examples, options.sets / name, sum(len(part) for part in parts)
        )
        parts += more
        pages += of_set
    rows = np.concatenate(parts)
    attach_labels(pages, options.examples / "labels.pickle")
    trained = [page for page in pages if page.set in options.train]
    p = np.zeros(len(rows), np.float32)
    for fold in range(FOLDS):
        model = fit(rows, [page for page in trained if page.fold != fold])
        if options.folds:
            unseen = sorted({page.site for page in trained if page.fold == fold})
            options.folds.mkdir(parents=True, exist_ok=True)
            (options.folds / f"site-forest-{fold}.bin").write_bytes(table(model, names))
            (options.folds / f"unseen-{fold}.txt").write_text("\n".join(unseen) + "\n")
        for page in trained:
            if page.fold == fold:
                p[page.rows] = model.predict(rows[page.rows])
    model = fit(rows, trained)
    for page in pages:
        if page.set not in options.train:
            p[page.rows] = model.predict(rows[page.rows])
    (options.tables / "site-forest.bin").write_bytes(table(model, names))
    text = json.dumps(report(pages, rows, p), ensure_ascii=False, indent=1) + "\n"
    if options.report:
        options.report.write_text(text, encoding="utf-8")
    print(text, end="")
    gain = sorted(zip(model.feature_importance("gain"), names), reverse=True)
    print("; ".join(f"{n} {g:.0f}" for g, n in gain[:25]), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
