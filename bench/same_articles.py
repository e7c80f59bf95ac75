"""Two built sites, article by article: the same for a reader, or which kinds of difference there are.

`python bench/same_articles.py SITE OTHER` compares the elements, ids, addresses and words of every `<article>` (of a page without
one, its content); white space, classes and `data-*` count for nothing. Exit code 1 where anything differs.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import html

TYPED = str.maketrans("“”‘’", "\"\"''")
TYPOGRAPHY = ("a quote or an apostrophe", "another one")
LEFT_OUT = re.compile(r"class$|data-")


def main(site: Path, other: Path) -> int:
    names = [{file.relative_to(root).as_posix() for file in pages(root)} for root in (site, other)]
    for root, missing in ((site, names[1] - names[0]), (other, names[0] - names[1])):
        for name in sorted(missing):
            print(f"only not in {root}: {name}")
    kinds: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    differing = 0
    for name in sorted(names[0] & names[1]):
        found = list(differences(article(site / name), article(other / name)))
        differing += bool(found)
        for kind in found:
            kinds[kind] += 1
            examples.setdefault(kind, name)
    for (ours, theirs), count in kinds.most_common():
        print(f"{count:5d}  {ours!r} -> {theirs!r}  ({examples[ours, theirs]})")
    print(f"{differing} of {len(names[0] & names[1])} articles differ, in {len(kinds)} kinds of places")
    return int(bool(kinds) or names[0] != names[1])


def pages(site: Path) -> Iterator[Path]:
    return (file for file in site.rglob("*.html") if "downloads" not in file.relative_to(site).parts)


def article(file: Path) -> list[str]:
    """The content of a page as a list: each tag with its attributes, each word."""
    tree = html.document_fromstring(file.read_bytes())
    found = tree.xpath("//article") or tree.xpath("//*[@id='content']") or [tree]
    return list(flat(found[0]))


def flat(element: html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    attributes = sorted(f' {name}="{value}"' for name, value in element.attrib.items() if not LEFT_OUT.match(name))
    yield f"<{element.tag}{''.join(attributes)}>"
    yield from (element.text or "").split()
    for child in element:
        yield from flat(child)
        yield from (child.tail or "").split()
    yield f"</{element.tag}>"


def differences(ours: list[str], theirs: list[str]) -> Iterator[tuple[str, str]]:
    if ours == theirs:
        return
    for what, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what != "equal":
            left, right = " ".join(ours[a:b]), " ".join(theirs[c:d])
            if left.translate(TYPED) == right.translate(TYPED):
                yield TYPOGRAPHY
            else:
                yield left[:160], right[:160]


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])))
