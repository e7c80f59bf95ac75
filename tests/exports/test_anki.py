"""Decks in Anki itself: every question once, again without a double, changed in place; hostile text is text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hostile import HOSTILE, hostile_bag, squeezed
from lxml import html
from source import EDITIONS, Question, edition, questions, shown
from tas.exports import anki
from tas.exports.taken import Taken

collection = pytest.importorskip("anki.collection", reason="anki is not installed; ./tas test installs it")


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[object]:
    """The collection of a learner."""
    made = collection.Collection(str(tmp_path / "collection.anki2"))
    yield made
    made.close()


def imported(mine: object, content: bytes, tmp_path: Path) -> tuple[int, int, int]:
    """(new, updated, the same)"""
    (tmp_path / "deck.apkg").write_bytes(content)
    options = collection.ImportAnkiPackageOptions(merge_notetypes=True)
    request = collection.ImportAnkiPackageRequest(package_path=str(tmp_path / "deck.apkg"), options=options)
    log = mine.import_anki_package(request).log  # type: ignore[attr-defined]
    assert not log.conflicting and not log.first_field_match and not log.missing_notetype
    return len(log.new), len(log.updated), len(log.duplicate)


def notes(mine: object) -> dict[str, list[str]]:
    """`quiz:item` -> fields"""
    found = [mine.get_note(id).fields for id in mine.find_notes("")]  # type: ignore[attr-defined]
    return {fields[0].partition(":")[2]: fields for fields in found}


def told(question: Question) -> list[tuple[str, str, str]]:
    """(sign, text, why) of each answer."""
    if question.pairs:
        return [
            ("✓", f"{row} → {key}", why) for (row, key), why in zip(question.pairs.items(), question.whys, strict=True)
        ]
    if question.order:
        return [
            ("✓", f"{n}. {step}", why)
            for n, (step, why) in enumerate(zip(question.order, question.whys, strict=True), 1)
        ]
    if question.typed:
        return [("✓" if share else "✗", text, why) for text, (share, why) in question.typed.items()]
    full = {True: "✓", False: "✗"}
    return [
        ("½" if share == 50 and not question.several else full[share > 0], text, why)
        for text, (share, why) in question.options.items()
    ]


def answers(fields: list[str]) -> list[tuple[str, str, str]]:
    found = []
    for line in html.fromstring(fields[2]).iter("li"):
        text, why = line.find(".//span[@class='text']"), line.find("div")
        assert text is not None and why is not None and len(line.xpath(".//li")) == 0
        sign = (line.find("span").text or "").strip()  # type: ignore[union-attr]
        found.append((sign, *(" ".join(one.text_content().split()) for one in (text, why))))
    return found


@pytest.mark.parametrize("code", EDITIONS)
def test_new_the_same_and_changed(code: str, mine: object, tmp_path: Path) -> None:
    what = edition(code)
    content, source = anki.apkg(what), questions(what)
    assert anki.apkg(what) == content
    assert imported(mine, content, tmp_path) == (len(source), 0, 0)
    found = notes(mine)
    assert sorted(name.partition(":")[2] for name in found) == sorted(source)
    for name, fields in found.items():
        question = source[name.partition(":")[2]]
        assert shown(fields[1]).startswith(question.stem.removesuffix(")").rpartition(" (")[0] or question.stem)
        assert answers(fields) == told(question)
    assert imported(mine, content, tmp_path) == (0, 0, len(source))
    decks = {deck.name for deck in mine.decks.all_names_and_ids()}  # type: ignore[attr-defined]
    assert {f"Tas {code}::{quiz.title}" for quiz in what.quizzes if not quiz.mirror} <= decks

    known = mine.find_cards("")[0]  # type: ignore[attr-defined]
    first = what.quizzes[0].sections[0].items[0]
    text = replace(first, interaction=replace(first.interaction, stem="Another question?"))
    section = replace(what.quizzes[0].sections[0], items=(text, *what.quizzes[0].sections[0].items[1:]))
    quiz = replace(what.quizzes[0], sections=(section, *what.quizzes[0].sections[1:]))
    later = replace(what.outline, day=what.outline.day + timedelta(1))
    changed = replace(what, quizzes=(quiz, *what.quizzes[1:]), outline=later)
    new, updated, _ = imported(mine, anki.apkg(changed), tmp_path)
    assert (new, updated) == (0, len(source)) and known in mine.find_cards("")  # type: ignore[attr-defined]
    assert "Another question?" in notes(mine)[f"{quiz.id}:{first.interaction.id}"][1]


def test_hostile_text_stays_text(mine: object, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    what: Taken = hostile_bag(tmp_path_factory.mktemp("hostile"))
    imported(mine, anki.apkg(what), tmp_path)
    source = questions(what)
    found = notes(mine)
    assert len(found) == len(source) == 5 * len(HOSTILE)
    for name, fields in found.items():
        id = name.partition(":")[2]
        assert [(sign, squeezed(text), squeezed(why)) for sign, text, why in answers(fields)] == [
            (sign, squeezed(text), squeezed(why)) for sign, text, why in told(source[id])
        ]
        assert squeezed(HOSTILE[int(id.rpartition("-")[2])]) in squeezed(shown(fields[1]))
    for id in mine.find_cards(""):  # type: ignore[attr-defined]
        card = mine.get_card(id)  # type: ignore[attr-defined]
        assert "<script" not in card.answer() and not card.question_av_tags()
