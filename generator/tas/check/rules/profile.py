"""A fit quiz adds up: every answer counts for a subscale that exists, and every sum lies in exactly one band.

At least four items a subscale, one of them reversed; its items stand in sections of its part, those of `knowledge` have a key.

Passes: four likert items for `patience`, bands 4–9, 10–14, 15–20
Fails: bands 4–9, 11–14, 15–20: the sum 10 lies in none
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tas.model.items.likert import Likert
from tas.model.items.reflection import Reflection
from tas.model.items.single_choice import SingleChoice
from tas.model.items.situational import Situational
from tas.model.items.true_false import TrueFalse
from tas.model.profile import BAND_IDS, Profile, Subscale
from tas.problems import ERROR, Finding, listed
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.library import Library
from tas.read.written import Written

ID = "profile"
LEVEL = ERROR

LEAST = 4

Scored = Likert | Situational
"""Items whose answers count for subscales."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for name, quiz in library.quizzes.items():
            written = [one for one in library.written_items() if one.quiz == name]
            if quiz.profile is None:
                yield from _without(written)
            else:
                yield from _parts(library, name)
                for one in written:
                    yield from _item(one, quiz.profile)
                for index, subscale in enumerate(quiz.profile.subscales):
                    yield from _subscale(library.documents["quizzes", name], index, subscale, written)


def _without(written: list[Written]) -> Iterator[Finding]:
    """In a knowledge quiz nothing counts for a subscale."""
    for one in written:
        if isinstance(one.item, Likert):
            yield one.place("type"), "a likert item needs a profile; this quiz has none"
        elif isinstance(one.item, Situational):
            if one.item.subscales:
                yield one.place("options"), "points per subscale need a profile; here each option has points: 0, 1 or 2"
            elif not {0, 2} <= {option.points for option in one.item.options if isinstance(option.points, int)}:
                yield one.place("options"), "the options need at least one with points: 2 and one with points: 0"
            if one.item.learn is None:
                yield one.place(), 'the field "learn" is missing; add the page and section that teach the answer'
        if one.section.part:
            yield one.document.place(one.path[:2]), "`part` belongs to a quiz with a profile; remove it"


def _parts(library: Library, name: str) -> Iterator[Finding]:
    for index, section in enumerate(library.quizzes[name].sections):
        if section.part is None:
            yield (
                library.documents["quizzes", name].place(("sections", index)),
                "in a fit quiz every section says its part: tasks, conditions or knowledge",
            )


def _item(written: Written, profile: Profile) -> Iterator[Finding]:
    item, part = written.item, written.section.part
    if isinstance(item, Likert):
        scales = [scale.id for scale in profile.scales]
        if item.scale not in scales:
            yield written.place("scale"), f'there is no scale "{item.scale}" in this profile{_hint(item.scale, scales)}'
    if isinstance(item, Situational) and any(
        not isinstance(option.points, dict) or set(option.points) != set(item.subscales) for option in item.options
    ):
        yield written.place("options"), "in a fit quiz the points of every option name the same subscales, one or two"
    if isinstance(item, Likert | Situational):
        for name in item.subscales:
            yield from _named(written, name, profile)
    elif part == "knowledge" and not isinstance(item, SingleChoice | TrueFalse | Reflection):
        yield written.place("type"), "the part `knowledge` asks true-false or single-choice items"
    elif part != "knowledge" and not isinstance(item, Reflection):
        yield (
            written.place("type"),
            f"the part `{part}` asks likert or situational items; this one belongs to `knowledge`",
        )


def _named(written: Written, name: str, profile: Profile) -> Iterator[Finding]:
    """The subscale exists and lies in the part in which the item stands."""
    subscales = {subscale.id: subscale for subscale in profile.subscales}
    field = "subscale" if isinstance(written.item, Likert) else "options"
    if name not in subscales:
        yield written.place(field), f'there is no subscale "{name}" in this profile{_hint(name, list(subscales))}'
    elif written.section.part != subscales[name].part:
        yield (
            written.place(field),
            f'the subscale "{name}" belongs to the part `{subscales[name].part}`, but this section is `{written.section.part}`',
        )


def _subscale(document: Document, index: int, subscale: Subscale, written: list[Written]) -> Iterator[Finding]:
    path = ("profile", "subscales", index)
    counted = [one.item for one in written if isinstance(one.item, Scored) and subscale.id in one.item.subscales]
    likert = [item for item in counted if isinstance(item, Likert)]
    reverse = sum(item.reverse for item in likert)
    if len(counted) < LEAST:
        yield document.place((*path, "id")), f'"{subscale.id}" rests on {len(counted)} items; write at least {LEAST}'
        return
    if not 0 < reverse <= len(counted) / 2:
        yield (
            document.place((*path, "id")),
            f'of the items of "{subscale.id}" {reverse} are reversed; at least one is, at most half are',
        )
    yield from _bands(document, path, subscale, counted)


def _bands(document: Document, path: tuple, subscale: Subscale, counted: list[Scored]) -> Iterator[Finding]:
    points = [[counts.get(subscale.id, 0) for counts in item.mapping.values()] for item in counted]
    least, most = sum(map(min, points)), sum(map(max, points))
    if tuple(band.id for band in subscale.bands) != BAND_IDS:
        yield document.place((*path, "bands")), "the bands are low, middle and high, in this order"
        return
    wanted = least
    for index, band in enumerate(subscale.bands):
        if band.from_ != wanted or band.to < band.from_:
            lies = "two bands" if band.from_ < wanted else "none"
            why = f"the lowest sum is {least}" if index == 0 else f"the sum {min(band.from_, wanted)} lies in {lies}"
            yield (
                document.place((*path, "bands", index, "from")),
                f'the band {band.id} of "{subscale.id}" runs from {band.from_} to {band.to}, but must begin at {wanted}: {why}',
            )
            return
        wanted = band.to + 1
    if wanted != most + 1:
        yield (
            document.place((*path, "bands", 2, "to")),
            f'the last band of "{subscale.id}" ends at {wanted - 1}, but the highest sum is {most}; the sums run from {least} to {most}',
        )


def _hint(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f'; did you mean "{near[0]}"?' if near else f"; it has {listed(known)}"
