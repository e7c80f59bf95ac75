"""A reader who has a keyboard and no mouse: takes a quiz to its end, item by item, and reads what is announced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

SLOW_CLOCK = "(() => { let now = 1e12; Date.now = () => (now += 3000); })();"
"""A reader who takes three seconds for each answer, in no time."""

SET_UP = "document.querySelector('tas-quiz').items.forEach(item => item.setUp())"
"""For who touches items that no reader sees yet: each is set up when it is first shown."""

WHERE = """() => {
  const at = document.activeElement, item = at.closest('[data-part=item]'), row = at.closest('[data-row], .order > li');
  return {item: item ? item.dataset.item : null, tag: at.tagName, type: at.type || '', value: at.value || '', checked: at.checked === true,
    label: at.getAttribute('aria-label') || '', do: at.dataset.do || '', go: at.classList.contains('go') || at.classList.contains('check'),
    row: row ? row.dataset.row || row.dataset.option || '' : '', name: at.name || ''};
}"""


@dataclass
class Item:
    """An item as the page holds it."""

    id: str
    scoring: dict[str, Any]
    options: list[str]
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
                return data["key"] if right else [next(one for one in self.options if one not in data["key"])]
            case "match":
                return (
                    data["key"] if right else [next(one for one in self.options if one != key) for key in data["key"]]
                )
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
        self.words = page.evaluate("() => tas.words")
        self.items = [
            Item(one["id"], json.loads(one["scoring"]), one["options"], one["rows"])
            for one in page.eval_on_selector_all(
                f"{quiz} [data-part=item]",
                """all => all.map(f => ({id: f.dataset.item, scoring: f.dataset.scoring, rows: [...f.querySelectorAll('[data-row] > label')].map(l => l.parentElement.dataset.row),
                   options: [...new Set([...f.querySelectorAll('input[type=radio], input[type=checkbox], option')].map(o => o.value).filter(Boolean))]}))""",
            )
        ]

    @property
    def screen(self) -> str:
        return self.page.get_attribute(self.quiz, "data-screen") or ""

    @property
    def current(self) -> Item:
        shown = self.page.locator(f"{self.quiz} [data-part=item]:visible").get_attribute("data-item")
        return next(item for item in self.items if item.id == shown)

    def where(self) -> dict[str, Any]:
        return self.page.evaluate(WHERE)

    def tab_until(self, wanted, *, key: str = "Tab", most: int = 200) -> dict[str, Any]:
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

    def go(self) -> None:
        """The one button that goes on."""
        self.tab_until(lambda at: at["go"])
        self.page.keyboard.press("Enter")

    def answer(self, item: Item, way: str) -> None:
        response, kind = item.response(way), item.scoring["kind"]
        if kind == "choice":
            self.tab_until(lambda at: at["item"] == item.id and at["type"] in ("radio", "checkbox"))
            self._choose(item, response)
        elif kind == "match":
            for row, value in zip(item.rows, response, strict=True):
                self.tab_until(lambda at, row=row: at["row"] == row and at["type"] == "radio")
                self._radio(item, value)
        elif kind == "order":
            self._order(item, response)
        else:
            self.tab_until(lambda at: at["item"] == item.id and at["type"] in ("text", "textarea"))
            self.page.keyboard.type(response[0] if response else "")

    def _choose(self, item: Item, response: list[str]) -> None:
        if self.where()["type"] == "checkbox":
            left = set(response)
            while left:
                at = self.tab_until(lambda at: at["value"] in left)
                self.page.keyboard.press("Space")
                left.remove(at["value"])
            return
        self._radio(item, response[0])

    def _radio(self, item: Item, value: str) -> None:
        self.page.keyboard.press("Space")
        for _ in range(len(item.options)):
            at = self.where()
            if at["value"] == value and at["checked"]:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never reach {value}")

    def _order(self, item: Item, response: list[str]) -> None:
        for place, wanted in enumerate(response):
            button = f'{self.quiz} [data-item="{item.id}"] [data-option="{wanted}"] .moves button'
            for _ in range(self.order(item).index(wanted) - place):
                self.page.locator(button).first.focus()
                self.page.keyboard.press("Enter")
                assert self.where()["row"] == wanted, "the pressed button keeps the focus"

    def order(self, item: Item) -> list[str]:
        return self.page.eval_on_selector_all(
            f'{self.quiz} [data-item="{item.id}"] .order > li', "all => all.map(li => li.dataset.option)"
        )

    def check(self) -> str:
        """Press "Check" and return what is announced; the focus stays on the button that now goes on."""
        self.go()
        self.page.locator(f"{self.quiz} .feedback:visible").first.wait_for()
        assert self.where()["go"]
        return self.said()

    def all_items(self, way: str) -> Iterator[tuple[Item, str]]:
        """Practice from the start screen: answer and check every item that is scored, up to the end."""
        self.press("begin")
        while self.screen == "item":
            item = self.current
            if item.scored:
                self.answer(item, way)
                yield item, self.check()
                self.page.wait_for_timeout(310)
            self.go()

    def said(self) -> str:
        return self.page.locator(f"{self.quiz} .quiz-say").text_content() or ""
