"""Files of a site as they stand inside one that asks for nothing else: scripts, styles with their pictures, pictures as data."""

from __future__ import annotations

import base64
import re
from mimetypes import guess_type
from urllib.parse import urljoin

from tas.bundles.site_folder import URL, Site
from tas.ground.places import ASSETS


def script(site: Site, name: str) -> str:
    return site.read(name).decode().replace("</script", "<\\/script").replace("<!--", "<\\!--")


def style(site: Site, name: str) -> str:
    """Without fonts (the device has some), with its pictures in it."""
    text = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", site.read(name).decode())
    return URL.sub(
        lambda found: (
            found[0]
            if found[1].startswith("data:")
            else f'url("{data(site, urljoin(f"/{name}", found[1]).lstrip("/"))}")'
        ),
        text,
    )


def own(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def data(site: Site, name: str) -> str:
    content = base64.b64encode(site.read(name)).decode()
    return f"data:{guess_type(name)[0]};base64,{content}"
