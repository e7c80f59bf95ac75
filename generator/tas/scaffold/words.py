"""`tas words EDITION`: the bag's own catalogue, begun or completed with what its readers would meet in English."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tas.read.edition import Edition
from tas.read.interface_words import untranslated
from tas.read.nav import Nav


def complete_words(edition: Edition, nav: Nav) -> tuple[Path, int]:
    """Add every missing word, untranslated, to `locales/<edition>.po`; what stands there stays. Returns the file and how many words wait.

    Raises ContentError where a catalogue cannot be read.
    """
    file = edition.own_words
    waiting = untranslated(edition, nav)
    own = next((catalogue for name, catalogue, _ in edition.catalogues if name == f"locales/{file.name}"), None)
    text = file.read_text(encoding="utf-8") if own else _header(edition)
    new = Catalog()
    for word in waiting:
        if own is None or word[0] not in own:
            new.add(word if len(word) > 1 else word[0])
    stream = io.BytesIO()
    write_po(stream, new, width=0, omit_header=True)
    if len(new):
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{text.rstrip()}\n\n{stream.getvalue().decode().strip()}\n", encoding="utf-8", newline="\n")
    return file, len(waiting)


def _header(edition: Edition) -> str:
    fields = {
        "Language": edition.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": Catalog(locale=edition.locale).plural_forms,
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return f'# Interface words of the edition {edition.code}: write the translation between the quotes of each msgstr.\nmsgid ""\nmsgstr ""\n{lines}'
