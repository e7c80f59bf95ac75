"""A generated bag of any size, the same each time, and the same pages as plain Markdown for another engine.

Its words are made up, but as many different ones come as in real text (Heaps' law, measured on this repository's own pages): a search
index of it weighs what a real one would.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests/sites/tiny"
EDITIONS = {"id": "ba be da di gi ka ke la li ma mem men ngan nya pa per ra ri sa si tan tu u yan", "nl": "be de den ga ge gen groe heid hui kin ler lijk mee ster ten tij uit ver voor werk zie zorg"}  # fmt: skip
PART = 50
"""Pages of a part of the navigation, its overview among them."""
HEADINGS = 5
NEW, GROWTH = 7.2, 0.6
"""Heaps' law: different words = NEW × words ^ GROWTH."""


@dataclass(frozen=True)
class Text:
    """A page: title, description, what stands before the first heading, and (heading, paragraph, list) of each section."""

    title: str
    description: str
    lead: str
    sections: tuple[tuple[str, str, tuple[str, ...]], ...]


class Writer:
    """Writes one edition: the words that were used often are used again."""

    def __init__(self, edition: str):
        self.dice = random.Random(edition)
        self.syllables = EDITIONS[edition].split()
        self.said: list[str] = []
        self.known: set[str] = set()

    def word(self) -> str:
        count = len(self.said) + 1
        if self.dice.random() < GROWTH * NEW * count ** (GROWTH - 1):
            word = "".join(self.dice.choices(self.syllables, k=self.dice.choice((2, 2, 3, 3, 4))))
            while word in self.known:
                word += self.dice.choice(self.syllables)
            self.known.add(word)
        else:
            word = self.dice.choice(self.said)
        self.said.append(word)
        return word

    def words(self, least: int, most: int) -> str:
        return " ".join(self.word() for _ in range(self.dice.randint(least, most)))

    def text(self, sentences: int) -> str:
        return " ".join(f"{self.words(7, 14).capitalize()}." for _ in range(sentences))

    def page(self) -> Text:
        sections = (
            (self.words(1, 4).capitalize(), self.text(4), tuple(self.words(3, 6) for _ in range(2)))
            for _ in range(HEADINGS)
        )
        return Text(self.words(2, 4).capitalize(), self.text(1), self.text(3), tuple(sections))


def pages(edition: str, count: int) -> Iterator[tuple[str, Text]]:
    """(slug, text) of each."""
    writer = Writer(edition)
    for number in range(count):
        part, place = divmod(number, PART)
        yield f"part-{part}/{f'page-{place}' if place else 'index'}", writer.page()


def write_bag(bag: Path, count: int) -> None:
    """A bag for Tas, of two editions with `count` pages each besides those of the tiny one; every fifth page uses one term of the glossary."""
    bag.mkdir(parents=True)
    for edition in EDITIONS:
        for folder in ("docs", "quizzes", "guides", "reference"):
            shutil.copytree(TINY / folder, bag / folder / edition)
        for number, (slug, text) in enumerate(pages(edition, count)):
            front = f"title: {text.title}\ndescription: {text.description}\nreviewed: 2026-11-01\nsources: []"
            _write(bag / f"docs/{edition}/{slug}.md", front, text, "[](term:client)" if number % 5 == 0 else "")
    shutil.copytree(TINY / "locales", bag / "locales")
    nav = [
        line
        for part in range(0, count, PART)
        for line in (
            f"  - Duties {part // PART}:",
            *(
                f"      - part-{part // PART}/{f'page-{place}' if place else 'index'}.md"
                for place in range(min(PART, count - part))
            ),
        )
    ]
    config = (TINY / "mkdocs.yml").read_text(encoding="utf-8")
    loose = '\n  - tas:\n      longest_sentence: 60\n      levels: {missing-word: "off", hard-to-read: "off"}\n'
    config = config.replace("\n  - tas\n", loose).replace("\nvalidation:", "\n" + "\n".join(nav) + "\nvalidation:")
    (bag / "mkdocs.yml").write_text(config, encoding="utf-8")


def write_plain(folder: Path, count: int) -> None:
    """The same pages for MkDocs with Material and static-i18n as they come: no plugin of ours, titles from the front matter."""
    folder.mkdir(parents=True)
    for edition in EDITIONS:
        (folder / "docs" / edition).mkdir(parents=True)
        (folder / f"docs/{edition}/index.md").write_text("---\ntitle: Home\n---\n\nHome.\n", encoding="utf-8")
        for number, (slug, text) in enumerate(pages(edition, count)):
            front = f"title: {text.title}\ndescription: {text.description}"
            _write(folder / f"docs/{edition}/{slug}.md", front, text, "client" if number % 5 == 0 else "")
    (folder / "mkdocs.yml").write_text(
        """site_name: Plain
site_url: https://tas.example.org/
theme: {name: material}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: id, name: Bahasa Indonesia, default: true, build: true}
        - {locale: nl, name: Nederlands, build: true}
markdown_extensions: [attr_list, tables]
""",
        encoding="utf-8",
    )


EDITED = "part-1/page-7"


def edits(bag: Path) -> dict[str, Callable[[int], None]]:
    """Each changes one thing of the bag; the number makes it another change each time."""
    page = bag / f"docs/id/{EDITED}.md"
    return {
        "a body": lambda n: replace(page, "\n## ", f"\nNumber {n} is new.\n\n## "),
        "a term of a fifth of the pages": lambda n: replace(
            bag / "reference/id/glossary.yml", "meaning: The ", f"meaning: The {n}. "
        ),
        "a title": lambda n: replace(page, "\ntitle: ", "\ntitle: New "),
    }


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _write(file: Path, front: str, text: Text, term: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    said = [f"A {term} is here. {text.lead}" if term else text.lead]
    for number, (heading, paragraph, items) in enumerate(text.sections):
        said += [f"## {heading} {{#s{number}}}", paragraph, "\n".join(f"- {item}" for item in items)]
    file.write_text(f"---\n{front}\n---\n\n" + "\n\n".join(said) + "\n", encoding="utf-8")
