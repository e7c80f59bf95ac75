"""The handbook: within its pages, conforming to PDF/UA, and every page number of its contents and its index leads where it says."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from kit import whole_bag
from source import EDITIONS
from tas.bundles.offline import outlines_of
from tas.bundles.site_folder import Site
from tas.exports import handbook
from tas.exports.taken import taken

sys.path.insert(0, str(Path(__file__).parents[1] / "paper"))
from test_pdf_ua import verapdf, violations  # noqa: F401

pytestmark = [pytest.mark.release, pytest.mark.xdist_group("java")]
LINE = re.compile(r"^(.+?) ?\.{3,} ?(\d+)$")


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text)


@pytest.mark.parametrize("code", EDITIONS)
def test_it_conforms_and_its_numbers_lead_to_pages(code: str, bag_pages: Path, verapdf: None) -> None:  # noqa: F811
    bag = whole_bag()
    outline = next(
        one for one in outlines_of(bag, site_name="Tas", site_url="https://tas.example.org/") if one.code == code
    )
    what = taken(bag.libraries[code], outline, Site(bag_pages))
    job = handbook.job(what, Site(bag_pages))
    pdf = job.make()  # refuses more than its pages
    assert violations(pdf) == []
    with pdfplumber.open(BytesIO(pdf)) as book:
        pages = [page.extract_text() or "" for page in book.pages]
    found = [(match[1], int(match[2])) for page in pages for line in page.splitlines() if (match := LINE.match(line))]
    printed = [entry for entry in outline.entries if handbook._is_printed(entry, outline)]
    signs = {sign.id for group in what.library.danger_signs.values() for sign in group.signs}
    assert len(found) > len(printed) * 0.9 + len(signs) * 0.8
    for words, number in found:
        assert squeezed(words)[:25] in squeezed(pages[number - 1]), (words, number)
    assert handbook.job(what, Site(bag_pages)).html == job.html
