"""A build that takes parts of the one before gives the same files, byte for byte, as one that makes everything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import media_kit
import pytest
from kit import EPOCH, FOLDERS, copy_tiny, with_english, with_offline_page
from tas.bundles.offline import make_bundles, make_installable, outlines_of
from tas.bundles.site_folder import Site
from tas.check import check
from tas.check.alone import ALONE, ALWAYS, BESIDE
from tas.check.rules import RULES
from tas.ground import engine
from tas.ground.parts import PARTS, Parts, digest
from tas.ground.places import PACKAGE
from tas.in_step.compare import in_step
from tas.model.paper import NO_PAPERS
from tas.problems import Problem
from tas.read.bag import read_bag
from tas.read.own_files import bag_key
from tas.read.project import read_project
from tas.site import engine as site_engine
from tas.site.engine import build_site

BODY, TITLE, NEW = "docs/id/duties/visit.md", "docs/nl/role/index.md", "docs/id/duties/new.md"
RENAMED, DIAGRAMS = "docs/id/duties/newer.md", "reference/id/diagrams.yml"
PAGE = "---\ntitle: New\ndescription: What is new.\nreviewed: 2026-11-01\nsources: []\nsteps: [One thing., Another thing., A third.]\nnot_yours: [give-vaccine]\n---\n\nA [](term:client) comes.\n\n## Why {#why}\n\nSo.\n"
GROUP = "      - title: {0}\n        picture: sun\n        entries:\n          - text: In the {0}.\n"
DIAGRAM = "diagrams:\n  - id: a-day\n    kind: day\n    title: A day\n    groups:\n" + "".join(
    map(GROUP.format, ("morning", "noon", "evening"))
)
Change = Callable[[Path], object]


def text(file: str, old: str, new: str) -> Change:
    return lambda root: edit(root / file, old, new)


def both(*changes: Change) -> Change:
    return lambda root: [change(root) for change in changes]


def picture_in(colour: str) -> Change:
    """A drawing with its note."""

    def change(root: Path) -> None:
        folder = root / "docs/id/media"
        folder.mkdir(exist_ok=True)
        (folder / "plan.svg").write_bytes(media_kit.PLAIN.replace(b"#123", colour.encode()))
        (folder / "plan.yml").write_text(media_kit.NOTE, encoding="utf-8")

    return change


EDITS: dict[str, Change] = {
    "a body": text(BODY, "Rina opens", "Rina slowly opens"),
    "a title": text(TITLE, "title: ", "title: Other "),
    "a heading": text(BODY, "## Why {#why}", "## Why so {#why}\n\n### Inside {#inside}"),
    "a term": text("reference/id/glossary.yml", "The person you", "A person that you"),
    "a source": text("reference/id/sources.yml", "The law on social work", "The newer law"),
    "a contact": text("reference/id/contacts.yml", "0800-1234", "0800-4321"),
    "a danger sign": text("reference/nl/danger-signs.yml", "Is limp", "Is very limp"),
    "an item": text("quizzes/nl/small.yml", "The client decides.", "It is the client who decides."),
    "a guide": text("guides/id/first.yml", "Tell a colleague", "Tell your colleague"),
    "a first diagram": both(text(DIAGRAMS, "", DIAGRAM), text(BODY, "Rina slowly", "[](diagram:a-day)\n\nRina slowly")),
    "a diagram": text(DIAGRAMS, "In the noon.", "In the afternoon."),
    "a first picture": both(picture_in("#123"), text(BODY, "Rina slowly", "![A plan](media:plan.svg)\n\nRina slowly")),
    "another picture": picture_in("#c62"),
    "whose the picture is": text("docs/id/media/plan.yml", "Example", "Another"),
    "a source of the page": text(BODY, "sources:\n  - law\n", "sources: []\n"),
    "the order of the navigation": text("mkdocs.yml", "  - glossary.md\n  - sources.md", "  - sources.md\n  - glossary.md"),
    "an option": text("mkdocs.yml", "  - tas\n", "  - tas:\n      report_to: mailto:a@b.example\n"),
    "the name of the site": text("mkdocs.yml", "site_name: Tiny", "site_name: Small"),
    "a word of the catalogue": text("locales/id.po", 'msgstr "Tugas"', 'msgstr "Pekerjaan"'),
    "a new page": text(NEW, "", PAGE),
    "its name in the navigation": text("mkdocs.yml", "      - duties/visit.md\n", "      - duties/visit.md\n      - duties/new.md\n"),
    "a renamed page": both(lambda root: (root / NEW).rename(root / RENAMED), text("mkdocs.yml", "duties/new.md", "duties/newer.md")),
    "a page less": text(RENAMED, PAGE, ""),
    "a word that copies alone say": text("locales/id.po", 'msgid "Duties"', 'msgid "Look for a newer one"\nmsgstr "Cari yang baru"\n\nmsgid "Duties"'),
    "what was": text(BODY, "Rina slowly opens", "Rina opens"),
    "an edition more": lambda root: [shutil.copytree(root / folder / "id", root / folder / "en") for folder in FOLDERS if (root / folder).is_dir()] + [with_english(root)],
}  # fmt: skip
OF_THE_ENGINE: dict[str, Change] = {
    "a file of the theme": text("generator/tas/templates/theme/partials/footer.html", "</footer>", "<p>More.</p></footer>"),
    "a file of the engine": text("generator/tas/kinds/kind.py", '"""', '"""Other words. '),
    "a package of another version": lambda root: (root / "generator/markdown_it_py-99.dist-info").mkdir(),
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return with_offline_page(copy_tiny(tmp_path / "tiny"))


def made(root: Path, target: Path) -> dict[str, bytes]:
    """Address -> content of all that a build writes, without papers; what `check` would say of it does not matter here."""
    bag = read_bag(read_project(root))
    in_step(bag)
    target.mkdir()
    build_site(bag, NO_PAPERS, target, bundles=True)
    site = Site(target, root / PARTS)
    outlines = outlines_of(bag, site_name=bag.project.site_name, site_url=bag.project.site_url)
    make_bundles(site, outlines, lambda name: None)
    make_installable(site, outlines, lambda name: None)
    return {file.relative_to(target).as_posix(): file.read_bytes() for file in target.rglob("*") if file.is_file()}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    assert old in text, file
    if changed := text.replace(old, new, 1):
        file.write_text(changed, encoding="utf-8")
    else:
        file.unlink()


@pytest.mark.slow
def test_after_any_edit_what_is_kept_gives_what_is_made(root: Path, tmp_path: Path) -> None:
    before = made(root, tmp_path / "first")
    for number, (what, change) in enumerate(EDITS.items()):
        change(root)
        kept = made(root, tmp_path / f"kept-{number}")
        with nothing_kept(root):
            fresh = made(root, tmp_path / f"fresh-{number}")
        assert kept.keys() == fresh.keys(), what
        assert [name for name in kept if kept[name] != fresh[name]] == [], what
        assert kept != before, f"{what} changes something"
        before = kept


@contextmanager
def nothing_kept(root: Path) -> Iterator[None]:
    """A build that makes everything; afterwards there is what was."""
    (root / ".cache").rename(root / "away")
    yield
    shutil.rmtree(root / ".cache")
    (root / "away").rename(root / ".cache")


def by_command(root: Path) -> dict[str, bytes]:
    """The site as `tas build` makes it with the engine that lies in the folder of the bag."""
    command = [sys.executable, "-m", "tas", "build", "--no-papers"]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, "PYTHONPATH": str(root / "generator")}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = root / "site"
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def anew(root: Path) -> dict[str, bytes]:
    with nothing_kept(root):
        return by_command(root)


@pytest.mark.slow
def test_after_an_edit_of_the_engine_what_is_kept_gives_what_is_made(root: Path) -> None:
    shutil.copytree(PACKAGE, root / "generator/tas", ignore=shutil.ignore_patterns("__pycache__"))
    by_command(root)
    for what, change in OF_THE_ENGINE.items():
        change(root)
        kept = by_command(root)
        assert kept == anew(root), what
        assert "More." in kept["role/index.html"].decode(), "the engine in the folder is the one that builds"


@pytest.mark.slow
def test_after_a_kill_what_is_kept_gives_what_is_made(root: Path) -> None:
    """`bench/same.py --kills 200` does the same at two hundred moments."""
    shutil.copytree(PACKAGE, root / "generator/tas")
    by_command(root)
    command = [sys.executable, "-m", "tas", "build", "--no-papers"]
    env = {**os.environ, "PYTHONPATH": str(root / "generator")}
    for number, moment in enumerate((0.6, 1.0, 1.4, 1.8)):
        edit(root / BODY, "Rina", f"So{number}, Rina")
        edit(root / "reference/nl/glossary.yml", "person", f"person so{number}")
        with subprocess.Popen(
            command, cwd=root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(moment)
            process.kill()
        assert by_command(root) == anew(root)


def test_one_changed_sentence_renews_one_page(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tas.ground import parallel

    monkeypatch.setattr(parallel, "_can_fork", lambda: False)
    renewed: list[str] = []
    keep = Parts.keep
    monkeypatch.setattr(Parts, "keep", lambda self, kind, *rest: (renewed.append(kind), keep(self, kind, *rest)))
    made(root, tmp_path / "first")
    assert renewed.count("page") > 20
    renewed.clear()
    run: list[str] = []
    build = site_engine.build
    monkeypatch.setattr(site_engine, "build", lambda config: (run.append(str(config.site_dir)), build(config)))
    edit(root / BODY, "Rina opens", "Rina slowly opens")
    made(root, tmp_path / "second")
    assert len(run) == 1, "the other edition is put there as it was"
    assert sorted(renewed) == sorted(
        ["page", "frame", "edition", "sections", "words", "packed", "facts", "leaf", "single-file", "chapter", "epub"]
        + 2 * ["member", "file"]
    )
    renewed.clear()
    made(root, tmp_path / "third")
    assert renewed == [] and len(run) == 1
    edit(root / "reference/id/glossary.yml", "The person", "The other person")
    made(root, tmp_path / "fourth")
    assert renewed.count("page") > 10, "any page of the edition may use the term"
    assert 1 < renewed.count("frame") < 5, "and those that do are framed anew"


def test_another_engine_takes_nothing(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bag = read_bag(read_project(root))
    seen = {bag_key(bag)}
    (tmp_path / "packages/markdown_it_py-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "packages")
    engine.engine.cache_clear()
    seen.add(bag_key(bag))
    (tmp_path / "engine").mkdir()
    monkeypatch.setattr(engine, "PACKAGE", tmp_path / "engine")
    for text in ("a template", "the same, changed"):
        (tmp_path / "engine/theme.html").write_text(text)
        engine.engine.cache_clear()
        seen.add(bag_key(bag))
    engine.engine.cache_clear()
    assert len(seen) == 4


def test_what_is_cut_off_or_spoilt_is_not_there(tmp_path: Path) -> None:
    file, key = tmp_path / "parts", digest("a")
    for content in ("old", "new"):
        parts = Parts(file)
        parts.keep("page", digest(content), content * 50)
        parts.keep("page", key, "same " * 50)
        parts.save()
    whole = file.read_bytes()
    assert Parts(file).find("page", digest("old")) == "old" * 50, "the build before is kept once more"
    for spoilt in (
        *(whole[:length] for length in range(0, len(whole), 7)),
        *(whole[:at] + b"\0" + whole[at + 1 :] for at in range(0, len(whole), 7)),
    ):
        file.write_bytes(spoilt)
        assert Parts(file).find("page", digest("new")) in ("new" * 50, None)
        assert Parts(file).find("page", key) == "same " * 50, "it is in the file of the build before"


@pytest.mark.slow
def test_what_was_found_in_a_file_is_found_again(root: Path, tmp_path: Path) -> None:
    spoilt = "\n\nCall 0800-1234, <b>at once</b>, for 37.5 °C. ==Never==.\n\nLoses so much, that a pad is soaked within an hour.\n"
    edits = (
        (BODY, "Rina opens", f"{spoilt}Rina opens"),
        ("docs/nl/role/index.md", "\n\n", f"\n\n~~So~~ {spoilt}"),
        ("quizzes/nl/small.yml", "The client decides.", "The client decides, <i>always</i>."),
        ("reference/id/contacts.yml", "0800-1234", "0800-9999"),
        ("mkdocs.yml", "  - tas\n", "  - tas:\n      longest_sentence: 10\n"),
        (BODY, spoilt, ""),
    )
    counts = set()
    for file, old, new in edits:
        edit(root / file, old, new)
        for _ in range(2):
            bag, parts = read_bag(read_project(root)), Parts(tmp_path / "found")
            found = check(bag, parts)
            parts.save()
            assert found == check(read_bag(read_project(root)))
        assert parts.made_anew == 0, "the second time nothing is looked at again"
        counts.add(len(found))
    assert {problem.rule for problem in found} >= {"html-in-text", "other-dialect", "hard-to-read", "phone-number"}
    assert len(counts) > 3


def test_a_rule_asks_for_no_more_than_its_findings_depend_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that stand in no list of check/alone.py find the same where every body is another one, with the same headings elsewhere."""
    edit(root / BODY, "## Why {#why}", "## Why {#what}")
    edit(root / "quizzes/nl/small.yml", "learn: ", "learn: nowhere/")
    edit(root / "reference/id/danger-signs.yml", "Is limp", "Is limp ✗")
    rules = [(rule, rule.LEVEL) for rule in RULES if rule.ID not in {*ALONE, *BESIDE, *ALWAYS}]

    def found() -> set[Problem]:
        bag = read_bag(read_project(root))
        in_step(bag)
        for library in bag:
            for document in library.documents.values():
                outline = document.outline
                if is_other and document.body:
                    document.outline = tuple(replace(heading, line=heading.line + 1000) for heading in outline)
                    document.body = "".join(f"{'#' * heading.level} Other {{#{heading.id}}}\n" for heading in outline)
                    vars(document).pop("markdown")
        return {Problem(*place, level, said, rule.ID) for rule, level in rules for place, said in rule.check(bag)}

    is_other = False
    as_it_is = found()
    is_other = True
    assert as_it_is == found()
    assert len({problem.rule for problem in as_it_is}) > 1


def test_what_a_killed_build_began_to_write_is_cleared_away(root: Path, tmp_path: Path) -> None:
    left = root / PARTS / ".new-half"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")
    made(root, tmp_path / "site")
    assert not left.exists()
