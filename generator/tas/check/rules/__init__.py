"""Content rules: one file each with ID, LEVEL, a docstring that is its manual page, and `check`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from tas.check.rules import (
    absolute_word,
    all_or_none,
    claim_without_source,
    counterpart_differs,
    dead_link,
    diagram_place,
    distress_words,
    duplicate_id,
    duplicate_option,
    empty_draw,
    future_review,
    glyph_missing,
    guide_groups,
    hard_to_read,
    heading_id,
    hedged_source,
    html_in_text,
    key_not_an_option,
    key_position,
    longest_option,
    missing_counterpart,
    missing_word,
    near_duplicate,
    no_picture,
    not_in_nav,
    not_shown,
    not_yours,
    other_dialect,
    overdue_review,
    own_profession,
    paper_limits,
    phone_number,
    profile,
    scope_complete,
    search_words,
    sensitive_page,
    short_quiz,
    sign_block,
    sign_source,
    sign_twice,
    source_address,
    source_grade,
    telling_sheet,
    thin_rationale,
    unknown_file,
    unknown_folder,
    unknown_name,
    unmarked_negative,
    unpractised_page,
    unused_source,
    verdict_word,
)
from tas.ground.parallel import side_by_side
from tas.problems import OFF, Problem

if TYPE_CHECKING:
    from tas.read.bag import Bag

RULES = (
    absolute_word,
    all_or_none,
    claim_without_source,
    counterpart_differs,
    dead_link,
    diagram_place,
    distress_words,
    duplicate_id,
    duplicate_option,
    empty_draw,
    future_review,
    glyph_missing,
    guide_groups,
    hard_to_read,
    heading_id,
    hedged_source,
    html_in_text,
    key_not_an_option,
    key_position,
    longest_option,
    missing_counterpart,
    missing_word,
    near_duplicate,
    no_picture,
    not_in_nav,
    not_shown,
    not_yours,
    other_dialect,
    overdue_review,
    own_profession,
    paper_limits,
    phone_number,
    profile,
    scope_complete,
    search_words,
    sensitive_page,
    short_quiz,
    sign_block,
    sign_source,
    sign_twice,
    source_address,
    source_grade,
    telling_sheet,
    thin_rationale,
    unknown_file,
    unknown_folder,
    unknown_name,
    unmarked_negative,
    unpractised_page,
    unused_source,
    verdict_word,
)


def apply_rules(bag: Bag) -> list[Problem]:
    """What all rules find, at the level that the project gives them; half of them at a time."""
    halves = {str(half): partial(_found, bag, RULES[half::2]) for half in range(2)}
    return [problem for found in side_by_side(halves).values() for problem in found]


def _found(bag: Bag, rules: Iterable[ModuleType]) -> list[Problem]:
    found = []
    for rule in rules:
        level = bag.project.options.levels.get(rule.ID, rule.LEVEL)
        if level != OFF:
            found += [replace(problem, level=level, rule=rule.ID) for problem in rule.check(bag)]
    return found
