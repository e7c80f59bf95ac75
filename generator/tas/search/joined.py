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


class Written:
    """An index and its segments as they were written into a site."""

    def __init__(self, scripts: Sequence[str]):
        self._first = scripts[0]
        self._index, *segments = map(_read, scripts)
        self._is_one = not segments
        self._pages: dict[str, tuple[list[Any], list[str]]] = {}
        for one in segments or [self._index]:
            known = one["words"].split(" ")
            self._pages |= {page[0]: (page, known) for page in one["pages"]}

    def only(self, whole: Collection[str], named: Collection[str] = ()) -> str:
        """One index with all words of the pages at the locations `whole`, and with titles and headings of those at `named`. What is one
        and stays whole comes back as it is."""
        if self._is_one and self._pages.keys() <= {*whole}:
            return self._first
        rests = {location: list(_rests(*self._pages[location])) for location in whole if location in self._pages}
        known = sorted({word for sections in rests.values() for words in sections for word in words})
        number = {word: at for at, word in enumerate(known)}
        pages = []
        for location, *_ in self._index["pages"]:
            page, _ = self._pages[location]
            if location in rests:
                letters = [steps(number[word] for word in words) for words in rests[location]]
                parts = [[*part[:3], rest] for part, rest in zip(page[3], letters, strict=True)]
                pages.append([*page[:3], parts, *page[4:]])
            elif location in named:
                pages.append(headings(page))
        common = {key: value for key, value in self._index.items() if key != "segments"}
        return script(INDEX, {**common, "words": " ".join(known), "pages": pages})


def _read(script: str) -> dict[str, Any]:
    form = INDEX if script.startswith(INDEX.partition("%s")[0]) else SEGMENT
    before, _, after = form.partition("%s")
    data: dict[str, Any] = json.loads(script.removeprefix(before).removesuffix(after))
    return data


def _rests(page: list[Any], known: list[str]) -> Iterator[list[str]]:
    """Section by section the words of its rest."""
    for *_, rest in page[3]:
        yield [known[at] for at in numbers(rest)]
