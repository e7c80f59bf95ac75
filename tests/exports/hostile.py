"""A bag with text in every field of its questions that means something to one program or another."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml
from kit import copy_tiny
from source import bag_at, edition
from tas.bundles.offline import make_bundles, outlines_of
from tas.bundles.site_folder import Site
from tas.exports.taken import Taken, taken
from tas.exports.told import write_exports
from tas.model.paper import NO_PAPERS
from tas.site.engine import build_site

HOSTILE = (
    "<script>alert(1)</script>", "]]> & <b>", "=cmd()", "+1", "-1+2", "@SUM(A1)", "~ = # { } :", "\\", "// x", "::a::", "%50%b", "a -> b",
    "$x$ {{b}} {% c %}", "*", '"\'', "100 %", "🤱🏽 é ï", "שלום عليكم", "{{c1::x}}", "[sound:x.mp3]", "${x} <% y %>", "&lt;i&gt;", "one\ntwo",
)  # fmt: skip
"""Each of them stands in every field of a question."""


def typed(text: str) -> str:
    """As an author writes it so that Markdown leaves it alone."""
    return re.sub(r"([\\`*_\[\]<>&~#])", r"\\\1", text)


def squeezed(text: str) -> str:
    """Without blanks, with straight quotes: typography is none of an export's business."""
    return re.sub(r"\s", "", text).translate(str.maketrans("“”‘’", "\"\"''"))


NAME = '"} \\ </style><script>alert(1)</script> ]]> {{ x }}'
"""Of the site, where a test looks at more than questions."""
TITLE = "</h1><script>alert(2)</script> & {% x %} ]]>"
"""Of a page and of a section of it."""


def hostile_bag(folder: Path) -> Taken:
    """Its one quiz, with five kinds of question for each text."""
    root = hostile_root(folder)
    assert [str(problem) for problem in bag_at(root).problems] == []
    return edition("id", root).only("small")


def hostile_site(folder: Path) -> Taken:
    """The same with a hostile name of the site and title of a page, built; all of the edition."""
    root = hostile_root(folder)
    config, page = root / "mkdocs.yml", root / "docs/id/role/index.md"
    config.write_text(config.read_text().replace("site_name: Tiny", f"site_name: {json.dumps(NAME)}"))
    text = page.read_text().replace("title: The profession", f"title: {json.dumps(TITLE)}")
    page.write_text(text.replace("## What it is {", f"## {typed(TITLE)} {{"))
    bag, site = bag_at(root), Site(folder / "site")
    build_site(bag, NO_PAPERS, site.folder, bundles=True)  # what is hostile is no good content: `check` would refuse it
    outlines = outlines_of(bag, site_name=bag.project.site_name, site_url=bag.project.site_url)
    make_bundles(site, outlines, lambda name: None)
    write_exports(bag, site, outlines, root, lambda name: None)
    return taken(bag.libraries["id"], outlines[0], site)


def hostile_root(folder: Path) -> Path:
    root = copy_tiny(folder / "bag")
    items = []
    for number, text in enumerate(HOSTILE):
        one = typed(text)
        common = {"stem": f"{one} {number}", "learn": "duties/visit"}
        options = [{"id": name, "text": f"{one} {name}", "rationale": f"{one} why {name}"} for name in "abc"]
        line = " ".join(text.split())
        items += [
            {"id": f"single-{number}", "type": "single-choice", **common, "options": options, "key": "a"},
            {"id": f"several-{number}", "type": "multiple-choice", **common, "options": options, "key": ["a", "b"]},
            {"id": f"order-{number}", "type": "ordering", **common, "options": options},
            {"id": f"match-{number}", "type": "matching", **common, "options": [{"id": name, "text": f"{line[:36]} {name}"} for name in "abc"],
             "rows": [{"id": f"r{name}", "text": f"{one} row {name}", "key": name, "rationale": f"{one} why {name}"} for name in "abc"]},
            {"id": f"text-{number}", "type": "short-text", **common, "accepted": [line], "rationale": f"{one} why",
             "mistakes": [{"answer": f"{line} not", "rationale": f"{one} why not"}]},
        ]  # fmt: skip
    file = root / "quizzes/id/small.yml"
    quiz = yaml.safe_load(file.read_text(encoding="utf-8"))
    quiz |= {
        "title": HOSTILE[0][:60],
        "intro": typed(" ".join(HOSTILE)),
        "sections": [{"id": "all", "title": "]]> =x", "items": items}],
    }
    file.write_text(json.dumps(quiz, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
    return root
