"""SCORM 1.2: each quiz, and the whole edition, as a package for a learning platform: the one file, and a bridge that tells the score.

Source: SCORM 1.2, The SCORM Content Aggregation Model, chapter 2 (imsmanifest.xml). 1.2 and not 2004, for Moodle's app takes only this one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from tas.bundles import single_file
from tas.bundles.outline import Entry, Outline, Part
from tas.bundles.site_folder import Site
from tas.exports.format import PAGES, Order
from tas.exports.grading import is_asked
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.archive import archive
from tas.ground.places import ASSETS
from tas.ground.words import N_
from tas.view.quiz import QuizItem

ID = "scorm"
TITLE = N_("Learning platform (SCORM 1.2)")
USE = N_(
    "A quiz as it works on this site, inside Moodle, Kolibri or another learning platform. The platform gets the score and what was answered; of a quiz about violence or self-harm the score alone."
)
STEPS = (
    N_("Download the file, and do not unpack it."),
    N_(
        "In Moodle: switch editing on, “Add an activity”, “SCORM package”, drop the file. In Kolibri Studio: upload it as an HTML5 app."
    ),
    N_("Open it once as a learner. It opens without the internet too; links to pages lead to this site."),
)
MADE, NEEDS = "build", frozenset({PAGES, single_file.ID})
SCRIPT = "js/exports/scorm.js"
FAVICON = "assets/images/favicon.svg"


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    return not quiz.mirror


def orders(taken: Taken) -> Iterator[Order]:
    site, outline = taken.site, taken.outline
    if site is None:
        return
    for quiz in taken.quizzes:
        if not quiz.mirror:
            yield _of_quiz(taken, site, quiz)
    files = single_file.packaged(site, outline) if taken.is_whole else {}
    if (
        len(files) == 1
    ):  # a platform counts what is answered in one; of an edition in several, its quizzes are packages of their own
        (whole,) = files.values()
        name = f"{outline.slug}-{outline.code}"
        title, mark = f"{outline.site_name} – {outline.name}", whole_mark(taken)
        yield Order(
            f"{name}-scorm.zip",
            lambda: package(whole, outline, name, title, mark),
            (whole, _bridge(mark).encode(), title.encode()),
            title,
        )


def whole_mark(taken: Taken) -> int | None:
    """Of a whole edition, which no author gives a mark: the highest of the quizzes that count, as the bridge counts them; None without any."""
    scored = [quiz for quiz, _ in taken.carried(is_asked)]
    counting = [quiz for quiz in scored if not quiz.sensitive] or scored
    return max((quiz.pass_mark for quiz in counting), default=None)


def _of_quiz(taken: Taken, site: Site, quiz: TakenQuiz) -> Order:
    page = site.page(taken.library.address(quiz.slug))
    alone = replace(taken.outline, parts=(Part("", (Entry(page.address, quiz.title),)),))
    name = f"{alone.slug}-{alone.code}-{quiz.id}"
    mark = quiz.pass_mark if any(is_asked(quiz, item) for item in quiz.items) else None
    needed = (file for file in site.needed([page]) if not file.startswith("search/"))  # which is left out
    files = [site.read(file) for file in [*needed, FAVICON]]
    return Order(
        f"scorm/{name}.zip",
        lambda: package(single_file.few(site, alone), alone, name, quiz.title, mark),
        (page.content, *files, _bridge(mark).encode(), quiz.title.encode()),
        quiz.title,
    )


def package(html: bytes, outline: Outline, name: str, title: str, mark: int | None) -> bytes:
    """A zip with the same bytes for the same file; `mark`: the score from which it is passed, 1 to 100; None where nothing is scored."""
    away = "<script>" + (ASSETS / "js/offline/single-away.js").read_text(encoding="utf-8")
    before, found, after = html.decode().partition(away)
    assert found, "the one file puts its pages away"
    bridged = f"{before}<script>{_bridge(mark)}</script>\n{found}{after}"
    members = {"index.html": bridged.encode(), "imsmanifest.xml": manifest(name, title, mark).encode()}
    return archive(members, outline.day)


def manifest(name: str, title: str, mark: int | None) -> str:
    mastery = "" if mark is None else f"<adlcp:masteryscore>{mark}</adlcp:masteryscore>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{escape(name)}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="all"><organization identifier="all"><title>{escape(title, quote=False)}</title>
<item identifier="item" identifierref="page"><title>{escape(title, quote=False)}</title>{mastery}</item>
</organization></organizations>
<resources><resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources>
</manifest>
"""


def _bridge(mark: int | None) -> str:
    script = (ASSETS / SCRIPT).read_text(encoding="utf-8")
    return f"(globalThis.tas = globalThis.tas || {{}}).scorm = {json.dumps({'mark': mark})};\n{script}"
