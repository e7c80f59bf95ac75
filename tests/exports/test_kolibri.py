"""The channel folder in Kolibri itself (0.19.5; TAS_KOLIBRI names its command): both editions are imported from a disk, and answers are marked right."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from shutil import which
from urllib.request import urlopen

import pytest
from chromium import chromium
from hostile import HOSTILE, hostile_bag
from kit import whole_bag
from playwright.sync_api import Page
from readers import of_perseus
from source import EDITIONS, edition, questions
from tas.bundles.offline import outlines_of
from tas.bundles.site_folder import Site
from tas.exports import kolibri
from tas.exports.perseus import can_ask, exercise, item_id
from tas.exports.taken import Taken, taken
from tas.view.quiz import QuizItem

PROGRAM = os.environ.get("TAS_KOLIBRI") or which("kolibri") or ""
LOGIN = """async () => {
    const [facility] = await (await fetch("/api/auth/facility/")).json();
    const token = /csrftoken=([^;]*)/.exec(document.cookie)[1];
    const body = JSON.stringify({ username: "admin", password: "admin", facility: facility.id });
    return (await fetch("/api/auth/session/", { method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": token }, body })).status;
}"""


@pytest.mark.parametrize("code", EDITIONS)
def test_id_key_and_rationale_are_those_of_the_source(code: str) -> None:
    """Of every question that Perseus has a place for; what is typed in words has none."""
    assert len(compared(edition(code))) > 200


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    assert len(compared(hostile_bag(tmp_path))) == 4 * len(HOSTILE)


def compared(what: Taken) -> list[QuizItem]:
    code = what.code
    asked = [item for quiz in what.quizzes if not quiz.mirror for item in quiz.items if can_ask(item)]
    content = exercise(what, asked, 80)
    assert exercise(what, asked, 80) == content
    source, found = questions(what), of_perseus(content)
    assert len(found) == len(asked)
    for item in asked:
        question, read = source[item.interaction.id], found[item_id(code, item.interaction.id)]
        assert read.stem == question.stem.removesuffix(f" ({getattr(item.interaction, 'unit', '')})")
        assert read.pairs == question.pairs and read.order == question.order
        if question.options:
            right = {
                text
                for text, (share, _) in question.options.items()
                if share > 0 and (question.several or share == 100)
            }
            marked = {text for text, (share, _) in read.options.items() if share}
            assert marked == right or (not question.several and marked <= right and len(marked) == 1)
            assert {text: why for text, (_, why) in read.options.items()} == {
                text: why for text, (_, why) in question.options.items()
            }
        told = " ".join(read.whys)
        for why in (*question.whys, *(why for _, why in (question.options | question.typed).values())):
            assert why in told
    return asked


@pytest.fixture(scope="module")
def stick(bag_pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stick with the channels of both editions."""
    folder, bag = tmp_path_factory.mktemp("stick"), whole_bag()
    for outline in outlines_of(bag, site_name="Tas", site_url="https://tas.example.org/"):
        (order,) = kolibri.orders(taken(bag.libraries[outline.code], outline, Site(bag_pages)))
        content = order.make()
        assert order.make() == content
        with zipfile.ZipFile(BytesIO(content)) as packed:
            packed.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def server(stick: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """(address, home) of a Kolibri that has imported them."""
    assert PROGRAM, "install Kolibri into an environment of its own, and let TAS_KOLIBRI name its command"
    home = tmp_path_factory.mktemp("kolibri")
    surroundings = {**os.environ, "KOLIBRI_HOME": str(home), "KOLIBRI_RUN_MODE": "test"}

    def run(*command: str) -> None:
        done = subprocess.run(
            [PROGRAM, "manage", *command], env=surroundings, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]

    run("provisiondevice", "--facility", "Test", "--superusername", "admin", "--superuserpassword", "admin", "--preset", "informal", "--language_id", "en", "--noinput")  # fmt: skip
    for database in sorted((stick / "content/databases").glob("*.sqlite3")):
        for what in ("importchannel", "importcontent"):
            run(what, "disk", database.stem, str(stick))
    ports = []
    for _ in range(2):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            ports.append(str(free.getsockname()[1]))
    running = subprocess.Popen(
        [PROGRAM, "start", "--foreground", "--port", ports[0], "--zip-port", ports[1]],
        env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{ports[0]}"
    for _ in range(120):
        try:
            urlopen(address).close()
            break
        except OSError:
            time.sleep(0.5)
    yield address, home
    running.terminate()
    running.wait()


@pytest.mark.release
def test_kolibri_marks_a_right_and_a_wrong_answer(server: tuple[str, Path], stick: Path) -> None:
    address, home = server
    with closing(sqlite3.connect(home / "db.sqlite3")) as base:
        (here, all_) = base.execute(
            "SELECT SUM(available), COUNT(*) FROM content_contentnode WHERE kind != 'topic'"
        ).fetchone()
    assert here == all_ > 25
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}/en/auth/#/signin")
        page.wait_for_function("document.cookie.includes('csrftoken')")
        assert page.evaluate(LOGIN) == 200
        for code in EDITIONS:
            for quiz, right in (("danger-signs", True), ("duties", False)):
                _answer(page, address, stick, code, quiz, right=right)
                assert _last(home) is right, (code, quiz)


def _answer(page: Page, address: str, stick: Path, code: str, quiz_id: str, *, right: bool) -> None:
    """The first question of a quiz, as Kolibri shows it."""
    what = edition(code)
    quiz = next(one for one in what.quizzes if one.id == quiz_id)
    first = next(item for item in quiz.items if can_ask(item))
    question = questions(what)[first.interaction.id]
    node = kolibri._id(what, f"quiz:{quiz_id}")
    page.goto(f"{address}/en/learn/#/topics/c/{node}")
    page.reload()
    page.get_by_text(question.stem).first.wait_for(timeout=60_000)
    chosen = question.right if right else next(iter(question.wrong))
    for text in chosen:
        page.locator("button", has_text=text).first.click()
    page.get_by_role("button", name="Check").click()
    page.wait_for_timeout(3000)


def _last(home: Path) -> bool:
    with closing(sqlite3.connect(home / "db.sqlite3")) as base:
        (correct,) = base.execute(
            "SELECT correct FROM logger_attemptlog ORDER BY start_timestamp DESC LIMIT 1"
        ).fetchone()
    return bool(json.loads(str(correct)))
