"""A phone number has one home, contacts.yml; texts name the contact.

Passes: `[](contact:veilig-thuis)`
Fails: `call 0800-2000`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas.check.texts import texts
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "phone-number"
LEVEL = ERROR

LONG = r"(?<![\w-])(?:\+|0)\d(?:[ -]?\d){5,}(?![\w-])"
"""A number with a leading 0 or + and at least seven digits; dates and years never start so."""

BEGINS = re.compile("[+0-9]")


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        contacts = library.documents.get(("reference", "contacts"))
        known = [contact.number for contact in library.contacts.values() if contact.number]
        pattern = re.compile(
            "|".join(
                [LONG, *(rf"(?<![\w./-]){re.escape(number)}(?![\w/-])(?!\.\d)" for number in known if len(number) > 3)]
            )
        )
        for text in texts(library):
            match = BEGINS.search(text.string) and pattern.search(text.string)
            if match and text.document is not contacts:
                yield (
                    text.place(match.start()),
                    f'"{match[0]}" is a phone number; write it once in contacts.yml and name it here as [](contact:id)',
                )
