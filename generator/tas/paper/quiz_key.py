"""Quiz -> answer key of one variant, with every rationale and its sources; a file of its own, so that no paper carries it."""

from __future__ import annotations

from tas.ground.words import N_
from tas.paper.job import Job
from tas.paper.quiz_paper import paper
from tas.read.library import Library
from tas.render.environment import Renderer

ID = "quiz-key"
TITLE = N_("Answers to variant {variant}, with explanations (PDF, A4)")
MOST = 30


def job(library: Library, renderer: Renderer, quiz_id: str, *, variant: str, seed: str = "") -> Job:
    return paper(library, renderer, quiz_id, "paper/key.html.j2", variant=variant, seed=seed, most=MOST)
