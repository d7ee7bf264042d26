#!/usr/bin/env python3
"""Trains the content model from benchmark folders and writes the table that the binary embeds.

    python3 train.py DATA TABLE [--ghirbal PATH] [--work FOLDER] [--report FILE | --no-report]

DATA holds a folder for each set: `pages/` and `gold.jsonl`. The features are those that the binary
itself exports. The same pages, binary and versions of requirements.txt give the same bytes.
"""

import argparse
import json
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

# How much a page of each set counts; 0 for those that are measured only. The sets of news are small
# and labelled exactly; those of recipes and structures name parts of the content and nothing else.
SETS = {
    "wcxb-dev": 1.2, "news-a": 3.0, "readability": 1.5, "trafilatura-a": 2.5, "forum-a": 2.5,
    "andy-a": 1.0, "cleaneval-a": 0.4, "zhsites-a": 0.25, "recipes-a": 0.8, "structure-a": 1.5,
    "sites-a": 0.0,
}
# Sets that are reported site by site.
BY_SITE = {"sites-a", "zhsites-a"}
# Sets do not agree about what is content: bylines, comments, a forum's later posts. A column of the
# rows says whose convention a page follows, so that trees may part where they differ; what is judged,
# here and in the command, follows the first, that of the largest set.
CONVENTIONS = {
    "wcxb-dev": 0, "trafilatura-a": 0, "readability": 1, "news-a": 1, "andy-a": 1,
    "cleaneval-a": 2, "forum-a": 3, "zhsites-a": 4, "sites-a": 5, "recipes-a": 6, "structure-a": 7,
}
CONVENTION = 0
# Many scrapes have lost their scripts, and the linked data in them. Half of the pages of this set are
# read as if they had: what each of these features is without.
BARE_SET = "wcxb-dev"
WITHOUT_LINKED_DATA = {
    "linked_body_fit": -1, "linked_text_fit": -1, "page_linked_body": 0, "page_linked_text": 0,
}

PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.07,
    "num_leaves": 31,
    "min_data_in_leaf": 60,
    "extra_trees": True,
    "feature_fraction": 0.2,
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
ROUNDS = 300
# The share of a first round's judgement in a label.
SHARE_OF_FIRST = 0.3
# The first round does not yet know forums well: comments count where it is sure of them, block by block.
SURE_COMMENT_OF_FIRST = 0.9
# Rows that weigh less than this share of the mean are thinned out, and the rest weighs more.
THINNING = 0.6


@dataclass
class Rows:
    """The blocks of all pages: features, the convention as the last of them, and of each page which
    rows are its own."""

    features: np.ndarray
    folds: np.ndarray
    pages: list[tuple[pages.GoldPage, slice]]


def _bare(names: list[str]) -> tuple[list[int], list[float]]:
    """The columns of linked data and what they hold on a page without."""
    types = names.index("linked_Article")
    absent = dict.fromkeys(names[types:], 0) | WITHOUT_LINKED_DATA
    return [names.index(name) for name in absent], list(absent.values())


def gather(
    sets: dict[str, tuple[np.ndarray, list[pages.GoldPage]]], names: list[str]
) -> Rows:
    columns, absent = _bare(names)
    features, folds, places = [], [], []
    start = 0
    for matrix, gold_pages in sets.values():
        for page in gold_pages:
            if not len(page.tokens):
                continue
            rows = slice(start, start + len(page.tokens))
            start = rows.stop
            convention = np.full((len(page.tokens), 1), CONVENTIONS[page.set], np.float32)
            features.append(np.hstack([matrix[page.rows], convention]))
            if page.set == BARE_SET and page.is_bare:
                features[-1][:, columns] = absent
            folds.append(np.full(len(page.tokens), page.fold))
            places.append((page, rows))
    return Rows(np.concatenate(features), np.concatenate(folds), places)


@dataclass
class Targets:
    """What each row is to be, and how much it weighs; 0 for rows that are left out."""

    labels: np.ndarray
    weights: np.ndarray


def targets(rows: Rows, judged: np.ndarray | None = None) -> Targets:
    """Labels and weights; `judged` are the out-of-fold probabilities of a first round.

    A page counts once, however long: its words weigh together as much as the square roots of its
    blocks. Pages that the gold fits badly count less, and so do pages whose label the first round
    contradicts. Where snippets or parts alone are labelled, the first round fills the gaps, and
    learns nothing of parts; elsewhere it has a share in the label, since gold texts err too.
    """
    labels, weights = np.zeros(len(rows.folds), np.float32), np.zeros(len(rows.folds), np.float32)
    for page, place in rows.pages:
        tokens, label = page.tokens, page.labels
        guess = None if judged is None else judged[place]
        root = np.sqrt(tokens)
        even = root / max(1e-9, root.sum())
        if page.gold:
            found = float((label * tokens).sum()) / len(page.gold)
            weight = 0.6 * tokens / (len(page.gold) + 0.15 * max(1, tokens.sum())) + 0.4 * even
            weight = weight * (0.3 + 0.7 * min(1, found))
            if guess is not None:
                sure = decision.keep(
                    page, guess, sure_comment=SURE_COMMENT_OF_FIRST, knows_discussions=False
                )
                if scores.word_f1(page_text(page, sure), page.gold) < 0.5:
                    weight = weight * 0.1
                label = (1 - SHARE_OF_FIRST) * label + SHARE_OF_FIRST * guess
        elif guess is None and page.parts:
            # Ones alone would teach that all around them is content too.
            label, weight = np.maximum(label, 0), np.zeros(len(tokens))
        elif guess is None:
            weight = (label >= 0) * np.sqrt(np.maximum(tokens, 4)) * 0.05
            label = np.maximum(label, 0)
        else:
            size = max(20, float((tokens * guess).sum()))
            weight = 0.5 * (0.6 * tokens / (size + 0.15 * max(1, tokens.sum())) + 0.4 * even)
            weight = np.where(label >= 0, weight + 0.08, weight)
            label = np.where(label >= 0, label, guess)
        labels[place] = label
        weights[place] = weight * SETS[page.set]
    weights /= weights[weights > 0].mean()
    share = np.minimum(1, weights / THINNING)
    chosen = np.random.RandomState(0).rand(len(weights)) < share
    weights = np.where(chosen, weights / np.maximum(share, 1e-9), 0).astype(np.float32)
    return Targets(labels, weights)


_shared: dict = {}


def _fit(job: tuple[frozenset, tuple, Targets, int]) -> tuple:
    """Trains without the folds `left_out` and judges the folds `asked`; with none, the model."""
    left_out, asked, target, rounds = job
    rows = _shared["rows"]
    chosen = np.flatnonzero((target.weights > 0) & ~np.isin(rows.folds, list(left_out)))
    data = lgb.Dataset(
        rows.features[chosen], target.labels[chosen], weight=target.weights[chosen],
        params={"max_bin": PARAMETERS["max_bin"], "verbose": -1, "num_threads": 1},
    )
    model = lgb.train(PARAMETERS, data, rounds)
    if not asked:
        return left_out, model.model_to_string()
    held = rows.features[np.isin(rows.folds, asked)]
    held[:, -1] = CONVENTION
    return left_out, model.predict(held, num_threads=1).astype(np.float32)


def fit_all(rows: Rows, jobs: list) -> dict[frozenset, np.ndarray | str]:
    _shared["rows"] = rows
    with multiprocessing.get_context("fork").Pool() as pool:
        return dict(pool.imap_unordered(_fit, jobs))


def first_round(rows: Rows, pairs: bool) -> dict[int | None, np.ndarray]:
    """Out-of-fold probabilities to train on, by the fold that is to be judged with their help.

    What helps to judge a fold must not have seen it: the probabilities of each other fold come
    from a model that saw neither. Under None are those for the final model, which judges no fold.
    """
    folds = range(pages.FOLDS)
    target = targets(rows)
    without = [frozenset([a]) for a in folds]
    if pairs:
        without += [frozenset([a, b]) for a in folds for b in folds if a < b]
    jobs = [(out, tuple(sorted(out)), target, ROUNDS_FIRST) for out in without]
    judged = fit_all(rows, jobs)
    result: dict[int | None, np.ndarray] = {}
    for outer in [None, *folds] if pairs else [None]:
        probabilities = np.zeros(len(rows.folds), np.float32)
        for fold in folds:
            out = frozenset([fold]) | (frozenset() if outer is None else frozenset([outer]))
            held = np.isin(rows.folds, list(out))
            inside = np.zeros(len(rows.folds), np.float32)
            inside[held] = judged[out]
            probabilities[rows.folds == fold] = inside[rows.folds == fold]
        result[outer] = probabilities
    return result


def second_round(
    rows: Rows, first: dict[int | None, np.ndarray]
) -> tuple[np.ndarray, str]:
    """Out-of-fold probabilities, and the model of all rows."""
    jobs = []
    for outer, judged in first.items():
        target = targets(rows, judged)
        if outer is None:
            jobs.append((frozenset(), (), target, ROUNDS))
        else:
            jobs.append((frozenset([outer]), (outer,), target, ROUNDS))
    fitted = fit_all(rows, jobs)
    probabilities = np.zeros(len(rows.folds), np.float32)
    for fold in range(pages.FOLDS):
        if frozenset([fold]) in fitted:
            probabilities[rows.folds == fold] = fitted[frozenset([fold])]
    return probabilities, fitted[frozenset()]


def page_text(page: pages.GoldPage, kept: np.ndarray) -> str:
    return "\n".join(text for text, stays in zip(page.texts, kept) if stays)


@dataclass
class Report:
    """Scores of out-of-fold probabilities, by set and within them by kind, site or country: word F1,
    segment F1, or the share of known parts that is found."""

    by_set: dict[str, float]
    by_kind: dict[str, tuple[float, int]]


def _kind(page: pages.GoldPage) -> str:
    """What pages of a set are told apart by: kind of page, site or language."""
    if page.set == "wcxb-dev":
        return page.kind
    return page.group if page.set in BY_SITE else page.language or page.kind


def report(rows: Rows, probabilities: np.ndarray, beta: float = decision.BETA) -> Report:
    f1, counts, kinds = defaultdict(list), defaultdict(list), defaultdict(list)
    parts = defaultdict(lambda: np.zeros(2))
    for page, place in rows.pages:
        text = page_text(page, decision.keep(page, probabilities[place], beta))
        if page.gold:
            score = scores.word_f1(text, page.gold)
            f1[page.set].append(score)
            kinds[page.set, _kind(page)].append(score)
        elif page.parts:
            for kind, known in page.parts.items():
                parts[f"{page.set} {kind}"] += scores.found(text, known)
        else:
            counts[page.set].append(scores.segments(text, page.inside, page.outside))
    by_set = {name: float(np.mean(values)) for name, values in f1.items()}
    by_set |= {name: scores.segment_f1(values) for name, values in counts.items()}
    by_set |= {name: hits / max(1, known) for name, (hits, known) in parts.items()}
    by_kind = {
        f"{name} {kind}": (float(np.mean(values)), len(values))
        for (name, kind), values in sorted(kinds.items())
    }
    return Report(by_set, by_kind)


def saved(result: Report) -> str:
    """The report as JSON, to four digits, for whoever makes tables of it."""
    rounded = {
        "sets": {name: round(value, 4) for name, value in result.by_set.items()},
        "kinds": {
            name: {"score": round(value, 4), "pages": count}
            for name, (value, count) in result.by_kind.items()
        },
    }
    return json.dumps(rounded, ensure_ascii=False, indent=1) + "\n"


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
    parser.add_argument("--report", type=Path, help="save the cross-validated figures here")
    parser.add_argument("--no-report", action="store_true", help="train the table only")
    options = parser.parse_args()

    export(options.ghirbal.resolve(), options.data, options.work)
    sets = {
        name: pages.load(options.data / name, options.work / name, options.work) for name in SETS
    }
    names = (options.work / "wcxb-dev" / "names.txt").read_text().split()

    rows = gather(sets, names)
    probabilities, model = second_round(rows, first_round(rows, pairs=not options.no_report))
    if not options.no_report:
        result = report(rows, probabilities)
        if options.report:
            options.report.write_text(saved(result), encoding="utf-8")
        for name, value in result.by_set.items():
            print(f"{name:40} {value:.4f}")
        for name, (value, count) in result.by_kind.items():
            print(f"{name:40} {value:.4f}  {count:5} pages")
        for beta in (0.4, 2.0):
            other = report(rows, probabilities, beta).by_set
            print(f"beta {beta}:", ", ".join(f"{k} {v:.4f}" for k, v in other.items()))
    columns = list(range(len(names)))
    trained = forest.answered(lgb.Booster(model_str=model).dump_model(), len(names), CONVENTION)
    options.table.write_bytes(forest.table(trained, columns, len(names)))


if __name__ == "__main__":
    sys.exit(main())
