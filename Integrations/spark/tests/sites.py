"""Pages of three sites that repeat something, dealt to files in random order."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests import corpus
from tests.corpus import Corpus

HOSTS = ("lenn.example", "www.dilmarud.example", "harbour.example")
PAGES = 24
"""Of each site."""

WHO = ("The ferry", "A carpenter", "The harbour master", "An old map", "The museum", "A student")
DID = ("has told", "explained", "had forgotten", "wrote down", "finds", "will repeat")
WHAT = ("why the bridge stands", "how the winter began", "where the boats lie", "what salt costs")
WHEN = ("on the first morning.", "before the market opened.", "while it rained.", "in the spring.")


def slogan(host: str) -> str:
    """What every page of the site ends with; no page alone tells it from a sentence."""
    name = host.removeprefix("www.").split(".")[0].capitalize()
    return f"{name} has read the water before it read the news, and it will read it tomorrow."


def page(host: str, number: int) -> bytes:
    """A page, with sentences that no other has."""
    words = random.Random(f"{host} {number}")
    parts = []
    for _ in range(5):
        sentences = (
            f"{words.choice(WHO)} number {words.randrange(10_000)} {words.choice(DID)}"
            f" {words.choice(WHAT)} {words.choice(WHEN)}"
            for _ in range(4)
        )
        parts.append(f"<p>{' '.join(sentences)}</p>")
    title = f"{words.choice(WHO)} of {number} and {words.choice(WHAT)}"
    return (
        f"<!doctype html><title>{title}</title><div><h1>{title}</h1>"
        f"{''.join(parts)}<p>{slogan(host)}</p></div>"
    ).encode()


def pages() -> list[tuple[str, bytes]]:
    """The addresses and pages of all sites."""
    return [
        (f"https://{host}/{number}", page(host, number))
        for host in HOSTS
        for number in range(PAGES)
    ]


def deal(folder: Path, seed: int) -> Corpus:
    """All pages in random order: three archives, lines, and a table with a few row groups."""
    made = Corpus(folder / "spark", folder / "run")
    order = pages()
    random.Random(seed).shuffle(order)
    files: dict[str, bytes] = {}
    for number in range(3):
        records = (
            corpus.warc(page, place, url=url)
            for place, (url, page) in enumerate(order[number:40:3], 1)
        )
        files[f"{number}.warc.gz"] = b"".join(map(gzip.compress, records))
    files["more.jsonl"] = b"".join(corpus.line(page, url=url) for url, page in order[40:50])
    rows = order[50:]
    for copy in (made.spark, made.run):
        copy.mkdir(parents=True)
        for name, data in files.items():
            (copy / name).write_bytes(data)
    twins = b"".join(corpus.line(page, url=url) for url, page in rows)
    (made.run / "rows.jsonl").write_bytes(twins)
    table = pa.table(
        {
            "id": [f"rows.jsonl/{number:09}" for number in range(1, len(rows) + 1)],
            "url": [url for url, _ in rows],
            "html": pa.array([page for _, page in rows], pa.binary()),
        }
    )
    pq.write_table(table, made.spark / "rows.parquet", row_group_size=5)
    return made
