"""The house stands: imports point one way, every module says what it is for, rooms stay small, only two modules know MkDocs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from kit import ROOT

GENERATOR = ROOT / "generator" / "tas"
MODULES = sorted(file for file in GENERATOR.rglob("*.py") if "assets" not in file.parts)

ROOMS = (
    "problems",
    "ground",
    "languages",
    "text",
    "model",
    "kinds",
    "media",
    "read",
    "view",
    "in_step",
    "check",
    "render",
    "compose",
    "search",
    "site",
    "paper",
    "bundles",
    "exports",
    "publish",
    "exchange",
    "scaffold",
    "flow",
    "build",
    "commands",
    "translating",
    "__main__",
)
"""From the ground up: a module imports from its own room and from the rooms before it."""


def name(file: Path) -> str:
    return ".".join(file.relative_to(GENERATOR).with_suffix("").parts).removesuffix(".__init__")


def imports(file: Path) -> set[str]:
    """The modules of ours that this one imports at run time, wherever the import stands."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    typing_only = {
        node for block in ast.walk(tree) if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test) for node in ast.walk(block)
    }  # fmt: skip
    found = set()
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ImportFrom)
            and node not in typing_only
            and (node.module or "").partition(".")[0] == "tas"
        ):
            module = node.module.removeprefix("tas").lstrip(".")
            for alias in node.names:
                inside = f"{module}.{alias.name}".lstrip(".")
                is_module = (GENERATOR / inside.replace(".", "/")).with_suffix(".py").is_file()
                found.add(inside if is_module or not module else module)
    return found


@pytest.mark.parametrize("file", [file for file in MODULES if name(file) not in ("", "__init__")], ids=name)
def test_imports_point_down(file: Path) -> None:
    module = name(file)
    room = ROOMS.index(module.partition(".")[0])
    up = {other for other in imports(file) if ROOMS.index(other.partition(".")[0]) > room}
    assert not up


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_module_says_what_it_is_for(file: Path) -> None:
    first = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").partition("\n")[0]
    assert len(first) > 20


def test_rooms_stay_small() -> None:
    large = {
        name(file): count for file in MODULES if (count := len(file.read_text(encoding="utf-8").splitlines())) > 250
    }
    assert large == {}


def test_only_the_adapter_knows_mkdocs() -> None:
    knowing = {
        name(file)
        for file in MODULES
        if re.search(r"^\s*(from|import) (mkdocs|material)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert knowing == {"site.plugin", "site.engine", "site.page", "site.framing"}


def test_the_repository_speaks_of_the_project_alone() -> None:
    """No path of a machine and no registry host in any tracked file."""
    files = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    unwanted = re.compile(
        r"(?<![\w./-])/(?:root|home|work)/|(?<![\w./-])/tmp/[a-z]|registry\.npmjs|files\.pythonhosted|pypi\.org/simple"
    )
    for file in filter(None, files):
        path = ROOT / file
        if path.suffix in (".ttf", ".png", ".jar") or path == Path(__file__) or not path.is_file():
            continue
        match = unwanted.search(path.read_text(encoding="utf-8", errors="replace"))
        assert not match, f"{file}: {match[0] if match else ''}"


def test_python_is_clean() -> None:
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "."], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_types_are_right() -> None:
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_pages_are_told_apart_by_their_type() -> None:
    asking = {
        name(file) for file in MODULES if re.search(r"hasattr\((page|model|thing)\b", file.read_text(encoding="utf-8"))
    }
    assert asking == set()
