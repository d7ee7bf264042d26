"""Usage: make_pages.py FOLDER COUNT: lines of JSON with evenly chosen pages of FOLDER."""

import base64
import json
import sys
from pathlib import Path


def main() -> None:
    """Writes the lines to standard output."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    paths = sorted(folder.glob("*.html"))
    for path in paths[:: max(1, len(paths) // count)][:count]:
        page = {"id": path.name, "html_base64": base64.b64encode(path.read_bytes()).decode()}
        print(json.dumps(page))


if __name__ == "__main__":
    main()
