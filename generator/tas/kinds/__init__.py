"""The kinds of page, a file each: everything that a kind is stands there and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from tas.kinds import (
    cards,
    comparison,
    corrections,
    danger_signs,
    duties,
    glossary,
    home,
    matrix,
    misconceptions,
    overview,
    path,
    pictograms,
    plain,
    quizzes,
    role,
    sources,
    suitability,
    trainers,
    training,
    visits,
)
from tas.kinds.kind import Kind

FOLDERS = {
    module.KIND.id: module.KIND
    for module in (role, duties, suitability, misconceptions, comparison, quizzes, visits, training)
}
"""Folder below docs/<edition>/ -> the kind of the pages in it."""

PAGES = {
    module.KIND.id: module.KIND
    for module in (home, path, cards, matrix, glossary, sources, danger_signs, corrections, pictograms, trainers)
}
"""The pages that are a kind of their own."""


def kind_of(slug: str) -> Kind:
    """`duties/home-visits` -> duties. The overview of a folder is a kind too; `role/index` tells the profession itself."""
    if slug in PAGES:
        return PAGES[slug]
    folder, _, name = slug.rpartition("/")
    if folder not in FOLDERS:
        return plain.KIND
    return overview.KIND if name == "index" and folder != role.KIND.id else FOLDERS[folder]


def page_kind(slug: str) -> str:
    """As styles and templates know it: `home`, `plain`, `overview`, or the folder of the page."""
    kind = kind_of(slug)
    return kind.look or kind.id


def generated_sections(slug: str, groups: Iterable[str] = ()) -> tuple[str, ...]:
    """Ids of the headings that the generator brings to the page; `groups`: of danger signs in this edition."""
    kind = kind_of(slug)
    return (*kind.sections, *(kind.group_section.format(group) for group in groups if kind.group_section))
