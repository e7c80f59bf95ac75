"""Whatever lies in the folders, the check answers in sentences, and what is green is built (the long run: bench/fuzz.py)."""

from __future__ import annotations

import pytest
from fuzzing import attempt
from tiers import at_a_release


def seeds(count: int, *, each: int, quick: int) -> list:
    """Every seed before a release; some of them in each run, and the first few of these in the quick tests too."""
    slow = [pytest.param(seed, marks=[pytest.mark.slow] if seed >= quick else []) for seed in range(count)]
    return [*slow[:each], *map(at_a_release, slow[each:])]


@pytest.mark.parametrize("seed", seeds(40, each=14, quick=1))
def test_fifty_spoilt_inputs_are_answered_in_sentences(seed: int) -> None:
    """In bags with many changes and in bags with few: what is broken hides what else is."""
    plan = [16, 12, 8, 6, 4, 2, 1, 1]
    for number, times in enumerate(plan):
        outcome = attempt(seed * 100 + number, times)
        assert outcome.faults == [], f"attempt({seed * 100 + number}, {times})"
    assert sum(plan) == 50


@pytest.mark.parametrize("seed", seeds(20, each=6, quick=0))
def test_what_is_green_is_built(seed: int) -> None:
    built = 0
    for number in range(seed * 1000, seed * 1000 + 60):
        outcome = attempt(number, 1, gently=True, build=True)
        assert outcome.faults == [], f"attempt({number}, 1, gently=True, build=True)"
        built += outcome.built
        if built == 5:
            return
    pytest.fail("too few of them are green")
