"""Writes the search index of each edition as a script, which a page can load from a disk too."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tas.ground.engine import engine
from tas.ground.parts import Parts, digest
from tas.read.bag import Bag
from tas.read.edition import Edition
from tas.read.library import Library
from tas.render.asset_files import STEMMERS, asset_address, in_words_of
from tas.search.distress import distress_data
from tas.search.entries import Entry, edition_entries
from tas.search.joined import INDEX, SEGMENT, script
from tas.search.pack import pack
from tas.search.segments import headings, segments
from tas.search.words import known_elsewhere, synonym_groups


def index_address(code: str) -> str:
    """Where the index of an edition lies, from the root of the site."""
    return f"search/index.{code}.js"


def search_files(edition: Edition) -> dict[str, str]:
    """What the search dialog loads, from the root of the site; a language without a stemmer does without."""
    files = {name: asset_address(in_words_of(edition, f"search-{name}.js")) for name in ("script", "worker", "core")}
    if edition.locale.language in STEMMERS:
        files["stemmer"] = asset_address(STEMMERS[edition.locale.language])
    return {**files, "index": index_address(edition.code)}


def write_index(bag: Bag, library: Library, built: Mapping[str, str], site: Path, kept: Parts) -> None:
    """An index for each edition, so that nobody finds a page in a language they did not choose.

    `built`: slug -> the HTML of the page's content. `kept`: the words of pages as an earlier build found them.
    """
    index, *rest = edition_index(bag, library, built, kept)
    file = site / index_address(library.edition.code)
    file.parent.mkdir(parents=True, exist_ok=True)
    _write(file, script(INDEX, index))
    for name, segment in zip(index.get("segments", ()), rest, strict=True):
        _write(file.with_name(name), script(SEGMENT, segment))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def edition_index(
    bag: Bag, library: Library, built: Mapping[str, str], kept: Parts | None = None
) -> list[dict[str, Any]]:
    """What `tas.search.Core` reads: the index; that of a large edition is followed by its segments, and names their files."""
    words = library.edition.words
    names = {slug: words.gettext(title) for slug, title in bag.project.nav.part_titles.items()}
    kept = kept or Parts()
    entries = {entry.slug: entry for entry in edition_entries(built, library, names, kept)}
    common = {
        "stopwords": list(library.search_words.stopwords),
        "swallowed": library.search_words.swallowed.model_dump(),
        "subject": list(library.search_words.subject),
        "numbers": list(library.search_words.numbers),
        "synonyms": synonym_groups(library),
        "distress": distress_data(library),
        "elsewhere": known_elsewhere(bag, library),
    }
    if len(entries) <= bag.project.options.pages_in_one_index:
        return [{**_packed([*entries.values()], library, kept), **common}]
    nav = bag.project.nav
    parts = [*(slugs for _, slugs in nav.parts), [slug for slug in entries if slug not in set(nav.slugs)]]
    groups = segments([slug for slug in part if slug in entries] for part in parts)
    packed = [_packed([entries[slug] for slug in group], library, kept) for group in groups]
    data = {page[0]: page for segment in packed for page in segment["pages"]}
    titles = [headings(data[entry.location]) for entry in entries.values()]
    files = [segment_name(library.edition.code, number) for number in range(len(packed))]
    return [{"words": "", "pages": titles, **common, "segments": files}, *packed]


def segment_name(code: str, number: int) -> str:
    """Beside the index."""
    return f"index.{code}.{number}.js"


def _packed(entries: list[Entry], library: Library, kept: Parts) -> dict[str, Any]:
    """`words` and `pages` of an index."""
    texts, summaries = [entry.parts for entry in entries], [entry.summary for entry in entries]
    stopwords = library.search_words.stopwords
    known, parts = kept.made(
        "packed", digest(engine(), repr((stopwords, summaries, texts))), pack, texts, stopwords, summaries, kept
    )
    return {"words": known, "pages": [entry.data(packed) for entry, packed in zip(entries, parts, strict=True)]}
