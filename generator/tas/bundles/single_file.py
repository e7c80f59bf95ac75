"""One HTML file with a whole edition in it: pages, quizzes, guides and search; it opens anywhere and asks for nothing else."""

from __future__ import annotations

import base64
import gzip
import re
from collections.abc import Iterator
from functools import partial
from mimetypes import guess_type
from urllib.parse import urljoin

from tas.bundles.leaf import Leaf, Whole, facts, leaf_name, make_leaf
from tas.bundles.outline import Outline
from tas.bundles.site_folder import URL, Page, Site
from tas.bundles.slim import share_drawings, tighten
from tas.ground.engine import engine
from tas.ground.parts import digest
from tas.ground.places import ASSETS
from tas.ground.words import N_
from tas.search.joined import joined

ID = "single-file"
TITLE = N_("One file for the phone")
USE = N_(
    "Everything in one file: pages, quizzes, guides and search. Pass it on by message, Bluetooth or memory card, and open it with any browser."
)
LIMIT = 3_000_000
SEARCH_PARTS = ("core", "stemmer", "index")
"""What the search needs with the first question, in the order in which it must come."""
AT_THE_SITE = re.compile(r"/(search-worker|desk)\.")
"""Scripts and styles that have nothing to do here."""
BEFORE = ("/tas.", "/kept.", "/quiz-", "/code.")
"""Scripts that others lean on; those come after, in the order of the pages."""
WORDLESS = ("worker", "root", "script", *SEARCH_PARTS)


def file_name(outline: Outline) -> str:
    return f"downloads/{outline.code}/{outline.slug}-{outline.code}.html"


def make(site: Site, outline: Outline, others: tuple[Outline, ...] = (), *, search: bool = True) -> bytes:
    """The file, in UTF-8. Without `search` for few pages, in which nobody searches."""
    about = outline.render("offline/copy.html.j2", outline=outline)
    pages = [site.page(entry.address).with_slot(about) for entry in outline.entries]
    needed = site.needed(pages)
    found = _search(site, pages[0])
    kept = found if search else {}
    html = outline.render(
        "offline/single.html.j2",
        outline=outline,
        leaf=lambda address, outline: leaf_name(address, outline.prefix),
        leaves=list(_leaves(site, pages, outline)),
        dialog=kept.get("dialog", ""),
        emergency=_emergency(pages[0]),
    )
    html, drawings = share_drawings(html)
    head = outline.render(
        "offline/single-head.html.j2",
        outline=outline,
        styles=[_style(site, name) for name in needed if name.endswith(".css") and not AT_THE_SITE.search(name)]
        + [_own("css/offline/single.css")],
        first=[_script(site, name) for name in needed if "/first." in name],
        icon=_data(site, "assets/images/favicon.svg"),
        drawings=drawings,
    )
    dialog = [_script(site, kept["script"])] if kept else []
    site_scripts = [_script(site, name) for name in _scripts(site, pages, found)]
    scripts = [_own("js/offline/single-away.js"), *site_scripts, *dialog, _own("js/offline/single.js")]
    tail = _packed(site, kept, pages) + "".join(f"<script>{script}</script>\n" for script in scripts)
    return f"{head}{tighten(html)}{tail}</body>\n</html>\n".encode()


def _leaves(site: Site, pages: list[Page], outline: Outline) -> Iterator[Leaf]:
    """Pages as an earlier build has made them, where neither they nor any id of another page has changed."""
    found = [
        site.parts.made("facts", digest(engine(), str(number), page.html), facts, number, page)
        for number, page in enumerate(pages)
    ]
    whole = Whole(
        outline.prefix,
        outline.site_url,
        {page.address: one.names for page, one in zip(pages, found, strict=True)},
        next(((page.address, one.matrix) for page, one in zip(pages, found, strict=True) if one.matrix), None),
    )
    for page in pages:
        if "<img" in page.html:  # which draws on a file besides the page
            yield make_leaf(page, whole, partial(_data, site))
        else:
            yield site.parts.made("leaf", digest(whole.key, page.address, page.html), make_leaf, page, whole, None)


def _emergency(page: Page) -> str:
    """The card as every page of the site has it; nothing where there are no words of distress."""
    found = re.search(r'<details class="tas-drop tas-sos">.*?</details>', page.html, re.DOTALL)
    return found[0] if found else ""


def _search(site: Site, page: Page) -> dict[str, str]:
    """The dialog as the site has it, and the addresses of what it loads; nothing where the site has no such search."""
    found = re.search(r'<dialog class="tas-search".*?</dialog>', page.html, re.DOTALL)
    named = dict(re.findall(r'\sdata-([a-z]+)="([^"]*)"', found[0])) if found else {}
    if not found or "core" not in named:
        return {}
    dialog = re.sub(rf'\sdata-(?:{"|".join(WORDLESS)})="[^"]*"', "", found[0])
    files = {part: page.target(named[part]).address or "" for part in ("script", *SEARCH_PARTS) if named.get(part)}
    return {"dialog": dialog, **files}


def _packed(site: Site, search: dict[str, str], pages: list[Page]) -> str:
    """Core and index as gzip in base64: a reader's first question unpacks them (single.js), and nobody searches without scripts."""
    if not search:
        return ""
    texts = [site.read(search[part]) for part in SEARCH_PARTS[:-1] if part in search]
    index = [search["index"], *site.named_in(search["index"])]
    texts.append(joined([site.read(name).decode() for name in index], {page.address for page in pages}).encode())
    packed = base64.b64encode(gzip.compress(b"\n".join(texts), 6, mtime=0)).decode()
    return f'<script type="text/plain" id="search-pack">{packed}</script>\n'


def _scripts(site: Site, pages: list[Page], search: dict[str, str]) -> list[str]:
    """In the order in which they lean on each other: player and codes hold all that kept.js does, so they take its place."""
    left_out = {*search.values(), *(site.named_in(search["index"]) if search else ())}
    learns = any("/code." in name for name in site.needed(pages))
    found = [
        name
        for name in site.needed(pages)
        if name.endswith(".js")
        and "/first." not in name
        and name not in left_out
        and not AT_THE_SITE.search(name)
        and not ("/kept." in name and learns)
    ]
    return sorted(found, key=lambda name: next((n for n, part in enumerate(BEFORE) if part in name), len(BEFORE)))


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
