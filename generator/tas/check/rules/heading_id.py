"""Every heading of a page has an id of its own, given by hand: links, quizzes and the other editions point at it.

The title in the front matter is the page's only level-1 heading.

Passes: `## Kapan merujuk? {#when-to-refer}`
Fails: `## Kapan merujuk?`, an id twice on one page, `# Kunjungan rumah` in the body
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas.check.texts import is_looked_at
from tas.kinds import generated_sections
from tas.model.base import ID_PATTERN
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.sections import authored

ID = "heading-id"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for slug in library.pages:
            document = library.documents["docs", slug]
            if not is_looked_at(library, document):
                continue
            seen = {*generated_sections(slug, library.danger_signs)}
            for heading in authored(document):
                said = _wrong(heading.id, heading.level, seen)
                if said:
                    yield document.place_at(heading.line, 1), said
                seen.add(heading.id)


def _wrong(name: str, level: int, seen: set[str]) -> str | None:
    if level == 1:
        return "the title in the front matter is the page's only level-1 heading; use ## here"
    if not name:
        return "this heading has no id; write one in English behind it, such as {#when-to-refer}"
    if not re.fullmatch(ID_PATTERN, name):
        return f'the id "{name}" has not the right form; write small letters, digits and dashes, such as when-to-refer'
    if name in seen:
        return f'the id "{name}" is taken on this page; each section has its own'
    return None
