"""An officer at the One to Many console, by keyboard."""
from playwright.sync_api import Page, expect

from support.browsers import PATIENCE
from support.member_at_home import rows
from support.officer import Officer
from support.server import Server, until


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
        """After a change of seats keys that decide are asleep for a moment, so that none decides about somebody unseen: in the page's time."""
        self.page.evaluate("new Promise(done => setTimeout(done, 400))")
        return self

    @property
    def panel(self):
        return self.page.locator("#panel > .panel:not([hidden])")

    def at(self, words: str) -> "Konsol":
        expect(self.panel.locator("h2")).to_contain_text(words)
        return self

    def reaches(self, seat: int, phase: str) -> "Konsol":
        self.page.wait_for_function("([seat, phase]) => document.querySelector(`#panel>[data-kursi='${seat}']`)?.dataset.fase == phase", arg=[seat, phase])
        return self

    def seat(self, number: int):
        return self.page.locator(f"#kursi-{number} .bth")

    def alarm(self, words: str) -> "Konsol":
        expect(self.page.locator("#galat")).to_contain_text(words)
        return self

    def serve(self, guests: list, seats: list[tuple[str, int]]) -> None:
        """Both looks at people who show their originals, by keyboard; between them they agree. `seats`: interview and seat of each."""
        for phase in ("shown", "agreed"):
            for guest, (id, seat) in zip(guests, seats):
                self.page.wait_for_function("([id, phase]) => document.querySelector(`#panel-${id}`)?.dataset.fase == phase", arg=[id, phase])
                self.press(str(seat)).settled()
                for _ in range(self.panel.locator(".chk li[data-tangan]:not([data-cocok])").count()):
                    self.press("j")
                with self.page.expect_response("**/kantor/konsol/lanjut"):
                    self.press("Enter")
                if phase == "shown":
                    guest.agree()

    def seats(self, people: list[dict]) -> list[tuple[str, int]]:
        """Interview and seat of each, as the books hold them."""
        found = {claim: (str(id), seat) for id, claim, seat in rows(self.officer.server, "SELECT id, claim, seat FROM interview WHERE live = 1")}
        return [found[int(person["claim"])] for person in people]

    def frames(self, id: str) -> int:
        """Pictures of a seat that were decoded so far."""
        return self.page.evaluate(
            "id => document.querySelector(`#video [data-id='${id}'] video`)?.getVideoPlaybackQuality().totalVideoFrames ?? 0", id)

    def sees(self, id: str) -> None:
        last, more = self.frames(id), 0

        def grows() -> bool:
            # A member's reload begins the count anew.
            nonlocal last, more
            frames = self.frames(id)
            more, last = more + (frames - last if frames >= last else frames), frames
            return more > 3
        until(grows, 90, f"pictures of {id} are decoded")
