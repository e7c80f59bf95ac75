"""Group codes, version 1: the vectors of the format hold, every answer comes back, every wrong character and swap is found, another reader reads the QR code."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import segno
from kit import copy_tiny, whole_bag
from py_mini_racer import MiniRacer
from scripts import SCRIPTS, engine
from tas.__main__ import main
from tas.ground.places import ASSETS
from tas.view.codes import FIELD, RECORD, coded_quizzes, group_data, new_codes

HERE = Path(__file__).parent / "codes"
FROZEN = json.loads((HERE / "quizzes.json").read_text(encoding="utf-8"))
VECTORS = [line.split("\t") for line in (HERE / "vectors.tsv").read_text(encoding="utf-8").splitlines()]
ROUNDS, SPOILED = 2000, 6
"""Answer sets of each quiz; of how many of their codes everything is spoiled once."""


@cache
def scripts() -> MiniRacer:
    made = engine("learn/code.js", "learn/qr.js", "learn/group-data.js")
    for file in (ASSETS / "vendor/jsqr.js", HERE / "prove.js"):
        made.eval(file.read_text(encoding="utf-8"))
    return made


def ask(script: str, *arguments: Any) -> Any:
    said = ", ".join(json.dumps(one) for one in arguments)
    return json.loads(scripts().eval(f"JSON.stringify(({script})({said}))"))


def test_the_vectors_of_version_1_hold() -> None:
    assert len(VECTORS) == len(FROZEN) == 12
    for name, editions, nothing, everything in VECTORS:
        quiz = next(one for one in FROZEN if one["id"] == name and one["langs"] == editions.split(", "))
        assert ask("quiz => tas.vectors(quiz)", quiz) == [nothing, everything], name


def test_a_salt_changes_what_a_code_begins_with_and_nothing_else() -> None:
    plain, salted = (ask("quiz => tas.vectors(quiz)", {**FROZEN[0], "salt": salt})[0] for salt in (0, 1))
    assert plain[2:7] != salted[2:7] and len(plain) == len(salted)


@pytest.mark.slow
def test_every_answer_of_this_bag_comes_back_and_no_slip_passes() -> None:
    for library in whole_bag():
        data = group_data(library)
        scripts().eval(f"tas.quizzes = tas.groupQuizzes({json.dumps(data)})")
        quizzes = list(coded_quizzes(library))
        assert [quiz.id for quiz in quizzes] == ask("() => tas.quizzes.map(({id}) => id)")
        assert "fit" not in {quiz.id for quiz in quizzes} and "mood-and-crisis" not in {quiz.id for quiz in quizzes}
        for at, quiz in enumerate(quizzes):
            assert ask("at => tas.code.fingerprint(tas.quizzes[at])", at) == quiz.fingerprint, "both sides agree"
            found = ask(
                "(at, rounds, spoiled) => tas.prove(tas.quizzes[at], tas.quizzes, rounds, spoiled)", at, ROUNDS, SPOILED
            )
            assert found["back"] == ROUNDS and found["through"] == [] and found["tried"] > 2000, quiz.id
            code = found["code"]
            assert ask("tas.reread", code) == code, "read by jsQR"
            if (17 + 11 * (len(code) // 2) + 6 * (len(code) % 2)) % 8:  # else segno fills up with a byte of its own
                masks = [segno.make(code, error="m", micro=False, boost_error=False, mask=mask) for mask in range(8)]
                assert ask("tas.qr.matrix", code) in [[list(row) for row in one.matrix] for one in masks], code


def test_a_spoiled_code_says_what_is_wrong() -> None:
    _, _, code, _ = VECTORS[0]
    said = {
        typed: ask("(typed, all) => tas.code.decode(typed, all).error || ''", typed, FROZEN)
        for typed in ("", "1U", "2" + code[1:], "10", code[:-1], code[:-1] + "0", code)
    }
    assert list(said.values()) == ["empty", "letters", "version", "length", "length", "check", ""]
    other = ask("quiz => tas.code.encode({...quiz, id: 'elsewhere'}, {})", FROZEN[0])
    assert ask("(typed, all) => tas.code.decode(typed, all).error", other, FROZEN) == "quiz"


def test_the_command_keeps_how_codes_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tas.read.bag import read_bag
    from tas.read.project import read_project

    tiny = copy_tiny(tmp_path / "tiny")
    monkeypatch.chdir(tiny)
    before = new_codes(read_bag(read_project(tiny)))
    assert {code.quiz for code in before} == {"kinds", "small"}
    assert main(["codes"]) == 0 and "2 of them new" in capsys.readouterr().out
    kept = (tiny / "reference/codes.yml").read_bytes()
    assert main(["codes"]) == 0 and (tiny / "reference/codes.yml").read_bytes() == kept
    assert new_codes(read_bag(read_project(tiny))) == ()
    assert main(["check"]) == 0
    (tiny / "reference/codes.yml").write_bytes(kept.replace(b"quiz: small", b"quiz: other"))
    capsys.readouterr()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "quizzes/id/small.yml:1:1: error: the group codes of this quiz begin with" in said and '"other"' in said


def test_no_text_breaks_the_data() -> None:
    for library in whole_bag():
        records = [record.split(FIELD) for record in group_data(library).split(RECORD)]
        assert all(len(record) >= 4 for record in records)
    assert SCRIPTS.is_dir()
