"""`tas new edition`: its entry, its folders, a home page with one page behind its door, and the reference data that nothing works without."""

from __future__ import annotations

import re

from babel import Locale

from tas.ground.places import CONFIG
from tas.kinds import page_kind
from tas.problems import Refused
from tas.read.bag import Bag
from tas.read.files import ENDINGS
from tas.read.library import Library
from tas.read.sections import authored
from tas.read.settings import LOCALE, is_known
from tas.scaffold.nav_entry import with_edition
from tas.scaffold.new_content import filled, page_file


def new_edition(bag: Bag, code: str) -> list[str]:
    """Returns the files written. Raises Refused; then none was."""
    root = bag.project.root
    if not (re.fullmatch(LOCALE, code) and is_known(code)):
        raise Refused(f'"{code}" is not a language code that is known here; use one such as en, en-GB or pt-BR')
    if code in bag.libraries:
        raise Refused(f"there is an edition {code} already; `tas status --edition {code}` tells what it lacks")
    if left := next((folder for folder in ENDINGS if (root / folder / code).exists()), None):
        raise Refused(f"{left}/{code} is there already, though mkdocs.yml names no edition {code}; move it away first")
    language = str(Locale.parse(code, sep="-").get_display_name())
    config = root / CONFIG
    with_entry = with_edition(config.read_bytes().decode(), code, language[0].upper() + language[1:])
    leading = next(iter(bag))
    own = leading.own_profession
    first = next(
        (slug for slug in bag.project.nav.slugs if page_kind(slug) in ("role", "plain") and slug != "index"), "about"
    )
    words = {
        "today": bag.project.today.isoformat(),
        "first": first,
        "profession": own.id if own else "own",
        "source": "first-source",
    }
    written = {
        f"docs/{code}/index.md": filled("index.md", words),
        f"docs/{code}/{first}.md": _page(leading, first, words),
        f"reference/{code}/professions.yml": filled("professions.yml", words),
        f"reference/{code}/sources.yml": filled("sources.yml", words),
    }
    for name, text in written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    config.write_bytes(with_entry.encode())
    return [*written, CONFIG]


def _page(leading: Library, slug: str, words: dict[str, str]) -> str:
    """The page behind the door, with the sections that it has in the edition that leads."""
    text = filled(page_file(slug), words)
    if slug not in leading.pages:
        return text
    top = text[: text.index("\n## ")]
    sections = (
        f"{'#' * one.level} TODO: the title of this section {{#{one.id}}}\n\nTODO: its text.\n"
        for one in authored(leading.documents["docs", slug])
    )
    return "\n".join((top, *sections))
