"""Measures what the job `learn` keeps of pages, and how fast it learns, joins and freezes.

    python bench/profiles.py --binary GHIRBAL FOLDER…

A FOLDER has pages in `pages/ID.html` and in `gold.jsonl` a line of JSON for each with its `id` and
`url` or the name of its `site`, as the data of Benchmarks/quality. Its pages go as lines of JSON
into two files, every other one into each; both are learnt from, the partials joined and frozen, one
core each. The table has a column for each folder: sizes, megabytes for a second of processor, and
the most memory in use (Linux only).
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HALVES = 2


@dataclass(frozen=True)
class Work:
    """What a run of the binary took."""

    processor_seconds: float
    peak_bytes: int


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("folders", nargs="+", type=Path)
    chosen = parser.parse_args()
    columns = [measured(chosen.binary, folder) for folder in chosen.folders]
    sys.stdout.write(f"| | {' | '.join(folder.name for folder in chosen.folders)} |\n")
    sys.stdout.write(f"|---|{'---|' * len(columns)}\n")
    for label in columns[0]:
        sys.stdout.write(f"| {label} | {' | '.join(column[label] for column in columns)} |\n")


def measured(binary: str, folder: Path) -> dict[str, str]:
    """The rows of the table, by their labels."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        inputs, page_count, html_bytes = write(folder, scratch)
        parts = [file.with_suffix(".part") for file in inputs]
        learning = [
            run(binary, "--partial", "-j1", "-o", str(part), str(file))
            for file, part in zip(inputs, parts, strict=True)
        ]
        union, profile = scratch / "union.part", scratch / "sites.ghirbal"
        joining = run(binary, "--merge", "--partial", "-o", str(union), *map(str, parts))
        freezing = run(binary, "--merge", "-o", str(profile), str(union))
        sites, pages, blocks = counted(union)
        frozen_sites, _, _ = counted(profile)
        read = sum(part.stat().st_size for part in parts)
        kept, frozen = union.stat().st_size, profile.stat().st_size
        seconds = sum(work.processor_seconds for work in learning)
        return {
            "pages, and of how many sites kept": f"{page_count:,}; {pages:,} of {sites:,}",
            "sites in the profile": f"{frozen_sites:,}",
            "HTML of a page": f"{html_bytes / page_count / 1000:.0f} KB",
            "blocks of a page": f"{blocks / pages:.0f}",
            "of a block in a partial": f"{kept / blocks:.0f} bytes",
            "of a page in a partial": f"{kept / pages / 1000:.1f} KB",
            "of a site in the profile": f"{frozen / max(1, frozen_sites) / 1000:.1f} KB",
            "learning, of HTML": f"{html_bytes / 1e6 / seconds:.1f} MB/s",
            "joining two, of both": f"{read / 1e6 / joining.processor_seconds:.1f} MB/s",
            "freezing, of the union": f"{kept / 1e6 / freezing.processor_seconds:.1f} MB/s",
            "memory for learning": f"{max(work.peak_bytes for work in learning) / 1e6:.0f} MB",
            "memory for joining": f"{joining.peak_bytes / 1e6:.0f} MB,"
            f" {joining.peak_bytes / read:.1f} times both",
            "memory for freezing": f"{freezing.peak_bytes / 1e6:.0f} MB,"
            f" {freezing.peak_bytes / kept:.1f} times the union",
        }


def counted(file: Path) -> tuple[int, int, int]:
    """The sites, pages and blocks of a partial; of a profile the sites."""
    sites = pages = blocks = 0
    # Line by line: what this process has in memory counts for those that it starts.
    with file.open() as lines:
        for line in lines:
            word, _, count = line.partition("\t")
            sites += word == "site"
            if word == "page":
                pages += 1
                blocks += int(count)
    return sites, pages, blocks


def write(folder: Path, scratch: Path) -> tuple[list[Path], int, int]:
    """Writes the pages into two files; these, how many there are and how many bytes of HTML."""
    files = [scratch / f"{number}.jsonl" for number in range(HALVES)]
    outputs = [file.open("wb") for file in files]
    number = html_bytes = 0
    with (folder / "gold.jsonl").open() as gold:
        for number, line in enumerate(gold, 1):
            row = json.loads(line)
            page = (folder / "pages" / f"{row['id']}.html").read_bytes()
            html_bytes += len(page)
            url = f"https://{row['site']}.example/{row['id']}" if "site" in row else row["url"]
            content = {"url": url, "html_base64": base64.b64encode(page).decode()}
            outputs[number % HALVES].write(json.dumps(content).encode() + b"\n")
    for output in outputs:
        output.close()
    return files, number, html_bytes


def run(binary: str, *arguments: str) -> Work:
    """Runs `ghirbal learn`."""
    process = subprocess.Popen([binary, "learn", "--quiet", *arguments])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"ghirbal learn ended with {process.returncode}")
    # Linux counts in KiB.
    return Work(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


if __name__ == "__main__":
    main()
