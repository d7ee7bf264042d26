"""Clean text from web scrapes, with a record of every change.

`clean` takes one page, `Cleaner.map` many. Both drive `ghirbal stream` workers.
"""

from ghirbal._binary import find_binary
from ghirbal._clean import clean
from ghirbal._cleaner import Cleaner
from ghirbal._document import Document, Metadata
from ghirbal._errors import (
    BinaryNotFoundError,
    GhirbalError,
    StartError,
    VersionMismatchError,
)
from ghirbal._lane import Statistics
from ghirbal._page import Page, PageLike
from ghirbal._version import __version__

__all__ = [
    "BinaryNotFoundError",
    "Cleaner",
    "Document",
    "GhirbalError",
    "Metadata",
    "Page",
    "PageLike",
    "StartError",
    "Statistics",
    "VersionMismatchError",
    "__version__",
    "clean",
    "find_binary",
]
