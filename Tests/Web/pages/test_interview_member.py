"""The member's side of an interview in a real browser with a fake camera: from the lobby to the result, and what may break under way."""
import datetime, gzip, io, re
from statistics import correlation

import pytest
import requests
from PIL import Image
from playwright.sync_api import Page, expect

from support.accessibility import axe
from support.browsers import CHROMIUM, watch
from support.camera import film, flags
from support.interview_by_forms import OfficerByForms, Ready, ready
from support.server import sqlite

RED = (180, 30, 30)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = sqlite(tmp_path_factory.mktemp("interviews"))
    # A busy machine may need longer than six seconds to show that a decision can still be taken back.
    server.policy["interviews"]["undo"] = {"milliseconds": 20_000}
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture(scope="module")
def film_file(tmp_path_factory):
    return film(tmp_path_factory.mktemp("film") / "card.mjpeg", RED, 1280, 720)


@pytest.fixture(scope="module")
def cameras(playwright, film_file):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags(film_file))
    yield browser
    browser.close()


@pytest.fixture
def phones(cameras):
    """Makes members' phones; at the end none may have complained."""
    contexts, complaints = [], []

    def make(member: Ready, javascript: bool = True) -> "Phone":
        context = cameras.new_context(viewport={"width": 360, "height": 740}, locale="id-ID", java_script_enabled=javascript)
        context.set_default_timeout(20_000)
        context.add_cookies(member.cookies)
        contexts.append(context)
        page = context.new_page()
        watch(page, complaints)
        return Phone(page, member)

    make.complaints = complaints
    yield make
    for context in contexts:
        context.close()
    assert not complaints, "the browser complained:\n" + "\n".join(complaints)


@pytest.fixture
def officers(server):
    open_ones = []

    def make(branch: str, **options) -> OfficerByForms:
        open_ones.append(OfficerByForms(server, branch, **options))
        return open_ones[-1]

    yield make
    for one in open_ones:
        one.press("tutup", segera="1", check=False)
        one.close()


class Phone:
    """A member's browser; `at` waits for a step."""

    def __init__(self, page: Page, member: Ready):
        self.page, self.member = page, member

    def open(self) -> "Phone":
        self.page.goto(self.member.server.url + "/wawancara")
        return self

    def at(self, step: str) -> "Phone":
        expect(self.page.locator("#langkah")).to_have_attribute("data-keadaan", step, timeout=60_000)
        return self

    def press(self, button: str) -> "Phone":
        self.page.locator(button).click()
        return self

    def enter(self) -> "Phone":
        self.open()
        self.page.check("#setuju")
        return self.press("#f-masuk button").at("lobby")

    def camera(self) -> "Phone":
        self.page.wait_for_function("""() => { const [button, own] = ['#nyalakan', '#kamera'].map(one => document.querySelector(one));
            if (!own.hidden) return true; if (!button.hidden) button.click(); return false }""", polling=200)
        expect(self.page.locator("#kamera")).to_be_visible()
        return self

    def kind(self) -> str | None:
        return self.page.locator("#langkah").get_attribute("data-foto")

    def take(self) -> "Phone":
        """One photo, and the step that follows it."""
        kind = self.kind()
        self.press("#ambil").press("#pakai")
        self.page.wait_for_function("kind => document.querySelector('#langkah').dataset.foto != kind", arg=kind)
        return self

    def take_all(self) -> "Phone":
        while self.kind():
            self.take()
        return self.at("shown")

    def sit(self) -> "Phone":
        """Called, there, and the data confirmed."""
        return self.at("called").press("#f-jawab button").at("filling").press("#f-data button").at("originals").camera()

    def is_accessible(self, name: str) -> "Phone":
        found = axe(self.page)
        assert not found, f"{name}:\n" + "\n".join(found)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360, f"{name} is wider than the screen"
        return self


def branch(server, at: int) -> str:
    """A branch of its own for each test, so that no officer takes another test's people."""
    return server.branches()[at]["code"]


def stills(server, member: Ready) -> list[tuple[int, str]]:
    found, after = [], 0
    while row := server.row("SELECT id, kind FROM evidence WHERE claim = ? AND id > ? ORDER BY id", member.claim, after):
        found.append(row)
        after = row[0]
    return found


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Of the lower right half with the card and its letters, where no bar moves; cameras and encodings shift colours a little."""
    grey = [list(image.convert("L").resize((1280, 720)).crop((240, 130, 1040, 600)).tobytes()) for image in (one, other)]
    return correlation(*grey)


def test_from_the_lobby_to_the_approval_and_the_stills_are_what_the_camera_showed(server, phones, officers, film_file, shoot):
    place = branch(server, 0)
    (member,) = ready(server, place)
    phone = phones(member).open().is_accessible("entrance")
    phone.enter().is_accessible("lobby")
    expect(phone.page.locator("#langkah")).to_contain_text("Urutan Anda: 1.")
    phone.camera()
    for test in ("kamera", "mikrofon", "sambungan"):
        expect(phone.page.locator(f"#uji-{test}")).to_contain_text(re.compile("Berfungsi|Sunyi|Lambat"))
    phone.is_accessible("lobby with a camera")
    officer = officers(place)
    phone.at("called").is_accessible("called")
    expect(phone.page.locator("#judul")).to_be_focused()
    code = phone.page.locator("dd strong").inner_text()
    phone.press("#f-jawab button").at("filling").is_accessible("filling")
    assert server.row("SELECT nik FROM claim WHERE id = ?", member.claim)[0] not in phone.page.content()
    phone.press("#f-data button").at("originals").is_accessible("originals")
    shoot(phone.page, "wawancara-asli")
    phone.press("#ambil")
    expect(phone.page.locator("#pakai")).to_be_focused()
    phone.is_accessible("a photo just taken").press("#ulangi").take_all().is_accessible("shown")
    kept = stills(server, member)
    assert [kind for _, kind in kept][:2] == ["ktp", "kartu_peserta"]
    shown = Image.open(io.BytesIO(officer.still(kept[0][0]))).convert("RGB")
    assert shown.width >= 1200
    assert likeness(Image.open(film_file), shown) > 0.98
    officer.press("kembali", member, butir="identity", alasan="illegible")
    phone.at("originals").is_accessible("given back")
    expect(phone.page.locator("#langkah")).to_contain_text("Tulisannya tidak terbaca.")
    phone.take_all()
    officer.accept(member)
    phone.at("summary").is_accessible("summary")
    expect(phone.page.locator("#langkah")).to_contain_text("Saldo JHT (perkiraan)")
    phone.press("#f-setuju button").at("agreed").is_accessible("agreed")
    officer.accept(member)
    phone.at("deciding").is_accessible("deciding").at("approve").is_accessible("result")
    expect(phone.page.locator("#langkah")).to_contain_text("paling lambat")
    expect(phone.page.locator("#panggung")).to_be_hidden()
    email = server.row("SELECT email FROM claim WHERE id = ?", member.claim)[0]
    assert code in server.mail_about(email, "memanggil Anda")["text"]
    server.mail_about(email, "Uang dikirim")


def test_a_reload_and_a_killed_server_lose_no_step_and_no_photo(server, phones, officers):
    place = branch(server, 1)
    (member,) = ready(server, place)
    phone = phones(member).enter()
    officers(place)
    phone.sit().take()
    second = phone.kind()
    phone.page.reload()
    phone.at("originals").camera()
    assert phone.kind() == second and len(stills(server, member)) == 1
    server.crash_and_come_back()
    # While it was away the page could not reach it, and said so to the console.
    phone.take_all()
    phones.complaints.clear()
    assert len(stills(server, member)) == len(set(kind for _, kind in stills(server, member)))


def test_a_photo_taken_without_a_network_waits_and_is_kept_once(server, phones, officers):
    place = branch(server, 2)
    (member,) = ready(server, place)
    phone = phones(member).enter()
    officers(place)
    phone.sit()
    kind = phone.kind()
    phone.page.context.set_offline(True)
    phone.press("#ambil").press("#pakai")
    expect(phone.page.locator("#kabar")).to_have_text("Sambungan terputus. Foto dikirim lagi otomatis.")
    phone.page.context.set_offline(False)
    phone.page.wait_for_function("kind => document.querySelector('#langkah').dataset.foto != kind", arg=kind)
    assert [one for _, one in stills(server, member)] == [kind]
    phones.complaints.clear()


def test_without_scripts_every_step_is_a_plain_form(server, phones, officers):
    place = branch(server, 3)
    (member,) = ready(server, place)
    phone = phones(member, javascript=False).enter()
    expect(phone.page.locator("noscript p")).to_be_visible()
    officer = officers(place)
    member.reaches("called")
    phone.open().at("called").press("#f-jawab button").at("filling").press("#f-data button").at("originals")
    picture = io.BytesIO()
    Image.effect_noise((300, 200), 60).convert("RGB").save(picture, "JPEG")
    phone.page.set_input_files("#berkas", {"name": "kosong.jpg", "mimeType": "image/jpeg", "buffer": b"bukan foto"})
    phone.press("#f-foto button").at("originals")
    expect(phone.page.locator(".sum")).to_be_visible()
    while phone.kind():
        phone.page.set_input_files("#berkas", {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()})
        phone.press("#f-foto button")
    phone.at("shown")
    officer.accept(member)
    phone.open().at("summary").press("#f-setuju button").at("agreed")
    phone.page.goto(server.url + "/wawancara/keluar")
    phone.press("#f-keluar button").at("entrance")


def test_a_camera_that_is_refused_offers_the_ladder_and_forces_nothing(server, cameras, phones, officers):
    place = branch(server, 4)
    (member,) = ready(server, place)
    phone = phones(member)
    phone.page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
                               "navigator.permissions.query = () => Promise.resolve({ state: 'prompt' })")
    phone.enter().press("#nyalakan")
    expect(phone.page.locator("#galat")).to_contain_text("Kamera tidak diizinkan")
    expect(phone.page.locator("#tangga")).to_have_attribute("open", "")
    assert phone.page.locator("#langkah").get_attribute("data-cara") == "video"
    phone.is_accessible("the ladder")
    # A line that breaks and comes back leaves it said.
    phone.page.route("**/siaran*", lambda route: route.abort())
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.page.locator("#galat")).to_contain_text("Menyambung kembali")
    phone.page.unroute("**/siaran*")
    expect(phone.page.locator("#galat")).to_contain_text("Kamera tidak diizinkan")
    phone.press("#tangga button[value=text]")
    expect(phone.page.locator("#langkah")).to_have_attribute("data-cara", "text")
    officers(place)
    phone.at("called").press("#f-jawab button").at("filling").press("#f-data button").at("originals")
    # The phone's own camera, through the same sending.
    assert phone.kind() == "face"
    picture = io.BytesIO()
    Image.effect_noise((300, 200), 60).convert("RGB").save(picture, "JPEG")
    phone.page.set_input_files("#berkas", {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()})
    phone.press("#f-foto button")
    expect(phone.page.locator("#langkah")).to_have_attribute("data-foto", "ktp")


def test_the_scripts_and_the_pages_are_small(server):
    (member,) = ready(server, branch(server, 6))
    page = member.page().content
    assert len(gzip.compress(page)) <= 14_000
    assert b"lapak-interview" not in page
    member.post("masuk", setuju="ya")
    lobby = member.page().text
    scripts = re.findall(r'src="(/[^"]+\.js)"', lobby)
    assert len(scripts) == 2
    sizes = {script: len(gzip.compress(requests.get(server.url + script, timeout=20).content, 9)) for script in scripts}
    assert sum(sizes.values()) <= 14_200, sizes
    assert len(gzip.compress(lobby.encode())) <= 14_000


LIVE = re.compile("Menyambung kembali|sedang melayani orang lain|Nyalakan kamera")


def is_over(phone: Phone, state: str) -> Phone:
    """Nothing live is shown, and nothing of it comes back with what arrives late: a picture, the line, another step of the video."""
    phone.at(state)
    expect(phone.page.locator("#panggung")).to_be_hidden()
    phone.page.evaluate("document.querySelector('#petugas').dispatchEvent(new Event('resize'))")
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.page.locator("#panggung")).to_be_hidden()
    assert not LIVE.search(phone.page.locator("main").inner_text())
    assert phone.page.evaluate("(document.querySelector('#kamera').srcObject?.getTracks() || []).every(one => one.readyState == 'ended')")
    return phone.is_accessible(state)


@pytest.mark.parametrize("ending", [
    ("approve", {}), ("reject", {"putusan": "reject", "alasan": "still_employed"}),
    ("give_back", {"putusan": "give_back", "alasan": "expired"}), ("in_person", {"putusan": "in_person"}),
], ids=lambda one: one[0])
def test_after_every_decision_nothing_live_is_left(server, phones, officers, ending):
    state, fields = ending
    place = branch(server, 7 + ["approve", "reject", "give_back", "in_person"].index(state))
    (member,) = ready(server, place)
    phone = phones(member).enter().camera()
    officer = officers(place)
    phone.sit().take_all()
    officer.accept(member)
    phone.at("summary").press("#f-setuju button").at("agreed")
    if state == "approve":
        officer.accept(member)
    elif state == "in_person":
        day = requests.post(server.url + "/dev/clock", timeout=20).json()["now"][:10]
        for ahead in range(1, 8):
            later = (datetime.date.fromisoformat(day) + datetime.timedelta(days=ahead)).isoformat()
            if officer.press("putus", member, check=False, hari=later, **fields).status_code < 300:
                break
    else:
        officer.press("putus", member, **fields)
    phone.at("deciding")
    expect(phone.page.locator("#nyalakan")).to_be_hidden()
    assert not LIVE.search(phone.page.locator("main").inner_text())
    is_over(phone, state)
    phones.complaints.clear()


def test_who_goes_out_sees_nothing_live_and_can_come_in_again(server, phones):
    (member,) = ready(server, branch(server, 11))
    phone = phones(member).enter().camera()
    assert member.post("keluar").status_code == 303
    is_over(phone, "entrance")
    phone.page.check("#setuju")
    phone.press("#f-masuk button").at("lobby")
    expect(phone.page.locator("#nyalakan, #kamera").locator("visible=true")).to_have_count(1)
    phones.complaints.clear()


def test_who_is_sent_back_to_the_lobby_is_told_nothing_wrong(server, phones, officers):
    place = branch(server, 12)
    (member,) = ready(server, place)
    phone = phones(member).enter().camera()
    officer = officers(place)
    phone.sit()
    officer.press("tutup", check=False, segera="1")
    phone.at("lobby")
    expect(phone.page.locator("#mode")).to_have_text("")
    assert not LIVE.search(phone.page.locator("main").inner_text())
    phones.complaints.clear()


def test_calls_that_passed_end_everything_live(cameras, own_server):
    (member,) = ready(own_server, branch(own_server, 0))
    context = cameras.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    context.set_default_timeout(20_000)
    context.add_cookies(member.cookies)
    phone = Phone(context.new_page(), member).enter().camera()
    officer = OfficerByForms(own_server, branch(own_server, 0))
    try:
        phone.at("called")
        # In steps that the officer's sign of life spans: their session stands all the while.
        for _ in range(60):
            officer.press("hidup", check=False)
            own_server.set_clock(advance="20")
            officer.press("hidup", check=False)
            if member.phase == "missed":
                break
            phone.page.wait_for_timeout(200)
        member.reaches("missed")
        is_over(phone, "missed")
    finally:
        officer.close()
        context.close()
