"""Officers check papers before the day: by keyboard, by pointer and without JavaScript, each document by one of them."""
from itertools import count

import pytest
from playwright.sync_api import expect

from support.accessibility import accessible
from support.officer import Officer, Papers
from support.page_weight import visit
from support.papers import Claim
from support.times import tuesday_morning


BRANCHES = count(35)


@pytest.fixture
def queue(request):
    """A claim with three papers that wait, of which the card has two pages and the KTP was sent again; at a branch of its own.
    A test that moves the clock asks for `own_server`, too."""
    server = request.getfixturevalue("own_server" if "own_server" in request.fixturenames else "server")
    papers = Papers(server)
    claim, branch = papers.claim(Claim(server, branch=server.branches()[next(BRANCHES)]["code"]).number)
    moment = tuesday_morning()
    papers.waits(claim, "ktp", moment, phase="superseded", reason="cut_off", note="Sudut kanan tidak terlihat.")
    papers.sent = [papers.waits(claim, "ktp", moment, version=2), papers.waits(claim, "kartu_peserta", moment, pages=2),
                   papers.waits(claim, "bank_book", moment)]
    papers.server, papers.branch = server, branch
    return papers


def test_keys_alone_take_accept_give_back_and_let_go(queue, desk):
    officer = Officer(desk, queue.server, queue.branch).sign_in().open()
    officer.sees("menunggu keputusan").press_and_go("Enter")
    officer.sees("versi 2").sees("Terpotong").press_and_go("Enter")
    assert queue.phase(queue.sent[0])[0] == "accepted"
    officer.sees("Kartu peserta").press("r").press("1")
    desk.keyboard.type("Halaman 2 buram")
    officer.press_and_go("Enter")
    assert queue.phase(queue.sent[1]) == ("returned", "illegible", "Halaman 2 buram")
    officer.sees("buku tabungan").press_and_go("Escape")
    officer.sees("sudah dilepas").press_and_go("a")
    officer.sees("buku tabungan").press_and_go("t")
    officer.sees("Tidak ada lagi berkas")
    assert queue.phase(queue.sent[2])[0] == "accepted"


def test_keys_do_nothing_while_someone_types_nor_once_switched_off(queue, desk):
    officer = Officer(desk, queue.server, queue.branch).sign_in().take()
    officer.press("r").press("9")
    desk.keyboard.type("terima lepas 1")
    expect(desk.locator("#catatan")).to_have_value("terima lepas 1")
    officer.press("Escape")
    expect(desk.locator("#kembali")).not_to_have_attribute("open", "")
    desk.locator("#pintasan").click()
    desk.locator("h1").click()
    for key in ("t", "Enter", "l", "Escape", "r"):
        officer.press(key)
    expect(desk.locator("#kembali")).not_to_have_attribute("open", "")
    assert queue.phase(queue.sent[0])[0] == "waiting"
    desk.reload()
    expect(desk.locator("#pintasan")).to_have_attribute("aria-pressed", "false")


def test_a_key_that_was_meant_for_the_page_before_decides_nothing(queue, desk):
    officer = Officer(desk, queue.server, queue.branch).sign_in().take()
    # The key is there with the page, however slow the machine is.
    desk.add_init_script("addEventListener('DOMContentLoaded', () => document.body.dispatchEvent("
                         "new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })))")
    desk.reload()
    desk.wait_for_timeout(300)
    assert queue.phase(queue.sent[0])[0] == "waiting"
    officer.sees("versi 2")


def test_the_sign_of_life_keeps_the_paper(own_server, queue, desk):
    officer = Officer(desk, queue.server, queue.branch)
    desk.clock.install()
    officer.sign_in().take()
    queue.server.set_clock(advance="540")
    with desk.expect_response("**/pegang") as kept:
        desk.mouse.move(200, 200)
        desk.clock.fast_forward(180_000)
    assert kept.value.ok
    queue.server.set_clock(advance="540")
    with desk.expect_response("**/pegang") as again:
        desk.mouse.move(300, 200)
        desk.clock.fast_forward(180_000)
    assert again.value.ok


def test_the_picture_can_be_enlarged_turned_and_brightened(queue, desk):
    officer = Officer(desk, queue.server, queue.branch).sign_in().take()
    picture = desk.locator("#gambar")
    width = lambda: picture.evaluate("it => it.getBoundingClientRect().width")
    # What was done is told in a line of its own, which takes its room from the picture once: so the first fit comes after it.
    officer.press("0")
    before = width()
    officer.press("+")
    assert width() > before * 1.4
    officer.press("p").press("c")
    assert "rotate(90deg)" in picture.get_attribute("style") and "brightness" in picture.get_attribute("style")
    officer.press("0")
    assert abs(width() - before) < 2


def test_everything_works_without_javascript(queue, new_phone):
    officer = Officer(new_phone(width=1366, javascript=False), queue.server, queue.branch).sign_in().take()
    page = officer.page
    expect(page.locator(".alat")).to_be_hidden()
    page.locator("#kembali summary").click()
    page.get_by_label("Dokumen salah").check()
    with page.expect_navigation():
        page.locator("#f-kembali button").click()
    assert queue.phase(queue.sent[0])[:2] == ("returned", "wrong_document")
    officer.sees("Kartu peserta")
    with page.expect_navigation():
        page.locator("nav .lembar a").nth(1).click()
    expect(page.locator("#gambar")).to_have_attribute("alt", "Halaman 2 dari 2: Kartu peserta BPJS Ketenagakerjaan (KPJ)")


@pytest.mark.parametrize("width", [1366, 360])
def test_the_desk_is_accessible_and_fits(queue, new_phone, shoot, width):
    officer = Officer(new_phone(width=width), queue.server, queue.branch).sign_in()
    page = officer.page
    page.set_viewport_size({"width": width, "height": 768 if width > 400 else 740})
    for language in ("id", "en"):
        officer.open(f"/kantor/berkas?bahasa={language}")
        accessible(page, "the queue")
        shoot(page, "kantor-berkas")
        # The second time the one that is on the desk already.
        officer.take()
        accessible(page, "a document")
        shoot(page, "kantor-berkas-dokumen")
        if width > 400:
            accept = page.locator("#f-terima button").bounding_box()
            assert accept["y"] + accept["height"] <= 768, "the verdict is in sight without scrolling"
            page.screenshot(path=f"artifacts/shots/kantor-berkas-layar-{language}.png")
        page.locator("#kembali summary").click()
        accessible(page, "the reasons")
        shoot(page, "kantor-berkas-kembali")
        if width > 400:
            page.screenshot(path=f"artifacts/shots/kantor-berkas-kembali-layar-{language}.png")
        with page.expect_navigation():
            page.locator("#f-kembali button").click()
        accessible(page, "a reason is missing")
        with page.expect_navigation():
            page.locator("a[href*='/kantor/klaim/']").click()
        accessible(page, "a claim's papers")
        shoot(page, "kantor-klaim")


def test_the_desk_keeps_the_console_budget(queue, desk):
    officer = Officer(desk, queue.server, queue.branch).sign_in().take()
    seen = visit(desk, officer.page.url, "a document at the desk")
    assert seen.bytes <= 60_000 and seen.requests <= 8 and seen.shift <= 0.02, seen
