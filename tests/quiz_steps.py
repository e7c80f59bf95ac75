"""A quiz as a reader with a finger takes it, wherever it stands: on the site, in a zip, in the one file."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

ANSWERED = "[data-part=item][data-state=right], [data-part=item][data-state=wrong]"


def answer_first(place: Page | Locator) -> None:
    """Begin, tap the first option of the first question, then "Check"; the verdict is told."""
    place.locator("[data-do=begin]").click()
    place.locator("[data-part=item]:visible label.option").first.click()
    place.locator(".stage-foot .go").click()
    place.locator(f"{ANSWERED} >> visible=true").wait_for()


def told(place: Page | Locator) -> list[list[str | None]]:
    """What was answered, as (item, verdict, option that is chosen)."""
    return place.locator(ANSWERED).evaluate_all(
        "all => all.map(f => [f.dataset.item, f.dataset.state, (f.querySelector('input:checked') || {}).value])"
    )
