"""The training sessions of this bag: three of ninety minutes an edition, from what its pages, guides and quizzes already teach."""

from __future__ import annotations

import pytest
from kit import whole_bag
from tas.check.texts import texts_of

CODES = ("id", "nl")


@pytest.mark.parametrize("code", CODES)
def test_three_sessions_of_ninety_minutes(code: str) -> None:
    sessions = whole_bag().libraries[code].training
    assert len(sessions) == 3
    for session in sessions.values():
        assert session.minutes == sum(step.minutes for step in session.steps) == 90
        assert {printed.made for printed in session.print} >= {"guide", "quiz"} and session.stations and session.read
        assert sum(role.secret is not None for role in session.role_play.roles) >= 2
        assert len({session.code, *(other.code for other in sessions.values())}) == 3


def test_both_editions_have_the_same_sessions_for_as_many_players() -> None:
    one, other = (
        {name: len(session.role_play.roles) for name, session in library.training.items()} for library in whole_bag()
    )
    assert one == other


@pytest.mark.parametrize("code", CODES)
def test_what_is_about_safety_waits_for_a_signature_and_can_be_left(code: str) -> None:
    library = whole_bag().libraries[code]
    waiting = {name for name, session in library.training.items() if session.waits_for}
    assert waiting == {"danger-sign", "hard-talk"}
    assert library.pages["training/hard-talk"].sensitive
    assert not any(session.checked_by for session in library.training.values())


@pytest.mark.parametrize("code", CODES)
def test_whom_to_call_comes_from_the_contacts(code: str) -> None:
    """In the talk about a danger each level that it names leads to somebody whom `danger-signs.yml` names there too."""
    library = whole_bag().libraries[code]
    for name, group in (("danger-sign", "newborn"), ("hard-talk", "mood")):
        document = library.documents["training", name]
        called = {
            link.name
            for text in texts_of(document)
            if text.path[0] == "talk"
            for link in text.links
            if link.scheme == "contact"
        }
        level = next(level for level in library.danger_signs[group].levels if level.urgency == "emergency")
        assert called and called <= set(level.call), f"{document.path} calls {called}"
