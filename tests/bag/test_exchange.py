"""PO and sheets, on this bag's own content: out and in without a change writes nothing, and a changed text changes itself alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from kit import FOLDERS, copy_bag
from tas.exchange import po
from tas.exchange.content import write_changed
from tas.exchange.source import words_of
from tas.in_step.accept import accept
from tas.in_step.compare import in_step
from tas.problems import Refused
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project


def read(root: Path) -> Bag:
    return read_bag(read_project(root))


def contents(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for folder in FOLDERS
        for file in (root / folder).rglob("*")
        if file.is_file()
    }


def texts(bag: Bag) -> dict[str, str]:
    return {
        f"{beside.file}#{key}": words_of(block)
        for beside in in_step(bag).files["nl"]
        for key, block in beside.own.items()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """What was compared here is another day's business."""
    root = copy_bag(tmp_path / "bag")
    for ledger in (root / "reference").glob("*/in-step.yml"):
        ledger.unlink()
    return root


@pytest.mark.slow
def test_po_there_and_back(root: Path, tmp_path: Path) -> None:
    """Nothing changed: no byte. Some changed, in another editor's line lengths: these blocks, and no other line of their files."""
    bag = read(root)
    before, said = contents(root), texts(bag)
    file = tmp_path / "nl.po"
    content, count, _ = po.export(bag, "nl", [])
    file.write_bytes(content)
    assert content == po.export(bag, "nl", [])[0] and count > 4000
    assert po.import_(bag, file) == ([], [], 0) and contents(root) == before

    catalog = read_po(BytesIO(content))
    wanted = {}
    for number, message in enumerate(message for message in catalog if message.id and message.string):
        if number % 150 == 0 and "|" not in message.string and "\n" not in message.string:
            message.string = wanted[message.context] = f'{message.string} "Baru": 100% – #1'
    stream = BytesIO()
    write_po(stream, catalog, width=76)
    file.write_bytes(stream.getvalue())
    changed, elsewhere, files = po.import_(bag, file)
    assert len(changed) == len(wanted) > 20 and elsewhere == [] and files > 15
    after = texts(read(root))
    assert {key: text for key, text in after.items() if said[key] != text} == wanted and after.keys() == said.keys()
    touched = [name for name, content in contents(root).items() if before[name] != content]
    assert len(touched) == files
    for name in touched:
        lost = {*before[name].decode().split("\n")} - {*(root / name).read_text(encoding="utf-8").split("\n")}
        assert len(lost) <= 12 * sum(context.startswith(name.replace("/nl/", "/")) for context in wanted), name


@pytest.mark.slow
def test_every_text_can_be_changed_where_it_stands(root: Path) -> None:
    """Plain, quoted and folded values, in lists and in braces, headings and paragraphs: each holds signs that YAML and Markdown know."""
    for beside in in_step(read(root)).files["nl"]:
        new = [
            (block, words_of(block) + ' "baru": #1, [x] {y} — ‘ok’')
            for block in beside.own.values()
            if block.kind not in ("fact", "table", "blockquote")
        ]
        assert write_changed(root, [(beside, new)]) == 1
    assert sum(text.endswith("— ‘ok’") for text in texts(read(root)).values()) > 4500


def test_a_text_that_does_not_fit_changes_nothing(root: Path, tmp_path: Path) -> None:
    bag, before = read(root), contents(root)
    catalog = read_po(BytesIO(po.export(bag, "nl", ["docs/nl/duties/hygiene.md", "docs/nl/index.md"])[0]))
    paragraph = next(message for message in catalog if (message.context or "").endswith("#why/1"))
    title = next(message for message in catalog if (message.context or "").endswith("index.md#.title"))
    title.string, kept = "Changed", paragraph.string
    for wrong, said in (
        (f"{kept}\n\n## A heading", "would not be one paragraph"),
        (f"{kept}\n\n- a list", "would not be"),
    ):
        paragraph.string = wrong
        stream = BytesIO()
        write_po(stream, catalog)
        (tmp_path / "nl.po").write_bytes(stream.getvalue())
        with pytest.raises(Refused, match=said):
            po.import_(bag, tmp_path / "nl.po")
    for content, said in (
        (b"msgid \xff", "no PO file"),
        (b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n', "names the language 'fr'"),
    ):
        (tmp_path / "nl.po").write_bytes(content)
        with pytest.raises(Refused, match=said):
            po.import_(bag, tmp_path / "nl.po")
    assert contents(root) == before


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_the_standard_tools_take_the_file(root: Path, tmp_path: Path) -> None:
    """What is behind is fuzzy; gettext finds nothing wrong, and the translate toolkit, where it is installed, reads the same texts."""
    accept(read(root), ["docs/nl/duties/hygiene.md"], None)
    page = root / "docs/id/duties/hygiene.md"
    page.write_text(re.sub(r"(title: .*)", r"\1 baru", page.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    content, count, behind = po.export(read(root), "nl", [])
    assert behind == 1 and content.count(b"\n#, fuzzy\n") == 1
    file = tmp_path / "nl.po"
    file.write_bytes(content)
    done = subprocess.run(["msgfmt", "-c", "--check-format", "--statistics", "-o", tmp_path / "nl.mo", file], capture_output=True, text=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin"})  # fmt: skip
    assert done.returncode == 0 and "warning" not in done.stderr and "1 fuzzy" in done.stderr, done.stderr
    if not shutil.which("po2xliff"):
        pytest.skip("the translate toolkit is not installed; gettext has nothing to say")
    subprocess.run(["po2xliff", "--progress=none", file, tmp_path / "nl.xlf"], check=True, capture_output=True)
    assert (tmp_path / "nl.xlf").read_text(encoding="utf-8").count("<trans-unit") >= count
    subprocess.run(
        ["pofilter", "--progress=none", "-t", "validchars", "-t", "nplurals", file, tmp_path / "found.po"],
        check=True,
        capture_output=True,
    )
    found = tmp_path / "found.po"
    assert not found.exists() or "(pofilter)" not in found.read_text(encoding="utf-8")
