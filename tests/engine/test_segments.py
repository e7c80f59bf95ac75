"""The index of a large edition comes in several files: all of them answer as one index does, and the first one alone answers from titles."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from kit import build_at, copy_tiny
from search_kit import built_index, core, in_several_files, scripts
from tas.search.joined import Written
from tas.search.segments import SIZE, segments, segments_named

EDITION = "id"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """(the search in one file, the search in several)."""
    folder = tmp_path_factory.mktemp("segments")
    return build_at(copy_tiny(folder / "whole"), papers=False), in_several_files(copy_tiny(folder / "cut"))


def files(site: Path) -> list[str]:
    """The scripts of the segments, in their order."""
    names = segments_named(built_index(site, EDITION))
    return [(site / "search" / name).read_text(encoding="utf-8") for name in names]


def questions(site: Path) -> list[str]:
    """Every word that a page has, as typed half, typed wrong, and beside another."""
    page = re.sub(r"<[^>]+>", " ", " ".join(file.read_text(encoding="utf-8") for file in site.rglob("index.html")))
    words = sorted(set(re.findall(r"[A-Za-z]{3,}", page)))
    pairs = [f"{one} {other}" for one, other in zip(words, words[7:], strict=False)]
    return [*words, *(word[:3] for word in words), *(f"{word[1]}{word[0]}{word[2:]}" for word in words), *pairs]


def test_several_files_answer_as_one(sites: tuple[Path, Path]) -> None:
    whole, cut = sites
    asked = questions(whole)
    assert len(files(cut)) > 2 and not files(whole) and len(asked) > 1000
    with core(built_index(whole, EDITION), EDITION) as one:
        expected = one.ask_all(asked)
    with core(built_index(cut, EDITION), EDITION, files(cut)) as several:
        found = several.ask_all(asked)
    assert [text for text, here, there in zip(asked, found, expected, strict=True) if here != there] == []
    assert sum(answer["count"] > 0 for answer in expected) > 500


def test_the_first_file_answers_from_titles_and_claims_no_more(sites: tuple[Path, Path]) -> None:
    whole, cut = sites
    with core(built_index(cut, EDITION), EDITION) as first, core(built_index(whole, EDITION), EDITION) as one:
        for title in ("Home visit", "Patience", "Midwife"):
            answer, expected = first.ask(title), one.ask(title)
            assert answer["partial"] and not expected["partial"]
            assert answer["pages"][0]["location"] == expected["pages"][0]["location"]
        answer = first.ask("xylophone patience")
        assert (answer["near"], answer["elsewhere"], answer["pages"][0]["missing"]) == ([], [], [])


ENGINE = """
var self = globalThis, files = %s, loaded = [], said = [], refuse = true;
const load = async (names) => {
  loaded.push(...names);
  if (refuse) throw new Error("no connection");
  for (const name of names) (0, eval)(files[name]);
};
%s
var ask = tas.search.engine(tas.searchIndex, tas.stem, load, (whole) => said.push(whole));
"""


def test_the_rest_is_fetched_after_the_first_answer_and_again_where_it_failed(sites: tuple[Path, Path]) -> None:
    _, cut = sites
    index = built_index(cut, EDITION)
    parts = dict(zip(segments_named(index), files(cut), strict=True))
    with scripts(EDITION) as context:
        context.eval(ENGINE % (json.dumps(parts), index))

        def asked() -> Any:
            """[whether the answer is only from titles, files asked for by then, what was told by then]"""
            return json.loads(context.eval("JSON.stringify([ask('Home', 9).partial, loaded.length, said])"))

        assert context.eval("loaded.length") == 0, "who asks nothing fetches nothing"
        assert asked()[::2] == [True, []]
        context.eval("refuse = false")
        assert asked()[::2] == [True, [False]], "the reader is told, and this question tries again"
        assert asked() == [False, 2 * len(parts), [False, True]]


def test_the_files_make_one_index_again_and_a_part_of_it(sites: tuple[Path, Path]) -> None:
    whole, cut = built_index(sites[0], EDITION), [built_index(sites[1], EDITION), *files(sites[1])]
    pages = {page[0] for page in json.loads(whole[whole.index("{", 30) :].removesuffix(";\n"))["pages"]}
    assert Written([whole]).only(pages) == whole
    assert Written(cut).only(pages) == whole
    some = {"suitability/patience/", "role/"}
    with core(Written(cut).only(some, {"comparison/midwife/"}), EDITION) as engine:
        assert engine.locations(["patience", "midwife", "profession"]) == {*some, "comparison/midwife/"}
        assert engine.pages("examines") == []
        assert not engine.ask("patience")["partial"]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([1, 1, 30, 1], [33]),
        ([SIZE], [SIZE]),
        ([SIZE + 1], [26, 25]),
        ([1, SIZE, 1], [1, SIZE, 1]),
        ([0, 120, 0, 3], [40, 40, 43]),
        ([], []),
    ],
)
def test_pages_stay_with_their_part(sizes: list[int], expected: list[int]) -> None:
    parts = [[f"{part}/{page}" for page in range(size)] for part, size in enumerate(sizes)]
    found = segments(parts)
    assert [len(some) for some in found] == expected
    assert sorted(slug for some in found for slug in some) == sorted(slug for part in parts for slug in part)


def test_an_edit_makes_one_file_new(tmp_path: Path, sites: tuple[Path, Path]) -> None:
    _, cut = sites
    root = copy_tiny(tmp_path / "edited")
    page = root / "docs/id/suitability/patience.md"
    page.write_text(page.read_text() + "\nOne gazebo more.\n")
    edited = in_several_files(root)
    before, now = (
        {address: name for address, name, _ in json.loads((site / "pack-id.json").read_text())["files"]}
        for site in (cut, edited)
    )
    changed = {address for address in now if address.startswith("search/") and before.get(address) != now[address]}
    assert len(changed) == 1 and changed < set(before), "a device that saved the site fetches this one again"
