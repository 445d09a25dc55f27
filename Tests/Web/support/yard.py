"""The yard's tablet in an officer's hand: online as pages, without a network as what the page keeps."""
import re
from dataclasses import replace
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from support.people import Person, person
from support.server import Server, until

TABLET = {"width": 768, "height": 1024}
RESIGNED = ["kartu_peserta", "ktp", "resignation_letter", "bank_book", "face_photo"]


def crowd(count: int) -> list[Person]:
    """So many more members than the tests share, all of working age."""
    made = []
    for number in range(2000, 2000 + count):
        birth = date(1975, 1, 1) + timedelta(days=37 * (number - 2000))
        made.append(replace(person(0, 120), nik=f"947199{birth:%d%m%y}{number:04}", kpj=f"98{number:09}", name=f"WARGA {letters(number)}",
                            birth=birth, email="", phone=f"0813{number + 10_000_000:08}"))
    return made


def letters(number: int) -> str:
    return chr(65 + number) if number < 26 else letters(number // 26 - 1) + chr(65 + number % 26)


class Crowd:
    """What `Server.register` takes."""

    def __init__(self, people: list[Person]):
        self.people = people

    def csv(self) -> str:
        head = "nik,name,birth,mother,kpj,npp,employer,start,end,status,balance"
        rows = (f"{p.nik},{p.name},{p.birth},{p.mother},{p.kpj},JJ000001,PT Contoh Uji,2015-01-05,{p.ended},ended,14250000" for p in self.people)
        return "\n".join([head, *rows]) + "\n"


def typed(who: Person) -> dict[str, str]:
    return {"nik": who.nik, "kpj": who.kpj, "nama": who.name, "lahir": f"{who.birth:%d-%m-%Y}", "telepon": who.phone, "email": who.email}


class Yard:
    def __init__(self, page: Page, server: Server):
        self.page, self.server = page, server
        page.set_viewport_size(TABLET)

    def open(self) -> "Yard":
        self.page.goto(self.server.url + "/kantor/halaman")
        return self

    def ready(self) -> "Yard":
        """The tablet holds its block of numbers and the page itself."""
        expect(self.page.locator("#tablet[data-siap]")).to_be_attached(timeout=20_000)
        if self.page.locator("#siapkan").count():
            self.page.click("#siapkan")
        expect(self.page.locator("#hitung")).to_contain_text("200 nomor cadangan", timeout=20_000)
        return self

    def find(self, text: str) -> "Yard":
        self.page.fill("#cari", text)
        with self.page.expect_navigation():
            self.page.click("#f-cari button.btn")
        return self

    def describe(self, who: Person, reason: str = "resignation", **other: str) -> "Yard":
        for name, value in (typed(who) | other).items():
            self.page.fill(f"#f-orang [name={name}]", value)
        self.page.select_option("#f-orang [name=sebab]", reason)
        with self.page.expect_navigation():
            self.page.click("#f-orang button.btn")
        return self

    def new(self, who: Person, **other: str) -> "Yard":
        with self.page.expect_navigation():
            self.page.click("#baru")
        return self.describe(who, **other)

    def verdict(self, seen: list[str], verdict: str = "lengkap") -> "Yard":
        for paper in seen:
            self.page.check(f"#ada input[value={paper}]")
        with self.page.expect_navigation():
            self.page.click(f"#ada button[value={verdict}]")
        return self

    def says(self, words: str) -> "Yard":
        expect(self.page.locator("main")).to_contain_text(words)
        return self

    def in_line(self) -> "Yard":
        """Complete: outside or, where the room has a place, told to come in already."""
        expect(self.page.locator("main")).to_contain_text(re.compile("Menunggu|Di dalam"))
        return self

    @property
    def number(self) -> str:
        return self.page.locator(".nomor").first.inner_text()

    # Without a network.

    def offline(self, is_offline: bool = True) -> "Yard":
        self.page.context.set_offline(is_offline)
        return self

    def check_offline(self, who: Person, seen: list[str] = RESIGNED, photos: dict[str, bytes] = {}, verdict: str = "lengkap") -> str:
        """By hand, as an officer does it; the number that the tablet gave."""
        for name, value in typed(who).items():
            self.page.fill(f"#f-luring [name={name}]", value)
        self.page.select_option("#f-luring [name=sebab]", "resignation")
        for paper in seen:
            self.page.check(f"#l-daftar input[value={paper}]")
        for paper, content in photos.items():
            self.page.select_option("#l-dokumen", paper)
            before = self.page.locator("#l-foto-daftar li").count()
            self.page.set_input_files("#l-berkas", {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": content})
            expect(self.page.locator("#l-foto-daftar li")).to_have_count(before + 1)
        self.page.click(f"#f-luring button[value={verdict}]")
        expect(self.page.locator("#luring-hasil")).to_be_visible()
        number = self.page.locator("#l-nomor").inner_text()
        self.page.click("#l-berikut")
        return number

    def check_many_offline(self, people: list[Person]) -> list[str]:
        """The same through the same form, as fast as the page takes it."""
        return self.page.evaluate("""async people => { const f = document.querySelector('#f-luring'), given = [];
            const until = async test => { while (!test()) await new Promise(done => setTimeout(done, 2)) };
            for (const [who, seen] of people) {
                for (const name in who) f.elements[name].value = who[name];
                f.elements.sebab.value = 'resignation'; f.elements.sebab.dispatchEvent(new Event('change'));
                for (const paper of seen) document.querySelector(`#l-daftar input[value=${paper}]`).click();
                f.requestSubmit(f.querySelector('button[value=lengkap]'));
                await until(() => !document.querySelector('#luring-hasil').hidden || document.querySelector('#luring-galat').textContent);
                if (document.querySelector('#luring-galat').textContent) throw Error(document.querySelector('#luring-galat').textContent);
                given.push(document.querySelector('#l-nomor').textContent);
                document.querySelector('#l-berikut').click();
                await until(() => document.querySelector('#luring-hasil').hidden && !document.querySelector('#luring-periksa').hidden);
            } return given }""", [[typed(who), RESIGNED] for who in people])

    def unsent(self) -> tuple[int, int]:
        return tuple(int(n) for n in re.findall(r"(\d+) (?:pemeriksaan|foto) belum", self.page.locator("#hitung").inner_text()))

    def all_sent(self, within: float = 120) -> "Yard":
        # Waiting in the page: routes are served meanwhile.
        until(lambda: self.page.wait_for_timeout(100) or self.unsent() == (0, 0), within, lambda: f"everything is sent; left: {self.unsent()}")
        return self
