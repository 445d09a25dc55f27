"""A number of today: taken at home, followed on the phone, printed, given up."""
import re
from urllib.parse import urlparse

import pytest
import requests
from playwright.sync_api import expect

from support.accessibility import faults
from support.interview_by_forms import OfficerByForms
from support.legibility import qr
from support.manager import Manager
from support.member import Member
from support.officer import Officer
from support.server import until
from support.walk_ins import booths, come

BRANCH = "jakarta-salemba"


@pytest.fixture(scope="module")
def branch(server) -> str:
    codes = [branch["code"] for branch in server.branches() if branch["zone"] == "wib"]
    return BRANCH if BRANCH in codes else codes[0]


def left(page) -> int:
    return int(re.search(r"Sisa (\d+) dari \d+ nomor", page.locator("main").inner_text()).group(1))


def left_at_last(page) -> int:
    """In today's last window: earlier ones pass while tests run."""
    return int(re.match(r"\d+", page.locator("label:has(input[name=slot]) .r").last.inner_text()).group())


def take(member: Member, branch: str) -> str:
    """From the public page to the confirmation; the number."""
    member.go(f"/hari-ini/{branch}")
    member.tap(member.page.locator("input[name=slot]").last)
    member.press("form:has(input[name=slot])")
    member.identify()
    member.say_reason()
    member.at("/daftar/periksa")
    expect(member.page.locator("#jadwal")).to_contain_text("Datang")
    member.send()
    return member.page.locator("#nomor-antrean").inner_text().strip()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "plain"])
def test_a_number_is_taken_at_home_and_every_page_speaks_of_the_branch(new_phone, server, branch, shoot, javascript):
    phone = new_phone(javascript=javascript)
    member = Member(phone, server, looks=[shoot] if javascript else [])
    member.go(f"/hari-ini/{branch}")
    before = left_at_last(phone)
    number = take(member, branch)
    assert re.fullmatch(r"[A-Z]-\d{3}", number)
    assert "panggilan video" not in member.says().lower() and "Bawa dokumen asli" in member.says()
    assert "paling lambat" not in member.says()
    member.go("/klaim/status")
    expect(phone.locator("h1")).to_have_text("Anda datang ke kantor hari ini")
    assert number in member.says()
    assert phone.locator("a[href='/klaim/ubah'], a[href='/wawancara']").count() == 0
    member.go("/klaim/ubah")
    assert "Batalkan nomor itu dulu" in member.says()
    calendar = phone.context.request.get(f"{server.url}/klaim/kalender.ics").text().replace("\r\n ", "")
    assert "Panggilan video" not in calendar and "Datang ke" in calendar
    member.go("/klaim/bukti")
    assert number in member.says()
    member.go(f"/hari-ini/{branch}")
    assert left_at_last(phone) == before - 1
    mail = server.mail_about(member.person.email, number)
    assert "/nomor/" in mail["text"] and "Datang" in mail["text"]


def test_the_front_page_and_the_times_lead_to_todays_numbers(phone, server, branch):
    member = Member(phone, server)
    member.go("/")
    member.tap("main a[href='/hari-ini']")
    phone.locator("select[name=kantor]").select_option(branch)
    member.press()
    member.at(f"/hari-ini/{branch}")
    member.go(f"/jadwal?kantor={branch}")
    assert phone.locator(f"main a[href='/hari-ini/{branch}']").count() == 1


def test_when_the_numbers_are_used_up_the_waiting_list_takes_over(phone, own_server, shoot):
    branch = own_server.branches()[0]["code"]
    member = Member(phone, own_server)
    member.go(f"/hari-ini/{branch}")
    come(own_server, branch, min(200, left(phone)))
    member.go(f"/hari-ini/{branch}")
    shoot(phone, "hari-ini-habis")
    assert "Nomor hari ini sudah habis" in member.says() and "Sisa 0 dari" in member.says()
    assert not faults(phone)
    member.press("form[action='/jadwal/tunggu']")
    member.at("/daftar/nik")


@pytest.mark.parametrize("papers", ["expected", "incomplete", "waiting"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_phone_page_says_in_plain_words_where_the_number_stands(phone, server, branch, shoot, papers, language):
    visit = come(server, branch, papers=papers)[0]
    phone.goto(f"{server.url}{visit.path}?bahasa={language}")
    state = phone.locator("#isi-nomor").get_attribute("data-keadaan")
    assert state in (papers, "inside")
    shoot(phone, f"nomor-{papers}")
    assert not faults(phone)
    text = phone.content()
    assert visit.number in text
    for private in (visit.name, visit.nik, visit.claim_number):
        assert private not in text
    answer = requests.get(server.url + visit.path, timeout=20)
    assert answer.headers["x-robots-tag"] == "noindex" and answer.headers["cache-control"] == "no-store"


def test_a_wrong_key_is_nothing(server, branch):
    one, other = come(server, branch, 2)
    key, secret = one.key.split(".")
    for path in (f"{other.key.split('.')[0]}.{secret}", f"{key}.{'0' * 16}", key, "x"):
        for page in ("", "/isi", "/karcis", "/batal", "/aliran?inst=abcdef123456"):
            assert requests.get(f"{server.url}/nomor/{path}{page}", timeout=20).status_code in (400, 404), (path, page)


def test_the_page_follows_the_call_to_the_booth(phone, own_server, shoot):
    branch = own_server.branches()[0]["code"]
    visit = come(own_server, branch)[0]
    phone.goto(own_server.url + visit.path)
    phone.evaluate("window.same = true")
    expect(phone.locator("#isi-nomor[data-keadaan=inside]")).to_be_visible(timeout=20_000)
    shoot(phone, "nomor-masuk")
    booths(own_server, branch, 2)
    officer = OfficerByForms(own_server, branch, seats=2)
    try:
        expect(phone.locator("#isi-nomor[data-keadaan=called]")).to_be_visible(timeout=30_000)
        assert "Silakan ke bilik 1" in phone.locator("#kabar").inner_text()
        shoot(phone, "nomor-dipanggil")
        assert phone.evaluate("window.same") is True
        assert not faults(phone)
    finally:
        officer.close()


def test_a_number_is_given_up_and_the_claim_waits_in_line(phone, server, branch):
    visit = come(server, branch, papers="expected")[0]
    phone.goto(server.url + visit.path)
    phone.click("a[href$='/batal']")
    with phone.expect_navigation():
        phone.click("#f-batal button")
    expect(phone.locator("#isi-nomor")).to_have_attribute("data-keadaan", "left")
    assert visit.phase == "left"
    phase, booking, ticket = server.row("SELECT phase, booking, ticket FROM claim WHERE id = ?", visit.claim)
    assert phase == "waiting" and booking is None and ticket is not None


def test_an_appointment_is_exchanged_for_today(phone, server, branch, shoot):
    member = Member(phone, server)
    member.book(branch)
    member.go("/klaim/status")
    member.tap("a[href='/klaim/hari-ini']")
    phone.wait_for_load_state()
    shoot(phone, "klaim-hari-ini")
    assert not faults(phone)
    member.tap(member.page.locator("input[name=slot]").last)
    member.press("#f-hari-ini")
    member.at("/klaim/status")
    assert re.search(r"\b[A-Z]-\d{3}\b", member.says())
    assert phone.locator("a[href='/klaim/hari-ini']").count() == 0


def test_the_ticket_is_printed_and_its_code_is_read_back(phone, server, branch, shoot, tmp_path):
    visit = come(server, branch, papers="expected")[0]
    phone.goto(f"{server.url}{visit.path}/karcis")
    shoot(phone, "karcis")
    assert not faults(phone)
    assert urlparse(qr(phone, ".karcis .qr", tmp_path / "karcis.png")).path == visit.path
    paper = phone.locator(".karcis")
    for words in (visit.number, "Bawa dokumen asli", "Layar hanya menampilkan nomor"):
        expect(paper).to_contain_text(words)
    phone.emulate_media(media="print")
    assert not phone.locator(".bar").is_visible() and not phone.locator(".foot").is_visible()
    width = paper.bounding_box()["width"] / 96 * 25.4
    assert 60 <= width <= 80, f"{width:.0f} mm wide"
    assert urlparse(qr(phone, ".karcis .qr", tmp_path / "cetak.png")).path == visit.path


def test_only_the_own_branch_gets_the_receipt(phone, server, branch):
    visit = come(server, branch, papers="expected")[0]
    path = f"/kantor/nomor/{visit.id}/struk.bin"
    assert requests.get(server.url + path, timeout=20, allow_redirects=False).status_code == 303
    Officer(phone, server, branch).sign_in()
    answer = phone.context.request.get(server.url + path)
    assert answer.status == 200 and answer.headers["content-type"] == "application/octet-stream"
    body = answer.body()
    assert body.startswith(b"\x1b@") and visit.number.encode() in body and visit.path.encode() in body and body.endswith(b"\x1dVB\x00")
    other = next(one["code"] for one in server.branches() if one["code"] != branch)
    phone.context.clear_cookies()
    Officer(phone, server, other).sign_in()
    assert phone.context.request.get(server.url + path).status == 404


def test_the_poster_at_the_door_leads_to_todays_numbers(desk, server, branch, shoot, tmp_path):
    Manager(desk, server, branch).sign_in()
    desk.goto(server.url + "/kantor/pintu")
    shoot(desk, "kantor-pintu")
    assert not faults(desk)
    assert urlparse(qr(desk, ".poster .qr", tmp_path / "pintu.png")).path == f"/hari-ini/{branch}"
