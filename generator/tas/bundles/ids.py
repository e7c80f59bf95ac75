"""Gives every id of a whole edition a name of its own in one file, as short as may be: they are a quarter of its weight otherwise.

A page keeps its readable address (`duties/home-visits`). What the search and other pages lead to is found under the page's number
(`7:steps`); all other ids and names are numbered (`7.1a`).
"""

from __future__ import annotations

from tas.bundles.html_tree import Element

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
READABLE = {"h1", "h2", "h3", "h4", "dt"}
POINTING = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"}
"""Attributes that name ids."""


class Names:
    """The names of one page."""

    def __init__(self, number: int, tree: Element):
        self.code = short(number)
        self.ids: dict[str, str] = {}
        self.groups: dict[str, str] = {}
        for element in tree.iter():
            name = element.get("id")
            if name is not None:
                new = name if element.tag in READABLE else short(len(self.ids))
                self.ids[name] = f"{self.code}{':' if element.tag in READABLE else '.'}{new}"

    def rename(self, tree: Element) -> None:
        """Put the names in place of the old ones; choices that shared a name share the new one."""
        for element in tree.iter():
            for attribute in tuple(element.attrib):
                if attribute == "id":
                    element.set("id", self.ids[element.attrib["id"]])
                elif attribute in POINTING:
                    named = element.attrib[attribute].split()
                    element.set(attribute, " ".join(self.ids.get(name, name) for name in named))
                elif attribute == "name" and element.tag == "input":
                    name = element.attrib["name"]
                    element.set("name", self.groups.setdefault(name, f"{self.code}-{short(len(self.groups))}"))


def short(number: int) -> str:
    """Base 36."""
    high, low = divmod(number, len(DIGITS))
    return (short(high) if high else "") + DIGITS[low]
