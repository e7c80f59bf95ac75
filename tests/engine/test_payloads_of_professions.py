"""Whatever somebody types about a profession is text on the pages that compare it (all other fields: tests/browser/test_payloads_of_pages.py)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from kit import ROOT
from lxml import html
from tas.compose.page import Composer
from tas.model.paper import NO_PAPERS
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project
from tas.render.environment import Renderer

PAYLOADS = (ROOT / "tests/browser/payloads.txt").read_text(encoding="utf-8").splitlines()
FIELDS = ("name", "short", "education", "registration", "setting", "call_when")
MARKDOWN = {("strong",), ("em",), ("code",), ("a",), ("a", "href"), ("a", "rel"), ("br",), ("s",)}
"""What a one-line text may become besides what stands on a harmless page."""


@pytest.fixture
def bag(tiny: Path) -> Bag:
    return read_bag(read_project(tiny))


def composed(bag: Bag, payload: str | None) -> html.HtmlElement:
    library = bag.libraries["nl"]
    if payload is not None:
        professions = {
            name: profession.model_copy(update=dict.fromkeys(FIELDS, payload))
            for name, profession in library.professions.items()
        }
        page = library.pages["comparison/midwife"].model_copy(update={"title": payload, "description": payload})
        library = replace(library, professions=professions, pages={**library.pages, "comparison/midwife": page})
    made = Composer(bag.project, library, Renderer(library.edition), NO_PAPERS).compose("comparison/midwife")
    return html.fragment_fromstring(made.html + str(made.lead) + str(made.end), create_parent="div")


def parts(tree: html.HtmlElement) -> set[tuple[str, ...]]:
    """(element,) and (element, attribute)."""
    return {part for one in tree.iter() for part in ((one.tag,), *((one.tag, name) for name in one.attrib))}


def addresses(tree: html.HtmlElement) -> set[str]:
    return {
        "".join(one.get("href").split()).lower().partition(":")[0] for one in tree.xpath("//*[contains(@href, ':')]")
    }


def test_no_payload_becomes_more_than_text(bag: Bag) -> None:
    harmless = parts(composed(bag, None)) | MARKDOWN
    shown = 0
    for payload in PAYLOADS:
        try:
            tree = composed(bag, payload)
        except KeyError:  # a name that is not there: the check tells, as test_cases shows
            continue
        assert parts(tree) - harmless == set(), payload
        assert addresses(tree) <= {"http", "https", "mailto", "tel"}, payload
        shown += "alert(1)" in tree.text_content()
    assert shown > 40
