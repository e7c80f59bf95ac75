"""Scoring as the page does it: hand-made cases, and what holds for any answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts import call, items_of, libraries, score

ITEMS = [
    pytest.param(item, id=f"{library.edition.root.name}-{library.edition.code}-{name}-{item.interaction.id}")
    for library in libraries()
    for name in library.quizzes
    for item in items_of(library, name)
]
IDS = st.sampled_from(["a", "b", "c", "d", "e", "f", ""])
RESPONSES = st.lists(IDS, max_size=6) | st.lists(st.text(max_size=20), max_size=2)
SINGLE = {"kind": "choice", "key": ["b"]}
SEVERAL = {"kind": "choice", "key": ["a", "c"]}
MAPPED = {"kind": "choice", "mapping": {"a": {"points": 2}, "b": {"points": 1}, "c": {"points": 0}}}
MATCH = {"kind": "match", "key": ["x", "y", "x"]}
ORDER = {"kind": "order", "key": ["a", "b", "c"]}
NUMBER = {"kind": "number", "key": ["37.5"], "tolerance": 0, "mistakes": ["38", "36.5"]}
ABOUT = {"kind": "number", "key": ["10"], "tolerance": 0.5}
WORD = {"kind": "text", "key": ["Buku KIA", "buku kesehatan ibu dan anak"], "mistakes": ["KMS"]}
OPEN = {"kind": "open"}
ALL = [SINGLE, SEVERAL, MAPPED, MATCH, ORDER, NUMBER, ABOUT, WORD, OPEN]


@pytest.mark.parametrize(
    ("data", "response", "right", "points"),
    [
        (SINGLE, ["b"], True, 1),
        (SINGLE, ["a"], False, 0),
        (SINGLE, [], False, 0),
        (SEVERAL, ["c", "a"], True, 1),
        (SEVERAL, ["a"], False, 0),
        (SEVERAL, ["a", "b", "c"], False, 0),
        (SEVERAL, ["a", "a"], False, 0),
        (MAPPED, ["a"], True, 2),
        (MAPPED, ["b"], False, 1),
        (MAPPED, ["c"], False, 0),
        (MAPPED, ["z"], False, 0),
        (MATCH, ["x", "y", "x"], True, 1),
        (MATCH, ["x", "x", "x"], False, 0),
        (MATCH, ["x", "y", ""], False, 0),
        (ORDER, ["a", "b", "c"], True, 1),
        (ORDER, ["b", "a", "c"], False, 0),
        (NUMBER, ["37.5"], True, 1),
        (NUMBER, [" 37,5 "], True, 1),
        (NUMBER, ["37.50"], True, 1),
        (NUMBER, ["+37.5"], True, 1),
        (NUMBER, ["37.51"], False, 0),
        (NUMBER, ["37 . 5 graden"], False, 0),
        (NUMBER, ["1e99"], False, 0),
        (NUMBER, ["Infinity"], False, 0),
        (ABOUT, ["9.5"], True, 1),
        (ABOUT, ["10.5"], True, 1),
        (ABOUT, ["10.51"], False, 0),
        (WORD, ["buku kia"], True, 1),
        (WORD, ["  BUKU -- KIÁ. "], True, 1),
        (WORD, ["Buku Kesehatan Ibu dan Anak"], True, 1),
        (WORD, ["KMS"], False, 0),
        (WORD, ["..."], False, 0),
        (WORD, ["bu\u00adku\u200b \ufeffK\u2060IA"], True, 1),
        ({**WORD, "key": ["groei\u00adboekje"]}, ["groeiboekje"], True, 1),
        (NUMBER, ["\u200b37,5\u2060"], True, 1),
        (OPEN, ["anything"], False, 0),
    ],
)
def test_an_answer_gets_its_points(data, response, right, points) -> None:
    result = score(data, *response)
    assert (result["right"], result["points"]) == (right, points)


def test_places_are_told_row_by_row() -> None:
    assert score(MATCH, "x", "x", "x")["places"] == [True, False, True]
    assert score(ORDER, "c", "b", "a")["places"] == [False, True, False]


def test_a_match_is_answered_when_every_row_is() -> None:
    assert not score(MATCH, "x", "y", "")["answered"]
    assert score(MATCH, "y", "y", "y")["answered"]


def test_a_common_mistake_is_recognised() -> None:
    assert call("mistake", NUMBER, "36,5") == 1
    assert call("mistake", NUMBER, "40") == -1
    assert call("mistake", WORD, "kms") == 0


def test_a_total_counts_what_is_scored() -> None:
    results = [score(SINGLE, "b"), score(MAPPED, "b"), score(OPEN, "text"), score(ORDER)]
    assert call("total", results) == {"answered": 2, "right": 1, "max": 3}


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ALL), RESPONSES)
def test_points_stay_within_their_bounds(data, response) -> None:
    result = score(data, *response)
    assert 0 <= result["points"] <= result["max"]
    assert result["right"] <= (result["points"] == result["max"])
    assert result["right"] <= result["answered"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("abcdef"), unique=True, min_size=1),
    st.randoms(),
)
def test_the_order_of_choices_changes_nothing(response, key, random) -> None:
    mixed = random.sample(response, len(response))
    data = {"kind": "choice", "key": key}
    assert score(data, *response) == score({"kind": "choice", "key": random.sample(key, len(key))}, *mixed)
    assert score(data, *response)["right"] == (set(response) == set(key))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=1, max_size=5), unique=True, max_size=8),
    st.text(),
    st.data(),
)
def test_shuffling_loses_nothing_keeps_pins_and_repeats(ids, seed, data) -> None:
    pinned = [one for one in ids if data.draw(st.booleans())]
    drawn = call("shuffle", ids, seed, pinned)
    assert sorted(drawn) == sorted(ids)
    assert all(drawn.index(one) == ids.index(one) for one in pinned)
    assert drawn == call("shuffle", ids, seed, pinned)


def test_another_seed_gives_another_order() -> None:
    ids = list("abcdefgh")
    assert len({tuple(call("shuffle", ids, f"item:{round_}", [])) for round_ in range(20)}) > 15


def right_answer(data) -> list[str]:
    if data.get("mapping"):
        return [max(data["mapping"], key=lambda option: sum(data["mapping"][option].values()))]
    return data["key"][:1] if data["kind"] in ("number", "text") else data["key"]


@pytest.mark.parametrize("item", ITEMS)
def test_every_item_of_the_bag_has_an_answer_that_is_right(item) -> None:
    data = item.interaction.scoring
    if data["kind"] == "open":
        return
    assert score(data, *right_answer(data))["right"]
    assert not score(data, "no such answer")["right"]
