"""Papers: what is made from a guide or a quiz. `EXPORTS` holds every kind, in the order in which a page offers them.

A new kind is an `Export` (`export.py`) and its line here; `trainer_pack` packs what all of them made.
"""

from __future__ import annotations

from tas.paper import flashcards, guide_facing, guide_observation
from tas.paper.export import Export
from tas.paper.guide_forms import GUIDE_FORMS
from tas.paper.posters import POSTERS
from tas.paper.quiz_forms import QUIZ_FORMS
from tas.paper.wallet_cards import WALLET_CARDS

EXPORTS: tuple[Export, ...] = (
    *GUIDE_FORMS,
    guide_observation,
    guide_facing,
    *QUIZ_FORMS,
    *POSTERS,
    *WALLET_CARDS,
    flashcards,
)
