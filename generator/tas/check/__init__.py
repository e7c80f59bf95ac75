"""What is wrong with the content: rules, and the reports of `tas check`."""

from __future__ import annotations

from tas.check.alone import found_again
from tas.check.rules import RULES
from tas.ground.parts import PARTS, Parts
from tas.in_step.compare import in_step
from tas.problems import OFF, Problem
from tas.read.bag import Bag


def check(bag: Bag, kept: Parts | None = None) -> list[Problem]:
    """Everything that is wrong with the bag, in the order of files: what could not be read, and what the rules find.

    `kept`: what an earlier run has found in files that are still the same.
    """
    in_step(bag)  # pages and papers tell what is behind, whether the rule is on or off
    levels = [(rule, bag.project.options.levels.get(rule.ID, rule.LEVEL)) for rule in RULES]
    asked = [(rule, level) for rule, level in levels if level != OFF]
    return sorted({*bag.problems} | found_again(bag, asked, kept or Parts()))


def check_kept(bag: Bag) -> list[Problem]:
    """The same with what the bag keeps, for the next run to find."""
    kept = Parts(bag.project.root / PARTS / "check")
    found = check(bag, kept)
    kept.save()
    return found
