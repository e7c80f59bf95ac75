"""The installable site: a manifest an edition, the list of what "save for offline" saves (the pack), and the service worker.

No address in it is absolute: the same files work at the root of a host and in a folder of it.
"""

from __future__ import annotations

import json
from hashlib import sha256

from tas.bundles.media import is_media, weight
from tas.bundles.outline import Outline
from tas.bundles.site_folder import Site
from tas.ground.places import ASSETS

LIMIT = 6_000_000
OUTGROWN = "a cheap phone may have no room to save it; offer the single files there, or make pages and pictures fewer"
WORKER = "sw.js"
FORMAT = 1
"""Of a pack; a page that knows another one asks for nothing and says so."""


def manifest_name(code: str) -> str:
    return f"manifest.{code}.webmanifest"


def pack_name(outline: Outline) -> str:
    return f"pack-{outline.code}.json"


def write_pack(site: Site, outline: Outline) -> int:
    """The manifest of the edition, the page for what is not saved, and the list of every file with hash and size; returns their bytes without pictures and sounds.

    Papers are not in it: they weigh more than all the rest, and who prints has a connection or the zip.
    """
    manifest = {
        "id": f"./{outline.prefix}",
        "name": f"{outline.site_name} – {outline.name}",
        "short_name": outline.site_name,
        "description": outline.home.title,
        "lang": outline.code,
        "dir": outline.direction,
        "start_url": f"./{outline.prefix}",
        "scope": "./",
        "display": "standalone",
        "background_color": outline.colours[1],
        "theme_color": outline.colours[0],
        "icons": [
            {
                "src": f"assets/images/icon-{size}.png",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in ((192, "any"), (512, "any"), (512, "maskable"))
        ],
    }
    site.write(manifest_name(outline.code), _json(manifest))
    fallback = outline.render("offline/not-saved.html.j2", outline=outline)
    site.write(_fallback(outline), fallback.encode())
    pages = [site.page(entry.address) for entry in outline.entries]
    content = {page.address: page.content for page in pages} | {name: site.read(name) for name in site.needed(pages)}
    sizes = {address: len(content[address]) for address in sorted(content)}
    size = sum(sizes.values())
    pack = {
        "format": FORMAT,
        "edition": outline.code,
        "day": outline.day.isoformat(),
        "bytes": size,
        "files": [[address, _hash(content[address]), size] for address, size in sizes.items()],
    }
    site.write(pack_name(outline), _json(pack))
    return size - sum(_pictures(name, content[name]) for name in sizes)


def _pictures(name: str, content: bytes) -> int:
    """Bytes of pictures in a file, which have room of their own: those of authors, and the signs in a style sheet."""
    if is_media(name):
        return len(content)
    return weight(content) if name.endswith(".css") else 0


def write_worker(site: Site, outlines: list[Outline]) -> None:
    """The worker knows the pages that stand in for what is not saved, longest prefix first; their hash makes it new."""
    fallbacks = {one.prefix: _fallback(one) for one in sorted(outlines, key=lambda one: -len(one.prefix))}
    state = _hash(b"".join(site.read(name) for name in fallbacks.values()))
    code = (ASSETS / "js/offline/sw.js").read_text(encoding="utf-8")
    named = code.replace('"FALLBACKS"', json.dumps(fallbacks)).replace('"STATE"', json.dumps(state))
    site.write(WORKER, named.encode())


def _fallback(outline: Outline) -> str:
    return f"not-saved.{outline.code}.html"


def _hash(content: bytes) -> str:
    """Enough of it to tell two files apart, and a broken one from a whole one."""
    return sha256(content).hexdigest()[:20]


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
