"""Words of sites: tags that stand together without a space, taken apart by what the site writes alone.

    python3 -m quality.site_words FOLDER… [--ghirbal BIN] [--list] [--report FILE]

A folder is a benchmark folder whose rows name their `site`. Of each site one half of the pages is learned
from, as HTML and as flattened text, and the tags, categories and breadcrumbs of the other half are glued together,
and runs dealt of the tags that the learned pages have; both ways. Of a profile's glue it counts the places at which a word ends that the site writes alone on a learned
page. Harm is counted on the gold texts and on all lines of the other half as they stand: spaces that repairs put in,
with and without the profile. Every stage but `repair_words` is off.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html

from .ghirbal import DEFAULT_BINARY
from .sites import SitePage, halves, load

STAGES = (
    "repair_mojibake",
    "drop_unseen_text",
    "lift_facts",
    "drop_site_template",
    "select_main_content",
    "drop_site_chrome",
    "drop_duplicate_blocks",
    "normalise_unicode",
    "repair_spacing",
    "fold_blank_lines",
)
"""What is off."""

MARKED = re.compile(r"tag|categ|breadcrumb|label|topic|keyword", re.IGNORECASE)
"""Classes and ids of elements that hold tags."""

MAX_WORDS = 4
MAX_TAGS = 8
LEAST_BYTES = 3
DEALT = 40
"""Runs of a site's half that are dealt of its tags, beside those that its pages have."""

FORMS = ("line", "labelled", "links")
"""A line of its own; one behind "Tags:"; links of HTML that touch each other."""


@dataclass(frozen=True)
class Run:
    """Tags of a page, in its order."""

    page: SitePage
    tags: tuple[str, ...]

    @property
    def glued(self) -> str:
        return "".join(self.tags)

    @property
    def seams(self) -> list[int]:
        """Where a tag ends, counted in the letters of the glued run without its spaces."""
        ends, count = [], 0
        for tag in self.tags[:-1]:
            count += len(tag.replace(" ", ""))
            ends.append(count)
        return ends


def read(page: SitePage) -> Any:
    return html.document_fromstring(page.html)


def text_of(element: Any) -> str:
    return " ".join(element.text_content().split())


def is_tag(text: str) -> bool:
    """Whether a link is short and in letters that have spaces between words: no title, no date."""
    return (
        0 < len(text.split()) <= MAX_WORDS
        and len(text.encode()) <= 60
        and sum(map(str.isalpha, text)) >= 2
        and len(text.encode()) >= LEAST_BYTES
        and not re.search(r"[?!,:;،؛؟]|(^|\s)\d{4}$", text)
        and not re.search(r"[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af]", text)
    )


def runs(page: SitePage) -> Iterator[Run]:
    """The lists of tags, categories and breadcrumbs of a page, two to eight links each."""
    for element in read(page).iter():
        if not isinstance(element.tag, str):
            continue
        if not MARKED.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            continue
        links = [text_of(link) for link in element.iter("a")]
        links = list(dict.fromkeys(filter(is_tag, links)))
        if 2 <= len(links) <= MAX_TAGS:
            yield Run(page, tuple(links))


def dealt(name: str, page: SitePage, tags: Sequence[str]) -> list[Run]:
    """Runs of two to five of a site's tags, dealt by the site's name."""
    dice, pool = random.Random(name), sorted(tags)
    if len(pool) < 2:
        return []
    counts = [dice.randint(2, min(5, len(pool))) for _ in range(DEALT)]
    return [Run(page, tuple(dice.sample(pool, count))) for count in counts]


def alone(page: SitePage) -> set[str]:
    """What a page writes alone: in links, list items and headings."""
    names = ("a", "li", "h1", "h2", "h3", "h4", "h5", "h6")
    return {text_of(element) for element in read(page).iter(*names)}


def shown(run: Run, form: str) -> dict[str, str]:
    """The page that holds a run behind its main text."""
    if form == "links":
        links = "".join(f'<a href="/t">{_escaped(tag)}</a>' for tag in run.tags)
        text = "".join(f"<p>{_escaped(line)}</p>" for line in run.page.flat.main_text.split("\n"))
        return {"html": f"<html><body>{text}<div>{links}</div></body></html>"}
    label = "Tags: " if form == "labelled" else ""
    return {"text": f"{run.page.flat.main_text}\n\n{label}{run.glued}\n"}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@dataclass
class Found:
    """Seams that there are, that were found, and spaces that stand where none belongs."""

    seams: int = 0
    right: int = 0
    wrong: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, run: Run, out: str, form: str) -> None:
        line = next((line for line in reversed(out.split("\n")) if line.strip()), "")
        if form == "labelled":
            line = line.removeprefix("Tags:").strip()
        spaces, count = set(), 0
        for letter in line:
            if letter == " ":
                spaces.add(count)
            elif letter != "\u200c":
                count += 1
        own, count = set(), 0
        for tag in run.tags:
            for letter in tag:
                if letter == " ":
                    own.add(count)
                elif letter != "\u200c":
                    count += 1
        seams = {_without_joiners(run, seam) for seam in run.seams}
        self.seams += len(seams)
        self.right += len(seams & spaces)
        wrong = spaces - seams - own
        self.wrong += len(wrong)
        if seams - spaces or wrong:
            self.misses.append(f"{' + '.join(run.tags)}  ->  {line}")

    def __add__(self, other: Found) -> Found:
        return Found(
            self.seams + other.seams,
            self.right + other.right,
            self.wrong + other.wrong,
            self.misses + other.misses,
        )

    @property
    def recall(self) -> float:
        return self.right / self.seams if self.seams else 1.0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def _without_joiners(run: Run, seam: int) -> int:
    letters = run.glued.replace(" ", "")[:seam]
    return seam - letters.count("\u200c")


@dataclass
class Harm:
    """Spaces that repairs put into words of text that is right."""

    words: int = 0
    spaces: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, edits: Sequence[Mapping[str, Any]]) -> None:
        self.words += len(re.findall(r"\w+", text))
        for edit in edits:
            if edit.get("change") == "replace" and edit.get("after") == " " and not edit["before"]:
                self.spaces[edit["reason"]] += 1
                self.changes[f"{edit['reason']} {edit.get('rule')}: {edit['line']}"] += 1

    @property
    def rate(self) -> float:
        """Of 100,000 words; ends of sentences are another matter."""
        count = sum(n for reason, n in self.spaces.items() if reason != "sentence_joint")
        return 1e5 * count / self.words if self.words else 0.0


class Machine:
    """The binary, that learns a profile of pages and repairs words with it."""

    def __init__(self, binary: Path) -> None:
        self.binary = binary.resolve()

    def repaired(
        self, learned: Sequence[Mapping[str, str]], pages: Sequence[Mapping[str, str]]
    ) -> list[dict[str, Any]]:
        """The pages' records, in their order; none is learned from where `learned` is empty."""
        if not pages:
            return []
        with tempfile.TemporaryDirectory(prefix="ghirbal-words-") as name:
            folder = Path(name)
            off = ", ".join(f"{stage}: false" for stage in STAGES)
            (folder / "pipeline.yml").write_text(
                f"input: raw\noutput: clean\nwriting: {{list_marks: none}}\nstages: {{{off}}}\n"
            )
            profile: list[str] = []
            if learned:
                _write(folder / "learned.jsonl", learned)
                self._call(folder, "learn", "-q", "learned.jsonl", "-o", "sites.ghirbal")
                profile = ["--profile", "sites.ghirbal"]
            _write(folder / "pages.jsonl", pages)
            out = self._call(
                folder, "clean", "--to", "jsonl", "--provenance", "--progress", "none", *profile, "pages.jsonl"
            )
            return [json.loads(line) for line in out.split("\n") if line]

    def _call(self, folder: Path, *arguments: str) -> str:
        run = subprocess.run(
            [self.binary, *arguments], cwd=folder, capture_output=True, encoding="utf-8"
        )
        if run.returncode not in (0, 2):
            raise RuntimeError(f"{self.binary} {arguments[0]}: {run.stderr[-2000:]}")
        return run.stdout


def _write(path: Path, pages: Sequence[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for number, page in enumerate(pages):
            lines.write(json.dumps({"id": str(number), **page}) + "\n")


def host(site: str) -> str:
    return f"https://{site.lower().replace('_', '-')}.example"


@dataclass
class Site:
    """What was measured of a site: glue with all its words on learned pages, all glue, harm."""

    own: dict[str, Found]
    all: dict[str, Found]
    before: dict[str, Harm]
    after: dict[str, Harm]


def measured(machine: Machine, name: str, parts: Sequence[list[SitePage]]) -> Site:
    site = Site(
        {form: Found() for form in FORMS},
        {form: Found() for form in FORMS},
        {"gold": Harm(), "lines": Harm()},
        {"gold": Harm(), "lines": Harm()},
    )
    for learned, others in ((parts[0], parts[1]), (parts[1], parts[0])):
        sources = [
            {"url": f"{host(name)}/{page.id}", "html": page.html.decode("utf-8", "replace")}
            for page in learned
        ]
        known = set().union(*map(alone, learned)) if learned else set()
        seen = {run.tags: run for page in others for run in runs(page)}
        tags = {tag for page in (*learned, *others) for run in runs(page) for tag in run.tags}
        found = [*seen.values(), *dealt(name, others[0], tags & known)]
        for form in FORMS:
            pages = [{"url": f"{host(name)}/x", **shown(run, form)} for run in found]
            for run, row in zip(found, machine.repaired(sources, pages), strict=True):
                text = row["text"] or ""
                site.all[form].add(run, text, form)
                if known.issuperset(run.tags):
                    site.own[form].add(run, text, form)
        for kind, texts in (
            ("gold", [page.flat.main_text for page in others]),
            ("lines", [page.flat.text for page in others]),
        ):
            pages = [{"url": f"{host(name)}/x", "text": text} for text in texts]
            for harm, profile in ((site.before, []), (site.after, sources)):
                for text, row in zip(texts, machine.repaired(profile, pages), strict=True):
                    harm[kind].add(text, list(_edits(text, row)))
    return site


def _edits(text: str, row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The edits of a row, each with the words around it."""
    raw = text.encode()
    for edit in row.get("edits") or row.get("provenance", {}).get("edits") or ():
        place = (edit.get("source_bytes") or [0, 0])[0]
        around = raw[max(0, place - 30) : place] + b"|" + raw[place : place + 30]
        yield {**edit, "line": " ".join(around.decode("utf-8", "ignore").split())}


def table(sites: Mapping[str, Site]) -> str:
    lines = [
        "| site | words of the site: seams, recall, precision | all glue: seams, recall, precision |"
        " spaces per 100,000 words of gold: without, with | of all lines: without, with |",
        "|---|---|---|---|---|",
    ]
    whole = Site(
        {f: sum((s.own[f] for s in sites.values()), Found()) for f in FORMS},
        {f: sum((s.all[f] for s in sites.values()), Found()) for f in FORMS},
        {k: _sum([s.before[k] for s in sites.values()]) for k in ("gold", "lines")},
        {k: _sum([s.after[k] for s in sites.values()]) for k in ("gold", "lines")},
    )
    for name, site in [*sites.items(), ("all", whole)]:
        for form in FORMS:
            own, every = site.own[form], site.all[form]
            lines.append(
                f"| {name}, {form} | {own.seams}, {own.recall:.3f}, {own.precision:.4f} |"
                f" {every.seams}, {every.recall:.3f}, {every.precision:.4f} |"
                f" {site.before['gold'].rate:.2f}, {site.after['gold'].rate:.2f} |"
                f" {site.before['lines'].rate:.2f}, {site.after['lines'].rate:.2f} |"
            )
    return "\n".join(lines)


def _sum(harms: Sequence[Harm]) -> Harm:
    whole = Harm()
    for harm in harms:
        whole.words += harm.words
        whole.spaces += harm.spaces
        whole.changes += harm.changes
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.site_words",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY, metavar="BIN")
    parser.add_argument("--list", action="store_true", help="print what is missed, and each change")
    arguments = parser.parse_args(argv)
    machine = Machine(arguments.ghirbal)
    for folder in arguments.folders:
        sites = {
            name: measured(machine, name, parts) for name, parts in halves(load(folder)).items()
        }
        print(f"{folder.name}\n\n{table(sites)}\n")
        if arguments.list:
            for name, site in sites.items():
                for form in FORMS:
                    for miss in site.own[form].misses:
                        print(f"{name}, {form}: {miss}")
                for kind in ("gold", "lines"):
                    for change, count in (site.after[kind].changes - site.before[kind].changes).items():
                        print(f"{name}, {kind} +{count}: {change}")
                    for change, count in (site.before[kind].changes - site.after[kind].changes).items():
                        print(f"{name}, {kind} -{count}: {change}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
