"""A release: what it lacks is told before anything is made, the bag is read once, and who signs is part of what it is made from."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from kit import PAPERS, copy_tiny
from tas import build as whole
from tas.exports.missing import Missing
from tas.in_step.accept import accept
from tas.problems import ContentError
from tas.publish.manifest import KEY, SIGNATURE, BadKey
from tas.read.bag import Bag, read_bag
from tas.read.codes import write_codes
from tas.read.project import read_project
from tas.view.codes import new_codes


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A tiny bag that may be released."""
    root = copy_tiny(tmp_path / "tiny")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("https://tiny.example/", "https://bag.dinsos.go.id/tas/"))
    accept(read_bag(read_project(root)), ["reference/nl/contacts.yml", "reference/nl/danger-signs.yml"], None)
    write_codes(root, new_codes(read_bag(read_project(root))))
    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache/papers").symlink_to(PAPERS)
    return root


def key(file: Path) -> Path:
    """A new one, as `openssl genpkey -algorithm ed25519` makes it."""
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(Ed25519PrivateKey.generate().private_bytes(*form))
    return file


def release(root: Path) -> list[str]:
    said: list[str] = []
    whole.build(root, papers=False, release=True, say=lambda stage, what: said.append(what))
    return said


LACKS = {
    "libzim": ("libzim.writer", Missing, r"zim needs the package libzim; install it with: .*tas-bag\[release\]"),
    "cryptography": ("cryptography.hazmat.primitives.serialization", Missing, "the signature needs the package cryptography"),
    "key": ("", BadKey, "cannot be read as a private key"),
}  # fmt: skip


@pytest.mark.parametrize("name", LACKS)
def test_what_a_release_lacks_is_told_before_anything_is_made(
    name: str, ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, error, said = LACKS[name]
    monkeypatch.setenv(KEY, str(tmp_path / "no.pem" if name == "key" else key(tmp_path / "key.pem")))
    monkeypatch.setattr(Bag, "__init__", lambda *_, **__: pytest.fail("the content was read"))
    if module:
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(error, match=said):
        release(ready)
    assert not (ready / "site").exists()


def test_the_bag_of_a_release_is_read_once(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what `check` finds comes before what a release asks besides."""
    read: list[object] = []
    begun = Bag.__init__
    monkeypatch.setattr(Bag, "__init__", lambda bag, *given, **named: read.append(bag) or begun(bag, *given, **named))
    (ready / "reference/codes.yml").unlink()
    with pytest.raises(ContentError, match="does not hold how the group codes"):
        release(ready)
    assert len(read) == 1
    (ready / "docs/nl/broken.md").write_text("no front matter")
    with pytest.raises(ContentError, match=r"docs/nl/broken.md:1:1") as told:
        release(ready)
    assert len(read) == 2 and "group codes" not in str(told.value)


@pytest.mark.slow
def test_another_key_makes_another_release(ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY, raising=False)
    signatures = []
    for name in ("", "one", "two"):
        if name:
            monkeypatch.setenv(KEY, str(key(tmp_path / f"{name}.pem")))
        assert release(ready)[-1] == "swapping site/"
        file = ready / "site" / SIGNATURE
        signatures.append(file.read_bytes() if file.exists() else b"")
        assert release(ready) == ["nothing has changed since the last build"]
    assert signatures[0] == b"" and len({*signatures}) == 3
