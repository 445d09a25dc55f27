"""The member's papers in a browser: the list that looks again by itself, and what its pages weigh."""
import sqlite3

import requests
from playwright.sync_api import expect

from support.dossier import put, refused
from support.member import Member
from support.page_weight import visit

BYTES, REQUESTS, SCRIPT = 18_000, 4, 6_200


def filed(page, server) -> tuple[Member, str]:
    member = Member(page, server)
    return member, member.file()


def every_state(server, number: str) -> None:
    put(server, number, "ktp", "accepted")
    put(server, number, "kartu_peserta", "waiting", hints='["blurred", "dark"]')
    put(server, number, "resignation_letter", "returned", reason="cut_off", note="Cap perusahaan tidak terlihat.")
    put(server, number, "bank_book", "refused", fault=refused("encryptedPDF"), kind=None)
    put(server, number, "face_photo", "checking", kind=None)


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
