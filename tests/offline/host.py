"""A server that has bad days: it counts what is asked, refuses, breaks off, lies, and goes away for good."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

FOLDER = "tas di sini/"
"""The bag lies in a folder of the host, with spaces: nothing may count on the root."""


class Host:
    """Serves `site` below FOLDER. `bad` maps an address to (status, change of the body) or to a number of bytes to break off after."""

    def __init__(self, site: Path):
        self.site = site
        self.asked: list[str] = []
        self.bad: dict[str, int | tuple[int, Callable[[bytes], bytes]]] = {}
        self.server: http.server.ThreadingHTTPServer | None = None
        self.port = 0
        self.start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}/{FOLDER.replace(' ', '%20')}"

    def start(self) -> None:
        host = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host.answer(self)

            def log_message(self, *args: object) -> None:
                """Silence."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *args: None  # type: ignore[method-assign]  # a browser that closes early is no news
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Gone: connections are refused."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def fetched(self) -> set[str]:
        """What was asked for since the last time, without what only looks for news."""
        asked, self.asked = {one for one in self.asked if not one.startswith(("pack-", "sw.js"))}, []
        return asked

    def answer(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        if self.server is None:  # a connection that was kept open must not outlive the server
            handler.close_connection = True
            return
        address = unquote(handler.path.partition("?")[0]).removeprefix(f"/{FOLDER}")
        self.asked.append(address)
        file = self.site / address / "index.html" if address.endswith("/") or not address else self.site / address
        body = file.read_bytes() if file.is_file() else b"nothing here"
        status, cut = (200 if file.is_file() else 404), None
        trouble = self.bad.get(address)
        if isinstance(trouble, tuple):
            status, body = trouble[0], trouble[1](body)
        elif trouble is not None:
            cut = trouble
        handler.send_response(status)
        handler.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(body if cut is None else body[:cut])
        handler.close_connection = True


TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
    ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json",
}  # fmt: skip
