#!/usr/bin/env python3
"""Trains the boundary model and builds its lexicon: `python3 train.py DATA WORDFREQ_LESS...`; see README.md."""

import argparse
import hashlib
import pathlib
import random
import struct
import subprocess

import numpy as np
import wordfreq

import texts
from letters import codes, word_hash
from lexicon import SETTLED, build

HERE = pathlib.Path(__file__).parent
SHIPPED = HERE / "../../Sources/CGhirbalData"
TOOL = HERE / ".build/release/BoundaryTraining"
EPOCHS, RATE, DECAY = 6, 0.1, 1e-5
PERSIAN_TEXTS = ("fa.perdt.train.txt", "fa.docs.train.txt")
ARABIC_TEXTS = ("ar.arcd.train.txt", "ar.docs.txt")
MAGIC = 0x314D4247
# Texts that only teach of the spaces between words.
GAP_KINDS = ("spaced", "spaced cuts", "clean cuts")
NOTHING, NO_SPACE = 0, 3
# Features are counted among 2^WIDE_BITS before they are folded into the table.
WIDE_BITS, LEAST_ROWS = 24, 3
KIND_WEIGHTS = {"many spaces": 0.5, "draws": 0.5, "unknown": 0.5, "names": 2, "en clean": 1.5, "ar clean": 1.5}


def lines(path: pathlib.Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def run(*arguments, stdin: bytes | None = None) -> bytes:
    return subprocess.run([str(TOOL), *map(str, arguments)], input=stdin, check=True, stdout=subprocess.PIPE).stdout


def english_lines(gold: pathlib.Path, words: int, seed: int) -> list[str]:
    """Main texts of the WCXB development pages, shuffled."""
    import json

    paragraphs = [
        paragraph
        for row in gold.read_text(encoding="utf-8").split("\n")
        if row
        for paragraph in json.loads(row)["main_text"].split("\n")
        if len(paragraph) > 40
    ]
    random.Random(seed).shuffle(paragraphs)
    chosen, count = [], 0
    for paragraph in paragraphs:
        if count > words:
            break
        chosen.append(paragraph)
        count += len(paragraph.split())
    return chosen


def persian_texts(data: pathlib.Path) -> list[list[str]]:
    return [*(lines(data / name) for name in PERSIAN_TEXTS), texts.pquad(lines(data / "fa.pquad.txt"))[0]]


def arabic_lines(data: pathlib.Path, shares: dict[str, float]) -> list[str]:
    """Clean texts, and of the news scrapes under a free licence the lines in which no words run together."""
    import json

    clean = [line.strip() for name in ARABIC_TEXTS for line in lines(data / name)]
    for row in map(json.loads, lines(data / "scrapes.jsonl")):
        if row["lang"] == "ar" and row["source"].startswith("antcorpus/"):
            clean += texts.without_glue(row["text"].split("\n"), shares)
    return clean


def marked_texts(data: pathlib.Path, gold: pathlib.Path, english_words: pathlib.Path, hazm: pathlib.Path, shares) -> list[tuple[str, str, list[str]]]:
    """(language, kind, lines) of everything that is learned from."""
    result = []
    persian = [line for text in persian_texts(data) for line in text]
    result += [("fa", kind, text) for kind, text in texts.persian(persian, 11).items()]
    clean = {"ar": arabic_lines(data, shares["ar"]), "en": english_lines(gold, 200_000, 3)}
    letters = {"ar": "[\u0621-\u063a\u0641-\u064a]{2,}", "en": "[a-z]{2,}|[ai]"}
    tags = {"ar": 6000, "en": 6000}
    for language, text in clean.items():
        result += [
            (language, "clean", text),
            (language, "spaces", texts.without_spaces(text, 0.08, 3)),
            (language, "many spaces", texts.without_spaces(text[:: 1 if language == "ar" else 3], 0.3, 4)),
            (language, "tags", texts.tag_runs(language, text, tags[language], 5)),
            (language, "alone", texts.words_alone(shares[language], letters[language])),
        ]
    result.append(("ar", "draws", texts.word_draws(shares["ar"], letters["ar"], 20000, 9)))
    for language, words in (
        ("ar", texts.unknown_arabic(shares["ar"])),
        ("fa", texts.unknown_persian(lines(hazm), shares["fa"])),
    ):
        result.append((language, "unknown", words))
    result += [(language, "names", texts.names(language)) for language in ("fa", "ar")]
    return result


def rows_of(marked, lexicon: pathlib.Path, work: pathlib.Path):
    """The rows of all texts: features in WIDE_BITS, ends, labels, weights."""
    parts, total = [], 0
    for number, (language, kind, text) in enumerate(marked):
        source = work / f"{number}.txt"
        source.write_text("\n".join(text) + "\n", encoding="utf-8")
        commands = ["places"] if kind not in GAP_KINDS else []
        if language == "fa" and kind in (*GAP_KINDS, "clean"):
            commands.append("gaps")
        for command in commands:
            out = work / f"{number}.{command}"
            print(kind, run(command, language, lexicon, WIDE_BITS, out, source).decode().strip(), flush=True)
            features = np.fromfile(f"{out}.features", np.uint32)
            labels = np.fromfile(f"{out}.labels", np.uint8)
            if language == "fa" and kind in ("unknown", "names"):
                # Old dictionaries and lists of names write compounds as one word.
                labels[labels == NOTHING] = NO_SPACE
            weight = KIND_WEIGHTS.get(f"{language} {kind}", KIND_WEIGHTS.get(kind, 1))
            parts.append((
                features,
                np.fromfile(f"{out}.ends", np.uint32)[1:] + np.uint32(total),
                labels,
                np.float32(weight) * np.fromfile(f"{out}.weights", np.float32),
            ))
            total += len(features)
    features, ends, labels, weights = (np.concatenate(columns) for columns in zip(*parts))
    return features, np.concatenate([np.zeros(1, np.uint32), ends]), labels, weights


def fit(marked, lexicon: pathlib.Path, work: pathlib.Path, bits: int):
    """Bits, scale, biases and weights."""
    features, ends, labels, weights = rows_of(marked, lexicon, work)
    # A feature of one or two rows says nothing of other words, and takes a slot from one that does.
    kept = np.bincount(features, minlength=1 << WIDE_BITS)[features] >= LEAST_ROWS
    ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept)])[ends].astype(np.uint32)
    features = features[kept] & np.uint32((1 << bits) - 1)
    print(len(labels), "rows,", len(features), "features,", len(np.unique(features)), "slots", flush=True)
    rows = work / "rows"
    for name, column in (("features", features), ("ends", ends), ("labels", labels), ("weights", weights)):
        column.tofile(f"{rows}.{name}")
    run("fit", rows, bits, EPOCHS, RATE, DECAY, work / "weights.f32")
    model = np.fromfile(work / "weights.f32", np.float32)
    pairs, biases = model[:-2], model[-2:]
    scale = np.float32(np.abs(pairs).max() / 127)
    quantised = np.clip(np.round(pairs / scale), -127, 127).astype(np.int8)
    return bits, scale, biases, quantised.tobytes()


def model_bytes(lexicon: bytes, bits: int, scale: float, biases, weights: bytes) -> bytes:
    return struct.pack("<IIfff", MAGIC, bits, scale, *biases) + hashlib.sha256(lexicon + weights).digest() + weights


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=pathlib.Path, help="folder with the text files and lilak.csv")
    parser.add_argument("gold", type=pathlib.Path, help="gold.jsonl of the WCXB development pages")
    parser.add_argument("hazm", type=pathlib.Path, help="words.dat of hazm 0.10.0")
    parser.add_argument("english_words", type=pathlib.Path, help="american-english-huge of SCOWL")
    parser.add_argument("--work", type=pathlib.Path, default=HERE / ".work")
    parser.add_argument("--bits", type=int, default=19, help="log2 of the number of weight pairs")
    parser.add_argument("--out", type=pathlib.Path, default=SHIPPED)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    arguments.out.mkdir(parents=True, exist_ok=True)

    shares = {
        "fa": wordfreq.get_frequency_dict("fa"),
        "ar": wordfreq.get_frequency_dict("ar", wordlist="large"),
        "en": wordfreq.get_frequency_dict("en", wordlist="large"),
    }
    lexicon = build(str(arguments.data / "lilak.csv"), str(arguments.hazm), persian_texts(arguments.data), shares)
    lexicon.add_proper_nouns(english_lines(arguments.gold, 10**9, 3))
    table = arguments.out / "word-lexicon.bin"
    table.write_bytes(lexicon.bytes())

    model = arguments.out / "boundary-model.bin"
    fitted = fit(marked_texts(arguments.data, arguments.gold, arguments.english_words, arguments.hazm, shares), table, arguments.work, arguments.bits)
    model.write_bytes(model_bytes(table.read_bytes(), *fitted))

    # Words that the finished model leaves alone are marked, so that running text is mostly passed over.
    listed = [row.split(",")[0].strip() for row in lines(arguments.data / "lilak.csv")]
    for language, words in (("fa", [*shares["fa"], *listed]), ("ar", shares["ar"]), ("en", shares["en"])):
        known = sorted({w for w in words if "\u200c" not in w and (c := codes(w, language)) and word_hash(c, language) in lexicon.entries})
        settled = run("settled", language, table, model, stdin="".join(w + "\n" for w in known).encode())
        for word in settled.decode().split("\n")[:-1]:
            lexicon.entries[word_hash(codes(word, language), language)] |= SETTLED
        print(language, len(known), "words,", settled.count(b"\n"), "settled", flush=True)
    table.write_bytes(lexicon.bytes())
    model.write_bytes(model_bytes(table.read_bytes(), *fitted))


if __name__ == "__main__":
    main()
