"""`tas new page|quiz|guide|session`: a file in every edition with all it must have, its line in the navigation, and in each text what to write there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tas.ground.places import CONFIG, PACKAGE
from tas.kinds import page_kind
from tas.problems import Refused
from tas.read.bag import Bag
from tas.read.file_names import LONGEST, NAME
from tas.read.library import Library
from tas.scaffold.nav_entry import with_entry

CONTENT = PACKAGE / "scaffold/content"
"""Files whose texts begin with TODO, which the rule `unwritten` finds; `@source@` and the like stand for what the edition has."""
SHOWS = {"quiz": ("quizzes", "quizzes"), "guide": ("guides", "visits"), "session": ("training", "training")}
"""What is made -> the folder of its file, the folder of the page that shows it."""


def new_content(bag: Bag, what: str, name: str) -> list[str]:
    """`name`: `duties/first-aid` of a page, `first-aid` of a quiz, guide or session. Returns the files written. Raises Refused; then none was."""
    root = bag.project.root
    written = {root / file: text for library in bag for file, text in _files(library, what, _checked(what, name), bag)}
    for file in written:
        if file.exists():
            raise Refused(f"{file.relative_to(root).as_posix()} is there already; choose another name")
    slug = name if what == "page" else f"{SHOWS[what][1]}/{name}"
    config = root / CONFIG
    with_nav = with_entry(config.read_bytes().decode(), slug)
    for file, text in written.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    config.write_bytes(with_nav.encode())
    return [*(file.relative_to(root).as_posix() for file in written), CONFIG]


def _checked(what: str, name: str) -> str:
    parts = name.split("/")
    if not all(NAME.fullmatch(part) and len(part) <= LONGEST for part in parts) or (what != "page" and len(parts) > 1):
        form = "duties/first-aid" if what == "page" else "first-aid"
        raise Refused(f"the name of a {what} is small letters, digits and dashes, such as {form}")
    return name


def _files(library: Library, what: str, name: str, bag: Bag) -> Iterator[tuple[str, str]]:
    """(file, text) of one edition."""
    code, words = library.edition.code, _words(library, name, bag)
    if what != "page":
        folder, pages = SHOWS[what]
        yield f"{folder}/{code}/{name}.yml", filled(f"{what}.yml", words)
        yield f"docs/{code}/{pages}/{name}.md", filled(f"{pages}.md", words)
        return
    folder = name.partition("/")[0] if "/" in name else ""
    if folder in dict(SHOWS.values()).values():
        made = next(made for made, (_, pages) in SHOWS.items() if pages == folder)
        raise Refused(f"a page there shows a {made}; say `tas new {made} {name.partition('/')[2]}`, which makes both")
    yield f"docs/{code}/{name}.md", filled(page_file(name), words)


def _words(library: Library, name: str, bag: Bag) -> dict[str, str]:
    """What stands where an id of this edition is needed: the first that there is."""
    own = library.own_profession
    refers = (task.id for task in library.tasks.values() if own and task.level(own.id) == "refers")
    return {
        "today": bag.project.today.isoformat(),
        "name": PurePosixPath(name).name,
        "source": next(iter(library.sources), "first-source"),
        "task": next(refers, next(iter(library.tasks), "first-task")),
        "learn": next((slug for slug in library.pages if "/" in slug), "index"),
    }


def page_file(slug: str) -> str:
    """The file in CONTENT from which the page begins: that of its kind, else that of a page without a kind."""
    file = f"{page_kind(slug)}.md"
    return file if (CONTENT / file).is_file() else "plain.md"


def filled(file: str, words: dict[str, str]) -> str:
    text = Path(CONTENT / file).read_text(encoding="utf-8")
    return re.sub(r"@(\w+)@", lambda match: words[match[1]], text)
