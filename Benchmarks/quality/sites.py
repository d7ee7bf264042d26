"""Site profiles: what is learned from one half of each site's pages, measured on the other, both ways.

    python3 -m quality.sites FOLDER… --ghirbal BIN [--profile-site host] [--jobs 1] [--report FILE]

A folder is a benchmark folder whose rows name their `site`. Each page is measured as HTML and as flattened
text, a line for each block, by Ghirbal with and without a profile, spelling repairs off; beside it stand the
plain rule, mdream's and trafilatura's. Titles and prices of made-up sites (`neither`) count nowhere.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import multiprocessing
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from . import repeated
from .flattened import Figures, Flat, figures, markdown, number
from .ghirbal import DEFAULT_BINARY, Ghirbal

FORMS = ("flattened", "html")
WITHOUT, WITH = "ghirbal", "ghirbal + profile"
WORSE = 0.003
"""A site whose F1 falls by more is worse with the profile."""

CONFIGURATION = (
    "input: raw\noutput: clean\nwriting: {list_marks: none}\nstages: {repair_words: false}\n"
)
"""No spelling repairs: gold texts are spelled as their pages are."""


@dataclass(frozen=True)
class SitePage:
    """A page of a site, its bytes, its flattened text and gold."""

    site: str
    html: bytes
    flat: Flat
    neither: frozenset[str]

    @property
    def id(self) -> str:
        return self.flat.id

    def line(self, form: str) -> str:
        """The page as Ghirbal reads lines of JSON; its host is made up, one for the site."""
        content = (
            {"html_base64": base64.b64encode(self.html).decode("ascii")}
            if form == "html"
            else {"text": self.flat.text}
        )
        host = f"{self.site.lower().replace('_', '-')}.example"
        return json.dumps({"id": self.id, "url": f"https://{host}/{self.id}", **content})

    def judged(self, text: str) -> str:
        """The text without lines that may be kept or not."""
        if not self.neither:
            return text
        return "\n".join(
            line for line in text.split("\n") if " ".join(line.split()) not in self.neither
        )


def by_block(html: bytes) -> str:
    """A line for each block, by the code that the judge of lines learns with."""
    lines = str(Path(__file__).resolve().parents[2] / "Training" / "lines")
    if lines not in sys.path:
        sys.path.append(lines)
    from flatten import WAYS, read

    text: str = WAYS["block"](read(html), "")
    return text


def load(folder: Path, flatten: Callable[[bytes], str] = by_block) -> list[SitePage]:
    """The pages of a folder that have a gold text."""
    pages = []
    for line in (folder / "gold.jsonl").read_text("utf-8").split("\n"):
        row = json.loads(line) if line.strip() else {}
        if not row.get("main_text"):
            continue
        path = folder / "pages" / f"{row['id']}.html"
        html = path.read_bytes()
        flat = Flat(
            row["id"], row["id"], "block", path, flatten(html), row["main_text"], (), (), False
        )
        pages.append(SitePage(row["site"], html, flat, frozenset(row.get("neither") or ())))
    return pages


Halves = Mapping[str, tuple[list[SitePage], list[SitePage]]]


def halves(pages: Sequence[SitePage]) -> Halves:
    """The two halves of each site: every other page in the order of the hashes of their ids."""
    by_site: dict[str, list[SitePage]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: hashlib.blake2b(page.id.encode()).digest()):
        by_site[page.site].append(page)
    return {site: (own[::2], own[1::2]) for site, own in sorted(by_site.items())}


Texts = dict[str, str]
"""What a system leaves of each page, by the page's id."""


def cross(parts: Halves, clean: Callable[[list[SitePage], list[SitePage]], list[str]]) -> Texts:
    """Cleans each half of a site by what the other one teaches."""
    found: Texts = {}
    for first, second in parts.values():
        for learnt, cleaned in ((first, second), (second, first)):
            texts = clean(learnt, cleaned)
            found |= {page.id: text for page, text in zip(cleaned, texts, strict=True)}
    return found


def ruled(parts: Halves, rule: repeated.Rule, texts: Texts) -> Texts:
    """What a rule leaves of the texts."""
    return cross(
        parts,
        lambda learnt, cleaned: rule([texts[p.id] for p in learnt], [texts[p.id] for p in cleaned]),
    )


@dataclass(frozen=True)
class Profiles:
    """The binary that learns profiles and cleans with them."""

    binary: Path
    site: str = "host"
    min_pages: int | None = None
    jobs: int = 1

    def without(self, parts: Halves, form: str) -> Texts:
        return self._run([pages for both in parts.values() for pages in both], [], form)

    def learned(self, parts: Halves, form: str) -> Texts:
        """Learns the sites' first halves in one run and cleans the second ones in another, and back."""
        found: Texts = {}
        for learnt, cleaned in ((0, 1), (1, 0)):
            both = list(parts.values())
            found |= self._run([own[cleaned] for own in both], [own[learnt] for own in both], form)
        return found

    def _run(
        self, cleaned: Sequence[list[SitePage]], learnt: Sequence[list[SitePage]], form: str
    ) -> Texts:
        with tempfile.TemporaryDirectory(prefix="ghirbal-sites-") as name:
            folder = Path(name)
            site = f"site: {self.site}\n" if learnt and self.site != "host" else ""
            (folder / "pipeline.yml").write_text(CONFIGURATION + site, encoding="utf-8")
            profile = []
            if learnt:
                _write(folder / "learnt.jsonl", learnt, form)
                least = [] if self.min_pages is None else ["--min-pages", str(self.min_pages)]
                self._call(
                    folder,
                    "learn",
                    "learnt.jsonl",
                    "-o",
                    "sites.ghirbal",
                    "--site",
                    self.site,
                    *least,
                )
                profile = ["--profile", "sites.ghirbal"]
            _write(folder / "pages.jsonl", cleaned, form)
            options = ["--to", "jsonl", "-j", str(self.jobs), "--progress", "none"]
            out = self._call(folder, "clean", *options, *profile, "pages.jsonl")
            rows = (json.loads(line) for line in out.split("\n") if line)
            return {row["id"]: row["text"] or "" for row in rows}

    def _call(self, folder: Path, *arguments: str) -> str:
        """Standard output. Exit 2 means that single pages failed: they have no text."""
        run = subprocess.run(
            [self.binary.resolve(), *arguments], cwd=folder, capture_output=True, encoding="utf-8"
        )
        if run.returncode not in (0, 2):
            said = run.stderr[-2000:]
            raise RuntimeError(f"{self.binary} {arguments[0]}: exit {run.returncode}\n{said}")
        return run.stdout


def _write(path: Path, sites: Sequence[list[SitePage]], form: str) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for page in (page for pages in sites for page in pages):
            lines.write(page.line(form) + "\n")


def systems(
    parts: Halves, profiles: Profiles, form: str, peers: bool = True
) -> Iterator[tuple[str, Texts]]:
    """What each system leaves of all pages; without `peers` trafilatura is not asked, which takes longest."""
    pages = [page for both in parts.values() for half in both for page in half]
    if form == "flattened":
        texts = {page.id: page.flat.text for page in pages}
        yield "all kept", texts
        yield "plain rule", ruled(parts, repeated.plain_rule, texts)
        yield "mdream's rule", ruled(parts, repeated.mdream_rule, texts)
    elif peers:
        yield "trafilatura", _trafilatura(parts, False, profiles.jobs)
        yield "trafilatura + deduplicate", _trafilatura(parts, True, profiles.jobs)
    nothing = {page.id: "" for page in pages}
    own = nothing | profiles.without(parts, form)
    yield WITHOUT, own
    yield "ghirbal + plain rule", ruled(parts, repeated.plain_rule, own)
    yield WITH, nothing | profiles.learned(parts, form)


def _trafilatura(parts: Halves, deduplicate: bool, jobs: int) -> Texts:
    """Each half of each site with a cache of its own, in processes of their own."""
    found: Texts = {}
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        runs = [
            (cleaned, pool.submit(
                repeated.trafilatura_texts,
                [page.html for page in learnt], [page.html for page in cleaned], deduplicate,
            ))
            for both in parts.values()
            for learnt, cleaned in (both, both[::-1])
        ]  # fmt: skip
        for cleaned, run in runs:
            found |= {page.id: text for page, text in zip(cleaned, run.result(), strict=True)}
    return found


@dataclass(frozen=True)
class Measured:
    """Figures of a system: of all pages of a set, and of each site's."""

    all: Figures
    sites: Mapping[str, Figures]


def measured(parts: Halves, texts: Texts) -> Measured:
    def of(pages: Sequence[SitePage]) -> Figures:
        flats = [Flat(**{**vars(page.flat), "text": page.judged(page.flat.text)}) for page in pages]
        return figures(flats, [page.judged(texts[page.id]) for page in pages])

    by_site = {site: [*first, *second] for site, (first, second) in parts.items()}
    every = [page for pages in by_site.values() for page in pages]
    return Measured(of(every), {site: of(pages) for site, pages in by_site.items()})


def differences(before: Measured, after: Measured) -> dict[str, float]:
    """By site, how much word F1 gained; the worst first."""
    found = {
        site: (after.sites[site].f1 or 0.0) - (before.sites[site].f1 or 0.0)
        for site in before.sites
    }
    return dict(sorted(found.items(), key=lambda each: (each[1], each[0])))


def worse(found: Mapping[str, float]) -> int:
    """How many sites fell by more than what is nothing."""
    return sum(difference < -WORSE for difference in found.values())


Report = Mapping[str, Mapping[str, Mapping[str, Measured]]]
"""By set, form and system."""


def signed(value: float) -> str:
    text = number(abs(value))
    return text if text == ".000" else ("+" if value > 0 else "−") + text


def systems_table(report: Report) -> str:
    """A row for each set, form and system; sites are compared with those of Ghirbal without a profile."""
    rows = []
    for name, forms in report.items():
        for form, found in forms.items():
            for system, each in found.items():
                row = [
                    name,
                    form,
                    system,
                    *map(number, (each.all.f1, each.all.kept, each.all.left)),
                ]
                if system.startswith(f"{WITHOUT} + "):
                    changed = differences(found[WITHOUT], each)
                    site, least = next(iter(changed.items()))
                    rows.append(
                        [*row, f"{worse(changed)} of {len(changed)}", f"{site} {signed(least)}"]
                    )
                else:
                    rows.append([*row, "–", "–"])
    head = ["set", "form", "system", "F1", "main kept", "chrome left", "sites worse", "worst site"]
    return markdown(head, rows, texts=3)


def sites_table(report: Report) -> str:
    """A row for each site: F1 without and with the profile, and the difference, of both forms."""
    rows = []
    for name, forms in report.items():
        sites = next(iter(next(iter(forms.values())).values())).sites
        for site, figure in sites.items():
            row = [name, site, str(figure.texts)]
            for form in FORMS:
                before, after = forms[form][WITHOUT], forms[form][WITH]
                row += [number(before.sites[site].f1), number(after.sites[site].f1)]
                row += [signed(differences(before, after)[site])]
            rows.append(row)
    columns = [f"{form}{column}" for form in FORMS for column in ("", ", profile", ", gain")]
    return markdown(["set", "site", "pages", *columns], rows)


def as_json(report: Report, version: str) -> str:
    document = {
        "ghirbal": version,
        "sets": {
            name: {
                form: {system: asdict(each) for system, each in found.items()}
                for form, found in forms.items()
            }
            for name, forms in report.items()
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.sites",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY, metavar="BIN")
    parser.add_argument("--profile-site", choices=("host", "domain"), default="host",
                        help="what a site is, for learning and cleaning (default: host)")  # fmt: skip
    parser.add_argument("--min-pages", type=int, metavar="N", help="given to `ghirbal learn`")
    parser.add_argument("--no-peers", action="store_true", help="leave trafilatura out")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default: 1)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="saves all figures as JSON")
    arguments = parser.parse_args(argv)
    profiles = Profiles(
        arguments.ghirbal, arguments.profile_site, arguments.min_pages, arguments.jobs
    )
    report: dict[str, dict[str, dict[str, Measured]]] = {}
    for folder in arguments.folders:
        parts = halves(load(folder))
        report[folder.resolve().name] = forms = {}
        for form in FORMS:
            print(f"{folder.name}, {form} …", file=sys.stderr, flush=True)
            forms[form] = {
                system: measured(parts, texts)
                for system, texts in systems(parts, profiles, form, not arguments.no_peers)
            }
    print(systems_table(report))
    print("\n" + sites_table(report))
    if arguments.report:
        version = Ghirbal(arguments.ghirbal).version
        arguments.report.write_text(as_json(report, version), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
