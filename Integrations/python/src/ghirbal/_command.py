"""The console script: the binary itself, with the arguments as they are."""

from __future__ import annotations

import os
import sys

from ghirbal._binary import find_binary
from ghirbal._errors import BinaryNotFoundError


def main() -> None:
    """Becomes the binary; it ends with the binary's exit code."""
    try:
        binary = find_binary()
    except BinaryNotFoundError as error:
        sys.exit(f"ghirbal: {error}")
    os.execv(binary, ["ghirbal", *sys.argv[1:]])  # noqa: S606
