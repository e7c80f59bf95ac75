"""Some pages of a written index, be it in one file or in several, as an index of their own."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from tas.search.pack import numbers, steps
from tas.search.segments import headings

INDEX, SEGMENT = "(self.tas=self.tas||{}).searchIndex=%s;\n", "tas.searchSegments.push(%s);\n"
"""How a script tells its data."""


def script(form: str, data: dict[str, Any]) -> str:
    return form % json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def joined(scripts: Sequence[str], whole: Collection[str], named: Collection[str] = ()) -> str:
    """`scripts`: an index and its segments as written into the site; `whole`: the locations of pages that the new one has with all their
    words, `named`: of those that it has by titles and headings. What is one and stays whole comes back as it is."""
    index, *segments = map(_read, scripts)
    if not segments and {page[0] for page in index["pages"]} <= {*whole}:
        return scripts[0]
    found = {page[0]: (page, words) for page, words in _pages(segments or [index])}
    rests = [words for location, (page, words) in found.items() if location in whole]
    known = sorted({word for page in rests for section in page for word in section})
    number = {word: at for at, word in enumerate(known)}
    pages = []
    for location in (page[0] for page in index["pages"]):
        page, words = found[location]
        if location in whole:
            letters = [steps(number[word] for word in section) for section in words]
            parts = [[*part[:3], rest] for part, rest in zip(page[3], letters, strict=True)]
            pages.append([*page[:3], parts, *page[4:]])
        elif location in named:
            pages.append(headings(page))
    index.pop("segments", None)
    return script(INDEX, {**index, "words": " ".join(known), "pages": pages})


def _read(script: str) -> dict[str, Any]:
    form = INDEX if script.startswith(INDEX.partition("%s")[0]) else SEGMENT
    before, _, after = form.partition("%s")
    data: dict[str, Any] = json.loads(script.removeprefix(before).removesuffix(after))
    return data


def _pages(indexes: Sequence[dict[str, Any]]) -> Iterator[tuple[list[Any], list[list[str]]]]:
    """(page, section by section the words of its rest)."""
    for index in indexes:
        known = index["words"].split(" ")
        for page in index["pages"]:
            yield page, [[known[at] for at in numbers(rest)] for *_, rest in page[3]]
