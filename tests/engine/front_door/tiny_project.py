"""A project of a few bytes with the real front door: it sets itself up in seconds and without a network."""

import hashlib
import importlib.metadata
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

BACKEND = ("hatchling", "packaging", "pathspec", "pluggy", "trove-classifiers")
REPOSITORY = Path(__file__).parents[3]

# Says what it was started with, so that a test can see that the door opened on the right thing.
ECHO = """\
import json, os, sys
print(json.dumps({
    "program": "%s", "args": sys.argv[1:], "cwd": os.getcwd(), "python": sys.prefix,
    "env": {name: os.environ.get(name) for name in ("NO_MKDOCS_2_WARNING", "TAS_CHROMIUM", "TAS_KOLIBRI")},
}))
sys.exit(int(os.environ.get("ECHO_EXIT", 0)))
"""


class TinyProject:
    """`bin` is all that its commands find on PATH; what lies in `before` goes before the standard library."""

    def __init__(self, folder):
        self.root, self.bin, self.before = folder / "project", folder / "bin", folder / "before"
        self.wheels = folder / "wheels"
        for new in (self.root / "generator/tas", self.root / "tests/tools", self.bin, self.before, self.wheels):
            new.mkdir(parents=True)
        for name in ("tas", "pyproject.toml"):
            shutil.copy(REPOSITORY / name, self.root)
        (self.root / "generator/tas/__init__.py").touch()
        (self.root / "generator/tas/__main__.py").write_text(ECHO % "tas")
        (self.root / "pytest.py").write_text(ECHO % "pytest")
        for name in ("package.json", "package-lock.json"):
            (self.root / "tests/tools" / name).write_text("{}")
        self.write_locks("".join(map(self.pack, BACKEND)))

    def write_locks(self, text):
        for name in ("requirements.lock", "requirements-test.lock"):
            (self.root / name).write_text(text)

    def pack(self, name):
        """A wheel of one package of the build backend, packed from the installed one; gives its line for a lock file."""
        installed = importlib.metadata.distribution(name)
        wheel = self.wheels / f"{name.replace('-', '_')}-{installed.version}-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            for file in installed.files:
                if file.suffix != ".pyc" and ".." not in file.parts and file.locate().exists():
                    archive.write(file.locate(), str(file))
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        return f"{name}=={installed.version} --hash=sha256:{digest}\n"

    def tas(self, *args, python=sys.executable, cwd=None, door=None, **env):
        """Run the front door; `env` adds variables (a None takes one away)."""
        offline = {
            "PATH": self.bin,
            "HOME": self.root.parent,
            "PYTHONPATH": self.before,
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": self.wheels,
            "PIP_RETRIES": "0",
        }
        env = {name: str(value) for name, value in (offline | env).items() if value is not None}
        argv = [python, door or self.root / "tas", *args]
        return subprocess.run(argv, cwd=cwd or self.root, env=env, capture_output=True, text=True)

    def program(self, name, *lines):
        """A shell script on PATH."""
        script = self.bin / name
        script.write_text("\n".join(("#!/bin/sh", *lines, "")))
        script.chmod(0o755)
        return script

    def module(self, name, *lines):
        """A Python module that goes before one of the same name in the standard library or in .venv."""
        file = self.before / f"{name}.py"
        file.write_text("\n".join((*lines, "")))
        return file

    def pip_calls(self):
        """How often the stand-in for pip was called since this was last asked."""
        notes = self.before / "pip.py.calls"
        count = len(notes.read_text().splitlines()) if notes.exists() else 0
        notes.unlink(missing_ok=True)
        return count
