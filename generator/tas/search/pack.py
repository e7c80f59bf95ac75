"""Makes an index light: of a section its first sentence or two as written; of the rest only which words stand in it.

The words are numbered in alphabetical order, and a section keeps the steps from one number to the next: about one letter a word.
`assets/js/search/unpack.js` reads this; a test holds the two together. What is lost: how often a word stands in the rest, and where.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from tas.ground.engine import engine
from tas.ground.fold import WORD, fold, words
from tas.ground.parts import Parts, digest

LEAD = 80
"""Letters of a section that are kept as written; a text that is hardly longer is kept whole."""
SPARE = 30

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
"""91 letters that stand in a script string as they are."""
VALUES = {letter: value for value, letter in enumerate(DIGITS)}
ONE = 60
"""Steps below this are one letter; above it two, the first of which is one of PREFIXES. The last letter skips FAR words."""
PREFIXES = len(DIGITS) - ONE - 1
FAR = ONE + PREFIXES * len(DIGITS)

TIE = re.compile(r"(?<![^\W_])[^\W_]++(?:[-'’‑][^\W_]++)+")

Part = tuple[str, str, str]


def pack(
    pages: list[list[Part]], stopwords: Collection[str], summaries: Iterable[str] = (), kept: Parts | None = None
) -> tuple[str, list[list[list[Any]]]]:
    """(the words, the pages' parts as [anchor, title, lead, rest]); `summaries`: what each page's first part begins with, kept whole."""
    stops = {word for line in stopwords for word in words(line)}
    whole = [*summaries] or [""] * len(pages)
    kept = kept or Parts()
    told = repr(sorted(stops))
    found = [
        kept.made("words", digest(engine(), told, summary, repr(parts)), _page_words, parts, summary, stops)
        for parts, summary in zip(pages, whole, strict=True)
    ]
    split, rests = [page for page, _ in found], [page for _, page in found]
    known = sorted(set().union(*(rest for page in rests for rest in page)))
    number = {word: place for place, word in enumerate(known)}
    return " ".join(known), [
        [
            [anchor, title, lead, steps(number[word] for word in rest)]
            for (anchor, title, lead), rest in zip(parts, page, strict=True)
        ]
        for parts, page in zip(split, rests, strict=True)
    ]


def _page_words(parts: list[Part], summary: str, stops: set[str]) -> tuple[list[Part], list[list[str]]]:
    """A page's parts as (anchor, title, lead), and of each in order which words stand in the rest."""
    split = [(anchor, title, *_split(text, "" if anchor else summary)) for anchor, title, text in parts]
    return (
        [(anchor, title, lead) for anchor, title, lead, _ in split],
        [sorted(_rest(title, lead, rest, stops)) for _, title, lead, rest in split],
    )


def _split(text: str, summary: str) -> tuple[str, str]:
    if summary and text.startswith(summary):
        return summary, text[len(summary) :]
    if len(text) <= LEAD + SPARE:
        return text, ""
    at = text.rfind(" ", 0, LEAD)
    return text[:at] + " …", text[at:]


def _rest(title: str, lead: str, rest: str, stops: set[str]) -> set[str]:
    folded = fold(rest)
    return {*WORD.findall(folded), *tied(folded)} - {*words(title), *words(lead), *stops}


def steps(numbers: Iterable[int]) -> str:
    """Rising numbers -> the letters for the steps between them."""
    return "".join(_letters(numbers))


def _letters(numbers: Iterable[int]) -> Iterator[str]:
    before = -1
    for number in numbers:
        step = number - before - 1
        before = number
        while step >= FAR:
            yield DIGITS[-1]
            step -= FAR
        if step < ONE:
            yield DIGITS[step]
        else:
            prefix, digit = divmod(step - ONE, len(DIGITS))
            yield DIGITS[ONE + prefix] + DIGITS[digit]


def numbers(letters: str) -> list[int]:
    """The other way round."""
    found, before, each = [], -1, iter(letters)
    for letter in each:
        first = VALUES[letter]
        if first == len(DIGITS) - 1:
            before += FAR
            continue
        step = first if first < ONE else ONE + (first - ONE) * len(DIGITS) + VALUES[next(each)]
        before += 1 + step
        found.append(before)
    return found


def tied(folded: str) -> list[str]:
    """As `tas.search.tied`, of what `fold` has folded: "MP-ASI" is also "mpasi"."""
    ties = (WORD.findall(tie) for tie in TIE.findall(folded))
    return [word for parts in ties if len(set(parts)) > 1 and len(word := "".join(parts)) <= 24]
