"""In step on a tiny bag: what is compared, what falls behind, how it is accepted, what a release refuses."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from tas.__main__ import main
from tas.build import build
from tas.check.release import unreleased
from tas.check.rules import behind as rule
from tas.check.status import status
from tas.in_step.accept import accept
from tas.in_step.blocks import normal
from tas.in_step.compare import in_step
from tas.in_step.earlier import word_diff
from tas.problems import ContentError, Problem, Refused
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project

VISIT = "docs/nl/duties/visit.md"


def read(root: Path) -> Bag:
    return read_bag(read_project(root))


def behind(root: Path, code: str = "nl") -> list[str]:
    return [pair.key for pair in in_step(read(root)).behind(code)]


def unready(root: Path) -> list[Problem]:
    return [problem for problem in unreleased(read(root)) if problem.rule == "behind"]


def ledger(root: Path, code: str = "nl") -> str:
    return (root / f"reference/{code}/in-step.yml").read_text(encoding="utf-8")


def test_what_counts_of_a_text_is_what_a_reader_reads() -> None:
    same = (
        ("A *word*\nand  “one” more.", 'A _word_ and "one" more.'),
        ("## Why? {#why}", "## Why? {#reason}"),
        ("- one\n- two", "*  one\n*  two"),
        ("|a|b|\n|---|---|\n|1|2|", "| a  |  b |\n|:---|:--:|\n| 1  |  2 |"),
        ("See [the page](page:a)[](source:x).", "See [the page](page:b#c)."),
        ("It is -- well -- so...", "It is – well – so…"),
    )
    for one, other in same:
        assert normal(one) == normal(other)
    for one, other in (
        ("Call [](contact:a).", "Call [](contact:b)."),
        ("1.5 mg", "15 mg"),
        ("Do.", "Do not."),
        ("a|b", "ab"),
    ):
        assert normal(one) != normal(other)


def test_a_moved_block_is_no_changed_one_and_a_split_one_asks_once(tiny: Path, edit) -> None:
    page, text = (
        "docs/id/duties/visit.md",
        "At home you see how people live. Call [](contact:help-line) when it is urgent.",
    )
    for code in ("id", "nl"):
        edit(f"docs/{code}/duties/visit.md", text, f"{text}\n\nThe second.\n\nThe third.")
    accept(read(tiny), [VISIT], None)
    assert behind(tiny) == []
    edit(page, f"{text}\n\nThe second.\n\nThe third.", f"The third.\n\nThe second.\n\n{text}")
    assert behind(tiny) == []
    edit(page, text, text.replace(". Call", ".\n\nCall"))
    assert behind(tiny) == ["why/3"]
    assert accept(read(tiny), [f"{VISIT}#why/3"], None) == (1, 0)
    assert behind(tiny) == [] and "why/4: adapted" in ledger(tiny), "here the two are one text still"
    edit(page, "Call [](contact", "Do call [](contact")
    assert behind(tiny) == ["why/4"]
    assert accept(read(tiny), [VISIT], None) == (1, 0) and behind(tiny) == []


def test_a_new_paragraph_between_two_changed_ones_is_found_at_its_place(tiny: Path, edit) -> None:
    text = "At home you see how people live. Call [](contact:help-line) when it is urgent."
    for code in ("id", "nl"):
        edit(f"docs/{code}/duties/visit.md", text, "One.\n\nTwo.\n\nThree.\n\nFour.")
    accept(read(tiny), [VISIT], None)
    edit(
        "docs/id/duties/visit.md", "One.\n\nTwo.\n\nThree.\n\nFour.", "One!\n\nNew.\n\nTwo.\n\nThree!\n\nFour.\n\nFive."
    )
    found = {pair.key: (pair.change, pair.lead_text) for pair in in_step(read(tiny)).behind("nl")}
    assert found == {"why/1": ("changed", "One!\n\nNew."), "why/4": ("changed", "Three!"), "why/6": ("new", "Five.")}
    edit("docs/id/duties/visit.md", "Four.\n\nFive.", "Four.")
    edit("docs/id/duties/visit.md", "Two.\n\n", "")
    assert {pair.key: pair.change for pair in in_step(read(tiny)).behind("nl")} == dict.fromkeys(
        ("why/1", "why/2", "why/3"), "changed"
    )


def test_a_country_differs_on_purpose_and_says_so_once(tiny: Path, edit) -> None:
    accept(read(tiny), [f"{VISIT}#why"], "adapted")
    assert "why: adapted" in ledger(tiny) and "why/1: unread" in ledger(tiny), "the heading alone"
    accept(read(tiny), [f"{VISIT}#why/"], "adapted")
    assert re.findall(r"  (\S+): (\w+)", ledger(tiny))[-4:] == [
        ("why", "adapted"), ("why/1", "adapted"), ("example", "unread"), ("example/1", "unread"),
    ]  # fmt: skip
    edit("docs/id/duties/visit.md", "offers tea", "offers coffee")
    assert behind(tiny) == [], "what nobody has compared cannot fall behind"
    edit("docs/id/duties/visit.md", "At home you see", "At home you hear")
    assert behind(tiny) == ["why/1"]
    accept(read(tiny), [VISIT], None)
    assert behind(tiny) == [] and "why/1: adapted" in ledger(tiny) and "example/1: same" in ledger(tiny)


def test_what_only_one_edition_has(tiny: Path, edit) -> None:
    edit(VISIT, "## Example", "Here the law differs.\n\n## Example")
    edit("docs/id/duties/visit.md", "You learn how a visit goes.", "You learn how a visit goes.\n\nIn this country.")
    _, waiting = accept(read(tiny), [VISIT], None)
    assert waiting == 1 and "why/2: only-here" in ledger(tiny) and ".top/2: unread" in ledger(tiny)
    with pytest.raises(Refused, match="--as adapted"):
        accept(read(tiny), [f"{VISIT}#.top/2"], None)
    accept(read(tiny), [f"{VISIT}#.top/2"], "adapted")
    edit("docs/id/duties/visit.md", "In this country.", "In this country alone.")
    assert behind(tiny) == [".top/2"]
    assert accept(read(tiny), [VISIT], None) == (1, 0), "left out on purpose is said once"
    assert {pair.state for pair in in_step(read(tiny)).files["nl"][0].pairs} <= {"unread", "same", "adapted"}
    assert behind(tiny) == []


def test_another_edition_may_lead_in_a_file(tiny: Path, edit) -> None:
    edit("mkdocs.yml", "  - tas\n", "  - tas:\n      leads: {docs/duties/visit.md: nl}\n")
    with pytest.raises(Refused, match="edition nl leads"):
        accept(read(tiny), [VISIT], None)
    accept(read(tiny), ["docs/id/duties/visit.md"], None)
    edit(VISIT, "Ask what is needed", "Ask what is needed first")
    assert (behind(tiny, "id"), behind(tiny)) == ([".steps/3"], [])


def test_what_cannot_be_is_refused_and_nothing_is_noted(tiny: Path) -> None:
    for name, words in ((f"{VISIT}#no/1", "no block"), ("docs/nl/no.md", "no file"), ("docs/id/index.md", "leads")):
        with pytest.raises(Refused, match=words):
            accept(read(tiny), [name], None)
    assert not (tiny / "reference/nl/in-step.yml").exists()
    (tiny / "reference/nl/in-step.yml").write_text("<<<<<<< ours\n")
    (problem,) = [one for one in read(tiny).problems if one.rule == "ledger"]
    assert str(problem).startswith("reference/nl/in-step.yml:1:1: error")
    with pytest.raises(Refused, match="adapted where it differs"):
        accept(no_ledger(tiny), [f"{VISIT}#why"], "only-here")


def no_ledger(root: Path) -> Bag:
    (root / "reference/nl/in-step.yml").unlink(missing_ok=True)
    return read(root)


def test_a_ledger_that_cannot_be_read_whole_is_not_written_anew(tiny: Path) -> None:
    file = tiny / "reference/nl/in-step.yml"
    accept(read(tiny), [VISIT, "docs/nl/index.md"], None)
    good = file.read_bytes()
    for bad in (
        good.replace(b"same", b"sam\xe9", 1),
        good.replace(b"docs/index.md", b"<<<<<<< ours\ndocs/index.md"),
        good.replace(b"docs/index.md", b"dosc/index.md"),
    ):
        file.write_bytes(bad)
        with pytest.raises(ContentError, match=r"reference/nl/in-step\.yml"):
            accept(read(tiny), [VISIT], None)
        assert file.read_bytes() == bad
    assert list(read(tiny).ledgers["nl"]) == ["docs/duties/visit.md"], "the lines below the misspelt name"
    before = good.decode().partition("docs/index.md")[0].count("\n  ")
    assert len(read(tiny).ledgers["nl"]["docs/duties/visit.md"].entries) == before


def test_a_file_that_cannot_be_read_is_not_a_file_with_nothing_in_it(tiny: Path, edit) -> None:
    accept(read(tiny), [VISIT], None)
    kept = ledger(tiny)
    edit("docs/id/duties/visit.md", "title: ", 'title: "')
    assert behind(tiny) == []
    with pytest.raises(ContentError, match=r"docs/id/duties/visit\.md:\d"):
        accept(read(tiny), [f"./{VISIT}"], None)
    edit("docs/id/duties/visit.md", 'title: "', "title: ")
    edit("docs/id/duties/visit.md", "You learn how a visit goes.", "x" * 50_000)  # more than one paragraph may have
    assert behind(tiny) == [] and ledger(tiny) == kept
    (tiny / "docs/id/duties/visit.md").write_text("---\n- no field\n---\n", encoding="utf-8")
    with pytest.raises(Refused, match="no fields that could be compared"):
        accept(read(tiny), [VISIT], None)
    assert behind(tiny) == []


def test_a_text_that_is_deleted_here_is_missed(tiny: Path, edit) -> None:
    signs = "reference/nl/danger-signs.yml"
    accept(read(tiny), ["reference/nl/contacts.yml", signs, VISIT], None)
    edit(VISIT, "\nYou learn how a visit goes.\n", "")
    edit(
        signs, "      - id: limp\n        text: Is limp\n        urgency: now\n        sources:\n          - law\n", ""
    )
    said = sorted(sentence for _, sentence in rule.check(read(tiny)))
    assert len(said) == 3 and said[0].startswith(
        "this text is here no longer and still in edition id (reference/id/danger-"
    )
    assert (
        "or one before it in its section, is here no longer and still in edition id (docs/id/duties/visit.md:17)"
        in said[2]
    )
    assert f"say `tas accept {VISIT}#.top/1 --as adapted`" in said[2]
    assert [problem.message.startswith("this text is here no longer") for problem in unready(tiny)] == [True, True]
    (one,) = [one for one in status(read(tiny))[1]["behind"] if one["risk"] == "rest"]
    assert (one["change"], one["diff"], one["now"]) == ("lost", None, "You learn how a visit goes.")
    with pytest.raises(Refused, match="--as adapted"):
        accept(read(tiny), [VISIT], None)
    accept(read(tiny), [f"{VISIT}#.top/1", f"{signs}#groups/newborn/signs/limp/"], "adapted")
    assert behind(tiny) == []


def test_one_text_here_for_two_there_is_nothing_lost(tiny: Path, edit) -> None:
    text = "At home you see how people live. Call [](contact:help-line) when it is urgent."
    for code in ("id", "nl"):
        edit(f"docs/{code}/duties/visit.md", text, f"{text}\n\nThe second.\n\nThe third.")
    accept(read(tiny), [VISIT], None)
    edit("docs/id/duties/visit.md", text, text.replace(". Call", ".\n\nCall"))
    accept(read(tiny), [VISIT], None)
    assert behind(tiny) == [] and "why/4: adapted" in ledger(tiny)
    edit(VISIT, "\n\nThe third.", "")
    assert behind(tiny) == ["why/3"]


def test_a_file_that_is_gone_is_told_at_its_line_of_the_ledger(tiny: Path) -> None:
    accept(read(tiny), [VISIT], None)
    (tiny / VISIT).rename(tiny / "docs/nl/duties/call.md")
    ((place, said),) = rule.check(read(tiny))
    assert place == ("reference/nl/in-step.yml", 4, 1) and said.startswith(
        "edition nl has no file docs/duties/visit.md; "
    )


def test_status_tells_what_changed_word_for_word(tiny: Path, edit, capsys, monkeypatch) -> None:
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-C", str(tiny))
    accept(read(tiny), [VISIT], None)
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "docs"], check=True)
    subprocess.run([*git, "commit", "-qm", "one"], check=True)
    edit("docs/id/duties/visit.md", "At home you see how", "At home you hear how")
    monkeypatch.chdir(tiny)
    assert main(["status", "--edition", "nl"]) == 0
    said = capsys.readouterr().out
    assert "At home you {-see-} {+hear+} how people live. Call [](contact:help-line) …" in said
    assert f"tas accept {VISIT}#why/1" in said and f"{VISIT}:21" in said
    assert main(["status", "--format", "json"]) == 0
    leads, follows = json.loads(capsys.readouterr().out)
    assert leads["beside"] == [] and follows["states"]["behind"] == 1
    assert follows["behind"][0]["block"] == "why/1" and follows["behind"][0]["risk"] == "rest"
    with monkeypatch.context() as patched:  # what is not printed is not asked for
        patched.setattr("tas.check.status.earlier", None)
        assert main(["status", "--due"]) == 0 and "nothing is overdue" in capsys.readouterr().out
        patched.setattr("tas.check.status.FEW", 0)
        assert main(["status"]) == 0 and "1 more: tas status --edition nl --all" in capsys.readouterr().out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1858291200")  # two years later
    assert main(["status", "--due"]) == 0 and f"{VISIT}:4" in capsys.readouterr().out
    assert main(["status", "--edition", "fr"]) == 2
    assert word_diff("one two", "one three two") == "one {+three+} two"


def test_a_release_has_no_safety_text_behind_or_unread(tiny: Path, edit) -> None:
    edit("mkdocs.yml", "tiny.example", "tiny.org")
    files = {one.file for one in unready(tiny)}
    assert files == {"reference/nl/contacts.yml", "reference/nl/danger-signs.yml"}
    with pytest.raises(ContentError, match="nobody has compared"):
        build(tiny, papers=False, release=True, say=lambda stage, what: None)
    accept(read(tiny), sorted(files), None)
    assert unready(tiny) == []
    edit("reference/id/contacts.yml", 'number: "', 'number: "1')
    (problem,) = unready(tiny)
    assert problem.level == "error" and "newer in edition id" in problem.message
    assert [one["risk"] for one in status(read(tiny))[1]["behind"]] == ["safety"]
