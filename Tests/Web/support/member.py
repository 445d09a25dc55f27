"""A member with a phone, who walks from the first page to the last and counts the taps."""
import re
from typing import Callable

from playwright.sync_api import Locator, Page, expect

from support.papers import Claim
from support.people import Person
from support.server import Server, until

# So many at most from the first page to the number (screens.md M-b).
TAPS = 11


class Member:
    """`looks` are called at every page, with the page and a short name for it (`daftar-nik`)."""

    def __init__(self, page: Page, server: Server, person: Person | None = None, looks: list[Callable[[Page, str], None]] = ()):
        self.page, self.server, self.looks = page, server, looks
        self.person = person or server.people.anybody()
        self.taps = 0

    # Single movements.

    def go(self, path: str) -> None:
        self.page.goto(self.server.url + path)
        self.look()

    def tap(self, target: Locator | str) -> None:
        (self.page.locator(target) if isinstance(target, str) else target).first.click()
        self.taps += 1

    def press(self, form: str = "main form") -> None:
        """The main button of a form, and the page that follows."""
        self.tap(f"{form} button.btn")
        self.page.wait_for_load_state()
        self.look()

    def type(self, **fields: str) -> None:
        """Fills what the page asks for; a field that the branch does not ask for is left out."""
        for name, value in fields.items():
            if (field := self.page.locator(f"input[name={name}]")).count():
                field.fill(value)

    def look(self) -> None:
        for look in self.looks:
            look(self.page, name_of(self.page))

    def at(self, path: str) -> None:
        expect(self.page).to_have_url(re.compile(re.escape(path) + r"([?#].*)?$"))
        # The address is there before the page is, and not every look waits.
        self.page.wait_for_load_state()

    def says(self) -> str:
        return self.page.locator("main").inner_text()

    # The journey, page by page.

    def choose(self, branch: str | None = None) -> str:
        """Takes the first free time, at this very branch or anywhere, and returns its id."""
        if branch:
            self.go(f"/jadwal?kantor={branch}")
            free = {str(slot["id"]) for slot in self.server.slots(branch)}
        else:
            self.go("/")
            self.tap("main a[href^='/jadwal']")
            self.look()
        self.at("/jadwal")
        offered = self.page.eval_on_selector_all("input[name=slot]", "all => all.map(one => one.value)")
        slot = next((one for one in offered if not branch or one in free), None)
        assert slot, f"no free time at {branch or 'any branch'} on the page"
        self.tap(f"input[name=slot][value='{slot}']")
        self.press("form:has(input[name=slot])")
        return slot

    def wait_in_line(self, branch: str) -> None:
        self.go(f"/jadwal?kantor={branch}")
        self.press("form[action='/jadwal/tunggu']")

    def say_nik(self) -> None:
        self.at("/daftar/nik")
        self.type(nik=self.person.nik)
        self.press()

    def say_membership(self) -> None:
        self.at("/daftar/peserta")
        self.type(kpj=self.person.kpj, nama=self.person.name, lahir=self.person.birth.isoformat(), ibu=self.person.mother)
        self.press()

    def say_contact(self) -> None:
        self.at("/daftar/kontak")
        self.type(email=self.person.email, telepon=self.person.phone)
        self.expect_code()
        self.press()

    def expect_code(self) -> None:
        self.codes_before = len(self.server.codes(self.person.email))

    def code(self) -> str:
        """The code of the newest mail, once it has come."""
        until(lambda: len(self.server.codes(self.person.email)) > self.codes_before, 60, f"a code for {self.person.email}")
        return self.server.codes(self.person.email)[0]

    def say_code(self) -> None:
        self.at("/kode")
        self.type(kode=self.code())
        self.press()

    def say_reason(self, reason: str = "resignation") -> None:
        self.at("/daftar/sebab")
        self.tap(f"input[name=sebab][value={reason}]")
        self.press()

    def say_wishes(self, branch: str) -> None:
        """Any day and any time, at this branch."""
        self.at("/daftar/pilihan")
        for box in self.page.locator(f"input[name=hari], input[name=waktu], input[name=kantor][value='{branch}']").all():
            box.check()
        self.press()

    def identify(self) -> None:
        self.say_nik()
        self.say_membership()
        self.say_contact()
        self.say_code()

    def agree(self) -> None:
        self.at("/daftar/periksa")
        self.tap("input[name=setuju]")

    def send(self) -> str:
        self.agree()
        self.press()
        return self.number()

    def number(self) -> str:
        """The confirmation number on the last page."""
        self.at("/daftar/selesai")
        return self.page.locator(".done b").inner_text().strip()

    # Whole journeys.

    def book(self, branch: str | None = None) -> str:
        self.slot = self.choose(branch)
        self.identify()
        self.say_reason()
        return self.send()

    def file(self, branch: str | None = None) -> str:
        """A claim like that of `book`, over the interface and with the last free time: for tests of what comes after.
        Ends on the same page."""
        claim = Claim(self.server, self.person, branch)
        self.slot = str(claim.slot["id"])
        name, value = claim.headers["Cookie"].split("=", 1)
        self.page.context.add_cookies([{"name": name, "value": value, "url": self.server.url}])
        self.go("/daftar/selesai")
        return self.number()

    def queue(self, branch: str) -> str:
        self.wait_in_line(branch)
        self.identify()
        self.say_reason()
        self.say_wishes(branch)
        return self.send()

    def return_to(self, number: str) -> None:
        """Comes back on another day, with nothing but the number and the mailbox."""
        self.go("/klaim")
        self.type(nomor=number)
        self.expect_code()
        self.press()
        self.say_code()
        self.at("/klaim/status")

    def ask_phone_proof(self, phones) -> str:
        """On the last page: a code for the phone, as it came by WhatsApp."""
        before = len(phones.whatsapp("lapak_proof"))
        self.press("#f-hp")
        self.at("/klaim/kontak/kode")
        until(lambda: len(phones.whatsapp("lapak_proof")) > before, 60, "the phone's own code")
        return phones.whatsapp("lapak_proof")[-1]["template"]["components"][0]["parameters"][0]["text"]

    def say_phone_code(self, code: str) -> None:
        self.type(kode=code)
        self.press("#f-kode")
        self.at("/klaim/kontak")

    def cancel(self) -> None:
        self.go("/klaim/batal")
        self.press()


def name_of(page: Page) -> str:
    path = re.sub(r"^https?://[^/]+/|\?.*$", "", page.url)
    path = re.sub(r"^tawaran/.*", "tawaran", path)
    name = path.strip("/").replace("/", "-") or "mulai"
    return name + "-kesalahan" if page.locator(".sum").count() else name
