"""`tas po`: the content of an edition as a PO file, for any editor of translations, and back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from tas.exchange.content import write_changed
from tas.exchange.source import words_of
from tas.in_step.accept import beside_of
from tas.in_step.blocks import Block
from tas.in_step.compare import BEHIND, Beside, Pair, in_step
from tas.model.states import ADAPTED, UNREAD
from tas.problems import Refused
from tas.read.bag import Bag

TELLING = {
    UNREAD: "unread: nobody has compared the two yet",
    ADAPTED: "adapted: it differs on purpose, for its country",
}
FORMATS = {"python-format", "python-brace-format"}
LINE = re.compile(r'\s*(?:#.*|(?:msg\S+\s+)?"(?:[^"\\]|\\.)*"\s*)?')
"""A line of a PO file: a comment, or a text from quote to quote. Babel reads half a text for a whole one."""


def export(bag: Bag, code: str, files: list[str]) -> tuple[bytes, int, int]:
    """The PO file of an edition, or of some of its `files`; how many texts it has, and how many of them are behind."""
    if code not in bag.libraries:
        raise Refused(f"there is no edition {code!r}; mkdocs.yml names {', '.join(bag.libraries)}")
    besides = [_beside(bag, code, file) for file in files] or in_step(bag).files[code]
    if not besides:
        raise Refused(f"edition {code} leads in every file; name an edition that follows")
    edition = bag.libraries[code].edition
    day = datetime.combine(bag.project.today, time(), UTC)
    catalog = Catalog(
        str(edition.locale),
        project=bag.project.site_name,
        version="1",
        creation_date=day,
        revision_date=day,
        last_translator="-",
        language_team=edition.name,
        msgid_bugs_address=(bag.project.options.report_to or "").removeprefix("mailto:"),
        fuzzy=False,
    )
    catalog.header_comment = f"# The content of edition {code}: ‘tas po import’ takes it back."
    count = behind = 0
    for beside in besides:
        for pair in beside.pairs:
            if pair.lead and pair.lead.kind != "fact" and words_of(pair.lead):
                catalog[words_of(pair.lead)] = _message(bag, pair)
                count += 1
                behind += pair.state == BEHIND
    stream = io.BytesIO()
    write_po(stream, catalog, width=0)
    return stream.getvalue(), count, behind


def _beside(bag: Bag, code: str, file: str) -> Beside:
    beside = beside_of(bag, file)
    own = beside.library.edition.code
    if own != code:
        raise Refused(f"{file} is of edition {own}; say `tas po export {own} {file}`")
    return beside


def _message(bag: Bag, pair: Pair) -> Message:
    assert pair.lead
    message = Message(
        words_of(pair.lead),
        words_of(pair.own) if pair.own else "",
        locations=[(pair.place.file, pair.place.line)],
        flags={"fuzzy"} if pair.state == BEHIND and pair.own else set(),
        auto_comments=list(_comments(bag, pair)),
        context=f"{pair.beside.file}#{pair.key}",
    )
    message.flags -= FORMATS  # a text with a per cent sign is no pattern
    if "{task}" in message.id:
        message.flags.add("python-brace-format")
    return message


def _comments(bag: Bag, pair: Pair) -> Iterator[str]:
    yield pair.risk
    if pair.state in TELLING:
        yield TELLING[pair.state]
    if pair.beside.folder == "docs":
        yield bag.project.site_url + pair.beside.library.address(pair.beside.name)


def import_(bag: Bag, file: Path) -> tuple[list[str], list[str], int]:
    """Names of the blocks that were changed, of those whose leading text is another by now, and how many files were written."""
    content = file.read_bytes()
    for number, line in enumerate(content.decode(errors="replace").split("\n"), 1):
        if not LINE.fullmatch(line):
            raise Refused(
                f"{file.name}:{number}: no PO file that can be read: the line ends too early, or a quote is missing; save it anew from its editor"
            )
    try:
        catalog = read_po(io.BytesIO(content), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise Refused(f"{file.name} is no PO file that can be read ({error}); save it anew from its editor") from None
    code = str(catalog.locale_identifier or "").replace("_", "-")
    if code not in bag.libraries:
        raise Refused(f"{file.name} names the language {code!r}; its header must say one of {', '.join(bag.libraries)}")
    known = {beside.file: beside for beside in in_step(bag).files[code]}
    changes: dict[str, list[tuple[Block, str]]] = {}
    changed, elsewhere = [], []
    for message in catalog:
        name, _, key = (message.context or "").partition("#")
        words = str(message.string).strip() if isinstance(message.string, str) else ""
        if not message.id or not words:
            continue
        pair = _pair(known.get(name), key)
        if pair is None or pair.own is None:
            raise Refused(
                f"{file.name}: edition {code} has no text {message.context}; write it in the file, or leave it empty here"
            )
        if words != words_of(pair.own):
            changes.setdefault(name, []).append((pair.own, words))
            changed.append(pair.name)
            if pair.lead and message.id != words_of(pair.lead):
                elsewhere.append(pair.name)
    written = write_changed(bag.project.root, ((known[name], texts) for name, texts in changes.items()))
    return changed, elsewhere, written


def _pair(beside: Beside | None, key: str) -> Pair | None:
    return next((pair for pair in beside.pairs if pair.key == key), None) if beside else None
