"""Words of distress as the index holds them: what people type, whom to call, and the page that tells more."""

from __future__ import annotations

from typing import Any

from tas.model.reference import Contact
from tas.read.library import Library
from tas.text.inline import plain


def distress_data(library: Library) -> dict[str, Any]:
    """What `tas.search.Distress` reads."""
    topics = library.distress.values()
    called = dict.fromkeys(name for topic in topics for name in topic.call if name in library.contacts)
    return {
        "contacts": {name: _called(library.contacts[name]) for name in called},
        "topics": [_topic(library, topic) for topic in topics],
    }


def _called(contact: Contact) -> list[str]:
    """[what it is, its number]; one whose name is its number says when to call it."""
    named = contact.name if contact.name != contact.number else plain(contact.when)
    return [named, contact.number or ""]


def _topic(library: Library, topic: Any) -> dict[str, Any]:
    slug, _, anchor = topic.page.partition("#")
    return {
        "title": topic.title,
        "words": list(topic.words),
        "alone": list(topic.alone),
        "call": [name for name in topic.call if name in library.contacts],
        "location": library.address(slug),
        "anchor": anchor,
        "foot": plain(topic.foot or ""),
        "sensitive": topic.sensitive,
    }
