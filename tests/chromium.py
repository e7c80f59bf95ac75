"""Debian's Chromium through Playwright, and a server on this machine; every other host is unreachable and every try is kept."""

from __future__ import annotations

import atexit
import functools
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

SIZES = {"phone": {"width": 360, "height": 640}, "laptop": {"width": 1280, "height": 800}}
SCHEMES = ("light", "dark")
PROGRAM = os.environ.get("TAS_CHROMIUM") or next(filter(None, map(which, ("chromium-headless-shell", "chromium"))), "")
"""The browser that `./tas test` found; without it (bench/), Debian's."""
ARGUMENTS = [  # letters are as wide as on paper; without windows Chromium would fit them to a screen
    "--font-render-hinting=none", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip


PATIENCE = 30_000
"""Milliseconds that an expectation may take to come true: on a busy machine everything takes longer, and nothing is measured here."""
expect.set_options(timeout=PATIENCE)


AXE = Path(__file__).parent / "tools/node_modules/axe-core/axe.min.js"


@functools.cache
def axe_script() -> str:
    """The source of axe, which `./tas test` installs; a plain pytest without it says so and goes on."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed; ./tas test installs it")
    return AXE.read_text(encoding="utf-8")


@functools.cache
def the_browser() -> Browser:
    """The one browser of a process, until it ends: Playwright allows no second one beside it."""
    running = ExitStack()
    atexit.register(running.close)
    browser = running.enter_context(sync_playwright()).chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
    running.callback(browser.close)
    return browser


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this process; what the block opens in it is closed after it."""
    browser = the_browser()
    before = browser.contexts
    yield browser
    for context in browser.contexts:
        if context not in before:
            context.close()


@contextmanager
def serve(site: Path, headers: dict[str, str] | None = None) -> Iterator[str]:
    """The address of a server over `site`, with extra headers on every answer."""
    handler = functools.partial(_Handler, directory=str(site), headers=headers or {})
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes early is no news."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, headers: dict[str, str], **options: Any):
        self.extra = headers
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Silence."""


@dataclass
class Watch:
    """What a page asked for and complained of."""

    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def foreign(self) -> list[str]:
        return [url for url in self.requests if not url.startswith((self.base, "data:", "blob:", "file:"))]


def watch(page: Page, base: str) -> Watch:
    """Keep every request and every complaint of the page from now on."""
    kept = Watch(base)
    page.on("request", lambda request: kept.requests.append(request.url))
    page.on("pageerror", lambda error: kept.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: kept.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    return kept
