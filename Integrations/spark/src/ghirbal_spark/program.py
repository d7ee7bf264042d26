"""The binary, pipeline.yml and a profile of sites, which travel with the job."""

from __future__ import annotations

import atexit
import functools
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass

from ghirbal import find_binary
from pyspark import SparkFiles
from pyspark.sql import SparkSession


class TravelError(RuntimeError):
    """What arrived at an executor is not what the driver sent."""


@dataclass(frozen=True, slots=True)
class Program:
    """What cleans the pages, named by its hashes so that two jobs of a session do not mix."""

    binary_sha256: str
    pipeline_sha256: str
    """Of the file's bytes; of none where the defaults are in force."""
    profile_sha256: str | None = None
    """None where there is no profile of sites."""

    @classmethod
    def sent(
        cls,
        spark: SparkSession,
        binary: str | None,
        config: str | None = None,
        profile: str | None = None,
    ) -> Program:
        """Sends them to all executors, now and later ones.

        Args:
            spark: The session.
            binary: A path; None for the one that the package `ghirbal` finds.
            config: The path of a pipeline.yml; None for the defaults.
            profile: The path of a profile of sites; None for none.
        """
        binary = binary or find_binary()
        config = config or os.devnull
        program = cls(sha256_of(binary), sha256_of(config), profile and sha256_of(profile))
        travelling = [(binary, program.binary_name), (config, program.config_name)]
        if profile:
            travelling.append((profile, program.profile_name))
        there = spark.sparkContext.listFiles
        for source, name in travelling:
            # A session takes a name only once, from one place.
            if not any(file.endswith(f"/{name}") for file in there):
                spark.sparkContext.addFile(shutil.copy(source, f"{_staging()}/{name}"))
        return program

    @property
    def hashes(self) -> dict[str, str | None]:
        """What plans, summaries and rows say of it."""
        return {
            "binary_sha256": self.binary_sha256,
            "pipeline_sha256": self.pipeline_sha256,
            "profile_sha256": self.profile_sha256,
        }

    @property
    def binary_name(self) -> str:
        """What the binary is called on its way."""
        return f"ghirbal-{self.binary_sha256[:16]}"

    @property
    def config_name(self) -> str:
        """What pipeline.yml is called on its way."""
        return f"pipeline-{self.pipeline_sha256[:16]}.yml"

    @property
    def profile_name(self) -> str:
        """What the profile is called on its way."""
        return f"sites-{(self.profile_sha256 or '')[:16]}.ghirbal"

    def binary(self) -> str:
        """The path of the binary, in a task.

        Raises:
            TravelError: where it is another one.
        """
        return _arrived(self.binary_name, self.binary_sha256)

    def config(self) -> str:
        """The path of pipeline.yml, in a task.

        Raises:
            TravelError: where it is another one.
        """
        return _arrived(self.config_name, self.pipeline_sha256)

    def profile(self) -> str | None:
        """The path of the profile, in a task; None where there is none.

        Raises:
            TravelError: where it is another one.
        """
        return self.profile_sha256 and _arrived(self.profile_name, self.profile_sha256)


@functools.cache
def _staging() -> str:
    """Where the files lie while executors may ask for them: as long as this process lives."""
    folder = tempfile.mkdtemp(prefix="ghirbal-spark-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _arrived(name: str, sha256: str) -> str:
    path = SparkFiles.get(name)
    found = _sha256_once(path)
    if found != sha256:
        raise TravelError(f"{name} has the hash {found}, and was sent with {sha256}")
    return path


@functools.lru_cache
def _sha256_once(path: str) -> str:
    """The hash of a file that arrived; each session has a folder of its own for them."""
    return sha256_of(path)


def sha256_of(path: str) -> str:
    """The hash of a file's bytes, in hexadecimal digits."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
