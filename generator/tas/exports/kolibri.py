"""Kolibri: an edition as a channel folder that Kolibri imports from a stick: the one file, the book, the guides on paper, and each quiz as an exercise.

Source: the content database of Kolibri, schema 5 (`kolibri/core/content/contentschema/schema_ddl/5.sql`), and the items of Perseus.
The folder comes as a zip; unpacked onto a stick it is `content/databases/` and `content/storage/`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import md5
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from tas.bundles import epub, single_file
from tas.exports.format import GUIDES, PAGES, Order
from tas.exports.grading import enough
from tas.exports.perseus import can_ask, exercise, item_id
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.archive import archive
from tas.ground.places import TEMPLATES
from tas.ground.words import N_
from tas.view.quiz import QuizItem

ID = "kolibri"
TITLE = N_("Channel for Kolibri (folder in a ZIP)")
USE = N_(
    "For a classroom without the internet: all pages, the book, the guides to print and every quiz as an exercise that Kolibri marks."
)
STEPS = (
    N_("Unpack the file onto a USB stick, so that the folder “content” lies on the stick itself."),
    N_("In Kolibri choose “Device”, “Channels”, “Import”, and then the stick."),
    N_("Choose the channel, and import all of it. Assign the quizzes to a class as lessons."),
)
MADE, NEEDS = "release", frozenset({PAGES, GUIDES, single_file.ID, epub.ID})
THUMBNAIL = ""
NAMES = {"html5": "html5_zip", "epub": "epub", "document": "document", "exercise": "exercise"}
"""Kind of a node -> preset of its file."""
KINDS = {"html5": "html5", "epub": "document", "document": "document", "exercise": "exercise", "topic": "topic"}
LICENCES = ("CC BY", "CC BY-SA", "CC BY-ND", "CC BY-NC", "CC BY-NC-SA", "CC BY-NC-ND", "Public Domain")
"""Names that Kolibri knows; of any other it says "special permissions"."""


@dataclass
class Node:
    """A line of the channel's tree; `file`: (ending, content) of what it opens."""

    name: str
    title: str
    kind: str
    text: str = ""
    file: tuple[str, bytes] | None = None
    items: tuple[str, ...] = ()
    mastery: int = 0
    children: list[Node] = field(default_factory=list)


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    return not quiz.mirror and can_ask(item)


def orders(taken: Taken) -> Iterator[Order]:
    site, outline = taken.site, taken.outline
    if site is None or not taken.is_whole:
        return
    papers = {guide: paper for guide in taken.guides if (paper := taken.paper(guide)) is not None}
    one, book = single_file.packaged(site, outline), site.read(epub.file_name(outline))
    about, names = taken.library.pages["index"].description, repr(list(papers))
    yield Order(
        f"{outline.slug}-{taken.code}-kolibri.zip",
        lambda: channel(taken, one, book, papers),
        (taken.content, about.encode(), *one.values(), book, names.encode(), *papers.values()),
    )


def channel(taken: Taken, one: dict[str, bytes], book: bytes, papers: dict[str, bytes]) -> bytes:
    """The folder as a zip; the same bytes for the same edition. `papers`: guide -> its PDF."""
    root = tree(taken, one, book, papers)
    database, files = Channel(taken, root).made()
    members = {f"content/databases/{_id(taken, '')}.sqlite3": database}
    members |= {f"content/storage/{name[0]}/{name[1]}/{name}": content for name, content in files.items()}
    return archive(members, taken.outline.day)


def tree(taken: Taken, one: dict[str, bytes], book: bytes, papers: dict[str, bytes]) -> Node:
    outline, say = taken.outline, taken.gettext
    app = archive({**one}, outline.day)
    root = Node("root", f"{outline.site_name} – {outline.name}", "topic", taken.library.pages["index"].description)
    root.children = [
        Node("site", say(single_file.TITLE), "html5", file=("zip", app)),
        Node("book", say(epub.TITLE), "epub", file=("epub", book)),
    ]
    quizzes = Node("quizzes", say(N_("Quizzes")), "topic")
    for quiz, asked in taken.carried(carries):
        made = exercise(taken, asked, quiz.pass_mark)
        names = tuple(item_id(taken.code, item.interaction.id) for item in asked)
        quizzes.children.append(
            Node(
                f"quiz:{quiz.id}",
                quiz.title,
                "exercise",
                taken.seen(quiz.intro),
                ("perseus", made),
                names,
                enough(len(asked), quiz.pass_mark),
            )
        )
    visits = Node("visits", say(N_("Guides")), "topic")
    for guide, paper in papers.items():
        found = taken.library.guides[guide]
        visits.children.append(Node(f"guide:{guide}", f"{found.code} {found.title}", "document", file=("pdf", paper)))
    root.children += [topic for topic in (quizzes, visits) if topic.children]
    return root


def _id(taken: Taken, name: str) -> str:
    """32 letters, the same for the same thing of the same site."""
    return uuid5(NAMESPACE_URL, f"{taken.outline.site_url}{taken.code}:{name}").hex


class Channel:
    """The database of a tree, and the files that it names."""

    def __init__(self, taken: Taken, root: Node):
        self.taken = taken
        self.root = root
        self.files: dict[str, bytes] = {}
        self.base = sqlite3.connect(":memory:")
        self.place = 0

    def made(self) -> tuple[bytes, dict[str, bytes]]:
        taken, outline = self.taken, self.taken.outline
        self.base.executescript((TEMPLATES / "exports/kolibri.sql").read_text(encoding="utf-8"))
        language = taken.code.partition("-")[0]
        self._add("content_language", (taken.code, language[:3], None, outline.name, outline.direction))
        self._node(self.root, None, 0, 1)
        about = (self.root.text or self.root.title)[:400]
        own = _id(taken, "")
        self._add(
            "content_channelmetadata",
            (
                own,
                self.root.title[:200],
                about,
                about[:150],
                outline.site_name,
                version(outline.day),
                THUMBNAIL,
                f"{outline.day} 00:00:00",
                "5",
                own,
            ),
        )
        self.base.commit()
        return self.base.serialize(), self.files

    def _node(self, node: Node, parent: str | None, level: int, order: int) -> None:
        """In the order of a nested set: `lft` when it is entered, `rght` when it is left."""
        own = _id(self.taken, "" if parent is None else node.name)
        self.place += 1
        left = self.place
        for number, child in enumerate(node.children, 1):
            self._node(child, own, level + 1, number)
        self.place += 1
        outline = self.taken.outline
        licence = outline.licence.text
        known = next(
            (name for name in sorted(LICENCES, key=len, reverse=True) if licence.startswith(name)),
            "Special Permissions",
        )
        named = (None, None) if node.kind == "topic" else (known, licence)
        owner = "" if node.kind == "topic" else outline.site_name
        self._add(
            "content_contentnode",
            (
                own,
                *named,
                node.title[:200],
                False,
                own,
                _id(self.taken, ""),
                node.text,
                float(order),
                owner,
                outline.site_name,
                KINDS[node.kind],
                False,
                "{}",
                None,
                None,
                None,
                None,
                None,
                None,
                None,
                left,
                self.place,
                1,
                level,
                self.taken.code,
                parent,
            ),
        )
        if node.file:
            self._file(node, own)
        if node.items:
            mastery = json.dumps({"type": "m_of_n", "m": node.mastery, "n": len(node.items)})
            self._add(
                "content_assessmentmetadata",
                (
                    _id(self.taken, f"mark:{node.name}"),
                    json.dumps(node.items),
                    len(node.items),
                    mastery,
                    False,
                    True,
                    own,
                ),
            )

    def _file(self, node: Node, own: str) -> None:
        """Its name is its MD5: that is how Kolibri finds it."""
        ending, content = node.file or ("", b"")
        check = md5(content, usedforsecurity=False).hexdigest()
        if f"{check}.{ending}" not in self.files:
            self._add("content_localfile", (check, ending, False, len(content)))
            self.files[f"{check}.{ending}"] = content
        self._add(
            "content_file",
            (_id(self.taken, f"file:{node.name}"), NAMES[node.kind], False, False, 1, own, self.taken.code, check),
        )

    def _add(self, table: str, values: tuple[Any, ...]) -> None:
        self.base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def version(day: date) -> int:
    """A later day is a higher number."""
    return day.toordinal() - date(2026, 1, 1).toordinal() + 1
