"""One officer, six people: by keyboard alone, without stolen focus, and read by a screen reader."""
import re
from itertools import count

import pytest
from playwright.sync_api import expect

from support.accessibility import axe, reflow, structure
from support.manager import Manager
from support.officer_console import Konsol
from support.seated_members import Seats
from support.server import until

WIDTH = 1366


BRANCHES = count()


@pytest.fixture
def people(server):
    """Each test has a branch of its own, and with it a lobby."""
    seats = Seats(server, server.branches()[next(BRANCHES)]["code"])
    yield seats
    seats.close()


@pytest.fixture
def konsol(people, desk):
    return Konsol(desk, people.server, people.branch)


def open_with(konsol, people, *phases):
    """A session whose people are at these phases, by seat."""
    for phase in phases:
        people.come(1, checked=phase != "ready")
    konsol.begin()
    people.seated()
    for person, phase in zip(people.people, phases):
        people.reach(person, phase)
    konsol.renew()
    for person, phase in zip(people.people, phases):
        konsol.reaches(people.look(person)["seat"], phase)
    return konsol


def test_an_ordinary_claim_takes_at_most_eight_keys(konsol, people):
    open_with(konsol, people, "ready", "filling")
    one = people.people[0]
    konsol.page.evaluate("window.__keys = 0")
    konsol.press(" ").at("Kursi 1").press("Enter")
    until(lambda: people.phase(one) == "originals", 30, "the first touch is done")
    people.reach(one, "shown")
    konsol.renew().reaches(1, "shown").at("Kursi 1").settled().press("j", "j", "j", "j", "Enter")
    until(lambda: people.phase(one) == "summary", 30, "the second touch is done")
    people.reach(one, "agreed")
    konsol.renew().reaches(1, "agreed").at("Kursi 1").settled().press("Enter")
    until(lambda: people.phase(one) in ("deciding", "done"), 30, "the claim is approved")
    assert people.look(one)["decision"] == {"approve": {}}
    assert konsol.page.evaluate("window.__keys") == konsol.strokes <= 8


def test_enter_refuses_while_a_row_is_open_and_k_gives_back_with_a_reason(konsol, people):
    open_with(konsol, people, "shown")
    one = people.people[0]
    konsol.press(" ").at("Kursi 1").press("Enter").alarm("Masih ada butir yang harus diperiksa: Wajah")
    assert people.phase(one) == "shown"
    konsol.press("j", "k")
    expect(konsol.panel.locator(".alasan")).to_be_visible()
    konsol.press("Enter").alarm("Ada butir yang tidak cocok: KTP asli")
    konsol.press("1")
    until(lambda: people.phase(one) == "originals", 30, "the original goes back")
    assert people.look(one)["returned"][0]["reason"] == "illegible"


def test_a_mark_made_in_one_window_is_seen_in_the_other_at_once(konsol, people):
    open_with(konsol, people, "shown")
    konsol.press("1").at("Kursi 1")
    other = konsol.page.context.new_page()
    other.goto(people.server.url + "/kantor/konsol?kursi=1")
    row = other.locator(".panel:not([hidden]) .chk li[data-butir=face]")
    expect(row).not_to_have_attribute("data-cocok", "0")
    konsol.page.bring_to_front()
    konsol.press("k")
    expect(row).to_have_attribute("data-cocok", "0", timeout=20_000)
    expect(row.locator(".tag")).to_have_text("Tidak cocok")


def test_the_last_step_can_be_undone_from_whichever_seat_is_in_front(konsol, people):
    open_with(konsol, people, "ready", "shown")
    konsol.press("1").at("Kursi 1").press("Enter").at("Kursi 2")
    expect(konsol.page.locator("#urung")).to_be_visible()
    konsol.press("z").at("Kursi 1")
    until(lambda: people.phase(people.people[0]) == "ready", 30, "the step is taken back")


def test_a_refused_step_comes_back_to_the_front_with_its_sentence(browser, people):
    # A browser of its own: the others refuse every answer that says no.
    context = browser.new_context(viewport={"width": WIDTH, "height": 768}, locale="id-ID")
    konsol = Konsol(context.new_page(), people.server, people.branch)
    open_with(konsol, people, "ready", "shown")
    konsol.press("1").at("Kursi 1")
    konsol.page.route("**/kantor/konsol/isi*", lambda route: route.abort())
    people.accept(people.people[0])
    konsol.press("Enter").alarm("Peserta sedang memotret dokumen asli.").at("Kursi 1")
    context.close()


def test_the_console_never_takes_the_focus_nor_what_is_typed(konsol, people):
    open_with(konsol, people, "shown", "filling")
    konsol.press("1").at("Kursi 1")
    page = konsol.page
    konsol.panel.locator(".lain details:not(.pesan, .tulis) summary").click()
    day = konsol.panel.locator("[name=hari]")
    day.fill("2031-01-06")
    day.focus()
    people.press(people.people[0], "bantuan")
    people.reach(people.people[1], "shown")
    konsol.renew()
    expect(konsol.panel).to_contain_text("menekan Bantuan")
    assert page.evaluate("document.activeElement.name") == "hari"
    expect(konsol.panel.locator("[name=hari]")).to_have_value("2031-01-06")
    konsol.at("Kursi 1")
    page.keyboard.press("2")
    konsol.at("Kursi 1")


def test_a_picture_is_fetched_only_when_its_seat_is_in_front(konsol, people):
    """Every fetch stands in the journal as a look."""
    page, fetched = konsol.page, set()
    page.on("request", lambda request: fetched.add(request.url))
    open_with(konsol, people, "shown", "shown")
    konsol.press("1").at("Kursi 1")
    page.wait_for_function("() => [...document.querySelectorAll('.banding:not([hidden]) .pasang:not([hidden]) img')].some(one => one.naturalWidth)")
    behind = set(page.locator(".banding[hidden] img").evaluate_all("all => all.map(one => one.src)"))
    assert behind and not behind & fetched
    konsol.press("2").at("Kursi 2")
    until(lambda: page.wait_for_timeout(100) or behind & fetched, 30, "the second seat's pictures are fetched")


def test_the_list_keeps_its_order_under_the_pointer(konsol, people):
    open_with(konsol, people, "ready", "filling")
    page = konsol.page
    page.locator("#perlu li").first.hover()
    people.press(people.people[1], "bantuan")
    konsol.renew()
    expect(page.locator("#perlu li")).to_have_count(1)
    page.mouse.move(700, 500)
    expect(page.locator("#perlu li")).to_have_count(2)
    expect(page.locator("#perlu li").first).to_contain_text("menekan Bantuan")


def test_after_enter_the_next_who_comes_is_shown_and_keys_wait_a_moment(konsol, people):
    open_with(konsol, people, "ready", "filling")
    konsol.press("1").at("Kursi 1").press("Enter")
    expect(konsol.page.locator("#sepi")).to_be_visible()
    until(lambda: people.phase(people.people[0]) == "originals", 30, "the touch is done")
    people.reach(people.people[1], "originals")
    people.press(people.people[1], "bantuan")
    konsol.renew().at("Kursi 2")


def test_one_key_shortcuts_can_be_switched_off_and_are_dead_in_fields(konsol, people):
    open_with(konsol, people, "ready", "shown")
    konsol.press("1").at("Kursi 1")
    konsol.page.locator("#pintasan").click()
    konsol.press("2").at("Kursi 1")
    konsol.page.reload()
    expect(konsol.page.locator("#pintasan")).to_have_attribute("aria-pressed", "false")


def test_everything_works_without_javascript(people, new_phone):
    konsol = Konsol(new_phone(width=WIDTH, javascript=False), people.server, people.branch)
    people.come(1, checked=False)
    people.come(1)
    konsol.begin()
    people.seated()
    page = konsol.page
    people.reach(people.people[0], "ready")
    page.goto(people.server.url + "/kantor/konsol?kursi=1")
    with page.expect_navigation():
        konsol.panel.locator(".langkah .btn").first.click()
    assert people.phase(people.people[0]) == "originals"
    people.reach(people.people[0], "shown")
    page.goto(people.server.url + "/kantor/konsol?kursi=1")
    with page.expect_navigation():
        konsol.panel.get_by_role("button", name=re.compile("^Tidak cocok: Wajah")).click()
    with page.expect_navigation():
        konsol.panel.locator(".alasan button").first.click()
    assert people.look(people.people[0])["mismatches"] == 1
    with page.expect_navigation():
        page.locator("#kursi-2 a").click()
    konsol.at("Kursi 2")


def test_without_a_line_presses_wait_with_their_keys_shown_and_after_half_a_minute_none_is_taken(konsol, people):
    page = konsol.page
    page.clock.install()
    open_with(konsol, people, "shown", "ready")
    one, two = people.people
    konsol.press("1").at("Kursi 1").settled()
    page.context.set_offline(True)
    konsol.press("j", "j")
    expect(page.locator("#jalur")).to_contain_text("antre: J J")
    expect(page.locator("main.con")).to_have_class(re.compile("tua"))
    konsol.press("2").at("Kursi 2").settled().press("Enter")
    expect(page.locator("#jalur")).to_contain_text("antre: J J Enter")
    assert not people.look(one)["marks"] and people.phase(two) == "ready"
    page.clock.fast_forward(31_000)
    konsol.alarm("Sambungan terputus: jangan tutup jendela.")
    konsol.press("1").at("Kursi 1").settled().press("j")
    expect(konsol.panel.locator(".chk li[data-cocok]")).to_have_count(2)
    page.context.set_offline(False)
    until(lambda: people.phase(two) == "originals", 60, "what was pressed is sent when the line is back")
    assert [mark["byHand"] for mark in people.look(one)["marks"]] == [True, True]
    expect(page.locator("#galat")).to_be_empty(timeout=20_000)
    expect(page.locator("#jalur")).to_be_empty(timeout=20_000)
    konsol.settled().press("j")
    until(lambda: len(people.look(one)["marks"]) == 3, 30, "presses are taken again")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_console_is_accessible_and_fits_one_screen(konsol, people, shoot, language):
    page = konsol.page
    page.goto(people.server.url + f"/bantuan?bahasa={language}")
    open_with(konsol, people, "shown", "filling", "ready", "agreed", "originals", "called")
    people.press(people.people[3], "bantuan")
    konsol.renew()
    for seat in ("1", "3", "4", "6"):
        konsol.press(seat).at(f" {seat} ")
        found = [*axe(page), *structure(page)]
        assert not found, f"seat {seat}:\n" + "\n".join(found)
        page.screenshot(path=f"artifacts/shots/konsol-{seat}-{language}.png")
    assert page.evaluate("document.documentElement.scrollHeight") <= 768, "nothing scrolls"
    konsol.press("1", "j", "k")
    page.screenshot(path=f"artifacts/shots/konsol-alasan-{language}.png")
    assert not axe(page), axe(page)
    konsol.press("?")
    assert not axe(page), axe(page)
    page.screenshot(path=f"artifacts/shots/konsol-tombol-{language}.png")


def test_on_a_phone_nothing_is_cut_off_and_the_focus_is_seen(konsol, people):
    open_with(konsol, people, "shown")
    page = konsol.page
    page.set_viewport_size({"width": 360, "height": 740})
    konsol.press("1").at("Kursi 1")
    assert not reflow(page)
    boxes = [page.locator(part).bounding_box() for part in (".kursi", "#perlu", "#panel", "#video", "#banding", "footer.keys")]
    for above, below in zip(boxes, boxes[1:]):
        assert above["y"] + above["height"] <= below["y"] + 1, "one part lies over the next"
    assert page.locator(".banding:not([hidden]) .pasang:not([hidden]) figure").count() == 2
    page.screenshot(path="artifacts/shots/konsol-360.png", full_page=True)
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_manager_sees_the_figures_and_looks_on_without_buttons(konsol, people, new_phone):
    open_with(konsol, people, "shown", "ready")
    konsol.press("1").at("Kursi 1")
    page = new_phone(width=WIDTH)
    manager = Manager(page, people.server, people.branch).sign_in().open("/kantor/sesi")
    expect(page.locator("#t-sesi")).to_be_visible()
    found = [*axe(page), *structure(page)]
    assert not found, "\n".join(found)
    page.screenshot(path="artifacts/shots/kantor-sesi.png", full_page=True)
    page.route(re.compile(r"/kantor/konsol/(foto|berkas)/"), lambda route: route.fulfill(content_type="image/svg+xml", body="<svg xmlns='http://www.w3.org/2000/svg'/>"))
    page.locator("#sesi a").first.click()
    expect(page.locator("#panel > .panel:not([hidden]) h2")).to_be_visible()
    expect(page.locator("#panel button")).to_have_count(0)
    # The words are there before the script that hears keys.
    page.wait_for_load_state("load")
    page.keyboard.press("2")
    expect(page.locator("#panel > .panel:not([hidden]) h2")).to_contain_text("Kursi 2", timeout=20_000)
    del manager
