"""Ghirbal itself: one batch over all pages, texts and facts read back from what it wrote."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .benchmark import Page
from .extraction import Extraction, Facts

DEFAULT_BINARY = Path(__file__).parents[2] / ".build" / "release" / "ghirbal"


@dataclass(frozen=True)
class Ghirbal:
    """The binary and, perhaps, a configuration; without one, Ghirbal's own defaults hold."""

    binary: Path = DEFAULT_BINARY
    config: Path | None = None
    is_markdown: bool = False
    """Whether it writes Markdown; else plain text, without marks of lists where no configuration
    is given: gold texts have none, and a number before an item is a word."""

    @property
    def version(self) -> str:
        answer = subprocess.run(
            [self.binary, "--version"], capture_output=True, text=True, check=True
        )
        return answer.stdout.strip().removeprefix("ghirbal ")

    @property
    def settings(self) -> str:
        if self.config:
            return f"clean --config {self.config.name}"
        form = (
            "--format markdown, title first"
            if self.is_markdown
            else "list_marks: none, the body without its title"
        )
        return f"clean, defaults, {form}"

    def extract_all(self, pages: Sequence[Page], jobs: int = 1) -> list[Extraction]:
        """Extractions in the order of the pages; a page that Ghirbal fails on has a failure."""
        with tempfile.TemporaryDirectory(prefix="ghirbal-quality-") as name:
            folder = Path(name)
            config = self.config
            if config is None:
                # So that no pipeline.yml of a folder above is found.
                config = folder / "pipeline.yml"
                writing = "" if self.is_markdown else "writing: {list_marks: none}\n"
                config.write_text("input: raw\noutput: clean\n" + writing, encoding="utf-8")
            clean = folder / "clean"
            self._run([page.path.resolve() for page in pages], clean, config.resolve(), jobs)
            outcomes = _outcomes(clean)
            suffix = ".md" if self.is_markdown else ".txt"
            return [_extraction(clean, page.path.name, suffix, outcomes) for page in pages]

    def _run(self, paths: Sequence[Path], clean: Path, config: Path, jobs: int) -> None:
        """Exit 2 means that single pages failed; the manifest says which."""
        options = ["-o", str(clean), "-j", str(jobs), "--config", str(config)]
        if self.is_markdown:
            options += ["--format", "markdown"]
        run = subprocess.run(
            [self.binary.resolve(), "clean", *options, "--", *paths],
            cwd=clean.parent,
            capture_output=True,
            text=True,
        )
        if run.returncode not in (0, 2):
            raise RuntimeError(f"{self.binary}: exit {run.returncode}\n{run.stderr[-2000:]}")


def _outcomes(clean: Path) -> dict[str, str]:
    """From a page's name to the reason it failed for; "" for one that is ok or was dropped."""
    with (clean / "manifest.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {
        row["path"]: (row.get("reason") or "failed") if row["status"] == "failed" else ""
        for row in rows
        if "path" in row
    }


def _extraction(clean: Path, name: str, suffix: str, outcomes: dict[str, str]) -> Extraction:
    """A dropped page has a record but no text: that is an empty text, not a failure."""
    failure = outcomes.get(name, "not in the manifest")
    if failure:
        return Extraction("", Facts(), failure=failure)
    # A page's name that ends like a text is the text's name already.
    text = clean / (name if name.endswith(suffix) else f"{name}{suffix}")
    record = clean / f"{name}.provenance.json"
    facts = Facts()
    if record.exists():
        document = json.loads(record.read_text("utf-8"))["document"]
        facts = Facts(
            title=document["title"],
            author="; ".join(document["authors"]) or None,
            date=document["published"],
        )
    return Extraction(text.read_text("utf-8") if text.exists() else "", facts)
