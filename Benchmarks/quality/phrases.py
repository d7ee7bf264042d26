"""What goes of annotated flattened scrapes: precision and recall by language and kind of page.

    python3 -m quality.phrases FOLDER… [--ghirbal PATH] [--only STAGES] [--list]

A folder holds scrapes, LANGUAGE.KIND.txt, below it or in folders of it. Each line begins with `+ ` where
it is text and has to stay, with `- ` where it is what the site set around the text and has to go, be it
dropped or lifted as a fact. A line is gone where edits took at least nine tenths of its letters and
digits. A line of text counts as lost where they took any. Recall is the share of the lines to go that
are gone, precision the share of text-free lines among all that are gone or lost.

`--only lift_facts,drop_site_chrome` shows the phrases alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .ghirbal import DEFAULT_BINARY

# A line of which so much is taken is gone; what stays is a mark or a letter beside a label.
GONE = 0.9


@dataclass(frozen=True)
class Scrape:
    language: str
    kind: str
    # Whether each line has to go, and its text.
    lines: list[tuple[bool, str]]

    @property
    def text(self) -> str:
        return "".join(line + "\n" for _, line in self.lines)


@dataclass
class Score:
    pages: int = 0
    # Lines to go, those of them that went, and lines of text that did.
    wanted: int = 0
    gone: int = 0
    lost: int = 0

    def add(self, other: Score) -> None:
        self.pages += other.pages
        self.wanted += other.wanted
        self.gone += other.gone
        self.lost += other.lost

    @property
    def precision(self) -> float:
        return self.gone / (self.gone + self.lost) if self.gone + self.lost else 1.0

    @property
    def recall(self) -> float:
        return self.gone / self.wanted if self.wanted else 1.0


def read(path: Path) -> Scrape:
    """An annotated scrape; an error where a line has no mark."""
    language, kind = path.name.split(".")[:2]
    lines = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line[:2] not in ("+ ", "- ") and line not in ("+", "-"):
            raise ValueError(f"{path}:{number}: a line begins with '+ ' or '- '")
        lines.append((line[0] == "-", line[2:]))
    return Scrape(language, kind, lines)


def taken(text: str, edits: Iterable[dict[str, object]]) -> list[float]:
    """Of each line the share of its letters and digits that edits took."""
    utf8 = text.encode()
    gone = bytearray(len(utf8))
    for edit in edits:
        if edit["change"] == "drop" or edit["change"] == "replace" and not edit.get("after"):
            start, end = edit["source_bytes"]
            gone[start:end] = b"\1" * (end - start)
    shares, position = [], 0
    for line in text.splitlines():
        letters = went = 0
        for scalar in line:
            if scalar.isalnum():
                letters += 1
                went += gone[position]
            position += len(scalar.encode())
        position += 1
        shares.append(went / letters if letters else 0.0)
    return shares


def score(scrape: Scrape, shares: Sequence[float]) -> tuple[Score, list[str]]:
    """A scrape's score, and its lines that went or stayed by mistake."""
    result, wrong = Score(pages=1), []
    for (goes, line), share in zip(scrape.lines, shares, strict=True):
        if not any(scalar.isalnum() for scalar in line):
            continue
        if goes:
            result.wanted += 1
            if share >= GONE:
                result.gone += 1
            else:
                wrong.append(f"stayed\t{line}")
        elif share > 0:
            result.lost += 1
            wrong.append(f"lost\t{line}")
    return result, wrong


def edits(scrapes: Sequence[Scrape], binary: Path, only: str | None) -> Iterator[list[dict]]:
    """The edits of each scrape, cleaned as flattened text."""
    with tempfile.TemporaryDirectory(prefix="ghirbal-phrases-") as name:
        raw, clean = Path(name) / "raw", Path(name) / "clean"
        raw.mkdir()
        for number, scrape in enumerate(scrapes):
            (raw / f"{number:06}.txt").write_text(scrape.text, encoding="utf-8")
        config = Path(name) / "pipeline.yml"
        config.write_text("input: raw\noutput: clean\nreading: {format: text}\n")
        command = [binary.resolve(), "clean", "-o", clean, "-j", "1", "--config", config, raw]
        run = subprocess.run(
            command + (["--only", only] if only else []), cwd=name, capture_output=True, text=True
        )
        if run.returncode != 0:
            raise RuntimeError(f"{binary}: exit {run.returncode}\n{run.stderr[-2000:]}")
        for number in range(len(scrapes)):
            record = next(clean.rglob(f"{number:06}*.provenance.json"))
            yield json.loads(record.read_text("utf-8"))["edits"]


def table(title: str, scores: dict[str, Score]) -> str:
    rows = [f"| {title} | scrapes | lines to go | precision | recall |", "|---|---|---|---|---|"]
    for name, one in sorted(scores.items()):
        rows.append(
            f"| {name} | {one.pages} | {one.wanted} | {one.precision:.3f} | {one.recall:.3f} |"
        )
    return "\n".join(rows)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.phrases",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY, metavar="PATH")
    parser.add_argument("--only", metavar="STAGES", help="these stages alone")
    parser.add_argument("--list", action="store_true", help="show the lines that are wrong")
    arguments = parser.parse_args(argv)
    paths = sorted(path for folder in arguments.folders for path in folder.rglob("*.*.txt"))
    scrapes = [read(path) for path in paths]
    tables: dict[str, dict[str, Score]] = {"language": {}, "kind": {}, "all": {}}
    every = edits(scrapes, arguments.ghirbal, arguments.only)
    for scrape, made in zip(scrapes, every, strict=True):
        one, wrong = score(scrape, taken(scrape.text, made))
        for title, name in ("language", scrape.language), ("kind", scrape.kind), ("all", "all"):
            tables[title].setdefault(name, Score()).add(one)
        if arguments.list:
            for line in wrong:
                print(f"{scrape.language}.{scrape.kind}\t{line}")
    print("\n\n".join(table(title, scores) for title, scores in tables.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
