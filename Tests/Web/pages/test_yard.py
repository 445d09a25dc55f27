"""The yard in front of a branch: papers are checked outdoors, numbers are given, also for an hour without a network."""
import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from support.accessibility import accessible
from support.manager import Manager
from support.officer import Officer
from support.server import until
from support.times import written
from support.yard import RESIGNED, TABLET, Crowd, Yard, crowd


@pytest.fixture
def yard(new_phone, server):
    page = new_phone(width=768)
    Officer(page, server, server.branches()[0]["code"]).sign_in()
    return Yard(page, server).open()


def photo(colour: str) -> bytes:
    file = io.BytesIO()
    image = Image.effect_noise((900, 600), 60).convert("RGB")
    image.paste(Image.new("RGB", (200, 120), colour), (40, 40))
    image.save(file, "JPEG", quality=85)
    return file.getvalue()


def test_somebody_new_gets_a_number_and_what_is_missing_is_photographed(yard, server, shoot):
    page, who = yard.page, server.people.anybody()
    shoot(page, "halaman-1-cari")
    accessible(page, "halaman")
    yard.find("123").says("yang diketik 3 angka")
    yard.find("A-998").says("belum diberikan hari ini")
    yard.find(who.nik).says("Siapa orang ini?")
    expect(page.locator("#f-orang [name=nik]")).to_have_value(who.nik)
    accessible(page, "halaman-orang")
    yard.describe(who, nama="ORANG LAIN SEKALI").says("Nama Anda berbeda dari data peserta")
    shoot(page, "halaman-2-tidak-cocok")
    yard.describe(who).says("Beri tanda untuk dokumen asli")
    accessible(page, "halaman-berkas")
    yard.verdict(RESIGNED[:3]).says("Belum lengkap")
    assert page.locator("#ada input:checked").count() == 3
    shoot(page, "halaman-3-belum-lengkap")
    yard.verdict([], "kurang").says("Yang kurang")
    number = yard.number
    assert number[:2] == "A-"
    told = server.mail_about(who.email, f"Nomor {number} tetap milik Anda")["text"]
    assert "- Halaman depan buku tabungan" in told and "- Wajah cocok" in told and "- KTP" not in told
    shoot(page, "halaman-4-kurang")
    accessible(page, "halaman-kunjungan")
    with page.expect_navigation():
        page.click("text=Cetak daftar yang kurang")
    yard.says("Halaman depan buku tabungan").says(number)
    assert who.name not in page.locator("main").inner_text()
    page.go_back()
    page.click("summary:has-text('Foto berkas')")
    accessible(page, "halaman-foto")
    page.set_input_files("#b-bank_book", {"name": "buku.jpg", "mimeType": "image/jpeg", "buffer": photo("navy")})
    with page.expect_navigation():
        page.click("#foto-bank_book button")
    until(lambda: whole(page), 60, "the photo is whole")
    yard.verdict(["face_photo"]).in_line()
    expect(page.locator(".nomor").first).to_have_text(number)
    shoot(page, "halaman-5-nomor")
    for link in page.locator("p.dua a").all():
        paper = page.request.get(server.url + link.get_attribute("href"))
        assert paper.ok and number.encode() in paper.body()
    yard.open().find(number.lower().replace("-", " ")).says(who.name)
    accessible(page, "halaman-nomor")
    link = server.mail_about(who.email, "/nomor/")["links"][0]
    yard.open().find(link[link.index("/nomor/"):]).says(number)
    yard.open().find("https://contoh.example" + link[link.index("/nomor/"):-1] + ("a" if link[-1] == "b" else "b")).says("bukan dari kantor ini")


def whole(page) -> bool:
    page.reload()
    mark = page.locator("#foto-bank_book label")
    return "sudah ada" in (mark.text_content() or "")


def test_too_early_says_the_first_day(yard, server):
    who = server.people.somebody_too_early()
    yard.new(who).says("baru dapat diajukan mulai").says(written(who.possible_from))


def test_a_nik_that_nobody_knows_says_what_to_do(yard, server):
    yard.new(server.people.stranger()).says("NIK ini tidak ada di data peserta")


def test_an_appointment_stands_until_the_person_converts_it(yard, server, shoot):
    from support.papers import Claim
    claim = Claim(server)
    yard.find(claim.person.nik).says("Sudah ada pengajuan").verdict(RESIGNED).says("Jadwal itu tetap berlaku")
    accessible(yard.page, "halaman-jadwal")
    shoot(yard.page, "halaman-6-jadwal")
    with yard.page.expect_navigation():
        yard.page.click("#f-ubah button")
    yard.in_line().says(claim.person.name)


def test_when_the_numbers_are_used_up_the_waiting_list_takes_over(new_phone, own_server, shoot):
    page = new_phone(width=768)
    manager = Manager(page, own_server, own_server.branches()[0]["code"]).sign_in().open("/kantor/jam")
    manager.fill(petugas="1", rasio="1", menit="30", daring="100", ruang="12").send_and_confirm()
    own_server.set_clock(advance="1")
    yard = Yard(page, own_server).open()
    yard.says("Nomor hari ini habis")
    who = own_server.people.anybody()
    yard.new(who).verdict(RESIGNED).says("masukkan ke daftar tunggu kantor ini")
    accessible(page, "halaman-habis")
    shoot(page, "halaman-7-habis")
    assert "beruntung" not in page.locator("main").inner_text().lower()
    with page.expect_navigation():
        page.click("#f-tunggu button")
    yard.says("Dalam daftar tunggu")
    shoot(page, "halaman-8-daftar-tunggu")
    manager.open("/kantor/antrean")
    assert "0 / 12" in page.locator(".angka").inner_text()


def test_the_line_is_explained_and_only_two_people_change_it(new_phone, server, shoot):
    first, second, office = new_phone(width=768), new_phone(width=1366), new_phone(width=1366)
    # Room for one: the others wait outside, where the order can still change.
    Manager(office, server, server.branches()[1]["code"]).sign_in().open("/kantor/jam").fill(ruang="1").send_and_confirm()
    Officer(first, server, server.branches()[1]["code"]).sign_in()
    Officer(second, server, server.branches()[1]["code"], number=2).sign_in()
    yard = Yard(first, server).open()
    numbers = []
    for priority in ("", "", "elderly"):
        yard.open().new(server.people.anybody())
        if priority:
            first.select_option("#ada [name=prioritas]", priority)
        numbers.append(yard.verdict(RESIGNED).number)
        yard.in_line()
        until(lambda: inside(server, numbers[0], server.branches()[1]["name"]), 60, "the first one is told to come in")
    first.goto(server.url + "/kantor/antrean")
    yard.says("Prioritas Lansia: 45 menit lebih awal")
    accessible(first, "antrean")
    shoot(first, "antrean-1")
    first.click("summary:has-text('Minta perubahan urutan')")
    first.select_option("#nomor", label=numbers[1])
    first.select_option("#sebelum", label=numbers[2])
    first.fill("#alasan", "Anaknya demam tinggi")
    with first.expect_navigation():
        first.click("#f-urutan button")
    yard.says("Menunggu persetujuan orang kedua")
    assert first.locator("[id^=f-jawab]").count() == 0
    second.goto(server.url + "/kantor/antrean")
    shoot(second, "antrean-2-orang-kedua")
    accessible(second, "antrean-orang-kedua")
    with second.expect_navigation():
        second.click("[id^=f-jawab] button[value=ya]")
    shown = [cell.inner_text() for cell in second.locator("#t-antrean >> xpath=ancestor::table >> css=tbody a.num").all()]
    assert shown.index(numbers[1]) < shown.index(numbers[2])
    expect(second.locator("main")).to_contain_text("Anaknya demam tinggi")


def inside(server, number: str, branch: str) -> bool:
    return server.row("SELECT w.phase FROM walk_in w JOIN branch b ON b.id = w.branch WHERE w.number = ? AND b.name = ?", number, branch) == ("inside",)


def test_the_yard_fits_a_narrow_phone(new_phone, server, shoot):
    page = new_phone(width=360)
    Officer(page, server, server.branches()[0]["code"]).sign_in()
    page.goto(server.url + "/kantor/halaman")
    accessible(page, "halaman-360")
    shoot(page, "halaman-9")
    for target in page.locator("main .btn:visible, main .in:visible").all():
        assert target.bounding_box()["height"] >= 48


def test_leaving_with_something_unsent_warns(new_phone, server):
    page = new_phone(width=768, has_touch=True)
    Officer(page, server, server.branches()[0]["code"]).sign_in()
    yard = Yard(page, server).open().ready().offline()
    expect(page.locator("#luring-periksa")).to_be_visible(timeout=20_000)
    yard.check_offline(server.people.anybody())
    page.click("#f-keluar button")
    expect(page.locator("main")).to_contain_text("1 pemeriksaan dan 0 foto yang belum terkirim")
    yard.offline(False).all_sent()
    with page.expect_navigation():
        page.click("#f-keluar button")
    assert page.url.endswith("/kantor/masuk?keluar=1")
    assert page.evaluate("caches.keys()") == []


def test_an_hour_without_a_network_loses_nothing_and_doubles_nothing(new_phone, own_server, shoot):
    """200 checks with photos on the tablet, two of them with trouble; answers get lost when the network is back."""
    server, people = own_server, crowd(199)
    server.register(Crowd(people))
    page = new_phone(width=768, has_touch=True)
    Officer(page, server, server.branches()[0]["code"]).sign_in()
    yard = Yard(page, server).open().ready()
    shoot(page, "luring-1-siap")
    yard.offline()
    expect(page.locator("#luring-periksa")).to_be_visible(timeout=20_000)
    # The page itself survives being loaded again.
    page.reload()
    expect(page.locator("#luring-periksa")).to_be_visible(timeout=20_000)
    expect(page.locator("#hitung")).to_contain_text("200 nomor cadangan")
    given, photos = [], 0
    for index, who in enumerate(people[:4]):
        shots = {paper: photo(colour) for paper, colour in [("ktp", "teal"), ("bank_book", "maroon")][: index % 2 + 1]}
        given.append(yard.check_offline(who, photos=shots))
        photos += len(shots)
        if index == 0:
            shoot(page, "luring-2-periksa")
            accessible(page, "halaman-luring")
            yard.page.set_viewport_size(TABLET)
    given.append(yard.check_offline(server.people.stranger()))
    assert given == [f"A-{n:03}" for n in range(1, 6)]
    given += yard.check_many_offline(people[4:])
    assert yard.unsent() == (200, photos)
    assert len(set(given)) == 200
    # No more than 200 are kept; said, and nothing lost.
    with pytest.raises(Exception, match="sudah menyimpan 200"):
        yard.check_many_offline([server.people.anybody()])
    shoot(page, "luring-3-penuh")
    server.set_clock(advance="3600")
    # Every seventh answer is lost: the server has kept what the tablet does not know about.
    lost = losing(page.context, ["**/kantor/halaman/kirim", "**/kantor/halaman/*/foto*"], every=7)
    yard.offline(False)
    yard.all_sent(900)
    assert len(lost) > 20
    shoot(page, "luring-4-terkirim")
    numbers = [row for row in column(server, "SELECT number FROM walk_in WHERE source LIKE 'tablet:%'")]
    assert sorted(numbers) == sorted(given)
    assert server.row("SELECT count(*), count(DISTINCT claim) FROM walk_in WHERE claim IS NOT NULL") == (199, 199)
    assert server.row("SELECT count(*), count(DISTINCT member) FROM claim WHERE live = 1") == (199, 199)
    assert server.row("SELECT count(*) FROM document") == (photos,)
    until(lambda: server.row("SELECT count(*) FROM document WHERE phase = 'waiting'") == (photos,), 60, "every photo is inspected and whole")
    # Only the one with trouble is still on the tablet, with what to do.
    expect(page.locator("#perkara li")).to_have_count(1)
    expect(page.locator("#perkara")).to_contain_text("NIK ini tidak ada di data peserta")
    assert page.evaluate("""() => new Promise(done => { const q = indexedDB.open('halaman'); q.onsuccess = () => { const s = q.result.transaction(['cek', 'foto']);
        let out = ''; s.objectStore('cek').getAll().onsuccess = e => out += JSON.stringify(e.target.result); s.objectStore('foto').count().onsuccess = e => out += e.target.result;
        s.oncomplete = () => done(out) } })""").count("telepon") == 0
    with page.expect_navigation():
        page.click("#perkara a.btn")
    yard.says("Data belum cocok").says("A-005")
    shoot(page, "luring-5-perkara")


def losing(context, patterns: list[str], every: int) -> list[str]:
    """Of all answers each `every`th is lost on the way back; the request has arrived."""
    asked, lost = [], []

    def handle(route):
        asked.append(route.request.url)
        if len(asked) % every:
            return route.continue_()
        route.fetch()
        lost.append(route.request.url)
        route.abort()

    for pattern in patterns:
        context.route(pattern, handle)
    return lost


def column(server, sql: str) -> list:
    import sqlite3
    with sqlite3.connect(f"file:{server.database.removeprefix('sqlite:')}?mode=ro", uri=True, timeout=20) as books:
        return [row[0] for row in books.execute(sql)]
