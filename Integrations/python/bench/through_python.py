"""Usage: through_python.py PAGES WORKERS [THREADS]: cleans lines of JSON by Cleaner.map.

Prints pages, the characters of their text and a hash of it, to compare with the binary alone.
"""

import hashlib
import json
import sys

import ghirbal


def main() -> None:
    """Cleans and counts."""
    name, workers = sys.argv[1], int(sys.argv[2])
    threads = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    pages = characters = 0
    digest = hashlib.sha256()
    with (
        open(name, "rb", 1 << 20) as lines,
        ghirbal.Cleaner(workers=workers, threads=threads) as cleaner,
    ):
        for document in cleaner.map(map(json.loads, lines)):
            pages += 1
            characters += len(document.text or "")
            digest.update((document.text or "").encode())
    print(pages, characters, digest.hexdigest()[:16])


if __name__ == "__main__":
    main()
