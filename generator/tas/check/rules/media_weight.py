"""The pictures of a page weigh at most 400 kB, all files of an edition at most 8 MB: readers pay for each of them.

Passes: three photos on a page
Fails: five photos of 100 kB each on a page
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.media.record import Media
from tas.problems import ERROR, Finding, Place
from tas.read.bag import Bag
from tas.view.media import on_page, used

ID = "media-weight"
LEVEL = ERROR

PAGE, EDITION = 400_000, 8_000_000
"""Bytes."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for slug in library.pages:
            size = sum(_fetched(media) for media in on_page(library, slug).values())
            if size > PAGE:
                said = f"the pictures of this page have {size // 1000} kB, but at most {PAGE // 1000} kB fit; leave some out or move them to another page"
                yield library.documents["docs", slug].place(()), said
        size = sum(len(file.content) for media in used(library).values() for file in media.files)
        if size > EDITION:
            said = f"the files of this edition have {size / 1e6:.1f} MB, but at most {EDITION // 1_000_000} MB fit; leave the largest out"
            yield Place(f"docs/{library.edition.code}/media", 1, 1), said


def _fetched(media: Media) -> int:
    """A browser takes one of its sizes."""
    return max((len(file.content) for file in media.files), default=0)
