"""QTI 3: every item is played by the components of Citolab in Chromium; the key scores one, a wrong answer less, none nothing."""

from __future__ import annotations

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from chromium import chromium, serve
from hostile import hostile_bag
from lxml import etree
from readers import TOOLS
from source import EDITIONS, edition, questions
from tas.exports import qti
from tas.exports.taken import Taken

Q = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
PLAYER = TOOLS / "node_modules/@citolab/qti-components/cdn/index.js"
PAGE = """<!doctype html><meta charset="utf-8"><title>QTI</title><div id="place"></div>
<script type="module">
import "./player.js";
const sleep = (time) => new Promise((done) => setTimeout(done, time));
// {name: xml}, {name: [answers]} -> {name: [score of each answer]}
window.play = async (items, answers) => {
  const scores = {};
  for (const [name, xml] of Object.entries(items)) {
    const box = document.createElement("item-container");
    box.itemXML = xml;
    const whole = document.createElement("qti-item");
    whole.append(box);
    document.getElementById("place").replaceChildren(whole);
    let item = null;
    for (let tries = 0; tries < 200 && !item; tries += 1) {
      await sleep(5);
      item = (box.shadowRoot || box).querySelector("qti-assessment-item");
    }
    await item.updateComplete;
    scores[name] = [];
    for (const answer of answers[name]) {
      item.updateResponseVariable("RESPONSE", answer);
      item.processResponse();
      scores[name].push(Number(item.variables.find((one) => one.identifier === "SCORE").value || 0));
      item.updateOutcomeVariable("SCORE", "0");
    }
  }
  return scores;
};
window.ready = true;
</script>"""


def items(what: Taken) -> dict[str, str]:
    content = qti.package(what)
    assert qti.package(what) == content
    with zipfile.ZipFile(BytesIO(content)) as package:
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
        named = {file.get("href") for file in manifest.iter("{*}file")}
        assert named == set(package.namelist()) - {"imsmanifest.xml"}
        return {name[6:-4]: package.read(name).decode() for name in package.namelist() if name.startswith("items/")}


def answers(xml: str) -> list[object]:
    """[right, none, wrong …] as a response is written."""
    root = etree.fromstring(xml.encode())
    declared = root.find(f"{Q}qti-response-declaration")
    assert declared is not None
    right = [value.text for value in declared.iter(f"{Q}qti-value")]
    if declared.get("cardinality") == "single":
        worths = {
            entry.get("map-key"): float(entry.get("mapped-value")) for entry in declared.iter(f"{Q}qti-map-entry")
        }
        wrong = (
            [key for key, worth in worths.items() if worth == 0]
            if root.find(f".//{Q}qti-simple-choice") is not None
            else ["-77"]
        )
        return [right[0], None, *wrong]
    if declared.get("base-type") == "directedPair":
        keys = [pair.split()[1] for pair in right if pair]
        wrong = [f"{pair.split()[0]} {next(key for key in keys if key != pair.split()[1])}" for pair in right if pair]
        return [right, [], wrong]
    everything = [choice.get("identifier") for choice in root.iter(f"{Q}qti-simple-choice")]
    return [right, [], right[::-1] if declared.get("cardinality") == "ordered" else everything, right[:1]]


@pytest.mark.browser
def test_the_key_scores_one_a_wrong_answer_less_and_none_nothing(tmp_path: Path) -> None:
    if not PLAYER.is_file():
        pytest.skip("the QTI components are not installed; ./tas test installs them")
    shutil.copy(PLAYER, tmp_path / "player.js")
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    with serve(tmp_path) as base, chromium() as browser:
        page = browser.new_page()
        page.goto(base)
        page.wait_for_function("window.ready")
        for code in EDITIONS:
            asked = items(edition(code))
            given = {name: answers(xml) for name, xml in asked.items()}
            scores = page.evaluate("([items, answers]) => play(items, answers)", [asked, given])
            assert len(scores) == len(questions(edition(code))) > 200
            wrong = {
                name: score for name, score in scores.items() if score[0] != 1 or score[1] != 0 or max(score[2:]) >= 1
            }
            assert wrong == {}, json.dumps(wrong)[:1500]


def compared(what: Taken) -> None:
    source = questions(what)
    found = {name.removeprefix(f"{what.code}-"): etree.fromstring(xml.encode()) for name, xml in items(what).items()}
    assert set(found) == set(source)
    for name, question in source.items():
        root = found[name]
        assert not list(root.iter(f"{Q}script", f"{Q}img"))
        body, why = root.find(f"{Q}qti-item-body"), root.find(f"{Q}qti-modal-feedback")
        assert body is not None and why is not None
        said, told = (" ".join("".join(part.itertext()).split()) for part in (body, why))
        assert said.startswith(question.stem.removesuffix(")").rpartition(" (")[0] or question.stem)
        choices = {
            one.get("identifier"): " ".join("".join(one.itertext()).split())
            for one in body.iter(f"{Q}qti-simple-choice", f"{Q}qti-simple-associable-choice")
        }
        right = [value.text or "" for value in root.find(f"{Q}qti-response-declaration").iter(f"{Q}qti-value")]  # type: ignore[union-attr]
        if question.pairs:
            assert {choices[one.split()[0]]: choices[one.split()[1]] for one in right} == question.pairs
        elif question.order:
            assert [choices[one] for one in right] == question.order
        elif question.typed:
            assert right[0] == next(iter(question.typed))
        else:
            best = [
                text
                for text, (share, _) in question.options.items()
                if share > 0 and (question.several or share == 100)
            ]
            assert set(choices.values()) == set(question.options) and {choices[one] for one in right} <= set(best)
        for why_ in (*question.whys, *(one for _, one in (question.options | question.typed).values())):
            assert why_ in told


@pytest.mark.parametrize("code", EDITIONS)
def test_id_key_and_rationale_are_those_of_the_source(code: str) -> None:
    compared(edition(code))


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    compared(hostile_bag(tmp_path))
