"""A training session adds up, and keeps its secrets: its steps take its minutes together, and what one card hides stands nowhere that another player reads.

Passes: `minutes: 90` with steps of 20, 40 and 30 minutes
Fails: `minutes: 90` with steps of 20, 40 and 20; a `secret` that is repeated in the scene or on another card
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.model.session import RolePlay, Session
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.yaml_data import Path_
from tas.text.inline import plain

ID = "session-plan"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for name, session in library.training.items():
            document = library.documents["training", name]
            yield from _minutes(document, session)
            yield from _told(document, session.role_play)


def _minutes(document: Document, session: Session) -> Iterator[Finding]:
    taken = sum(step.minutes for step in session.steps)
    if lacking := session.minutes - taken:
        repair = f"give a step {lacking} more" if lacking > 0 else f"take {-lacking} off a step"
        said = f"the steps take {taken} minutes, but the session has {session.minutes}; {repair}, or change minutes"
        yield document.place(("minutes",)), said


def _told(document: Document, play: RolePlay) -> Iterator[Finding]:
    for index, role in enumerate(play.roles):
        others = [other for other in play.roles if other is not role]
        read = [
            *play.scene,
            *play.observer.ticks,
            play.observer.afterwards,
            *(text for other in others for text in (other.name, other.who, *other.knows, *other.plays)),
            *(text for other in others for text in (other.secret.says if other.secret else ())),
            *(other.first_words for other in others if other.first_words),
            role.who,
        ]
        for place, secret in enumerate(role.secret.says if role.secret else ()):
            hidden = _bare(secret)
            if any(hidden in _bare(text) for text in read):
                path: Path_ = ("role_play", "roles", index, "secret", "says", place)
                said = f"the secret of {role.name} stands where others read it too; say it on this card alone"
                yield document.place(path), said


def _bare(text: str) -> str:
    """Letters and digits: the same words are the same secret, however they are set."""
    return "".join(letter for letter in plain(text).casefold() if letter.isalnum())
