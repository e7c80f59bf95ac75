"""Stable addresses: from a page's slug to its place on the site, and from one page to another."""

from __future__ import annotations

import re
import unicodedata
from posixpath import relpath


def address(slug: str) -> str:
    """`duties/home-visits` -> `duties/home-visits/`, `role/index` -> `role/`, `index` -> ``."""
    folder, _, name = slug.rpartition("/")
    base = f"{folder}/" if folder else ""
    if name == "index":
        return base
    return f"{base}{name}/"


def relative(target: str, start: str) -> str:
    """The way from the page at address `start` to `target`, both counted from the site's root."""
    folder = start.rpartition("/")[0]
    way = relpath(f"/{target}", f"/{folder}")
    return f"{way}/" if (target.endswith("/") or not target) and way != "." else ("./" if way == "." else way)


def file_name(words: str) -> str:
    """In letters that every system and every old unpacker has; what is from one to five stays so."""
    plain = unicodedata.normalize("NFKD", words.replace("\N{EN DASH}", "-")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
