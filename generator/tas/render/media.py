"""Files of authors on a page of the site: a picture in the size that a screen needs, a sound with all that it says, a sheet with its weight.

Other media of output (paper, a book, one file) override the methods of `WebLinks` that call these, and take from `Media` what they have
room for.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from html import escape

from tas.ground.words import N_
from tas.media.made import SOUND, File
from tas.media.record import Media
from tas.read.library import Library
from tas.render.sizes import length, weight

Where = Callable[[str], str]
"""An address from the root of the site -> the same as the page names it."""
WIDE, SMALL = "(min-width: 48rem) 44rem, 100vw", "12rem"
"""How wide a picture stands on a page, and beside a line of words."""
TRANSCRIPT = N_("Read what it says")


def picture(media: Media, alt: str, where: Where, *, lazy: bool = True, small: bool = False) -> str:
    """`alt` is HTML. Browsers take the WebP that is wide enough; who knows neither takes the small JPEG."""
    shown = media.small
    said = f' alt="{alt}" width="{shown.width}" height="{shown.height}"' + (' loading="lazy"' if lazy else "")
    if shown.ending == "svg":
        return f'<img class="tas-drawing" src="{where(media.address(shown))}"{said}>'
    sizes = f' sizes="{SMALL if small else WIDE}"'
    sets = {ending: _set(media, ending, where) for ending in ("webp", "jpg")}
    img = f'<img src="{where(media.address(shown))}" srcset="{sets["jpg"]}"{sizes}{said}>'
    return f'<picture><source type="image/webp" srcset="{sets["webp"]}"{sizes}>{img}</picture>'


def _set(media: Media, ending: str, where: Where) -> str:
    return ", ".join(f"{where(media.address(file))} {file.width}w" for file in media.files if file.ending == ending)


def in_grey(media: Media, alt: str, look: str = "tas-shown") -> str:
    """For paper, as data; `alt` is HTML."""
    return f'<img class="{look}" src="{as_data(media.grey())}" alt="{alt}">'


def as_data(file: File) -> str:
    """A drawing or a JPEG as an address that holds it."""
    kind = "svg+xml" if file.ending == "svg" else "jpeg"
    return f"data:image/{kind};base64,{b64encode(file.content).decode()}"


def credit(media: Media) -> str:
    """Whose it is, and under which licence it may be handed on."""
    note = media.note
    return f'<span class="tas-credit">{escape(f"{note.by}, {note.licence}", quote=False)}</span>' if note else ""


def link(library: Library, media: Media, inner: str, where: Where) -> str:
    """In a sentence: with kind and size, so that nobody fetches more than they meant to."""
    file = media.small
    told = [
        file.ending.upper(),
        *([length(media.seconds)] if media.seconds else []),
        weight(library.edition, len(file.content)),
    ]
    return f'<a href="{where(media.address(file))}">{inner}</a> ({", ".join(told)})'


def handed(library: Library, media: Media, inner: str, where: Where) -> str:
    """In a paragraph of its own: a sound with what plays it and all that it says; of anything else the link."""
    if media.kind != SOUND:
        return f'<p class="tas-sheet">{link(library, media, inner, where)} {credit(media)}</p>'
    said = "".join(f"<p>{escape(one, quote=False)}</p>" for one in media.paragraphs)
    word = escape(library.gettext(TRANSCRIPT), quote=False)
    return (
        f'<figure class="tas-sound"><figcaption>{link(library, media, inner, where)} {credit(media)}</figcaption>'
        f'<audio controls preload="none" src="{where(media.address(media.small))}"></audio>'
        f'<details class="tas-transcript"><summary>{word}</summary>{said}</details></figure>'
    )
