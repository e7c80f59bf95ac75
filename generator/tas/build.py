"""The command `build`: does nothing where nothing has changed, and learns that without loading what makes a site."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from tas.publish import stamp
from tas.publish.swap import refuse_what_lies_there

SITE = "site"
DRAFTS = "plutoprint"
"""The engine that makes drafts of papers, where it is installed (paper/draft.py)."""
Say = Callable[[str, str], None]
"""(stage, what is being done)"""


def build(root: Path, *, papers: bool, say: Say, release: bool = False) -> Path:
    """Build the bag into `site/` and return that folder.

    Raises ContentError for what an author can mend, and Refused for what a `release` lacks on this machine (Pango, a package, a key that
    signs), before anything is made; whatever is raised, the last good site stays as it was.
    """
    refuse_what_lies_there(root / SITE)
    inputs = stamp.of_inputs(root, papers, papers and _are_drafts(), release, _public_key() if release else b"")
    if stamp.is_current(root / SITE, inputs):
        say("check", "nothing has changed since the last build")
    else:
        from tas.flow import make

        make(root, root / SITE, papers=papers, release=release, say=say)
        stamp.write(root / SITE, inputs)
    return root / SITE


def _are_drafts() -> bool:
    if find_spec(DRAFTS) is None:
        return False
    from tas.paper.draft import are_drafts

    return are_drafts()


def _public_key() -> bytes:
    from tas.publish.manifest import own_signer

    signer = own_signer()
    return signer.public if signer else b""
