"""The yard in front of a branch: papers are checked outdoors, numbers are given, also for an hour without a network."""
import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from support.accessibility import accessible
from support.officer import Officer
from support.server import until
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


def test_what_is_missing_is_photographed_and_the_number_stays(yard, server, shoot):
    page, who = yard.page, server.people.anybody()
    shoot(page, "halaman-1-cari")
    accessible(page, "halaman")
    yard.find(who.nik).says("Siapa orang ini?")
    yard.describe(who).says("Beri tanda untuk dokumen asli")
    accessible(page, "halaman-berkas")
    yard.verdict(RESIGNED[:3], "kurang").says("Yang kurang")
    number = yard.number
    assert number[:2] == "A-"
    # What was typed here was proven by nobody: nothing is sent there.
    yard.says("Belum ada kontak yang dibuktikan")
    shoot(page, "halaman-2-kurang")
    accessible(page, "halaman-kunjungan")
    page.click("summary:has-text('Foto berkas')")
    accessible(page, "halaman-foto")
    page.set_input_files("#b-bank_book", {"name": "buku.jpg", "mimeType": "image/jpeg", "buffer": photo("navy")})
    with page.expect_navigation():
        page.click("#foto-bank_book button")
    until(lambda: whole(page), 60, "the photo is whole")
    yard.verdict(["face_photo"]).in_line()
    expect(page.locator(".nomor").first).to_have_text(number)
    shoot(page, "halaman-3-nomor")
    for link in page.locator("p.dua a").all():
        paper = page.request.get(server.url + link.get_attribute("href"))
        assert paper.ok and number.encode() in paper.body()
    assert not [one for one in server.mails(who.email) if number in one["text"]]


def whole(page) -> bool:
    page.reload()
    mark = page.locator("#foto-bank_book label")
    return "sudah ada" in (mark.text_content() or "")


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
    # After an answer that was lost the tablet rests two seconds, here a moment.
    page.add_init_script("const sleep = setTimeout; window.setTimeout = (what, after, ...rest) => sleep(what, after == 2000 ? 20 : after, ...rest)")
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
