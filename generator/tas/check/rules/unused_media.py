"""A file that no page names is either forgotten on one or no longer needed; it is not published.

Passes: `media/knock.jpg` that a page shows
Fails: `media/knock.jpg` that nothing names
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import WARNING, Finding, Place
from tas.read.bag import Bag
from tas.view.media import used

ID = "unused-media"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    named = {media.shown for library in bag for media in used(library).values()}
    for media in (media for library in bag for media in library.media.values()):
        if media.shown not in named:
            yield Place(media.shown, 1, 1), f"nothing names this file; show it with media:{media.name} or delete it"
