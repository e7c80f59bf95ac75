"""Cards to learn by heart, from what has a home already: words of the glossary, danger signs, who does which task."""

from __future__ import annotations

from collections.abc import Iterator

from tas.ground.words import N_
from tas.read.library import Library
from tas.render.links import UncitedLinks
from tas.text.inline import render_inline
from tas.view.codes import FIELD, RECORD

Card = tuple[str, str, str, str]
"""(id, kind, front, back): plain text; the id is the same in every edition."""
SIGN, WHO = N_("{who}: {sign}. What do you do?"), N_("{task}: who does that?")
URGENCY = {"emergency": N_("Emergency"), "now": N_("Now"), "today": N_("Today")}


def cards(library: Library) -> Iterator[Card]:
    """All of the edition. No card is about violence or self-harm, for on which box it lies is kept: such groups hang on no wall."""
    say = library.gettext
    for term in library.terms.values():
        short = f" ({term.abbreviation})" if term.abbreviation else ""
        yield f"word:{term.id}", "word", term.term + short, _plain(library, term.meaning)
    for group in library.danger_signs.values():
        for level, blocks in group.by_urgency() if group.wall else ():
            for sign in (sign for _, signs in blocks for sign in signs):
                front = say(SIGN).format(who=group.title, sign=_plain(library, sign.text).rstrip("."))
                back = f"{say(URGENCY[level.urgency])}. {_plain(library, sign.first or level.act)}"
                yield f"sign:{group.id}/{sign.id}", "sign", front, back
    own = library.own_profession
    for task in library.tasks.values() if own else ():
        doers = [library.professions[name].name for name in task.does if name in library.professions]
        if doers:
            front = say(WHO).format(task=_plain(library, task.text).rstrip("."))
            yield f"who:{task.id}", "who", front, ", ".join(doers)


def card_data(library: Library) -> str:
    """One record a card, as cards.js reads them."""
    return RECORD.join(FIELD.join(card) for card in cards(library))


def _plain(library: Library, text: str) -> str:
    """With the names and numbers of whom to call, without citations."""
    words = render_inline(text, UncitedLinks(library, "", ()), library.edition.code).striptags()
    return " ".join(words.replace(RECORD, " ").replace(FIELD, " ").split())
