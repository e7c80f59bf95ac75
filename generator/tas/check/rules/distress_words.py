"""Words of distress lead to one topic, and each topic to somebody who can be called at once.

That none of them is a word of everyday questions is tested on the project's own questions, which a rule cannot know.

Passes: `words: [do not want to live any more]` with a contact that has a number
Fails: the same words under two topics; a single word of three letters, unless it is one of `alone`; one of `alone` that is nothing but stop
words; a topic without any number to call
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.ground.fold import words as words_of
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "distress-words"
LEVEL = ERROR

SHORT = 4


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        yield from _words(library)
        for number, topic in enumerate(library.distress.values()):
            contacts = [library.contacts[name] for name in topic.call if name in library.contacts]
            if contacts and not any(contact.number for contact in contacts):
                said = "none of these contacts has a number in contacts.yml; name one that can be called at once"
                yield library.documents["reference", "distress"].place(("topics", number, "call")), said


def _words(library: Library) -> Iterator[Finding]:
    known: dict[str, str] = {}
    stops = {word for line in library.search_words.stopwords for word in words_of(line)}
    for number, topic in enumerate(library.distress.values()):
        document = library.documents["reference", "distress"]
        for key, phrases in (("words", topic.words), ("alone", topic.alone)):
            for place, phrase in enumerate(phrases):
                words, path = words_of(phrase), ("topics", number, key, place)
                if key == "words" and len("".join(words)) < SHORT:
                    yield document.place(path), f'"{phrase}" is too short to tell distress; write a whole phrase'
                if key == "alone" and stops.issuperset(words):
                    yield document.place(path), f'"{phrase}" has only stop words; add the word that tells what is meant'
                other = known.setdefault(" ".join(words), topic.id)
                if other != topic.id:
                    yield document.place(path), f'"{phrase}" stands under "{other}" already; keep it in one topic'
