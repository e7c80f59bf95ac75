"""A page's HTML -> its sections as a reader searches them: what stands before the first heading, then each heading with its text.

By regular expressions, for the HTML is our own and well formed, and every page of every build passes through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

Part = tuple[str, str, str]
"""(anchor, title, text), all plain; the first of a page has no anchor."""

HEADING = re.compile(r'<h([1-6])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
UNREAD = re.compile(r"<(svg|script|style|template|noscript)\b.*?</\1>", re.DOTALL)


def sections(title: str, html: str) -> Iterator[Part]:
    """The parts of a page in their order."""
    html = UNREAD.sub(" ", html)
    anchor, heading, start = "", title, 0
    for match in HEADING.finditer(html):
        yield anchor, heading, words(html[start : match.start()])
        anchor, heading, start = match[2], words(match[3]), match.end()
    yield anchor, heading, words(html[start:])


def words(html: str) -> str:
    """The text of a piece of HTML; what stands in two elements stays apart."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()
