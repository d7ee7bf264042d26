#!/usr/bin/env python3
"""Trains the content model from benchmark folders and writes the table that the binary embeds.

    python3 train.py DATA TABLE [--ghirbal PATH] [--work FOLDER] [--no-report]

DATA holds a folder for each set: `pages/` and `gold.jsonl`. The features are those that the binary
itself exports. The same pages, binary and versions of requirements.txt give the same bytes.
"""

import argparse
import multiprocessing
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import lightgbm as lgb
import numpy as np

import decision
import forest
import pages
import scores

# How much a page of each set counts. The sets of news are small and labelled exactly.
SETS = {"wcxb-dev": 1.0, "news-a": 3.0, "readability": 1.0, "trafilatura-a": 2.0}

PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.07,
    "num_leaves": 31,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 255,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
ROUNDS_FIRST = 150
ROUNDS = 260
# Rows that weigh less than this share of the mean are thinned out, and the rest weighs more.
THINNING = 0.6


@dataclass
class Rows:
    """The blocks of all pages, ready to train on."""

    features: np.ndarray
    labels: np.ndarray
    weights: np.ndarray
    folds: np.ndarray
    pages: list[tuple[pages.GoldPage, slice]]


def gather(
    sets: dict[str, tuple[np.ndarray, list[pages.GoldPage]]],
    judged: dict[tuple[str, str], np.ndarray] | None = None,
    fit: dict[tuple[str, str], float] | None = None,
) -> Rows:
    """All rows; `judged` and `fit` are out-of-fold results of a first round.

    A page counts once, however long: its words weigh together as much as the square roots of its
    blocks. Pages that the gold fits badly count less, and so do pages whose label the first round
    contradicts. Where snippets alone are labelled, the first round's probabilities fill the gaps.
    """
    features, labels, weights, folds, places = [], [], [], [], []
    start = 0
    for name, (matrix, gold_pages) in sets.items():
        for page in gold_pages:
            tokens, label = page.tokens, page.labels
            if not len(tokens):
                continue
            root = np.sqrt(tokens)
            even = root / max(1e-9, root.sum())
            if page.gold:
                found = float((label * tokens).sum()) / len(page.gold)
                weight = 0.6 * tokens / (len(page.gold) + 0.15 * max(1, tokens.sum())) + 0.4 * even
                weight = weight * (0.3 + 0.7 * min(1, found))
                if fit is not None and fit.get((page.set, page.id), 1) < 0.5:
                    weight = weight * 0.1
            elif judged is None:
                weight = (label >= 0) * np.sqrt(np.maximum(tokens, 4)) * 0.05
                label = np.maximum(label, 0)
            else:
                guess = judged[page.set, page.id]
                size = max(20, float((tokens * guess).sum()))
                weight = 0.5 * (0.6 * tokens / (size + 0.15 * max(1, tokens.sum())) + 0.4 * even)
                weight = np.where(label >= 0, weight + 0.04, weight)
                label = np.where(label >= 0, label, guess)
            rows = slice(start, start + len(tokens))
            start = rows.stop
            features.append(matrix[page.rows])
            labels.append(label)
            weights.append(weight * SETS[name])
            folds.append(np.full(len(tokens), page.fold))
            places.append((page, rows))
    weight = np.concatenate(weights).astype(np.float32)
    weight /= weight.mean()
    share = np.minimum(1, weight / THINNING)
    chosen = np.random.RandomState(0).rand(len(weight)) < share
    weight = np.where(chosen, weight / np.maximum(share, 1e-9), 0).astype(np.float32)
    return Rows(
        np.concatenate(features), np.concatenate(labels).astype(np.float32), weight,
        np.concatenate(folds), places,
    )


_shared: dict = {}


def _fit(fold: int | None):
    rows, data = _shared["rows"], _shared["data"]
    chosen = rows.weights > 0
    if fold is not None:
        chosen &= rows.folds != fold
    model = lgb.train(PARAMETERS, data.subset(np.flatnonzero(chosen)), _shared["rounds"])
    if fold is None:
        return fold, None, model.model_to_string()
    held = np.flatnonzero(rows.folds == fold)
    return fold, model.predict(rows.features[held], num_threads=1).astype(np.float32), None


def train(rows: Rows, rounds: int, folds: list[int | None]) -> tuple[np.ndarray, str | None]:
    """Out-of-fold probabilities, and the model of all rows where None is among the folds."""
    data = lgb.Dataset(
        rows.features, rows.labels, weight=rows.weights, free_raw_data=False,
        params={"max_bin": PARAMETERS["max_bin"], "verbose": -1},
    ).construct()
    _shared.update(rows=rows, data=data, rounds=rounds)
    probabilities = np.zeros(len(rows.labels), np.float32)
    whole = None
    with multiprocessing.get_context("fork").Pool() as pool:
        for fold, held, model in pool.imap_unordered(_fit, folds):
            if fold is None:
                whole = model
            else:
                probabilities[rows.folds == fold] = held
    return probabilities, whole


@dataclass
class Report:
    """Scores of out-of-fold probabilities, by set and within them by kind or country."""

    by_set: dict[str, float]
    by_kind: dict[str, tuple[float, int]]
    by_page: dict[tuple[str, str], float]


def report(rows: Rows, probabilities: np.ndarray, beta: float = decision.BETA) -> Report:
    f1, counts, kinds, by_page = defaultdict(list), defaultdict(list), defaultdict(list), {}
    for page, place in rows.pages:
        kept = decision.keep(page, probabilities[place], beta)
        text = "\n".join(text for text, stays in zip(page.texts, kept) if stays)
        if page.gold:
            score = scores.word_f1(text, page.gold)
            by_page[page.set, page.id] = score
            f1[page.set].append(score)
            kinds[page.set, page.kind if page.set == "wcxb-dev" else page.language].append(score)
        else:
            counts[page.set].append(scores.segments(text, page.inside, page.outside))
    by_set = {name: float(np.mean(values)) for name, values in f1.items()}
    by_set |= {name: scores.segment_f1(values) for name, values in counts.items()}
    by_kind = {
        f"{name} {kind}": (float(np.mean(values)), len(values))
        for (name, kind), values in sorted(kinds.items())
    }
    return Report(by_set, by_kind, by_page)


def export(ghirbal: Path, data: Path, work: Path) -> None:
    for name in SETS:
        command = [ghirbal, "features", "-o", work / name, data / name / "pages"]
        subprocess.run(command, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder with a benchmark folder for each set")
    parser.add_argument("table", type=Path, help="the table to write")
    parser.add_argument("--ghirbal", type=Path, default=Path("../../.build/release/ghirbal"))
    parser.add_argument("--work", type=Path, default=Path("work"), help="where features are kept")
    parser.add_argument("--no-report", action="store_true", help="train the table only")
    options = parser.parse_args()

    export(options.ghirbal.resolve(), options.data, options.work)
    sets = {
        name: pages.load(options.data / name, options.work / name, options.work) for name in SETS
    }
    names = (options.work / "wcxb-dev" / "names.txt").read_text().split()

    folds = list(range(pages.FOLDS))
    first = gather(sets)
    probabilities, _ = train(first, ROUNDS_FIRST, folds)
    fit = report(first, probabilities).by_page
    judged = {(page.set, page.id): probabilities[place] for page, place in first.pages}

    rows = gather(sets, judged, fit)
    del first
    probabilities, model = train(rows, ROUNDS, [None] if options.no_report else [None, *folds])
    if not options.no_report:
        result = report(rows, probabilities)
        for name, value in result.by_set.items():
            print(f"{name:40} {value:.4f}")
        for name, (value, count) in result.by_kind.items():
            print(f"{name:40} {value:.4f}  {count:5} pages")
        for beta in (0.4, 2.0):
            other = report(rows, probabilities, beta).by_set
            print(f"beta {beta}:", ", ".join(f"{k} {v:.4f}" for k, v in other.items()))
    booster = lgb.Booster(model_str=model)
    options.table.write_bytes(
        forest.table(booster.dump_model(), list(range(len(names))), len(names))
    )


if __name__ == "__main__":
    sys.exit(main())
