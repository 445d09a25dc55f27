"""A robot officer at the real console, and members who need as long as people do, against the real server: how many claims an
officer finishes in an hour with one, four and six seats (screens.md 3.1 and 3.2). `make bench-fanout` prints one JSON object.

Time is compressed, not speeded up: between two happenings the server's clock is moved to the next one and does what would have come due;
everything that happens is a real request or a real key. So the seconds below are the server's own, and no machine is too slow for them.
"""
import heapq, io, itertools, json, math, os, random, sqlite3, sys, tempfile, threading, time
from contextlib import closing
from datetime import timedelta, timezone
from pathlib import Path

import requests
from PIL import Image
from playwright.sync_api import sync_playwright

from support.officer import PASSWORD
from support.server import Server
from support.times import tuesday_morning

# Seconds of one ordinary claim, from screens.md 3.2: what the member does alone, and what the officer does.
FILLING, ORIGINALS, SUMMARY, LEAVING, CHANGEOVER = 40 + 90 + 180 + 225, 90, 110, 60, 75
WORK = {"ready": 25, "shown": 55, "agreed": 25}
NOTICE, SWITCH, SPREAD = 1.0, 4.0, 0.6
PICTURE = io.BytesIO()
Image.effect_noise((640, 400), 40).convert("RGB").save(PICTURE, "JPEG")


def drawn(mean: float, chance: random.Random, spread: float = SPREAD) -> float:
    """Lognormal, as times of people are."""
    wide = math.log(1 + spread * spread)
    return chance.lognormvariate(math.log(mean) - wide / 2, math.sqrt(wide))


class Day:
    def __init__(self, server: Server, page, branch: str, officer: int, seats: int, hours: float, seed: int):
        self.server, self.page, self.branch, self.officer, self.seats, self.hours = server, page, branch, officer, seats, hours
        self.chance, self.count = random.Random(seed), itertools.count()
        self.events, self.members, self.planned = [], {}, {}
        self.keys, self.marks, self.busy, self.streams = 0, [], False, []

    # The server's books and clock.

    def rows(self, sql: str, *values) -> list[tuple]:
        with closing(sqlite3.connect(f"file:{self.server.database.removeprefix('sqlite:')}?mode=ro", uri=True, timeout=20)) as books:
            return books.execute(sql, values).fetchall()

    def at(self, moment: float) -> None:
        while self.now < moment:
            self.now = min(moment, self.now + 45)
            when = self.begun + timedelta(seconds=self.now)
            requests.post(self.server.url + "/dev/clock", data={"at": when.isoformat(), "only": "wawancara"}, timeout=20).raise_for_status()

    def seated(self) -> dict[int, tuple[int, str]]:
        return {seat: (claim, phase) for seat, claim, phase in self.rows(
            "SELECT seat, claim, phase FROM interview WHERE live = 1 AND session = ? AND seat IS NOT NULL", self.session)}

    def plan(self, after: float, what, *arguments) -> None:
        heapq.heappush(self.events, (self.now + after, next(self.count), what, arguments))

    # Members.

    def post(self, claim: int, verb: str, **fields) -> requests.Response:
        answer = requests.post(f"{self.server.url}/wawancara/{verb}", data=fields, headers={"Cookie": self.members[claim]["cookie"]},
                               allow_redirects=False, timeout=20)
        assert answer.status_code < 400, f"{verb}: {answer.status_code} {answer.text[:400]}"
        return answer

    def enter(self, count: int) -> None:
        people = requests.post(self.server.url + "/dev/siap", data={"branch": self.branch, "count": count, "papers": "waiting"}, timeout=120)
        people.raise_for_status()
        for person in people.json():
            claim = int(person["claim"])
            self.members[claim] = person
            self.post(claim, "masuk", setuju="ya", rung="text", prioritas="tidak")

    def listen(self, claim: int) -> None:
        """The member's page is open: a stream of events that somebody reads."""
        def read():
            try:
                with requests.get(f"{self.server.url}/wawancara/siaran?inst=robot{claim}", headers={"Cookie": self.members[claim]["cookie"]},
                                  stream=True, timeout=(10, 60)) as stream:
                    for _ in stream.iter_content(512):
                        if claim not in self.members:
                            return
            except requests.RequestException:
                pass
        threading.Thread(target=read, daemon=True).start()

    def follow(self) -> None:
        """Plans what each member does next, once for every phase they come to."""
        for claim, phase in self.seated().values():
            if self.planned.get(claim) == phase:
                continue
            self.planned[claim] = phase
            if phase == "called":
                self.listen(claim)
                self.plan(CHANGEOVER + LEAVING if self.now > 300 else drawn(20, self.chance), self.answer, claim)
            elif phase == "filling":
                self.alive(claim, phase)
                self.plan(drawn(FILLING, self.chance), self.post, claim, "data")
            elif phase == "originals":
                self.alive(claim, phase)
                wanted = self.wanted(claim)
                whole = drawn(ORIGINALS, self.chance)
                for index, paper in enumerate(wanted):
                    self.plan(whole * (index + 1) / len(wanted), self.photograph, claim, paper)
            elif phase == "deciding":
                self.plan(6.1, self.nothing)
            elif phase == "summary":
                self.alive(claim, phase)
                self.plan(drawn(SUMMARY, self.chance), self.post, claim, "setuju")

    def nothing(self) -> None:
        """The clock itself has something to do then."""

    def answer(self, claim: int) -> None:
        self.post(claim, "jawab")

    def wanted(self, claim: int) -> list[str]:
        body = json.loads(self.rows("SELECT body FROM interview WHERE claim = ? AND live = 1", claim)[0][0])
        done = {json.dumps(c["kind"]) for c in body["captures"]}
        return [paper for paper in body["wanted"] if json.dumps({"paper": {"_0": paper}}) not in done]

    def photograph(self, claim: int, paper: str) -> None:
        answer = requests.post(f"{self.server.url}/wawancara/foto?jenis={paper}&cara=photo&lebar=640&tinggi=400", data=PICTURE.getvalue(),
                               headers={"Cookie": self.members[claim]["cookie"], "Content-Type": "image/jpeg"}, timeout=30)
        assert answer.status_code < 400, f"foto: {answer.status_code} {answer.text[:400]}"

    def alive(self, claim: int, phase: str) -> None:
        """A sign of life, as the page sends them while somebody reads and types."""
        def sign():
            if self.planned.get(claim) == phase and any(c == claim and p == phase for c, p in self.seated().values()):
                self.post(claim, "hidup")
                self.plan(60, sign)
        self.plan(60, sign)

    # The officer, with keys only.

    def press(self, key: str, verb: str) -> None:
        self.keys += 1
        with self.page.expect_response(lambda r: r.url.endswith("/kantor/konsol/" + verb), timeout=20_000) as answer:
            self.page.keyboard.press(key)
        assert answer.value.ok, f"{verb}: {answer.value.text()[:400]}"

    def sync(self) -> None:
        """Waits until the console shows what the books hold, and the books hold whom the console shows."""
        phases = {str(i): p for i, p in self.rows(
            "SELECT id, phase FROM interview WHERE live = 1 AND session = ? AND seat IS NOT NULL", self.session)}
        self.page.wait_for_function(
            """phases => { const shown = {}; for (const p of document.querySelectorAll('#panel>.panel[data-id]')) shown[p.dataset.id] = p.dataset.fase;
            return Object.keys(phases).length == Object.keys(shown).length && Object.entries(phases).every(([i, p]) => shown[i] == p) }""",
            arg=phases, timeout=20_000, polling=20)
        end = time.monotonic() + 20
        while self.focus() != self.selected():
            assert time.monotonic() < end, f"the console shows {self.selected()}, the books say {self.focus()}"
            time.sleep(0.02)

    def focus(self) -> str:
        body = json.loads(self.rows("SELECT body FROM officer_session WHERE id = ?", self.session)[0][0])
        return str((body.get("focus") or {}).get("interview", ""))

    def selected(self) -> str:
        return self.page.evaluate("() => document.querySelector('#panel>.panel:not([hidden])')?.dataset.id ?? ''")

    def phase(self, interview: str) -> str:
        return self.rows("SELECT phase FROM interview WHERE id = ?", int(interview))[0][0]

    def work(self) -> None:
        """Turns to whoever needs them, if anyone does and the officer is free."""
        if self.busy:
            return
        if self.rows("SELECT 1 FROM interview WHERE live = 1 AND session = ? AND phase IN ('ready', 'shown', 'agreed')", self.session):
            self.busy = True
            self.plan(NOTICE, self.turn)

    def turn(self) -> None:
        """The console came to the next by itself after Enter; otherwise the space bar does it."""
        if not self.selected() or self.phase(self.selected()) not in WORK:
            self.press(" ", "lihat")
            self.sync()
        self.begin()

    def begin(self) -> None:
        interview = self.selected()
        phase = self.phase(interview)
        assert phase in WORK, f"{interview} is {phase}"
        self.page.wait_for_timeout(380)  # keys that were meant for the former seat are not taken so soon
        rows = self.page.locator(f"#panel>.panel[data-id='{interview}'] .chk li[data-tangan]:not([data-cocok])").count()
        whole, turning = drawn(WORK[phase], self.chance), drawn(SWITCH, self.chance, 0.3)
        for index in range(rows):
            self.plan(turning + whole * (index + 1) / (rows + 1), self.press, "j", "tanda")
        self.plan(turning + whole, self.finish)

    def finish(self) -> None:
        before = self.selected()
        self.press("Enter", "lanjut")
        self.sync()
        self.busy = False
        if self.selected() not in ("", before) and self.phase(self.selected()) in WORK:
            self.busy = True
            self.begin()

    # The day.

    def run(self) -> dict:
        self.begun = tuesday_morning().astimezone(timezone.utc) + timedelta(hours=1)
        self.server.set_clock(at=self.begun.isoformat())
        self.now = 0.0
        self.page.goto(self.server.url + "/kantor/masuk")
        self.page.fill("main [name=nama]", f"petugas{self.officer}.{self.branch}")
        self.page.fill("main [name=sandi]", PASSWORD)
        with self.page.expect_navigation():
            self.page.locator("main form button.btn").first.click()
        self.enter(int(self.hours * 3.8 * self.seats) + self.seats + 4)
        self.page.goto(self.server.url + "/kantor/konsol")
        self.page.select_option("#jumlah", str(self.seats))
        with self.page.expect_navigation():
            self.page.locator("#f-buka button").click()
        self.session = self.rows("SELECT id FROM officer_session WHERE live = 1 ORDER BY opened DESC")[0][0]
        self.at(1)
        end, warm = self.hours * 3600, 1200
        begun = time.monotonic()
        self.plan(warm, self.note)
        while True:
            self.follow()
            self.work()
            if not self.events or self.events[0][0] > end:
                break
            moment, _, what, arguments = heapq.heappop(self.events)
            self.at(moment)
            what(*arguments)
            self.sync()
        self.at(end)
        self.note()
        self.members.clear()
        self.page.goto("about:blank")
        return self.figures(end - warm, time.monotonic() - begun)

    def note(self) -> None:
        done = self.rows("SELECT count(*) FROM interview WHERE session = ? AND phase = 'done'", self.session)[0][0]
        seconds = self.rows("SELECT coalesce(sum(ended - begun), 0) FROM touch WHERE session = ?", self.session)[0][0] / 1000
        touches = self.rows("SELECT count(*) FROM touch WHERE session = ?", self.session)[0][0]
        self.marks.append((done, seconds, touches, self.keys))

    def figures(self, seconds: float, real: float) -> dict:
        (done0, spent0, touches0, keys0), (done, spent, touches, keys) = self.marks
        claims = done - done0
        waits = sorted(w[0] / 1000 for w in self.rows(
            "SELECT waited FROM touch WHERE session = ? AND phase IN ('ready', 'shown', 'agreed')", self.session))
        return {
            "seats": self.seats, "hours": round(seconds / 3600, 2), "claims": claims, "claims_per_hour": round(claims * 3600 / seconds, 2),
            "attention_seconds_per_claim": round((spent - spent0) / claims, 1), "busy": round((spent - spent0) / seconds, 3),
            "keystrokes_per_claim": round((keys - keys0) / claims, 2), "touches_per_claim": round((touches - touches0) / claims, 2),
            "wait_p50_s": round(waits[len(waits) // 2], 1), "wait_p95_s": round(waits[len(waits) * 95 // 100], 1),
            "waits_over_180_s": sum(w > 180 for w in waits), "time_compressed": round(self.hours * 3600 / real, 1),
        }


def main() -> None:
    hours = {1: 6.0, 4: 4.0, 6: 4.0} if len(sys.argv) < 2 else {int(n): float(h) for n, h in (a.split(":") for a in sys.argv[1:])}
    results = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for seats, length in hours.items():
            home = Path(folder) / str(seats)
            home.mkdir()
            server = Server(f"sqlite:{home}/lapak.db", home)
            # As the agency decides by itself: every twentieth claim asks for one automatic row by hand.
            server.policy = {}
            server.start()
            try:
                page = browser.new_page(viewport={"width": 1366, "height": 768})
                results.append(Day(server, page, "jakarta-salemba", 1, seats, length, seed=2020).run())
                page.close()
                print(f"{seats} seats: {results[-1]}", file=sys.stderr)
            finally:
                server.stop()
        browser.close()
    base = next((r["claims_per_hour"] for r in results if r["seats"] == 1), None)
    for result in results:
        result["factor"] = round(result["claims_per_hour"] / base, 2) if base else None
    print(json.dumps({
        "what": "robot officer at the real console, members by HTTP, design B of screens.md 3.1", "cores": os.cpu_count(),
        "seconds_alone": FILLING + ORIGINALS + SUMMARY + LEAVING, "seconds_officer": sum(WORK.values()), "changeover": CHANGEOVER,
        "switch": SWITCH, "spread": SPREAD, "time": "compressed: the server's clock is moved to the next happening", "results": results,
    }, indent=2))


if __name__ == "__main__":
    main()
