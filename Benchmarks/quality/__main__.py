"""`python3 -m quality`: see README.md beside this file."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from . import benchmark, cache, isolation, report, results
from .benchmark import Benchmark
from .extraction import Extraction
from .ghirbal import DEFAULT_BINARY, Ghirbal
from .peers import DEFAULT_PEERS, PEERS

SYSTEMS = ("ghirbal", *PEERS)


def _systems(argument: str) -> list[str]:
    names = argument.split(",")
    for name in names:
        if name not in SYSTEMS:
            known = ", ".join(SYSTEMS)
            raise argparse.ArgumentTypeError(f"{name!r} is not known; known are {known}")
    return list(dict.fromkeys(names))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality",
        description="Scores Ghirbal and its peers side by side on benchmark folders.",
        epilog="Other commands: python3 -m quality.convert, python3 -m quality.cipher.",
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument(
        "--systems",
        type=_systems,
        default=["ghirbal", *DEFAULT_PEERS],
        metavar="A,B",
        help="which, in this order; the first is compared with each other one"
        f" (default: ghirbal,{','.join(DEFAULT_PEERS)}; also rs-trafilatura)",
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N pages")
    parser.add_argument("--out", type=Path, metavar="DIR", help="save Markdown, JSON and TSV here")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default: 1)")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep the peers' texts here")
    parser.add_argument(
        "--timeout",
        type=float,
        default=isolation.TIMEOUT_SECONDS,
        metavar="S",
        help="seconds a peer may take for a page (default: %(default)g)",
    )
    parser.add_argument(
        "--ghirbal",
        type=Path,
        default=DEFAULT_BINARY,
        metavar="PATH",
        help="the binary (default: that of `swift build -c release`)",
    )
    parser.add_argument("--config", type=Path, metavar="YML", help="Ghirbal's pipeline.yml")
    return parser


def _extract(
    name: str, pages: Benchmark, ghirbal: Ghirbal, arguments: argparse.Namespace
) -> list[Extraction]:
    if name == "ghirbal":
        return ghirbal.extract_all(pages.pages, arguments.jobs)
    peer = PEERS[name]
    run = partial(
        isolation.extract_all, peer.extract, jobs=arguments.jobs, timeout=arguments.timeout
    )
    if arguments.cache:
        return cache.extract_all(arguments.cache, peer, pages.pages, run)
    return list(run(pages.pages))


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    ghirbal = Ghirbal(arguments.ghirbal, arguments.config)
    if "ghirbal" in arguments.systems and not ghirbal.binary.exists():
        print(f"{ghirbal.binary}: no such binary; see --ghirbal", file=sys.stderr)
        return 64
    for folder in arguments.folders:
        pages = benchmark.load(folder, arguments.limit)
        extractions, described = {}, {}
        for name in arguments.systems:
            print(f"{pages.name}: {name} …", file=sys.stderr)
            extractions[name] = _extract(name, pages, ghirbal, arguments)
            system = ghirbal if name == "ghirbal" else PEERS[name]
            described[name] = (system.version, system.settings)
        scored = results.score(pages, extractions, described)
        print(report.text(scored))
        if arguments.out:
            report.save(scored, arguments.out)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        # Whoever read the tables has seen enough, as with `| head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
