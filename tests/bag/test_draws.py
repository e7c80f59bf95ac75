"""Drawn items: by a stated rule, the same in every build, and changed by what they are drawn from."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import libraries
from tas.model.quiz import Section
from tas.model.reference import Profession, Task
from tas.read.bag import read_bag
from tas.read.project import read_project
from tas.view.draws import items_of, scope

NAMES = ("social-worker", "midwife", "nurse", "doctor", "psychologist", "volunteer")
PROFESSIONS = {
    name: Profession(
        id=name,
        name=name.replace("-", " "),
        short=name[:14],
        education="x",
        registration="x",
        setting="x",
        call_when="x",
        sources=("s",),
    )
    for name in NAMES
}


def task(name: str, does: str, supports: str = "", refers: str = "", group: str = "health") -> Task:
    level = lambda names: dict.fromkeys(names.split(), "s")  # noqa: E731 - three times the same, in one line each
    return Task.model_validate(
        {
            "id": name,
            "text": name,
            "group": group,
            "does": level(does),
            "supports": level(supports),
            "refers": level(refers),
        }
    )


TASKS = [
    task("one", "midwife nurse", "volunteer", "social-worker psychologist doctor"),
    task("two", "social-worker midwife", "", "doctor"),
    task("three", "midwife", group="safety"),
    task("four", "doctor", "nurse", "social-worker", group="support"),
]


def drawn(**fields):
    section = Section.model_validate(
        {"id": "who", "title": "Who?", "draw": "scope", "stem": "Who does *{task}*?"} | fields
    )
    return list(scope(section, TASKS, PROFESSIONS, {"midwife": "comparison/midwife"}, str, own="social-worker"))


def test_a_task_that_nobody_refers_is_no_question() -> None:
    assert [item.id for item in drawn()] == ["scope-one", "scope-two", "scope-four"]


def test_the_key_does_it_and_no_distractor_does() -> None:
    for item in drawn():
        row = next(row for row in TASKS if item.id == f"scope-{row.id}")
        assert item.key in row.does
        others = {option.id for option in item.options} - {item.key}
        assert others and others <= {*row.supports, *row.refers}
        assert len(others) <= 3


def test_the_social_worker_is_the_key_where_she_does_it() -> None:
    assert next(item for item in drawn() if item.id == "scope-two").key == "social-worker"


def test_learn_leads_to_the_comparison_or_to_the_matrix() -> None:
    keys = {item.key: item.learn for seed in range(8) for item in drawn(seed=seed)}
    assert keys["midwife"] == "comparison/midwife#tasks"
    assert keys["social-worker"] == keys["doctor"] == "comparison/index#matrix"


def test_the_same_seed_draws_the_same_and_another_other_options() -> None:
    assert drawn() == drawn()
    assert len({str(drawn(seed=seed)) for seed in range(10)}) > 3


def test_count_groups_and_professions_narrow_the_draw() -> None:
    assert len(drawn(count=2)) == 2
    assert [item.id for item in drawn(groups=["support"])] == ["scope-four"]
    (item,) = drawn(professions=["doctor", "nurse"], groups=["support"])
    assert {option.id for option in item.options} == {"doctor", "nurse"}


def test_the_stem_names_the_task_and_rationales_cite_the_cell() -> None:
    item = drawn()[0]
    assert item.stem == "Who does *one*?"
    assert all(option.rationale.endswith("[](source:s)") for option in item.options)
    assert all("{" not in option.rationale for option in item.options)


@pytest.mark.parametrize(
    "library", libraries(), ids=lambda library: f"{library.edition.root.name}-{library.edition.code}"
)
def test_there_is_one_myth_item_per_misconception_page(library) -> None:
    for quiz in library.quizzes.values():
        for section in quiz.sections:
            if section.draw == "misconceptions":
                slugs = library.pages_of("misconceptions")
                assert [item.learn for item in items_of(library, section)] == list(slugs)
                assert [item.stem for item in items_of(library, section)] == [page.myth for page in slugs.values()]


def test_changing_the_page_or_the_cell_changes_the_quiz(tiny: Path, edit) -> None:
    def said() -> str:
        library = read_bag(read_project(tiny)).libraries["id"]
        sections = [section for quiz in library.quizzes.values() for section in quiz.sections if section.draw]
        return str([items_of(library, section) for section in sections])

    before = said()
    page = (tiny / "docs/id/misconceptions/only-money.md").read_text()
    myth = next(line for line in page.splitlines() if line.startswith("myth:"))
    edit("docs/id/misconceptions/only-money.md", myth, "myth: They only hand out rice.")
    after = said()
    assert before != after and "They only hand out rice." in after
    edit(
        "reference/id/scope.yml",
        "    does:\n      midwife: law\n    refers:\n      social-worker: law\n",
        "    does:\n      social-worker: law\n    refers:\n      midwife: law\n",
    )
    assert said() != after
