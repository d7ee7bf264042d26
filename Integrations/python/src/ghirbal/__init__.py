"""Clean text from web scrapes, with a record of every change.

`clean` takes one page, `clean_many` files, `Cleaner.map` any number of pages. All drive
`ghirbal stream` workers. `learn` finds what sites repeat on their pages, for the others to take.
"""

from ghirbal._binary import find_binary
from ghirbal._clean import clean, clean_many
from ghirbal._cleaner import Cleaner
from ghirbal._document import Document, Metadata
from ghirbal._errors import (
    BinaryNotFoundError,
    ConfigurationError,
    GhirbalError,
    LearningError,
    StartError,
    VersionMismatchError,
)
from ghirbal._lane import Statistics
from ghirbal._learn import learn, merge_profiles
from ghirbal._page import Page, PageLike
from ghirbal._version import __version__

__all__ = [
    "BinaryNotFoundError",
    "Cleaner",
    "ConfigurationError",
    "Document",
    "GhirbalError",
    "LearningError",
    "Metadata",
    "Page",
    "PageLike",
    "StartError",
    "Statistics",
    "VersionMismatchError",
    "__version__",
    "clean",
    "clean_many",
    "find_binary",
    "learn",
    "merge_profiles",
]
