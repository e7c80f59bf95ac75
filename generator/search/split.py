"""Splits the engine's one search index by edition, so that nobody finds a page in a language they did not choose."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from generator.edition import Edition

INDEX = "search/search_index.json"


def split_index(site: Path, editions: Iterable[Edition]) -> None:
    """Rewrite `search/search_index.json` for the default edition and write `<edition>/search/…` for each other one.

    Addresses in an index count from the root of its edition, which its pages give as the base of the search.
    """
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    prefixes = [edition.prefix for edition in editions if edition.prefix]
    for edition in editions:
        entries = [entry for entry in index["docs"] if _prefix(entry["location"], prefixes) == edition.prefix]
        docs = [{**entry, "location": entry["location"].removeprefix(edition.prefix)} for entry in entries]
        file = site / edition.prefix / INDEX
        file.parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps({**index, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
        file.write_text(data, encoding="utf-8", newline="\n")


def _prefix(location: str, prefixes: list[str]) -> str:
    return next((prefix for prefix in prefixes if location.startswith(prefix)), "")
