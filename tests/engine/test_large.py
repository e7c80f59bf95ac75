"""What nobody writes by hand, and a slip of a program can: said at once, before anything grows with the square of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzzing import found
from mutations import within

HEAD = "---\ntitle: A\ndescription: B\nreviewed: 2026-11-01\nsources: []\nkey_points: [a, b, c]\n---\n\n"


@pytest.mark.parametrize("letters", ["![", "[", "*a* ", "a\n", "- a\n", "`", "&amp;", "[x](", "|a|\n"])
def test_a_page_in_one_block_is_told_before_it_is_rendered(tiny: Path, letters: str) -> None:
    (tiny / "docs/id/role/more.md").write_text(HEAD + letters * (90_000 // len(letters)))
    with within(5):
        said = [str(problem) for problem in found(tiny) if problem.file.endswith("more.md")]
    assert "docs/id/role/more.md:9:1: error: " in said[0] and "an empty line makes two of it" in said[0]


def test_a_list_of_a_hundred_thousand_is_told_at_the_value_that_is_too_much(tiny: Path) -> None:
    (tiny / "reference/id/wording.yml").write_text("- a\n" * 100_000)
    with within(5):
        said = [str(problem) for problem in found(tiny) if "20000 values" in problem.message]
    assert [line.partition(" error")[0] for line in said] == ["reference/id/wording.yml:20000:3:"]
