"""Where a configuration is, and what is wrong with one."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union

from ghirbal._errors import ConfigurationError, StartError

ConfigLike = Union[str, "os.PathLike[str]", Mapping[str, Any], None]
"""A configuration file, what would stand in it, or None for the defaults."""

RAW = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What JSON may hold as it stands and a configuration may not."""


@dataclass(frozen=True)
class Configuration:
    """A configuration that a worker is started with."""

    path: str | None
    """The file, absolute; None where there is none."""
    text: str | None
    """What would stand in it, a member a line; None where a file or nothing was given."""

    @staticmethod
    def of(given: ConfigLike) -> Configuration:
        """What was given, as it is at this moment.

        Raises:
            TypeError: where a mapping holds what JSON has no form for.
        """
        if given is None:
            return Configuration(None, None)
        if not isinstance(given, Mapping):
            return Configuration(os.path.abspath(given), None)
        text = json.dumps(given, ensure_ascii=False, indent=2, default=as_json)
        return Configuration(None, RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")

    @property
    def is_written(self) -> bool:
        """Whether `write` writes a file, which the caller removes."""
        return self.text is not None

    def write(self) -> str:
        """The path of a file that holds it."""
        if self.text is None:
            return self.path or os.devnull
        handle, path = tempfile.mkstemp(prefix="ghirbal-", suffix=".yml")
        # What has no UTF-8, half of a surrogate pair, has no place in YAML either.
        with open(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(self.text)
        return path

    def check(self, binary: str, profile: str | None = None) -> None:
        """Asks `binary` whether it is right, and the profile of sites that goes with it.

        Raises:
            ConfigurationError: where it is not.
            StartError: where the binary cannot be run.
        """
        if self.path is None and self.text is None and profile is None:
            return
        path = self.write()
        command = [binary, "config", "validate", "--config", path]
        if profile is not None:
            command += ["--profile", profile]
        try:
            answer = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=60,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise StartError(f"{binary} cannot check the configuration: {error}") from error
        finally:
            if self.is_written:
                os.unlink(path)
        # 2: the file cannot be read.
        if answer.returncode in (2, 78):
            told = answer.stderr.decode(errors="replace")
            raise configuration_error(self, path, told, profile)


def as_json(value: object) -> object:
    """What `json` does not know: paths as text, tuples' kin as lists."""
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a configuration cannot hold a {type(value).__name__}")


def configuration_error(
    configuration: Configuration, path: str, told: str, profile: str | None = None
) -> ConfigurationError:
    """What a binary that read `path` and `profile` said on standard error, as an exception."""
    words = [line[len("ghirbal: ") :] for line in told.splitlines() if line.startswith("ghirbal: ")]
    message = words[-1] if words else told.strip()
    message = message or "the configuration is wrong (exit code 78)"
    file = configuration.path
    line: int | None = None
    if message.startswith(path + ":"):
        message = message[len(path) + 1 :].strip()
        if match := re.match(r"(\d+): ", message):
            line = int(match[1])
            message = message[match.end() :]
    elif profile is not None and message.startswith(f"{profile}: "):
        file, message = profile, message[len(profile) + 2 :]
    elif match := re.match(r"(.+?):(\d+): ", message):
        # A file that the configuration names.
        file, line, message = match[1], int(match[2]), message[match.end() :]
    return ConfigurationError(file, line, message, written_line(configuration, file, line))


def written_line(configuration: Configuration, file: str | None, line: int | None) -> str | None:
    """What stands in the line, without its indentation."""
    text = configuration.text
    if file is not None:
        try:
            text = Path(file).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
    lines = text.splitlines() if text is not None and line is not None else []
    return lines[line - 1].strip() if line is not None and 0 < line <= len(lines) else None
