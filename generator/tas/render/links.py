"""How each medium turns the links with our schemes (text/write.py) into HTML; unknown names are the checks' business."""

from __future__ import annotations

from html import escape

from tas.ground.addresses import relative
from tas.read.library import Library
from tas.render import media as shown
from tas.text.inline import render_inline
from tas.text.write import Links


class WebLinks(Links):
    """Links on a page of the site; remembers the terms that the page uses, in their order."""

    def __init__(self, library: Library, start: str, sources: tuple[str, ...]):
        self.library = library
        self.start = start
        self.sources = list(sources)
        self.terms: list[str] = []
        self.pictures = 0

    def __call__(self, scheme: str, name: str, inner: str) -> str:
        return getattr(self, scheme)(name, inner)

    def term(self, name: str, inner: str) -> str:
        if name not in self.terms:
            self.terms.append(name)
        return f'<a class="term" href="#term-{name}">{inner}</a>'

    def source(self, name: str, inner: str) -> str:
        number = cited(self.sources, name)
        source = self.library.sources[name]
        word = self.library.gettext("Source")
        label = escape(f"{word} {number}: {source.title}", quote=True)
        locator = f"{inner}, " if inner else ""
        return f'<sup class="cite"><a href="#source-{name}" aria-label="{label}">{locator}{number}</a></sup>'

    def contact(self, name: str, inner: str) -> str:
        contact = self.library.contacts[name]
        words = inner or escape(contact.name, quote=False)
        if contact.number is None:
            return words
        number = f'<a class="tel" href="tel:{contact.number.replace(" ", "").replace("-", "")}">{contact.number}</a>'
        return number if inner == contact.number or words == contact.number else f"{words} ({number})"

    def page(self, reference: str, inner: str) -> str:
        return f'<a href="{self.href(reference)}">{inner}</a>'

    def media(self, name: str, inner: str) -> str:
        """A file, from within a sentence."""
        return shown.link(self.library, self.library.media[name], inner, self.file)

    def handed(self, name: str, inner: str) -> str:
        """A file, in a paragraph of its own."""
        return shown.handed(self.library, self.library.media[name], inner, self.file)

    def picture(self, name: str, alt: str, *, small: bool = False) -> str:
        """The first of a page is fetched with it, the others as they come into sight. `alt` is HTML."""
        self.pictures += 1
        return shown.picture(self.library.media[name], alt, self.file, lazy=self.pictures > 1, small=small)

    def credit(self, name: str, inner: str) -> str:
        return shown.credit(self.library.media[name])

    def diagram(self, name: str, inner: str) -> str:
        """Drawn in the body of a page only (`compose`)."""
        return inner

    def danger(self, name: str, inner: str) -> str:
        """The same for a group of danger signs."""
        return inner

    def sign(self, name: str, inner: str) -> str:
        """The words of a danger sign."""
        return render_inline(self.library.signs[name], self, self.library.edition.code)

    def href(self, reference: str) -> str:
        """`duties/home-visits#steps` as an address relative to this page."""
        slug, hash_, section = reference.partition("#")
        return relative(self.library.address(slug), self.start) + hash_ + section

    def file(self, address: str) -> str:
        """A file by its address from the root of the site, relative to this page."""
        return relative(address, self.start)


class PaperLinks(WebLinks):
    """Links on paper: what a reader cannot press is told in words."""

    def term(self, name: str, inner: str) -> str:
        return inner

    def source(self, name: str, inner: str) -> str:
        locator = f"{inner}, " if inner else ""
        return f'<sup class="cite">{locator}{cited(self.sources, name)}</sup>'

    def contact(self, name: str, inner: str) -> str:
        contact = self.library.contacts[name]
        words = inner or escape(contact.name, quote=False)
        return words if contact.number in (None, words) else f"{words} (<strong>{contact.number}</strong>)"

    def page(self, reference: str, inner: str) -> str:
        return inner

    def media(self, name: str, inner: str) -> str:
        return inner

    def handed(self, name: str, inner: str) -> str:
        return f"<p>{inner}</p>"

    def picture(self, name: str, alt: str, *, small: bool = False) -> str:
        """Grey, in the paper itself."""
        return shown.in_grey(self.library.media[name], alt)


class UncitedLinks(PaperLinks):
    """The same where sources are told once for the whole paper, and each beside its sentence on the web."""

    def source(self, name: str, inner: str) -> str:
        return ""


def cited(sources: list[str], name: str) -> int:
    """The number of a citation: its place in the page's list of sources, which grows when a block cites one more."""
    if name not in sources:
        sources.append(name)
    return sources.index(name) + 1


def no_links(scheme: str, name: str, inner: str) -> str:
    """For what no author has written."""
    return inner
