"""The one Jinja environment: an edition's words, its dates, and inline Markdown through the links of a medium."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.edition import Edition
from generator.inline import Resolve, plain, render_inline

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders templates in the words of one edition; make one for each edition and keep it.

    In a template: `_()` and `ngettext()` for interface words, `text | inline` for what an author wrote (through the
    medium's `links`, see `links.py`), `text | plain`, `day | long_date`, `number | decimal`, `size | bytes`.
    """

    def __init__(self, edition: Edition):
        self.edition = edition
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        self.environment.install_gettext_translations(edition.words, newstyle=True)  # type: ignore[attr-defined]
        self.environment.filters |= {
            "inline": _inline,
            "plain": plain,
            "long_date": self.long_date,
            "bytes": self.bytes,
            "decimal": lambda number: format_decimal(number, locale=edition.locale),
        }

    def render(self, template: str, links: Resolve, **context: Any) -> Markup:
        """The template as HTML."""
        return Markup(self.environment.get_template(template).render(edition=self.edition, links=links, **context))

    def bytes(self, size: int) -> str:
        """1,2 MB: what a reader with a small data plan wants to know beforehand."""
        unit, digits = ("MB", "#,##0.0") if size >= 1_000_000 else ("kB", "#,##0")
        return (
            f"{format_decimal(size / (1_000_000 if unit == 'MB' else 1000), digits, locale=self.edition.locale)} {unit}"
        )

    def long_date(self, day: date) -> str:
        """21 November 2026, in the edition's language."""
        return format_date(day, format="long", locale=self.edition.locale)


@pass_context
def _inline(context: Context, text: str) -> Markup:
    return render_inline(text, context["links"])
