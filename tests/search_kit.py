"""The search core in V8 from PyPI, over the vendored scripts and an index: no browser, no Node."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from kit import ROOT, build_at
from py_mini_racer import MiniRacer
from tas.ground.places import ASSETS
from tas.render.asset_files import SEARCH_CORE, STEMMERS
from tas.search import segments

ALL = 1000
"""Pages: more than there are."""
QUERIES = ROOT / "tests" / "bag"


class Core:
    """One edition's search."""

    def __init__(self, context: MiniRacer):
        self.context = context

    def ask(self, text: str) -> dict[str, Any]:
        return json.loads(self.context.eval(f"JSON.stringify(core.query({json.dumps(text)}, {ALL}))"))

    def ask_all(self, texts: list[str]) -> list[dict[str, Any]]:
        """In one go: what is slow is the way there."""
        return json.loads(
            self.context.eval(f"JSON.stringify({json.dumps(texts)}.map((text) => core.query(text, {ALL})))")
        )

    def locations(self, texts: list[str]) -> set[str]:
        """All that any of them leads to."""
        code = f"JSON.stringify([...new Set({json.dumps(texts)}.flatMap((text) => core.locations(text)))])"
        return set(json.loads(self.context.eval(code)))

    def pages(self, text: str) -> list[str]:
        return [page["location"] for page in self.ask(text)["pages"]]


@contextmanager
def scripts(stemmer: str | None = None) -> Iterator[MiniRacer]:
    """A context with the core's files loaded, and nothing of a browser."""
    context = MiniRacer()
    try:
        for part in SEARCH_CORE:
            context.eval((ASSETS / f"js/search/{part}.js").read_text(encoding="utf-8"))
        if stemmer:
            context.eval((ASSETS / "vendor" / STEMMERS[stemmer]).read_text(encoding="utf-8"))
        yield context
    finally:
        context.close()


@contextmanager
def core(index: str | dict[str, Any], stemmer: str | None = None, others: Sequence[str] = ()) -> Iterator[Core]:
    """`index`: the text of a built index, or its data; `others`: the texts of its other files."""
    with scripts(stemmer) as context:
        text = index if isinstance(index, str) else f"tas.searchIndex={json.dumps(index)}"
        context.eval(f"var self = globalThis; {text}")
        for segment in others:
            context.eval(f"tas.searchSegments = tas.searchSegments || []; {segment}")
        context.eval("var core = new tas.search.Core(tas.searchIndex, tas.stem, tas.searchSegments)")
        yield Core(context)


def in_several_files(root: Path) -> Path:
    """Build a tiny bag with the search of a large one: about three pages a file."""
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - tas\n", "  - tas:\n      pages_in_one_index: 4\n"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments, "SIZE", 3)
        return build_at(root, papers=False)


@dataclass(frozen=True)
class Query:
    kind: str
    text: str
    pages: tuple[str, ...]
    """Any of these answers it; none does where this is empty."""


def queries(edition: str, names: tuple[str, ...] = ("", "-own-words")) -> list[Query]:
    """The set of an edition: everyday questions, and those in people's own words, with words of distress among them."""
    files = (QUERIES / f"queries-{edition}{name}.tsv" for name in names)
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [Query(kind, text, () if pages == "-" else tuple(pages.split())) for kind, text, pages in rows]


def built_index(site: Path, edition: str) -> str:
    return (site / f"search/index.{edition}.js").read_text(encoding="utf-8")
