"""Papers: what is made from a guide or a quiz. `EXPORTS` holds every kind, in the order in which a page offers them.

A new kind is an `Export` (`export.py`) and its line here; `trainer_pack` packs what all of them made.
"""

from __future__ import annotations

from tas.paper import flashcards, guide_facing, guide_observation
from tas.paper.danger_leaf import LEAF_FORMS
from tas.paper.export import Export
from tas.paper.guide_forms import FAMILY_FORM, GUIDE, OTHER_FORMS
from tas.paper.posters import POSTERS
from tas.paper.quiz_forms import QUIZ_FORMS
from tas.paper.sessions import SESSION_PAPERS
from tas.paper.wallet_cards import WALLET_CARDS

EXPORTS: tuple[Export, ...] = (
    GUIDE,
    LEAF_FORMS[0],
    FAMILY_FORM,
    *OTHER_FORMS,
    LEAF_FORMS[1],
    guide_observation,
    guide_facing,
    *QUIZ_FORMS,
    *SESSION_PAPERS,
    *POSTERS,
    *WALLET_CARDS,
    flashcards,
)
