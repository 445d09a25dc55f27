"""The manager of a branch at the desk: hours, exceptions, the waiting list."""
import uuid

from playwright.sync_api import Page, expect

from support.server import Server

PASSWORD = "lapak-asik-demo"


class Manager:
    def __init__(self, page: Page, server: Server, branch: str):
        self.page, self.server, self.branch = page, server, branch

    def sign_in(self, password: str = PASSWORD) -> "Manager":
        self.page.goto(self.server.url + "/kantor/masuk")
        return self.fill(nama=f"manajer.{self.branch}", sandi=password).send()

    def open(self, path: str) -> "Manager":
        self.page.goto(self.server.url + path)
        return self

    def fill(self, **fields: str) -> "Manager":
        for name, value in fields.items():
            self.page.fill(f"main [name={name}]", value)
        return self

    def send(self) -> "Manager":
        with self.page.expect_navigation():
            self.page.locator("main form button.btn").first.click()
        return self

    def send_and_confirm(self) -> "Manager":
        """The desk first shows what a change of hours would do, then asks once more."""
        self.send()
        confirm = self.page.locator("form:has(input[name=aksi][value=simpan]) button.btn").first
        if confirm.count():
            with self.page.expect_navigation():
                confirm.click()
        return self

    def open_only(self, opens: str, closes: str) -> "Manager":
        """One officer, one seat, no lunch between, nothing kept for people who walk in."""
        self.open("/kantor/jam")
        self.fill(buka=opens, tutup=closes, istirahat=closes, kembali=closes, petugas="1", rasio="1", menit="30", daring="100").send_and_confirm()
        expect(self.page.locator(".sum")).to_have_count(0)
        return self

    def close_on(self, day: str, why: str) -> "Manager":
        """As the form sends it, without drawing the page each time."""
        form = {"kunci": uuid.uuid4().hex, "hari": day, "tutup": "ya", "catatan": why}
        answer = self.page.request.post(self.server.url + "/kantor/pengecualian", form=form)
        assert answer.ok and why in answer.text(), answer.text()[-900:]
        return self
