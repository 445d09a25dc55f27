"""Booths of a branch in real browsers with cameras, beside an officer's console: called, seated, moved, served, forgotten."""
import pytest
from playwright.sync_api import expect

from support.accessibility import axe, structure
from support.booth_browser import TABLE, Kiosk, code, visitors
from support.browsers import CHROMIUM, PATIENCE, watch
from support.camera import film, flags
from support.manager import Manager
from support.member_at_home import WIRETAP, evidence, journal, rows
from support.officer_console import Konsol
from support.server import sqlite, until

BRANCH = "jakarta-salemba"
COLOURS = [(190, 40, 40), (40, 60, 190), (40, 140, 60)]


@pytest.fixture
def branch_server(tmp_path):
    server = sqlite(tmp_path)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def studio(playwright, tmp_path):
    """Browsers whose cameras each show a card on their own colour; a booth's camera needs no prompt, as its policy says."""
    complaints, browsers = [], []

    def page(colour: int | None, width: int = 1280, height: int = 800):
        extra = flags(film(tmp_path / f"film{len(browsers)}.mjpeg", COLOURS[colour] if colour is not None else (20, 90, 60)))
        browsers.append(playwright.chromium.launch(executable_path=CHROMIUM, args=extra))
        context = browsers[-1].new_context(viewport={"width": width, "height": height}, timezone_id="Asia/Jakarta", locale="id-ID")
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.add_init_script(WIRETAP)
        watch(page, complaints)
        return page

    yield page
    for browser in browsers:
        browser.close()
    known = ("ERR_", "Failed to load resource", "/sinyal", "/bilik/nomor", "/bilik/wawancara/siaran", "/kantor/konsol/isi")
    assert not [c for c in complaints if not any(word in c for word in known)], "\n".join(complaints)


def booths(server, studio, desk, count: int) -> list[Kiosk]:
    manager = Manager(desk, server, BRANCH).sign_in()
    return [Kiosk(studio(number), server).pair(code(manager, number + 1)) for number in range(count)]


def accepts(konsol: Konsol, seat: int) -> None:
    konsol.press(str(seat)).settled()
    for _ in range(konsol.panel.locator(".chk li[data-tangan]:not([data-cocok])").count()):
        konsol.press("j")
    with konsol.page.expect_response("**/kantor/konsol/lanjut"):
        konsol.press("Enter")


def accessible(page) -> None:
    found = axe(page) + structure(page)
    assert not found, "\n".join(found)


def test_from_the_call_to_the_receipt_and_nothing_of_the_person_is_left(branch_server, studio, new_phone, shoot):
    server = branch_server.start()
    desk = new_phone(width=1366)
    kiosk, = booths(server, studio, desk, 1)
    expect(kiosk.page.locator("#judul")).to_have_text("Bilik kosong. Tunggu nomor Anda dipanggil.")
    accessible(kiosk.page)
    shoot(kiosk.page, "bilik-kosong")
    person, = visitors(server, BRANCH, 1)
    konsol = Konsol(studio(None, 1366), server, BRANCH).begin(seats=1)

    kiosk.at("called")
    assert not kiosk.traces(person["name"], person["nik"])
    accessible(kiosk.page)
    shoot(kiosk.page, "bilik-panggil")
    expect(konsol.seat(1)).to_contain_text(f"{person['number']} · Bilik 1")
    clip = kiosk.page.locator("#langkah").get_attribute("data-suara")
    heard = kiosk.page.request.get(server.url + clip)
    assert heard.ok and heard.body()[:4] == b"OggS"

    # Nobody's picture leaves the booth before the person agreed.
    kiosk.type(person).at("consent")
    assert kiosk.page.evaluate("__wires.length") == 0
    accessible(kiosk.page)
    shoot(kiosk.page, "bilik-izin")
    kiosk.press("f-jawab").at("filling")
    expect(kiosk.page.locator("#langkah")).to_contain_text(person["name"])
    accessible(kiosk.page)
    shoot(kiosk.page, "bilik-data")
    kiosk.press("f-data").at("originals")
    expect(kiosk.page.locator("#ambil")).to_be_visible()
    accessible(kiosk.page)
    shoot(kiosk.page, "bilik-asli")
    size = kiosk.page.evaluate("() => [getComputedStyle(document.body).fontSize, document.querySelector('#ambil').offsetHeight]")
    assert size[0] == "22px" and size[1] >= 72

    # A page that is loaded anew keeps the step.
    first = kiosk.photograph()
    kiosk.page.reload()
    assert kiosk.at("originals").page.evaluate("() => document.querySelector('#langkah').dataset.foto") != first
    kiosk.photograph_all()
    told = {event["evidence"]: event["sha256"] for event in journal(server, "evidenceKept")}
    kept = evidence(server, person["claim"])
    assert "ktp" in kept and all(told[number] == sha256 for number, sha256, *_ in kept.values())

    konsol.reaches(1, "shown")
    konsol.press("1").settled()
    expect(kiosk.page.locator("#mode")).to_contain_text("melihat dan mendengar")
    shoot(kiosk.page, "bilik-bicara")
    shoot(konsol.page, "konsol-bilik")
    konsol.press("Escape")
    accepts(konsol, 1)
    kiosk.at("summary")
    accessible(kiosk.page)
    shoot(kiosk.page, "bilik-periksa")
    kiosk.press("f-setuju").at("agreed")
    konsol.reaches(1, "agreed")
    accepts(konsol, 1)
    kiosk.at("done", within=40)
    expect(kiosk.page.locator("#langkah")).to_contain_text("Klaim Anda disetujui")
    accessible(kiosk.page)
    shoot(kiosk.page, "bilik-selesai")
    assert kiosk.page.evaluate("() => __wires.every(w => w.connectionState == 'closed')")

    # A minute later nothing is left: not on the page, not in its storage, not in the history, not in the memory of the document.
    kiosk.page.evaluate("() => { window.__here = 1 }")
    server.set_clock(advance="61")
    kiosk.at("idle", within=60)
    until(lambda: kiosk.page.evaluate("() => window.__here === undefined && !!document.querySelector('#langkah')"), 10, "the document is new")
    claim = rows(server, "SELECT number FROM claim WHERE id = ?", int(person["claim"]))[0][0]
    assert not kiosk.traces(person["name"], person["nik"], person["number"], person["claim"], str(claim))
    assert kiosk.page.evaluate("() => document.querySelector('#lihat').src") == ""
    # Going back leads nowhere but to this page.
    kiosk.page.go_back()
    until(lambda: not kiosk.page.url.startswith(server.url) or kiosk.page.url.endswith("/bilik"), 10, "nothing older is shown")
    assert not kiosk.traces(person["name"], person["nik"], person["number"])


def test_a_paper_that_lies_still_is_photographed_by_itself_and_an_empty_table_never(branch_server, studio, new_phone, shoot):
    server = branch_server.start()
    kiosk = Kiosk(studio(0), server)
    kiosk.page.add_init_script(TABLE)
    kiosk.pair(code(Manager(new_phone(width=1366), server, BRANCH).sign_in(), 1))
    person, = visitors(server, BRANCH, 1)
    Konsol(studio(None, 1366), server, BRANCH).begin(seats=1)
    kiosk.sit(person).press("f-data").at("originals")
    taken = kiosk.page.locator("#lihat")
    # Long enough for a slow machine to learn what the empty table looks like.
    kiosk.page.wait_for_timeout(8000)
    assert not taken.is_visible(), "nothing lies there"
    kiosk.lay("#9CC5DE", moving=True)
    kiosk.page.wait_for_timeout(3000)
    assert not taken.is_visible(), "a hand still moves the paper"
    kiosk.lay("#9CC5DE")
    expect(taken).to_be_visible(timeout=30_000)
    shoot(kiosk.page, "bilik-otomatis")
    # Taken away again: the same paper does not take itself again and again, another one does.
    kiosk.page.locator("#ulangi").click()
    kiosk.page.wait_for_timeout(3000)
    assert not taken.is_visible()
    kiosk.lay("#2B4C7E")
    expect(taken).to_be_visible(timeout=30_000)


def test_a_broken_camera_moves_the_person_to_the_other_booth_with_the_step_kept(branch_server, studio, new_phone, shoot):
    server = branch_server.start()
    desk = new_phone(width=1366)
    one, two = booths(server, studio, desk, 2)
    person, = visitors(server, BRANCH, 1)
    konsol = Konsol(studio(None, 1366), server, BRANCH).begin(seats=1)
    one.sit(person).press("f-data").at("originals")
    first = one.photograph()
    one.break_camera().at("trouble")
    expect(one.page.locator("#judul")).to_have_text("Kamera bermasalah. Pindah ke bilik 2, data Anda ikut.")
    assert not one.traces(person["name"], person["nik"])
    accessible(one.page)
    shoot(one.page, "bilik-rusak")
    expect(konsol.seat(1)).to_contain_text("Macet")
    expect(konsol.seat(1)).to_contain_text(f"{person['number']} · Bilik 2")
    two.at("called").type(person).at("originals")
    assert two.page.evaluate("() => document.querySelector('#langkah').dataset.foto") != first
    expect(konsol.seat(1)).not_to_contain_text("Macet")
    two.photograph_all()

    # The manager sees both, and the booth heals by itself.
    Manager(desk, server, BRANCH).open("/kantor/bilik")
    expect(desk.locator("table")).to_contain_text("Kamera atau mikrofon bermasalah")
    expect(desk.locator("main")).to_contain_text(person["number"])
    accessible(desk)
    shoot(desk, "kantor-bilik")
    one.mend_camera().at("idle", within=60)


def test_two_kiosks_race_for_one_number_and_the_other_is_told(branch_server, studio, new_phone, shoot):
    server = branch_server.start()
    desk = new_phone(width=1366)
    one, two = booths(server, studio, desk, 2)
    people = visitors(server, BRANCH, 2)
    Konsol(studio(None, 1366), server, BRANCH).begin(seats=2)
    for kiosk in (one, two):
        kiosk.at("called")
    number = people[0]["number"]
    right, wrong = (one, two) if number in one.page.locator("#judul").inner_text() else (two, one)
    for kiosk in (wrong, right):
        kiosk.type(people[0])
    right.at("consent")
    wrong.refused(f"Nomor {number} dipanggil ke bilik {1 if right is one else 2}. Silakan ke sana.")
    shoot(wrong.page, "bilik-nomor-lain")
    assert wrong.step == "called"
    # The right ticket opens it, scanned.
    wrong.scan(f"{server.url}/n/{people[1]['key']}").at("consent")
    wrong.press("f-jawab").at("filling")
    assert not wrong.traces(people[0]["name"])


def test_whoever_walks_away_is_asked_then_hidden_and_the_page_asleep_keeps_the_step(branch_server, studio, new_phone, shoot):
    server = branch_server
    server.policy["interviews"]["stuckAfter"] = {"milliseconds": 15_000}
    server.start()
    desk = new_phone(width=1366)
    kiosk, = booths(server, studio, desk, 1)
    person, = visitors(server, BRANCH, 1)
    konsol = Konsol(studio(None, 1366), server, BRANCH).begin(seats=1)
    kiosk.sit(person).press("f-data").at("originals")
    first = kiosk.photograph()
    expect(kiosk.page.locator("#masih")).to_be_visible(timeout=40_000)
    kiosk.page.locator("#ada").click()
    expect(kiosk.page.locator("#masih")).to_be_hidden()
    assert kiosk.step == "originals"
    expect(kiosk.page.locator("#masih")).to_be_visible(timeout=40_000)
    shoot(kiosk.page, "bilik-masih")
    expect(konsol.seat(1)).to_contain_text("Macet", timeout=60_000)
    kiosk.at("called", within=60)
    assert not kiosk.traces(person["name"], person["nik"])
    # Asleep for a while, then awake: the same step behind the same number.
    kiosk.page.goto("about:blank")
    kiosk.page.wait_for_timeout(3000)
    kiosk.page.goto(server.url + "/bilik")
    kiosk.at("called").type(person).at("originals")
    assert kiosk.page.evaluate("() => document.querySelector('#langkah').dataset.foto") != first
    # The officer is gone: the booth is free again, and says where to wait.
    konsol.page.goto("about:blank")

    def is_free() -> bool:
        server.set_clock(advance="61")
        return kiosk.step == "idle"
    until(is_free, 30, "the booth is free")
    expect(kiosk.page.locator("#pesan")).to_contain_text("Wawancara Anda dilanjutkan nanti")
    assert not kiosk.traces(person["name"], person["nik"], person["number"])
