"""Every item type: registered, shown by an example that parses, lowered to an interaction that the formats know."""

from __future__ import annotations

import pkgutil
import re
from typing import get_args

import pytest
import tas.model.items as items
import yaml
from kit import copy_tiny
from pydantic import TypeAdapter
from scripts import call, items_of, tiny_library
from tas.model.interactions import Entry, Interaction, Order
from tas.model.items.base import Lowering
from tas.read.edition import Edition
from tas.read.library import read_library

LOWERING = Lowering(str, {"liking": tuple("abcde")}, {"patience": "suitability/patience"})
TYPES = {model.model_fields["type"].annotation.__args__[0]: model for model in items.ITEM_TYPES}


def example(model) -> dict:
    """The item that the docstring shows."""
    (data,) = yaml.safe_load(re.search(r"```yaml\n(.*?)```", model.__doc__, re.DOTALL)[1])
    return data


def test_every_type_is_registered_in_a_file_of_its_name() -> None:
    files = {module.name for module in pkgutil.iter_modules(items.__path__)} - {"base"}
    assert files == {name.replace("-", "_") for name in TYPES}
    assert set(TypeAdapter(items.Item).json_schema()["discriminator"]["mapping"]) == set(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_the_example_of_a_type_lowers_to_an_interaction(name: str) -> None:
    item = TypeAdapter(items.Item).validate_python(example(TYPES[name]))
    interaction = item.lower(LOWERING)
    assert isinstance(interaction, get_args(Interaction))
    assert interaction.id == item.id and interaction.learn
    result = call("score", interaction.scoring, [])
    assert not result["right"] and not result["answered"]


@pytest.mark.parametrize("name", TYPES)
def test_an_unknown_field_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="extra"):
        TypeAdapter(items.Item).validate_python(example(TYPES[name]) | {"hint": "x"})


def test_an_ordering_is_never_shown_in_its_right_order() -> None:
    for count in range(3, 9):
        for number in range(20):
            data = example(TYPES["ordering"]) | {"id": f"item-{number}"}
            data["options"] = [
                {"id": f"o{place}", "text": f"Step {place}.", "rationale": "Because it is so."}
                for place in range(count)
            ]
            order = TYPES["ordering"].model_validate(data).lower(LOWERING)
            assert isinstance(order, Order)
            assert [option.id for option in order.options] != list(order.key)
            assert [option.id for option in order.in_order] == list(order.key)


def test_a_number_keeps_no_empty_decimals() -> None:
    for written, shown in ((2, "2"), (37.5, "37.5"), (0.1, "0.1"), (1000000, "1000000")):
        entry = TYPES["numeric"].model_validate(example(TYPES["numeric"]) | {"key": written}).lower(LOWERING)
        assert isinstance(entry, Entry) and entry.accepted == (shown,)


def test_a_reversed_likert_counts_from_the_other_end() -> None:
    data = example(TYPES["likert"])
    assert [points["patience"] for points in TYPES["likert"].model_validate(data).mapping.values()] == [5, 4, 3, 2, 1]
    data["reverse"] = False
    assert [points["patience"] for points in TYPES["likert"].model_validate(data).mapping.values()] == [1, 2, 3, 4, 5]


def test_hashes_change_with_key_and_options_not_with_words() -> None:
    def hash_of(**changes) -> str:
        from tas.view.quiz import _hash

        return _hash(TypeAdapter(items.Item).validate_python(example(TYPES["single-choice"]) | changes).lower(LOWERING))

    data = example(TYPES["single-choice"])
    assert hash_of(stem="Another language?") == hash_of()
    assert hash_of(key="a") != hash_of()
    assert hash_of(options=data["options"] + [data["options"][0] | {"id": "c"}]) != hash_of()
    assert hash_of(options=data["options"][::-1]) == hash_of()


def test_an_item_with_a_new_id_knows_under_which_name_its_answers_lie(tmp_path) -> None:
    root = copy_tiny(tmp_path / "tiny", ("id",))
    quiz = root / "quizzes/id/small.yml"
    before = quiz.read_text()
    edition = Edition("id", "id", True, root)
    old = next(item for item in items_of(read_library(edition), "small") if item.interaction.id == "decides")
    quiz.write_text(before.replace("id: decides\n", "id: who-decides\n        was: decides\n", 1))
    new = next(item for item in items_of(read_library(edition), "small") if item.interaction.id == "who-decides")
    assert new.was == f"decides:{old.hash}" and new.hash != old.hash and old.was == ""


def test_every_item_of_the_tiny_site_has_a_hash_of_its_own() -> None:
    library = tiny_library()
    hashes = [item.hash for name in library.quizzes for item in items_of(library, name)]
    assert len(set(hashes)) == len(hashes)
