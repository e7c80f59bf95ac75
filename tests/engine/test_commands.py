"""The command line as its users meet it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from kit import copy_tiny
from tas.__main__ import main
from tas.check.manual import rule_page
from tas.check.rules import RULES
from tas.read.options import Options


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close in another way")
@pytest.mark.parametrize("broken", [False, True])
def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path, broken: bool) -> None:
    root = copy_tiny(tmp_path / "bag")
    if broken:
        (root / "docs/id/about.md").write_text("no front matter", encoding="utf-8")
    command = [sys.executable, "-m", "tas", "check", "--readability"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as check:
        check.stdout.close()
        said = check.stderr.read()
    assert (check.returncode, said) == (141, "")


def tas(
    capsys: pytest.CaptureFixture[str], root: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> tuple[int, str]:
    monkeypatch.chdir(root)
    code = main(list(arguments))
    said = capsys.readouterr()
    return code, said.out + said.err


def test_every_rule_has_its_page(capsys, tiny, monkeypatch) -> None:
    for rule in RULES:
        code, said = tas(capsys, tiny, monkeypatch, "help", rule.ID)
        assert code == 0 and f"{rule.ID}: off" in said and len(said.splitlines()) > 6
    assert tas(capsys, tiny, monkeypatch, "help", "missing-field")[1].startswith("A field that is needed")
    assert "did you mean 'sign-twice'?" in tas(capsys, tiny, monkeypatch, "help", "signs-twice")[1]
    listed = tas(capsys, tiny, monkeypatch, "help", "rules")[1]
    assert all(f"\n{rule.ID} " in f"\n{listed}" for rule in RULES)


def test_every_message_that_the_cases_know_is_explained() -> None:
    told = {
        name
        for folder in ("cases", "rules")
        for file in (Path(__file__).parent / folder).glob("*.yml")
        for name in re.findall(r"\(([a-z]+(?:-[a-z0-9]+)*)\)'?$", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(told) > 50
    assert sorted(name for name in told if not rule_page(name)) == []


def test_every_option_is_listed(capsys, tiny, monkeypatch) -> None:
    listed = tas(capsys, tiny, monkeypatch, "help", "options")[1].splitlines()
    assert [line.partition(":")[0].partition(" ")[0] for line in listed] == list(Options.model_fields)


def test_words_that_wait_are_added_and_what_stands_there_stays(capsys, tiny, monkeypatch) -> None:
    file = tiny / "locales/nl.po"
    before = file.read_text(encoding="utf-8")
    config = tiny / "mkdocs.yml"
    config.write_text(config.read_text().replace("- Duties:", "- Our duties:"))
    code, said = tas(capsys, tiny, monkeypatch, "words", "nl")
    assert (code, said) == (0, "done     1 word waits for a translation in locales/nl.po\n")
    assert file.read_text(encoding="utf-8") == f'{before}\nmsgid "Our duties"\nmsgstr ""\n'
    file.write_text(
        file.read_text(encoding="utf-8").replace('"Our duties"\nmsgstr ""', '"Our duties"\nmsgstr "Ons werk"')
    )
    assert tas(capsys, tiny, monkeypatch, "words", "nl")[1] == "done     every word is translated\n"
    assert tas(capsys, tiny, monkeypatch, "words", "fr") == (
        2,
        "tas: there is no edition 'fr'; mkdocs.yml names id, nl\n",
    )


def test_a_new_bag_says_what_comes_next(capsys, tmp_path, monkeypatch) -> None:
    code, said = tas(capsys, tmp_path, monkeypatch, "new", "bag", "our-bag")
    assert code == 0 and "go on there with `tas check`" in said
    assert 'site_name: "Our bag"' in (tmp_path / "our-bag/mkdocs.yml").read_text()
    assert tas(capsys, tmp_path, monkeypatch, "new", "bag", "our-bag")[0] == 2
