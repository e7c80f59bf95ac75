"""What rules on the whole bag ask of each file's texts: a function of the file alone, so that an earlier run has found it already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tas.check.texts import WORD_LISTS, texts_of
from tas.ground.engine import engine
from tas.ground.parts import Parts, digest
from tas.problems import Place
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.library import Library
from tas.text.write import DRAWN, drawn_alone

FACTS = "facts"
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Drawn:
    """A link that draws something; `stands`: in a body, alone on its line and without words."""

    scheme: str
    name: str
    place: Place
    stands: bool


@dataclass(frozen=True)
class Facts:
    said: str
    """The words of each text between blanks, one text a line (`run`)."""
    cited: frozenset[str]
    """Sources."""
    drawn: tuple[Drawn, ...]


def run(text: str) -> str:
    """Its words between blanks: what is said in another text stands in that one's run."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def find_facts(bag: Bag, kept: Parts) -> None:
    """Of every file, once; `kept`: those of an earlier run."""
    for code, library in bag.libraries.items():
        for document in _told(library):
            if FACTS not in document.kept:
                key = digest(engine(), code, document.path, document.own)
                document.kept[FACTS] = kept.made(FACTS, key, _facts, document)


def facts(library: Library) -> Iterator[Facts]:
    """Of each file with texts, in the order of files."""
    for document in _told(library):
        found: Facts = document.kept.get(FACTS) or document.kept.setdefault(FACTS, _facts(document))
        yield found


def _told(library: Library) -> Iterator[Document]:
    for name, document in library.documents.items():
        if name not in WORD_LISTS and document.data is not None:
            yield document


def _facts(document: Document) -> Facts:
    texts = texts_of(document)
    links = [(text, link) for text in texts for link in text.links]
    return Facts(
        "\n".join(run(text.string) for text in texts),
        frozenset(link.name for _, link in links if link.scheme == "source"),
        tuple(
            Drawn(
                link.scheme,
                link.name,
                text.place(link),
                text.block is not None
                and not text.is_heading
                and text.cell is None
                and bool(drawn_alone(text.block))
                and not link.words,
            )
            for text, link in links
            if link.scheme in DRAWN
        ),
    )
