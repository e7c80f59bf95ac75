"""The front door as a module, and tiny projects to open it on."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest
from tiny_project import REPOSITORY, TinyProject


def pytest_collection_modifyitems(items):
    """Setting up takes seconds, the first time and each time after a change."""
    for item in items:
        if "settled" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")


@pytest.fixture
def door():
    """The file `tas` as a module: fresh for each test, which may change it."""
    spec = spec_from_loader("tas_door", SourceFileLoader("tas_door", str(REPOSITORY / "tas")))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path):
    """A tiny project as it comes from a clone: nothing is set up."""
    return TinyProject(tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return TinyProject(tmp_path_factory.mktemp("settled"))


@pytest.fixture
def settled(shared):
    """A tiny project that is set up; shared, for a set-up takes seconds."""
    for module in shared.before.glob("*.py"):
        module.unlink()
    done = shared.tas("check")
    assert done.returncode == 0, done.stderr
    return shared
