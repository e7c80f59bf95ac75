"""A learning platform (scorm-again, in Chromium), and packages of SCORM on it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from chromium import chromium, serve
from playwright.sync_api import Browser, Frame, Page
from readers import TOOLS

HERE = Path(__file__).parent
ANSWER = (HERE / "answer.js").read_text(encoding="utf-8")
API = TOOLS / "node_modules/scorm-again/dist/scorm12.min.js"


@contextmanager
def platform_of(site: Path, folder: Path) -> Iterator[tuple[Browser, str]]:
    """(browser, address) of a platform with every package of a site unpacked, as it does itself."""
    if not API.is_file():
        pytest.skip("scorm-again is not installed; ./tas test installs it")
    shutil.copy(HERE / "lms.html", folder)
    shutil.copy(API, folder / "scorm12.js")
    for file in (site / "downloads").glob("*/exports/**/*.zip"):
        with zipfile.ZipFile(file) as package:
            package.extractall(folder / "packages" / file.stem)
    with serve(folder) as base, chromium() as browser:
        yield browser, base


@contextmanager
def learner(platform: tuple[Browser, str]) -> Iterator[Page]:
    browser, base = platform
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}lms.html")
    yield page
    context.close()


def enter(page: Page, name: str, saved: Any = None) -> Frame:
    page.evaluate("([name, saved]) => enter(name, saved)", [name, saved])
    frame = page.wait_for_selector("iframe", state="attached").content_frame()  # type: ignore[union-attr]
    assert frame
    frame.wait_for_function(
        "document.readyState === 'complete' && !!document.querySelector('tas-quiz.is-ready, #home')"
    )
    return frame


def value(page: Page, name: str) -> str:
    return str(page.evaluate("(name) => value(name)", f"cmi.{name}"))


def wait_for(page: Page, name: str, wanted: str) -> None:
    page.wait_for_function("([name, wanted]) => String(value(name)) === wanted", arg=[f"cmi.{name}", wanted])
