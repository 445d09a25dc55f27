"""One officer and two members in real browsers with cameras: from the lobby to the decision, with everything that can break in between."""
import pytest
from playwright.sync_api import expect

from support.browsers import PATIENCE, WHOLE_CHROMIUM, watch
from support.camera import corner, film, flags
from support.member_at_home import Guest, WIRETAP, evidence, journal, ready, rows
from support.officer_console import Konsol
from support.server import sqlite, until

BRANCH = "jakarta-salemba"
COLOURS = [(190, 40, 40), (40, 60, 190)]
OFFICER = (20, 90, 60)


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
        extra = flags(film(tmp_path / f"film{len(browsers)}.mjpeg", COLOURS[colour] if colour is not None else OFFICER))
        browsers.append(playwright.chromium.launch(executable_path=WHOLE_CHROMIUM, args=extra))
        context = browsers[-1].new_context(viewport={"width": width, "height": 740}, timezone_id="Asia/Jakarta", locale="id-ID")
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watch(page, complaints)
        return page

    yield page
    for browser in browsers:
        browser.close()
    # The browser tells of a killed server, and of a signal to somebody who is gone; nothing else may be.
    assert not [c for c in complaints if not any(known in c for known in ("ERR_", "Failed to load resource", "/sinyal"))], "\n".join(complaints)


def test_two_members_are_served_at_once_through_a_reload_and_a_killed_server(live_server, studio):
    server, people = live_server, ready(live_server, BRANCH, 2)
    guests = [Guest(studio(n), server, person).enter() for n, person in enumerate(people)]
    desk = studio(None, 1366)
    desk.add_init_script(WIRETAP)
    konsol = Konsol(desk, server, BRANCH).begin(seats=2)
    for guest in guests:
        guest.answer()
    ids = konsol.seats(people)
    for id, _ in ids:
        konsol.sees(id)

    # Voice flows only where the officer is: to and from the selected seat, exactly nothing elsewhere.
    for here, there in ((0, 1), (1, 0)):
        konsol.press(str(ids[here][1]))
        expect(guests[here].page.locator("#mode")).to_contain_text("melihat dan mendengar")
        expect(guests[there].page.locator("#mode")).to_contain_text("Suara Anda belum terdengar")
        silent = guests[there].quiet()
        begun = guests[here].flow("outbound-rtp", "audio", "bytesSent")
        until(lambda: guests[here].flow("outbound-rtp", "audio", "bytesSent") > begun + 500, 60, "the voice of the selected seat flows")
        assert guests[there].flow("outbound-rtp", "audio", "bytesSent") == silent

    # A reload in the middle loses nothing: the first photo is kept, the step goes on.
    first = guests[0].photograph()
    guests[0].page.reload()
    assert guests[0].at("originals").page.evaluate("() => document.querySelector('#langkah').dataset.foto") != first
    konsol.sees(ids[0][0])

    # Nor does a server that is killed: pictures go on without it, and the steps when it is back.
    both = lambda: desk.evaluate("() => __wires.filter(w => w.connectionState == 'connected').length") == 2
    until(both, 30, "both are connected")
    server.crash_and_come_back()
    for guest in guests:
        guest.photograph_all()
    until(both, 30, "both are connected still")

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
    konsol.serve(guests, ids)
    for guest, person in zip(guests, people):
        guest.at("approve", "approved", "done", within=40)
        claim = rows(server, "SELECT phase, pay_by FROM claim WHERE id = ?", int(person["claim"]))[0]
        assert claim[0] == "approved" and claim[1]
    assert konsol.strokes <= 20
    for guest, other in zip(guests, reversed(people)):
        assert other["name"] not in guest.page.content()


def colour(page, video: str) -> list[int]:
    """What a video shows at its lower left, where no card lies."""
    return page.evaluate("""video => { const v = document.querySelector(video), c = document.createElement('canvas');
        c.width = v.videoWidth; c.height = v.videoHeight; const p = c.getContext('2d'); p.drawImage(v, 0, 0);
        return [...p.getImageData(10, c.height - 10, 1, 1).data].slice(0, 3) }""", video)


def test_the_member_sees_the_officer_who_takes_stills_through_the_members_camera(live_server, studio, shoot):
    server, person = live_server, ready(live_server, BRANCH, 1)[0]
    guest = Guest(studio(0), server, person).enter()
    desk = studio(None, 1366)
    konsol = Konsol(desk, server, BRANCH).begin(seats=2)
    guest.answer()
    ((id, seat),) = konsol.seats([person])
    konsol.sees(id)
    guest.photograph_all()
    desk.locator("#kamera").click()
    konsol.press(str(seat)).settled()

    # The officer's picture is on the member's page while the officer is there, and not a moment longer.
    picture = guest.page.locator("#petugas")
    expect(picture).to_be_visible(timeout=30_000)
    frames = lambda: guest.page.evaluate("() => document.querySelector('#petugas').getVideoPlaybackQuality().totalVideoFrames")
    begun = frames()
    until(lambda: frames() > begun + 5, 30, "the officer's pictures are decoded")
    assert all(abs(a - b) < 40 for a, b in zip(colour(guest.page, "#petugas"), OFFICER))
    shoot(guest.page, "wawancara-petugas")
    other = next(n for n in (1, 2) if n != seat)
    konsol.press(str(other))
    expect(picture).to_be_hidden(timeout=20_000)
    expect(guest.page.locator("#mode")).to_contain_text("Suara Anda belum terdengar")
    konsol.press(str(seat)).settled()
    expect(picture).to_be_visible(timeout=30_000)

    # F: a still of what the open tab is about, through the member's camera; it is evidence and stands in the panel.
    for kind in ("face", "ktp"):
        before = [number for found, number in rows(server, "SELECT kind, id FROM evidence ORDER BY id") if found == kind]
        desk.locator(f".banding:not([hidden]) .tab [data-lembar={kind}]").click()
        konsol.press("f")
        expect(guest.page.locator("#kabar")).to_have_text("Foto tersimpan.")
        taken = lambda: [number for found, number in rows(server, "SELECT kind, id FROM evidence ORDER BY id") if found == kind]
        until(lambda: len(taken()) > len(before), 60, f"a still of {kind} is kept")
        shown = desk.locator(f".banding:not([hidden]) .pasang:not([hidden])[data-lembar={kind}] img[src*='/foto/{taken()[-1]}']")
        expect(shown).to_be_visible(timeout=20_000)
        desk.wait_for_function("image => image.naturalWidth > 300", arg=shown.element_handle())
        still = desk.request.get(f"{server.url}/kantor/konsol/foto/{taken()[-1]}")
        assert still.ok and all(abs(a - b) < 40 for a, b in zip(corner(still.body()), COLOURS[0]))
    assert {event["evidence"] for event in journal(server, "evidenceKept")} >= {number for number, *_ in evidence(server, person["claim"]).values()}
    shoot(desk, "konsol-video")


def test_who_is_gone_is_shown_within_seconds_and_comes_back_to_the_same_step(live_server, studio):
    server = live_server
    guest = Guest(studio(0), server, ready(server, BRANCH, 1)[0]).enter()
    konsol = Konsol(studio(None, 1366), server, BRANCH).begin(seats=1)
    guest.answer()
    guest.page.goto("about:blank")
    expect(konsol.seat(1)).to_contain_text("Macet")
    guest.page.goto(server.url + "/wawancara")
    guest.at("originals")
    expect(konsol.seat(1)).not_to_contain_text("Macet")


def test_an_officer_who_crashes_leaves_nobody_alone(live_server, studio):
    server = live_server
    guest = Guest(studio(0), server, ready(server, BRANCH, 1)[0]).enter()
    konsol = Konsol(studio(None, 1366), server, BRANCH).begin(seats=1)
    guest.answer().photograph()
    konsol.page.goto("about:blank")

    def is_back() -> bool:
        server.set_clock(advance="61", only="wawancara")  # as soon as the line is known to be cut, a minute without it is enough
        return guest.step == "lobby"
    until(is_back, 60, "the member is in the lobby again")
    colleague = Konsol(studio(None, 1366), server, BRANCH, number=2).begin(seats=1)
    expect(colleague.seat(1)).to_contain_text("Dipanggil")
    guest.at("called").press("f-jawab").at("originals").photograph_all()
