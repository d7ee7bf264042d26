"""What became of a page."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict, cast, get_args

Status = Literal["ok", "dropped", "failed", "skipped"]


class Metadata(TypedDict, total=False):
    """What the page says of itself. Empty where the page failed; later versions may add keys."""

    title: str | None
    authors: list[str]
    published: str | None
    modified: str | None
    site_name: str | None
    publisher: str | None
    categories: list[str]
    tags: list[str]
    canonical_url: str | None
    hostname: str | None
    description: str | None
    image: str | None
    license: str | None
    dateline: str | None
    source: str | None
    source_url: str | None
    language: str | None
    direction: str | None
    word_count: int


@dataclass(frozen=True)
class Document:
    """What became of a page: its clean text and what is known of it."""

    id: Any
    """The page's id, as it was given."""
    status: Status
    """`ok`, `dropped` (nothing of the page is left), `failed` (it could not be read) or `skipped`
    (it is no page with text, or not one that the configuration keeps)."""
    text: str | None
    """The clean text; None unless `ok`."""
    reason: str | None = None
    """Why it is not `ok`: a name of docs/run.md, or `crashed`, `time_limit` or `protocol`."""
    detail: str | None = None
    """What exactly, for a person; its words may change."""
    metadata: Metadata = field(default_factory=Metadata)
    """Title, authors, language and the like."""
    provenance_json: str | None = None
    """The whole provenance record as the worker wrote it; None unless asked for, or `failed`."""

    @property
    def ok(self) -> bool:
        """Whether there is text."""
        return self.status == "ok"

    @property
    def title(self) -> str | None:
        """The title of the page."""
        return self.metadata.get("title")

    @property
    def authors(self) -> list[str]:
        """Who wrote it, in the page's order."""
        return self.metadata.get("authors", [])

    @property
    def published(self) -> str | None:
        """When it was published: a date of ISO 8601, with time and zone where the page has them."""
        return self.metadata.get("published")

    @property
    def modified(self) -> str | None:
        """When it was changed last, as `published`."""
        return self.metadata.get("modified")

    @property
    def site_name(self) -> str | None:
        """What the site calls itself."""
        return self.metadata.get("site_name")

    @property
    def publisher(self) -> str | None:
        """Who publishes the site."""
        return self.metadata.get("publisher")

    @property
    def categories(self) -> list[str]:
        """The sections that the page stands in."""
        return self.metadata.get("categories", [])

    @property
    def tags(self) -> list[str]:
        """Its key words."""
        return self.metadata.get("tags", [])

    @property
    def canonical_url(self) -> str | None:
        """The address that the page names as its own."""
        return self.metadata.get("canonical_url")

    @property
    def hostname(self) -> str | None:
        """The host of the page's address."""
        return self.metadata.get("hostname")

    @property
    def description(self) -> str | None:
        """What the page says that it is about."""
        return self.metadata.get("description")

    @property
    def image(self) -> str | None:
        """The address of the picture that stands for the page."""
        return self.metadata.get("image")

    @property
    def license(self) -> str | None:
        """The licence that it names."""
        return self.metadata.get("license")

    @property
    def dateline(self) -> str | None:
        """The place that a news text opens with."""
        return self.metadata.get("dateline")

    @property
    def source(self) -> str | None:
        """Whom a republished text names as its source."""
        return self.metadata.get("source")

    @property
    def source_url(self) -> str | None:
        """Where a republished text says that it came from."""
        return self.metadata.get("source_url")

    @property
    def language(self) -> str | None:
        """The language of most of the text, as a BCP 47 tag (`fa`)."""
        return self.metadata.get("language")

    @property
    def direction(self) -> str | None:
        """`ltr` or `rtl`."""
        return self.metadata.get("direction")

    @property
    def word_count(self) -> int | None:
        """Words of the clean text; None where the page failed."""
        return self.metadata.get("word_count")

    @property
    def provenance(self) -> dict[str, Any] | None:
        """The provenance record, parsed anew at each call."""
        if self.provenance_json is None:
            return None
        return cast("dict[str, Any]", json.loads(self.provenance_json))


RECORD = b',"provenance":{'
"""Where the record begins. Inside a JSON string its quotes would have backslashes, and the members
in front of it have none of this name, so the first one is it."""


class Answer:
    """A line of the worker, read."""

    __slots__ = ("document", "name")

    def __init__(self, line: bytes) -> None:
        """Reads `line`.

        Raises:
            ValueError: where it is no answer.
        """
        record: str | None = None
        start = line.find(RECORD)
        if start >= 0 and line.endswith(b"}}"):
            record = line[start + len(RECORD) - 1 : -1].decode()
            line = line[:start] + b"}"
        row = json.loads(line)
        if not isinstance(row, dict) or "id" not in row:
            raise ValueError("no object with an id")
        status, text = row.get("status"), row.get("text")
        if status not in get_args(Status) or (status == "ok") != isinstance(text, str):
            raise ValueError("no status, or no text that fits it")
        if status != "ok" and not isinstance(row.get("reason"), str):
            raise ValueError("no reason")
        metadata = row.get("document")
        if not isinstance(metadata, dict) and (metadata is not None or status in ("ok", "dropped")):
            raise ValueError("no document")
        self.name: str | int | None = row["id"]
        self.document = Document(
            id=None,
            status=cast("Status", status),
            text=text,
            reason=row.get("reason"),
            detail=row.get("detail"),
            metadata=cast("Metadata", metadata or {}),
            provenance_json=record,
        )
