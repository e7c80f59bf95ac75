"""Visit guides as forms: pyxform reads each, ODK Validate passes each, nothing of the guide is missing, and no field asks for words about a family."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from html import unescape
from pathlib import Path

import pytest
import yaml
from chromium import SIZES, chromium, serve, watch
from hostile import HOSTILE, squeezed, typed
from java import OPTIONS
from kit import copy_tiny
from lxml import etree
from playwright.sync_api import expect
from readers import TOOLS
from source import EDITIONS, bag_at, edition
from tas.exports import xlsform
from tas.exports.taken import Taken
from tas.view.guide import guide_view

xls2xform = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed; ./tas test installs it")
JAR = Path(xls2xform.__file__).parent / "validators/odk_validate/bin/ODK_Validate.jar"
XF = "{http://www.w3.org/2002/xforms}"
ENTERED = {"input", "select", "select1", "upload", "trigger", "range"}


@cache
def forms(what: Taken, folder: Path) -> dict[str, Path]:
    """Guide -> its form as ODK takes it in."""
    made = {}
    for guide, order in zip(what.guides, xlsform.orders(what), strict=True):
        content = order.make()
        assert content == order.make()
        file = folder / f"{what.code}-{guide}.xlsx"
        file.write_bytes(content)
        result = xls2xform.convert(str(file))
        assert not result.warnings
        made[guide] = file.with_suffix(".xml")
        made[guide].write_text(result.xform, encoding="utf-8")
    return made


def labels(form: Path) -> list[str]:
    """What a person reads, the entities of a label turned into their letters."""
    found = etree.parse(form).iter(f"{XF}label", f"{XF}hint", f"{XF}value")
    return [unescape("".join(one.itertext())) for one in found]


def validated(files: list[Path]) -> str:
    done = subprocess.run(
        ["java", *OPTIONS, "-Djava.awt.headless=true", "-jar", str(JAR), *map(str, files)], capture_output=True, text=True, check=False
    )  # fmt: skip
    return f"{done.returncode} {done.stdout}{done.stderr}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forms")


def test_odk_validate_passes_every_form_and_no_broken_one(folder: Path) -> None:
    files = [file for code in EDITIONS for file in forms(edition(code), folder).values()]
    assert len(files) == sum(len(edition(code).guides) for code in EDITIONS) > 20
    said = validated(files)
    assert said.startswith("0 ") and said.count("Xform is valid") == len(files), said[-2000:]
    broken = folder / "broken.xml"
    broken.write_text(files[0].read_text(encoding="utf-8").replace("= 'yes'", "= ("), encoding="utf-8")
    assert not validated([broken]).startswith("0 ")


@pytest.mark.parametrize("code", EDITIONS)
def test_a_form_has_all_of_its_guide_and_asks_nothing_private(code: str, folder: Path) -> None:
    what = edition(code)
    for guide_id, file in forms(what, folder).items():
        view, said = guide_view(what.library, guide_id), squeezed("\n".join(labels(file)))
        guide = view.guide
        texts = (
            *guide.before_you_go,
            *guide.at_the_door,
            *guide.observe,
            *guide.explain,
            *(question.text for question in guide.questions.all),
        )
        for text in texts:
            assert squeezed(what.seen(text)) in said, text
        for group in view.danger:
            for sign in group.signs:
                assert squeezed(what.seen(sign.text)) in said
            for contact in group.levels[0].call:
                assert squeezed(what.library.contacts[contact].number or "") in said
        body = etree.parse(file).getroot()[1]
        fields = [one for one in body.iter() if etree.QName(one).localname in ENTERED]
        written = [one.get("ref") for one in fields if etree.QName(one).localname == "input"]
        bound = {one.get("nodeset"): one.get("readonly") for one in etree.parse(file).iter(f"{XF}bind")}
        assert all(bound[ref] == "true()" for ref in written)
        assert not [
            one.get("ref")
            for one in fields
            if "/alone" in one.get("ref") and etree.QName(one).localname.startswith("select")
        ]


def test_hostile_text_stays_text(folder: Path) -> None:
    root = copy_tiny(folder / "bag")
    file = next((root / "guides/id").glob("*.yml"))
    guide = yaml.safe_load(file.read_text(encoding="utf-8"))
    texts = [" ".join(text.split()) for text in HOSTILE]
    parts = [[typed(f"{text} x") for text in texts[at : at + 6]] for at in (0, 6, 12, 17)]
    guide |= dict(zip(("before_you_go", "at_the_door", "observe", "explain"), parts, strict=True))
    guide["title"] = "<script>${x} ]]> =cmd()"
    file.write_text(yaml.safe_dump(guide, allow_unicode=True, default_style='"'), encoding="utf-8")
    assert [str(problem) for problem in bag_at(root).problems] == []
    (form,) = forms(edition("id", root), folder).values()
    said = squeezed("\n".join(labels(form)))
    assert all(squeezed(text) in said for text in texts)
    assert validated([form]).startswith("0 ")
    shown = etree.parse(form).iter(f"{XF}label", f"{XF}hint", f"{XF}value")
    assert all("<" not in "".join(one.itertext()) for one in shown)  # a label's HTML would be drawn


PAGE = """<!doctype html><meta name=viewport content="width=device-width"><title>Form</title>
<script type="importmap">{"imports": {"vue": "./vue.js"}}</script><div id="app"></div>
<script type="module">
import { createApp, h } from "vue";
import { webFormsPlugin, OdkWebForm } from "./forms/index.js";
const formXml = await (await fetch("form.xml")).text();
createApp({ render: () => h(OdkWebForm, { formXml, fetchFormAttachment: () => { throw new Error("no attachment"); } }) }).use(webFormsPlugin).mount("#app");
</script>"""


@pytest.mark.browser
def test_a_no_and_a_danger_sign_show_whom_to_call(folder: Path, tmp_path: Path) -> None:
    """Filled in by ODK's own form for browsers, on a small phone."""
    modules = TOOLS / "node_modules"
    if not (modules / "@getodk/web-forms").is_dir():
        pytest.skip("ODK Web Forms are not installed; ./tas test installs them")
    what = edition("nl")
    shutil.copytree(modules / "@getodk/web-forms/dist", tmp_path / "forms")
    shutil.copy(modules / "vue/dist/vue.esm-browser.prod.js", tmp_path / "vue.js")
    shutil.copy(forms(what, folder)["first-visit"], tmp_path / "form.xml")
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    guide = what.library.guides["first-visit"]
    with serve(tmp_path) as base, chromium() as browser:
        page = browser.new_page(viewport=SIZES["phone"])
        seen = watch(page, base)
        page.goto(base)
        asked = guide.questions.yes_is_good[0].text
        question = page.locator(".question-container", has_text=asked)
        expect(question).to_be_visible()
        ask_on = what.gettext(xlsform.ASK_ON).partition(".")[0]
        expect(page.get_by_text(ask_on)).to_have_count(0)
        question.get_by_text("Nee", exact=True).click()
        expect(page.get_by_text(ask_on)).to_be_visible()
        number = next(
            what.library.contacts[name].number for name in what.library.danger_signs["pregnancy"].levels[0].call
        )
        assert number in page.get_by_text(ask_on).inner_text()
        question.get_by_text("Ja", exact=True).click()
        expect(page.get_by_text(ask_on)).to_have_count(0)
        act = what.seen(what.library.danger_signs["pregnancy"].levels[0].act)[:40]
        expect(page.get_by_text(act)).to_have_count(0)
        page.locator(".question-container", has_text=what.gettext(xlsform.SEEN_ONE)).first.get_by_text(
            "Ja", exact=True
        ).click()
        expect(page.get_by_text(act)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert seen.foreign == []
