"""Usage: peers.py PAGES NAME: takes the text out of pages, by NAME.

NAME is ghirbal, ghirbal-all (a worker for each core), trafilatura, trafilatura-fast or
resiliparse. Each is called as its documentation says, on the bytes of the page, in one process
but for ghirbal's workers. Prints pages with text, characters, seconds, MB of HTML a second, and
MB for each second of processor time, that of workers and their start included.
"""

import base64
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence

Extract = Callable[[Sequence[bytes]], Iterator[str | None]]


def by_ghirbal(workers: int | None) -> Extract:
    """Ghirbal by Cleaner.map."""
    import ghirbal  # noqa: PLC0415

    def extract(pages: Sequence[bytes]) -> Iterator[str | None]:
        with ghirbal.Cleaner(workers=workers) as cleaner:
            yield from (document.text for document in cleaner.map(pages))

    return extract


def by_trafilatura(fast: bool) -> Extract:
    """trafilatura.extract, and without its fallbacks."""
    import trafilatura  # noqa: PLC0415

    return lambda pages: (trafilatura.extract(page, fast=fast) for page in pages)


def by_resiliparse() -> Extract:
    """Resiliparse's extract_plain_text, main content only."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding  # noqa: PLC0415

    return lambda pages: (
        extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)
        for page in pages
    )


EXTRACTORS: dict[str, Callable[[], Extract]] = {
    "ghirbal": lambda: by_ghirbal(1),
    "ghirbal-all": lambda: by_ghirbal(None),
    "trafilatura": lambda: by_trafilatura(fast=False),
    "trafilatura-fast": lambda: by_trafilatura(fast=True),
    "resiliparse": by_resiliparse,
}


def main() -> None:
    """Takes the text of all pages, after one page to warm up."""
    with open(sys.argv[1], "rb", 1 << 20) as lines:
        pages = [base64.b64decode(json.loads(line)["html_base64"]) for line in lines]
    extract = EXTRACTORS[sys.argv[2]]()
    list(extract(pages[:1]))
    start, used = time.perf_counter(), sum(os.times()[:4])
    texts = [text for text in extract(pages) if text]
    seconds, processor = time.perf_counter() - start, sum(os.times()[:4]) - used
    size = sum(map(len, pages)) / 1e6
    print(
        f"{sys.argv[2]:18} {len(texts):5} pages {sum(map(len, texts)):9} characters"
        f" {seconds:7.2f} s {size / seconds:7.2f} MB/s {size / processor:7.2f} MB/cpu-s"
    )


if __name__ == "__main__":
    main()
