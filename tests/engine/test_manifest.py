"""The list of a release's files: sha256sum reads it, openssl its signature, and a changed byte is found by both."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tas.publish.manifest import NAME, SIGNATURE, BadKey, signer, write_manifest


def run(*command: str, cwd: Path) -> int:
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False).returncode


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "nl").mkdir(parents=True)
    (folder / "index.html").write_text("<p>one")
    (folder / "nl/index.html").write_text("<p>two")
    return folder


def test_every_file_is_listed_and_a_change_is_seen(site: Path) -> None:
    write_manifest(site, None)
    assert [line.split("  ")[1] for line in (site / NAME).read_text().splitlines()] == ["index.html", "nl/index.html"]
    assert not (site / SIGNATURE).exists()
    assert run("sha256sum", "--check", "--strict", NAME, cwd=site) == 0
    (site / "nl/index.html").write_text("<p>three")
    assert run("sha256sum", "--check", "--strict", NAME, cwd=site) == 1


def test_its_signature_is_that_of_the_key(site: Path, tmp_path: Path) -> None:
    pytest.importorskip("cryptography")
    key, public = tmp_path / "key.pem", tmp_path / "public.pem"
    assert run("openssl", "genpkey", "-algorithm", "ed25519", "-out", str(key), cwd=site) == 0
    assert run("openssl", "pkey", "-in", str(key), "-pubout", "-out", str(public), cwd=site) == 0
    write_manifest(site, signer(key))
    verify = (
        "openssl",
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        str(public),
        "-rawin",
        "-in",
        NAME,
        "-sigfile",
        SIGNATURE,
    )
    assert run(*verify, cwd=site) == 0
    first = (site / SIGNATURE).read_bytes()
    write_manifest(site, signer(key))
    assert (site / SIGNATURE).read_bytes() == first
    (site / NAME).write_text((site / NAME).read_text().replace("nl", "id"))
    assert run(*verify, cwd=site) != 0


def test_another_kind_of_key_is_refused(site: Path, tmp_path: Path) -> None:
    pytest.importorskip("cryptography")
    key = tmp_path / "key.pem"
    assert run("openssl", "genpkey", "-algorithm", "rsa", "-out", str(key), cwd=site) == 0
    with pytest.raises(BadKey, match="no Ed25519 key"):
        signer(key)
    key.write_text("nothing")
    with pytest.raises(BadKey, match="cannot be read"):
        signer(key)
