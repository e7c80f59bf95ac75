"""Exports made of finished pages: a name, a title and questions that mean something to HTML, CSS or a template stay text in the book and in a ZIM."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hostile import HOSTILE, NAME, TITLE, hostile_site, squeezed
from lxml import html
from source import EDITIONS, edition
from tas.exports import handbook, zim
from tas.exports.taken import Taken


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    return hostile_site(tmp_path_factory.mktemp("hostile"))


def runs(tree: html.HtmlElement) -> list[str]:
    """What a browser would run of it: code of ours loads from files or knows no `alert`."""
    code = [script.text or "" for script in tree.iter("script") if script.get("type") != "application/json"]
    acts = [value for one in tree.iter() for name, value in one.attrib.items() if name.startswith("on")]
    links = [value for one in tree.iter("a") if (value := one.get("href", "")).startswith("javascript:")]
    return [text for text in (*code, *acts, *links) if "alert" in text]


def test_in_the_book(hostile: Taken) -> None:
    assert hostile.site
    made = handbook.job(hostile, hostile.site).html
    tree = html.document_fromstring(made)
    assert list(tree.iter("script", "iframe", "object", "embed")) == [] and runs(tree) == []
    said = {squeezed(heading.text_content()) for heading in tree.iter("h1", "h2", "title")}
    assert {squeezed(TITLE), squeezed(NAME)} <= said and squeezed(f"{NAME} – {hostile.outline.name}") in said
    first, second = (style.text or "" for style in tree.iter("style"))
    assert "alert" not in first and tree.find("head").text_content().count("alert(1)") == 2  # the title, and the foot of each sheet  # type: ignore[union-attr]  # fmt: skip
    foot = re.fullmatch(r'@page \{ @bottom-left \{ content: ("(?:[^"\\]|\\.)*") \} \}', second)
    assert foot, second
    shown = re.sub(r"\\(3c |.)", lambda found: "<" if found[1] == "3c " else found[1], foot[1][1:-1])
    assert shown.startswith(f"{NAME} · ")


@pytest.mark.parametrize("code", EDITIONS)
def test_the_book_leaves_out_what_is_no_reading_and_nothing_else(code: str) -> None:
    """Neither what has a paper of its own nor what is something to press; a page whose name only begins alike is in it."""
    outline = edition(code).outline
    left = {entry.address.removeprefix(outline.prefix) for entry in outline.entries if not handbook._is_printed(entry, outline)}  # fmt: skip
    assert {"", "offline/", "trainers/", "pictograms/", "learn/", "quizzes/duties/", "visits/"} <= left
    assert all(re.match(r"(quizzes|visits|learn)/|(offline|trainers|pictograms)/$|$", address) for address in left)
    for name in ("pathways/", "learning/", "offline-work/"):
        like = outline.entries[1].__class__(outline.prefix + name, name)
        assert handbook._is_printed(like, outline)


def test_in_the_entries_of_a_zim(hostile: Taken, tmp_path: Path) -> None:
    reader = pytest.importorskip("libzim.reader", reason="libzim is not installed; ./tas test installs it")
    (order,) = zim.orders(hostile)
    (tmp_path / "made.zim").write_bytes(order.make())
    archive = reader.Archive(tmp_path / "made.zim")
    assert archive.get_metadata("Title").decode() == NAME[: zim.TITLE_ROOM]
    questions = 0
    for entry in hostile.outline.entries:
        found = archive.get_entry_by_path(f"{entry.address}index.html")
        assert found.title == entry.title
        tree = html.document_fromstring(bytes(found.get_item().content).decode())
        assert runs(tree) == []
        if entry.address == "role/":
            assert [squeezed(heading.text_content()) for heading in tree.iter("h1")] == [squeezed(TITLE)]
        if entry.address == "quizzes/small/":
            stems = [squeezed(one.text_content()) for one in tree.xpath("//*[contains(@class, 'item-stem')]")]
            questions = sum(squeezed(text) in stem for stem, text in zip(stems, [one for one in HOSTILE for _ in range(5)], strict=True))  # fmt: skip
    assert questions == 5 * len(HOSTILE)
