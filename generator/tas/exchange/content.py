"""Changed texts back into the files of an edition: all of them or, where one does not fit, none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tas.exchange.source import Source, words_of
from tas.in_step.blocks import Block, blocks
from tas.in_step.compare import Beside
from tas.problems import Refused
from tas.read.source import read_page, read_yaml


def write_changed(root: Path, changes: Iterable[tuple[Beside, list[tuple[Block, str]]]]) -> int:
    """(file, [(block of it, its new words), …]) of each; returns how many files were written. Raises Refused, and then none was."""
    written: dict[Path, bytes] = {}
    for beside, changed in changes:
        shown = beside.document.path
        source = Source(root / shown, shown)
        for block, words in changed:
            source.set(block, words)
        content = source.new_bytes()
        _compare(beside, content, dict((block.key, words) for block, words in changed))
        written[source.file] = content
    for file, content in written.items():
        file.write_bytes(content)
    return len(written)


def _compare(beside: Beside, content: bytes, changed: dict[str, str]) -> None:
    """The file read anew has the same blocks, and only these say something else."""
    with TemporaryDirectory() as place:
        copy = Path(place) / f"copy{Path(beside.document.path).suffix}"
        copy.write_bytes(content)
        document = (read_page if beside.folder == "docs" else read_yaml)(copy, beside.document.path)
    if document.problems:
        raise Refused(f"a new text cannot stand in its file: {document.problems[0]}")
    document.language = beside.library.edition.code
    new = blocks(beside.folder, beside.name, document)
    wanted = {key: changed.get(key, words_of(block)) for key, block in beside.own.items()}
    if {key: words_of(block) for key, block in new.items()} != wanted:
        key = next((key for key in changed if key not in new or words_of(new[key]) != wanted[key]), next(iter(changed)))
        what = beside.own[key].kind.replace("_", " ")
        raise Refused(
            f"{beside.document.path}#{key}: the new text would not be one {what} as before; "
            "nothing was written, so write it as one, or in the file itself"
        )
