"""What can go wrong apart from a page, which is a row and no exception."""


class GhirbalError(Exception):
    """Anything that ends the work, whatever page it is at."""


class BinaryNotFoundError(GhirbalError):
    """There is no ghirbal binary in the package, in GHIRBAL_BINARY or on PATH."""


class VersionMismatchError(GhirbalError):
    """The binary is of another version than the package."""


class StartError(GhirbalError):
    """The worker could not be started: it ended, or gave no answer, before its first page."""
