"""What mkdocs.yml sets exists: the rules below `levels`, the editions below `reading_score` and `fonts`.

Passes: `levels: {hard-to-read: error}`
Fails: `levels: {hard-to-raed: error}`, which would set nothing
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tas.problems import ERROR, Finding, listed, quoted
from tas.read.bag import Bag

ID = "unknown-setting"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    from tas.check.rules import RULES  # the list holds this rule too

    options, project = bag.project.options, bag.project
    ids = [rule.ID for rule in RULES]
    for name in options.levels:
        if name not in ids:
            near = get_close_matches(name, ids, 1)
            hint = f'did you mean "{near[0]}"?' if near else "`tas help rules` lists them"
            yield project.place("tas", "levels", name), f"there is no rule {quoted(name)}; {hint}"
    codes = [edition.code for edition in project.editions]
    for option, names in (("reading_score", options.reading_score), ("fonts", options.fonts)):
        for name in names:
            if name not in codes:
                said = f"there is no edition {quoted(name)}; the editions are {listed(codes)}"
                yield project.place("tas", option, name), said
    for file, code in options.leads.items():
        folder, _, name = file.partition("/")
        if code not in codes:
            said = f"there is no edition {quoted(code)}; the editions are {listed(codes)}"
            yield project.place("tas", "leads", file), said
        elif (folder, name.rpartition(".")[0]) not in bag.libraries[code].documents:
            said = f"edition {code} has no {folder}/{code}/{name} that could lead; name a file that it has"
            yield project.place("tas", "leads", file), said
