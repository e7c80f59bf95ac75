"""HTML as a tree that can be changed and written again, as HTML or as XML; lxml reads a site in the time others take for a page."""

from __future__ import annotations

from lxml import etree

Element = etree._Element
"""The type has no public name."""

_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)


def parse(html: str) -> Element:
    """The first element of the text, with all that is in it; what follows it is left."""
    tree = etree.fromstring(html.encode(), _PARSER)[0][0]
    tree.tail = None
    return tree


def as_html(tree: Element) -> str:
    return etree.tostring(tree, encoding="unicode", method="html", with_tail=False)


def as_xml(tree: Element) -> str:
    return etree.tostring(tree, encoding="unicode", with_tail=False)


def inner_xml(tree: Element) -> str:
    """What stands in the element."""
    whole = as_xml(tree)
    return whole[whole.index(">") + 1 : whole.rindex("</")] if "</" in whole else ""


def element(tag: str, text: str = "", attributes: dict[str, str] | None = None) -> Element:
    made = etree.Element(tag, attributes)
    made.text = text
    return made


def take_out(child: Element) -> None:
    """Without the element but with the text after it."""
    parent, before = child.getparent(), child.getprevious()
    assert parent is not None, "the root of a page is not taken out"
    if child.tail and before is not None:
        before.tail = (before.tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)
