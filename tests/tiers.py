"""What runs each time, and what waits for `--release`: one more text of the same kind walks through the same code with other words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest


def a_few(values: Sequence[Any], count: int) -> list[Any]:
    """All of the parameters: `count` of them, spread over the list, in each run, the rest before a release."""
    always = {number * len(values) // count for number in range(count)}
    return [value if number in always else at_a_release(value) for number, value in enumerate(values)]


def at_a_release(value: Any) -> Any:
    """The parameter, marked so that only `--release` asks for it."""
    given = value if hasattr(value, "marks") else pytest.param(value)
    return pytest.param(*given.values, marks=(*given.marks, pytest.mark.release), id=given.id)
