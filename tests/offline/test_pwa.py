"""The installable site in a real browser: saved, carried on, updated and removed, on good days and on bad ones."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import built
import pytest
from chromium import ARGUMENTS, PROGRAM, SIZES
from host import Host
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def host(small: Path, tmp_path: Path) -> Iterator[Host]:
    """The small bag on a server of its own; a test may change its files."""
    served = Host(Path(shutil.copytree(small, tmp_path / "site")))
    yield served
    served.stop()


@pytest.fixture
def phone(browser: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """A profile on the disk: in a private window nothing can be installed."""
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "profile",
        executable_path=PROGRAM,
        args=ARGUMENTS,
        viewport=SIZES["phone"],
    )
    yield context
    context.close()


def pack(host: Host, edition: str = "id") -> dict:
    return json.loads((host.site / f"pack-{edition}.json").read_text(encoding="utf-8"))


def addresses(host: Host, edition: str = "id") -> set[str]:
    return {address for address, _, _ in pack(host, edition)["files"]}


def change(host: Host, address: str, edit: Callable[[str], str]) -> None:
    """A newer version of one file, as a later build would publish it."""
    file = host.site / address / "index.html" if address.endswith("/") or not address else host.site / address
    file.write_text(edit(file.read_text(encoding="utf-8")), encoding="utf-8")
    data = pack(host)
    content = file.read_bytes()
    data["files"] = [
        [address, sha256(content).hexdigest()[:20], len(content)] if entry[0] == address else entry
        for entry in data["files"]
    ]
    data["day"] = "2027-01-05"
    (host.site / "pack-id.json").write_text(json.dumps(data), encoding="utf-8")


def visit(phone: BrowserContext, host: Host, prefix: str = "") -> Page:
    page = phone.new_page()
    page.goto(f"{host.base}{prefix}offline/")
    page.wait_for_function("document.querySelector('tas-offline [role=status]').textContent")
    return page


def press(page: Page, button: str) -> str:
    """Press a button of the box and wait until it has come to rest; what it says then."""
    page.click(f"tas-offline [data-do={button}]")
    page.wait_for_function(
        """() => { const stop = document.querySelector('tas-offline [data-do=stop]'), line = document.querySelector('tas-offline [role=status]');
        return stop.hidden && document.activeElement === line; }"""
    )
    return page.inner_text("tas-offline [role=status]")


def buttons(page: Page) -> set[str]:
    return set(page.eval_on_selector_all("tas-offline button:not([hidden])", "all => all.map(one => one.dataset.do)"))


def kept(page: Page) -> int:
    """How many files the browser keeps for the bag, besides the pages for what is not saved."""
    return page.evaluate(
        """async () => { let count = 0; for (const name of await caches.keys())
        if (!name.includes('shell')) count += (await (await caches.open(name)).keys()).length; return count; }"""
    )


def opens(page: Page, host: Host, address: str) -> bool:
    """Whether the page itself comes, and not the one that says it is not saved."""
    page.goto(host.base + address)
    return page.locator(".tas-header").count() == 1 and page.locator("h1").count() == 1


def test_it_can_be_installed_and_asks_nothing_of_who_does_not_want_it(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    assert phone.new_cdp_session(page).send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
    assert kept(page) == 0
    assert buttons(page) == {"save"}
    size = sum({name: size for _, name, size in pack(host)["files"]}.values())
    shown = page.inner_text("[data-do=save]")
    assert f"{round(size / 1000)} kB" in shown or f"{size / 1e6:.1f} MB".replace(".", ",") in shown


def test_saved_it_opens_when_the_server_is_gone(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    press(page, "save")
    assert buttons(page) == {"remove"}
    assert host.fetched() >= addresses(host)
    host.stop()
    for address in sorted(addresses(host)):
        if address.endswith("/") or not address:
            assert opens(page, host, address), address
    page.keyboard.press("/")
    page.keyboard.type("pekerja")
    page.wait_for_selector(".tas-result a")
    page.click(".tas-result a >> nth=0")
    page.wait_for_load_state()
    assert page.locator(".tas-header").count() == 1
    assert not opens(page, host, "nl/role/")
    assert page.locator("a").count() == 2  # home, and what is saved
    page.click("a >> nth=0")
    assert page.locator(".tas-header").count() == 1 or page.locator("h1").count() == 1
    page.goto(host.base + "offline/")
    page.wait_for_function("document.querySelector('tas-offline [role=status]').textContent")
    assert buttons(page) == {"remove"}


def test_what_could_not_be_had_is_all_that_is_asked_for_again(phone: BrowserContext, host: Host) -> None:
    missing = ["role/", "duties/visit/"]
    host.bad = {address: (503, lambda body: b"busy") for address in missing}
    page = visit(phone, host)
    assert "2" in press(page, "save")
    assert buttons(page) == {"resume", "discard"}
    host.bad = {}
    host.fetched()
    press(page, "resume")
    assert host.fetched() == set(missing)
    assert buttons(page) == {"remove"}


@pytest.mark.parametrize("trouble", [0, 1, 700], ids=lambda cut: f"after {cut} bytes")
def test_a_connection_lost_at_any_byte_leaves_what_came(phone: BrowserContext, host: Host, trouble: int) -> None:
    host.bad = {"role/": trouble}
    page = visit(phone, host)
    press(page, "save")
    assert buttons(page) == {"resume", "discard"}
    host.bad = {}
    press(page, "resume")
    assert buttons(page) == {"remove"}
    host.stop()
    assert opens(page, host, "role/")


def test_a_login_page_of_some_network_is_not_taken_for_the_file(phone: BrowserContext, host: Host) -> None:
    host.bad = {"role/": (200, lambda body: b"<html>Pay here</html>"), "glossary/": (404, lambda body: b"")}
    page = visit(phone, host)
    assert "2" in press(page, "save")
    assert buttons(page) == {"resume", "discard"}


def test_an_update_fetches_only_what_changed_and_says_how_much(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    press(page, "save")
    change(host, "role/", lambda html: html.replace("</h1>", " (2)</h1>", 1))
    page.reload()
    page.wait_for_selector("[data-do=update]:not([hidden])")
    size = next(size for address, _, size in pack(host)["files"] if address == "role/")
    assert f"{round(size / 1000)} kB" in page.inner_text("[data-do=update]")
    host.fetched()
    press(page, "update")
    assert host.fetched() == {"role/"}
    host.stop()
    page.goto(host.base + "role/")
    assert page.inner_text("h1").endswith("(2)")


def test_an_update_that_fails_leaves_the_old_one_whole(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    press(page, "save")
    change(host, "role/", lambda html: html.replace("</h1>", " (2)</h1>", 1))
    change(host, "glossary/", lambda html: html.replace("</h1>", " (2)</h1>", 1))
    host.bad = {"glossary/": (503, lambda body: b"")}
    page.reload()
    page.wait_for_selector("[data-do=update]:not([hidden])")
    press(page, "update")
    host.stop()
    for address in ("role/", "glossary/"):
        page.goto(host.base + address)
        assert not page.inner_text("h1").endswith("(2)")


def test_a_full_device_keeps_what_was_saved_and_says_so(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    press(page, "save")
    change(host, "role/", lambda html: html.replace("</h1>", " (2)</h1>" + "<!-- x -->" * 100_000, 1))
    page.reload()
    page.wait_for_selector("[data-do=update]:not([hidden])")
    session = phone.new_cdp_session(page)
    origin = host.base.partition("/tas")[0]
    used = session.send("Storage.getUsageAndQuota", {"origin": origin})["usage"]
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": used + 1000})
    said = press(page, "update")
    assert len(said) > 60 and "remove" in buttons(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    host.stop()
    page.goto(host.base + "role/")
    assert page.locator(".tas-header").count() == 1 and not page.inner_text("h1").endswith("(2)")


def test_two_editions_side_by_side_and_one_removed(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    press(page, "save")
    host.fetched()
    other = visit(phone, host, "nl/")
    host.fetched()
    press(other, "save")
    shared = {address for address in addresses(host) & addresses(host, "nl") if address.startswith("assets/")}
    assert shared and not shared & host.fetched()  # what both have is kept once
    host.stop()
    assert opens(page, host, "role/") and opens(page, host, "nl/role/")
    page.goto(host.base + "offline/")
    page.wait_for_selector("[data-do=remove]:not([hidden])")
    press(page, "remove")
    assert opens(other, host, "nl/role/")
    assert not opens(page, host, "role/")


def test_removed_it_leaves_nothing(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    press(page, "save")
    press(page, "remove")
    assert kept(page) == 0
    assert buttons(page) == {"save"}


def test_an_old_pack_and_a_new_site_do_not_mix(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    press(page, "save")
    (style,) = (host.site / "assets").glob("tas.*.css")
    renamed = "tas.00000000.css"
    for one in built.pages(host.site):
        one.file.write_bytes(one.file.read_bytes().replace(style.name.encode(), renamed.encode()))
    style.rename(style.with_name(renamed))
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(host.base + "role/")
    styled = "getComputedStyle(document.querySelector('.tas-header')).position"
    assert page.get_attribute("link[rel=stylesheet]", "href").endswith(renamed)
    assert page.evaluate(styled) == "sticky"
    host.stop()
    page.goto(host.base + "role/")
    assert page.get_attribute("link[rel=stylesheet]", "href").endswith(style.name)
    assert page.evaluate(styled) == "sticky"
    assert failed == []


def test_a_server_in_trouble_is_helped_out_by_what_is_saved(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    press(page, "save")
    host.bad = {"role/": (500, lambda body: b"out of order")}
    assert opens(page, host, "role/")


SPOIL = """async (text) => { for (const name of await caches.keys()) if (name.endsWith('saved')) {
    const packs = await caches.open(name);
    for (const key of await packs.keys()) if (key.url.endsWith('/id')) await packs.put(key, new Response(text));
} }"""


@pytest.mark.parametrize("text", ["{}", '{"format": 1, "files": [["", "ab', "null", '{"format": 1, "files": [7]}', ""])
def test_a_stored_pack_that_cannot_be_read_is_dropped_and_can_be_saved_again(
    phone: BrowserContext, host: Host, text: str
) -> None:
    press(visit(phone, host), "save")
    page = visit(phone, host, "nl/")
    press(page, "save")
    page.evaluate(SPOIL, text)
    host.stop()
    assert opens(page, host, "nl/role/"), "the other edition serves on"
    host.start()
    page = visit(phone, host)
    assert "resume" in buttons(page) or "save" in buttons(page), page.inner_text("tas-offline [role=status]")
    press(page, "resume" if "resume" in buttons(page) else "save")
    assert buttons(page) == {"remove"}
    host.stop()
    assert opens(page, host, "role/") and opens(page, host, "nl/role/")


def test_two_tabs_save_two_editions_at_once(phone: BrowserContext, host: Host) -> None:
    one, other = visit(phone, host), visit(phone, host, "nl/")
    one.click("tas-offline [data-do=save]")
    other.click("tas-offline [data-do=save]")
    for page in (one, other):
        page.wait_for_function(
            "() => { const shown = document.querySelector('tas-offline [data-do=remove]'); return shown && !shown.hidden; }"
        )
        assert buttons(page) == {"remove"}
    host.stop()
    for address in sorted(addresses(host) | addresses(host, "nl")):
        if address.endswith("/") or not address:
            assert opens(one, host, address), address


def test_a_tab_that_removes_waits_for_the_one_that_saves(phone: BrowserContext, host: Host) -> None:
    press(visit(phone, host, "nl/"), "save")
    one, other = visit(phone, host), visit(phone, host, "nl/")
    one.click("tas-offline [data-do=save]")
    press(other, "remove")
    one.wait_for_function("() => !document.querySelector('tas-offline [data-do=remove]').hidden")
    assert buttons(one) == {"remove"}
    host.stop()
    assert all(opens(one, host, address) for address in addresses(host) if address.endswith("/") or not address)


def test_the_worker_is_small(small: Path, bag_site: Path) -> None:
    assert len(gzip.compress((bag_site / "sw.js").read_bytes(), 9)) <= 3_000
    for edition in ("id", "nl"):
        data = json.loads((bag_site / f"pack-{edition}.json").read_text(encoding="utf-8"))
        sheets = [(bag_site / name).read_bytes() for name, _, _ in data["files"] if name.endswith(".css")]
        signs = sum(len(sign) for sheet in sheets for sign in re.findall(rb'url\("data:image[^"]+', sheet))
        media = sum(size for name, _, size in data["files"] if name.startswith("assets/media/"))
        assert data["bytes"] - signs - media <= 6_000_000
        assert signs + media <= 1_500_000


def test_a_pack_names_every_page_of_its_edition_and_all_they_load(bag_site: Path) -> None:
    for edition, prefix in (("id", ""), ("nl", "nl/")):
        named = {
            address: (name, size)
            for address, name, size in json.loads((bag_site / f"pack-{edition}.json").read_text("utf-8"))["files"]
        }
        for page in built.pages(bag_site):
            if page.address.startswith("nl/") != (prefix == "nl/") or not (
                page.address.endswith("/") or not page.address
            ):
                continue
            content = page.file.read_bytes()
            assert named[page.address] == (sha256(content).hexdigest()[:20], len(content))
            for href in page.loads():
                target = page.target(href)[0].relative_to(bag_site).as_posix()
                assert target in named or href.startswith("data:"), f"{page.address} loads {target}"
