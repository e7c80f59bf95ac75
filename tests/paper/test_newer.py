"""What is behind is told on the page at its section, and in the colophon of the paper; what is in step tells nothing."""

from __future__ import annotations

from pathlib import Path

import built
from kit import build_at, copy_tiny
from pdf_pages import pdf_pages
from tas.check import check
from tas.in_step.accept import accept
from tas.paper.engine import render_pdf
from tas.paper.papers import ordered
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project

VISIT, GUIDE = "duties/visit", "guides/nl/first.yml"


def read(root: Path) -> Bag:
    bag = read_bag(read_project(root))
    check(bag)
    return bag


def colophons(root: Path) -> dict[str, str]:
    bag = read(root)
    jobs = {
        order.address: order.job for order in ordered(bag, bag.project.site_url) if "/guides/first" in order.address
    }
    return {name: job.html for name, job in jobs.items()}


def test_one_sentence_is_told_once_on_page_and_paper(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "bag")
    plain = build_at(root, papers=False)
    before = {file.relative_to(plain): file.read_bytes() for file in plain.rglob("index.html")}
    accept(read(root), [f"docs/nl/{VISIT}.md", "docs/nl/index.md", GUIDE], None)
    (root / ".cache/papers").unlink()
    same = build_at(root, papers=False)
    assert {file.relative_to(same): file.read_bytes() for file in same.rglob("index.html")} == before, (
        "in step: nothing"
    )
    assert not any("deels nieuwer" in html for html in colophons(root).values())

    for name, old in (
        (f"docs/id/{VISIT}.md", "At home you"),
        ("docs/id/index.md", "title: "),
        ("guides/id/first.yml", "title: "),
    ):
        file = root / name
        file.write_text(file.read_text().replace(old, f"{old}New "), encoding="utf-8")
    (root / ".cache/papers").unlink()
    site = build_at(root, papers=False)
    after = {file.relative_to(site): file.read_text() for file in (site / "nl").rglob("index.html")}
    told = {
        name.as_posix(): html.count("class=tas-behind ") + html.count('class="tas-behind"')
        for name, html in after.items()
    }
    assert {name for name, count in told.items() if count} == {
        "nl/index.html",
        f"nl/{VISIT}/index.html",
        "nl/visits/first/index.html",
    }
    assert max(told.values()) == 1
    page = built.Page(site, site / f"nl/{VISIT}/index.html").tree
    (line,) = page.find_class("tas-behind")
    assert line.getprevious().get("id") == "why"
    assert line.text_content() == "Dit deel is nieuwer in de editie Bahasa Indonesia. (1 november 2026)"
    assert line[0].get("lang") == "id"

    papers = colophons(root)
    marked = {Path(name).name for name, html in papers.items() if "deels nieuwer in Bahasa Indonesia" in html}
    assert {"first.pdf", "first.large.pdf"} <= marked
    assert any("id-nl" in name for name in marked), "side by side too"
    assert not any("family" in name for name in marked), "what a family keeps tells nothing"
    name = next(name for name in papers if name.endswith("/nl/guides/first.pdf"))
    pages = pdf_pages(render_pdf(papers[name], name).pdf)
    assert all(
        "herzien 2026-11-01 · deels nieuwer in Bahasa Indonesia" in " ".join(page.extract_text().split())
        for page in pages
    )
