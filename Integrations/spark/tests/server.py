"""Files over HTTP, whole or not."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path
from typing import Any


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder; breaks off in the middle of the files that it is told."""

    def __init__(self, folder: Path, broken: set[str]) -> None:
        self.broken = broken
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"


class Handler(http.server.SimpleHTTPRequestHandler):
    server: Server

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        outputfile.write(data[:-99] if self.path.strip("/") in self.server.broken else data)

    def log_message(self, *_: Any) -> None:
        pass
