"""An officer at the One to Many console, by keyboard."""
from playwright.sync_api import Page, expect

from officer import Officer
from server import Server


# Milliseconds: six people and their files are a lot for a busy machine.
PATIENCE = 30_000


class Konsol:
    def __init__(self, page: Page, server: Server, branch: str, number: int = 1):
        self.page, self.officer = page, Officer(page, server, branch, number)
        self.strokes = 0
        page.set_default_timeout(PATIENCE)
        page.set_viewport_size({"width": 1366, "height": 768})

    def begin(self, seats: int = 6) -> "Konsol":
        self.officer.sign_in().open("/kantor/konsol")
        self.page.select_option("#jumlah", str(seats))
        with self.page.expect_navigation():
            self.page.locator("#f-buka button").click()
        return self

    def renew(self) -> "Konsol":
        """The pieces of the page as they are now, without waiting for the next look: a look that begins after this, and is shown."""
        with self.page.expect_request("**/kantor/konsol/isi*") as look:
            self.page.evaluate("dispatchEvent(new Event('online'))")
        look.value.response().finished()
        self.page.evaluate("new Promise(shown => requestAnimationFrame(() => setTimeout(shown)))")
        return self

    def press(self, *keys: str) -> "Konsol":
        for key in keys:
            self.page.keyboard.press(key)
            self.strokes += 1
        return self

    def settled(self) -> "Konsol":
        """After a change of seats keys that decide are asleep for a moment, so that none decides about somebody unseen."""
        self.page.wait_for_timeout(400)
        return self

    @property
    def panel(self):
        return self.page.locator("#panel > .panel:not([hidden])")

    def at(self, words: str) -> "Konsol":
        expect(self.panel.locator("h2")).to_contain_text(words, timeout=PATIENCE)
        return self

    def seat(self, number: int):
        return self.page.locator(f"#kursi-{number} .bth")

    def alarm(self, words: str) -> "Konsol":
        expect(self.page.locator("#galat")).to_contain_text(words, timeout=PATIENCE)
        return self
