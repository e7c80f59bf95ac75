"""One HTML file with a whole edition in it: pages, quizzes, guides and search; it opens anywhere and asks for nothing else."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from mimetypes import guess_type
from urllib.parse import quote, urljoin

from generator.bundles.extractor import ASSETS, URL, Page, Site
from generator.bundles.outline import Outline
from generator.bundles.tree import walk

ID = "single-file"
LIMIT = 2_000_000
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
"""Attributes that name ids."""
SEARCH_PARTS = ("core", "stemmer", "index", "script")
"""What the search dialog names, in the order in which it must come."""
WORDLESS = ("worker", "root", *SEARCH_PARTS)


def file_name(outline: Outline) -> str:
    return f"downloads/{outline.code}/tas-{outline.code}.html"


def make(site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> bytes:
    """The file, in UTF-8."""
    about = outline.render("offline/copy.html.j2", outline=outline)
    pages = [site.page(entry.address).with_slot(about) for entry in outline.entries]
    needed = site.needed(pages)
    search = _search(site, pages[0])
    return outline.render(
        "offline/single.html.j2",
        outline=outline,
        leaf=leaf,
        leaves=[(leaf(page, outline), page.kind, _inside(site, page, outline)) for page in pages],
        styles=[_style(site, name) for name in needed if name.endswith(".css")] + [_own("css/offline/single.css")],
        first=[_script(site, name) for name in needed if "/first." in name],
        scripts=[_script(site, name) for name in _scripts(site, pages, search)] + [_own("js/offline/single.js")],
        dialog=search.get("dialog", ""),
        search=[_script(site, search[part]) for part in SEARCH_PARTS if part in search],
        icon=_data(site, "assets/images/favicon.svg"),
    ).encode()


def leaf(page: Page | str, outline: Outline) -> str:
    """The id of a page in the file: `duties/home-visits`; sections add their own after a colon."""
    address = page.address if isinstance(page, Page) else page
    return address.removeprefix(outline.prefix).strip("/") or "home"


def _inside(site: Site, page: Page, outline: Outline) -> str:
    tree = page.article()
    name = leaf(page, outline)
    known = {entry.address for entry in outline.entries}
    for _, element in [(tree, tree), *walk(tree)]:
        _rename(element, name)
        if element.tag == "a" and "href" in element.attrib:
            target = page.target(element.attrib["href"])
            if target.address in known:
                place = leaf(target.address, outline)
                element.set("href", "#" + quote(f"{place}:{target.fragment}" if target.fragment else place, "/:-"))
            elif target.address is not None:  # another edition, or a paper: these are on the site
                element.set("href", urljoin(outline.site_url, quote(target.address)))
                element.attrib.pop("download", None)
        elif element.tag == "img":
            element.set("src", _data(site, page.target(element.attrib["src"]).address or ""))
    if tree.attrib.pop("id", None) and tree.tag == "div":  # the home page is its own content
        tree.attrib.pop("tabindex", None)
    return ET.tostring(tree, encoding="unicode", method="html")


def _rename(element: ET.Element, name: str) -> None:
    """Ids become the page's own; so do names of boxes, or the choices of two guides would push each other out."""
    if "id" in element.attrib:
        element.set("id", f"{name}:{element.attrib['id']}")
    if element.tag == "input" and "name" in element.attrib:
        element.set("name", f"{name}:{element.attrib['name']}")
    for attribute in POINTING:
        if attribute in element.attrib:
            element.set(attribute, " ".join(f"{name}:{part}" for part in element.attrib[attribute].split()))


def _search(site: Site, page: Page) -> dict[str, str]:
    """The dialog as the site has it, and the addresses of what it loads; nothing where the site has no such search."""
    found = re.search(r'<dialog class="tas-search".*?</dialog>', page.html, re.DOTALL)
    named = dict(re.findall(r'\sdata-([a-z]+)="([^"]*)"', found[0])) if found else {}
    if not found or "core" not in named:
        return {}
    dialog = re.sub(rf'\sdata-(?:{"|".join(WORDLESS)})="[^"]*"', "", found[0])
    files = {part: page.target(named[part]).address or "" for part in SEARCH_PARTS if named.get(part)}
    return {"dialog": dialog, **files}


def _scripts(site: Site, pages: list[Page], search: dict[str, str]) -> list[str]:
    left_out = {*search.values()}
    return [
        name
        for name in site.needed(pages)
        if name.endswith(".js") and "/first." not in name and name not in left_out and "/search-worker." not in name
    ]


def _script(site: Site, name: str) -> str:
    return site.read(name).decode().replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _style(site: Site, name: str) -> str:
    """Without fonts (the device has some), with its pictures in it."""
    text = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", site.read(name).decode())
    return URL.sub(
        lambda found: (
            found[0]
            if found[1].startswith("data:")
            else f'url("{_data(site, urljoin(f"/{name}", found[1]).lstrip("/"))}")'
        ),
        text,
    )


def _own(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _data(site: Site, name: str) -> str:
    content = base64.b64encode(site.read(name)).decode()
    return f"data:{guess_type(name)[0]};base64,{content}"
