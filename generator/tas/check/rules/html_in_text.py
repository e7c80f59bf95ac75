"""Texts are Markdown; HTML is shown as it is typed in YAML and has no place in pages either.

Passes: `**at once**`
Fails: `<b>at once</b>`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas.check.texts import texts
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "html-in-text"
LEVEL = ERROR

TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>?|<!--")


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for text in texts(library):
            match = TAG.search(text.prose)
            if match:
                yield (
                    text.place(match.start()),
                    f'"{match[0][:40]}" is HTML; write Markdown (**bold**, *emphasis*, [link](address))',
                )
