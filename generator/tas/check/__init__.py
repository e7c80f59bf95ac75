"""What is wrong with the content: rules, and the reports of `tas check`."""

from __future__ import annotations

from tas.check.rules import RULES
from tas.in_step.compare import in_step
from tas.problems import OFF, Problem
from tas.read.bag import Bag


def check(bag: Bag) -> list[Problem]:
    """Everything that is wrong with the bag, in the order of files: what could not be read, and what the rules find."""
    found = {*bag.problems}
    in_step(bag)  # pages and papers tell what is behind, whether the rule is on or off
    for rule in RULES:
        level = bag.project.options.levels.get(rule.ID, rule.LEVEL)
        if level != OFF:
            found |= {Problem(*place, level, message, rule.ID) for place, message in rule.check(bag)}
    return sorted(found)
