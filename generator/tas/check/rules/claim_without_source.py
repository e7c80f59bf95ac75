"""A text that states law or a health figure carries a citation.

The words and units that mark such a text stand in `reference/<edition>/wording.yml`.

Passes: `A baby with a temperature above 37.5 °C needs a midwife [](source:kia-book).`
Fails: `A baby with a temperature above 37.5 °C needs a midwife.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas.check.text import Text
from tas.check.texts import texts
from tas.model.reference import Wording
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "claim-without-source"
LEVEL = ERROR

DIGIT = re.compile(r"\d")


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        words, claim = library.wording.claim_words, _pattern(library.wording)
        if claim is None:
            continue
        for text in texts(library):
            said = text.string
            may_claim = not text.is_heading and (DIGIT.search(said) or any(word in said for word in words))
            match = claim.search(said) if may_claim else None
            if match and not _sourced(text):
                yield (
                    text.place(match.start()),
                    f'"{match[0].strip()}" marks a claim of law or health, but no source stands with it; '
                    "add [](source:id) behind the claim",
                )


def _pattern(wording: Wording) -> re.Pattern[str] | None:
    words = "|".join(map(re.escape, wording.claim_words))
    units = "|".join(map(re.escape, wording.claim_units))
    either = [*([rf"(?<!\w)(?:{words})"] if words else []), *([rf"\d[\d.,]*\s*(?:{units})"] if units else [])]
    return re.compile(rf"(?:{'|'.join(either)})(?!\w)") if either else None


def _sourced(text: Text) -> bool:
    """A citation in the text itself, or sources named for the whole entry that it is part of."""
    if any(link.scheme == "source" for link in text.links):
        return True
    entry = text.document.data
    for part in (text.path or ())[:-1]:
        entry = entry[part]
        if isinstance(entry, dict) and (entry.get("sources") or entry.get("source")):
            return True
    return False
