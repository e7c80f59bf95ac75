"""Where a page was, a small one that leads to where it is: for bookmarks, and for codes on paper that hangs on a wall."""

from __future__ import annotations

from pathlib import Path

from tas.ground.addresses import relative
from tas.read.library import Library
from tas.read.project import Project
from tas.render.environment import Renderer
from tas.render.links import WebLinks


def write_moved(project: Project, library: Library, site: Path) -> None:
    """One page for each that has moved in this edition, found by no search and named in no list."""
    renderer = Renderer(library.edition)
    for old, new in project.options.moved.items():
        page, _, section = new.partition("#")
        if "#" in old or page not in library.pages:
            continue
        was, now = library.address(old), library.address(page)
        place = f"#{section}" if section else ""
        html = renderer.render(
            "page/moved.html.j2",
            WebLinks(library, was, ()),
            title=library.pages[page].title,
            href=relative(now, was) + place,
            url=project.site_url + now + place,
        )
        file = site / was / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8", newline="\n")
