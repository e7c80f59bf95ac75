"""The Nu HTML checker over every page of the bag: no error of ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from java import OPTIONS
from kit import ROOT

JAR = ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"

THEMES = ("Attribute “autocomplete” is only allowed",)
"""What the theme itself emits (two checkboxes of its base template), and nothing else."""

NEWER = ("CSS: “container-type”", "CSS: Unrecognized at-rule “@container”")
"""What browsers have known since 2023 and the checker does not."""


def errors(site: Path) -> list[str]:
    if not JAR.is_file():
        pytest.skip("the HTML checker is not installed; ./tas test installs it")
    done = subprocess.run(
        ["java", *OPTIONS, "-jar", str(JAR), "--format", "json", "--errors-only", "--skip-non-html", str(site)],
        capture_output=True,
        text=True,
    )
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '').rpartition('/site/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if not any(known in message["message"] for known in THEMES + NEWER)
    ]


@pytest.mark.slow
def test_every_page_is_valid_html(bag_pages: Path) -> None:
    assert errors(bag_pages) == []


@pytest.mark.slow
def test_the_checker_sees_a_seeded_defect(tiny_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(tiny_site / "role", tmp_path / "site")
    file = site / "index.html"
    file.write_text(file.read_text().replace("</article>", "<p><div></p><img src=x></article>"))
    assert len(errors(site)) >= 2
