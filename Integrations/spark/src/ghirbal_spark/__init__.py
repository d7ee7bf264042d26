"""Ghirbal on Apache Spark: crawls in, clean text with its provenance out.

`clean` is the job over files that can be started again; `clean_pages` cleans the pages of a
DataFrame in a program of one's own. The job `learn` finds what sites repeat on their pages, which
both take then.
"""

from ghirbal_spark.archives import ArchiveError
from ghirbal_spark.clean import clean
from ghirbal_spark.frames import clean_pages
from ghirbal_spark.inputs import Input, InputError, from_list, from_paths, in_folder
from ghirbal_spark.job import PlanMismatchError, Run
from ghirbal_spark.learn import learn
from ghirbal_spark.partition import ReconciliationError
from ghirbal_spark.program import TravelError
from ghirbal_spark.rows import FAILURES, PAGES

__all__ = [
    "FAILURES",
    "PAGES",
    "ArchiveError",
    "Input",
    "InputError",
    "PlanMismatchError",
    "ReconciliationError",
    "Run",
    "TravelError",
    "clean",
    "clean_pages",
    "from_list",
    "from_paths",
    "in_folder",
    "learn",
]
