"""Titles and authors with and without a profile of the site, learned from one half of its pages, used on the other.

    python3 -m quality.site_facts FOLDER… [--ghirbal BIN] [--list]

A folder is a benchmark folder whose rows name their `site`. Beside the pages as they are they are measured with one
`title` element for the whole site, and with the site's name as the `author` in the head and nothing else there that
names the text. A value is right as `quality.facts` says.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import facts
from .ghirbal import DEFAULT_BINARY
from .site_words import host
from .sites import SitePage, halves, load

FIELDS = ("title", "author")
_HEAD = re.compile(rb"<head[^>]*>.*?</head>", re.IGNORECASE | re.DOTALL)


def as_it_is(page: SitePage) -> bytes:
    return page.html


def one_title(page: SitePage) -> bytes:
    """A head with nothing but what all pages of the site say."""
    name = f"Welcome to the pages of {page.site} and its friends"
    return _with_head(page, f"<title>{name}</title>")


def one_author(page: SitePage) -> bytes:
    """A head that names the site as the author."""
    name = f"The {page.site} newspaper"
    return _with_head(
        page,
        f'<meta name="author" content="{name}"><meta property="og:site_name" content="{name}">',
    )


def _with_head(page: SitePage, inner: str) -> bytes:
    head = f'<head><meta charset="utf-8">{inner}</head>'.encode()
    return _HEAD.sub(lambda _: head, page.html, count=1)


FORMS: Mapping[str, Callable[[SitePage], bytes]] = {
    "as they are": as_it_is,
    "one title": one_title,
    "the site as author": one_author,
}


@dataclass
class Counts:
    """Pages that have a gold value, right ones, and ones that have a value though it is wrong."""

    gold: int = 0
    right: int = 0
    wrong: int = 0
    changes: list[str] = field(default_factory=list)


def is_right(name: str, found: str, gold: str) -> bool:
    return facts.title_is_right(found, gold) if name == "title" else facts.author_is_right(found, gold)


def cleaned(
    binary: Path, learned: Sequence[dict[str, str]], pages: Sequence[dict[str, str]]
) -> list[dict[str, Any]]:
    """The metadata of the pages, in their order."""
    with tempfile.TemporaryDirectory(prefix="ghirbal-facts-") as name:
        folder = Path(name)
        (folder / "pipeline.yml").write_text("input: raw\noutput: clean\n")

        def call(*arguments: str) -> str:
            run = subprocess.run(
                [binary.resolve(), *arguments], cwd=folder, capture_output=True, encoding="utf-8"
            )
            if run.returncode not in (0, 2):
                raise RuntimeError(run.stderr[-2000:])
            return run.stdout

        def write(path: str, rows: Sequence[dict[str, str]]) -> None:
            (folder / path).write_text("".join(json.dumps(row) + "\n" for row in rows))

        profile: list[str] = []
        if learned:
            write("learned.jsonl", learned)
            call("learn", "-q", "learned.jsonl", "-o", "sites.ghirbal")
            profile = ["--profile", "sites.ghirbal"]
        write("pages.jsonl", pages)
        out = call("clean", "--to", "jsonl", "--progress", "none", *profile, "pages.jsonl")
        return [json.loads(line).get("document") or {} for line in out.split("\n") if line]


def value(metadata: Mapping[str, Any], name: str) -> str:
    return metadata.get("title") or "" if name == "title" else "; ".join(metadata.get("authors") or ())


def measured(
    binary: Path, folder: Path, form: Callable[[SitePage], bytes]
) -> dict[str, tuple[Counts, Counts]]:
    """By field, the counts without and with the profile."""
    gold = {
        row["id"]: row
        for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())
    }
    found = {name: (Counts(), Counts()) for name in FIELDS}
    ways: dict[str, list[dict[str, str]]] = defaultdict(list)
    for first, second in halves(load(folder)).values():
        ways["0"] += [_row(page, form) for page in first]
        ways["1"] += [_row(page, form) for page in second]
    for learned, others in (("0", "1"), ("1", "0")):
        before = cleaned(binary, [], ways[others])
        after = cleaned(binary, ways[learned], ways[others])
        for row, one, other in zip(ways[others], before, after, strict=True):
            for name in FIELDS:
                wanted = gold[row["id"]].get(name) or ""
                for counts, metadata in zip(found[name], (one, other), strict=True):
                    _count(counts, name, value(metadata, name), wanted)
                if value(one, name) != value(other, name):
                    found[name][1].changes.append(
                        f"{row['id']} {name}: {value(one, name)!r} -> {value(other, name)!r}"
                        f" (gold {wanted!r})"
                    )
    return found


def _count(counts: Counts, name: str, found: str, wanted: str) -> None:
    right = bool(wanted) and bool(found) and is_right(name, found, wanted)
    counts.gold += bool(wanted)
    counts.right += right
    counts.wrong += bool(found) and not right


def _row(page: SitePage, form: Callable[[SitePage], bytes]) -> dict[str, str]:
    return {
        "id": page.id,
        "url": f"{host(page.site)}/{page.id}",
        "html_base64": base64.b64encode(form(page)).decode("ascii"),
    }


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.site_facts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--ghirbal", type=Path, default=DEFAULT_BINARY, metavar="BIN")
    parser.add_argument("--list", action="store_true", help="print each value that changes")
    arguments = parser.parse_args(argv)
    print("| set | pages | field | gold | right: without, with | wrong: without, with |")
    print("|---|---|---|---|---|---|")
    for folder in arguments.folders:
        for label, form in FORMS.items():
            found = measured(arguments.ghirbal, folder, form)
            for name, (before, after) in found.items():
                print(
                    f"| {folder.name} | {label} | {name} | {before.gold} |"
                    f" {before.right}, {after.right} | {before.wrong}, {after.wrong} |",
                    flush=True,
                )
                if arguments.list:
                    print("\n".join(after.changes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
