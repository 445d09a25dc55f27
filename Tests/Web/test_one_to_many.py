"""One officer and two members in real browsers with cameras: from the lobby to the decision, with everything that can break in between."""
import hashlib

import pytest
from playwright.sync_api import expect

from camera import corner, film, flags
from conftest import CHROMIUM, sqlite, watch
from guest import Guest, WIRETAP, evidence, journal, ready, rows
from konsol import Konsol
from server import until

BRANCH = "jakarta-salemba"
COLOURS = [(190, 40, 40), (40, 60, 190)]


@pytest.fixture
def live_server(tmp_path):
    server = sqlite(tmp_path)
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture
def studio(playwright, tmp_path):
    """Browsers whose cameras each show a card on their own colour."""
    complaints, browsers = [], []

    def page(colour: int | None, width: int = 360):
        extra = flags(film(tmp_path / f"film{len(browsers)}.mjpeg", COLOURS[colour] if colour is not None else (20, 90, 60)))
        browsers.append(playwright.chromium.launch(executable_path=CHROMIUM, args=extra))
        context = browsers[-1].new_context(viewport={"width": width, "height": 740}, timezone_id="Asia/Jakarta", locale="id-ID")
        context.set_default_timeout(20_000)
        page = context.new_page()
        watch(page, complaints)
        return page

    yield page
    for browser in browsers:
        browser.close()
    # The browser tells of a killed server, and of a signal to somebody who is gone; nothing else may be.
    assert not [c for c in complaints if not any(known in c for known in ("ERR_", "Failed to load resource", "/sinyal"))], "\n".join(complaints)


def frames(page, id: str) -> int:
    return page.evaluate("id => document.querySelector(`#video [data-id='${id}'] video`)?.getVideoPlaybackQuality().totalVideoFrames ?? 0", id)


def sees(konsol: Konsol, id: str) -> None:
    before = frames(konsol.page, id)
    until(lambda: frames(konsol.page, id) > before + 3, 40, f"pictures of {id} are decoded")


def test_two_members_are_served_at_once_through_a_reload_and_a_killed_server(live_server, studio):
    server, people = live_server, ready(live_server, BRANCH, 2)
    guests = [Guest(studio(n), server, person).enter() for n, person in enumerate(people)]
    desk = studio(None, 1366)
    desk.add_init_script(WIRETAP)
    konsol = Konsol(desk, server, BRANCH).begin(seats=2)
    for guest in guests:
        guest.answer()
    seats = {claim: (str(id), seat) for id, claim, seat in rows(server, "SELECT id, claim, seat FROM interview WHERE live = 1")}
    ids = [seats[int(p["claim"])] for p in people]
    for id, _ in ids:
        sees(konsol, id)

    # Voice flows only where the officer is: to and from the selected seat, exactly nothing elsewhere.
    for here, there in ((0, 1), (1, 0)):
        konsol.press(str(ids[here][1]))
        expect(guests[here].page.locator("#mode")).to_contain_text("melihat dan mendengar")
        expect(guests[there].page.locator("#mode")).to_contain_text("Suara Anda belum terdengar")
        silent = guests[there].flow("outbound-rtp", "audio", "bytesSent")
        begun = guests[here].flow("outbound-rtp", "audio", "bytesSent")
        until(lambda: guests[here].flow("outbound-rtp", "audio", "bytesSent") > begun + 500, 20, "the voice of the selected seat flows")
        assert guests[there].flow("outbound-rtp", "audio", "bytesSent") == silent

    # A reload in the middle loses nothing: the first photo is kept, the step goes on.
    first = guests[0].photograph()
    guests[0].page.reload()
    assert guests[0].at("originals").page.evaluate("() => document.querySelector('#langkah').dataset.foto") != first
    sees(konsol, ids[0][0])

    # Nor does a server that is killed: pictures go on without it, and the steps when it is back.
    connections = desk.evaluate("() => __wires.filter(w => w.connectionState == 'connected').length")
    assert connections == 2
    server.crash_and_come_back()
    for guest in guests:
        guest.photograph_all()
    assert desk.evaluate("() => __wires.filter(w => w.connectionState == 'connected').length") == 2

    # What was captured is what the camera showed, whole, and its hash stands in the journal.
    told = {event["evidence"]: event["sha256"] for event in journal(server, "evidenceKept")}
    for guest, colour in zip(guests, COLOURS):
        kept = evidence(server, guest.person["claim"])
        assert "ktp" in kept and len(kept) >= 3
        for number, sha256, width, height in kept.values():
            assert told[number] == sha256 and (width, height) == (640, 360)
            still = desk.request.get(f"{server.url}/kantor/konsol/foto/{number}")
            assert still.ok and all(abs(a - b) < 40 for a, b in zip(corner(still.body()), colour))
    stranger = guests[1].page.request.get(f"{server.url}/kantor/konsol/foto/{number}")
    assert "image" not in stranger.headers["content-type"]

    # Three looks for each, by keyboard; then the members agree, and the decision stands after six seconds.
    for phase in ("shown", "agreed"):
        for guest, (id, seat) in zip(guests, ids):
            desk.wait_for_function("([id, phase]) => document.querySelector(`#panel-${id}`)?.dataset.fase == phase", arg=[id, phase])
            konsol.press(str(seat)).settled()
            for _ in range(konsol.panel.locator(".chk li[data-tangan]:not([data-cocok])").count()):
                konsol.press("j")
            with desk.expect_response("**/kantor/konsol/lanjut"):
                konsol.press("Enter")
            if phase == "shown":
                guest.agree()
    for guest, person in zip(guests, people):
        guest.at("approve", "approved", "done", within=40)
        claim = rows(server, "SELECT phase, pay_by FROM claim WHERE id = ?", int(person["claim"]))[0]
        assert claim[0] == "approved" and claim[1]
    assert konsol.strokes <= 20
    for guest, other in zip(guests, reversed(people)):
        assert other["name"] not in guest.page.content()


def test_who_is_gone_is_shown_within_seconds_and_comes_back_to_the_same_step(live_server, studio):
    server = live_server
    guest = Guest(studio(0), server, ready(server, BRANCH, 1)[0]).enter()
    konsol = Konsol(studio(None, 1366), server, BRANCH).begin(seats=1)
    guest.answer()
    guest.page.goto("about:blank")
    expect(konsol.seat(1)).to_contain_text("Macet", timeout=30_000)
    guest.page.goto(server.url + "/wawancara")
    guest.at("originals")
    expect(konsol.seat(1)).not_to_contain_text("Macet", timeout=20_000)


def test_an_officer_who_crashes_leaves_nobody_alone(live_server, studio):
    server = live_server
    guest = Guest(studio(0), server, ready(server, BRANCH, 1)[0]).enter()
    konsol = Konsol(studio(None, 1366), server, BRANCH).begin(seats=1)
    guest.answer().photograph()
    konsol.page.goto("about:blank")

    def is_back() -> bool:
        server.set_clock(advance="61", only="wawancara")  # as soon as the line is known to be cut, a minute without it is enough
        return guest.step == "lobby"
    until(is_back, 20, "the member is in the lobby again")
    colleague = Konsol(studio(None, 1366), server, BRANCH, number=2).begin(seats=1)
    expect(colleague.seat(1)).to_contain_text("Dipanggil", timeout=20_000)
    guest.at("called").press("f-jawab").at("originals").photograph_all()
