"""Training sessions on paper: a plan of one sheet, and cards that keep their secrets on both of their sides."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import paper_checks as checks
import pikepdf
import pytest
from lxml import html as lxml_html
from paper_kit import EDITIONS, SITE, library_of, shared_cache, the_only_press
from pdf_pages import pdf_pages
from tas.paper.job import Job
from tas.paper.press import press
from tas.paper.sessions import SESSION_PAPERS
from tas.problems import ContentError
from tas.render.environment import Renderer
from tas.text.inline import plain
from test_cards import words_on

PLAN, CARDS = SESSION_PAPERS
SESSIONS = [(code, name) for code, _ in EDITIONS for name in library_of(code).training]


@cache
def job_of(paper: str, code: str, name: str) -> Job:
    library, kind = library_of(code), {one.ID: one for one in SESSION_PAPERS}[paper]
    return kind.job(library, Renderer(library.edition), name, f"{SITE}{library.edition.prefix}training/{name}/")


def session_jobs() -> dict[str, Job]:
    return {
        f"{paper.ID}/{code}/{name}": job_of(paper.ID, code, name) for paper in SESSION_PAPERS for code, name in SESSIONS
    }


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    with the_only_press():
        return press(session_jobs(), cache=shared_cache(), progress=lambda *_: None)


def said(page) -> str:
    return checks.squeezed("".join(char["text"] for char in page.chars))


@pytest.mark.parametrize(("code", "name"), SESSIONS)
def test_the_plan_is_one_sheet_with_every_step_in_its_time(code: str, name: str, made: dict[str, bytes]) -> None:
    pdf = made[f"{PLAN.ID}/{code}/{name}"]
    pages = pdf_pages(pdf)
    assert len(pages) == 2 and len(pdf) <= 60_000
    table = lxml_html.fromstring(job_of(PLAN.ID, code, name).html).xpath("//table[@class='session-course']")[0]
    assert len(table.xpath(".//thead//th[@scope='col']")) == 4
    times = [row.text_content() for row in table.xpath(".//tbody//th[@scope='row']")]
    session = library_of(code).training[name]
    assert times[0].startswith("0–") and times[-1].endswith(f"–{session.minutes}") and len(times) == len(session.steps)
    whole = said(pages[0]) + said(pages[1])
    for text in (
        session.aim,
        *(step.how for step in session.steps),
        *session.care,
        *(turn.hear for turn in session.talk),
    ):
        first = checks.squeezed(plain(text, code).partition(".")[0])[:30]
        assert first in whole, text
    assert min(checks.fullness(page, checks.SHEETS["a4"]) for page in pages) > 0.4


@pytest.mark.parametrize(("code", "name"), SESSIONS)
def test_each_card_is_one_page_of_a5_with_its_back_behind_it(code: str, name: str, made: dict[str, bytes]) -> None:
    pdf = made[f"{CARDS.ID}/{code}/{name}"]
    session, pages = library_of(code).training[name], pdf_pages(pdf)
    roles = session.role_play.roles
    assert len(pages) == 2 * (len(roles) + 1) and len(pdf) <= 80_000
    assert {(round(page.width / checks.MM), round(page.height / checks.MM)) for page in pages} == {(148, 210)}
    stop = checks.squeezed(session.role_play.stop)
    assert all(stop in said(page) for page in pages)
    for index, role in enumerate(roles):
        hidden = [
            checks.squeezed(plain(text, code))[:25]
            for text in (*role.knows, *(role.secret.says if role.secret else ()))
        ]
        for number, page in enumerate(pages):
            found = [text for text in hidden if text in said(page)]
            assert found == (hidden if number == 2 * index else []), f"card of {role.name}, page {number + 1}"
    ticks = [size for page in pages for size in checks.squares(page)]
    assert len(ticks) == len(session.role_play.observer.ticks) and all(abs(size - 4.2) < 0.1 for size in ticks)


@pytest.mark.parametrize("name", session_jobs())
def test_a_paper_of_a_session_is_a_good_paper(name: str, made: dict[str, bytes]) -> None:
    pages = pdf_pages(made[name])
    size = checks.SHEETS["a4" if name.startswith(PLAN.ID) else "a5"]
    assert min(edge for page in pages for edge in checks.edges(page, size.width, size.height)) >= checks.NO_INK
    assert max(checks.ink_shares(made[name])) < checks.MOST_INK
    assert min(char["size"] for page in pages for char in page.chars if not char["text"].isspace()) >= 8


@pytest.mark.parametrize(("code", "name"), SESSIONS)
def test_no_card_names_a_service_that_could_endanger_somebody(code: str, name: str) -> None:
    """A card may travel home in a bag."""
    cards = lxml_html.fromstring(job_of(CARDS.ID, code, name).html).xpath("string(//div[contains(@class, 'session')])")
    assert [word for word in words_on(library_of(code)) if word in cards] == []


def test_a_card_that_grows_is_an_error() -> None:
    job = job_of(CARDS.ID, *SESSIONS[0])
    old = '<p class="session-say">'
    assert old in job.html
    longer = Job(job.place, job.html.replace(old, old + "lorem ipsum " * 120, 1), job.most, job.too_long)
    with pytest.raises(ContentError, match="each card is one page and its back another"):
        longer.make()


@pytest.mark.parametrize("code", [code for code, _ in EDITIONS])
def test_the_pack_and_the_page_offer_them(code: str, bag_site) -> None:
    held = zipfile.ZipFile(bag_site / f"downloads/{code}/tas-trainers-{code}.zip").namelist()
    folder = {"id": "pertemuan-siap-pakai", "nl": "kant-en-klare-bijeenkomsten"}[code]
    assert len([name for name in held if folder in name]) == 2 * len(library_of(code).training)
    for name, slug in library_of(code).shown_on("session").items():
        page = lxml_html.fromstring((bag_site / library_of(code).address(slug) / "index.html").read_bytes())
        offered = [link.rpartition("/")[2] for link in page.xpath("//ul[@class='downloads']//a/@href")]
        assert offered == [f"{name}.pdf", f"{name}.role-play.pdf"]
        to_print = page.xpath("//h2[@id='ready']/following-sibling::ul[1]//small/a/@href")
        session = library_of(code).training[name]
        assert len(to_print) == 1 + len(session.print)
        assert all((bag_site / library_of(code).address(slug) / link).resolve().is_file() for link in to_print)


def test_the_same_bytes_twice(made: dict[str, bytes]) -> None:
    name = f"{CARDS.ID}/nl/danger-sign"
    assert session_jobs()[name].make() == made[name]
    assert pikepdf.open(io.BytesIO(made[name])).Root.Lang == "nl"
