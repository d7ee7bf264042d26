"""Flattened text: how much of the chrome goes, and how much of the main text stays.

    python3 -m quality.flattened FOLDER… [--ways block,nodes] [--texts FILE…] [--report FILE]

A folder is one that `Training/lines/make_examples.py --all-ways` wrote: `pages/ID.WAY.txt`, and in
`gold.jsonl` a row for each with its page, way and gold. Texts that are flattened pages are measured by
word F1, by the share of the main text's words that stay (of those that are in the flattened text), and
by the share of the other words that are left. Texts that are `whole`, and the files of --texts, are main
content from end to end: of these the share of words is shown that stages drop. Both are measured once more
with every word a pseudo-word in Arabic letters.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from . import harm, linerules
from .benchmark import Page
from .cipher import cipher_text
from .ghirbal import DEFAULT_BINARY, Ghirbal
from .metrics import bag_score, segment_counts, words_cjk

JUDGES = ("select_main_content", "drop_site_chrome")
"""Stages whose drops are told apart; all others are one figure."""

LINE_SYSTEMS = ("all kept", "C4-like", "jusText-like", "ghirbal", "oracle")
PSEUDO = "ghirbal, pseudo-words"
"""Ghirbal on the same texts with each word a pseudo-word in Arabic letters, gold too."""

BY_SENTENCE = frozenset(("paragraph", "oneline"))
"""Ways that keep no lines: there the oracle chooses sentences."""

WAYS = (
    "block", "blank", "nodes", "glued", "wet", "inscriptis", "markdownish", "wrapped", "paragraph",
    "oneline", "cut",
)  # fmt: skip
"""In the order of the tables; another way comes after them."""

PIECE = 20  # lines of a clean file that are one text
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")


@dataclass(frozen=True)
class Flat:
    """A flattened text and its gold."""

    id: str
    page: str
    way: str
    path: Path
    text: str
    main_text: str | None
    present: tuple[str, ...]
    absent: tuple[str, ...]
    is_whole: bool


@dataclass(frozen=True)
class Figures:
    """Of the texts of one way: means over texts, 0...1; None where no gold is for it."""

    texts: int
    f1: float | None
    kept: float | None
    left: float | None


@dataclass(frozen=True)
class Harm:
    """Words that stages took from texts of which nothing should go."""

    texts: int
    words: int
    lost: Mapping[str, int]
    """By stage; what is not of one of `JUDGES` is `others`."""

    reasons: Mapping[str, int]
    """Of the two stages that judge, by stage and reason."""

    def share(self, stage: str) -> float:
        return self.lost.get(stage, 0) / max(1, self.words)


def load(folder: Path, ways: Sequence[str] = (), limit: int | None = None) -> list[Flat]:
    """The texts of a folder; with a limit those of that many pages, spread over the folder."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    if ways:
        rows = [row for row in rows if row["way"] in ways]
    if limit:
        pages = list(dict.fromkeys(row["page"] for row in rows))
        chosen = set(pages[:: max(1, len(pages) // limit)][:limit])
        rows = [row for row in rows if row["page"] in chosen]
    return [_flat(folder, row) for row in rows]


def _flat(folder: Path, row: Mapping[str, Any]) -> Flat:
    path = folder / "pages" / f"{row['id']}.txt"
    return Flat(
        id=row["id"],
        page=row["page"],
        way=row["way"],
        path=path,
        text=path.read_text("utf-8").rstrip("\n"),
        main_text=row.get("main_text"),
        present=tuple(row.get("with") or ()),
        absent=tuple(row.get("without") or ()),
        is_whole=row["whole"],
    )


def spoken(text: str) -> str:
    """The text without the addresses of marked links, which are words of no gold."""
    return _ADDRESS.sub("]", text)


def kept_and_left(output: str, flattened: str, gold: str) -> tuple[float, float]:
    """The share of the gold's words that stay, of those that were there, and of the others' that do.

    Words that were glued and are parted again count as there.
    """
    main, there, out = (Counter(words_cjk(text)) for text in (gold, flattened, output))
    chrome = there - main
    kept = min(1.0, (main & out).total() / max(1, (main & there).total()))
    left = ((out - main) & chrome).total() / max(1, chrome.total())
    return kept, left


def figures(flats: Sequence[Flat], outputs: Iterable[str]) -> Figures:
    """The means over texts with gold; where gold is of segments, their F1 over all texts."""
    f1s, kepts, lefts = [], [], []
    segments = None
    for flat, output in zip(flats, outputs, strict=True):
        output = spoken(output)
        if flat.main_text is not None:
            f1s.append(bag_score(words_cjk(output), words_cjk(flat.main_text)).f1)
            kept, left = kept_and_left(output, spoken(flat.text), flat.main_text)
            kepts.append(kept)
            lefts.append(left)
        else:
            counts = segment_counts(output, flat.present, flat.absent)
            segments = counts if segments is None else segments + counts
    if f1s:
        return Figures(len(flats), *(sum(values) / len(values) for values in (f1s, kepts, lefts)))
    return Figures(len(flats), segments.score.f1 if segments else None, None, None)


System = Callable[[Sequence[Flat]], list[str]]


def systems(ghirbal: Ghirbal, jobs: int) -> dict[str, System]:
    """What is measured, by name: texts in, what is kept of each out."""
    just = linerules.JustextLike(_stop_lists())
    return {
        "all kept": lambda flats: [flat.text for flat in flats],
        "C4-like": lambda flats: [linerules.c4_like(flat.text) for flat in flats],
        "jusText-like": lambda flats: [just(flat.text) for flat in flats],
        "ghirbal": lambda flats: _ghirbal(flats, ghirbal, jobs),
        "oracle": _oracle,
    }


def _stop_lists() -> dict[str, frozenset[str]]:
    import justext

    return {name: justext.get_stoplist(name) for name in sorted(justext.get_stoplists())}


def _ghirbal(flats: Sequence[Flat], ghirbal: Ghirbal, jobs: int) -> list[str]:
    pages = [Page(flat.id, flat.path, *([None] * 9)) for flat in flats]
    return [extraction.text for extraction in ghirbal.extract_all(pages, jobs)]


def _oracle(flats: Sequence[Flat]) -> list[str]:
    from .oracle import oracle

    return [oracle(flat.text, flat.main_text or "", flat.way in BY_SENTENCE) for flat in flats]


def measure(flats: Sequence[Flat], chosen: Mapping[str, System]) -> dict[str, dict[str, Figures]]:
    """Figures of each way and system, of the texts that are flattened pages.

    Gold of segments names some pieces only, so there is no oracle for it.
    """
    by_way: dict[str, list[Flat]] = defaultdict(list)
    for flat in flats:
        if not flat.is_whole:
            by_way[flat.way].append(flat)
    return {
        way: {
            name: figures(by_way[way], system(by_way[way]))
            for name, system in chosen.items()
            if name != "oracle" or any(flat.main_text for flat in by_way[way])
        }
        for way in sorted(by_way, key=lambda way: WAYS.index(way) if way in WAYS else len(WAYS))
    }


def measure_pseudo_words(flats: Sequence[Flat], ghirbal: Ghirbal, jobs: int) -> dict[str, Figures]:
    """Ghirbal's figures of each way on the ciphered texts."""
    with tempfile.TemporaryDirectory(prefix="ghirbal-flattened-") as name:
        disguised = [_disguised(flat, Path(name)) for flat in flats if not flat.is_whole]
        only = {PSEUDO: lambda flats: _ghirbal(flats, ghirbal, jobs)}
        return {way: found[PSEUDO] for way, found in measure(disguised, only).items()}


def _disguised(flat: Flat, folder: Path) -> Flat:
    """The text ciphered, in a file of that folder, and its gold."""
    path = folder / f"{flat.id}.txt"
    text = cipher_text(flat.text)
    path.write_text(text + "\n", encoding="utf-8")
    return replace(
        flat,
        path=path,
        text=text,
        main_text=None if flat.main_text is None else cipher_text(flat.main_text),
        present=tuple(cipher_text(segment) for segment in flat.present),
        absent=tuple(cipher_text(segment) for segment in flat.absent),
    )


def harmed(texts: Sequence[tuple[str, str]], binary: Path, jobs: int = 2) -> Harm:
    """What the stages take from texts of which nothing should go."""
    lost: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for _, edit in harm.edits(texts, binary, jobs):
        count = harm.lost(edit)
        stage = edit["stage"] if edit["stage"] in JUDGES else "others"
        lost[stage] += count
        if count and stage != "others":
            reasons[f"{stage} {edit['reason']} {edit['change']}"] += count
    words = sum(len(harm.words(text)) for _, text in texts)
    return Harm(len(texts), words, dict(lost), dict(reasons.most_common()))


def whole_texts(flats: Sequence[Flat]) -> dict[str, list[tuple[str, str]]]:
    """The whole texts by way."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for flat in flats:
        if flat.is_whole:
            found[flat.way].append((flat.id, flat.text))
    return dict(found)


def file_texts(path: Path) -> dict[str, list[tuple[str, str]]]:
    """A clean text file as one text, and in runs of lines."""
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    runs = [
        (f"{path.name}:{start + 1}", "\n".join(lines[start : start + PIECE]))
        for start in range(0, len(lines), PIECE)
    ]
    return {"whole": [(path.name, "\n".join(lines))], f"{PIECE} lines": runs}


def ciphered(texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(identifier, cipher_text(text)) for identifier, text in texts]


def number(value: float | None, digits: int = 3) -> str:
    """Without the zero before the point; a dash for what is not there."""
    return "–" if value is None else f"{value:.{digits}f}".replace("0.", ".", 1)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]], texts: int = 2) -> str:
    """A table whose first columns are words and the others numbers."""
    rule = ["---"] * texts + ["---:"] * (len(head) - texts)
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def quality_table(measured: Mapping[str, Mapping[str, Mapping[str, Figures]]]) -> str:
    """A row for each set and way."""
    rows = []
    for name, ways in measured.items():
        for way, found in ways.items():
            own = found.get("ghirbal")
            rows.append(
                [name, way, str(next(iter(found.values())).texts)]
                + [number(found[each].f1) if each in found else "–" for each in LINE_SYSTEMS]
                + [number(own.kept if own else None), number(own.left if own else None)]
                + [number(found[PSEUDO].f1) if PSEUDO in found else "–"]
            )
    head = ["set", "way", "texts", *LINE_SYSTEMS, "main kept", "chrome left", PSEUDO]
    return markdown(head, rows)


def harm_table(harms: Mapping[str, Mapping[str, tuple[Harm, Harm | None]]]) -> str:
    """A row for each set and kind of whole text; shares of words, the last two of pseudo-words."""
    rows = []
    for name, kinds in harms.items():
        for kind, (plain, pseudo) in kinds.items():
            shares = [number(plain.share(stage), 4) for stage in (*JUDGES, "others")]
            shares += [number(pseudo.share(stage) if pseudo else None, 4) for stage in JUDGES]
            rows.append([name, kind, f"{plain.texts:,}", f"{plain.words:,}", *shares])
    head = ["set", "kind", "texts", "words", *JUDGES, "other stages"]
    return markdown([*head, *(f"{stage}, pseudo-words" for stage in JUDGES)], rows)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.flattened",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="*", type=Path)
    parser.add_argument(
        "--ways", default="", metavar="A,B", help="these ways only, of whole texts too"
    )
    parser.add_argument("--systems", default=",".join(LINE_SYSTEMS), metavar="A,B")
    parser.add_argument("--texts", nargs="+", default=[], type=Path, metavar="FILE",
                        help="clean text files, all of it main content")  # fmt: skip
    parser.add_argument("--limit", type=int, metavar="N", help="so many pages of each folder")
    parser.add_argument("--no-harm", action="store_true", help="leave whole texts out")
    parser.add_argument("--no-pseudo-words", action="store_true")
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY, metavar="PATH")
    parser.add_argument("--config", type=Path, metavar="YML")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--report", type=Path, metavar="FILE", help="saves all figures as JSON")
    arguments = parser.parse_args(argv)
    ways = [way for way in arguments.ways.split(",") if way]
    ghirbal = Ghirbal(arguments.ghirbal, arguments.config)
    every = systems(ghirbal, arguments.jobs)
    chosen = {name: every[name] for name in arguments.systems.split(",")}
    measured: dict[str, dict[str, dict[str, Figures]]] = {}
    harms: dict[str, dict[str, tuple[Harm, Harm | None]]] = {}

    def harm_of(texts: Sequence[tuple[str, str]]) -> tuple[Harm, Harm | None]:
        plain = harmed(texts, arguments.ghirbal, arguments.jobs)
        if arguments.no_pseudo_words:
            return plain, None
        return plain, harmed(ciphered(texts), arguments.ghirbal, arguments.jobs)

    for folder in arguments.folders:
        print(f"{folder.name} …", file=sys.stderr, flush=True)
        flats = load(folder, ways, arguments.limit)
        if found := measure(flats, chosen):
            measured[folder.name] = found
            if "ghirbal" in chosen and not arguments.no_pseudo_words:
                for way, own in measure_pseudo_words(flats, ghirbal, arguments.jobs).items():
                    found[way][PSEUDO] = own
        if not arguments.no_harm and (whole := whole_texts(flats)):
            harms[folder.name] = {way: harm_of(texts) for way, texts in sorted(whole.items())}
    for path in arguments.texts:
        print(f"{path.name} …", file=sys.stderr, flush=True)
        harms[path.name] = {kind: harm_of(texts) for kind, texts in file_texts(path).items()}
    if measured:
        print(quality_table(measured))
    if harms:
        print(("\n" if measured else "") + harm_table(harms))
    if arguments.report:
        arguments.report.write_text(as_json(measured, harms, ghirbal.version), encoding="utf-8")
    return 0


def as_json(
    measured: Mapping[str, Mapping[str, Mapping[str, Figures]]],
    harms: Mapping[str, Mapping[str, tuple[Harm, Harm | None]]],
    version: str,
) -> str:
    """All figures; of harm the words lost by stage and by reason."""
    document = {
        "ghirbal": version,
        "quality": {
            name: {
                way: {each: asdict(f) for each, f in found.items()} for way, found in by_way.items()
            }
            for name, by_way in measured.items()
        },
        "harm": {
            name: {
                kind: {"words": asdict(plain), "pseudo-words": asdict(pseudo) if pseudo else None}
                for kind, (plain, pseudo) in kinds.items()
            }
            for name, kinds in harms.items()
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main())
