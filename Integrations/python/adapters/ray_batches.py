"""For Ray Data: `dataset.map_batches(Ghirbal, compute=ray.data.ActorPoolStrategy(size=4))`."""

from typing import Any

import ghirbal


class Ghirbal:
    """Adds text, status, reason and title to a batch with the columns url and html."""

    def __init__(self) -> None:
        """Starts nothing yet; the worker stays for all batches of this actor."""
        self.cleaner = ghirbal.Cleaner(workers=1)

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Cleans a batch."""
        urls, bodies = batch["url"], batch["html"]
        pages = ({"url": str(url), "html": body} for url, body in zip(urls, bodies, strict=True))
        documents = list(self.cleaner.map(pages))
        return batch | {
            "text": [document.text for document in documents],
            "status": [document.status for document in documents],
            "reason": [document.reason for document in documents],
            "title": [document.metadata.get("title") for document in documents],
        }
