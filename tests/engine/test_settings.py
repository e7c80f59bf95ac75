"""Settings that come from elsewhere than mkdocs.yml: the day of the build, the address of the site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import overlay
import pytest
from tas.read.project import read_project


@pytest.mark.parametrize("value", ["soon", "-1", "0", "1e9", "99999999999", "1795219200.5", "²", "\n"])
def test_a_day_that_no_build_can_have_is_told_in_a_sentence(tiny: Path, monkeypatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    (said,) = overlay.problems(tiny)
    assert said.startswith("SOURCE_DATE_EPOCH:1:1: error: this variable is ") and "seconds since 1970" in said


def test_the_day_is_that_of_the_variable(tiny: Path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "315532800")
    assert read_project(tiny).today == date(1980, 1, 1)


@pytest.mark.parametrize(
    ("value", "url"),
    [("https://bag.example", "https://bag.example/"), ("https://bag.example/a/", "https://bag.example/a/"), ("", "/")],
)
def test_an_address_comes_from_the_environment(tiny: Path, monkeypatch, edit, value: str, url: str) -> None:
    edit("mkdocs.yml", "https://tiny.example/", '!ENV [HERE, "https://tiny.example/"]')
    assert read_project(tiny).site_url == "https://tiny.example/"
    monkeypatch.setenv("HERE", value)
    assert read_project(tiny).site_url == url


@pytest.mark.parametrize("value", ["org.example/tas", "javascript:alert(1)", "https://", "yes", "https://a b", "12"])
def test_a_wrong_address_from_the_environment_is_told_at_its_line(tiny: Path, monkeypatch, edit, value: str) -> None:
    edit("mkdocs.yml", "https://tiny.example/", "!ENV HERE")
    monkeypatch.setenv("HERE", value)
    (said,) = overlay.problems(tiny)
    assert said.startswith("mkdocs.yml:2:") and value in said
