"""An officer at the pre-check desk, and papers that wait there."""
import json, re, sqlite3, time
from datetime import datetime

from playwright.sync_api import Page, expect

from support.server import Server

PASSWORD = "lapak-asik-demo"


class Officer:
    def __init__(self, page: Page, server: Server, branch: str, number: int = 1):
        self.page, self.server, self.branch, self.number = page, server, branch, number
        # What the pictures show is another test's business; here every one of them is a drawing.
        page.route(re.compile(r"/kantor/berkas/dokumen/\d+/\d+$"), lambda route: route.fulfill(content_type="image/svg+xml", body=DRAWING))

    def sign_in(self) -> "Officer":
        self.page.goto(self.server.url + "/kantor/masuk")
        self.page.fill("main [name=nama]", f"petugas{self.number}.{self.branch}")
        self.page.fill("main [name=sandi]", PASSWORD)
        with self.page.expect_navigation():
            self.page.locator("main form button.btn").first.click()
        return self

    def open(self, path: str = "/kantor/berkas") -> "Officer":
        self.page.goto(self.server.url + path)
        return self

    def take(self) -> "Officer":
        """The button of the list, whether by pointer or not."""
        self.open()
        with self.page.expect_navigation():
            self.page.locator("#f-ambil button").click()
        return self

    def press(self, key: str) -> "Officer":
        """A key, and the focus that follows it a moment later."""
        self.hears_keys().page.keyboard.press(key)
        self.page.evaluate("new Promise(done => setTimeout(done))")
        return self

    def press_and_go(self, key: str) -> "Officer":
        with self.page.expect_navigation():
            self.hears_keys().page.keyboard.press(key)
        return self

    def hears_keys(self) -> "Officer":
        """The page's script runs, and for so long that it takes no key for one that was meant for the page before."""
        self.page.wait_for_function("""() => { if (document.querySelector('#pintasan')?.closest('p').hidden !== false) return false;
            window.hearing ??= performance.now(); return performance.now() > hearing + 600 }""")
        return self

    def sees(self, words: str) -> "Officer":
        expect(self.page.locator("main")).to_contain_text(words)
        return self


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="1800" height="1140" viewBox="0 0 900 570"><rect width="900" height="570" fill="#9CC5DE"/>
<g font-family="sans-serif" font-size="24"><text x="300" y="50" font-size="30" font-weight="bold">PROVINSI CONTOH</text><text x="40" y="130" font-size="34">NIK : 9471991234567890</text>
<text x="40" y="190">Nama : PESERTA UJI</text><text x="40" y="230">Tempat/Tgl Lahir : CONTOH, 01-01-1980</text></g><rect x="670" y="110" width="190" height="240" fill="#C33"/></svg>"""


class Papers:
    """Documents as if they had been sent and inspected, written beside the server into its embedded database."""

    def __init__(self, server: Server):
        self.file = server.database.removeprefix("sqlite:")
        self.number = int(time.time() * 1000) << 12

    def claim(self, number: str) -> tuple[int, str]:
        """A claim's id and the code of its branch."""
        with sqlite3.connect(self.file, timeout=20) as books:
            return books.execute(
                "SELECT c.id, b.code FROM claim c JOIN slot s ON s.id = c.slot JOIN branch b ON b.id = s.branch WHERE c.number = ?",
                [number.replace("-", "")]).fetchone()

    def waits(self, claim: int, paper: str, received: datetime, version: int = 1, pages: int = 1, **other) -> int:
        self.number += 1
        row = {"id": self.number, "claim": claim, "paper": paper, "version": version, "kind": "jpeg" if pages == 1 else "pdf", "bytes": 310_000,
               "sha256": "ab" * 32, "pages": pages, "hints": json.dumps([]), "received": int(received.timestamp() * 1000), "phase": "waiting", **other}
        with sqlite3.connect(self.file, timeout=20) as books:
            books.execute(f"INSERT INTO document ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
        return self.number

    def phase(self, document: int) -> tuple[str, str | None, str | None]:
        with sqlite3.connect(self.file, timeout=20) as books:
            return books.execute("SELECT phase, reason, note FROM document WHERE id = ?", [document]).fetchone()
