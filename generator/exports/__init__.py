"""Export formats: what is made from a guide or a quiz, one module each; a new one is its module and its line here.

A form of a guide has `ID`, `SUFFIX` (behind the guide's name in the address), `TITLE` (an interface word) and
`job(library, renderer, guide_id, url=…)`. What stands for several guides at once (`facing`, `trainer_pack`) says so itself.
"""

from __future__ import annotations

from generator.exports import guide_booklet, guide_fillable, guide_large, guide_pdf

GUIDE_EXPORTS = (guide_pdf, guide_large, guide_booklet, guide_fillable)
EXPORTS = (*GUIDE_EXPORTS,)
