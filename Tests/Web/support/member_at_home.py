"""A member at home in their interview, with a camera, as far as the page lets them."""
import json, sqlite3
from contextlib import closing

import requests
from playwright.sync_api import Page

from support.server import Server, settled

# Every connection of the page, so that what really flows can be counted.
WIRETAP = """window.__wires = []; const Wire = RTCPeerConnection;
window.RTCPeerConnection = class extends Wire { constructor(...a) { super(...a); __wires.push(this) } };
window.__sum = async (type, kind, what) => { let n = 0;
    for (const w of __wires) if (w.connectionState != 'closed') (await w.getStats()).forEach(s => { if (s.type == type && s.kind == kind) n += s[what] || 0 });
    return n };"""


def ready(server: Server, branch: str, count: int) -> list[dict]:
    """Made-up people whose papers are accepted and whose appointment begins now."""
    answer = requests.post(server.url + "/dev/siap", data={"branch": branch, "count": count}, timeout=120)
    answer.raise_for_status()
    return answer.json()


class Guest:
    def __init__(self, page: Page, server: Server, person: dict):
        self.page, self.server, self.person = page, server, person
        name, value = person["cookie"].split("=", 1)
        page.context.add_cookies([{"name": name, "value": value, "url": server.url}])
        page.add_init_script(WIRETAP)

    def enter(self) -> "Guest":
        self.page.goto(self.server.url + "/wawancara")
        self.page.check("#setuju")
        with self.page.expect_navigation():
            self.page.locator("#f-masuk button.btn").click()
        return self.at("lobby", "called")

    @property
    def step(self) -> str:
        return self.page.locator("#langkah").get_attribute("data-keadaan")

    def at(self, *steps: str, within: float = 30) -> "Guest":
        self.page.wait_for_function("steps => steps.includes(document.querySelector('#langkah')?.dataset.keadaan)", arg=list(steps),
                                    timeout=within * 1000)
        return self

    def press(self, form: str) -> "Guest":
        self.page.locator(f"#{form} button").first.click()
        return self

    def answer(self) -> "Guest":
        return self.at("called").press("f-jawab").at("filling").press("f-data").at("originals")

    def photograph(self) -> str:
        """One original, from the camera: the button, the look at it, the second button. Answers which one it was."""
        kind = self.page.evaluate("() => document.querySelector('#langkah').dataset.foto")
        self.page.locator("#ambil").click()
        self.page.locator("#pakai").click()
        self.page.wait_for_function("was => { const s = document.querySelector('#langkah').dataset; return s.keadaan != 'originals' || s.foto != was }",
                                    arg=kind, timeout=30_000)
        return kind

    def photograph_all(self) -> "Guest":
        while self.step == "originals":
            self.photograph()
        return self.at("shown")

    def agree(self) -> "Guest":
        return self.at("summary").press("f-setuju").at("agreed", "deciding")

    def quiet(self) -> int:
        """Bytes of voice that were sent, once no more are under way."""
        return settled(lambda: self.flow("outbound-rtp", "audio", "bytesSent"), 30, "no more voice is sent")

    def flow(self, type: str, kind: str, what: str) -> int:
        return self.page.evaluate("([type, kind, what]) => __sum(type, kind, what)", [type, kind, what])


def rows(server: Server, sql: str, *values) -> list[tuple]:
    """From an embedded database, read beside the running server."""
    with closing(sqlite3.connect(f"file:{server.database.removeprefix('sqlite:')}?mode=ro", uri=True, timeout=20)) as books:
        return books.execute(sql, values).fetchall()


def evidence(server: Server, claim: str) -> dict[str, tuple[str, str, int, int]]:
    """What was kept of a claim's interview: kind to number, hash, width, height."""
    return {kind: rest for kind, *rest in rows(server, "SELECT kind, id, sha256, width, height FROM evidence WHERE claim = ?", int(claim))}


def journal(server: Server, event: str) -> list[dict]:
    return [json.loads(body)[event] for (body,) in rows(server, "SELECT body FROM journal WHERE body LIKE ?", f'{{"{event}"%')]
