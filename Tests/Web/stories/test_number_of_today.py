"""A number of today: taken at home, followed on the phone, printed."""
import re
from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect

from support.accessibility import faults
from support.interview_by_forms import OfficerByForms
from support.legibility import qr
from support.manager import Manager
from support.member import Member
from support.walk_ins import booths, come

BRANCH = "jakarta-salemba"


@pytest.fixture(scope="module")
def branch(server) -> str:
    codes = [branch["code"] for branch in server.branches() if branch["zone"] == "wib"]
    return BRANCH if BRANCH in codes else codes[0]


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


def test_a_number_is_taken_at_home_and_every_page_speaks_of_the_branch(phone, server, branch, shoot):
    member = Member(phone, server, looks=[shoot])
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


def test_the_poster_at_the_door_leads_to_todays_numbers(desk, server, branch, shoot, tmp_path):
    Manager(desk, server, branch).sign_in()
    desk.goto(server.url + "/kantor/pintu")
    shoot(desk, "kantor-pintu")
    assert not faults(desk)
    assert urlparse(qr(desk, ".poster .qr", tmp_path / "pintu.png")).path == f"/hari-ini/{branch}"
