"""The browser's side of a call: real pictures and voices between an officer and members, and what happens when something breaks."""
import signal

import pytest

from support.camera import corner, film
from support.practice_line import Calls, Way
from support.relay import Relay, credential
from support.server import sqlite, until

RED = (180, 30, 30)


@pytest.fixture(scope="module")
def relay(tmp_path_factory):
    with Relay(tmp_path_factory.mktemp("relay"), same_machine=True) as relay:
        yield relay


@pytest.fixture(scope="module")
def way(relay):
    way = Way(relay.port)
    yield way
    way.close()


@pytest.fixture(scope="module")
def calling_server(relay, way, tmp_path_factory):
    server = sqlite(tmp_path_factory.mktemp("calls"))
    try:
        yield server.start(**relay.settings | {"LAPAK_TURN_URLS": f"turn:127.0.0.1:{way.port}?transport=udp"})
    finally:
        server.stop()


@pytest.fixture(scope="module")
def line(playwright, calling_server, tmp_path_factory):
    calls = Calls(playwright, film(tmp_path_factory.mktemp("film") / "card.mjpeg", RED), calling_server.url)
    yield calls
    calls.browser.close()


@pytest.fixture
def calls(line):
    yield line
    line.hang_up()


def test_pictures_come_from_everybody_and_voice_only_to_and_from_the_attended_seat(calls):
    officer, budi, siti = calls.open("s1", "i10", "i11")
    for id in ("10", "11"):
        officer.connected(id).sees(id)
    for id, here, other, absent in [("10", budi, "11", siti), ("11", siti, "10", budi)]:
        officer.run("async id => { await side.attend(id); await side.talk(true) }", id)
        here.until("modes.at(-1) == 'focus'")
        absent.until("modes.at(-1) == 'hold'")
        here.grows("in", "audio", "bytes", 500)
        before = (officer.quiet("in", other), absent.quiet("in"))
        officer.grows("in", "audio", "bytes", 2000, id)
        here.grows("in", "audio", "bytes", 2000)
        here.sees()
        assert (officer.count("in", "audio", "bytes", other), absent.count("in", "audio", "bytes")) == before
    officer.run("side.talk('all')")
    for member in (budi, siti):
        member.until("modes.at(-1) == 'all'")
        member.grows("in", "audio", "bytes", 500)
    before = [officer.quiet("in", id) for id in ("10", "11")]
    siti.grows("in", "audio", "bytes", 2000)
    assert [officer.count("in", "audio", "bytes", id) for id in ("10", "11")] == before


def test_the_attended_seat_is_large_and_the_others_are_small(calls):
    officer, _, _ = calls.open("s2", "i20", "i21")
    for id in ("20", "21"):
        officer.connected(id)
    officer.run("side.attend('20')")
    size = "async ([id, height]) => (await count(id, 'in', 'video', 'height')) == height"
    officer.until(size, ["20", 360])
    officer.until(size, ["21", 180])
    officer.run("side.attend('21')")
    officer.until(size, ["21", 360])
    officer.until(size, ["20", 180])


def test_a_capture_has_the_cameras_size_however_small_the_video_is(calls):
    officer, member = calls.open("s3", "i30")
    officer.connected("30").until("async () => (await count('30', 'in', 'video', 'height')) == 180")
    officer.until("side.tell('30', { capture: 'ktp' })")
    member.until("heard.some(m => m.capture == 'ktp')")
    for options, how in [("{}", "photo"), ("{ still: false }", "frame")]:
        jpeg, width, height, said = member.capture(options)
        assert (width, height, said) == (640, 360, how) and jpeg[:3] == b"\xff\xd8\xff"
        assert max(abs(a - b) for a, b in zip(corner(jpeg), RED)) < 40
    member.run("self.ImageCapture = undefined")
    jpeg, width, height, said = member.capture()
    assert (width, height, said) == (640, 360, "canvas")
    assert max(abs(a - b) for a, b in zip(corner(jpeg), RED)) < 40
    member.run("side.tell({ captured: 'ktp' })")
    officer.until("heard.some(([id, m]) => id == '30' && m.captured == 'ktp')")


def test_only_through_the_relay_both_see_each_other(calls):
    officer, member = calls.open("s4", "i40", policy="relay")
    officer.connected("40").run("side.attend('40')")
    officer.sees("40")
    member.sees()
    assert officer.run("LapakRTC.stats(peer('40').pc).then(s => s.way)") == "relay"


@pytest.mark.parametrize("notices", ["online", "silence"])
def test_a_lost_network_is_replaced_without_a_new_connection(calls, way, notices):
    """`online`: the phone says that there is a new network. `silence`: nobody says anything."""
    officer, member = calls.open("s5", "i50", policy="relay")
    officer.connected("50").run("side.attend('50')")
    officer.sees("50")
    way.lose()
    if notices == "online":
        for side in (member, officer):
            side.run("dispatchEvent(new Event('online')) && undefined")
    officer.sees("50")
    member.sees()
    officer.connected("50")
    assert officer.run("cids.size") == 1


def test_credentials_that_expired_are_fetched_anew_when_a_way_is_looked_for(calls, relay, way):
    username, word = credential(relay.secret, -5)
    old = {"iceServers": [{"urls": [f"turn:127.0.0.1:{way.port}?transport=udp"], "username": username, "credential": word}]}
    officer, member = calls.open("s6", "i60", policy="relay", begin=False)
    member.page.route("**/ice", lambda route: route.fulfill(json=old))
    member.run("""() => { window.errors = []; const Own = RTCPeerConnection;
        window.RTCPeerConnection = function (o) { const pc = new Own(o); pc.addEventListener('icecandidateerror', e => errors.push(e.errorCode)); return pc } }""")
    member.begin()
    officer.begin()
    member.until("errors.includes(401)")
    officer.until("seats['60']?.state == 'connecting'")
    member.page.unroute("**/ice")
    member.run("dispatchEvent(new Event('online')) && undefined")
    officer.connected("60").sees("60")


def test_an_answer_that_was_lost_is_asked_for_again(calls):
    officer, member = calls.open("s10", "i100", begin=False)
    lost = []
    member.page.route("**/sinyal", lambda route: (lost.append(route.request.post_data_json), route.fulfill(status=204)))
    member.begin()
    officer.begin()
    until(lambda: member.page.wait_for_timeout(50) or any("description" in m for said in lost for m in said["batch"]), 30, "the answer is lost")
    officer.until("peer('100')?.pc.signalingState == 'have-local-offer'")
    member.page.unroute("**/sinyal")
    officer.connected("100").sees("100")
    assert officer.run("cids.size") == 1


def test_a_reload_of_either_page_brings_the_picture_back(calls):
    officer, member = calls.open("s7", "i70")
    officer.connected("70").run("side.attend('70')")
    member.page.reload()
    member.begin().until("modes.at(-1) == 'focus'")
    officer.sees("70")
    officer.page.reload()
    officer.begin().connected("70").sees("70")
    member.until("modes.at(-1) == 'hold'")


def test_of_two_pages_of_one_member_the_newer_has_the_call_until_it_is_closed(calls):
    officer, first = calls.open("s8", "i80")
    officer.connected("80").sees("80")
    [second] = calls.open("i80")
    first.until("places.at(-1) === false && !side.peer")
    second.connected()
    officer.sees("80")
    second.page.close()
    first.until("places.at(-1) === true")
    first.connected()
    officer.sees("80")


def test_while_the_server_is_away_pictures_and_attention_go_on(calls, calling_server):
    officer, member = calls.open("s9", "i90")
    officer.connected("90").sees("90")
    calling_server.process.kill()
    calling_server.process.wait()
    for side in (officer, member):
        side.until("lines.at(-1) === false")
    officer.run("async () => { await side.attend('90'); await side.talk(true) }")
    member.until("modes.at(-1) == 'focus'")
    officer.sees("90")
    calling_server.spawn()
    for side in (officer, member):
        side.until("lines.at(-1) === true")
    officer.sees("90")
    assert officer.run("cids.size") == 1


def test_a_line_that_says_nothing_is_opened_anew(calls, calling_server):
    [member] = calls.open("i91")
    member.until("lines.at(-1) === true")
    calling_server.process.send_signal(signal.SIGSTOP)
    try:
        member.until("lines.at(-1) === false")
    finally:
        calling_server.process.send_signal(signal.SIGCONT)
    member.until("lines.at(-1) === true")


def test_the_lobby_finds_out_what_works(calls):
    [member] = calls.open("i92")
    own, covered, nothing = member.run("""async () => {
        const c = document.createElement('canvas'), paint = () => c.getContext('2d').fillRect(0, 0, 300, 150), timer = setInterval(paint, 50);
        paint();
        const streams = [await LapakRTC.open(), c.captureStream(10), null];
        const found = await Promise.all(streams.map(stream => LapakRTC.testDevices(signal, stream)));
        clearInterval(timer);
        return found }""")
    assert own["camera"] == {"ok": True, "width": 640, "height": 360, "dark": False}
    assert own["microphone"]["ok"] and not own["microphone"]["silent"]
    assert own["network"]["ok"] and own["network"]["turn"] is True
    assert covered["camera"]["ok"] and covered["camera"]["dark"] and not covered["microphone"]["ok"]
    assert not nothing["camera"]["ok"] and not nothing["microphone"]["ok"] and nothing["network"]["ok"]
