"""The sum table of the paper form and the script of the page give the same bands, whatever is answered."""

from __future__ import annotations

import json
import random
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts import call, profiles, scoring
from tas.model.profile import BAND_IDS, Band
from tas.view.sum_table import SubscaleSum, SumRow

PROFILES = [pytest.param(view, items, id=name) for name, view, items in profiles()]


def data_of(view, items):
    return view.scoring, [{"id": item.interaction.id, "scoring": item.interaction.scoring} for item in items]


def answers_at_random(items, rng: random.Random) -> dict[str, str]:
    """Mostly whole; now and then an answer is missing."""
    options = {
        item.interaction.id: list(item.interaction.mapping)
        for item in items
        if getattr(item.interaction, "mapping", None)
    }
    skip = rng.random() < 0.2
    return {name: rng.choice(ids) for name, ids in options.items() if not (skip and rng.random() < 0.1)}


@pytest.mark.parametrize("count", [1_000, pytest.param(10_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("view", "items"), PROFILES)
def test_paper_and_script_agree_on_thousands_of_answer_sets(view, items, count: int) -> None:
    rng = random.Random(3)
    sets = [answers_at_random(items, rng) for _ in range(count)]
    profile, data = data_of(view, items)
    scoring().eval(f"var PROFILE = {json.dumps(profile)}, ITEMS = {json.dumps(data)};")
    bands: list = []
    every = iter(sets)
    while batch := list(islice(every, 2000)):
        responses = [{name: [option] for name, option in answers.items()} for answers in batch]
        bands += json.loads(
            scoring().eval(
                f"JSON.stringify({json.dumps(responses)}.map(r => tas.scoring.profile(PROFILE, ITEMS, r).map(s => s.band)))"
            )
        )
    assert bands == [[total.band(answers) for total in view.sums] for answers in sets]
    assert {band for row in bands for band in row} == {*BAND_IDS, None}


@pytest.mark.parametrize(("view", "items"), PROFILES)
def test_the_edges_of_every_band_are_reached(view, items) -> None:
    """The lowest answers give `low`, the highest `high`, and each edge lies in its own band."""
    for total in view.sums:
        for pick, wanted in ((min, "low"), (max, "high")):
            answers = {row.item: pick(row.points, key=row.points.get) for row in total.rows}
            assert total.band(answers) == wanted
        assert (total.bands[0].from_, total.bands[-1].to) == (total.least, total.most)


def made(rows: list[dict[str, int]]) -> SubscaleSum:
    """A subscale with bands that cut its sums into three."""
    least, most = sum(min(row.values()) for row in rows), sum(max(row.values()) for row in rows)
    first, second = least + (most - least) // 3, least + 2 * (most - least) // 3
    edges = ((least, first), (first + 1, second), (second + 1, most))
    bands = tuple(
        Band.model_validate({"id": name, "from": low, "to": high, "text": "x", "next_step": "x", "ask": ["x"]})
        for name, (low, high) in zip(BAND_IDS, edges, strict=True)
    )
    return SubscaleSum("s", "S", tuple(SumRow(n, f"i{n}", row) for n, row in enumerate(rows, 1)), bands)


ROWS = st.lists(
    st.dictionaries(st.sampled_from("abcde"), st.integers(1, 5), min_size=2, max_size=5).filter(
        lambda row: len(set(row.values())) > 1
    ),
    min_size=3,
    max_size=7,
)


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(ROWS, st.data())
def test_any_mapping_is_counted_alike(rows, data) -> None:
    total = made(rows)
    answers = {row.item: data.draw(st.sampled_from(sorted(row.points))) for row in total.rows}
    items = [
        {"id": row.item, "scoring": {"kind": "choice", "mapping": {o: {"s": p} for o, p in row.points.items()}}}
        for row in total.rows
    ]
    bands = [{"id": band.id, "from": band.from_, "to": band.to} for band in total.bands]
    (result,) = call(
        "profile", {"subscales": [{"id": "s", "bands": bands}]}, items, {name: [o] for name, o in answers.items()}
    )
    assert result["band"] == total.band(answers)
    assert result["rests"] == len(rows)
    summed = total.total(answers)
    assert summed is not None and total.least <= summed <= total.most
    for name in result["raised"]:
        points = next(row for row in total.rows if row.item == name).points
        assert points[answers[name]] > (min(points.values()) + max(points.values())) / 2


@pytest.mark.parametrize(("view", "items"), PROFILES)
def test_a_reversed_item_counts_from_the_other_end(view, items) -> None:
    likert = [item.interaction for item in items if getattr(item.interaction, "layout", "") == "scale"]
    ways = set()
    for one in likert:
        points = [next(iter(counts.values())) for counts in one.mapping.values()]
        assert points in ([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])
        ways.add(tuple(points))
    assert len(ways) == 2


@pytest.mark.parametrize(("view", "items"), PROFILES)
def test_one_missing_answer_leaves_its_subscale_without_a_band(view, items) -> None:
    profile, data = data_of(view, items)
    responses = {item["id"]: [next(iter(item["scoring"]["mapping"]))] for item in data if "mapping" in item["scoring"]}
    gone = view.sums[0].rows[0].item
    del responses[gone]
    results = call("profile", profile, data, responses)
    assert results[0]["band"] is None and results[0]["missing"] == 1
    assert all(result["band"] for result in results[1:] if result["missing"] == 0)


@pytest.mark.parametrize(("view", "items"), PROFILES)
def test_answers_all_alike_or_too_fast_are_no_ground_for_a_profile(view, items) -> None:
    profile, data = data_of(view, items)
    alike = {item["id"]: ["3"] for item in data if item["scoring"].get("scale")}
    assert call("notice", profile, data, alike, {}) == "alike"
    other = dict(alike, **{next(iter(alike)): ["2"]})
    assert call("notice", profile, data, other, {}) is None
    fast = {item["id"]: profile["seconds"] - 0.1 for item in data}
    assert call("notice", profile, data, other, fast) == "fast"
    assert call("notice", profile, data, other, {name: profile["seconds"] for name in fast}) is None
    half = dict(list(fast.items())[: len(fast) // 2])
    assert call("notice", profile, data, other, half) is None
