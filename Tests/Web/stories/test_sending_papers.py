"""A member sends the papers from a phone on a bad line, and nothing is lost: the page, the line and the server together."""
import pytest
import requests
from playwright.sync_api import expect

from support.accessibility import accessible
from support.dossier import file, link, photo
from support.member import Member
from support.tus import ADDRESS

# What a resignation asks for under the rules of 2022.
PAPERS = ["kartu_peserta", "ktp", "resignation_letter", "bank_book", "face_photo"]
NOISE = photo(1500, 900, noise=1)  # 1.3 MB, small enough in pixels to stay as it is: six pieces


@pytest.fixture
def receiving(server):
    """The server, once it takes uploads."""
    if "Tus-Version" not in requests.options(server.url + ADDRESS, timeout=20).headers:
        pytest.skip("this server takes no uploads")
    return server


def slow(page, kilobytes: int) -> None:
    line = {"offline": False, "latency": 20, "downloadThroughput": -1, "uploadThroughput": kilobytes * 1024}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", line)


def choose(member: Member, paper: str, content: bytes = NOISE, name: str = "foto.png", kind: str = "image/png") -> None:
    member.go(f"/berkas/{paper}")
    member.page.locator("#berkas").set_input_files(file(name, kind, content))


def send(member: Member, script: bool = True) -> None:
    if script:
        expect(member.page.locator("#terpilih")).not_to_be_empty()
    member.page.get_by_role("button", name="Simpan dan lanjut").click()


def mark(page, paper: str):
    return page.locator(f".tl li:nth-child({PAPERS.index(paper) + 1}) .tag")


def test_by_the_link_over_a_line_that_breaks_until_everything_is_in(phone, new_phone, receiving, shoot):
    booked = Member(phone, receiving)
    booked.file()
    page = new_phone()
    member = Member(page, receiving, booked.person)
    address = receiving.url + link(receiving, booked.person.email)
    # Mail scanners open every link, without cookies.
    requests.head(address, timeout=20), requests.get(address, timeout=20)
    page.goto(address)
    page.get_by_role("button", name="Buka berkas saya").click()
    for number, paper in enumerate(PAPERS):
        choose(member, paper, photo(1500, 900, noise=number))
        if number == 0:
            slow(page, 200)
            send(member)
            expect(page.locator("#maju")).not_to_have_attribute("value", "0")
            page.context.set_offline(True)
            expect(page.locator("#luring")).to_contain_text("Kiriman dilanjutkan otomatis")
            shoot(page, "berkas-luring")
            page.context.set_offline(False)
        else:
            send(member)
        page.wait_for_url("**/berkas", timeout=60_000)
    for paper in PAPERS:
        expect(mark(page, paper)).to_have_text("Menunggu petugas", timeout=60_000)
    expect(page.locator("main")).to_contain_text("Semua dokumen wajib sudah masuk")
    accessible(page, "berkas")
    shoot(page, "berkas-lengkap")


def test_a_tab_closed_half_way_goes_on_when_the_list_is_opened(phone, receiving):
    member = Member(phone, receiving)
    member.file()
    choose(member, "ktp")
    slow(phone, 100)
    send(member)
    expect(phone.locator("#maju")).not_to_have_attribute("value", "0", timeout=30_000)
    again = phone.context.new_page()
    phone.close()
    again.goto(receiving.url + "/berkas")
    expect(mark(again, "ktp")).to_have_text("Menunggu petugas", timeout=60_000)


def test_without_javascript_the_plain_form_does_it_too(phone_nojs, receiving):
    member = Member(phone_nojs, receiving)
    member.file()
    choose(member, "ktp")
    assert not phone_nojs.get_by_role("button", name="Ambil foto").is_visible()
    assert not phone_nojs.locator("#kirim").is_visible()
    send(member, script=False)
    member.at("/berkas")
    for _ in range(60):
        if mark(phone_nojs, "ktp").inner_text() != "Sedang diperiksa":
            break
        phone_nojs.wait_for_timeout(500)
        phone_nojs.reload()
    assert mark(phone_nojs, "ktp").inner_text() == "Menunggu petugas"


def test_a_file_that_cannot_be_taken_is_told_with_what_to_do(phone, receiving):
    member = Member(phone, receiving)
    member.file()
    choose(member, "ktp", b"Halo, ini bukan foto.\n" * 50, "ktp.pdf", "application/pdf")
    send(member)
    expect(phone.locator("main")).to_contain_text("bukan foto JPG, PNG atau HEIC")


def test_what_was_sent_can_be_seen_again(phone, receiving):
    member = Member(phone, receiving)
    member.file()
    choose(member, "ktp")
    send(member)
    expect(mark(phone, "ktp")).to_have_text("Menunggu petugas", timeout=60_000)
    look = phone.get_by_role("link", name="Lihat yang dikirim").get_attribute("href")
    picture = phone.request.get(receiving.url + look)
    assert picture.ok and picture.headers["content-type"] == "image/jpeg"
    assert requests.get(receiving.url + look, timeout=20).status_code in (403, 404)
