"""Where the ghirbal binary is, and that it fits this package."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path

from ghirbal._errors import BinaryNotFoundError, VersionMismatchError
from ghirbal._version import __version__

VARIABLE = "GHIRBAL_BINARY"
BUNDLED = Path(__file__).parent / "_bin" / "ghirbal"


def find_binary() -> str:
    """The path of the binary: what GHIRBAL_BINARY names, else the package's own, else that on PATH.

    The package's own console script on PATH is passed over: it would start itself.

    Raises:
        BinaryNotFoundError: where there is none of the three.
    """
    if named := os.environ.get(VARIABLE):
        if is_program(named):
            return os.path.abspath(named)
        raise BinaryNotFoundError(f"{VARIABLE} names {named}, which is no program.")
    if is_program(BUNDLED):
        return str(BUNDLED)
    for folder in os.get_exec_path():
        found = shutil.which("ghirbal", path=folder or os.curdir)
        if found and not is_console_script(found):
            return os.path.abspath(found)
    raise BinaryNotFoundError(
        f"No ghirbal binary: this package carries none, {VARIABLE} is not set, and there is none on"
        " PATH. Install a wheel that carries it, or build one with script/install."
    )


def is_program(path: str | Path) -> bool:
    """Whether `path` is a file that may be executed."""
    return os.path.isfile(path) and os.access(path, os.X_OK)


def is_console_script(path: str) -> bool:
    """Whether `path` is the script that pip makes of this package's entry point."""
    try:
        with open(path, "rb") as file:
            start = file.read(2048)
    except OSError:
        return False
    return start.startswith(b"#!") and b"ghirbal._command" in start


def check_version(binary: str) -> None:
    """Makes sure that `binary` speaks what this package speaks.

    Below 1.0 the first two numbers of the version must be the package's, from then on the first.

    Raises:
        BinaryNotFoundError: where it cannot be run.
        VersionMismatchError: where it does not fit.
    """
    status = os.stat(binary) if os.path.exists(binary) else None
    found = read_version(binary, status.st_mtime_ns if status else 0)
    if series(found) != series(__version__):
        raise VersionMismatchError(
            f"{binary} is version {found}; this package is {__version__} and needs that series."
        )


@functools.lru_cache(maxsize=16)
def read_version(binary: str, _modified: int) -> str:
    """What `binary --version` prints; asked once for each state of the file."""
    try:
        answer = subprocess.run([binary, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BinaryNotFoundError(f"{binary} cannot be run: {error}") from error
    found = answer.stdout.decode(errors="replace").strip()
    if answer.returncode != 0 or not re.fullmatch(r"\d+\.\d+\.\d+\S*", found):
        told = answer.stderr.decode(errors="replace").strip()[-500:]
        raise BinaryNotFoundError(
            f"{binary} --version ended with {answer.returncode} and no version: {found} {told}"
        )
    return found


def series(version: str) -> tuple[str, ...]:
    """The numbers that must agree."""
    numbers = version.split(".")
    return tuple(numbers[:2]) if numbers[0] == "0" else (numbers[0],)
