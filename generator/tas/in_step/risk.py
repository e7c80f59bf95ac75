"""How much hangs on a block: `safety` first, then `law`, then the `rest`."""

from __future__ import annotations

import re

from tas.in_step.blocks import Block
from tas.read.library import Library
from tas.view.safety import is_sensitive

SAFETY, LAW, REST = "safety", "law", "rest"
RISKS = (SAFETY, LAW, REST)
"""The gravest first."""

SAFETY_FILES = {"danger-signs", "contacts", "distress"}
DOSE = re.compile(r"\d\s?(?:mg|mcg|µg|ml|IU|IE|UI)\b")
CITED = re.compile(r"\]\(source:([a-z0-9-]+)\)")
OFFICIAL = "A"
"""The grade of law, ministry and health service."""


def is_safe_matter(library: Library, folder: str, name: str) -> bool:
    """Whether a whole file is about safety: danger signs, whom to call, violence and self-harm with the duty to report."""
    if folder == "reference":
        return name in SAFETY_FILES
    if folder == "docs":
        return name == "danger-signs" or is_sensitive(library, name)
    if folder == "quizzes":
        quiz = library.quizzes.get(name)
        return bool(quiz and quiz.sensitive) or name == "danger-signs"
    slug = library.shown_on("session" if folder == "training" else "guide").get(name, "")
    return is_sensitive(library, slug)


def risk(library: Library, block: Block) -> str:
    """Of one block in a file that is not about safety as a whole."""
    if DOSE.search(block.text):
        return SAFETY
    cited = CITED.findall(block.text)
    if any(name in library.sources and library.sources[name].grade == OFFICIAL for name in cited):
        return LAW
    return REST
