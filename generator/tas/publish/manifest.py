"""The list of all files of a release, each with its SHA-256, and its signature where a key is given: whoever got a copy by hand can check it.

`sha256sum --check SHA256SUMS` reads the list; `openssl pkeyutl -verify -rawin` the signature (Ed25519, RFC 8032).
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tas.exports.missing import needs
from tas.problems import Refused

NAME, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
KEY = "TAS_SIGNING_KEY"
"""The variable that names the file of a private key (Ed25519, PEM, as `openssl genpkey -algorithm ed25519` makes it)."""


class BadKey(Refused):
    """The file holds no private key of the kind that signs."""


def write_manifest(site: Path, key: Path | None) -> None:
    """Over every file that lies in the folder, in the order of their names."""
    files = sorted(file for file in site.rglob("*") if file.is_file() and file.name not in (NAME, SIGNATURE))
    lines = [f"{sha256(file.read_bytes()).hexdigest()}  {file.relative_to(site).as_posix()}\n" for file in files]
    told = "".join(lines).encode()
    (site / NAME).write_bytes(told)
    if key:
        (site / SIGNATURE).write_bytes(_signed(told, key))


def _signed(told: bytes, key: Path) -> bytes:
    """64 bytes."""
    serialization = needs("cryptography.hazmat.primitives.serialization", "cryptography", "the signature")
    ed25519 = needs("cryptography.hazmat.primitives.asymmetric.ed25519", "cryptography", "the signature")
    try:
        private = serialization.load_pem_private_key(key.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise BadKey(f"{KEY} names {key}, which cannot be read as a private key: {error}") from None
    if not isinstance(private, ed25519.Ed25519PrivateKey):
        raise BadKey(f"{KEY} names {key}, which is no Ed25519 key; make one with: openssl genpkey -algorithm ed25519")
    return bytes(private.sign(told))
