#!/usr/bin/env python3
"""Makes what the judge of sites is trained on: pages and what is known of their sites without them.

    python3 make_examples.py OUT SET… --ghirbal PATH

Each SET is a folder with gold.jsonl (id, site, main_text) and pages/ID.html. A site's pages are dealt into
two halves, and again into quarters; profiles are learnt of one part and the features exported of the pages
of the others, as HTML and flattened by block elements. Everything depends on the pages and the binary
alone.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "lines"))

import choice
import flatten

MIN_PAGES = 3
# Which parts of a site's pages, of four, a profile is learnt from; the features are those of the others, or
# where there are none, of all: so it is where a run learns of the pages that it cleans.
LEARNT = {
    "half-a": (0, 1), "half-b": (2, 3), "quarter-a": (0,), "quarter-d": (3,), "all": (0, 1, 2, 3),
}


def part(page: str) -> int:
    return choice.number(f"site part {page}", 4)


def write(folder: Path, source: Path) -> list[tuple[str, int]]:
    """Writes the pages as SITE/ID.html and SITE/ID.txt below html/ and text/, each part in a folder of
    its own; returns their names and parts."""
    names = []
    for line in (source / "gold.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if not row.get("main_text"):
            continue
        page = (source / "pages" / f"{row['id']}.html").read_bytes()
        markup = flatten.read(page)
        flat = flatten.WAYS["block"](markup, row["id"])
        number = part(row["id"])
        for form, suffix, body in (("html", "html", page), ("text", "txt", flat.encode())):
            path = folder / form / str(number) / row["site"] / f"{row['id']}.{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        names.append((row["id"], number))
    return names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--ghirbal", type=Path, default=Path("../../.build/release/ghirbal"))
    parser.add_argument("--keep-pages", action="store_true", help="do not write the pages again")
    options = parser.parse_args()
    for source in options.sets:
        folder = options.out / source.name
        if not options.keep_pages:
            write(folder, source)
        for form in ("html", "text"):
            parts = [folder / form / str(number) for number in range(4)]
            for name, learnt in LEARNT.items():
                profile = folder / f"{form}-{name}.ghirbal"
                subprocess.run(
                    [options.ghirbal, "learn", "-q", "--site", "folder", "--min-pages", str(MIN_PAGES),
                     "-o", profile, *(parts[number] for number in learnt if parts[number].exists())],
                    check=True,
                )
                rest = [
                    path for number, path in enumerate(parts)
                    if path.exists() and (number not in learnt or len(learnt) == len(parts))
                ]
                flag = ["--flattened"] if form == "text" else []
                subprocess.run(
                    [options.ghirbal, "features", *flag, "--profile", profile,
                     "-o", folder / f"{form}-{name}", *rest],
                    check=True,
                )


if __name__ == "__main__":
    main()
