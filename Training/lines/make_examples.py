#!/usr/bin/env python3
"""Writes flattened texts and their gold, from benchmark folders of HTML pages.

    python3 make_examples.py DATA OUT [--sets A,B] [--all-ways] [--text FOLDER]

DATA holds a folder for each set: `pages/ID.html` and `gold.jsonl`. For each set this writes
`OUT/SET/pages/ID.WAY.txt` and a row for each text in `OUT/SET/gold.jsonl`: {"id": "ID.WAY", "page",
"way", "url", "lang", "page_type", "main_text" or "with" and "without", "whole"}. Of a whole text
every line must stay. For training each page is flattened by blocks and in two or three other ways;
`--all-ways` gives every way, to measure with. The same pages give the same bytes.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[1] / "content"))

import choice
import clean
import whole
from cuts import cut
from flatten import WAYS, read
from labels import matched, words

TRAINED = ("wcxb-dev", "news-a", "readability", "trafilatura-a")
MEASURED = ("cleaneval-a", "sites-a", "andy-a", "zhsites-a", "forum-a")
"""Sets that are never trained on."""

OTHER_WAYS = {"news-a": 3, "readability": 3}
"""Ways beside blocks for a page; two where a set is not named."""

SHARE_CUT = 0.35
SHARE_WHOLE = 0.6
SHARE_FRAGMENT = 0.35

Row = dict[str, Any]


def labels(lines: list[str], gold: str) -> list[float]:
    """For each line the share of its words that stand in the gold text."""
    tokens = [words(line) for line in lines]
    counts = matched(tokens, words(gold))
    return [count / max(1, len(line)) for count, line in zip(counts, tokens)]


def golds(folder: Path) -> list[Row]:
    """The rows of a benchmark folder, unusable labels and rows without any label left out."""
    bad_path = folder / "bad_labels.json"
    bad = {row[0] for row in json.loads(bad_path.read_text())} if bad_path.exists() else set()
    rows = []
    for line in (folder / "gold.jsonl").read_text("utf-8").split("\n"):
        row = json.loads(line) if line.strip() else {}
        if (
            row
            and row["id"] not in bad
            and (row.get("main_text") or row.get("with") or row.get("without"))
        ):
            rows.append(row)
    return rows


def texts_of(
    page: bytes, row: Row, set_name: str, all_ways: bool
) -> Iterator[tuple[str, str, bool]]:
    """The texts made of a page: way, text, whether it is whole."""
    name = f"{set_name}/{row['id']}"
    others = [way for way in WAYS if way != "block"]
    if not all_ways:
        others = choice.some(f"ways {name}", others, OTHER_WAYS.get(set_name, 2))
    markup = read(page)
    by_block = WAYS["block"](markup, name)
    yield "block", by_block, False
    for way in others:
        yield way, WAYS[way](markup, name), False
    gold = row.get("main_text") or ""
    if not gold.strip():
        return
    if all_ways or choice.share(f"cut {name}") < SHARE_CUT:
        lines = by_block.split("\n")
        part = cut(lines, labels(lines, gold), name)
        if part is not None:
            yield "cut", part, False
    variants = whole.variants(gold, name)
    fragment = variants.pop("fragment", "")
    if not all_ways and variants:
        # Gold by its own lines in three of five.
        way = choice.one(
            f"whole {name}", ("gold", "gold", "gold", "gold-wrapped", "gold-paragraph")
        )
        variants = {way: variants[way]} if choice.share(f"is whole {name}") < SHARE_WHOLE else {}
    for way, text in variants.items():
        yield way, text, True
    if fragment and (all_ways or choice.share(f"fragment {name}") < SHARE_FRAGMENT):
        yield "fragment", fragment, True


def write_set(folder: Path, out: Path, all_ways: bool) -> int:
    """Writes one set; returns how many texts it has."""
    (out / "pages").mkdir(parents=True, exist_ok=True)
    count = 0
    temporary = out / "gold.jsonl.part"
    with temporary.open("w", encoding="utf-8") as gold:
        for row in golds(folder):
            page = (folder / "pages" / f"{row['id']}.html").read_bytes()
            for way, text, is_whole in texts_of(page, row, folder.name, all_ways):
                if not text.strip():
                    continue
                identifier = f"{row['id']}.{way}"
                (out / "pages" / f"{identifier}.txt").write_text(text + "\n", encoding="utf-8")
                kept = {
                    key: row[key] for key in ("url", "lang", "page_type", "site") if row.get(key)
                }
                if is_whole:
                    kept["main_text"] = text
                elif row.get("main_text"):
                    kept["main_text"] = row["main_text"]
                else:
                    kept |= {"with": row.get("with") or [], "without": row.get("without") or []}
                entry = {"id": identifier, "page": row["id"], "way": way, **kept, "whole": is_whole}
                gold.write(json.dumps(entry, ensure_ascii=False) + "\n")
                count += 1
    temporary.rename(out / "gold.jsonl")
    return count


CLEAN = {"clean": clean.training, "clean-held": clean.measuring}
"""Sets of whole texts: to learn from, and to measure harm with."""


def write_clean(texts: Iterator[clean.Text], out: Path) -> int:
    """Writes a set of clean texts; returns how many."""
    (out / "pages").mkdir(parents=True, exist_ok=True)
    count = 0
    temporary = out / "gold.jsonl.part"
    with temporary.open("w", encoding="utf-8") as gold:
        for each in texts:
            identifier = f"{each.id}.{each.way}"
            (out / "pages" / f"{identifier}.txt").write_text(each.text + "\n", encoding="utf-8")
            entry = {"id": identifier, "page": each.id, "way": each.way, "lang": each.language, "page_type": each.way,
                     "main_text": each.text, "whole": True}  # fmt: skip
            gold.write(json.dumps(entry, ensure_ascii=False) + "\n")
            count += 1
    temporary.rename(out / "gold.jsonl")
    return count


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument(
        "--sets", default=",".join((*TRAINED, *MEASURED, *CLEAN)), help="names, with commas"
    )
    parser.add_argument(
        "--all-ways", action="store_true", help="every way of each page, to measure with"
    )
    parser.add_argument(
        "--text", type=Path, metavar="FOLDER", help="the text files of the clean sets"
    )
    arguments = parser.parse_args()
    for name in arguments.sets.split(","):
        if name in CLEAN:
            count = write_clean(CLEAN[name](arguments.data, arguments.text), arguments.out / name)
        else:
            count = write_set(arguments.data / name, arguments.out / name, arguments.all_ways)
        print(f"{name}: {count} texts", flush=True)


if __name__ == "__main__":
    main()
