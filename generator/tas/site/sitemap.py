"""The sitemap's entries: every page of every edition with its counterparts and the day of its last review."""

from __future__ import annotations

from typing import Any

from tas.read.bag import Bag


def sitemap(bag: Bag, *, site_url: str) -> list[dict[str, Any]]:
    """[{loc, lastmod, alternates: [{code, url}]}], sorted by address."""
    entries = []
    for library in bag:
        for slug, page in library.pages.items():
            alternates = [
                {"code": other.edition.code, "url": site_url + other.address(slug)}
                for other in bag
                if slug in other.pages
            ]
            entries.append(
                {
                    "loc": site_url + library.address(slug),
                    "lastmod": page.reviewed.isoformat(),
                    "alternates": alternates if len(alternates) > 1 else [],
                }
            )
    return sorted(entries, key=lambda entry: entry["loc"])
