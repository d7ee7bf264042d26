"""A step for datatrove: documents whose text is HTML get the clean text, the others leave."""

from collections.abc import Iterator
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

import ghirbal


class Ghirbal(PipelineStep):  # type: ignore[misc, unused-ignore]
    """Cleans what a WARC or JSONL reader gives; one worker for each task of the executor."""

    name = "Ghirbal"
    type = "🧹 - CLEAN"

    def __init__(self, **options: Any) -> None:
        """Takes the keywords of `ghirbal.Cleaner`."""
        super().__init__()
        self.options = {"workers": 1, **options}

    def run(
        self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """Gives the documents that have text on, with what the page says of itself."""
        with ghirbal.Cleaner(**self.options) as cleaner:
            pages = (
                ghirbal.Page(html=document.text, url=document.metadata.get("url"), id=document)
                for document in data
            )
            for cleaned in cleaner.map(pages):
                document = cleaned.id
                self.stat_update(cleaned.status, cleaned.reason or "text")
                if cleaned.text is not None:
                    document.text = cleaned.text
                    document.metadata |= cleaned.metadata
                    yield document
