"""`pictogram(key)` in a template: the drawing that the edition has for it, or a picture of its author, as the medium shows them."""

from __future__ import annotations

from base64 import b64encode

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from tas.model.media import OWN
from tas.read.library import Library
from tas.read.pictograms import drawing_of, svg
from tas.render.links import PaperLinks, WebLinks
from tas.render.media import in_grey

SIZED = ' xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48"'
INLINE = ' class="tas-pictogram" viewBox="0 0 48 48" width="48" height="48"'


@pass_context
def pictogram(
    context: Context,
    key: str | None,
    *,
    alt: str | None = None,
    large: bool = False,
    alone: bool = False,
    inline: bool = False,
    heard: bool = False,
) -> Markup:
    """On a page a box that its style sheet fills, silent unless it stands `alone`; on paper an image with its alt text.

    Nothing for no key, and for a key that is not in the edition's pictograms.yml: an edition shows those that it has words for.
    `large`: for more than 20 mm on paper. `alone`: no words beside it say the same; a drawing that needs its word refuses.
    `inline`: drawn in the page itself, as all are that are no danger signs; for a few on a page that needs no style sheet.
    `heard`: where it says what the words beside it do not, as in a question. `alt`: what a picture of the author's own shows, `media:knock.jpg`.
    """
    links = context["links"]
    library: Library = links.library
    if key and key.startswith(OWN):
        return own(links, key.removeprefix(OWN), alt or "")
    if key is None or key not in library.pictograms:
        return Markup("")
    if isinstance(links, PaperLinks):
        return on_paper(library, key, large=large)
    return on_page(library, key, alone=alone, inline=inline, heard=heard)


def own(links: WebLinks, name: str, alt: str) -> Markup:
    if isinstance(links, PaperLinks):
        return Markup(in_grey(links.library.media[name], escape(alt), "tas-pictogram"))
    return Markup('<span class="tas-shown">{}</span>').format(Markup(links.picture(name, escape(alt), small=True)))


def on_page(library: Library, key: str, *, alone: bool = False, inline: bool = False, heard: bool = False) -> Markup:
    """A box with `data-picture`, and the page that holds one loads `pictograms.css`; `inline` the drawing itself."""
    entry = library.pictograms[key]
    drawing = drawing_of(entry)
    if alone and not drawing.alone:
        raise ValueError(f"the pictogram {key} never stands without its word")
    said = f' role="img" aria-label="{escape(entry.alt)}"' if alone or heard else ' aria-hidden="true"'
    if inline or not drawing.sign:
        return Markup(svg(drawing.id).replace(SIZED, INLINE + said, 1))
    return Markup(f'<span class="tas-pictogram" data-picture="{drawing.id}"{said}></span>')


def on_paper(library: Library, key: str, *, large: bool = False) -> Markup:
    """An image in one colour: the engine lets no style into an inline SVG, and PDF/UA wants an alt text for every picture."""
    entry = library.pictograms[key]
    drawn = svg(drawing_of(entry).id, mono=True, large=large)
    data = b64encode(drawn.encode()).decode()
    return Markup('<img class="tas-pictogram" src="data:image/svg+xml;base64,{}" alt="{}">').format(data, entry.alt)
