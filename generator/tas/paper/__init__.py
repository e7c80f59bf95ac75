"""Export formats: what is made from a guide or a quiz, one module each; a new one is its module and its line here.

A form of a guide has `ID`, `SUFFIX` (behind the guide's name in the address), `TITLE` (an interface word) and
`job(library, renderer, guide_id, url=…)`. A quiz is made in variants, paper and key
apart; `guide_facing` takes two editions, `trainer_pack` all papers of one.
"""

from __future__ import annotations

from tas.paper import (
    guide_booklet,
    guide_facing,
    guide_fillable,
    guide_large,
    guide_observation,
    guide_pdf,
    quiz_key,
    quiz_paper,
    trainer_pack,
)

GUIDE_EXPORTS = (guide_pdf, guide_large, guide_booklet, guide_fillable, guide_observation)
QUIZ_EXPORTS = (quiz_paper, quiz_key)
EXPORTS = (*GUIDE_EXPORTS, guide_facing, *QUIZ_EXPORTS, trainer_pack)
