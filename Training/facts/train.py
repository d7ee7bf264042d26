#!/usr/bin/env python3
"""Trains the judges of titles, authors and days and writes the tables that the binary embeds.

    python3 train.py SETS TABLES --ghirbal PATH [--work FOLDER] [--report FILE]

SETS holds a folder for each set: `pages/` and `gold.jsonl`. The candidates and what is known of them are what
`ghirbal features --fact` exports. The judges are cross-validated by site; what is right and what is made up
is counted as `quality.facts` counts. The same pages, binary and versions give the same bytes.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "content"), str(HERE.parents[1] / "Benchmarks")]

import lightgbm as lgb
import numpy as np

import forest
from pages import site
from quality import benchmark, facts

FOLDS = 5
# How much a page of each set counts. Pages of a few sites are alike; recipes have no days in their gold.
SETS = {
    "wcxb-dev": 1.0, "news-a": 2.0, "andy-a": 2.0, "postlight-a": 3.0, "recipes-a": 1.0,
    "sites-a": 0.15, "trafilatura-a": 1.0,
}
# Titles of news and recipes, where several sources word them anew, are fewer than those of other pages.
WEIGHTS = {
    "title": SETS | {"news-a": 4.0, "andy-a": 4.0, "postlight-a": 4.0, "recipes-a": 2.0},
    "author": SETS,
    "day": SETS,
}
UNLABELLED = {"title": set(), "author": set(), "day": {"recipes-a"}}
KINDS = {"title": "title", "author": "author", "day": "date"}
# What a list of names counts of which only some are right.
PARTLY = 0.3
PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.03,
    "num_leaves": 15,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 3.0,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
    "num_threads": 2,
}
ROUNDS = 200
OF_KIND = {"title": {"num_leaves": 31, "learning_rate": 0.05}, "author": {}, "day": {}}
# As in FactChoice.swift.
MIN = {"author": 0.27, "day": 0.2}
WORTH_OF_ITEM, WORTH_OF_HEAD = 0.1, 0.4
HEAD = ("json_ld.", "meta.", "itemprop.")


@dataclass
class Page:
    """A page with its candidates, and what its gold says."""

    set: str
    id: str
    site: str
    gold: str | None
    is_half: bool  # gold has exactly one of author and date
    texts: list[str]
    rules: list[str]
    rows: slice
    right: np.ndarray
    labels: np.ndarray

    @property
    def fold(self) -> int:
        return int(hashlib.md5(self.site.encode()).hexdigest(), 16) % FOLDS

    @property
    def is_given(self) -> bool:
        return facts.is_given(self.gold)


def export(ghirbal: Path, pages: Path, kind: str, out: Path) -> None:
    if not (out / "names.txt").exists():
        subprocess.run([ghirbal, "features", "--fact", kind, "-o", out, pages], check=True)


def load(kind: str, folder: Path, exported: Path, start: int) -> tuple[np.ndarray, list[Page]]:
    """The rows of a set and its labelled pages; the rows' places count from `start`."""
    names = (exported / "names.txt").read_text().split()
    matrix = np.fromfile(exported / "features.f32", "<f4").reshape(-1, len(names))
    truth = {page.path.name: page for page in benchmark.load(folder, None).pages}
    pages = []
    for line in (exported / "pages.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        texts = row["texts"]
        rows = slice(start, start + len(texts))
        start = rows.stop
        page = truth.get(Path(row["page"]).name)
        if page is None or not page.facts_labelled:
            continue
        gold = getattr(page, KINDS[kind])
        is_given = facts.is_given(gold)
        is_right = facts.RIGHT[KINDS[kind]]
        right = np.array([is_given and is_right(text, gold) for text in texts], bool)
        shares = kind == "author" and is_given
        partly = np.array([shares and facts.shares_an_author(text, gold) for text in texts], bool)
        pages.append(Page(
            folder.name, page.id, site(page.url, page.id), gold,
            facts.is_given(page.author) != facts.is_given(page.date), texts, row["rules"], rows,
            right, np.where(right, 1.0, np.where(partly, PARTLY, 0.0)),
        ))
    return matrix, pages


def fit(kind: str, rows: np.ndarray, pages: list[Page]) -> lgb.Booster:
    pages = [page for page in pages if page.texts and page.set not in UNLABELLED[kind]]
    if kind == "title":  # every page has one
        pages = [page for page in pages if page.is_given]
    labels = np.concatenate([page.labels for page in pages])
    weights = np.concatenate(
        [np.full(len(page.texts), WEIGHTS[kind][page.set] / len(page.texts) ** 0.5) for page in pages]
    )
    chosen = np.concatenate([rows[page.rows] for page in pages])
    return lgb.train(PARAMETERS | OF_KIND[kind], lgb.Dataset(chosen, labels, weight=weights), ROUNDS)


def choose(kind: str, page: Page, rows: np.ndarray, names: list[str], p: np.ndarray) -> int | None:
    """The candidate that FactChoice takes, by its place; None for none."""
    if not page.texts:
        return None
    row = {name: rows[:, place] for place, name in enumerate(names)}
    if kind == "title":
        return int(np.argmax(p))
    if kind == "author":
        if p.max() < MIN[kind]:
            return None
        item = (row["is_jsonLD"] > 0) & (row["is_person"] > 0)
        return int(np.argmax(p + WORTH_OF_ITEM * item))
    modified = row["is_modified"] > 0
    plain = ~modified & (row["is_address"] == 0)
    shown = (row["is_in_body"] > 0) & (row["is_microdata"] == 0)
    may_be = ~modified | ((shown | (row["is_jsonLD"] > 0)) & (not plain.any()))
    if not may_be.any() or p[may_be].max() < MIN[kind]:
        return None
    worth = np.where(may_be, p, -1.0)
    head = [n for n, rule in enumerate(page.rules) if rule.startswith(HEAD) and not modified[n]]
    if head:
        worth[head[0]] += WORTH_OF_HEAD
    return int(np.argmax(worth))


def contain(found: str, gold: str) -> bool:
    """Whether one of two texts stands in the other."""
    found, gold = facts.fold(found), facts.fold(gold)
    return found in gold or gold in found


def report(kind: str, rows: np.ndarray, names: list[str], pages: list[Page], p: np.ndarray) -> dict:
    """Shares of right and of made-up answers by set."""
    result = {}
    for name in SETS:
        of_set = [page for page in pages if page.set == name]
        taken = {
            page.id: choose(kind, page, rows[page.rows], names, p[page.rows]) for page in of_set
        }
        given = [page for page in of_set if page.is_given]
        absent = [page for page in of_set if not page.is_given]
        half = [page for page in absent if page.is_half]

        def share(is_so) -> float:
            so = sum(taken[g.id] is not None and is_so(g.texts[taken[g.id]], g.gold) for g in given)
            return round(so / max(1, len(given)), 3)

        right = sum(taken[g.id] is not None and bool(g.right[taken[g.id]]) for g in given)
        made = sum(taken[a.id] is not None for a in absent)
        result[name] = {
            "pages with gold": len(given),
            "right": round(right / max(1, len(given)), 3),
            "right among the candidates": round(sum(g.right.any() for g in given) / max(1, len(given)), 3),
            "pages without": len(absent),
            "made up": round(made / max(1, len(absent)), 3),
            "made up where gold has one of author and date": [
                sum(taken[a.id] is not None for a in half), len(half),
            ],
        }
        if kind == "title":
            result[name] |= {
                "right, site name aside": share(facts.title_is_right_without_site),
                "right or one within the other": share(contain),
            }
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", type=Path)
    parser.add_argument("tables", type=Path, help="the folder to write the forests into")
    parser.add_argument("--ghirbal", type=Path, required=True)
    parser.add_argument("--work", type=Path, help="keeps the exported candidates")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        result = {}
        for kind in KINDS:
            matrices, pages, start = [], [], 0
            for name in SETS:
                out = work / kind / name
                out.parent.mkdir(parents=True, exist_ok=True)
                export(options.ghirbal, options.sets / name / "pages", kind, out)
                matrix, of_set = load(kind, options.sets / name, out, start)
                start += len(matrix)
                matrices.append(matrix)
                pages += of_set
            names = (out / "names.txt").read_text().split()
            rows = np.concatenate(matrices)
            p = np.zeros(len(rows))
            for fold in range(FOLDS):
                model = fit(kind, rows, [page for page in pages if page.fold != fold])
                for page in pages:
                    if page.fold == fold and page.texts:
                        p[page.rows] = model.predict(rows[page.rows])
            result[kind] = report(kind, rows, names, pages, p)
            model = fit(kind, rows, pages)
            table = forest.table(model.dump_model(), list(range(len(names))), len(names))
            (options.tables / f"{kind}-forest.bin").write_bytes(table)
            gain = sorted(zip(model.feature_importance("gain"), names), reverse=True)
            print("; ".join(f"{name} {gain:.0f}" for gain, name in gain[:20]), file=sys.stderr)
        text = json.dumps(result, indent=1) + "\n"
        if options.report:
            options.report.write_text(text, encoding="utf-8")
        print(text, end="")


if __name__ == "__main__":
    sys.exit(main())
