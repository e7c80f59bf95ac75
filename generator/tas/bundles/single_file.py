"""One HTML file with a whole edition in it: pages, quizzes, guides and search; it opens anywhere and asks for nothing else."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import PurePosixPath
from urllib.parse import quote

from markupsafe import Markup

from tas.bundles import inlined, media
from tas.bundles.leaf import Facts, Leaf, Whole, facts, leaf_name, make_leaf
from tas.bundles.outline import File, Outline
from tas.bundles.pieces import Piece, pieces, weight
from tas.bundles.site_folder import Page, Site
from tas.bundles.slim import SHOWN, only_signs, share_drawings, tighten
from tas.ground.engine import engine
from tas.ground.parts import digest
from tas.ground.words import N_
from tas.search.joined import Written

ID = "single-file"
TITLE = N_("One file for the phone")
USE = N_(
    "Everything in one file: pages, quizzes, guides and search. Pass it on by message, Bluetooth or memory card, and open it with any browser."
)
USE_IN_PARTS = N_(
    "Too much for one file: fetch this one and the parts that you need, and keep them in one folder. It leads to them; each opens by itself too."
)
ALONE = True
LIMIT = 3_000_000
OUTGROWN = "a cheap phone opens it slowly or not at all; cut its part of nav in two, or make pictures smaller"
ROOM = 3_000_000
"""Bytes of articles, as the site has them, for which one file of several is meant."""
SURELY_TOO_MUCH = 2
"""Times the limit as built: of so much nobody tries to make one file."""
SEARCH_PARTS = ("core", "stemmer", "index")
"""What the search needs with the first question, in the order in which it must come."""
AT_THE_SITE = re.compile(r"/(search-worker|desk)\.")
"""Scripts and styles that have nothing to do here."""
BEFORE = ("/tas.", "/kept.", "/quiz-", "/code.")
"""Scripts that others lean on; those come after, in the order of the pages."""
WORDLESS = ("worker", "root", "script", *SEARCH_PARTS)


def file_name(outline: Outline) -> str:
    return f"downloads/{outline.code}/{outline.slug}-{outline.code}.html"


def make(site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> list[File]:
    """The file; of an edition that is too large for one, the file to open first and one for each part of the navigation."""
    start, edition = file_name(outline), _edition(site, outline)
    if sum(map(weight, edition.pages.values())) <= SURELY_TOO_MUCH * LIMIT:
        whole = _file(site, edition)
        if fits(whole):
            return [File(start, whole)]
    first, *rest = cut = pieces(site, outline, start, ROOM)
    folder = start.removesuffix(first.file)
    made = [File(folder + one.file, _file(site, edition, one, cut), one.title) for one in rest]
    sizes = {one.file: len(file.content) for one, file in zip(rest, made, strict=True)}
    return [File(start, _file(site, edition, first, cut, sizes)), *made]


def packaged(site: Site, outline: Outline) -> dict[str, bytes]:
    """What was made and written, by its names in a package of somebody else's form, which opens `index.html`."""
    start = PurePosixPath(file_name(outline))
    others = sorted(file.name for file in (site.folder / start.parent).glob(f"{start.stem}-*{start.suffix}"))
    files = {name: site.read(f"{start.parent}/{name}") for name in (start.name, *others)}
    if others:
        files = {name: text.replace(f"{start.name}#".encode(), b"index.html#") for name, text in files.items()}
    return {"index.html": files.pop(start.name), **files}


def few(site: Site, outline: Outline) -> bytes:
    """A file of few pages, in which nobody searches."""
    return _file(site, _edition(site, outline), search=False)


def fits(content: bytes) -> bool:
    """Within what a cheap phone opens: pictures have room of their own, which text does not use and they do not leave."""
    return len(content) - media.weight(content) <= LIMIT


@dataclass(frozen=True)
class _Edition:
    """What all files of an edition draw on, by address; numbers and ids are the same in all."""

    outline: Outline
    pages: dict[str, Page]
    facts: dict[str, Facts]
    index: Callable[[], Written]
    """What is searched, read when it is first asked for."""


def _edition(site: Site, outline: Outline) -> _Edition:
    about = outline.render("offline/copy.html.j2", outline=outline)
    pages = {entry.address: site.page(entry.address).with_slot(about) for entry in outline.entries}
    found = {
        address: site.parts.made("facts", digest(engine(), str(number), page.content), facts, number, page)
        for number, (address, page) in enumerate(pages.items())
    }
    return _Edition(outline, pages, found, cache(lambda: _index(site, next(iter(pages.values())))))


def _index(site: Site, page: Page) -> Written:
    address = _search(site, page)["index"]
    return Written([site.read(name).decode() for name in (address, *site.named_in(address))])


def _file(
    site: Site,
    edition: _Edition,
    piece: Piece | None = None,
    cut: Sequence[Piece] = (),
    sizes: Mapping[str, int] | None = None,
    *,
    search: bool = True,
) -> bytes:
    """A file, in UTF-8: the whole edition, or a `piece` of those into which it is `cut`; `sizes`: of the others, if this one is opened first."""
    outline, whole = edition.outline, _whole(edition, piece, cut)
    pages = [edition.pages[address] for address in whole.names]
    needed = site.needed(pages)
    found = _search(site, pages[0])
    kept = found if search else {}
    html = outline.render(
        "offline/single.html.j2",
        outline=outline,
        way=partial(_way, whole),
        inside=[entry.address for entry in (piece.entries if piece else outline.entries)],
        leaves=list(_leaves(site, pages, whole)),
        pieces=cut[1:],
        piece=piece,
        sizes=sizes,
        dialog=kept.get("dialog", ""),
        emergency=_emergency(pages[0]),
    )
    html, drawings = share_drawings(html)
    shown = set(SHOWN.findall(html))
    head = outline.render(
        "offline/single-head.html.j2",
        outline=outline,
        piece=piece,
        styles=[
            only_signs(inlined.style(site, name), shown)
            for name in needed
            if name.endswith(".css") and not AT_THE_SITE.search(name)
        ]
        + [inlined.own("css/offline/single.css")],
        first=[inlined.script(site, name) for name in needed if "/first." in name],
        icon=inlined.data(site, "assets/images/favicon.svg"),
        drawings=drawings,
    )
    dialog = [inlined.script(site, kept["script"])] if kept else []
    site_scripts = [inlined.script(site, name) for name in _scripts(site, pages, found)]
    scripts = [inlined.own("js/offline/single-away.js"), *site_scripts, *dialog, inlined.own("js/offline/single.js")]
    packed = _packed(site, kept, edition, whole, is_first=sizes is not None)
    tail = packed + "".join(f"<script>{script}</script>\n" for script in scripts)
    return f"{head}{tighten(html)}{tail}</body>\n</html>\n".encode()


def _whole(edition: _Edition, piece: Piece | None, cut: Sequence[Piece]) -> Whole:
    """What the pages of a file must know of each other and of those in other files."""
    found = edition.facts
    inside = [entry.address for entry in piece.pages] if piece else list(found)
    return Whole(
        edition.outline.prefix,
        edition.outline.site_url,
        {address: found[address].names for address in inside},
        next(((address, found[address].matrix) for address in inside if found[address].matrix), None),
        {
            entry.address: (other.file, found[entry.address].names)
            for other in cut
            for entry in other.entries
            if entry.address not in inside
        },
        media.words(edition.outline),
    )


def _way(whole: Whole, address: str) -> Markup:
    """The attributes of a link to a page of the edition, in the menu."""
    file, _ = whole.elsewhere.get(address, ("", None))
    at = f' data-at="{quote(address)}"' if file else ""
    return Markup(f'href="{file}#{quote(leaf_name(address, whole.prefix))}"{at}')


def _leaves(site: Site, pages: list[Page], whole: Whole) -> Iterator[Leaf]:
    """Pages as an earlier build has made them, where neither they nor any id of another page has changed."""
    shown = media.in_one_file(site)
    for page in pages:
        if b"<img" in page.content:  # which draws on a file besides the page
            yield make_leaf(page, whole, shown)
        else:
            yield site.parts.made("leaf", digest(whole.key, page.address, page.content), make_leaf, page, whole, None)


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


def _packed(site: Site, search: dict[str, str], edition: _Edition, whole: Whole, *, is_first: bool) -> str:
    """Core and index as gzip in base64: a reader's first question unpacks them (single.js), and nobody searches without scripts.

    In the first file of several the pages of the others are found by their titles."""
    if not search:
        return ""
    texts = [site.read(search[part]) for part in SEARCH_PARTS[:-1] if part in search]
    others = whole.elsewhere if is_first else {}
    texts.append(edition.index().only(whole.names, others).encode())
    if others:
        places = {address: f"{file}#{names.code}" for address, (file, names) in others.items()}
        texts.append(f"tas.places={json.dumps(places, separators=(',', ':'))};\n".encode())
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
