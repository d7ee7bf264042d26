#!/usr/bin/env python3
"""Trains the judges of flattened text and writes the tables that the binary embeds.

    python3 train.py EXAMPLES TABLES [--ghirbal PATH] [--work FOLDER] [--report FILE] [--measure SET…]

EXAMPLES is what make_examples.py wrote; into TABLES go line-forest.bin, which judges lines, and
text-forest.bin, which tells whether a text has chrome around it at all. The features are those that
the binary itself exports. The same examples, binary and versions give the same bytes.
"""

import argparse
import json
import multiprocessing
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "content"))

import lightgbm as lgb
import numpy as np

import blind
import forest
import judging
import outlook
import texts as examples
import units
from texts import Text

# How much a text of each set counts, and one that is not flattened by blocks.
SETS = {"wcxb-dev": 1.0, "news-a": 6.0, "readability": 2.0, "trafilatura-a": 1.5, "clean": 0.5}
OTHER_WAY = 0.6
# Words of a line beyond these do not add to its weight.
MAX_TOKENS = 200
# Rows that weigh less than this times the mean are thinned out, and the rest weighs more.
THINNING = 1.8

COMMON = {"bagging_freq": 1, "seed": 1, "deterministic": True, "verbose": -1, "num_threads": 1}
LINES = COMMON | {
    "objective": "cross_entropy",
    "learning_rate": 0.11,
    "num_leaves": 31,
    "min_data_in_leaf": 100,
    "extra_trees": True,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.6,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "force_row_wise": True,
}
LINE_ROUNDS_FIRST = 40
LINE_ROUNDS = 220
# The share of a first round's judgement in a label, and what a text counts that it contradicts.
SHARE_OF_FIRST = 0.25
CONTRADICTED = 0.15
TEXTS = COMMON | {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
}
TEXT_ROUNDS = 120
# What a text without phrases and case counts beside the same as it is.
BLIND_WEIGHT = 0.4
ALL = -1
"""In place of the fold that is left out: none is."""


def weigh(
    texts: list[Text], count: int, judged: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Labels and weights of all rows; 0 for rows that are left out.

    A text counts once, however long: its lines weigh as the square roots of their words do. One whose
    gold is hardly found counts less, and so does one whose gold a first round contradicts, which has a
    share in the labels, since gold texts err too. Where snippets alone are labelled it fills the gaps.
    """
    labels, weights = np.zeros(count, np.float32), np.zeros(count, np.float32)
    for text in texts:
        root = np.sqrt(np.minimum(text.tokens, MAX_TOKENS) + 1)
        weight = root / root.sum() * SETS[text.set] * (1 if text.way == "block" else OTHER_WAY)
        label = text.labels
        guess = None if judged is None else judged[text.rows]
        if not text.gold:
            weight = weight * np.where(label >= 0, 1, 0 if guess is None else 0.2)
            label = np.where(label >= 0, label, 0 if guess is None else guess)
        elif not text.is_whole:
            found = float((label * text.tokens).sum())
            weight = weight * (0.3 + 0.7 * min(1, found / len(text.gold)))
            if guess is not None:
                kept = text.tokens * (guess >= judging.threshold(guess, text.tokens))
                both = float((kept * label).sum())
                if 2 * both < 0.5 * (float(kept.sum()) + len(text.gold)):
                    weight = weight * CONTRADICTED
                label = (1 - SHARE_OF_FIRST) * label + SHARE_OF_FIRST * guess
        labels[text.rows], weights[text.rows] = np.clip(label, 0, 1), weight
    weights /= weights.mean()
    share = np.minimum(1, weights / THINNING)
    chosen = np.random.RandomState(0).rand(count) < share
    return labels, np.where(chosen, weights / np.maximum(share, 1e-9), 0).astype(np.float32)


_shared: dict = {}


def _blind(rows: np.ndarray, names: list[str]) -> np.ndarray:
    return blind.without_case(blind.without_phrases(rows, names), names)


def _fit(left_out: int) -> tuple[int, np.ndarray, np.ndarray, str]:
    """Trains in two rounds without a fold and judges it, as it is and blind."""
    rows, names, texts, folds = (_shared[k] for k in ("rows", "names", "texts", "folds"))
    no_phrases, no_case = _shared["no_phrases"], _shared["no_case"]
    others = [text for text in texts if text.fold != left_out]
    judged = None
    for rounds in (LINE_ROUNDS_FIRST, LINE_ROUNDS):
        labels, weights = weigh(others, len(rows), judged)
        chosen = np.flatnonzero(weights)
        seen = rows[chosen]
        for lacks, without in (
            (no_phrases, blind.without_phrases), (no_case, blind.without_case),
        ):
            seen[lacks[chosen]] = without(seen[lacks[chosen]], names)
        data = lgb.Dataset(
            seen, labels[chosen], weight=weights[chosen],
            params={"max_bin": LINES["max_bin"], "verbose": -1, "num_threads": 1},
        )
        model = lgb.train(LINES, data, rounds)
        if rounds == LINE_ROUNDS_FIRST:
            judged = model.predict(rows, num_threads=1).astype(np.float32)
    held = folds == left_out
    if not held.any():
        return left_out, np.zeros(0), np.zeros(0), model.model_to_string()
    judged = model.predict(rows[held], num_threads=1).astype(np.float32)
    unseen = model.predict(_blind(rows[held], names), num_threads=1).astype(np.float32)
    return left_out, judged, unseen, model.model_to_string()


def judge_lines(
    rows: np.ndarray, names: list[str], texts: list[Text]
) -> tuple[np.ndarray, np.ndarray, lgb.Booster]:
    """Out-of-fold probabilities of all rows, the same where they are blind, and the model of all."""
    folds = np.zeros(len(rows), int)
    for text in texts:
        folds[text.rows] = text.fold
    no_phrases, no_case = np.zeros(len(rows), bool), np.zeros(len(rows), bool)
    for text in texts:
        no_phrases[text.rows] = blind.lacks_phrases(text.id)
        no_case[text.rows] = blind.lacks_case(text.id)
    _shared.update(
        rows=rows, names=names, texts=texts, folds=folds, no_phrases=no_phrases, no_case=no_case
    )
    probabilities, unseen = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        jobs = [*range(examples.FOLDS), ALL]
        for fold, judged, judged_blind, model in pool.imap_unordered(_fit, jobs):
            if fold == ALL:
                final = lgb.Booster(model_str=model)
            else:
                probabilities[folds == fold] = judged
                unseen[folds == fold] = judged_blind
    return probabilities, unseen, final


def outlooks(texts: list[Text], rows: np.ndarray, p: np.ndarray, page: list[int]) -> np.ndarray:
    return np.array(
        [outlook.values(p[t.rows], t.tokens, rows[t.rows.start, page]) for t in texts], np.float32
    )


def has_chrome(text: Text) -> bool:
    found = float((np.clip(text.labels, 0, 1) * text.tokens).sum())
    return 1 - found / max(1.0, float(text.tokens.sum())) > judging.CHROME_SHARE


def judge_texts(
    looks: np.ndarray, blind_looks: np.ndarray, texts: list[Text]
) -> tuple[np.ndarray, np.ndarray, lgb.Booster]:
    """How likely each text has chrome, as it is and blind, by a model that did not see it; and the
    model of all."""
    count = len(texts)
    looks = np.concatenate([looks, blind_looks])
    truth = np.tile(np.array([has_chrome(t) for t in texts], float), 2)
    folds = np.tile(np.array([t.fold for t in texts]), 2)
    likely = np.zeros(2 * count)
    weight = np.repeat([1.0, BLIND_WEIGHT], count)
    for fold in [*range(examples.FOLDS), ALL]:
        rest = folds != fold
        data = lgb.Dataset(looks[rest], truth[rest], weight=weight[rest])
        model = lgb.train(TEXTS, data, TEXT_ROUNDS)
        if fold != ALL:
            likely[folds == fold] = model.predict(looks[folds == fold])
    return likely[:count], likely[count:], model


def _measure(job: tuple[Text, np.ndarray]) -> dict[str, float]:
    """The scores of one text of which some lines are kept."""
    text, kept = job
    if text.is_whole:
        return {"dropped": float(text.tokens[~kept].sum()), "words": float(text.tokens.sum())}
    lines, gold = text.counts(), Counter(text.gold)
    everything, result, best = Counter(), Counter(), Counter()
    for line, stays, label in zip(lines, kept, text.labels):
        everything.update(line)
        if stays:
            result.update(line)
        if label > 0.5:
            best.update(line)
    main, other = gold & everything, everything - gold
    row = {
        name: 2 * (words & gold).total() / max(1, words.total() + gold.total())
        for name, words in (("all", everything), ("f1", result), ("oracle", best))
    }
    row["kept"] = (main & result).total() / max(1, main.total())
    row["left"] = ((result - gold) & other).total() / max(1, other.total())
    return row


def measured(
    texts: list[Text], p: np.ndarray, chrome: np.ndarray, signs: np.ndarray, prose: np.ndarray
) -> dict:
    """Scores by set and way: word F1 of all words, of what is kept and of the best choice of lines;
    the shares of the gold's words kept and of the others left; of whole texts the share dropped."""
    jobs = []
    for text, likely in zip(texts, chrome):
        first = units.firsts(signs[text.rows], text.tokens, text.texts)
        pooled = units.pooled(p[text.rows], text.tokens, first)
        jobs.append((text, judging.keep(pooled, text.tokens, prose[text.rows], likely)))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        rows = pool.map(_measure, jobs, chunksize=64)
    scores, harm = defaultdict(lambda: defaultdict(list)), defaultdict(lambda: [0.0, 0.0])
    for text, row in zip(texts, rows):
        if text.is_whole:
            for name in (text.set, f"{text.set} {text.way.split('-')[0]}"):
                harm[name][0] += row["dropped"]
                harm[name][1] += row["words"]
        else:
            for name, value in row.items():
                scores[f"{text.set} {text.way}"][name].append(value)
    return {
        "ways": {
            name: {k: round(float(np.mean(v)), 4) for k, v in row.items()} | {"texts": len(row["f1"])}
            for name, row in sorted(scores.items())
        },
        "harm": {
            name: {"dropped": round(a / max(1.0, b), 5), "words": int(b)}
            for name, (a, b) in sorted(harm.items())
        },
    }


def export(ghirbal: Path, folder: Path, work: Path) -> None:
    subprocess.run([ghirbal, "features", "--flattened", "-o", work, folder / "pages"], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("examples", type=Path, help="the folder that make_examples.py wrote")
    parser.add_argument("tables", type=Path, help="the folder to write the tables into")
    parser.add_argument("--ghirbal", type=Path, default=Path("../../.build/release/ghirbal"))
    parser.add_argument("--work", type=Path, default=Path("work"), help="where features are kept")
    parser.add_argument("--report", type=Path, help="save the figures here")
    parser.add_argument("--measure", nargs="*", default=[], help="sets that are not trained on")
    parser.add_argument("--keep-features", action="store_true", help="do not export them again")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    parts, texts, start = [], [], 0
    for name in SETS:
        folder, work = options.examples / name, options.work / name
        if not options.keep_features:
            export(options.ghirbal.resolve(), folder, work)
        names, matrix, of_set = examples.load(folder, work, options.work)
        for text in of_set:
            parts.append(matrix[text.rows])
            text.rows = slice(start, start + len(text.tokens))
            start = text.rows.stop
        texts += of_set
    rows = np.concatenate(parts)
    page = [names.index(n) for n in names if n.startswith("page_")]
    signs = [names.index(n) for n in units.NAMES]

    p, unseen, line_model = judge_lines(rows, names, texts)
    labelled = [text for text in texts if text.gold]
    likely, likely_blind, text_model = judge_texts(
        outlooks(labelled, rows, p, page),
        outlooks(labelled, _blind(rows, names), unseen, page), labelled,
    )
    prose = judging.is_prose(rows, names)
    result = measured(labelled, p, likely, rows[:, signs], prose)
    blocks = [k for k, text in enumerate(labelled) if text.way == "block"]
    result["blind"] = measured(
        [labelled[k] for k in blocks], unseen, likely_blind[blocks], rows[:, signs], prose
    )["ways"]
    for model, name in ((line_model, "line"), (text_model, "text")):
        count = model.num_feature()
        table = forest.table(model.dump_model(), list(range(count)), count)
        (options.tables / f"{name}-forest.bin").write_bytes(table)
    del rows, parts

    for name in options.measure:
        folder, work = options.examples / name, options.work / name
        if not options.keep_features:
            export(options.ghirbal.resolve(), folder, work)
        _, matrix, of_set = examples.load(folder, work, options.work)
        held = [text for text in of_set if text.gold]
        p = line_model.predict(matrix).astype(np.float32)
        likely = text_model.predict(outlooks(held, matrix, p, page)) if held else np.zeros(0)
        other = measured(held, p, likely, matrix[:, signs], judging.is_prose(matrix, names))
        result["ways"] |= other["ways"]
        result["harm"] |= other["harm"]
    result["sets"] = {
        name: result["ways"][f"{name} block"] for name in SETS if f"{name} block" in result["ways"]
    }
    text = json.dumps(result, ensure_ascii=False, indent=1) + "\n"
    if options.report:
        options.report.write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    sys.exit(main())
