"""Whom to call in an emergency, and which pages are safe to leave: what templates and the search show of both."""

from __future__ import annotations

from collections import Counter

from tas.model.distress import Topic
from tas.model.reference import Contact
from tas.read.library import Library

MANY = 3
"""Topics above which a page's card names only whom several of them call."""
OFTEN = 2
"""A contact that so many topics of distress call stands on the emergency card."""


def emergency_contacts(library: Library) -> list[Contact]:
    """The emergency card: whom the words of distress call most, numbers first, then those that a reader fills in."""
    calls = Counter(name for topic in library.distress.values() for name in topic.call)
    often = [contact for name, contact in library.contacts.items() if calls[name] >= OFTEN]
    return sorted(often, key=lambda contact: contact.number is None)


def page_topics(library: Library, slug: str) -> list[Topic]:
    """The words of distress that lead to this page: what its own card of numbers is about."""
    return [topic for topic in library.distress.values() if topic.page.partition("#")[0] == slug]


def page_contacts(library: Library, topics: list[Topic]) -> list[Contact]:
    """Whom these topics call, in the order to try; of many topics those that several call."""
    calls = Counter(name for topic in topics for name in topic.call if name in library.contacts)
    least = OFTEN if len(topics) > MANY else 1
    return [library.contacts[name] for name, often in calls.items() if often >= least]


def is_sensitive(library: Library, slug: str) -> bool:
    """Whether the page, or the quiz on it, is about violence or self-harm."""
    page = library.pages.get(slug)
    quiz = library.quizzes.get(getattr(page, "quiz", ""))
    return bool(page and page.sensitive) or bool(quiz and quiz.sensitive)
