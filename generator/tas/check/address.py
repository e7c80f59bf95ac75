"""Whether papers and copies carry the address of an example, under which nobody will find the bag."""

from __future__ import annotations

from urllib.parse import urlsplit

from tas.ground.places import CONFIG
from tas.problems import WARNING, Problem
from tas.read.project import Project

EXAMPLES = ("example", "example.org", "example.com", "example.net", "localhost", "invalid", "test")
"""Names that RFC 2606 keeps for examples."""


def example_address(project: Project) -> Problem | None:
    """What a build says and a release refuses; None where the address may be real, or where there is none to be printed."""
    host = urlsplit(project.site_url).hostname or ""
    if not any(host == name or host.endswith(f".{name}") for name in EXAMPLES):
        return None
    said = f"papers and copies carry the address {project.site_url}, an example; set site_url, or TAS_SITE_URL where it is read, before you print"
    return Problem(CONFIG, 1, 1, WARNING, said, "example-address")
