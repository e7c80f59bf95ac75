"""What the theme shows around a page: its counterparts, its end, its place in the bag. Pure data for the templates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from markupsafe import Markup

from tas.ground.addresses import relative
from tas.ground.places import TEMPLATES
from tas.kinds import page_kind
from tas.model.page import Page
from tas.model.reference import Contact
from tas.read.bag import Bag
from tas.read.library import Library
from tas.read.options import Licence
from tas.read.own_pictures import mark
from tas.render.pictograms import on_page
from tas.text.inline import plain
from tas.view.path import path_view
from tas.view.safety import emergency_contacts, is_sensitive, page_contacts, page_topics


@cache
def read_icons() -> dict[str, Markup]:
    """Name -> drawing, for the theme's own templates."""
    return {
        file.stem: Markup(file.read_text(encoding="utf-8").strip())
        for file in sorted((TEMPLATES / "icons").glob("*.svg"))
    }


@dataclass(frozen=True)
class Switch:
    """The way to another edition: to the counterpart, or where there is none to the list of that part, or to that edition's home."""

    code: str
    name: str
    url: str
    absolute: str | None
    current: bool
    counterpart: bool


@dataclass(frozen=True)
class Age:
    """How old a copy of the site may grow: its date in words, the day from which it is old (ISO), and where a newer one would be."""

    newest: str
    due: str
    online: str


@dataclass(frozen=True)
class PageView:
    """`tas` in the theme's templates."""

    edition: Any
    editions: list[Switch]
    slug: str
    kind: str
    page: Page | None
    home: str
    x_default: str | None
    age: Age
    doors: list[dict[str, str]]
    lead: Markup
    end: Markup
    licence: Licence
    icons: dict[str, Markup]
    has_check: bool = False
    """Whether "Check yourself" stands at its end."""
    leave: str | None = None
    """The way to a harmless page, on a page about violence or self-harm; None on all others."""
    data: str | None = None
    """The way to what is kept on the device, where this edition has quizzes."""
    quizzes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """On the home page: id -> title and way of each quiz that may be kept, so that a reader can go on."""
    path: tuple[tuple[str, tuple[str, ...], str, str, str], ...] = ()
    """On the home page: each step of the path, with its key, questions, title, way and minutes in words."""
    in_path: bool = False
    """Whether the edition has a path: then that is what the header leads to, and the parts it is made of stand in the menu."""
    examples: tuple[str, ...] = ()
    """Questions that the empty search offers."""
    emergency: list[dict[str, str]] = field(default_factory=list)
    """The emergency card: id, name, number (or nothing: a reader's own) and when to call."""

    danger: list[dict[str, str]] = field(default_factory=list)
    """The same on a page to which words of distress lead: whom to call here."""
    feet: list[dict[str, str]] = field(default_factory=list)
    """On a page about crises or violence: title and one line of each danger, for what helps in one harms in another."""

    @property
    def only_here(self) -> str | None:
        return self.page.only_here if self.page else None


def page_view(
    bag: Bag,
    library: Library,
    slug: str,
    *,
    site_url: str,
    lead: Markup | None = None,
    end: Markup | None = None,
    has_check: bool = False,
) -> PageView:
    """The view of one page; `slug` may name a page that does not exist (404)."""
    page = library.pages.get(slug)
    start, topics = library.address(slug), page_topics(library, slug)

    def way(target: Library, to: str) -> str:
        address = target.address(to)
        # A 404 page is shown at whatever address was asked for, so its ways start at the root of the host.
        return relative(address, start) if page else urlsplit(site_url).path + address

    switches = [_switch(other, library, slug, way, site_url=site_url) for other in bag]
    return PageView(
        edition=library.edition,
        editions=switches,
        slug=slug,
        kind=page_kind(slug),
        page=page,
        home=way(library, "index"),
        x_default=next(switch.absolute for switch, other in zip(switches, bag, strict=True) if other.edition.default),
        age=Age(
            format_date(library.newest, format="long", locale=library.edition.locale),
            library.edition.due(library.newest).isoformat(),
            site_url + library.address("offline" if "offline" in library.pages else "index"),
        ),
        doors=[
            {
                "drawing": read_icons().get(door.icon) or on_page(library, door.icon, inline=True),
                "title": door.title,
                "text": door.text,
                "href": way(library, door.to),
            }
            for door in getattr(page, "doors", ())
        ],
        lead=lead or Markup(),
        end=end or Markup(),
        licence=bag.project.options.licence,
        icons=read_icons() | {"mark": Markup(mark(bag.project.root))},
        has_check=has_check,
        leave=way(library, _harmless(bag, library)) if is_sensitive(library, slug) else None,
        data=way(library, "quizzes/index") + "#your-data" if "quizzes/index" in library.pages else None,
        quizzes={
            name: (library.pages[to].title, way(library, to))
            for name, to in library.shown_on("quiz").items()
            if name in library.quizzes and not is_sensitive(library, to)
        }
        if slug == "index"
        else {},
        in_path="learn/index" in library.pages and bool(library.stations),
        path=tuple(
            (step.key, step.items, step.title, way(library, step.slug), minutes_in_words(library, step.minutes))
            for stop in path_view(library)
            for step in stop.steps
        )
        if slug == "index"
        else (),
        examples=library.search_words.examples,
        emergency=_cards(emergency_contacts(library)),
        danger=_cards(page_contacts(library, topics)),
        feet=[{"title": plain(topic.title), "foot": plain(topic.foot or "")} for topic in topics]
        if all(topic.sensitive for topic in topics)
        else [],
    )


def minutes_in_words(library: Library, minutes: int) -> str:
    said: str = library.edition.words.ngettext("%(num)s minute", "%(num)s minutes", minutes)
    return said % {"num": minutes}


def _cards(contacts: list[Contact]) -> list[dict[str, str]]:
    return [
        {"id": contact.id, "name": contact.name, "number": contact.number or "", "when": plain(contact.when)}
        for contact in contacts
    ]


def _harmless(bag: Bag, library: Library) -> str:
    chosen = bag.project.options.leave_to
    return chosen if chosen in library.pages else "index"


def _switch(
    other: Library,
    library: Library,
    slug: str,
    way: Callable[[Library, str], str],
    *,
    site_url: str,
) -> Switch:
    counterpart = slug in other.pages
    part = f"{slug.partition('/')[0]}/index"
    nearest = slug if counterpart else part if part in other.pages else "index"
    return Switch(
        code=other.edition.code,
        name=other.edition.name,
        url=way(other, nearest),
        absolute=site_url + other.address(slug) if counterpart else None,
        current=other is library,
        counterpart=counterpart,
    )
