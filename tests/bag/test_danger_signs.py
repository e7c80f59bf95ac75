"""The danger signs are complete: each group against the list written from the sources, word for word; guides carry theirs; no word of distress is an everyday one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from kit import whole_bag
from tas.check.rules import guide_groups, picture_twice, sign_twice
from tas.ground.fold import words
from tas.model.danger import URGENCIES, DangerGroup, Sign
from tas.read.bag import Bag
from tas.read.library import Library

HERE = Path(__file__).parent
EDITIONS = ("id", "nl")
GROUPS = {"pregnancy", "labour", "mother", "newborn", "baby", "child", "mood", "home"}


@pytest.fixture(scope="module")
def bag() -> Bag:
    return whole_bag()


def listed(code: str) -> dict[str, list[dict]]:
    """Group -> [{id, urgency, sourced, words}], as the sources ask for."""
    return yaml.safe_load((HERE / f"danger-signs-{code}.yml").read_text("utf-8"))["groups"]


@pytest.mark.parametrize("code", EDITIONS)
def test_every_group_is_complete(code: str, bag: Bag) -> None:
    groups = bag.libraries[code].danger_signs
    assert set(groups) == set(listed(code)) == GROUPS
    for name, expected in listed(code).items():
        held = {sign.id: (sign.urgency, not sign.unsourced) for sign in groups[name].signs}
        assert held == {sign["id"]: (sign["urgency"], sign["sourced"]) for sign in expected}, name


def says(sign: Sign, word: str) -> bool:
    """Whether a word that begins like this stands in what the reader of the sign reads."""
    read = " ".join(filter(None, (sign.text, sign.limit, sign.first)))
    return re.search(rf"\b{re.escape(word)}", read, re.IGNORECASE) is not None


def left_out(groups: dict[str, DangerGroup], expected: dict[str, list[dict]]) -> Iterator[str]:
    """What a row of the sources names and its sign does not: "group/sign: word or word"."""
    for name, rows in expected.items():
        signs = {sign.id: sign for sign in groups[name].signs}
        for row in rows:
            for either in row["words"]:
                if not any(says(signs[row["id"]], word) for word in either):
                    yield f"{name}/{row['id']}: {' or '.join(either)}"


@pytest.mark.parametrize("code", EDITIONS)
def test_each_sign_names_what_its_row_names(code: str, bag: Bag) -> None:
    assert all(row["words"] for rows in listed(code).values() for row in rows)
    assert list(left_out(bag.libraries[code].danger_signs, listed(code))) == []


def test_a_sign_that_leaves_a_word_out_is_found(bag: Bag) -> None:
    """A fit that is no longer told of the mouth passes by id and urgency alone."""
    groups = dict(bag.libraries["nl"].danger_signs)
    signs = tuple(
        sign.model_copy(update={"text": sign.text.replace("mond", "benen")}) if sign.id == "seizure" else sign
        for sign in groups["newborn"].signs
    )
    groups["newborn"] = groups["newborn"].model_copy(update={"signs": signs})
    assert list(left_out(groups, listed("nl"))) == ["newborn/seizure: mond"]


@pytest.mark.parametrize("code", EDITIONS)
def test_the_list_is_long_enough_to_be_one(code: str) -> None:
    """A group of which only the most urgent signs are left would pass every other test."""
    assert sum(map(len, listed(code).values())) >= 120
    assert {sign["urgency"] for group in listed(code).values() for sign in group} == set(URGENCIES)


@pytest.mark.parametrize("code", EDITIONS)
def test_fever_of_a_young_baby_stands_apart(code: str, bag: Bag) -> None:
    """Under three months no temperature waits until tomorrow."""
    baby = bag.libraries[code].danger_signs["baby"]
    young = [sign for sign in baby.signs if sign.age and "fever" in sign.id]
    assert young and all(sign.urgency != "today" and sign.limit for sign in young)


@pytest.mark.parametrize("code", EDITIONS)
def test_what_reveals_stays_off_the_wall(code: str, bag: Bag) -> None:
    assert [name for name, group in bag.libraries[code].danger_signs.items() if not group.wall] == ["mood"]


@pytest.mark.parametrize("code", EDITIONS)
def test_what_may_hang_on_a_wall_is_drawn_or_says_why_not(code: str, bag: Bag) -> None:
    library = bag.libraries[code]
    signs = [sign for group in library.danger_signs.values() if group.wall for sign in group.signs]
    assert [sign.id for sign in signs if not (sign.picture or sign.no_picture)] == []
    assert sum(bool(sign.picture) for sign in signs) > 0.9 * len(signs)
    assert all(library.pictograms[sign.picture].alt for sign in signs if sign.picture)


@pytest.mark.parametrize("code", EDITIONS)
def test_each_accident_has_its_first_step_and_whom_to_call(code: str, bag: Bag) -> None:
    home = bag.libraries[code].danger_signs["home"]
    assert home.first_steps and all(sign.first and sign.call for sign in home.signs)


def test_guides_carry_their_groups(bag: Bag) -> None:
    assert list(guide_groups.check(bag)) == []
    mothers = [
        guide
        for library in bag
        for guide in library.guides.values()
        if {"pregnant-woman", "new-mother"} & set(guide.visits)
    ]
    assert len(mothers) >= 8 and all("mood" in guide.danger_signs for guide in mothers)


def test_no_sign_stands_outside_the_data(bag: Bag) -> None:
    assert list(sign_twice.check(bag)) == []


def asked(code: str, *, distress: bool) -> list[str]:
    """The questions of the search sets, folded and between spaces; those in distress are of a kind of their own."""
    lines = [
        line.split("\t")
        for file in sorted(HERE.glob(f"queries-{code}*.tsv"))
        for line in file.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return [f" {' '.join(words(question))} " for kind, question, *_ in lines if (kind == "distress") == distress]


def phrases(library: Library) -> list[str]:
    return [f" {' '.join(words(phrase))} " for topic in library.distress.values() for phrase in topic.words]


@pytest.mark.parametrize("code", EDITIONS)
def test_no_word_of_distress_is_an_everyday_one(code: str, bag: Bag) -> None:
    everyday, known = asked(code, distress=False), phrases(bag.libraries[code])
    assert len(everyday) > 200 and len(known) > 200
    assert [(said, phrase) for said in everyday for phrase in known if phrase in said] == []


@pytest.mark.parametrize("code", EDITIONS)
def test_a_question_in_distress_is_known_as_one(code: str, bag: Bag) -> None:
    said, known = asked(code, distress=True), phrases(bag.libraries[code])
    assert len(said) >= 10 and [one for one in said if not any(phrase in one for phrase in known)] == []


def test_no_drawing_stands_at_two_urgencies(bag: Bag) -> None:
    """On a poster, a leaf and a page who reads little would take the one for the other."""
    assert [said for _, said in picture_twice.check(bag)] == []
