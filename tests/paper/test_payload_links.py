"""Whatever somebody types into a guide, its PDF leads to web pages, mail and telephones only, and does nothing by itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from kit import ROOT
from paper_kit import GROWN, job_of, library_of
from tas.paper.job import Job

LINES = (ROOT / "tests/browser/payloads.txt").read_text(encoding="utf-8").splitlines()
PAYLOADS = [line for line in LINES if "＜" not in line]
"""A sign that no font of the papers has is told by the rule `glyph-missing`, and the press would stop at it."""
SCHEMES = {"http", "https", "mailto", "tel"}
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMedia"}
FORBIDDEN = {"/JS", "/AA", "/EmbeddedFiles", "/EmbeddedFile", "/RichMediaContent"}


@pytest.fixture(scope="module")
def document() -> str:
    """A guide with every payload as a text, as the words and the address of a link, and as an address alone."""
    library = library_of("id")
    guide = library.guides[GROWN]
    lists = {
        "explain": tuple(PAYLOADS),
        "observe": tuple(f"[{payload}]({payload})" for payload in PAYLOADS),
        "at_the_door": tuple(f"[x](<{payload}>)" for payload in PAYLOADS),
        "before_you_go": (*(f"<{payload}>" for payload in PAYLOADS), "[here](https://example.org/)"),
    }
    poisoned = guide.model_copy(update=lists)
    return job_of(replace(library, guides={GROWN: poisoned}), GROWN, "a4").html


def found(html: str) -> tuple[set[str], list[str]]:
    """The schemes of all addresses in the PDF of this document, and what it would do by itself."""
    schemes, does = set(), []
    with pikepdf.open(io.BytesIO(Job("payloads", html, 99, "").make())) as pdf:
        for thing in dictionaries(pdf):
            if "/URI" in thing:
                schemes.add("".join(str(thing["/URI"]).split()).lower().partition(":")[0])
            does += [str(thing.get("/S"))] if str(thing.get("/S")) in ACTIONS else []
            does += [name for name in thing if name in FORBIDDEN]
    return schemes, does


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """All of them, at any depth."""
    waiting = list(pdf.objects)
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
            waiting += [value for value in dict(thing.items()).values() if not getattr(value, "is_indirect", False)]
        elif isinstance(thing, pikepdf.Array):
            waiting += [value for value in thing if not getattr(value, "is_indirect", False)]


def test_no_payload_becomes_an_action_or_an_address_of_another_kind(document: str) -> None:
    assert document.count("alert(1)") > 2 * len(PAYLOADS), "the payloads are not there"
    schemes, does = found(document)
    assert "https" in schemes
    assert schemes <= SCHEMES
    assert does == []


def test_a_seeded_address_is_seen(document: str) -> None:
    schemes, _ = found(document.replace("</h1>", '</h1><p><a href="javascript:alert(1)">x</a></p>', 1))
    assert "javascript" in schemes
