"""A group's results without a server: a learner's code shown, typed, read from a photo, counted; never for a mirror or a sensitive quiz."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import built
import pytest
import segno
from chromium import ARGUMENTS, PROGRAM, SCHEMES, serve, the_browser
from playwright.sync_api import Page, expect
from test_path import BLOCKED, axe, wide

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
HAND_IN = """() => { const quiz = document.querySelector('tas-quiz');
  for (const item of quiz.items) { item.setUp(); const rows = [...item.fieldset.querySelectorAll('.chips')];
    for (const row of rows.length ? rows : [item.fieldset]) { const input = row.querySelector('input[type=radio], input[type=checkbox]'); if (input) input.click(); } }
  quiz.mode.handIn(); quiz.player.end(); }"""
LEARNERS = """count => { const quiz = document.querySelector('tas-group').quizzes.find(({id}) => id === 'danger-signs');
  const wrong = {one: (item) => [item.options.find((id) => !item.key.includes(id))], many: (item) => [item.options.find((id) => !item.key.includes(id))], match: (item) => item.key.map((id) => item.options.find((one) => one !== id)), order: (item) => [...item.key].reverse(), typed: () => ['other']};
  return Array.from({length: count}, (_, learner) => tas.code.encode(quiz, Object.fromEntries(quiz.items.map((item, at) => [item.id, item.kind === 'open' ? [] : at <= learner ? wrong[item.kind](item) : item.kind === 'one' ? [item.key[0]] : item.kind === 'many' ? item.options.filter((id) => item.key.includes(id)) : item.key])))); }"""
PHOTO = """code => { const grid = tas.qr.matrix(code), size = 7, wide = (grid.length + 8) * size, canvas = Object.assign(document.createElement('canvas'), {width: wide + 80, height: wide + 60}), pen = canvas.getContext('2d');
  pen.fillStyle = '#b9b2a5'; pen.fillRect(0, 0, wide + 80, wide + 60); pen.rotate(.04); pen.fillStyle = '#fff'; pen.fillRect(40, 20, wide, wide); pen.fillStyle = '#222';
  grid.forEach((row, r) => row.forEach((on, c) => on && pen.fillRect(40 + (c + 4) * size, 20 + (r + 4) * size, size, size)));
  return canvas.toDataURL('image/png').split(',')[1]; }"""


@pytest.fixture(scope="session")
def pages_url(bag_pages: Path) -> Iterator[str]:
    with serve(bag_pages) as base:
        yield base


def add(page: Page, text: str) -> str:
    page.fill("#group-codes", text)
    page.click("[data-do=add]")
    return page.locator(".tas-group__told").inner_text()


def test_a_learner_shows_a_code_and_a_trainer_counts_it(pages_url: str, bag_pages: Path, open_page: Open) -> None:
    page = open_page("phone")
    for quiz in ("fit", "mood-and-crisis", "violence-and-reporting"):
        page.goto(f"{pages_url}nl/quizzes/{quiz}/")
        expect(page.locator("[data-do=code]")).to_have_count(0)
    page.goto(f"file://{bag_pages}/nl/quizzes/danger-signs/index.html")
    page.wait_for_selector("tas-quiz.is-ready")
    page.evaluate(HAND_IN)
    page.click("[data-do=code]")
    expect(page.locator("[data-part=qr] svg")).to_be_visible()
    expect(page.locator(".quiz-code output")).to_be_focused()
    assert wide(page) <= 360 and axe(page) == []
    code = page.locator(".quiz-code output").inner_text()
    page.goto(f"file://{bag_pages}/nl/trainers/index.html")
    assert add(page, code.lower().replace("0", "o")) == "Toegevoegd: 1."
    page.reload()
    expect(page.locator(".tas-group__result h3")).to_contain_text("Deelnemers: 1")
    assert "Stond er al: 1." in add(page, code)
    page.click("[data-do=add]")
    expect(page.locator(".tas-group__result h3")).to_contain_text("Deelnemers: 2")
    page.locator(".tas-group__tools summary").click()
    page.locator(".tas-group__codes button").last.click()
    expect(page.locator(".tas-group__result h3")).to_contain_text("Deelnemers: 1")
    page.locator(".tas-group__told button").click()
    expect(page.locator(".tas-group__result h3")).to_contain_text("Deelnemers: 2")


def test_the_hardest_comes_first_and_every_slip_is_told(
    pages_url: str, bag_pages: Path, open_page: Open, tmp_path: Path
) -> None:
    page = open_page("phone", accept_downloads=True)
    page.goto(pages_url + "trainers/")
    page.wait_for_selector("tas-group:not([hidden])")
    codes = page.evaluate(LEARNERS, 12)
    found = axe(page)
    said = add(
        page,
        "\n".join(
            [*codes, codes[0][:-1] + ("0" if codes[0][-1] != "0" else "1"), "U", "2" + codes[0][1:], codes[0][:-2]]
        ),
    )
    assert said.startswith("Ditambahkan: 12.") and all(
        words in said for words in ("salah ketik", "tidak dipakai", "bukan kode", "terlalu pendek")
    )
    rows = page.locator(".tas-group__result tbody tr").all_inner_texts()
    assert [row.split(".")[0] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row.partition(" / 12")[0].split()[-1] for row in rows] == ["0", "1", "2", "3", "4"]
    assert "(12)" in rows[0], "the wrong answer that most gave"
    page.locator(".tas-group__result .tas-button").click()
    assert page.locator(".tas-group__result tbody tr").count() > 10
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert wide(page) <= width
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += axe(page)
    assert found == []
    with page.expect_download() as waiting:
        page.click("[data-do=csv]")
    waiting.value.save_as(tmp_path / "group.csv")
    lines = (tmp_path / "group.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 13 and lines[1].startswith('"1","danger-signs","0","0",')
    photo = tmp_path / "photo.png"
    photo.write_bytes(base64.b64decode(page.evaluate(PHOTO, codes[3])))
    assert page.evaluate("Boolean(tas.readQr)") is False, "not before it is needed"
    page.set_input_files("tas-group [type=file]", photo)
    expect(page.locator(".tas-group__told")).to_contain_text("Sudah ada: 1.")
    (tmp_path / "empty.png").write_bytes(
        base64.b64decode(
            page.evaluate(
                "() => Object.assign(document.createElement('canvas'), {width: 90, height: 90}).toDataURL().split(',')[1]"
            )
        )
    )
    page.set_input_files("tas-group [type=file]", tmp_path / "empty.png")
    expect(page.locator(".tas-group__told")).to_contain_text("Tidak ada kode QR")
    page.click("[data-do=camera]")
    expect(page.locator(".tas-group__told")).to_contain_text("Kamera tidak bisa dibuka")
    page.click("[data-do=clear]")
    expect(page.locator(".tas-group__result section")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('tas:group')") is None
    for kept in ("7", '["x", 3]', "no JSON"):
        page.evaluate("kept => localStorage.setItem('tas:group', kept)", kept)
        page.reload()
        page.wait_for_selector("tas-group:not([hidden])")
        assert add(page, codes[0]) == "Ditambahkan: 1."


def test_it_stands_without_a_store_or_a_script_and_is_light(pages_url: str, bag_pages: Path, open_page: Open) -> None:
    page = open_page("phone")
    page.add_init_script(BLOCKED)
    page.goto(pages_url + "nl/trainers/")
    page.wait_for_selector("tas-group:not([hidden])")
    assert (
        add(page, page.evaluate(LEARNERS, 1)[0])
        == "Toegevoegd: 1. Dit apparaat bewaart niets: de lijst blijft tot je deze pagina verlaat."
    )
    bare = open_page("phone", java_script_enabled=False)
    bare.goto(pages_url + "nl/trainers/")
    expect(bare.locator("noscript p").first).to_be_visible()
    expect(bare.locator("tas-group")).to_be_hidden()
    trainers = built.Page(bag_pages, bag_pages / "nl/trainers/index.html")
    ours = [
        bag_pages / "assets" / address.rpartition("/")[2]
        for address in trainers.loads()
        if "/desk." in address or "/code." in address
    ]
    data = trainers.tree.find(".//tas-group").get("data-quizzes").encode()
    assert (
        len(ours) == 3
        and sum(len(gzip.compress(part)) for part in (data, *(file.read_bytes() for file in ours))) < 40_000
    )


def film(code: str) -> bytes:
    """What a camera sees that is held over the code: YUV4MPEG2, 640 by 480, ten pictures."""
    width, height, size = 640, 480, 8
    matrix = [list(row) for row in segno.make(code, error="m", micro=False, boost_error=False).matrix]
    light = bytearray(b"\xb4" * (width * height))
    across, down = ((side - len(matrix) * size) // 2 for side in (width, height))
    for row in range(-4 * size, (len(matrix) + 4) * size):
        for column in range(-4 * size, (len(matrix) + 4) * size):
            r, c = row // size, column // size
            dark = 0 <= r < len(matrix) and 0 <= c < len(matrix) and matrix[r][c]
            light[(down + row) * width + across + column] = 0x20 if dark else 0xEB
    picture = b"FRAME\n" + bytes(light) + b"\x80" * (width * height // 2)
    return f"YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg\n".encode() + picture * 10


def test_codes_are_read_through_the_camera_until_it_is_closed(pages_url: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page("phone")
    page.goto(pages_url + "trainers/")
    page.wait_for_selector("tas-group:not([hidden])")
    (tmp_path / "code.y4m").write_bytes(film(page.evaluate(LEARNERS, 1)[0]))
    eye = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={tmp_path / 'code.y4m'}",
    ]
    with the_browser().browser_type.launch(executable_path=PROGRAM, args=[*ARGUMENTS, *eye]) as browser:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(pages_url + "trainers/")
        page.click("[data-do=camera]")
        expect(page.locator(".tas-group__told")).to_contain_text("Ditambahkan: 1.")
        assert page.evaluate("Boolean(tas.readQr || globalThis.BarcodeDetector)")
        video = page.locator("tas-group video")
        expect(video).to_be_visible()
        assert wide(page) <= 360 and axe(page) == []
        track = page.evaluate_handle("document.querySelector('tas-group video').srcObject.getTracks()[0]")
        page.click("[data-do=camera]")
        expect(video).to_have_count(0)
        assert track.evaluate("track => track.readyState") == "ended", "the camera is let go"
