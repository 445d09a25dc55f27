"""The hall display: numbers and booths, readable from far, heard once, and honest when it is old."""
import os, signal, time
from contextlib import contextmanager
from itertools import count
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

from support.accessibility import axe, structure
from support.interview_by_forms import OfficerByForms
from support.legibility import metres, qr
from support.manager import Manager
from support.officer import Officer
from support.server import Server, until
from support.walk_ins import booths, come

HEARD = "window.heard = []; addEventListener('diumumkan', e => heard.push(e.detail))"


class Hall:
    """A display of 1920 by 1080, opened by the manager's link; `heard` is what it announced."""

    def __init__(self, page: Page, server: Server, branch: str):
        self.page, self.server, self.branch = page, server, branch
        Manager(page, server, branch).sign_in()
        page.goto(server.url + "/kantor/layar")
        self.path = urlparse(page.locator("main a.btn[href^='/layar/']").get_attribute("href")).path
        page.add_init_script(HEARD)
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.goto(server.url + self.path)
        page.evaluate("window.same = true")

    @property
    def heard(self) -> list[dict]:
        return self.page.evaluate("heard")

    @property
    def calls(self) -> list[str]:
        return [one["text"] for one in self.heard if one["kind"] == "panggil"]

    @property
    def is_the_same_page(self) -> bool:
        return self.page.evaluate("window.same === true")


BRANCHES = count(17)


@pytest.fixture
def hall(request, new_phone):
    """At a branch of its own, where nobody is yet; a test that moves the clock asks for `own_server`, too."""
    server = request.getfixturevalue("own_server" if "own_server" in request.fixturenames else "server")
    return Hall(new_phone(width=1366), server, server.branches()[next(BRANCHES)]["code"])


@pytest.fixture
def officer(hall):
    """Of two seats, beside two booths."""
    booths(hall.server, hall.branch, 2)
    one = OfficerByForms(hall.server, hall.branch, seats=2)
    yield one
    one.close()


def test_an_empty_hall_says_so_and_what_to_expect(hall, shoot):
    assert "Belum ada panggilan" in hall.page.locator("#papan").inner_text()
    assert "menunggu petugas membuka sesi" in hall.page.locator("#perkiraan").inner_text()
    shoot(hall.page, "layar-kosong")
    assert not axe(hall.page) + structure(hall.page)


def test_calls_are_shown_spoken_once_and_read_from_far(hall, officer, shoot):
    page = hall.page
    visits = come(hall.server, hall.branch, 6)
    until(lambda: len(hall.calls) == 2, 30, lambda: f"two calls were announced: {hall.heard}")
    shown = sorted(page.locator("[data-panggil]").evaluate_all("all => all.map(one => one.textContent)"))
    assert len(shown) == 2
    assert sorted(hall.calls)[0].startswith("Nomor antrean A, nol nol ") and "silakan ke bilik " in hall.calls[0]
    expect(page.locator("#masuk")).to_contain_text("Silakan masuk:")
    text = page.content()
    for visit in visits:
        assert visit.name not in text and visit.nik not in text
    shoot(page, "layar")
    assert not axe(page) + structure(page)
    far = {"nomor": metres(page.locator(".terbaru .nomor")), "bilik": metres(page.locator(".terbaru .bilik")),
           "tabel": metres(page.locator(".samping td").first), "catatan": metres(page.locator(".catatan"))}
    print({name: round(value, 1) for name, value in far.items()})
    assert far["nomor"] >= 29 and far["bilik"] >= 10.7 and far["tabel"] >= 7.0 and far["catatan"] >= 5.2, far
    assert metres(page.locator("#menunggu")) >= 5.2 and metres(page.locator("#masuk")) >= 7.0
    assert page.evaluate("document.documentElement.scrollWidth <= 1920 && document.documentElement.scrollHeight <= 1080")
    page.reload()
    until(lambda: page.locator("[data-panggil]").count() == 2, 60, "the calls are shown again")
    page.wait_for_timeout(1500)
    assert hall.calls == [], "a reload must not announce what was announced"


def test_nothing_blinks_faster_than_three_times_a_second_or_at_all_where_it_is_not_wanted(hall, officer):
    page = hall.page
    come(hall.server, hall.branch)
    seconds, times = page.wait_for_function("""() => { const el = document.querySelector('.terbaru .baru'), s = el && getComputedStyle(el);
        return s && [parseFloat(s.animationDuration), +s.animationIterationCount] }""", timeout=30_000).json_value()
    assert times == 3 and seconds >= 1
    page.emulate_media(reduced_motion="reduce")
    assert page.locator(".terbaru .nomor").evaluate("el => { el.classList.add('baru'); return getComputedStyle(el).animationName }") == "none"


def test_a_screen_that_slept_goes_on_without_a_reload_and_takes_nothing_old_for_new(own_server, hall, officer, shoot):
    page = hall.page
    come(hall.server, hall.branch)
    until(lambda: len(hall.calls) == 1, 30, "the first call was announced")
    page.context.set_offline(True)
    expect(page.locator("#basi")).to_be_visible(timeout=30_000)
    expect(page.locator("#basi")).to_contain_text("Terakhir diperbarui")
    assert page.locator(".terbaru .nomor").inner_text() == "A-001", "the last call stays"
    shoot(page, "layar-basi")
    booths(hall.server, hall.branch, 2)
    second = come(hall.server, hall.branch)[0]
    until(lambda: second.interview == "called", 30, "the second person was called while the screen slept")
    called = hall.server.row("SELECT since FROM interview WHERE walk_in = ?", second.id)[0]
    # A hundred seconds: the call is still open, and too old to be spoken. The officer stays.
    for _ in range(2):
        hall.server.set_clock(advance="50")
        officer.press("hidup")
    page.context.set_offline(False)
    expect(page.locator("#basi")).to_be_hidden(timeout=30_000)
    until(lambda: second.number in page.locator("#papan").inner_text(), 60, "the second number is shown")
    page.wait_for_timeout(1500)
    assert hall.is_the_same_page
    assert all(one["age"] <= 90_000 for one in hall.heard), hall.heard
    assert f"{second.number}@{called}" not in [one["key"] for one in hall.heard]


def test_ten_minutes_of_sleep_are_made_up_for(own_server, hall, officer):
    """The display's own process stood still, as with a machine that sleeps; nobody closed the line."""
    page = hall.page
    come(hall.server, hall.branch, 2)
    until(lambda: len(hall.calls) == 2, 30, "two calls were announced")
    heard, before = len(hall.heard), page.locator("#papan").get_attribute("data-posisi")
    with asleep(page):
        for _ in range(10):
            hall.server.set_clock(advance="60")
            officer.press("hidup", check=False)
        late = come(hall.server, hall.branch, 3)
        until(lambda: all(visit.phase == "inside" for visit in late), 30, "three more were told to come in")
        time.sleep(14)
    until(lambda: page.locator("#papan").get_attribute("data-posisi") != before, 30, "the board is drawn anew")
    until(lambda: late[-1].number in page.locator("#papan").inner_text(), 60, "the last number is shown")
    page.wait_for_timeout(1500)
    assert hall.is_the_same_page
    assert all(one["age"] <= 90_000 for one in hall.heard), hall.heard
    assert not [one for one in hall.heard[heard:] if one["kind"] == "masuk"], "nobody is asked in who was asked in before"


@contextmanager
def asleep(page: Page):
    """The browser's pages stand still: nothing runs, nothing is read."""
    session = page.context.browser.new_browser_cdp_session()
    pages = [one["id"] for one in session.send("SystemInfo.getProcessInfo")["processInfo"] if one["type"] == "renderer"]
    assert pages
    try:
        for number in pages:
            os.kill(number, signal.SIGSTOP)
        yield
    finally:
        for number in pages:
            os.kill(number, signal.SIGCONT)


def test_the_clips_are_small_and_kept_and_the_display_plays_them(hall, officer):
    page, fetched = hall.page, []
    page.on("response", lambda answer: "/suara/" in answer.url and fetched.append(answer))
    page.click("#isi")
    come(hall.server, hall.branch)
    until(lambda: page.wait_for_timeout(200) or all(any(f"/{one}.ogg" in answer.url for answer in fetched) for one in ("bel", "satu")), 30, "the clips were fetched")
    for answer in fetched:
        assert answer.status == 200 and "immutable" in answer.headers["cache-control"] and answer.headers["content-type"] == "audio/ogg"
        assert len(answer.body()) < 12_000
    expect(page.locator("#umumkan")).to_contain_text("Nomor antrean A")


def test_the_displays_address_is_the_managers_and_nobody_guesses_it(hall, new_phone, shoot, tmp_path):
    page = hall.page
    page.goto(hall.server.url + "/kantor/layar")
    page.set_viewport_size({"width": 1366, "height": 768})
    shoot(page, "kantor-layar")
    assert urlparse(qr(page, "main .qr", tmp_path / "layar.png")).path == hall.path
    key = hall.path.rsplit("/", 1)[1]
    for wrong in (key[:-1] + ("0" if key[-1] != "0" else "1"), key.split(".")[0], "1.", "x"):
        for part in ("", "/isi", "/aliran?inst=abcdef123456"):
            assert hall.server.get(f"/layar/{wrong}{part}").status_code == 404, wrong
    other = Officer(new_phone(), hall.server, hall.branch).sign_in().open("/kantor/layar")
    assert "Hanya untuk manajer" in other.page.locator("main").inner_text()
