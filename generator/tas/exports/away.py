"""Links in texts that leave the site: whole addresses, numbers to call in words, citations left to the list at the end."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tas.read.library import Library
from tas.render.links import UncitedLinks
from tas.text.inline import scheme_links


class AwayLinks(UncitedLinks):
    """As on paper, but for links to pages, which a reader can follow."""

    def __init__(self, library: Library, site_url: str):
        super().__init__(library, "", ())
        self.site_url = site_url

    def page(self, reference: str, inner: str) -> str:
        slug, hash_, section = reference.partition("#")
        return f'<a href="{escape(self.site_url + self.library.address(slug) + hash_ + section)}">{inner}</a>'

    def cited_in(self, *texts: str) -> Iterator[str]:
        """The sources that texts cite, in their order."""
        return (link.name for text in texts for link in scheme_links(text) if link.scheme == "source")
