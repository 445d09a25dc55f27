"""Member and officer write to each other: live, without scripts, and without a keystroke that decides by accident."""
from playwright.sync_api import expect

from support.accessibility import axe, structure
from support.interview_by_forms import OfficerByForms
from support.member_at_home import Guest, journal, ready, rows
from support.officer_console import Konsol

BRANCH = "jakarta-salemba"


def test_on_the_rung_of_text_both_write_and_read_at_once(own_server, new_phone, desk, shoot):
    server, person = own_server, ready(own_server, BRANCH, 1)[0]
    page = new_phone()
    guest = Guest(page, server, person)
    page.goto(server.url + "/wawancara")
    page.check("[name=rung][value=text]")
    guest.page.check("#setuju")
    with page.expect_navigation():
        page.locator("#f-masuk button.btn").click()
    konsol = Konsol(desk, server, BRANCH).begin(seats=2)
    guest.at("called").press("f-jawab").at("filling")
    konsol.reaches(1, "filling").press("1").at("Kursi 1")

    # The member's words stand at the officer's seat, with the reason in the list; the key of a seat typed in the field is a letter.
    page.fill("#tulisan", "Nama ibu saya Ratna.\nSaya tidak dapat mendengar.")
    page.locator("#f-tulis button").click()
    expect(page.locator("#tulis [data-dari=peserta]")).to_contain_text("Ratna")
    expect(page.locator("#tulisan")).to_have_value("")
    expect(konsol.panel.locator(".tulisan")).to_contain_text("Saya tidak dapat mendengar.", timeout=20_000)
    expect(desk.locator("#perlu")).to_contain_text("menulis pesan")
    assert desk.evaluate("document.activeElement.tagName") == "H2", "nothing took the focus"
    found = [*axe(desk), *structure(desk), *axe(page), *structure(page)]
    assert not found, "\n".join(found)
    shoot(desk, "konsol-tulis")
    konsol.press("w")
    field = konsol.panel.locator("textarea")
    expect(field).to_be_focused()
    desk.keyboard.type("Baik, kita menulis saja. j 2 ")
    konsol.at("Kursi 1")

    # What is half written stays while the page changes around it, here and there.
    page.fill("#tulisan", "sebentar")
    page.locator("#f-bantuan button").click()
    expect(desk.locator("#perlu")).to_contain_text("menekan Bantuan", timeout=20_000)
    expect(field).to_be_focused()
    expect(field).to_have_value("Baik, kita menulis saja. j 2 ")
    expect(page.locator("#langkah")).to_contain_text("Petugas sudah tahu")
    expect(page.locator("#tulisan")).to_have_value("sebentar")
    desk.keyboard.press("Control+Enter")
    expect(page.locator("#tulis [data-dari=petugas]")).to_contain_text("kita menulis saja", timeout=20_000)
    expect(page.locator("#pesan")).to_contain_text("kita menulis saja")
    expect(page.locator("#tulisan")).to_have_value("sebentar")
    expect(field).to_have_value("")
    shoot(page, "wawancara-tulis")

    told = journal(server, "written")
    assert len(told) == 2 and "by" not in told[0] and told[1]["by"]
    for table, column in (("journal", "body"), ("writing", "box"), ("interview", "body")):
        assert not [text for (text,) in rows(server, f"SELECT {column} FROM {table}") if "Ratna" in text or "menulis saja" in text]


def test_without_scripts_both_write_with_plain_forms(own_server, new_phone):
    server, person = own_server, ready(own_server, BRANCH, 1)[0]
    page, desk = new_phone(javascript=False), new_phone(width=1366, javascript=False)
    name, value = person["cookie"].split("=", 1)
    page.context.add_cookies([{"name": name, "value": value, "url": server.url}])
    page.goto(server.url + "/wawancara")
    page.check("#setuju")
    page.locator("#f-masuk button.btn").click()
    konsol = Konsol(desk, server, BRANCH).begin(seats=1)
    officer = OfficerByForms(server, BRANCH, seats=1)
    try:
        for _ in range(100):
            page.goto(server.url + "/wawancara")
            if page.locator("#f-jawab").count():
                break
            page.wait_for_timeout(200)
        page.locator("#f-jawab button").click()
        page.locator("#tulis summary").click()
        page.locator("#f-tulis button").click()
        expect(page.locator(".sum")).to_contain_text("Tulis dahulu pesan Anda.")
        page.fill("#tulisan", "Kamera saya rusak")
        page.locator("#f-tulis button").click()
        expect(page.locator("#tulis")).to_contain_text("Kamera saya rusak")
        desk.goto(server.url + "/kantor/konsol?kursi=1")
        expect(konsol.panel).to_contain_text("Kamera saya rusak")
        konsol.panel.locator("textarea").fill("Kirim fotonya dari ponsel")
        konsol.panel.get_by_role("button", name="Kirim").click()
        expect(konsol.panel).to_contain_text("Kirim fotonya dari ponsel")
        page.goto(server.url + "/wawancara")
        expect(page.locator("#tulis [data-dari=petugas]")).to_contain_text("Kirim fotonya dari ponsel")
    finally:
        officer.close()
