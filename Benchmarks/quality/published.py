"""Makes the published tables of quality: `docs/benchmarks/quality.md`, the short one of README and its picture.

    python3 -m quality.published DATA --cross-validated REPORT --facts REPORT [--speed FILE] [--cache DIR] [--jobs N]
    python3 -m quality.published DATA --only-flattened --flattened FILE [--lines REPORT]
    python3 -m quality.published --only-picture [--speed FILE]

DATA holds a folder for each set. REPORT is what `Training/content/train.py --report` saved: on the sets
that the model was trained on its figures stand for Ghirbal, since each page is judged there by a model
that has not seen its site; --facts takes that of `Training/facts/train.py`, for the facts. All other figures are of the binary as it ships. The whole of quality.md is
written anew, and in README what stands between the two marks. FILE is what `speed/run --json` saved; without it the rows
of speed and memory stay as README has them. The picture is drawn from README's table. The section on flattened text is made of
what `quality.flattened --report` saved, and stays as it is where --flattened is not given.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from . import benchmark, cache, flattened_section, isolation, picture, results
from .extraction import Extraction
from .ghirbal import DEFAULT_BINARY, Ghirbal
from .peers import PEERS

ROOT = Path(__file__).resolve().parents[2]
SYSTEMS = ("ghirbal", *PEERS)


@dataclass(frozen=True)
class Set:
    """A benchmark folder in the tables: what its pages are, and the metric that stands for it."""

    name: str
    pages: str
    metric: str
    figure: str = "F1"


UNSEEN = (Set("sites-a", "23 sites: blogs, documentation, shops; fa, ar, en", "word_f1"),)
"""Sets that the content model was not trained on."""

SEEN = (
    Set("andy-a", "modern news", "word_f1"),
    Set("cleaneval-a", "CleanEval, the web of 2007", "word_f1"),
    Set("zhsites-a", "Chinese news of 5 sites, by character", "word_f1_cjk"),
    Set("forum-a", "forums", "word_f1"),
    Set("recipes-a", "recipes, ingredients found", "ingredients", "found"),
    Set("recipes-a", "recipes, steps found", "steps", "found"),
    Set("wcxb-dev", "WCXB, development part: 7 kinds of pages", "word_f1"),
    Set("news-a", "Fundus: news of 32 countries, CJK by character", "word_f1_cjk"),
    Set("readability", "Readability's test pages, CJK by character", "word_f1_cjk"),
    Set("trafilatura-a", "trafilatura's evaluation, segments", "segment_f1"),
)
"""Sets that the content model learned from: Ghirbal's figures are cross-validated by site; of several
figures of one set, a row each."""

PICTURED = ("andy-a", "cleaneval-a", "sites-a", "zhsites-a", "forum-a")
"""The sets whose mean is in the picture."""

FACTS = ("wcxb-dev", "news-a", "andy-a", "postlight-a", "recipes-a")
FACT_FIGURES = (
    ("title", "right", "title right"),
    ("title", "right, site name aside", "– site name aside"),
    ("author", "right", "author right"),
    ("author", "-made up", "– made up (lower is better)"),
    ("date", "right", "date right"),
    ("date", "-made up", "– made up (lower is better)"),
)

FACT_KINDS = {"title": "title", "author": "author", "date": "day"}
"""The judges of Training/facts, by metric."""

FLATTENED_MARKS = ("<!-- flattened: made by python3 -m quality.published -->\n", "<!-- flattened: end -->\n")
README_MARKS = ("<!-- quality: made by python3 -m quality.published -->\n", "<!-- quality: end -->\n")


class Scored:
    """The results of each set, run when first asked for."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._ghirbal = Ghirbal(arguments.ghirbal)
        self._results: dict[str, results.Results] = {}

    def __getitem__(self, name: str) -> results.Results:
        if name not in self._results:
            pages = benchmark.load(self._arguments.data / name)
            extractions = {system: self._extract(system, pages) for system in SYSTEMS}
            described = {"ghirbal": (self._ghirbal.version, self._ghirbal.settings)}
            described |= {peer.name: (peer.version, peer.settings) for peer in PEERS.values()}
            self._results[name] = results.score(pages, extractions, described)
        return self._results[name]

    def _extract(self, system: str, pages: benchmark.Benchmark) -> list[Extraction]:
        print(f"{pages.name}: {system} …", file=sys.stderr)
        if system == "ghirbal":
            return self._ghirbal.extract_all(pages.pages, self._arguments.jobs)
        run = partial(
            isolation.extract_all, PEERS[system].extract, jobs=self._arguments.jobs
        )
        if self._arguments.cache:
            return cache.extract_all(self._arguments.cache, PEERS[system], pages.pages, run)
        return list(run(pages.pages))

    def table(self, name: str, metric: str) -> results.Table | None:
        return next((t for t in self[name].tables if t.metric.name == metric), None)


def number(value: float | None) -> str:
    """Three decimals without the zero before the point; a dash for what is not there."""
    if value is None or value != value:
        return "–"
    text = f"{value:.3f}"
    return text.replace("0.", ".", 1) if text.startswith("0.") else text


def marked(values: Sequence[float | None], lower_is_better: bool = False) -> list[str]:
    """The cells of a row, the best one bold."""
    known = [value for value in values if value is not None and value == value]
    best = (min if lower_is_better else max)(known) if known else None
    return [f"**{number(v)}**" if v is not None and v == best else number(v) for v in values]


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def main_rows(scored: Scored, sets: Sequence[Set], validated: dict[str, float]) -> list[list[str]]:
    rows = []
    for entry in sets:
        table = scored.table(entry.name, entry.metric) or scored.table(entry.name, "word_f1")
        if table is None:
            raise SystemExit(f"{entry.name}: its gold has nothing for {entry.metric}")
        figures = table.groups[0].figures
        values: list[float | None] = [
            validated.get(f"{entry.name} {entry.metric}", validated.get(entry.name))
            if system == "ghirbal" and validated
            else figures[system][entry.figure].value if system in figures else None
            for system in SYSTEMS
        ]  # fmt: skip
        rows.append([f"{entry.pages} ({table.groups[0].pages})", *marked(values)])
    return rows


def kind_rows(scored: Scored, kinds: dict[str, dict[str, float]]) -> list[list[str]]:
    """WCXB's kinds of pages, Ghirbal's figures cross-validated."""
    rows = []
    table = scored.table("wcxb-dev", "word_f1")
    for group in table.groups[1:] if table else ():
        kind = group.label.removeprefix("type ")
        own = kinds.get(f"wcxb-dev {kind}")
        if own is None:
            continue
        values = [
            own["score"] if system == "ghirbal" else group.figures[system]["F1"].value
            for system in SYSTEMS
        ]
        rows.append([f"{kind} ({group.pages})", *marked(values)])
    return rows


def fact_rows(scored: Scored, name: str, validated: dict[str, dict]) -> list[list[str]]:
    """Titles, authors and dates of a set; Ghirbal's are cross-validated."""
    rows = []
    for metric, figure, label in FACT_FIGURES:
        table = scored.table(name, metric)
        if table is None:
            continue
        figures = table.groups[0].figures
        own = validated.get(FACT_KINDS.get(metric, ""), {}).get(name, {}).get(figure.removeprefix("-"))
        values = [
            own
            if system == "ghirbal" and own is not None
            else figures[system][figure].value if system in figures else None
            for system in SYSTEMS
        ]  # fmt: skip
        if any(value is not None and value == value for value in values):
            rows.append([label, *marked(values, lower_is_better=figure[0] == "-")])
    return rows


def system_rows(scored: Scored) -> list[list[str]]:
    return [
        [system.name, system.version, system.settings]
        for system in scored[UNSEEN[0].name].systems
    ]


PAGE = """\
# Quality beside other extractors

How much of a page's main text Ghirbal and its peers find, on public benchmark pages. All of this page is
written by one command, which says what it needs ([Benchmarks/quality](../../Benchmarks/quality/README.md)
has the definitions of the metrics):

    cd Benchmarks && python3 -m quality.published DATA --cross-validated ../Training/content/report.json \\
        --facts ../Training/facts/report.json

Pages in brackets; the best figure of a row is bold.

## Pages that nothing was trained on

{unseen}

## Pages that the model learned from

Ghirbal's figures are cross-validated by site: each page is judged by a model that has seen no page of its
site. They are of the selected blocks, before the other stages ([0007](../decisions/0007-content-model.md)).
The peers' figures are of the same pages. WCXB's author made rs-trafilatura, and Readability's gold is
the output of Readability, so each is at home there. Ghirbal reads half of WCXB's pages as if they had lost their
scripts. Of a recipe's page only ingredients and steps are labelled; `found` says how many of them are in the text.

{seen}

WCXB by kind of page, word F1:

{kinds}

## Facts

A value is made up where the gold has none. Ghirbal's titles, authors and dates are cross-validated by site: the judges
that choose them were trained on these sets ([Training/facts](../../Training/facts/README.md)). trafilatura gives every
page a date by design.

{facts}

## Flattened text

{flattened}
## Systems

{systems}

## How far to trust them

- WCXB's gold is drafted by a language model and reviewed; its rarer kinds have about a hundred pages
  each, so their standard errors are .01 to .03. Pages with empty gold, and six whose gold is another
  page's, are left out.
- Fundus's gold is what the publisher's own parser takes for the article: no captions, no boxes.
- Word F1 knows no order and hides a torn table; structure is measured apart (`python3 -m quality.structure`).
- Plain text is written without list marks here (`writing: {{list_marks: none}}`): gold texts have none.
- It is the body without its title, as by default; Markdown, in the tables of structure, opens with it.
"""


def page(scored: Scored, report: dict, facts_report: dict, flattened: str) -> str:
    head = ["", *SYSTEMS]
    facts = [
        f"{name}:\n\n{markdown(head, fact_rows(scored, name, facts_report))}" for name in FACTS
    ]
    return PAGE.format(
        unseen=markdown(head, main_rows(scored, UNSEEN, {})),
        seen=markdown(head, main_rows(scored, SEEN, report["sets"])),
        kinds=markdown(head, kind_rows(scored, report["kinds"])),
        facts="\n\n".join(facts),
        flattened="".join((FLATTENED_MARKS[0], "\n", flattened, "\n", FLATTENED_MARKS[1])),
        systems=markdown(["system", "version", "settings"], system_rows(scored)),
    )


SPEED, MEMORY = "megabytes a second, one core", "megabytes of memory at most"
"""The rows of README's table that are measured by `speed/run`, as it names them in its file."""


def short_rows(scored: Scored, report: dict) -> list[list[str]]:
    """README's table: every set in a row."""
    return main_rows(scored, UNSEEN, {}) + main_rows(scored, SEEN, report["sets"])


def cost_rows(costs: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """Speed and memory of each system, the best one bold."""
    rows = []
    for label, best in ((SPEED, max), (MEMORY, min)):
        values = costs.get(label, {})
        if values:
            written = {s: f"{v:.0f}" if v >= 10 else f"{v:.1f}" for s, v in values.items()}
            first = best(values, key=lambda s: values[s])
            cells = (written.get(s, "–") for s in SYSTEMS)
            rows.append([label, *(f"**{c}**" if s == first else c for s, c in zip(SYSTEMS, cells, strict=True))])
    return rows


def table_rows(table: str) -> list[list[str]]:
    """The rows of a Markdown table, without its head."""
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def values(row: Sequence[str]) -> dict[str, float]:
    """The figures of a row of README's table, by system."""
    cells = zip(SYSTEMS, row[1:], strict=True)
    return {name: float(cell.strip("*")) for name, cell in cells if cell != "–"}


def behind(rows: Sequence[Sequence[str]]) -> str:
    """A sentence that names the rows in which a peer is ahead, and which one."""
    found = []
    for row in rows:
        figures = values(row)
        first = (min if row[0] == MEMORY else max)(figures, key=lambda name: figures[name])
        if "ghirbal" in figures and figures[first] != figures["ghirbal"]:
            found.append(f"{row[0].rpartition(' (')[0] or row[0]} ({first})")
    return f"A peer is ahead in: {'; '.join(found)}." if found else ""


def drawn(rows: Sequence[Sequence[str]]) -> str:
    """The picture of README's table: the mean F1 of the sets that nothing was trained on, against speed."""
    named = [entry.pages for entry in UNSEEN + SEEN if entry.name in PICTURED]
    sets = [values(row) for name in named for row in rows if row[0].startswith(f"{name} (")]
    speeds = next((values(row) for row in rows if row[0] == SPEED), {})
    if len(sets) != len(named):
        raise SystemExit("README's table has not the rows of all sets that nothing was trained on")
    points = [
        picture.Point(name, speeds[name], sum(row[name] for row in sets) / len(sets))
        for name in SYSTEMS
        if name in speeds and all(name in row for row in sets)
    ]
    if not points:
        raise SystemExit(f"README's table has no row “{SPEED}”: --speed FILE")
    return picture.svg(points, "ghirbal", f"F1, mean of {len(sets)} sets", "F1 against speed, a point for each extractor")


def between(text: str, marks: tuple[str, str]) -> tuple[str, str, str] | None:
    """What stands before, between and after the marks; None where one is missing."""
    before, found_start, rest = text.partition(marks[0])
    inner, found_end, after = rest.partition(marks[1])
    return (before, inner, after) if found_start and found_end else None


def replaced(text: str, table: str, marks: tuple[str, str], name: str) -> str:
    """The text with the table between its marks."""
    parts = between(text, marks)
    if parts is None:
        raise SystemExit(f"{name}: the marks that the table stands between are missing")
    return f"{parts[0]}{marks[0]}\n{table}\n{marks[1]}{parts[2]}"


def flattened_text(arguments: argparse.Namespace) -> str:
    """The section on flattened text: anew, or as it stands in the page."""
    if arguments.flattened:
        report = json.loads(arguments.flattened.read_text("utf-8"))
        validated = json.loads(arguments.lines.read_text("utf-8")) if arguments.lines else {}
        unseen, seen = (list(dict.fromkeys(each.name for each in sets)) for sets in (UNSEEN, SEEN))
        return flattened_section.section(report, validated, unseen, seen)
    parts = between(arguments.out.read_text("utf-8"), FLATTENED_MARKS) if arguments.out.exists() else None
    return parts[1].strip("\n") + "\n" if parts else ""


def write_short(arguments: argparse.Namespace, readme: str, rows: Sequence[Sequence[str]]) -> None:
    """Writes README's table and the picture that is drawn from it."""
    table = "\n\n".join(filter(None, (markdown(["", *SYSTEMS], rows), behind(rows)))) + "\n"
    arguments.readme.write_text(replaced(readme, table, README_MARKS, "README.md"), encoding="utf-8")
    arguments.picture.write_text(drawn(rows), encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.published", description="Makes the published tables of quality."
    )
    parser.add_argument("data", type=Path, metavar="DATA", nargs="?")
    parser.add_argument("--cross-validated", type=Path, metavar="REPORT")
    parser.add_argument("--facts", type=Path, metavar="REPORT", help="what Training/facts saved")
    parser.add_argument("--flattened", type=Path, metavar="FILE", help="what quality.flattened saved")
    parser.add_argument("--lines", type=Path, metavar="REPORT", help="what Training/lines saved")
    parser.add_argument("--only-flattened", action="store_true", help="write that section alone")
    parser.add_argument("--only-picture", action="store_true", help="from README's table as it stands")
    parser.add_argument("--speed", type=Path, metavar="FILE", help="what speed/run --json saved")
    parser.add_argument("--cache", type=Path, metavar="DIR")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks" / "quality.md")
    parser.add_argument("--readme", type=Path, default=ROOT / "README.md")
    parser.add_argument("--picture", type=Path, default=ROOT / "docs" / "benchmarks" / "quality.svg")
    arguments = parser.parse_args(argv)
    readme = arguments.readme.read_text("utf-8")
    parts = between(readme, README_MARKS)
    rows = table_rows(parts[1]) if parts else []
    costs = [row for row in rows if row[0] in (SPEED, MEMORY)]
    if arguments.speed:
        costs = cost_rows(json.loads(arguments.speed.read_text("utf-8")))
    if arguments.only_picture:
        write_short(arguments, readme, [row for row in rows if row[0] not in (SPEED, MEMORY)] + costs)
        return 0
    if not arguments.data:
        parser.error("DATA is needed, but for --only-picture")
    flattened = flattened_text(arguments)
    if arguments.only_flattened:
        text = arguments.out.read_text("utf-8")
        arguments.out.write_text(
            replaced(text, flattened, FLATTENED_MARKS, arguments.out.name), encoding="utf-8"
        )
        return 0
    if not arguments.cross_validated or not arguments.facts:
        parser.error("--cross-validated and --facts are needed, but for --only-flattened")
    scored = Scored(arguments)
    report = json.loads(arguments.cross_validated.read_text("utf-8"))
    facts_report = json.loads(arguments.facts.read_text("utf-8"))
    arguments.out.write_text(page(scored, report, facts_report, flattened), encoding="utf-8")
    write_short(arguments, readme, short_rows(scored, report) + costs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
