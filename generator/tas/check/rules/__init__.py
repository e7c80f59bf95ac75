"""Content rules: one file each with ID, LEVEL, a docstring that is its manual page, and `check`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

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
from tas.problems import Finding
from tas.read.bag import Bag


class Rule(Protocol):
    """What each module of this folder is. Its docstring is its page in the manual: what it asks, what passes, what fails."""

    __doc__: str | None
    ID: str
    """As messages and mkdocs.yml name it; the module's name with dashes."""
    LEVEL: str
    """`error`, `warning` or `off`, where mkdocs.yml sets no other."""

    def check(self, bag: Bag) -> Iterator[Finding]:
        """Everything that the rule finds, in any order."""


RULES: tuple[Rule, ...] = (
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
