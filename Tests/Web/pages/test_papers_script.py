"""What the browser does with a paper: makes it smaller, sends it in pieces, and goes on however often the line breaks."""
import struct

import pytest
from playwright.sync_api import expect

from support.browsers import CHROMIUM
from support.dossier import PDF, file, link, photo
from support.member import Member
from support.server import until
from support.tus import Tus

LARGE = PDF + b"%" + b"lapak asik " * 90_000  # about 1 MB: four pieces


def at_paper(page, server, paper="ktp") -> Member:
    member = Member(page, server)
    member.file()
    member.go(f"/berkas/{paper}")
    return member


def send(member: Member, name="ktp.pdf", kind="application/pdf", content=LARGE) -> None:
    member.page.locator("#berkas").set_input_files(file(name, kind, content))
    expect(member.page.locator("#terpilih")).not_to_be_empty()
    member.page.get_by_role("button", name="Simpan dan lanjut").click()


def size(jpeg: bytes) -> tuple[int, int]:
    """Width and height, from the frame header."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + struct.unpack(">H", jpeg[at + 2:at + 4])[0]
    height, width = struct.unpack(">HH", jpeg[at + 5:at + 9])
    return width, height


def test_a_pdf_arrives_byte_by_byte_with_its_name_its_paper_and_its_hash(phone, server):
    tus, member = Tus(phone.context), at_paper(phone, server)
    send(member)
    member.at("/berkas")
    assert bytes(tus.only.content) == LARGE
    assert tus.only.about == {"paper": "ktp", "filename": "ktp.pdf", "filetype": "application/pdf", "sha256": tus.only.sha256}
    assert tus.patches == -(-len(LARGE) // 262_144)


@pytest.mark.parametrize("paper, side", [("ktp", 1800), ("face_photo", 1200)])
def test_a_large_photo_becomes_smaller_on_the_phone_as_its_paper_allows(phone, server, paper, side):
    tus, member = Tus(phone.context), at_paper(phone, server, paper)
    send(member, "IMG_1.png", "image/png", photo(3000, 2000))
    member.at("/berkas")
    assert tus.only.about["filetype"] == "image/jpeg" and tus.only.about["filename"] == "IMG_1.jpg"
    assert size(bytes(tus.only.content)) == (side, side * 2 // 3)


def test_a_small_photo_stays_as_it_is(phone, server):
    tus, member, small = Tus(phone.context), at_paper(phone, server), photo(900, 600)
    send(member, "kecil.png", "image/png", small)
    member.at("/berkas")
    assert bytes(tus.only.content) == small


def test_what_cannot_be_shrunk_is_sent_as_it_is(phone, server):
    tus, member, strange = Tus(phone.context), at_paper(phone, server), b"\xff\xd8\xff" + b"no photo at all" * 2000
    send(member, "rusak.jpg", "image/jpeg", strange)
    member.at("/berkas")
    assert bytes(tus.only.content) == strange


def changed(path):
    path.write_bytes(path.read_bytes() + b"%more")


@pytest.mark.parametrize("name, content, change", [
    ("ktp.pdf", LARGE, changed), ("ktp.pdf", LARGE, lambda path: path.unlink()), ("ktp.pdf", LARGE, lambda path: path.write_bytes(b"")),
    ("kecil.png", photo(900, 600), changed), ("ktp.pdf", PDF, lambda path: path.rename(path.with_name("lain.pdf"))),
], ids=["grew", "deleted", "emptied", "a small photo", "moved"])
def test_a_file_that_changed_after_it_was_chosen_is_asked_for_again_on_the_page(phone, server, tmp_path, name, content, change):
    tus, member, path = Tus(phone.context), at_paper(phone, server), tmp_path / name
    path.write_bytes(content)
    phone.locator("#berkas").set_input_files(path)
    expect(phone.locator("#terpilih")).not_to_be_empty()
    change(path)
    phone.get_by_role("button", name="Simpan dan lanjut").click()
    expect(phone.locator("#galat")).to_contain_text("berubah setelah dipilih")
    assert phone.url.endswith("/berkas/ktp") and not tus.asked
    expect(phone.locator("#terpilih")).to_be_empty()
    send(member)
    member.at("/berkas")
    assert bytes(tus.only.content) == LARGE


def test_a_broken_line_goes_on_from_where_it_broke(new_phone, server):
    page = new_phone()
    tus = Tus(page.context, breaks=lambda number: {1: 100_000, 3: 0, 4: 17}.get(number))
    member = at_paper(page, server)
    send(member)
    page.wait_for_url("**/berkas", timeout=30_000)
    assert bytes(tus.only.content) == LARGE
    assert tus.asked.count("POST") == 1 and tus.asked.count("HEAD") >= 3


def test_offline_it_waits_says_so_and_goes_on_by_itself(phone, server):
    tus, member = Tus(phone.context), at_paper(phone, server)
    phone.context.set_offline(True)
    send(member)
    expect(phone.locator("#luring")).to_have_text("Anda sedang luring. Kiriman dilanjutkan otomatis.")
    expect(phone.locator("#maju")).to_be_visible()
    assert not tus.asked
    phone.context.set_offline(False)
    member.at("/berkas")
    assert bytes(tus.only.content) == LARGE


def test_a_closed_tab_goes_on_when_the_list_is_opened_again(phone, server):
    broken = [True]
    tus = Tus(phone.context, breaks=lambda number: 50_000 if number > 1 and broken[0] else None)
    member = at_paper(phone, server)
    send(member)
    expect(phone.locator("#kabar")).to_contain_text("Sambungan terputus")
    again = phone.context.new_page()
    phone.close()
    broken[0] = False
    again.goto(server.url + "/berkas")
    # The box is hidden before the script begins, too: wait for the file, not for it.
    for _ in range(300):
        if bytes(tus.only.content) == LARGE:
            break
        again.wait_for_timeout(100)
    expect(again.locator("#kirim")).to_be_hidden(timeout=30_000)
    assert bytes(tus.only.content) == LARGE and tus.asked.count("POST") == 1


def test_a_restarted_browser_goes_on(browser, phone, server, tmp_path):
    member = Member(phone, server)
    member.file()
    address = link(server, member.person.email)
    started = lambda: browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"], viewport={"width": 360, "height": 740})
    first = started()
    tus, page = Tus(first, breaks=lambda number: 1000 if number > 1 else None), first.pages[0]
    page.goto(server.url + address)
    page.locator("main button.btn").click()
    page.wait_for_url("**/berkas")
    page.goto(server.url + "/berkas/ktp")
    member.page = page
    send(member)
    expect(page.locator("#kabar")).to_contain_text("Sambungan terputus")
    first.close()
    second = started()
    rest = Tus(second)
    rest.uploads = tus.uploads
    page = second.pages[0]
    page.goto(server.url + "/berkas")
    # The box is hidden before the script begins, too: wait for the file, not for it.
    until(lambda: page.wait_for_timeout(100) or bytes(rest.only.content) == LARGE, 60, "the rest has arrived")
    expect(page.locator("#kirim")).to_be_hidden()
    assert "POST" not in rest.asked
    second.close()


def test_cancelled_it_is_ended_on_both_sides(phone, server):
    tus = Tus(phone.context, breaks=lambda number: 10 if number > 1 else None)
    member = at_paper(phone, server)
    send(member)
    expect(phone.locator("#kabar")).to_contain_text("Sambungan terputus")
    phone.get_by_role("button", name="Batalkan pengiriman").click()
    expect(phone.locator("#galat")).to_contain_text("dibatalkan")
    expect(phone.locator("#kirim")).to_be_hidden()
    assert not tus.uploads
    phone.reload()
    expect(phone.locator("#kirim")).to_be_hidden()
    assert phone.get_by_role("button", name="Ambil foto").is_visible()


def test_signed_out_nothing_stays_on_a_shared_phone(phone, server):
    tus = Tus(phone.context, breaks=lambda number: 10)
    member = at_paper(phone, server)
    send(member)
    expect(phone.locator("#kabar")).to_contain_text("Sambungan terputus")
    other = phone.context.new_page()
    phone.close()
    other.goto(server.url + "/klaim")
    other.evaluate("fetch('/klaim/keluar', {method: 'POST'})")
    other.wait_for_timeout(500)
    kept = other.evaluate("indexedDB.databases().then(all => all.map(one => one.name))")
    assert kept == []
    assert len(tus.only.content) < len(LARGE)


def test_a_file_that_is_too_large_is_not_even_begun(phone, server):
    tus, member = Tus(phone.context), at_paper(phone, server)
    send(member, content=PDF + b"%" * (6 * 1_048_576))
    expect(phone.locator("#galat")).to_contain_text("lebih besar dari 6 MB")
    assert not tus.asked


def test_the_camera_is_asked_for_the_side_that_the_paper_needs(phone, server):
    member = at_paper(phone, server)
    for paper, side in (("ktp", "environment"), ("face_photo", "user")):
        member.go(f"/berkas/{paper}")
        with phone.expect_file_chooser():
            phone.get_by_role("button", name="Ambil foto").click()
        assert phone.locator("#berkas").get_attribute("capture") == side
        with phone.expect_file_chooser():
            phone.get_by_role("button", name="Pilih berkas").click()
        assert phone.locator("#berkas").get_attribute("capture") is None
