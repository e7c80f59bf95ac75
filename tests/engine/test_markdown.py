"""The one Markdown: what people write becomes what they meant, set as a printer would, and nothing beyond the list of elements."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tas.check.texts import texts_in
from tas.read.document import Document
from tas.read.source import read_page, read_yaml
from tas.text.inline import plain, render_inline
from tas.text.markdown import LONGEST, parse
from tas.text.write import WordsOnly, write

ELEMENTS = {
    "a", "blockquote", "br", "code", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "td": {"class"},
    "th": {"class"},
    "p": {"id"},
    **{f"h{n}": {"id"} for n in range(2, 7)},
}


def body(text: str, code: str = "nl") -> str:
    return write(parse(text, code).tokens, WordsOnly(), slug="duties/visit")


def shape(text: str) -> str:
    """Elements and words without blanks."""
    return re.sub(r"\s+(?=<)|(?<=>)\s+", "", body(text))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("'s Avonds en 's nachts", "’s Avonds en ’s nachts"),
        ("zo'n kind in 't huis, sinds '90", "zo’n kind in ’t huis, sinds ’90"),
        ('"\'s Nachts" zei ze', "“’s Nachts” zei ze"),
        ("'Ja' en 'nee'", "‘Ja’ en ‘nee’"),
        ("'12 weken' en '06", "‘12 weken’ en ’06"),
        ("een 'n ander, 'k weet 't niet", "een ’n ander, ’k weet ’t niet"),
        ('("ja") en **"nee"**.', "(“ja”) en “nee”."),
        ("\"Ik zei 'nee',\" zei ze.", "“Ik zei ‘nee’,” zei ze."),
        ("baby's, foto's, mw'er", "baby’s, foto’s, mw’er"),
        ("wacht... 3--5 dagen --- dan", "wacht… 3–5 dagen — dan"),
        ("(c) (r) (tm) +- ????....", "(c) (r) (tm) +- ????...."),
        ('`"\'s"--x...` en \\"recht\\"', '"\'s"--x... en "recht"'),
        ("'s-Gravenhage en de letter 's'", "’s-Gravenhage en de letter ‘s’"),
    ],
)
def test_dutch_is_set_in_bodies_and_in_yaml(typed: str, printed: str) -> None:
    assert html.fromstring(body(typed)).text_content().strip() == printed
    assert html.fromstring(f"<p>{render_inline(typed, WordsOnly(), 'nl')}</p>").text_content() == printed
    assert plain(typed, "nl") == printed
    assert body(f"# {typed}\n\n- {typed}\n\n> {typed}\n").count("’") == 3 * printed.count("’")


@pytest.mark.parametrize("line", ["'s Avonds", "woord\n's avonds"])
def test_an_apostrophe_begins_a_line(line: str) -> None:
    assert "’s" in body(line) and "‘" not in body(line)


def test_other_languages_have_no_elisions() -> None:
    assert body("'s kata 't'", "id") == "<p>‘s kata ‘t’</p>\n"


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("Bring:\n- a pen\n- a form", "<p>Bring:</p><ul><li>a pen</li><li>a form</li></ul>"),
        ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("Days:\n| a | b |\n|---|:-:|\n| 1 | 2 |", '<p>Days:</p><div class="tas-scroll" tabindex="0"><table><thead><tr><th>a</th><th class="center">b</th></tr></thead>'
         '<tbody><tr><td>1</td><td class="center">2</td></tr></tbody></table></div>'),
        ("```\n<b> [](term:x) *a*\n```", "<pre><code>&lt;b&gt; [](term:x) *a*</code></pre>"),
        ("one  \ntwo\\\nthree", "<p>one<br>two<br>three</p>"),
        ("## Why {#why}", '<h2 id="why">Why</h2>'),
        ("## Why {name}", "<h2>Why {name}</h2>"),
        ("Made.\n{ #copies }", '<p id="copies">Made.</p>'),
        ("Made.\n{ #other }", "<p>Made.\n{ #other }</p>"),
        ("5. five\n6. six", '<ol start="5"><li>five</li><li>six</li></ol>'),
    ],
)  # fmt: skip
def test_what_people_write_becomes_what_they_meant(typed: str, becomes: str) -> None:
    assert shape(typed) == becomes.replace("\n{", "\n{")


def test_an_example_in_code_is_shown_letter_by_letter() -> None:
    assert body("`[kata](term:client)`") == "<p><code>[kata](term:client)</code></p>\n"


UNPRINTED = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no HTML file may hold; reading refuses most of it."""

PIECES = st.sampled_from(
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "[x](https://a.example \"t\")", "[a]: javascript:1",
     "![p](https://b.example/p.png)", "{: onclick=x }", "{#id}", "{ .c style=x }", "<!-- c -->", "&lt;b&gt;", "&#0;", "[x](//c.example)", "[a]", "`", "```",
     "**", "*", "_", "|", "|-|-|", "\n", "\n\n", "> ", "- ", "1. ", "# ", "## ", "    ", "\t", "===", "---", "\"", "'", "<https://d.example>",
     "<a href='javascript:1'>", "[x](data:text/html,1)", "[x](vbscript:1)", "[x](page:y)", "\\", "]", "[", "(", ")", "\u202e", "\x00", "[x](<j\u0001avascript:1>)"]
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join))
def test_nothing_becomes_more_than_the_elements_attributes_and_addresses_named(text: str) -> None:
    for made in (body(text), str(render_inline(text, WordsOnly(), "nl"))):
        for element in html.fragment_fromstring(UNPRINTED.sub("", made), create_parent="div").iter():
            assert element.tag in ELEMENTS | ({"h1"} if "#" in text or "=" in text else set()), made
            assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set()), made
            if element.get("href"):
                assert re.match(r"https?://|mailto:|#", element.get("href")), made


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join))
def test_every_message_has_a_place_in_the_file(text: str) -> None:
    text = text.replace("\r", "")  # reading has made line ends the same
    lines = text.split("\n")
    for one in texts_in(Document("page.md", {}, body=text, body_line=5, language="nl")):
        for at in range(0, len(one.string) + 1, 3):
            place = one.place(at)
            assert 5 <= place.line < 5 + len(lines) + 1 and place.column >= 1
        for link in one.links:
            assert 5 <= one.place(link).line < 5 + len(lines) + 1


WORD = re.compile(r"\b[a-z]{5,}\b")


def test_every_word_leads_back_to_its_line_and_column() -> None:
    """Each word of the tiny bag's pages stands once more where the message about it points."""
    folder = Path(__file__).parents[1] / "sites/tiny/docs"
    seen = 0
    for file in sorted(folder.rglob("*.md")):
        _, _, text = file.read_text(encoding="utf-8").partition("---\n")[2].partition("---\n")
        for one in texts_in(Document("page.md", {}, body=text, body_line=1, language="nl")):
            for match in WORD.finditer(one.string):
                place = one.place(match.start())
                line = text.split("\n")[place.line - 1]
                assert line[place.column - 1 :].startswith(match[0])
                seen += 1
    assert seen >= 25


@pytest.mark.parametrize(
    "sign", ["[", "![a", "[[", "*a ", "_a", "`a", "a\n", "{: ", "&shy;", '"', "'90 ", "[a](b) ", "| a ", " "]
)
def test_no_sign_takes_long(sign: str) -> None:
    """Twenty thousand letters of one sign, the most that reading lets through, in the time of a blink (processor time)."""
    text = ("## a" + sign * (LONGEST // len(sign)))[:LONGEST]
    before = time.process_time()
    for one in texts_in(Document("page.md", {}, body=text, language="nl")):
        assert len(one.prose) == len(one.string) and one.links is not None
    body(text)
    assert time.process_time() - before < 5


def test_a_paragraph_that_is_too_long_is_refused_at_its_line(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("---\ntitle: T\n---\n\nShort.\n\n" + "[" * (LONGEST + 5) + "\n", encoding="utf-8")
    (problem,) = read_page(page, "page.md").problems
    assert str(problem) == (
        "page.md:7:1: error: this paragraph has 20006 letters; an empty line makes two of it (at most 20000 fit) (too-long)"
    )
    data = tmp_path / "data.yml"
    data.write_text("a: 1\nb: " + "[ ".replace("[", "x") * LONGEST + "\n", encoding="utf-8")
    (problem,) = read_yaml(data, "data.yml").problems
    assert (problem.line, problem.rule) == (2, "too-long")
