"""What is not ours is what its README says, with its licence beside it."""

from __future__ import annotations

import re
from hashlib import sha256

from tas.ground.places import ASSETS
from tas.render.asset_files import STEMMERS

VENDOR = ASSETS / "vendor"


def test_every_vendored_script_has_its_version_licence_and_checksum() -> None:
    table = re.findall(
        r"^\| `(\S+)` \| npm `\S+?`.*? \| \d+\.\d+\.\d+ \| .*?`(\S+)`\) \| `([0-9a-f]{64})` \|$",
        (VENDOR / "README.md").read_text(),
        re.M,
    )
    assert (
        {name for name, _, _ in table} == {file.name for file in VENDOR.glob("*.js")} == {*STEMMERS.values(), "jsqr.js"}
    )
    for name, licence, checksum in table:
        assert sha256((VENDOR / name).read_bytes()).hexdigest() == checksum
        assert "Apache License" in (VENDOR / licence).read_text()
