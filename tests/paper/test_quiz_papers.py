"""Quiz papers: every variant asks the same in another order, no paper tells what is right, and each key fits its own variant."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache

import paper_checks as checks
import pikepdf
import pytest
from kit import copy_tiny
from lxml import html as lxml_html
from paper_kit import EDITIONS, library_of, shared_cache, the_only_press
from pdf_pages import pdf_pages
from tas.model.interactions import Choice, Match, Order
from tas.paper import quiz_document
from tas.paper.air import END
from tas.paper.answer_sheet import ROWS_OF_HALF
from tas.paper.job import Job
from tas.paper.press import press
from tas.paper.quiz_forms import KEY, PAPER, QuizForm, variants
from tas.paper.shuffle import LETTERS, drawn, is_fair, key_letters
from tas.paper.shuffle import letter as letter_of
from tas.read.edition import Edition
from tas.read.library import Library, read_library
from tas.render.environment import Renderer
from tas.text.inline import plain
from tas.view.quiz import quiz_view

QUIZZES = [(code, name) for code, _ in EDITIONS for name in sorted(library_of(code).quizzes)]
KNOWLEDGE = [(code, name) for code, name in QUIZZES if not library_of(code).quizzes[name].profile]
FOOT = 297 - 18
FIT = [quiz for quiz in QUIZZES if quiz not in KNOWLEDGE]
PAPERS = [(*quiz, variant) for quiz in QUIZZES for variant in variants(library_of(quiz[0]), quiz[1])]


@cache
def job_of(code: str, name: str, variant: str, kind: str = "paper", seed: str = "") -> Job:
    library = library_of(code)
    export = {"paper": PAPER, "key": KEY}[kind]
    return export.job(library, Renderer(library.edition), name, variant=variant, seed=seed)


def all_jobs() -> dict[str, Job]:
    return {"/".join((*paper, kind)): job_of(*paper, kind) for paper in PAPERS for kind in ("paper", "key")}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    with the_only_press():
        return press(all_jobs(), cache=shared_cache(), progress=lambda *_: None)


@cache
def sections_of(code: str, name: str) -> list:
    library = library_of(code)
    return quiz_view(library, library.quizzes[name])


def variant_of(code: str, name: str, variant: str, seed: str = "") -> list:
    return quiz_document.laid_out(library_of(code), name, sections_of(code, name), variant=variant, seed=seed)


def interactions(paper: list) -> dict[str, object]:
    return {item.interaction.id: item.interaction for section in paper for item in section.items}


@pytest.fixture(params=KNOWLEDGE, ids="/".join)
def quiz(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param


def test_variants_ask_the_same_in_another_order(quiz: tuple[str, str]) -> None:
    one, other = (variant_of(*quiz, letter) for letter in "AB")
    assert (
        set(interactions(one))
        == set(interactions(other))
        == {i.interaction.id for s in sections_of(*quiz) for i in s.items}
    )
    assert [*interactions(one)] != [*interactions(other)] or key_letters(one) != key_letters(other)
    for name, interaction in interactions(one).items():
        if isinstance(interaction, Choice | Match | Order):
            same = interactions(other)[name].options
            assert sorted(option.id for option in interaction.options) == sorted(option.id for option in same)


def test_keys_show_no_pattern(quiz: tuple[str, str]) -> None:
    for letter in LETTERS[:4]:
        assert is_fair(key_letters(variant_of(*quiz, letter))), f"variant {letter}"


def test_what_is_pinned_or_on_a_scale_stays(quiz: tuple[str, str]) -> None:
    written = {item.interaction.id: item.interaction for section in sections_of(*quiz) for item in section.items}
    for name, interaction in interactions(variant_of(*quiz, "A")).items():
        for place, option in enumerate(getattr(written[name], "options", ())):
            if option.pin or not getattr(written[name], "shuffle", True):
                assert interaction.options[place].id == option.id


def test_an_order_is_never_shown_right(quiz: tuple[str, str]) -> None:
    for letter in LETTERS[:4]:
        for interaction in interactions(variant_of(*quiz, letter)).values():
            if isinstance(interaction, Order):
                assert tuple(option.id for option in interaction.options) != interaction.key


def test_a_seed_gives_a_set_of_its_own_again_and_again() -> None:
    first = [*interactions(variant_of(*KNOWLEDGE[0], "A", "monday"))]
    assert first == [*interactions(variant_of(*KNOWLEDGE[0], "A", "monday"))]
    assert first != [*interactions(variant_of(*KNOWLEDGE[0], "A", "tuesday"))]
    assert "(monday)" in job_of(*KNOWLEDGE[0], "A", "paper", "monday").html


def test_a_pattern_is_seen() -> None:
    assert not is_fair(list("AAAAB")) and not is_fair(list("AABABCABAA")) and is_fair(list("ABCABDCD"))
    assert drawn([], "seed") == []


def test_no_paper_tells_what_is_right(quiz: tuple[str, str]) -> None:
    """No explanation, no mark, and nothing in the document behind it."""
    html = job_of(*quiz, "A").html
    said = checks.squeezed(lxml_html.fromstring(html).text_content())
    for interaction in interactions(variant_of(*quiz, "A")).values():
        told = [*(option.rationale for option in getattr(interaction, "options", ()))]
        told += [row.rationale for row in getattr(interaction, "rows", ())] + [getattr(interaction, "rationale", "")]
        for text in filter(None, (plain(one, quiz[0]) for one in told)):
            assert checks.squeezed(text) not in said
    assert "✓" not in said and not re.search(r"data-(key|scoring)|is-right", html)


def test_a_paper_with_its_key_in_it_would_be_seen(quiz: tuple[str, str]) -> None:
    said = checks.squeezed(lxml_html.fromstring(job_of(*quiz, "A", "key").html).text_content())
    (first, *_) = [option.rationale for item in interactions(variant_of(*quiz, "A")).values() for option in getattr(item, "options", ())
                   if option.rationale and "](" not in option.rationale]  # fmt: skip
    assert checks.squeezed(plain(first, quiz[0])) in said


def test_key_fits_its_paper(quiz: tuple[str, str]) -> None:
    """Letter by letter: the option that stands at the letter of the key, on the paper, is the right one."""
    for variant in "AB":
        paper, key = (lxml_html.fromstring(job_of(*quiz, variant, kind).html) for kind in ("paper", "key"))
        asked, told = paper.xpath("//div[@class='paper-item']"), key.xpath("//div[@class='paper-key-item']")
        items = list(interactions(variant_of(*quiz, variant)).values())
        assert len(asked) == len(told) == len(items)
        for item, question, answer in zip(items, asked, told, strict=True):
            if isinstance(item, Choice):
                letters = answer.xpath("string(p/strong[1])").split()
                options = {
                    li.xpath("string(span)"): checks.squeezed(li.text_content())[1:] for li in question.xpath(".//li")
                }
                texts = {option.id: checks.squeezed(plain(option.text, quiz[0])) for option in item.options}
                assert letters == sorted(letters)
                assert {options[letter] for letter in letters} == {texts[name] for name in item.key}


def test_quick_key_names_the_best_option_and_those_that_work_partly(quiz: tuple[str, str]) -> None:
    code = quiz[0]
    key = lxml_html.fromstring(job_of(*quiz, "A", "key").html)
    told = [" ".join(li.text_content().split()) for li in key.xpath("//ul[@class='paper-quick']/li")]
    items = [item for section in variant_of(*quiz, "A") for item in section.items]
    assert len(told) == len(items)
    for line, item in zip(told, items, strict=True):
        if isinstance(item.interaction, Choice) and item.interaction.mapping:
            points = {
                letter_of(item.interaction, name): sum(some.values()) for name, some in item.interaction.mapping.items()
            }
            best = sorted(one for one, some in points.items() if some == max(points.values()))
            part = sorted(one for one, some in points.items() if 0 < some < max(points.values()))
            words = library_of(code).edition.words.gettext("partly: %(letters)s") % {"letters": " ".join(part)}
            assert line == " ".join([str(item.number), *best, *([f"({words})"] if part else [])])


def test_some_answers_work_partly() -> None:
    """Else the test above would have looked at nothing."""
    assert any("paper-partly" in job_of(*quiz, "A", "key").html for quiz in KNOWLEDGE)


def test_right_letters_stand_together_at_the_head_of_the_question(
    quiz: tuple[str, str], made: dict[str, bytes]
) -> None:
    """Behind its number, on one line: at its end a letter would be torn from the others."""
    for variant in "AB":
        items = lxml_html.fromstring(job_of(*quiz, variant, "key").html).xpath("//div[@class='paper-key-item']/p")
        pages = pdf_pages(made["/".join((*quiz, variant, "key"))])
        lines = [checks.squeezed(line["text"]) for page in pages for line in page.extract_text_lines()]
        for item in items:
            head = checks.squeezed(item.xpath("string(span)") + item.xpath("string(strong)"))
            assert any(line.startswith(head) and line != head for line in lines), head


SCREEN = {"id": r"\b(klik|ketuk|perangkat ini|perangkatmu|halaman ini|situs ini)\b", "nl": r"\b(klik\w*|tik op|apparaat|staan? hier|deze (site|pagina))\b"}  # fmt: skip


@pytest.mark.parametrize("name", QUIZZES, ids="/".join)
def test_a_paper_speaks_of_paper(name: tuple[str, str]) -> None:
    """What stands on a screen is not there: no device that keeps answers, no page that a link opens."""
    said = " ".join(lxml_html.fromstring(job_of(*name, "A").html).xpath("string(//body)").split())
    assert re.findall(SCREEN[name[0]], said, re.IGNORECASE) == []


def test_the_last_page_of_questions_is_for_notes(quiz: tuple[str, str], made: dict[str, bytes]) -> None:
    """Before the answer sheets no part of a page stays empty on which three lines would fit."""
    for variant in "AB":
        (*_, last, _) = pdf_pages(made["/".join((*quiz, variant, "paper"))])
        used = max(box["bottom"] for box in (*last.chars, *last.rects, *last.lines) if box["bottom"] < FOOT * checks.MM)
        assert used > (FOOT - 45) * checks.MM


def test_an_answer_of_many_letters_has_a_long_line() -> None:
    assert 'paper-line is-wide"' in job_of("nl", "nutrition-hygiene-immunisation", "A").html
    assert 'paper-line is-wide"' not in job_of("id", "nutrition-hygiene-immunisation", "A").html


def test_points_of_a_key_are_its_scored_questions(quiz: tuple[str, str]) -> None:
    most = sum(item.kind != "open" for item in interactions(variant_of(*quiz, "A")).values())
    said = library_of(quiz[0]).edition.words.ngettext("%(num)s point at most.", "%(num)s points at most.", most)
    assert said % {"num": most} in job_of(*quiz, "A", "key").html


@pytest.mark.parametrize("quiz", FIT, ids="/".join)
def test_a_mirror_has_no_key_but_questions_for_a_talk(quiz: tuple[str, str]) -> None:
    """Nothing of what is liked or could be borne stands on it; what can be known has its answer."""
    code, name = quiz
    library = library_of(code)
    (order,) = KEY.orders_of(library, name)
    assert order.address == f"downloads/{code}/quizzes/{name}.talk-a.pdf" and order.title == KEY.profile_title
    said = checks.squeezed(lxml_html.fromstring(order.job.html).text_content())
    asked = [q for s in library.quizzes[name].profile.subscales for band in s.bands for q in band.ask]
    assert asked and all(checks.squeezed(plain(question, code)) in said for question in asked)
    for item in interactions(variant_of(*quiz, "A")).values():
        known = isinstance(item, Choice) and bool(item.key)
        assert (checks.squeezed(plain(item.stem, code)) in said) == known
    assert not re.search(r"\d+–\d+:", lxml_html.fromstring(order.job.html).text_content())


ENDLESS = (
    f"<span> {'x' * 300}</span>",
    f"<code>{'x' * 300}</code>",
    f"<span> https://tas.example.org/{'path' * 70}</span>",
)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A quiz of every kind of question, and a short mirror."""
    root = copy_tiny(tmp_path_factory.mktemp("tiny"), ("nl",))
    return read_library(Edition(code="nl", name="Nederlands", default=True, root=root))


@pytest.mark.parametrize(
    ("name", "form"),
    [("kinds", PAPER), ("kinds", KEY), ("fit", PAPER), ("fit", KEY)],
    ids=["paper", "key", "fit", "talk"],
)
def test_a_text_without_end_never_leaves_the_sheet(name: str, form: QuizForm, tiny: Library) -> None:
    """In each kind of place a word, an address and code of 300 letters: all of it stays inside the margins."""
    job = form.job(tiny, Renderer(tiny.edition), name, variant="A")
    assert outside(seeded(job).make()) == []


def test_a_text_that_is_not_broken_would_be_seen(tiny: Library) -> None:
    job = seeded(PAPER.job(tiny, Renderer(tiny.edition), "kinds", variant="A"))
    assert outside(replace(job, html=job.html.replace("overflow-wrap: break-word", "")).make()) != []


PLACES = ("//h1", "//h2", "//p[@class='paper-stem']", "//ul[@class='paper-options']/li", "//div[@class='paper-match']//li", "//ul[contains(@class, 'is-short')]/li",
          "//th[@scope='row']", "//p[@class='guide-goal']", "//div[@class='paper-key-item']/p", "//div[@class='paper-key-item']//li", "//ul[@class='paper-bands']/li", "//div[@class='paper-asked']//li")  # fmt: skip


def seeded(job: Job) -> Job:
    """In each kind of place a word, an address and a piece of code without end."""
    document = lxml_html.document_fromstring(job.html)
    for place in PLACES:
        for element, text in zip(document.xpath(place)[1:] or document.xpath(place), ENDLESS, strict=False):
            element.append(lxml_html.fragment_fromstring(text))
    return replace(job, html=lxml_html.tostring(document, encoding="unicode", doctype="<!doctype html>"), most=200)


def outside(pdf: bytes) -> list[str]:
    found = []
    for number, page in enumerate(pdf_pages(pdf), 1):
        right = max(thing["x1"] for thing in checks.ink(page)) / checks.MM
        alike = (page.extract_text() or "").startswith("Antwoordblad")  # its margins are the same on both sides
        if right > 210 - (15 if number % 2 or alike else 25) + 1:
            found.append(f"page {number}: ink up to {right:.0f} mm")
    return found


@pytest.mark.parametrize("paper", PAPERS, ids="/".join)
def test_paper_and_key_are_good_papers(paper: tuple[str, str, str], made: dict[str, bytes]) -> None:
    code, name, variant = paper
    words = library_of(code).edition.words.gettext
    for kind in ("paper", "key"):
        content = made["/".join((*paper, kind))]
        assert len(content) <= 200_000
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert str(pdf.Root.Lang) == code and "/StructTreeRoot" in pdf.Root
        pages = pdf_pages(content)
        for number, page in enumerate(pages, 1):
            foot = page.crop((0, checks.SHEETS["a4"].foot, page.width, page.height)).extract_text() or ""
            assert f"{name} · {words('variant %(letter)s') % {'letter': variant}}" in foot
            assert foot.strip().endswith(words("page %(page)s of %(pages)s") % {"page": number, "pages": len(pages)})
            ink = checks.ink(page)
            edges = (
                min(thing["x0"] for thing in ink),
                page.width - max(thing["x1"] for thing in ink),
                page.height - max(thing["bottom"] for thing in ink),
            )
            assert min(edges) / checks.MM >= checks.NO_INK
            small = [char for char in page.chars if char["size"] < 8.95 and not checks.is_citation(char["text"])]
            assert small == []


def test_answer_sheet_has_a_circle_for_each_answer(quiz: tuple[str, str]) -> None:
    document = lxml_html.fromstring(job_of(*quiz, "A").html)
    circles = 0
    for item in interactions(variant_of(*quiz, "A")).values():
        circles += (
            len(item.options)
            if isinstance(item, Choice)
            else len(item.rows) * len(item.options)
            if isinstance(item, Match)
            else 0
        )
    for sheet in document.xpath("//div[@class='paper-answers']"):
        assert len(sheet.xpath(".//span[@class='paper-circle']")) == circles
        labels = sheet.xpath(".//span[@class='paper-number']/text()")
        assert labels == sorted(labels, key=lambda label: [int(part) for part in label.split(".")])


def test_two_answer_sheets_share_a_page_and_are_cut_in_its_middle(
    quiz: tuple[str, str], made: dict[str, bytes]
) -> None:
    """As many lines as fit in half an A4; the cut line is its middle, both halves are alike."""
    document = lxml_html.fromstring(job_of(*quiz, "A").html)
    sheets = document.xpath("//section[contains(@class, 'paper-sheet')]")
    *questions, last = pdf_pages(made["/".join((*quiz, "A", "paper"))])
    assert not [size for page in questions for size in checks.circles(page)]
    circles = sorted(thing["top"] for thing in last.curves if thing["height"] > 5 * checks.MM)
    if len(sheets) == 1:
        lines = len(sheets[0].xpath(".//div[@class='paper-answers']//li"))
        assert lines > 2 * ROWS_OF_HALF
        return
    middle = last.height / 2
    upper = [top for top in circles if top < middle]
    lower = [top for top in circles if top > middle]
    assert upper and len(upper) == len(lower)
    shift = lower[0] - upper[0]
    assert all(abs(two - one - shift) < 0.1 for one, two in zip(upper, lower, strict=True))
    words = last.extract_words()
    near = [word for word in words if word["bottom"] > middle - 5 * checks.MM and word["top"] < middle + 5 * checks.MM]
    assert near == []
    cut = [line for line in (*last.lines, *last.rects, *last.curves) if abs(line["top"] - middle) < 0.5 * checks.MM]
    assert cut


def test_no_word_of_an_answer_sheet_lies_on_another(quiz: tuple[str, str], made: dict[str, bytes]) -> None:
    """A unit stands behind its line and ends before the next column."""
    last = pdf_pages(made["/".join((*quiz, "A", "paper"))])[-1]
    chars = sorted((char for char in last.chars if char["text"].strip()), key=lambda char: char["x0"])
    lying = [
        one["text"] + two["text"]
        for place, one in enumerate(chars)
        for two in chars[place + 1 :]
        if two["x0"] < one["x1"] - 1.5 and abs(one["top"] - two["top"]) < 3
    ]
    assert lying == []


@pytest.mark.parametrize("kind", ["paper", "key"])
@pytest.mark.parametrize("paper", PAPERS, ids="/".join)
def test_no_page_is_nearly_empty(paper: tuple[str, str, str], kind: str, made: dict[str, bytes]) -> None:
    assert nearly_empty(made["/".join((*paper, kind))]) == []


def test_a_page_that_is_nearly_empty_is_seen_and_filled_with_air() -> None:
    """This quiz ends with a few lines on a page of their own as it comes."""
    job = job_of("nl", "myth-or-fact", "B")
    bare = job.html.replace(f'id="{END}"', "").replace('<div class="guide-room"', '<div class="other-room"')
    assert nearly_empty(replace(job, html=bare).make()) == [2]
    assert nearly_empty(job.make()) == []


def nearly_empty(pdf: bytes) -> list[int]:
    """Pages whose lowest ink is above 30 % of what is printed on; the only page of a text may be short."""
    size, pages = checks.Sheet(), pdf_pages(pdf)
    least = (size.top + 0.3 * (size.height - size.top - size.bottom)) * checks.MM
    return [number for number, page in enumerate(pages, 1) if number > 1 and checks.lowest(page, size) < least]


def test_papers_and_keys_take_little_ink(made: dict[str, bytes]) -> None:
    """Their first page, with the heading, has the most."""
    shares = {name: checks.ink_shares(pdf, first=1)[0] for name, pdf in made.items()}
    assert {name: share for name, share in shares.items() if share >= checks.MOST_INK} == {}
    job = job_of(*PAPERS[0])
    grey = replace(job, html=job.html.replace("</style>", ".paper-item { background: #bbb; }</style>", 1)).make()
    assert checks.ink_shares(grey, first=1)[0] >= checks.MOST_INK


@pytest.mark.parametrize("paper", [(*quiz, "A") for quiz in (*FIT, KNOWLEDGE[0])], ids="/".join)
def test_circles_are_round_and_of_one_size(paper: tuple[str, str, str], made: dict[str, bytes]) -> None:
    document = lxml_html.fromstring(job_of(*paper).html)
    pages = pdf_pages(made["/".join((*paper, "paper"))])
    sizes = [size for page in pages for size in checks.circles(page)]
    assert all(abs(size - 6.5) < 0.1 for size in sizes)
    assert len(sizes) == len(document.xpath("//span[@class='paper-circle']")) > 0
    # A place for a letter that is written is as wide, and only its line is printed.
    lines = {
        (number, round(line["x0"]), round(line["top"]))
        for number, page in enumerate(pages)
        for line in page.rects
        if abs(line["width"] / checks.MM - 6.5) < 0.1 and 0 < line["height"] < checks.MM
    }
    assert len(lines) == len(document.xpath("//span[@class='paper-blank']"))


@pytest.mark.parametrize(("code", "name"), FIT)
def test_fit_form_adds_up_what_the_page_adds_up(code: str, name: str) -> None:
    """The same sums as the script of the page: rows, points, bands."""
    from tas.view.quiz import profile_view

    document = lxml_html.fromstring(job_of(code, name, "A").html)
    profile = profile_view(library_of(code).quizzes[name], sections_of(code, name))
    tables = document.xpath("//table[contains(@class, 'paper-sums')]")
    sums = [total for total in profile.sums if total.rows]
    assert len(tables) == len(sums)
    for table, total in zip(tables, sums, strict=True):
        rows = [[cell.text_content().strip() for cell in row] for row in table.xpath("tbody/tr")][:-1]
        assert [(row[0], [cell for cell in row[1:] if cell]) for row in rows] == [
            (str(row.number), [str(points) for points in row.points.values()]) for row in total.rows
        ]
    said = document.text_content()
    assert all(f"{band.from_}–{band.to}" in said for total in sums for band in total.bands)
    numbers = {item.number for section in sections_of(code, name) for item in section.items}
    shown = {
        int(number)
        for number in re.findall(
            r"(\d+)\.", " ".join(document.xpath("//span[@class='paper-number']/text() | //th/strong/text()"))
        )
    }
    assert numbers <= shown
