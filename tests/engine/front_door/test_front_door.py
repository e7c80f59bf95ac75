"""The file `tas`: what a newcomer meets on a fresh machine, good and bad (shell scripts play the tools)."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from tiny_project import REPOSITORY


def one_sentence(done):
    """The last line of a failed set-up; before it stand only the names of stages."""
    assert done.returncode == 3, done
    assert done.stdout == ""
    *stages, last = done.stderr.splitlines()
    assert all(line.startswith("tas: ") and line.endswith(" …") for line in stages), done.stderr
    assert last.startswith("tas: ") and last.endswith(".")
    return last


# ---- without any set-up ----


@pytest.mark.parametrize("args", [["help"], ["-h"], ["--help"], []])
def test_help_needs_no_set_up(project, args):
    done = project.tas(*args)
    assert done.returncode == 0 and done.stderr == ""
    for command in ("build", "check", "serve", "schemas", "test", "help"):
        assert f"\n  {command} " in done.stdout
    assert not (project.root / ".venv").exists()


def test_unknown_command_lists_the_known_ones(project):
    done = project.tas("biuld")
    assert done.returncode == 2
    known = "the commands are build, check, status, accept, po, sheet, serve, paper, export, words, codes, new, schemas, test, audit, help"
    assert done.stderr == f"tas: there is no command 'biuld'; {known}.\n"
    assert not (project.root / ".venv").exists()


def test_it_opens_to_every_command_of_the_package(door):
    said = subprocess.run([sys.executable, "-m", "tas", "--help"], capture_output=True, text=True).stdout
    inside = re.findall(r"^    ([a-z]+)  ", said, re.MULTILINE)
    assert set(inside) | {"test", "audit"} == set(door.COMMANDS)


def test_the_file_can_be_read_by_an_old_python():
    ast.parse((REPOSITORY / "tas").read_text(encoding="utf-8"), feature_version=(3, 6))


def old_pythons():
    """Those on PATH, and those installed beside the Python that runs the tests."""
    found = [shutil.which(f"python3.{minor}") for minor in range(6, 11)]
    found += sorted(Path(sys.base_prefix).parent.glob("3.*/bin/python3"))
    old = "import sys; sys.exit(not (3, 6) <= sys.version_info < (3, 11))"
    return [
        str(python)
        for python in found
        if python and subprocess.run([python, "-c", old], capture_output=True).returncode == 0
    ]


@pytest.mark.slow
def test_a_real_old_python_says_that_it_is_too_old(project):
    pythons = old_pythons()
    if not pythons:
        pytest.skip("no Python between 3.6 and 3.10 on this machine; the next test plays one")
    for python in pythons:
        said = one_sentence(project.tas("check", python=python))
        assert "is too old, Tas needs 3.11 or newer: run `" in said
        assert project.tas("help", python=python).returncode == 0


def test_an_old_python_names_the_repair(door, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(door.SetUpError, match=r"^Python 3\.8 is too old, Tas needs 3\.11 or newer: run `.*python"):
        door.require_python((3, 8, 18), ["check"])


def test_an_old_python_gives_way_to_a_newer_one_that_works(door, project, monkeypatch):
    project.program("python3.13", "exit 127")  # as pyenv does for a version that is installed but not chosen
    project.program("python3.12", "exit 0")
    monkeypatch.setenv("PATH", str(project.bin))
    became = []
    monkeypatch.setattr(door, "become", lambda argv, env: became.append(argv) or 0)
    with pytest.raises(SystemExit) as stop:
        door.require_python((3, 8, 18), ["check", "--format", "json"])
    assert stop.value.code == 0
    assert became == [[str(project.bin / "python3.12"), str(REPOSITORY / "tas"), "check", "--format", "json"]]


# ---- setting up ----


def test_audit_asks_about_every_lock_file(door, project, monkeypatch):
    """In a folder of its own, made once; whatever it cannot look up fails it."""
    became, ran = [], []
    locks = ["requirements-test.lock", "requirements.lock"]
    for name in locks:
        (project.root / name).touch()
    monkeypatch.setattr(door, "ROOT", project.root)
    monkeypatch.setattr(door, "become", lambda argv, env: became.append(argv) or 0)
    monkeypatch.setattr(
        door,
        "run",
        lambda stage, argv: (project.root / ".cache/audit").mkdir(parents=True, exist_ok=True) or ran.append(stage),
    )
    monkeypatch.chdir(project.root)
    assert door.start("audit", ["--format", "json"]) == door.start("audit", []) == 0
    assert ran == ["making .cache/audit", "installing pip-audit==2.10.1"]
    (first, second) = became
    assert first[1:6] == ["-m", "pip_audit", "--strict", "--require-hashes", "--disable-pip"]
    assert [name for name in second if name.endswith(".lock")] == locks
    assert first[-2:] == ["--format", "json"]


@pytest.mark.slow
def test_first_use_sets_up_and_opens_from_anywhere(project, tmp_path):
    done = project.tas("check", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "tas: making .venv …",
        "tas: installing the packages of requirements.lock …",
        "tas: adding Tas itself …",
    ]
    assert json.loads(done.stdout) == {  # nothing but the command's own words
        "program": "tas",
        "args": ["check", "--format", "json"],
        "cwd": str(project.root),
        "python": str(project.root / ".venv"),
        "env": {"NO_MKDOCS_2_WARNING": "1", "TAS_CHROMIUM": None, "TAS_KOLIBRI": None},
    }
    plugin = "from importlib.metadata import entry_points as e; print(*e(group='mkdocs.plugins'))"
    seen = subprocess.check_output([project.root / ".venv/bin/python", "-c", plugin], cwd=tmp_path, text=True)
    assert "tas.site.plugin:TasPlugin" in seen  # so that plain `mkdocs build` works in the environment


# What `python -m pip` does when these lines stand in for pip.
KILL_THE_DOOR = ("import os, signal", "os.kill(os.getppid(), signal.SIGKILL)")
NOTE_THE_CALL = ("open(__file__ + '.calls', 'a').write('called\\n')",)


def test_later_uses_do_not_call_pip(settled):
    settled.module("pip", "raise SystemExit('pip was called')")
    done = settled.tas("check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_changed_lock_is_installed(settled):
    settled.module("pip", *NOTE_THE_CALL)
    for file in ("requirements.lock", "requirements-test.lock", "pyproject.toml"):
        with open(settled.root / file, "a") as lock:
            lock.write("# a new line\n")
        done = settled.tas("check")
        assert (done.returncode, settled.pip_calls()) == (0, 2)
        assert "making .venv" not in done.stderr
        assert settled.tas("check").stderr == ""


def test_a_moved_project_is_set_up_again(settled):
    settled.module("pip", *NOTE_THE_CALL)
    moved = settled.root.rename(settled.root.with_name("moved"))
    try:
        settled.tas("check", door=moved / "tas", cwd=moved)
        assert settled.pip_calls() == 2  # a stand-in: what it would have installed does not start
    finally:
        moved.rename(settled.root)


def test_the_exit_code_is_the_command_s_own(settled):
    assert settled.tas("check", ECHO_EXIT=1).returncode == 1
    assert settled.tas("check", ECHO_EXIT=7).returncode == 7


def test_a_venv_without_its_python_is_made_anew(settled):
    (settled.root / ".venv/bin/python").unlink()
    (settled.root / ".venv/bin/python").symlink_to("/no/such/python")
    done = settled.tas("check")
    assert done.returncode == 0 and "making .venv" in done.stderr


def test_a_venv_of_another_python_is_made_anew(settled):
    stamp = settled.root / ".venv/tas-stamp"
    stamp.write_text(stamp.read_text().replace("{}.{}".format(*sys.version_info), "3.99"))
    done = settled.tas("check")
    assert done.returncode == 0 and "making .venv" in done.stderr


@pytest.mark.slow
def test_a_killed_set_up_is_repaired(project):
    killer = project.module("pip", *KILL_THE_DOOR)
    assert project.tas("check").returncode == -9
    killer.unlink()
    packages = next((project.root / ".venv").glob("lib/python*/site-packages"))
    half = packages / f"hatchling-{version('hatchling')}.dist-info"  # all that pip looks for, and nothing else
    half.mkdir()
    (half / "METADATA").write_text(f"Metadata-Version: 2.1\nName: hatchling\nVersion: {version('hatchling')}\n")
    done = project.tas("check")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["program"] == "tas"


def test_a_killed_update_is_repaired(settled):
    with open(settled.root / "requirements.lock", "a") as lock:
        lock.write("# an update\n")
    killer = settled.module("pip", *KILL_THE_DOOR)
    assert settled.tas("check").returncode == -9
    killer.unlink()
    done = settled.tas("check")
    assert done.returncode == 0 and "making .venv" in done.stderr


# ---- a machine that lacks something ----


def test_no_ensurepip(project):
    project.module("sitecustomize", "import sys", "sys.modules['ensurepip'] = None")
    said = one_sentence(project.tas("check"))
    assert "Python's module ensurepip not found: run `" in said
    assert "python3-venv" in said or sys.platform != "linux"
    assert not (project.root / ".venv").exists()


@pytest.mark.slow
def test_no_network(project):
    offline = {"PIP_NO_INDEX": None, "PIP_FIND_LINKS": None, "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}
    said = one_sentence(project.tas("check", **offline))
    assert "the packages cannot be fetched; connect to the internet" in said
    assert project.tas("check").returncode == 0  # the same command again, now with a network


@pytest.mark.slow
def test_a_package_that_is_not_the_locked_one(project):
    lock = (project.root / "requirements.lock").read_text()
    project.write_locks(lock[:-9] + "00000000\n")
    assert "a package is not the one that the lock file names" in one_sentence(project.tas("check"))


@pytest.mark.slow
def test_a_lock_without_hashes_is_refused(project):
    project.write_locks((project.root / "requirements.lock").read_text().split()[0] + "\n")
    done = project.tas("check")
    assert done.returncode == 3 and "Hashes are required" in done.stderr


@pytest.mark.parametrize(
    ("errno", "meaning"),
    [(28, "the disk is full; free about 1 GB"), (30, "cannot be written to"), (13, "cannot be written to")],
)
def test_a_disk_that_takes_no_more(project, errno, meaning):
    project.module("venv", "import os", f"raise OSError({errno}, os.strerror({errno}), '.venv')")
    assert meaning in one_sentence(project.tas("check"))


def test_a_disk_that_is_full_for_the_door_itself(door, monkeypatch, capsys):
    def full(*_):
        raise OSError(28, os.strerror(28), "tas-stamp")

    monkeypatch.setattr(door, "start", full)
    assert door.main(["check"]) == 3
    assert capsys.readouterr().err == (
        "tas: setting up stopped: the disk is full; free about 1 GB, then run the same command again.\n"
    )


def test_an_unforeseen_failure_shows_what_the_program_said(project):
    project.module("venv", "raise SystemExit('the moon is in the wrong house')")
    done = project.tas("check")
    assert done.returncode == 3
    assert "the moon is in the wrong house\ntas: making .venv failed, see above: run the same" in done.stderr


NO_LIBRARIES = (
    "import ctypes, ctypes.util",
    "def missing(*_): raise OSError('no such library')",
    "ctypes.CDLL, ctypes.util.find_library = missing, lambda name: None",
)


@pytest.mark.parametrize("args", [["build", "--release"], ["test"]], ids=" ".join)
def test_no_pango(project, args):
    project.module("sitecustomize", *NO_LIBRARIES)
    said = one_sentence(project.tas(*args))
    assert "Pango (which makes the PDFs)" in said and "run `" in said
    assert ("`./tas build --no-papers` makes everything but the PDFs" in said) == (args[0] == "build")
    assert not (project.root / ".venv").exists()


def test_without_pango_the_engine_for_drafts_is_installed_once(settled):
    settled.module("sitecustomize", *NO_LIBRARIES)
    settled.module("pip", *NOTE_THE_CALL)
    shutil.copy(settled.root / "requirements.lock", settled.root / "requirements-draft.lock")
    for calls, args in ((1, ["build"]), (0, ["build"]), (0, ["paper", "duties"])):
        done = settled.tas(*args)
        assert (done.returncode, settled.pip_calls()) == (0, calls), done.stderr
        assert json.loads(done.stdout)["args"] == args


def test_without_any_engine_pango_is_what_is_asked_for(settled):
    settled.module("sitecustomize", *NO_LIBRARIES)
    (settled.root / ".venv/tas-draft-stamp").unlink(missing_ok=True)
    (settled.root / "requirements-draft.lock").write_text("no-such-package==1 --hash=sha256:" + 64 * "0" + "\n")
    said = one_sentence(settled.tas("build"))
    assert "Pango (which makes the PDFs)" in said and "--no-papers" in said


@pytest.mark.parametrize("args", [["build", "--no-papers"], ["check"], ["serve"]])
def test_pango_is_asked_for_only_where_pdfs_are_made(settled, args):
    settled.module("sitecustomize", *NO_LIBRARIES)
    assert settled.tas(*args).returncode == 0


def test_each_library_of_pango_counts(door, monkeypatch):
    for absent in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"):
        monkeypatch.setattr(door, "loads", lambda library, absent=absent: library != absent)
        assert not door.pango()
    monkeypatch.setattr(door, "loads", lambda library: True)
    assert door.pango()


def test_root_on_debian_gets_what_is_missing(door, project, monkeypatch):
    java = project.bin / "java"
    install = f"printf '#!/bin/sh\\n' > {java}; /bin/chmod +x {java}"
    project.program("apt-get", f'echo "$@" >> {project.root}/calls', f'[ "$1" = update ] || {{ {install}; }}')
    monkeypatch.setenv("PATH", str(project.bin))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    door.require(door.JAVA)
    calls = (project.root / "calls").read_text().splitlines()
    assert calls == ["update", "install --yes --no-install-recommends default-jre-headless"]


def test_others_are_told_the_one_command(door, project, monkeypatch):
    project.program("apt-get", f"touch {project.root}/called")
    monkeypatch.setenv("PATH", str(project.bin))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(door.SetUpError, match="run `sudo apt-get install default-jre-headless nodejs npm`, then"):
        door.require(door.JAVA, door.NODE)
    assert not (project.root / "called").exists()


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("darwin", "`brew install python pango`"),
        ("win32", "`winget install MSYS2.MSYS2 && "),
        ("linux", "`sudo apt-get install libpango-1.0-0 "),
    ],
)
def test_the_repair_fits_the_platform(door, monkeypatch, platform, command):
    monkeypatch.setattr(sys, "platform", platform)
    assert command in door.how_to_install([door.PANGO])


# ---- ./tas test ----


@pytest.fixture
def tools(settled):
    """The settled project on a machine with all test tools."""
    for name in ("chromium", "java", "node"):
        settled.program(name)
    settled.program("npm", f'echo "$@" >> {settled.root}/npm-calls', "/bin/mkdir -p node_modules")
    yield settled
    for script in settled.bin.iterdir():
        script.unlink()


def test_test_runs_pytest_with_all_it_needs(tools):
    done = tools.tas("test", "-k", "quiz", ECHO_EXIT=5)
    assert done.returncode == 5, done.stderr
    told = json.loads(done.stdout)
    assert (told["program"], told["args"], told["cwd"]) == ("pytest", ["-k", "quiz"], str(tools.root))
    assert told["env"]["TAS_CHROMIUM"] == str(tools.bin / "chromium")
    assert (tools.root / "npm-calls").read_text() == "ci --ignore-scripts --no-audit --no-fund\n"

    assert tools.tas("test").stderr == ""  # a second use installs nothing
    assert tools.tas("check").stderr == ""  # and the larger lock serves the other commands too
    (tools.root / "tests/tools/package-lock.json").write_text('{"changed": 1}')
    assert "installing the test tools" in tools.tas("test").stderr


def test_a_release_brings_what_opens_its_exports(tools, door, monkeypatch):
    """Kolibri lies in a folder of its own, made once; one that is named is taken as it is."""
    for name in ("zimcheck", "kiwix-serve"):
        tools.program(name)
    kolibri = tools.root / ".cache/kolibri"
    assert tools.tas("test").returncode == 0  # all else is there
    tools.module("pip", *NOTE_THE_CALL)
    for calls in (1, 0):
        done = tools.tas("test", "--release", "tests/exports")
        assert (done.returncode, tools.pip_calls()) == (0, calls), done.stderr
        told = json.loads(done.stdout)
        assert told["args"] == ["--release", "tests/exports"]
        assert Path(told["env"]["TAS_KOLIBRI"]).parent.parent == kolibri
    assert (kolibri / door.KOLIBRI).exists()
    assert json.loads(tools.tas("test", "--release", TAS_KOLIBRI="mine").stdout)["env"]["TAS_KOLIBRI"] == "mine"
    assert json.loads(tools.tas("test").stdout)["env"]["TAS_KOLIBRI"] is None


def test_on_debian_a_release_asks_for_the_tools_of_kiwix(door, project, monkeypatch):
    monkeypatch.setenv("PATH", str(project.bin))
    assert door.zim() and door.kiwix()  # no Debian: nothing to install them with
    project.program("dpkg", "exit 0")
    assert not door.zim() and not door.kiwix()
    assert door.how_to_install([door.ZIM, door.KIWIX]).count("zim-tools kiwix-tools") == (sys.platform == "linux")


def test_npm_without_network(tools):
    (tools.root / "tests/tools/package-lock.json").write_text('{"changed": 2}')
    tools.program("npm", "echo 'npm error code ENOTFOUND' >&2; exit 1")
    assert "the packages cannot be fetched" in one_sentence(tools.tas("test"))


@pytest.mark.parametrize(
    ("missing", "packages"),
    [
        (["chromium"], "chromium-headless-shell"),
        (["java"], "default-jre-headless"),
        (["npm"], "nodejs npm"),
        (["chromium", "java", "node"], "chromium-headless-shell default-jre-headless nodejs npm"),
    ],
)
def test_a_missing_tool_stops_the_tests_with_one_command(tools, missing, packages):
    for name in missing:
        (tools.bin / name).unlink()
    said = one_sentence(tools.tas("test"))
    assert f"`sudo apt-get install {packages}`" in said or sys.platform != "linux"


def test_a_java_that_does_not_run_is_no_java(door, project, monkeypatch):
    project.program("java", "exit 1")
    monkeypatch.setenv("PATH", str(project.bin))
    assert not door.java()


def test_chromium_has_several_names(door, project, monkeypatch):
    monkeypatch.setenv("PATH", str(project.bin))
    monkeypatch.delenv("TAS_CHROMIUM", raising=False)
    for name in ("google-chrome", "chromium-browser", "chromium", "chromium-headless-shell"):
        program = project.program(name)
        assert door.chromium() == str(program)
    named = project.program("my-own")
    monkeypatch.setenv("TAS_CHROMIUM", str(named))
    assert door.chromium() == str(named)
    monkeypatch.setenv("TAS_CHROMIUM", "/no/such/chromium")
    assert door.chromium() is None


def test_on_debian_the_pdf_checker_needs_its_xml_binding(door, project, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(project.bin))
    monkeypatch.setattr(door, "JAXB_JAR", tmp_path / "jaxb-api.jar")
    assert door.jaxb()  # no Debian: nothing to install it with
    project.program("dpkg", "exit 0")
    assert not door.jaxb()
    (tmp_path / "jaxb-api.jar").touch()
    assert door.jaxb()
    assert door.JAXB.apt == "libjaxb-java"
