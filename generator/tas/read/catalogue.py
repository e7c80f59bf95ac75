"""A .po file -> the interface words of an edition. Words are text: what a catalogue could do to a page, it is refused for."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from tas.problems import ERROR, ContentError, Problem, listed, quoted
from tas.read.source import read_text

MARKUP = re.compile(r'[<>&"]')
"""Words stand in HTML and in its attributes as they are."""
PLACE = re.compile(r"%\(\w*\)?[a-zA-Z]?|%|\{\w*\}?|\{|\}")
"""What is filled in later, such as `%(date)s` or `{total}`; or only looks like it, and breaks the page."""


class Words(GNUTranslations):
    """Interface words of one catalogue; what it does not translate the next one in the chain does."""

    plural: Callable[[int], int]


def read_catalogue(file: Path, name: str, locale: str) -> tuple[Catalog, Words]:
    """Read straight from the .po file: nothing to compile, nothing to forget. Raises ContentError with all that is wrong."""
    text, problems = read_text(file, name)
    if text is None:
        raise ContentError(problems)
    return _parsed(text, name, locale)


@lru_cache(maxsize=8)
def _parsed(text: str, name: str, locale: str) -> tuple[Catalog, Words]:
    try:
        catalogue = read_po(io.StringIO(text), locale=locale, abort_invalid=True)
    except PoFileError as error:
        said = "the catalogue cannot be read; check the quotes around this line, and the header (the first msgstr)"
        raise ContentError([Problem(name, max(error.lineno, 0) + 1, 1, ERROR, said, "catalogue")]) from None
    except Exception:  # Babel raises what its parts raise: ValueError, LookupError, TypeError, …
        raise ContentError([_header(name)]) from None
    if problems := list(_wrong(catalogue, name)):
        raise ContentError(problems)
    for message in catalogue:
        if not all(_strings(message.string)):
            message.string = ""  # half a plural is none: the next catalogue is asked
    catalogue.charset = "utf-8"
    stream = io.BytesIO()
    try:
        write_mo(stream, catalogue)
        stream.seek(0)
        words = Words(stream)
        forms = [words.plural(number) for number in range(201)]
    except Exception:  # as above: now the plural forms, which only their evaluation shows
        raise ContentError([_header(name)]) from None
    if not 0 <= min(forms) <= max(forms) < catalogue.num_plurals:
        raise ContentError([_header(name)])
    return catalogue, words


def _header(name: str) -> Problem:
    said = "the header of the catalogue (its first msgstr) cannot be read; copy it from another catalogue"
    return Problem(name, 1, 1, ERROR, said, "catalogue")


def _wrong(catalogue: Catalog, name: str) -> Iterator[Problem]:
    for message in catalogue:
        if not message.id or not any(_strings(message.string)):
            continue  # the header, and what `missing-word` tells
        if found := MARKUP.search("".join(_strings(message.string))):
            said = f'the translation of {_said(message)} has a "{found[0]}"; words are text, without HTML and with “quotes” like these'
            yield Problem(name, message.lineno or 1, 1, ERROR, said, "word-markup")
        wanted = {place for string in _strings(message.id) for place in PLACE.findall(string)}
        for string in _strings(message.string):
            places = set(PLACE.findall(string))
            if places - wanted or (wanted - places and isinstance(message.id, str)):
                fill = listed(sorted(wanted)) or "nothing to fill in"
                said = f"the translation of {_said(message)} must have the same places to fill in: {fill}"
                yield Problem(name, message.lineno or 1, 1, ERROR, said, "word-placeholder")
                break


def _strings(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())


def _said(message: Message) -> str:
    return quoted(_strings(message.id)[0])
