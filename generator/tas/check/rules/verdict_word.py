"""Quizzes and trait pages are a mirror, not a verdict: they do not use the words listed as `verdict_words` in wording.yml.

Passes: `What does this ask of you?`
Fails: `You are not suitable for this work.`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import texts, words_pattern
from tas.kinds import page_kind
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "verdict-word"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        pattern = words_pattern(library.wording.verdict_words)
        mirrors = {
            id(document)
            for (folder, name), document in library.documents.items()
            if folder == "quizzes" or (folder == "docs" and page_kind(name) == "suitability")
        }
        for text in texts(library):
            match = pattern.search(text.string) if id(text.document) in mirrors else None
            if match:
                yield text.place(match.start()), f'"{match[0]}" is a verdict; say what the work asks instead'
