"""The one Jinja environment: an edition's words, its dates, and inline Markdown through the links of a medium."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from babel.dates import format_date
from babel.numbers import get_decimal_symbol
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup

from tas.ground.places import TEMPLATES
from tas.model.checked import Checkable
from tas.read.edition import Edition
from tas.render.checks import checked
from tas.render.pictograms import pictogram
from tas.render.sizes import weight
from tas.text.inline import plain, render_inline
from tas.text.write import Links


class Renderer:
    """Renders templates in the words of one edition.

    In a template: `_()` and `ngettext()` for interface words, `text | inline` for what an author wrote (through the
    medium's `links`, see `links.py`), `text | plain`, `day | long_date`, `size | bytes`, `thing | checked`, `reviewed | due`,
    `pictogram(key)` (see `pictograms.py`).
    """

    def __init__(self, edition: Edition):
        self.edition = edition
        self.words = {"_": _gettext(edition), "ngettext": _ngettext(edition)}

    def render(self, template: str, links: Links, **context: Any) -> Markup:
        """The template as HTML."""
        found = _environment().get_template(template)
        return Markup(found.render(edition=self.edition, links=links, **self.words, **context))


class Flush(Extension):
    """Indentation is for who reads a template; in a page it was a tenth of all that is sent."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return INDENTED.sub("", source)


ESCAPED = re.compile("[&<>']")
INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)


@cache
def _environment() -> Environment:
    """One for all editions, so that a template is compiled once; whose words it speaks is part of the context."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
        extensions=[Flush],
    )
    environment.filters |= {
        "inline": _inline,
        "plain": _plain,
        "long_date": _long_date,
        "bytes": _bytes,
        "decimal": _decimal,
        "json": _json,
        "checked": _checked,
        "due": _due,
        "threes": threes,
    }
    environment.globals["pictogram"] = pictogram
    return environment


def threes(items: Sequence[Any]) -> list[list[Any]]:
    """By three, the last by two to four: where a long list may go on on the next page. The style sheet says the same to browsers."""
    found = [list(items[start : start + 3]) for start in range(0, len(items), 3)]
    if len(found) > 1 and len(found[-1]) == 1:
        found[-2:] = [found[-2] + found[-1]]
    return found


def compiled_templates() -> BytecodeCache | None:
    """Templates are compiled once for all builds, as Python keeps its own modules; where nothing can be kept, each time."""
    folder = TEMPLATES / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    # how a filter is called is compiled in, so templates are compiled anew when this module changes
    return FileSystemBytecodeCache(str(folder), f"{crc32(Path(__file__).read_bytes()):08x}_%s.cache")


def _gettext(edition: Edition) -> Callable[..., Markup]:
    said = cache(lambda message: Markup(edition.words.gettext(message)))

    def gettext(message: str, **values: Any) -> Markup:
        return said(message) % values if values else said(message)

    return gettext


def _ngettext(edition: Edition) -> Callable[..., Markup]:
    def ngettext(singular: str, plural: str, number: int, **values: Any) -> Markup:
        return Markup(edition.words.ngettext(singular, plural, number)) % {"num": number, **values}

    return ngettext


def _json(data: Any) -> Markup:
    """For an attribute in single quotes: between double ones each of its own would be written with five signs."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text))


@pass_context
def _inline(context: Context, text: str) -> Markup:
    return render_inline(text, context["links"], context["edition"].code)


@pass_context
def _plain(context: Context, text: str) -> str:
    return plain(text, context["edition"].code)


@pass_context
def _long_date(context: Context, day: date) -> str:
    """21 November 2026, in the edition's language."""
    return format_date(day, format="long", locale=context["edition"].locale)


@pass_context
def _checked(context: Context, thing: Checkable) -> str:
    """Who has checked it, and who has not yet."""
    return checked(context["edition"], thing)


@pass_context
def _decimal(context: Context, number: str) -> str:
    """37.5 as the edition writes it: 37,5."""
    return number.replace(".", get_decimal_symbol(context["edition"].locale))


@pass_context
def _due(context: Context, reviewed: date) -> date:
    """The day from which a reader looks for a newer version."""
    return context["edition"].due(reviewed)


@pass_context
def _bytes(context: Context, size: int) -> str:
    return weight(context["edition"], size)
