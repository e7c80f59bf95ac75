"""Every step of the path can be done, once: a page ends with questions, a quiz is shown, and what is done may be kept.

Passes: `pages: [duties/home-visits]` in path.yml, where the page ends with "Check yourself"
Fails: a page or a quiz that stands in path.yml twice; a page without questions; a page or quiz about violence or self-harm, of which nothing is kept
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library
from tas.read.yaml_data import Path_
from tas.view.path import page_items
from tas.view.safety import is_sensitive

ID = "path-step"
LEVEL = ERROR
SECRET = "is about violence or self-harm, and nothing of that is kept, so nobody could finish this station; take it out of the path"


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        if library.stations and not any(problem.rule != "duplicate-id" for problem in library.problems):
            for path, said in _wrong(library):
                yield library.documents["reference", "path"].place(path), said


def _wrong(library: Library) -> Iterator[tuple[Path_, str]]:
    asked, shown = page_items(library), library.shown_on("quiz")
    seen: dict[str, str] = {}
    for number, station in enumerate(library.stations.values()):
        steps = [(("stations", number, "pages", place), slug, True) for place, slug in enumerate(station.pages)]
        for path, name, is_page in [*steps, (("stations", number, "quiz"), station.quiz, False)]:
            what = f'the {"page" if is_page else "quiz"} "{name}"'
            if name not in (library.pages if is_page else library.quizzes):
                continue  # other rules tell of it
            if what in seen:
                yield path, f'{what} is in the station "{seen[what]}" already; name it once'
            elif is_sensitive(library, name if is_page else shown.get(name, "")):
                yield path, f"{what} {SECRET}"
            elif is_page and not asked.get(name):
                yield (
                    path,
                    f"{what} ends without questions, so nobody could finish it; take another, or let an item of a quiz `learn` from it",
                )
            elif not is_page and name not in shown:
                yield path, f"{what} is shown on no page; write one in docs/{library.edition.code}/quizzes/"
            elif not is_page and library.quizzes[name].profile:
                yield path, f"{what} is a mirror, which nobody passes; take a quiz with right answers"
            seen.setdefault(what, station.id)
