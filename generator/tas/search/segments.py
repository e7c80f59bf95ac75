"""Cuts the index of a large edition: titles and headings in one file, which answers first, and the rest by parts of the navigation.

One edited page makes one of these files new, and a device that has the others fetches only that one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

SIZE = 50
"""Pages of a segment, about: 35 kB on the wire."""


def segments(parts: Iterable[Sequence[str]]) -> list[list[str]]:
    """`parts`: slugs as the navigation groups them -> slugs file by file: small neighbours share one, a large part has several."""
    found: list[list[str]] = []
    for part in parts:
        if found and len(found[-1]) + len(part) <= SIZE:
            found[-1] += part
        elif part:
            each = ceil(len(part) / ceil(len(part) / SIZE))
            found += [list(part[start : start + each]) for start in range(0, len(part), each)]
    return found


def segments_named(script: str) -> list[str]:
    """The files that an index names, as written into the site; none where it is whole."""
    found = re.search(r'"segments":(\[[^]]*\])\};\s*$', script)
    return json.loads(found[1]) if found else []


def headings(data: list[Any]) -> list[Any]:
    """A page of the index with nothing but what titles and headings say."""
    location, boost, names, parts, *asked = data
    return [location, boost, names, [[anchor, title, "", ""] for anchor, title, *_ in parts], *asked]
