"""Kept answers: shared by item and hash, carried in a file, and never in the way when the store is broken."""

from __future__ import annotations

import json

import pytest
from scripts import engine, libraries, quiz_view

STORES = {
    "whole": "var kept = {}; self.localStorage = {getItem: k => k in kept ? kept[k] : null, setItem: (k, v) => { kept[k] = v; }, removeItem: k => { delete kept[k]; }};",
    "full": "var kept = {}; self.localStorage = {getItem: k => null, setItem: () => { throw new Error('QuotaExceededError'); }, removeItem: () => {}};",
    "forbidden": "Object.defineProperty(self, 'localStorage', {get: () => { throw new Error('SecurityError'); }});",
    "missing": "",
    "broken": "self.localStorage = {getItem: () => '{\"answers\": [1, {', setItem: () => {}, removeItem: () => {}};",
}
ITEM = {"id": "visits-homes", "hash": "0123abcd"}


class Store:
    def __init__(self, kind: str):
        self.engine = engine("quiz/progress.js", "quiz/progress-file.js", before=f"var self = this; {STORES[kind]}")

    def __call__(self, name: str, *arguments):
        said = ", ".join(map(json.dumps, arguments))
        return json.loads(self.engine.eval(f"JSON.stringify(tas.progress.{name}({said}))"))


def test_an_answer_follows_its_item_to_a_new_id() -> None:
    """Until it is answered anew it lies under its old name; then, and when it is erased, under none but the new one."""
    store = Store("whole")
    store("set", ITEM, ["true"], True)
    renamed = {"id": "at-home", "hash": "89abcdef", "was": "visits-homes:0123abcd"}
    assert store("get", renamed) == {"response": ["true"], "checked": True}
    assert store("all", [renamed, {"id": "other", "hash": "00000000"}])[1] is None
    store("set", renamed, ["false"], False)
    assert store("get", renamed) == {"response": ["false"], "checked": False}
    assert store("get", ITEM) is None and store("count") == 1
    store("set", ITEM, ["true"], True)
    store("erase", [renamed], "")
    assert store("count") == 0


@pytest.mark.parametrize("kind", STORES)
def test_no_store_breaks_a_quiz(kind: str) -> None:
    store = Store(kind)
    worked = store("set", ITEM, ["true"], True)
    assert worked == (kind in ("whole", "broken"))
    if kind != "broken":  # what cannot be kept goes on in memory
        assert store("get", ITEM) == {"response": ["true"], "checked": True}
    assert store("works") == worked
    store("eraseAll")
    assert store("get", ITEM) is None


def test_an_erased_store_holds_nothing() -> None:
    store = Store("whole")
    store("set", ITEM, ["true"], True)
    store("setQuiz", "fit", {"mode": "test", "round": 1, "keep": True})
    store("erase", [ITEM], "fit")
    assert store.engine.eval("Object.keys(kept).length") == 0


def test_what_was_saved_as_a_file_is_taken_over() -> None:
    here, there = Store("whole"), Store("whole")
    here("set", ITEM, ["true"], True)
    here("setQuiz", "fit", {"mode": "test", "round": 2, "keep": True})
    there("set", {"id": "other", "hash": "00000000"}, ["a"], False)
    assert there("imported", here("exported")) == 1
    assert there("get", ITEM) == {"response": ["true"], "checked": True}
    assert there("quiz", "fit") == {"mode": "test", "round": 2, "keep": True}
    assert there("count") == 2


@pytest.mark.parametrize(
    "file",
    [
        "", "[]", "null", "{}", "<html>", '{"format": "other", "version": 1}', '{"format": "tas-progress", "version": 2}',
    ],
)  # fmt: skip
def test_a_file_of_something_else_is_refused(file: str) -> None:
    assert Store("whole")("imported", file) == -1


def test_of_a_tampered_file_only_what_is_an_answer_is_taken() -> None:
    progress = {
        "answers": {
            "good:0123abcd": {"response": ["a"], "checked": "yes", "more": 1},
            "<img src=x onerror=alert(1)>:0123abcd": {"response": ["a"]},
            "__proto__": {"response": ["a"]},
            "long:0123abcd": {"response": ["x" * 5000]},
            "number:0123abcd": {"response": [1]},
            "none:0123abcd": None,
        },
        "quizzes": {
            "fit": {"mode": "<b>", "round": "x"},
            "<b>": {},
            "check:duties/visit": {"mode": "test", "round": 1},
        },
    }
    store = Store("whole")
    assert store("imported", json.dumps({"format": "tas-progress", "version": 1, "progress": progress})) == 1
    assert json.loads(store("exported"))["progress"] == {
        "answers": {"good:0123abcd": {"response": ["a"], "checked": False}},
        "quizzes": {
            "fit": {"mode": "practice", "round": 0, "keep": False},
            "check:duties/visit": {"mode": "test", "round": 1, "keep": False},
        },
    }


def test_editions_share_the_hash_of_every_written_item() -> None:
    hashes: dict[tuple[str, str], set[str]] = {}
    for library in libraries()[:-1]:
        for name, quiz in library.quizzes.items():
            written = {section.id for section in quiz.sections if section.draw is None}
            for section in quiz_view(library, quiz):
                for item in section.items if section.id in written else ():
                    hashes.setdefault((name, item.interaction.id), set()).add(item.hash)
    assert [item for item, found in hashes.items() if len(found) > 1] == []
