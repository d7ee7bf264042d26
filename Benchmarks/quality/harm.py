"""Harm: what goes of texts that are main content from end to end.

    python3 -m quality.harm FOLDER… [--ghirbal PATH] [--list STAGE]

The gold texts of benchmark folders are put in as flattened text. All of it is main content, so each
word that an edit takes is lost by mistake, boilerplate that gold texts hold aside. A stage's
figure is the words (`\\w+`) of the blocks that it dropped, and for replacements by how many words the
text became shorter.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from .ghirbal import DEFAULT_BINARY

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The gold texts of a benchmark folder that are not empty, with their ids."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line) if line.strip() else {}
            if (row.get("main_text") or "").strip():
                yield row["id"], row["main_text"]


def lost(edit: dict[str, Any]) -> int:
    """The words that an edit of a provenance record takes from the text."""
    if edit["change"] not in ("drop", "replace"):
        return 0
    before, after = (len(words(edit.get(key) or "")) for key in ("before", "after"))
    return before if edit["change"] == "drop" else max(0, before - after)


def edits(
    texts: Sequence[tuple[str, str]], binary: Path, jobs: int = 2
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The edits of texts that are put in as flattened text, each with the text's id."""
    with tempfile.TemporaryDirectory(prefix="ghirbal-harm-") as name:
        raw, clean = Path(name) / "raw", Path(name) / "clean"
        raw.mkdir()
        for number, (_, text) in enumerate(texts):
            (raw / f"{number:06}.txt").write_text(text, encoding="utf-8")
        # An empty configuration, so that no pipeline.yml of a folder above is found.
        config = Path(name) / "pipeline.yml"
        config.write_text("input: raw\noutput: clean\nreading: {format: text}\n")
        run = subprocess.run(
            [binary.resolve(), "clean", "-o", clean, "-j", str(jobs), "--config", config, raw],
            cwd=name,
            capture_output=True,
            text=True,
        )
        if run.returncode not in (0, 2):
            raise RuntimeError(f"{binary}: exit {run.returncode}\n{run.stderr[-2000:]}")
        for record in sorted(clean.rglob("*.provenance.json")):
            identifier, _ = texts[int(record.name.split(".")[0])]
            for edit in json.loads(record.read_text("utf-8"))["edits"]:
                yield identifier, edit


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.harm",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY, metavar="PATH")
    parser.add_argument("--list", metavar="STAGE", help="show each edit of a stage that takes words")
    arguments = parser.parse_args(argv)
    by_reason: Counter[tuple[str, str]] = Counter()
    by_stage: Counter[str] = Counter()
    pages = total = 0
    for folder in arguments.folders:
        golds = list(texts(folder))
        pages += len(golds)
        total += sum(len(words(text)) for _, text in golds)
        for identifier, edit in edits(golds, arguments.ghirbal):
            count = lost(edit)
            by_stage[edit["stage"]] += count
            by_reason[edit["stage"], edit["reason"]] += count
            if count and edit["stage"] == arguments.list:
                shown = [folder.name, identifier, edit["reason"], edit.get("rule"), count]
                print(*shown, json.dumps(edit["before"], ensure_ascii=False)[:400], sep="\t")
    print(f"{pages:,} texts, {total:,} words")
    for stage, count in by_stage.most_common():
        print(f"{stage:24} {count:8,}")
        for (of, reason), part in by_reason.most_common():
            if of == stage and part:
                print(f"    {reason:24} {part:8,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
