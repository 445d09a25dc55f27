"""The member's papers: the link from the mail, the list with every state, and the pages that lead to one photo."""
import re, sqlite3
from datetime import timedelta

import pytest
import requests
from playwright.sync_api import expect

from support.accessibility import accessible
from support.dossier import PDF, file, link, put, refused
from support.member import Member
from support.page_weight import visit
from support.server import until
from support.times import spoken

BYTES, REQUESTS, SCRIPT = 18_000, 4, 6_000
PROOFS = 5


def filed(page, server) -> tuple[Member, str]:
    member = Member(page, server)
    return member, member.file()


def every_state(server, number: str) -> None:
    put(server, number, "ktp", "accepted")
    put(server, number, "kartu_peserta", "waiting", hints='["blurred", "dark"]')
    put(server, number, "resignation_letter", "returned", reason="cut_off", note="Cap perusahaan tidak terlihat.")
    put(server, number, "bank_book", "refused", fault=refused("encryptedPDF"), kind=None)
    put(server, number, "face_photo", "checking", kind=None)


# The link.

def test_a_scanner_opens_the_link_and_a_person_exchanges_it_once(phone, new_phone, server):
    member, number = filed(phone, server)
    address = link(server, member.person.email)
    for _ in range(3):  # without cookies, as mail scanners do
        answer = requests.get(server.url + address, timeout=20)
        assert answer.status_code == 200 and "berkas=" not in answer.headers.get("set-cookie", "")
        for secret in (number, member.person.name, member.person.nik, member.person.email):
            assert secret not in answer.text, "the page before the button names nobody"
    requests.head(server.url + address, timeout=20)

    person = new_phone()
    person.goto(server.url + address)
    person.get_by_role("button", name="Buka berkas saya").click()
    person.wait_for_url(server.url + "/berkas")
    assert address.split(".")[-1] not in person.content(), "no secret stays on the page or in the address"
    expect(person.locator("h1")).to_have_text("Berkas Anda")
    person.goto(server.url + address)
    expect(person.locator("main")).to_contain_text("sudah dipakai")
    person.get_by_role("link", name="Lanjut di ponsel ini").click()
    expect(person.locator("h1")).to_have_text("Berkas Anda")

    second = new_phone()
    second.goto(server.url + address)
    expect(second.locator("main")).to_contain_text("sudah dipakai")
    assert second.get_by_role("link", name="Masuk dengan nomor pengajuan").get_attribute("href") == "/klaim"
    second.goto(server.url + "/berkas")
    expect(second.locator("h1")).to_have_text("Berkas belum terbuka")


def test_the_button_pressed_twice_opens_the_same_list(phone, server):
    member, _ = filed(phone, server)
    address = server.url + link(server, member.person.email)
    key = re.search(r'name="kunci" value="([^"]+)"', requests.get(address, timeout=20).text)[1]
    once, again, another = (requests.post(address, data={"kunci": one}, timeout=20, allow_redirects=False) for one in (key, key, "lain"))
    assert once.status_code == again.status_code == 303 and once.cookies["berkas"] == again.cookies["berkas"]
    assert another.status_code == 409 and "berkas" not in another.cookies
    assert requests.get(server.url + "/berkas", cookies={"berkas": once.cookies["berkas"]}, timeout=20).status_code == 200


@pytest.mark.parametrize("word", ["x", "0.0", "zz.00000000000000000000000000000000", "a" * 200, "%00.%00"])
def test_an_unknown_link_is_told_kindly(server, word):
    answer = requests.get(f"{server.url}/berkas/buka/{word}", timeout=20)
    assert answer.status_code == 410 and "tidak berlaku" in answer.text and 'href="/klaim"' in answer.text


def test_asked_again_at_once_the_link_stays_and_the_page_says_wait(phone, server):
    member, _ = filed(phone, server)
    present = link(server, member.person.email)
    member.go("/klaim/status")
    phone.get_by_text("Kirim dokumen dari ponsel lain").click()
    phone.get_by_role("button", name="Kirim tautan baru").click()
    expect(phone.locator(".sum")).to_contain_text("Tunggu sebentar")
    assert requests.get(server.url + present, timeout=20).status_code == 200


def test_a_new_link_replaces_the_old_one(own_server, new_phone):
    member, _ = filed(new_phone(), own_server)
    old = link(own_server, member.person.email)
    own_server.set_clock(advance="60")
    member.go("/klaim/status")
    member.page.get_by_text("Kirim dokumen dari ponsel lain").click()
    member.page.get_by_role("button", name="Kirim tautan baru").click()
    expect(member.page.locator("main")).to_contain_text("Tautan baru sudah kami kirim")
    new = link(own_server, member.person.email, after=1)
    assert requests.get(own_server.url + old, timeout=20).status_code == 410
    other = new_phone()
    other.goto(own_server.url + new)
    other.get_by_role("button", name="Buka berkas saya").click()
    expect(other.locator("h1")).to_have_text("Berkas Anda")


def test_signing_out_closes_the_papers_too(phone, new_phone, server):
    member, _ = filed(phone, server)
    other = new_phone()
    other.goto(server.url + link(server, member.person.email))
    other.get_by_role("button", name="Buka berkas saya").click()
    other.get_by_role("button", name="Keluar dari ponsel ini").click()
    other.goto(server.url + "/berkas")
    expect(other.locator("h1")).to_have_text("Berkas belum terbuka")


# The list.

def test_from_the_confirmation_one_tap_leads_to_the_papers_and_the_real_deadline(phone, server):
    member, number = filed(phone, server)
    appointment = spoken(member.says())
    phone.get_by_role("link", name="Kirim dokumen sekarang").click()
    member.at("/berkas")
    due = spoken(member.says())
    assert due.date() == appointment.date() - timedelta(days=1) and (due.hour, due.minute) == (23, 59)
    assert "lagi)" in member.says() and "0 dari 5 wajib diterima" in member.says()
    first = phone.locator("main .btn").first
    assert first.inner_text().startswith("Kirim: Kartu peserta")
    first.click()
    member.at("/berkas/kartu_peserta")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_state_is_said_with_its_next_step_and_can_be_used_by_everyone(phone, server, shoot, language):
    member, number = filed(phone, server)
    member.looks = [shoot, accessible]
    every_state(server, number)
    phone.goto(f"{server.url}/?bahasa={language}")
    for path in ("/berkas", "/berkas/resignation_letter", "/berkas/ktp", "/klaim/status", "/klaim/bukti"):
        member.go(path)
        assert phone.locator("html").get_attribute("lang") == language
    member.go("/berkas")
    marks = phone.locator(".tl .tag").all_inner_texts()
    assert marks == {
        "id": ["Menunggu petugas", "Diterima", "Foto ulang", "Kirim ulang", "Sedang diperiksa"],
        "en": ["Waiting for an officer", "Accepted", "Take again", "Send again", "Being checked"],
    }[language]
    words = {
        "id": ["Sebagian dokumen tidak terlihat.", "keempat sudutnya terlihat", "dikunci dengan kata sandi", "Foto buram. Foto ulang?",
               "Foto gelap."],
        "en": ["A part of the document is not visible.", "all four corners", "locked with a password", "The photo is blurred.",
               "The photo is dark."],
    }[language]
    for one in words + ["Cap perusahaan tidak terlihat."]:
        assert one in member.says()


def test_what_was_sent_can_be_withdrawn_in_two_steps(phone_nojs, server):
    member, number = filed(phone_nojs, server)
    put(server, number, "ktp", "waiting")
    member.go("/berkas")
    phone_nojs.get_by_text("Tarik kembali").first.click()
    phone_nojs.get_by_role("button", name="Tarik dokumen ini").click()
    member.at("/berkas")
    assert "Menunggu petugas" not in member.says()


def test_nobody_withdraws_what_is_accepted_or_anothers(phone, new_phone, server):
    member, number = filed(phone, server)
    accepted = put(server, number, "ktp", "accepted")
    _, others = filed(new_phone(), server)
    foreign = put(server, others, "ktp", "waiting")
    cookies = {one["name"]: one["value"] for one in phone.context.cookies()}
    send = lambda document: requests.post(f"{server.url}/berkas/dokumen/{document}/tarik", cookies=cookies, data={"kunci": str(document)},
                                          timeout=20, allow_redirects=False)
    answer = send(accepted)
    assert answer.status_code == 409 and "sudah diterima petugas" in answer.text
    assert send(foreign).status_code == 404
    assert requests.post(f"{server.url}/berkas/dokumen/{foreign}/tarik", timeout=20).status_code == 403


def test_the_list_looks_again_by_itself_when_a_check_is_done(phone, server):
    member, number = filed(phone, server)
    document = put(server, number, "ktp", "checking", kind=None)
    member.go("/berkas")
    expect(phone.locator(".tl")).to_contain_text("Sedang diperiksa")
    from_books(server, "UPDATE document SET phase = 'refused', fault = ? WHERE id = ?", refused("broken"), document)
    expect(phone.locator(".tl")).to_contain_text("rusak dan tidak dapat dibuka", timeout=15_000)
    expect(phone.locator("#warta")).to_have_text("Keadaan berkas berubah.")


def from_books(server, sql: str, *values) -> None:
    with sqlite3.connect(server.database.removeprefix("sqlite:"), timeout=20) as books:
        books.execute(sql, values)


def test_when_everything_is_in_the_page_says_what_happens_next(phone, server):
    member, number = filed(phone, server)
    for paper in ("ktp", "kartu_peserta", "resignation_letter", "bank_book", "face_photo"):
        put(server, number, paper, "waiting")
    member.go("/berkas")
    assert "Semua dokumen wajib sudah masuk" in member.says() and "Petugas memeriksanya" in member.says()
    assert phone.locator("#daftar > p > .btn").count() == 0


def test_a_missed_deadline_is_told_with_the_place_that_is_kept(own_server, new_phone, shoot):
    member, number = filed(new_phone(), own_server)
    put(own_server, number, "ktp", "waiting")
    own_server.set_clock(at=(spoken(member.says()) - timedelta(hours=3)).isoformat())
    back = Member(new_phone(), own_server, member.person, looks=[shoot, accessible])
    back.return_to(number)
    until(lambda: back.page.reload() and "kembali di daftar tunggu" in back.says(), 60, "the clock has settled the papers")
    assert "nomor urut Anda tetap, tanpa antre ulang dari belakang" in back.says()
    back.go("/berkas")
    assert "tetap tersimpan" in back.says() and "Menunggu petugas" in back.says()
    assert back.page.locator("main .btn").first.inner_text().startswith("Kirim: ")


def test_a_cancelled_claim_takes_no_papers_and_says_so(phone, server):
    member, _ = filed(phone, server)
    member.cancel()
    member.go("/berkas")
    assert "Pengajuan ini dibatalkan" in member.says() and phone.locator(".tl a").count() == 0
    assert phone.goto(server.url + "/berkas/ktp").status == 409
    assert "sudah tidak dapat diubah" in member.says()


# One paper.

def test_one_of_several_is_chosen_first(phone_nojs, server, shoot):
    member, number = filed(phone_nojs, server)
    from_books(server, "UPDATE claim SET facts = replace(facts, 'resignation', 'dismissal') WHERE number = ?", number.replace("-", ""))
    member.go("/berkas")
    assert f"Salah satu dari {PROOFS} dokumen" in member.says() and "Cukup salah satu dari ini:" in member.says()
    phone_nojs.get_by_role("link", name="Salah satu dari").click()
    shoot(phone_nojs, "berkas-pilih")
    member.press()
    assert phone_nojs.title().startswith("Kesalahan:") and "Pilih dokumen yang Anda punya." in member.says()
    phone_nojs.get_by_text("Perjanjian bersama").click()
    member.press()
    member.at("/berkas/joint_agreement")


def test_without_javascript_it_is_a_plain_form_up_to_the_chosen_file(phone_nojs, server):
    member, _ = filed(phone_nojs, server)
    member.go("/berkas/ktp")
    form = phone_nojs.locator("#f-foto")
    assert form.get_attribute("enctype") == "multipart/form-data" and form.get_attribute("action") == "/berkas/ktp"
    assert form.locator("input[name=kunci]").get_attribute("value")
    field = phone_nojs.get_by_label("Foto atau berkas")
    assert field.is_visible() and field.get_attribute("accept") == "image/jpeg,image/png,application/pdf"
    field.set_input_files(file("ktp.pdf", "application/pdf", PDF))
    assert not phone_nojs.get_by_role("button", name="Ambil foto").is_visible()
    assert not phone_nojs.locator("#kirim").is_visible()


def test_a_paper_that_is_not_asked_or_accepted_is_told_kindly(phone, server):
    member, number = filed(phone, server)
    put(server, number, "ktp", "accepted")
    for path, status, words in (("passport", 422, "tidak diminta"), ("ktp", 409, "sudah diterima"), ("apa", 404, "tidak ada")):
        assert phone.goto(f"{server.url}/berkas/{path}").status == status
        assert words in member.says()


def test_the_pages_keep_the_budget_of_an_upload(phone, server):
    member, number = filed(phone, server)
    every_state(server, number)
    # Nothing is being checked: on a slow machine the list's next look would count, too.
    from_books(server, "UPDATE document SET phase = 'waiting', kind = 'jpeg' WHERE phase = 'checking' AND claim = (SELECT id FROM claim WHERE number = ?)",
               number.replace("-", ""))
    for path in ("/berkas", "/berkas/bank_book"):
        second = phone.context.new_page()
        phone.context.clear_cookies(name="gaya")
        seen = visit(second, server.url + path, path)
        assert seen.bytes <= BYTES and seen.requests <= REQUESTS and seen.shift <= 0.02 and not seen.blocking, seen
        second.close()


def test_the_pages_use_no_more_than_six_kilobytes_of_script(phone, server):
    filed(phone, server)
    phone.goto(server.url + "/berkas")
    scripts = phone.eval_on_selector_all("script[src]", "all => all.map(one => one.getAttribute('src'))")
    answers = [requests.get(server.url + one, headers={"Accept-Encoding": "gzip"}, stream=True, timeout=20) for one in scripts]
    sizes = [len(one.raw.read(decode_content=False)) for one in answers]
    assert len(sizes) == 2 and sum(sizes) <= SCRIPT, sizes
