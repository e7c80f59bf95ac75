"""Every file in docs/, quizzes/, guides/, training/ and reference/ is one that is read and published (which are: read/files.py).

What does not count is never published, whatever the level of this rule. What editors and file managers leave behind
(names that begin with a dot or end with ~, Thumbs.db, desktop.ini) is passed over in silence.

Passes: `docs/id/duties/home-visits.md`, `quizzes/id/duties.yml`, `docs/id/duties/.DS_Store`
Fails: `docs/id/Home Visits.MD`, `quizzes/id/duties.yaml`, `docs/id/photo.jpg`, `docs/fr/` without an edition `fr`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding, Place
from tas.read.bag import Bag

ID = "unknown-file"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for stray in bag.files.strays:
        yield Place(stray.shown, 1, 1), stray.sentence
