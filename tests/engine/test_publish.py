"""Safe publishing: whatever stops a build, the last good site stays as it was, and the next build finds no rubbish."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from kit import EPOCH, ROOT, copy_tiny
from tas.__main__ import main
from tas.build import build as build_bag
from tas.ground.engine import engine_now
from tas.in_step.accept import accept
from tas.paper import press
from tas.paper.job import Job
from tas.problems import ERROR, ContentError, Problem
from tas.publish import stamp
from tas.publish import swap as publish
from tas.read.bag import read_bag
from tas.read.codes import write_codes
from tas.read.project import read_project
from tas.view.codes import new_codes

ENV = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": EPOCH}
BUILD = [sys.executable, "-m", "tas", "build", "--no-papers"]


def build(root: Path) -> subprocess.CompletedProcess[str]:
    """The command, in this process."""
    out, err = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(root)
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        code = main(BUILD[3:])
    return subprocess.CompletedProcess(BUILD, code, out.getvalue(), err.getvalue())


def content(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tiny(tmp_path_factory.mktemp("publish") / "tiny")
    assert build(root).returncode == 0
    return root


@pytest.fixture
def before(good: Path):
    """The content of the last good site; afterwards it must be as it was, and the next build must find no rubbish."""
    was = content(good / "site")
    yield was
    assert content(good / "site") == was
    page = good / "docs/id/role/index.md"
    page.write_text(page.read_text() + "\nOne more line.\n")
    done = build(good)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "One more line." in (good / "site/role/index.html").read_text()
    assert not list(good.glob(".site-*"))


def test_a_failing_check_leaves_the_site_alone(good: Path, before) -> None:
    (good / "docs/nl/broken.md").write_text("no front matter")
    done = build(good)
    (good / "docs/nl/broken.md").unlink()
    assert done.returncode == 1
    assert "docs/nl/broken.md:1:1: error" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.slow
def test_a_paper_that_fails_never_replaces_a_good_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One guide becomes too long: the PDFs of before stay, byte for byte. The engine is played, in this one process."""

    def made(job: Job) -> bytes:
        if "Feed the baby" in job.html:
            raise ContentError([Problem(job.place, 1, 1, ERROR, "the guide has 9 pages", "page-budget")])
        return b"%PDF " + job.key.encode()

    def again() -> None:
        build_bag(root, papers=True, say=lambda stage, what: None)

    monkeypatch.setattr(Job, "make", made)
    monkeypatch.setattr(press, "cores", lambda: 1)
    root = copy_tiny(tmp_path / "tiny")
    again()
    was, kept = content(root / "site"), content(root / ".cache/papers")
    assert any(name.endswith("guides/first.family.pdf") for name in was)
    guide = root / "guides/id/first.yml"
    guide.write_text(guide.read_text().replace("Feed often", "Feed the baby often"))
    with pytest.raises(ContentError, match="error: the guide has 9 pages"):
        again()
    assert content(root / "site") == was
    assert content(root / ".cache/papers") == kept, "a paper that failed is kept"
    guide.write_text(guide.read_text().replace("Feed the baby often", "Feed well"))
    again()
    assert content(root / "site")["downloads/id/guides/first.family.pdf"] != was["downloads/id/guides/first.family.pdf"]


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_site_alone(good: Path, before) -> None:
    page = good / "docs/id/role/index.md"
    text = page.read_text()
    for number, moment in enumerate((0.2, 0.5, 0.8, 1.1, 1.4)):
        page.write_text(text + f"\nLine {number}.\n")
        process = subprocess.Popen(BUILD, cwd=good, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = content(good / "site")
        if found != before:  # it was done already: then the new site is whole
            shutil.rmtree(good / "site")
            assert build(good).returncode == 0
            assert content(good / "site") == found
            page.write_text(text)
            assert build(good).returncode == 0
    page.write_text(text)


@pytest.mark.slow
def test_a_full_disk_leaves_the_site_alone(good: Path, before) -> None:
    """A limit on the size of files is what a test can have of a full disk: every write beyond it fails."""
    page = good / "docs/id/role/index.md"
    text = page.read_text()
    page.write_text(text + "\nMore.\n")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(BUILD, cwd=good, env=ENV, capture_output=True, text=True, preexec_fn=limit)
    page.write_text(text)
    assert done.returncode == 3
    assert "the last good site is untouched" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    with publish.staging(tmp_path / "site"), pytest.raises(publish.Busy), publish.staging(tmp_path / "site"):
        pass


def test_a_build_killed_between_two_renames_is_recovered(tmp_path: Path) -> None:
    (tmp_path / ".site-old").mkdir()
    (tmp_path / ".site-old/index.html").write_text("good")
    with pytest.raises(RuntimeError), publish.staging(tmp_path / "site"):
        assert (tmp_path / "site/index.html").read_text() == "good"
        raise RuntimeError
    assert (tmp_path / "site/index.html").read_text() == "good"


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_site_takes_the_place_of_the_old_whole(tmp_path: Path, monkeypatch, can_exchange: bool) -> None:
    if not can_exchange:
        monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    for text in ("one", "two"):
        with publish.staging(tmp_path / "site") as target:
            (target / f"{text}.html").write_text(text)
        assert [file.name for file in (tmp_path / "site").iterdir()] == [f"{text}.html"]
    assert sorted(file.name for file in tmp_path.iterdir()) == [".cache", "site"]


@pytest.mark.slow
def test_nothing_to_do_is_seen_and_a_touched_site_is_built_again(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    assert build(root).returncode == 0
    assert "nothing has changed" in build(root).stdout
    (root / "site/index.html").write_text("spoilt")
    assert "nothing has changed" not in build(root).stdout
    assert (root / "site/index.html").read_text() != "spoilt"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["link", "file"])
def test_what_lies_in_place_of_the_site_is_named_and_left_alone(tmp_path: Path, kind: str) -> None:
    root = copy_tiny(tmp_path / "tiny")
    (tmp_path / "www").mkdir()
    (root / "site").symlink_to(tmp_path / "www") if kind == "link" else (root / "site").write_text("mine")
    for _ in range(2):
        done = build(root)
        assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
        assert f"site is a {kind}" in done.stderr
    assert not list(root.glob(".site-*"))
    (root / "site").unlink()
    assert build(root).returncode == 0


def test_whatever_lies_in_the_way_of_a_staging_folder_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/file").write_text("mine")
    (tmp_path / publish.NEXT).symlink_to(tmp_path / "kept")
    (tmp_path / publish.OLD).write_text("rubbish")
    with publish.staging(tmp_path / "site") as target:
        (target / "index.html").write_text("new")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".cache", "kept", "site"]
    assert (tmp_path / "kept/file").read_text() == "mine"


def stamped(root: Path) -> str:
    return stamp.of_inputs(root, False)


def test_the_stamp_sees_engines_settings_and_folders(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setattr(stamp, "engine", engine_now)  # as another run would read it
    root = copy_tiny(tmp_path / "tiny")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_name: Tiny", "site_name: !ENV [NAME_OF_THE_BAG, Tiny]"))
    seen = [stamped(root)]
    assert stamped(root) == seen[0]
    monkeypatch.setenv("NAME_OF_THE_BAG", "Other")
    seen.append(stamped(root))
    (tmp_path / "packages/mkdocs_material-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "packages")
    seen.append(stamped(root))
    (root / "docs/id/duties").rename(root / "docs/id/tasks")
    seen.append(stamped(root))
    (root / "docs/nl/duties").rename(root / "duties")
    (root / "docs/nl/duties").symlink_to("../../duties")
    assert stamped(root) == seen[-1], "the link leads to the same files"
    page = root / "duties/visit.md"
    page.write_text(page.read_text() + "\nMore.\n")
    seen.append(stamped(root))
    (root / "docs/nl/photo.jpg").write_bytes(b"")
    seen.append(stamped(root))
    (root / "docs/nl/duties/up").symlink_to("../duties")
    (root / "docs/nl/gone").symlink_to("nowhere")
    seen.append(stamped(root))
    assert len(set(seen)) == len(seen)
    (root / "docs/nl/.visit.md.swp").write_text("an editor has it open")
    os.mkfifo(root / "docs/nl/~$pipe")
    assert stamped(root) == seen[-1], "nobody means these"
    os.mkfifo(root / "docs/nl/pipe")
    assert stamped(root) != seen[-1], "and nothing waits for what will never come"


@pytest.mark.slow
def test_of_the_site_before_only_pages_that_are_the_same_are_taken_over(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    page, spare = root / "docs/id/role/index.md", root / publish.SPARE
    text = page.read_text()

    def built(more: str) -> dict[str, bytes]:
        page.write_text(text + more)
        assert build(root).returncode == 0
        return content(root / "site")

    first, _ = built("\nOne.\n"), built("\nTwo.\n")
    same = (spare / "duties/visit/index.html").stat().st_ino
    (spare / "gone").mkdir()
    (spare / "gone/index.html").write_text("a page that the bag no longer has")
    (spare / "sources/index.html").write_text("spoilt")
    (spare / "glossary/index.html").unlink()
    (spare / "glossary/index.html").symlink_to(page)
    assert built("\nOne.\n") == first
    assert (root / "site/duties/visit/index.html").stat().st_ino == same
    assert page.read_text() == text + "\nOne.\n"
    assert "downloads" not in [folder.name for folder in spare.iterdir()], "only pages are put by"


LOADED = """
import sys
from tas.__main__ import main
main(["build", "--no-papers"])
print(*sorted({"mkdocs", "pydantic", "jinja2", "babel", "yaml", "lxml", "filelock"} & sys.modules.keys()))
"""


@pytest.mark.slow
def test_who_finds_nothing_changed_has_loaded_nothing(good: Path) -> None:
    env = {**ENV, "PYTHONPATH": str(ROOT / "generator")}
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", LOADED], cwd=good, env=env, capture_output=True, text=True)
    first, *_, loaded = done.stdout.splitlines()
    assert "nothing has changed" in first, done.stdout + done.stderr
    assert loaded == ""


def test_a_stamp_that_is_no_text_is_none(tmp_path: Path) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / stamp.NAME).write_bytes(b"\xff\x00")
    assert not stamp.is_current(tmp_path / "site", "x")


def like_anybody() -> None:
    """Root writes where nobody may, unless it gives that up (capability 1)."""
    drop_from_bounding_set, dac_override = 24, 1
    if os.geteuid() == 0:
        assert ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0) == 0


@pytest.mark.slow
def test_check_works_where_one_may_only_read(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    for entry in [root, *root.rglob("*")]:
        entry.chmod(0o555 if entry.is_dir() else 0o444)
    was = {file: file.stat().st_mtime_ns for file in root.rglob("*")}
    check = [sys.executable, "-B", "-m", "tas", "check"]
    done = subprocess.run(check, cwd=root, env=ENV, capture_output=True, text=True, preexec_fn=like_anybody)
    for entry in [root, *root.rglob("*")]:
        entry.chmod(0o755)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert {file: file.stat().st_mtime_ns for file in root.rglob("*")} == was


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can promise it")
def test_a_killed_process_leaves_no_half_behind(tmp_path: Path) -> None:
    works = (
        "import os, sys, time; from pathlib import Path; from tas.ground import parallel; parallel.cores = lambda: 2;"
    )
    note = "lambda: (Path(sys.argv[1]).write_text(str(os.getpid())), time.sleep(60))"
    code = f"{works} parallel.side_by_side({{'a': lambda: time.sleep(60), 'b': {note}}})"
    file = tmp_path / "pid"
    env = {**ENV, "PYTHONPATH": str(ROOT / "generator")}
    process = subprocess.Popen([sys.executable, "-c", code, str(file)], env=env)
    while not (file.exists() and file.read_text()):
        time.sleep(0.02)
    half = int(file.read_text())
    process.kill()
    process.wait()
    for _ in range(200):
        if not Path(f"/proc/{half}").exists() or " Z " in Path(f"/proc/{half}/stat").read_text():
            return
        time.sleep(0.02)
    os.kill(half, signal.SIGKILL)
    pytest.fail("it works on")


@pytest.mark.slow
def test_an_address_of_an_example_is_told_and_not_released(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    config = root / "mkdocs.yml"
    said: list[str] = []
    build_bag(root, papers=False, say=lambda stage, what: said.append(what))
    assert [line for line in said if "(example-address)" in line] == [
        "mkdocs.yml:1:1: warning: papers and copies carry the address https://tiny.example/, an example; "
        "set site_url, or TAS_SITE_URL where it is read, before you print (example-address)"
    ]
    with pytest.raises(ContentError, match="example-address"):
        build_bag(root, papers=False, release=True, say=lambda stage, what: None)
    config.write_text(config.read_text().replace("https://tiny.example/", "https://bag.dinsos.go.id/tas/"))
    accept(read_bag(read_project(root)), ["reference/nl/contacts.yml", "reference/nl/danger-signs.yml"], None)
    write_codes(root, new_codes(read_bag(read_project(root))))
    said.clear()
    site = build_bag(root, papers=False, release=True, say=lambda stage, what: said.append(what))
    assert not [line for line in said if "example-address" in line]
    assert (site / "assets/NOTICE.txt").read_text().startswith("Tas\n")
