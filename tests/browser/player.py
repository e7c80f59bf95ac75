"""A reader who has a keyboard and no mouse: takes a quiz to its end, item by item, and reads what is announced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

SLOW_CLOCK = "(() => { let now = 1e12; Date.now = () => (now += 3000); })();"
"""A reader who takes three seconds for each answer, in no time."""

WHERE = """() => {
  const at = document.activeElement, item = at.closest('fieldset.item'), row = at.closest('.row, li');
  return {item: item ? item.dataset.item : null, tag: at.tagName, type: at.type || '', value: at.value || '', checked: at.checked === true,
    label: at.getAttribute('aria-label') || '', do: at.dataset.do || '', check: at.classList.contains('check'),
    row: row ? row.dataset.row || row.dataset.option || '' : '', name: at.name || ''};
}"""


@dataclass
class Item:
    """An item as the page holds it."""

    id: str
    scoring: dict[str, Any]
    rows: list[str]

    @property
    def scored(self) -> bool:
        return self.scoring["kind"] != "open"

    def response(self, way: str) -> list[str]:
        """The best answer (`right`) or one that is not right at all (`wrong`)."""
        data, right = self.scoring, way == "right"
        if data.get("mapping"):
            return [(max if right else min)(data["mapping"], key=lambda option: sum(data["mapping"][option].values()))]
        match data["kind"]:
            case "choice":
                return data["key"] if right else [next(one for one in self.rows if one not in data["key"])]
            case "match":
                return data["key"] if right else [next(one for one in self.rows if one != key) for key in data["key"]]
            case "order":
                return data["key"] if right else []
            case "number":
                return data["key"][:1] if right else ["-987654"]
            case _:
                return data["key"][:1] if right else ["zzz"]


class Reader:
    """Everything goes through the keyboard; the page is only looked at, never touched."""

    def __init__(self, page: Page, quiz: str = "tas-quiz"):
        self.page = page
        self.quiz = quiz
        page.wait_for_selector(f"{quiz}.is-ready")
        self.words = json.loads(page.get_attribute(quiz, "data-words") or "")
        self.items = [
            Item(one["id"], json.loads(one["scoring"]), one["rows"])
            for one in page.eval_on_selector_all(
                f"{quiz} fieldset.item",
                """all => all.map(f => ({id: f.dataset.item, scoring: f.dataset.scoring, rows: Array.from(
                   f.querySelectorAll('select') .length ? f.querySelector('select').options : f.querySelectorAll('.options input'), o => o.value).filter(Boolean)}))""",
            )
        ]

    def where(self) -> dict[str, Any]:
        return self.page.evaluate(WHERE)

    def tab_until(self, wanted, *, key: str = "Tab", most: int = 400) -> dict[str, Any]:
        for _ in range(most):
            at = self.where()
            if wanted(at):
                return at
            self.page.keyboard.press(key)
        raise AssertionError(f"{key} never gets there; it stands at {at}")

    def press(self, name: str) -> None:
        """A button by its `data-do`."""
        self.tab_until(lambda at: at["do"] == name)
        self.page.keyboard.press("Enter")

    def answer(self, item: Item, way: str) -> None:
        response, kind = item.response(way), item.scoring["kind"]
        self.tab_until(lambda at: at["item"] == item.id)
        if kind == "choice":
            self._choose(item, response)
        elif kind == "match":
            for value in response:
                self.page.keyboard.press("Home")
                for _ in range(item.rows.index(value) + 1):
                    self.page.keyboard.press("ArrowDown")
                assert self.where()["value"] == value
                self.page.keyboard.press("Tab")
        elif kind == "order":
            self._order(item, response)
        else:
            self.page.keyboard.type(response[0] if response else "")

    def _choose(self, item: Item, response: list[str]) -> None:
        if self.where()["type"] == "checkbox":
            left = set(response)
            while left:
                at = self.tab_until(lambda at: at["value"] in left)
                self.page.keyboard.press("Space")
                left.remove(at["value"])
            return
        self.page.keyboard.press("Space")
        for _ in range(len(item.rows)):
            if self.where()["value"] == response[0] and self.where()["checked"]:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never reach {response[0]}")

    def _order(self, item: Item, response: list[str]) -> None:
        for place, wanted in enumerate(response):
            shown = self.order(item)
            for _ in range(shown.index(wanted) - place):
                up = self.words["up"]
                at = self.where()
                back = (
                    self.order(item).index(at["row"]) > self.order(item).index(wanted)
                    if at["row"] in response
                    else False
                )
                key = "Shift+Tab" if back else "Tab"
                self.tab_until(
                    lambda at, row=wanted, up=up: at["row"] == row and at["label"].startswith(up), key=key, most=30
                )
                self.page.keyboard.press("Enter")
                assert self.where()["row"] == wanted, "the pressed button keeps the focus"

    def order(self, item: Item) -> list[str]:
        return self.page.eval_on_selector_all(
            f'{self.quiz} [data-item="{item.id}"] .order > li', "all => all.map(li => li.dataset.option)"
        )

    def check(self, item: Item) -> str:
        """Press "Check" and return what is announced; the focus stays."""
        self.tab_until(lambda at: at["check"] and at["item"] == item.id)
        self.page.keyboard.press("Enter")
        assert self.where()["check"] and self.where()["item"] == item.id
        feedback = self.page.locator(f'{self.quiz} [data-item="{item.id}"] [role="status"]')
        return feedback.inner_text()

    def all_items(self, way: str) -> Iterator[tuple[Item, str]]:
        """Practice: answer and check every item that is scored."""
        for item in self.items:
            if item.scored:
                self.answer(item, way)
                yield item, self.check(item)

    def said(self) -> str:
        return self.page.locator(f"{self.quiz} .quiz-say").inner_text()
