"""What can go wrong apart from a page, which is a row and no exception."""

from __future__ import annotations


class GhirbalError(Exception):
    """Anything that ends the work, whatever page it is at."""


class BinaryNotFoundError(GhirbalError):
    """There is no ghirbal binary in the package, in GHIRBAL_BINARY or on PATH."""


class VersionMismatchError(GhirbalError):
    """The binary is of another version than the package."""


class StartError(GhirbalError):
    """The worker could not be started: it ended, or gave no answer, before its first page."""


class LearningError(GhirbalError):
    """A profile could not be learnt: an input cannot be read, or is not what it should be."""


class ConfigurationError(StartError):
    """The configuration, or the profile of sites, is wrong or cannot be read."""

    def __init__(
        self, file: str | None, line: int | None, problem: str, written: str | None = None
    ) -> None:
        """Holds what is wrong and where."""
        super().__init__(file, line, problem, written)
        self.file = file
        """The file; None for a mapping."""
        self.line = line
        """Counted from 1; of a mapping in `json.dumps(config, indent=2)`. None where it has no
        place."""
        self.problem = problem
        """What is wrong, and what would be right, as a sentence."""
        self.written = written
        """What stands in the line."""

    def __str__(self) -> str:
        """Place, problem, and of a mapping the member."""
        name = self.file or "config"
        place = name if self.line is None else f"{name}:{self.line}"
        member = f" (at {self.written})" if self.file is None and self.written else ""
        return f"{place}: {self.problem}{member}"
