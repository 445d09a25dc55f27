"""A booth in a branch: the browser in kiosk mode, and the person who sits down at it."""
import requests
from playwright.sync_api import Page, expect

from support.manager import Manager
from support.server import Server


# A camera that can be pulled out.
CAMERA = """const open = window.MediaDevices?.prototype.getUserMedia; if (open) MediaDevices.prototype.getUserMedia = function (...wishes) {
    return window.name == 'rusak' ? Promise.reject(new DOMException('gone', 'NotFoundError')) : open.apply(this, wishes) };"""

# A camera that looks at a table: grey, with whatever paper was laid there. Noise as cameras have; a paper in a hand moves.
TABLE = """window.paper = null; if (window.MediaDevices) MediaDevices.prototype.getUserMedia = async () => {
    const c = Object.assign(document.createElement('canvas'), { width: 640, height: 360 }), g = c.getContext('2d'); let n = 0;
    setInterval(() => { n++; g.fillStyle = '#777'; g.fillRect(0, 0, 640, 360);
        if (paper) { g.fillStyle = paper.colour; g.fillRect(paper.moving ? n % 6 * 60 : 130, 70, 380, 220) }
        g.fillStyle = n % 2 ? '#7a7a7a' : '#747474'; g.fillRect(300, 160, 40, 40) }, 60);
    const sound = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
    return new MediaStream([...c.captureStream(15).getVideoTracks(), ...sound]) }"""


def visitors(server: Server, branch: str, count: int) -> list[dict]:
    """Made-up people with a number of today whose papers the yard saw."""
    answer = requests.post(server.url + "/dev/kunjungan", params={"cabang": branch, "jumlah": count}, timeout=120)
    answer.raise_for_status()
    return answer.json()["visits"]


def code(manager: Manager, number: int) -> str:
    """Adds a booth at the desk; answers its pairing code."""
    manager.open("/kantor/bilik")
    manager.page.fill("#bilik", str(number))
    with manager.page.expect_navigation():
        manager.page.locator("#f-bilik button").click()
    return manager.page.locator("#kode-bilik").inner_text()


class Kiosk:
    def __init__(self, page: Page, server: Server):
        self.page, self.server = page, server
        page.add_init_script(CAMERA)

    def pair(self, code: str) -> "Kiosk":
        self.page.goto(self.server.url + "/bilik")
        self.page.fill("#kode", code.lower())
        with self.page.expect_navigation():
            self.page.locator("#f-pasang button").click()
        return self.at("idle")

    @property
    def step(self) -> str:
        return self.page.locator("#langkah").get_attribute("data-keadaan")

    def at(self, *steps: str, within: float = 30) -> "Kiosk":
        self.page.wait_for_function("steps => steps.includes(document.querySelector('#langkah')?.dataset.keadaan)", arg=list(steps),
                                    timeout=within * 1000)
        return self

    def type(self, person: dict) -> "Kiosk":
        """On the pad, digit by digit: the queue number, then what only the person knows."""
        for field, digits in (("#nomor", person["number"][-3:]), ("#akhir", person["digits"])):
            self.page.locator(field).click()
            for digit in digits:
                self.page.locator(f"#papan [data-tombol='{digit}']").click()
        self.page.locator("#f-nomor button").click()
        return self

    def scan(self, text: str) -> "Kiosk":
        """A scanner is a keyboard that types fast and ends with Enter."""
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        return self

    def press(self, form: str) -> "Kiosk":
        self.page.locator(f"#{form} button").first.click()
        return self

    def sit(self, person: dict) -> "Kiosk":
        return self.at("called").type(person).at("consent").press("f-jawab").at("filling")

    def lay(self, colour: str, moving: bool = False) -> "Kiosk":
        """A paper of this colour on the table of `TABLE`, in a hand or lying still."""
        self.page.evaluate("paper => { window.paper = paper }", {"colour": colour, "moving": moving})
        return self

    def photograph(self) -> str:
        kind = self.page.evaluate("() => document.querySelector('#langkah').dataset.foto")
        self.page.locator("#ambil").click()
        self.page.locator("#pakai").click()
        self.page.wait_for_function("was => { const s = document.querySelector('#langkah').dataset; return s.keadaan != 'originals' || s.foto != was }",
                                    arg=kind, timeout=30_000)
        return kind

    def photograph_all(self) -> "Kiosk":
        while self.step == "originals":
            self.photograph()
        return self.at("shown")

    def refused(self, words: str) -> "Kiosk":
        expect(self.page.locator("#galat")).to_contain_text(words)
        return self

    def break_camera(self) -> "Kiosk":
        """Pulled out: the tracks end, and nothing can be opened again, not even by a fresh page."""
        self.page.evaluate("""() => { window.name = 'rusak';
            const t = document.querySelector('#kamera').srcObject.getVideoTracks()[0]; t.stop(); t.dispatchEvent(new Event('ended')) }""")
        return self

    def mend_camera(self) -> "Kiosk":
        self.page.evaluate("() => { window.name = '' }")
        return self

    def traces(self, *words: str) -> list[str]:
        """Which of these words are left anywhere in this browser's page."""
        kept = self.page.evaluate("""() => [document.documentElement.outerHTML, document.title, JSON.stringify(localStorage),
            JSON.stringify(sessionStorage), JSON.stringify(history.state), location.href, window.name,
            ...[...document.querySelectorAll('input')].map(i => i.value)].join('\\n')""")
        return [word for word in words if word.lower() in kept.lower()]
