"""Every question of both editions in every format: id, key and rationale as in the source; right is full, wrong and blank are not; text stays text."""

from __future__ import annotations

import pytest
from hostile import HOSTILE, hostile_bag, squeezed
from lxml import etree
from readers import of_csv, of_gift, of_moodle
from source import EDITIONS, Question, edition, questions, shown
from tas.exports import gift, moodle, table
from tas.exports.away import AwayLinks
from tas.exports.taken import Taken
from tas.model.interactions import Choice, Entry, Interaction, Match, Order
from tas.text.inline import render_inline

READERS = {
    "moodle": (moodle.xml, of_moodle),
    "gift": (gift.gift, of_gift),
}
"""Format -> how it is made, how it is read."""
GRADES = {100, 50, 33.33333, 25, 20, 16.66667, 14.28571}
"""Of one answer, as Moodle knows them."""


def alike(found: Question, source: Question) -> None:
    """The whys of rows and steps stand together, in their order, in one place."""
    assert found.id == source.id
    assert found.stem == source.stem
    assert (found.options, found.pairs, found.order, found.several) == (
        source.options, source.pairs, source.order, source.several,
    )  # fmt: skip
    assert found.typed == source.typed
    at = 0
    for why in source.whys:
        at = found.whys[0].index(why, at) + len(why)


@pytest.mark.parametrize("code", EDITIONS)
@pytest.mark.parametrize("name", READERS)
def test_id_key_and_rationale_are_those_of_the_source(name: str, code: str) -> None:
    make, read = READERS[name]
    what = edition(code)
    content = make(what)
    found, source = read(content, code), questions(what, gift=name == "gift")
    assert list(found) == list(source) and len(source) > 200
    for id, question in source.items():
        alike(found[id], question)
        assert found[id].mark(question.right) == pytest.approx(100, abs=0.01)
        wrong = list(question.wrong)
        assert wrong and all(found[id].mark(answer) < 0.01 for answer in wrong), id
        assert found[id].mark(question.blank) == 0
    assert make(what) == content


@pytest.mark.parametrize("code", EDITIONS)
def test_moodle_takes_the_file_as_a_whole(code: str) -> None:
    """What its importer asks for besides: ids that occur once, grades that it knows, a category a quiz."""
    root = etree.fromstring(moodle.xml(edition(code)))
    ids = [one.text for one in root.iter("idnumber")]
    assert len(ids) == len(set(ids)) and max(map(len, ids)) <= 100
    for answer in root.iter("answer"):
        if answer.getparent().get("type") == "multichoice":
            assert abs(float(answer.get("fraction"))) in {0, *GRADES}
    categories = [one.findtext("category/text") for one in root if one.get("type") == "category"]
    assert categories == [f"$course$/top/Tas {code} {edition(code).outline.day}/{quiz.id}" for quiz in edition(code).quizzes if not quiz.mirror]  # fmt: skip


@pytest.mark.parametrize("code", EDITIONS)
def test_the_table_has_every_answer(code: str) -> None:
    what = edition(code)
    rows = of_csv(table.table(what))
    assert [(row["quiz"], row["item"]) for row in rows if row["number"]] == [
        (quiz.id, item.interaction.id) for quiz in what.quizzes for item in quiz.items for _ in table.rows(what, item)
    ]
    for quiz in what.quizzes:
        for item in quiz.items:
            own = [row for row in rows if (row["quiz"], row["item"]) == (quiz.id, item.interaction.id)]
            found = [(row["answer"], row["text"], row["key"], row["rationale"]) for row in own]
            assert found == [
                tuple(map(table.inert, (id, said(what, text), key, said(what, why))))
                for id, text, key, why in answers(item.interaction)
            ]


def said(what: Taken, text: str) -> str:
    """As a reader sees it: with whom to call, and the number."""
    return shown(render_inline(text, AwayLinks(what.library, what.outline.site_url), what.code))


def answers(it: Interaction) -> list[tuple[str, str, str, str]]:
    """(id, text, key, why), as the item itself has them."""
    match it:
        case Choice():
            sums = {
                name: "; ".join(f"{scale} {count}" for scale, count in each.items())
                for name, each in it.mapping.items()
            }
            return [
                (one.id, one.text, sums.get(one.id, str(int(one.id in it.key))), one.rationale) for one in it.options
            ]
        case Match():
            return [
                (row.id, row.text, next(one.text for one in it.options if one.id == row.key), row.rationale)
                for row in it.rows
            ]
        case Order():
            steps = [next(one for one in it.options if one.id == id) for id in it.key]
            return [(one.id, one.text, str(place), one.rationale) for place, one in enumerate(steps, 1)]
        case Entry():
            margin = f" ± {it.tolerance:g}" if it.tolerance else ""
            right = [("accepted", f"{text}{margin} {it.unit}".strip(), "1", it.rationale) for text in it.accepted]
            return right + [("mistake", wrong.answer, "0", wrong.rationale) for wrong in it.mistakes]
    return [("think-about", hint, "", "") for hint in it.hints or ("",)]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    return hostile_bag(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("name", READERS)
def test_hostile_text_stays_text(name: str, hostile: Taken) -> None:
    make, read = READERS[name]
    found, source = read(make(hostile), "id"), questions(hostile, gift=name == "gift")
    assert list(found) == list(source)
    for id, question in source.items():
        alike(found[id], question)
        number = int(id.rpartition("-")[2])
        assert squeezed(HOSTILE[number]) in squeezed(found[id].stem)


def test_hostile_text_is_no_formula(hostile: Taken) -> None:
    rows = of_csv(table.table(hostile))
    assert len(rows) == 14 * len(HOSTILE)
    for row in rows:
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        number = int(row["item"].rpartition("-")[2])
        assert squeezed(HOSTILE[number]) in squeezed(row["question"])
