"""A bag's own colours can be told apart: text 4.5 to 1 from its ground, shapes 3 to 1, in the light scheme and in the dark one.

Passes: `colours: {light: {blue: "#004d40"}}`
Fails: `colours: {light: {blue: "#88c0d0"}}`, which is too pale for text on paper
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.colours import palette, too_close

ID = "low-contrast"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    """A sentence for each colour, about the ground from which it stands out least."""
    for scheme, own in bag.project.options.colours:
        worst: dict[str, tuple[float, str]] = {}
        for first, second, found, least in too_close(palette(scheme, own)):
            named, other = (first, second) if first in own else (second, first)
            said = f"{named} has a contrast of {found:.1f} with {other} in the {scheme} scheme, but needs {least:g}; choose a darker or a lighter colour"
            worst[named] = min(worst.get(named, (1.0, "")), (found / least, said))
        for named, (_, said) in worst.items():
            if named in own:
                yield bag.project.place("tas", "colours", scheme, named), said
