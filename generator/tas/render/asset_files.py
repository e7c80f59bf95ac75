"""Our styles and scripts as the pages load them: few files, each named after its content."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from tas.ground.places import ASSETS
from tas.languages import LANGUAGES
from tas.read.edition import Edition
from tas.read.own_pictures import PICTURES, band, own_picture
from tas.read.project import Project
from tas.render.environment import Renderer
from tas.render.links import no_links
from tas.render.pictogram_sheet import pictogram_sheet

SEARCH_CORE = (
    "text",
    "unpack",
    "forms",
    "vocabulary",
    "question",
    "synonyms",
    "postings",
    "ranking",
    "snippet",
    "distress",
    "core",
    "engine",
)
"""The parts of the search that know neither page nor browser; tests run these same files without one."""

STEMMERS = {code: language.stemmer for code, language in LANGUAGES.items() if language.stemmer}
"""Language -> its stemmer (assets/vendor/README.md); a language that is not here is searched without."""

SHEET = "pictograms"
"""Not a file: drawn from assets/pictograms/."""

JOINED = {
    "tas.css": (
        "css/tokens.css",
        "css/tokens-dark.css",
        "css/tokens-print.css",
        "css/text.css",
        "css/frame.css",
        "css/emergency.css",
        "css/home.css",
        "css/search.css",
        "css/pages.css",
        "css/matrix.css",
        "css/pictogram.css",
        "css/danger.css",
        "css/diagram.css",
        "css/print.css",
    ),
    "first.js": ("js/page/scheme.js",),
    "tas.js": (
        "js/search/open.js",
        "js/page/drop.js",
        "js/page/contacts.js",
        "js/page/leave.js",
        "js/page/age.js",
        "js/page/paper.js",
        "js/page/term.js",
        "js/page/toc.js",
    ),
    "search-script.js": (
        "js/search/text.js",
        "js/search/snippet.js",
        "js/search/client.js",
        "js/search/results.js",
        "js/search/sentences.js",
        "js/search/dialog.js",
        "js/search/highlight.js",
    ),
    "search-worker.js": ("js/search/worker.js",),
    "search-core.js": tuple(f"js/search/{part}.js" for part in SEARCH_CORE),
    **{name: (f"vendor/{name}",) for name in STEMMERS.values()},
    "quiz.css": ("css/quiz.css", "css/mirror.css"),
    "quiz.js": (
        "js/quiz/tools.js",
        "js/quiz/scoring.js",
        "js/quiz/keep.js",
        "js/quiz/progress.js",
        "js/quiz/draw.js",
        "js/quiz/answers.js",
        "js/quiz/order.js",
        "js/quiz/item.js",
        "js/quiz/modes/practice.js",
        "js/quiz/modes/test.js",
        "js/quiz/modes/profile.js",
        "js/quiz/mirror.js",
        "js/quiz/stage.js",
        "js/quiz/status.js",
        "js/quiz/player.js",
        "js/quiz/quiz.js",
    ),
    "desk.css": ("css/desk.css",),
    "desk.js": (
        "js/quiz/tools.js",
        "js/quiz/keep.js",
        "js/learn/group-data.js",
        "js/learn/tally.js",
        "js/learn/scan.js",
        "js/learn/group.js",
        "js/learn/desk.js",
    ),
    "jsqr.js": ("vendor/jsqr.js",),
    "code.js": (
        "js/learn/store.js",
        "js/learn/boxes.js",
        "js/learn/again.js",
        "js/learn/code.js",
        "js/learn/qr.js",
        "js/learn/code-box.js",
    ),
    "check.js": ("js/page/check.js",),
    "kept.js": (
        "js/quiz/tools.js",
        "js/quiz/keep.js",
        "js/quiz/progress.js",
        "js/quiz/draw.js",
        "js/learn/store.js",
        "js/learn/boxes.js",
    ),
    "data.js": ("js/quiz/progress-file.js", "js/page/data.js"),
    "pictograms.css": (SHEET,),
    "media.css": ("css/media.css",),
    "home.js": ("js/learn/steps.js", "js/page/go-on.js"),
    "learn.css": ("css/path.css", "css/cards.css"),
    "cards.js": ("js/learn/cards.js",),
    "learn.js": ("js/learn/steps.js", "js/learn/path.js"),
    "lists.js": ("js/page/matrix.js", "js/page/glossary.js"),
    "guide.css": ("css/guide.css", "css/guide-print.css", "css/guide-screen.css"),
    "paper.css": ("css/paper.css",),
    "guide.js": ("js/guide.js",),
    "training.css": ("css/training.css",),
    "offline.css": ("css/offline-page.css",),
    "offline.js": ("js/offline/pack.js", "js/offline/page.js"),
}
"""What a page loads -> the files it is joined from. `first.js` and `tas.*` are on every page, the others where they are needed."""

LIGHT, DARK = "css/tokens.css", "css/tokens-dark.css"

SPOKEN = {"quiz.js": ("words", "quiz/words.html.j2"), "search-script.js": ("searchWords", "search/words.html.j2")}
"""Scripts that come with their words, one file an edition -> name and template of these."""


def in_words_of(edition: Edition, name: str) -> str:
    """`quiz.js` -> `quiz-nl.js`; all other names stay."""
    return name.replace(".", f"-{edition.code}.") if name in SPOKEN else name


def asset_address(name: str) -> str:
    """Where the joined file lies, from the root of the site."""
    stem, _, suffix = name.partition(".")
    return f"assets/{stem}.{sha256(_content(name).encode()).hexdigest()[:8]}.{suffix}"


@dataclass(frozen=True)
class Look:
    """A bag's own colours, scheme by scheme, where its own pictures lie, and whose words scripts say."""

    colours: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    root: Path | None = None
    editions: tuple[Edition, ...] = ()


_look = Look()


def read_assets(project: Project) -> None:
    """Forget what was read before: one build sees one state of our files and of the bag's look, the next one its own."""
    global _look
    _look = Look(
        tuple((scheme, tuple(own.items())) for scheme, own in project.options.colours), project.root, project.editions
    )
    _content.cache_clear()


NOTICE = "assets/NOTICE.txt"
"""What in a site and in its copies is not ours, from whom it is, and under which licence."""


def write_assets(site: Path) -> None:
    """Write the joined files and the pictures into a finished site folder."""
    for name in sorted({in_words_of(edition, name) for edition in _look.editions for name in JOINED}):
        joined = site / asset_address(name)
        joined.parent.mkdir(parents=True, exist_ok=True)
        joined.write_text(_content(name), encoding="utf-8", newline="\n")
    shutil.copy(ASSETS / "NOTICE.txt", site / NOTICE)
    shutil.copytree(ASSETS / "images", site / "assets/images", dirs_exist_ok=True)
    for name, target in PICTURES.items():
        if target and _look.root and (file := own_picture(_look.root, name)):
            shutil.copy(file, site / "assets/images" / target)
    for font in sorted((ASSETS / "fonts").glob("*.ttf")):
        (site / "assets/fonts").mkdir(exist_ok=True)
        shutil.copy(font, site / "assets/fonts")


@cache
def _content(name: str) -> str:
    """Without comments and indentation: they are for who reads the parts (in scripts those that fill a line or end one)."""
    spoken = {in_words_of(edition, script): (edition, script) for edition in _look.editions for script in SPOKEN}
    edition, script = spoken.get(name, (None, name))
    text = "\n".join(_part(part) for part in JOINED[script])
    if edition:
        said, template = SPOKEN[script]
        words = Renderer(edition).render(template, no_links).strip()
        text = f"(globalThis.tas = globalThis.tas || {{}}).{said} = {words};\n{text}"
    if name.endswith(".css"):
        return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"/\*.*?\*/\s*", "", text, flags=re.DOTALL))
    return re.sub(r"^[ \t]*(//[^\n]*)?\n|^[ \t]+|(?<=[;,{}()\]])[ \t]+// [^\n]*$", "", text, flags=re.MULTILINE)


def _part(name: str) -> str:
    if name == SHEET:
        return pictogram_sheet()
    text = (ASSETS / name).read_text(encoding="utf-8")
    if name == LIGHT:
        return text + _own("light", band(_look.root) if _look.root else None)
    return _dark(text + _own("dark")) if name == DARK else text


def _own(scheme: str, drawn: str | None = None) -> str:
    """What of a palette is the bag's; `drawn`: its band."""
    tokens = {**dict(dict(_look.colours).get(scheme, ())), **({"kawung": drawn} if drawn else {})}
    said = "".join(f" --tas-{name}: {value};" for name, value in tokens.items())
    return f"\n:root {{{said} }}\n" if said else ""


def _dark(palette: str) -> str:
    """One palette twice: for who chose it (the attribute is set by scheme.js), and without scripts for whose device asks for it."""
    chosen = palette.replace(":root", ':root[data-scheme="dark"]')
    asked = palette.replace(":root", ":root:not([data-scheme])")
    return f"{chosen}\n@media (prefers-color-scheme: dark) {{\n{asked}}}\n"
