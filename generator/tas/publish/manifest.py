"""The list of all files of a release, each with its SHA-256, and its signature where a key is given: whoever got a copy by hand can check it.

`sha256sum --check SHA256SUMS` reads the list; `openssl pkeyutl -verify -rawin` the signature (Ed25519, RFC 8032).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tas.exports.missing import CRYPTOGRAPHY, needs
from tas.problems import Refused

NAME, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
KEY = "TAS_SIGNING_KEY"
"""The variable that names the file of a private key (Ed25519, PEM, as `openssl genpkey -algorithm ed25519` makes it)."""
ED25519 = "cryptography.hazmat.primitives.asymmetric.ed25519"


class BadKey(Refused):
    """The file holds no private key of the kind that signs."""


@dataclass(frozen=True)
class Signer:
    """A key as a release uses it: `public` are its 32 bytes that anybody may have, `sign` gives 64 bytes for a text."""

    public: bytes
    sign: Callable[[bytes], bytes] = field(repr=False)


def own_signer() -> Signer | None:
    """Of the key that the environment names. Raises BadKey, or Missing without `cryptography`."""
    name = os.environ.get(KEY)
    return signer(Path(name)) if name else None


def signer(key: Path) -> Signer:
    serialization = needs(CRYPTOGRAPHY, "the signature")
    ed25519 = needs(CRYPTOGRAPHY, "the signature", ED25519)
    try:
        private = serialization.load_pem_private_key(key.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise BadKey(f"{KEY} names {key}, which cannot be read as a private key: {error}") from None
    if not isinstance(private, ed25519.Ed25519PrivateKey):
        raise BadKey(f"{KEY} names {key}, which is no Ed25519 key; make one with: openssl genpkey -algorithm ed25519")
    return Signer(private.public_key().public_bytes_raw(), private.sign)


def write_manifest(site: Path, signer: Signer | None) -> None:
    """Over every file that lies in the folder, in the order of their names."""
    files = sorted(file for file in site.rglob("*") if file.is_file() and file.name not in (NAME, SIGNATURE))
    lines = [f"{sha256(file.read_bytes()).hexdigest()}  {file.relative_to(site).as_posix()}\n" for file in files]
    told = "".join(lines).encode()
    (site / NAME).write_bytes(told)
    if signer:
        (site / SIGNATURE).write_bytes(signer.sign(told))
